#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints who said what in an article. From a fresh clone on Debian: installs
# what is missing, builds, runs. Again: takes seconds.
#   examples/run.sh [FILE]
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
file=${1:-$top/examples/articles/harbour.txt}
case $file in /*) ;; *) file=$PWD/$file ;; esac
"$top/src/cmake/debian-packages.sh" build
cd "$top"
{
  [ -f build/release/CMakeCache.txt ] || cmake --preset release
  cmake --build --preset release --target copydesk_cli
} >&2
exec build/release/copydesk analyze --format text "$file"
