#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the package and runs its test.
#   test.sh JAVAC JAVA FOLDER_OF_LIBCOPYDESK_JNI ARTICLE WORK
set -eu
javac=$1 java=$2 native=$3 article=$4 work=$5
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
rm -rf "$work" && mkdir -p "$work"
"$javac" --release 17 -Xlint:all -Werror -d "$work" "$here"/org/copydesk/*.java
"$java" -Xcheck:jni -Djava.library.path="$native" -cp "$work" \
  org.copydesk.Test "$article"
