#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The same sources in another folder, built again, give the same libraries and
# the same installation, byte for byte.
#   reproducible.sh TOP BUILD WORK
set -eu
top=$1 build=$2 work=$3
rm -rf "$work"
copy=$work/somewhere/else
mkdir -p "$copy" "$work/here" "$work/there"
(cd "$top" && cp -r CMakeLists.txt include src capi README.md LICENSE NOTICE \
  "$copy")
value() {
  sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt"
}
cmake -S "$copy" -B "$copy/out" -G Ninja \
  -DCMAKE_BUILD_TYPE="$(value CMAKE_BUILD_TYPE)" \
  -DCMAKE_C_COMPILER="$(value CMAKE_C_COMPILER)" \
  -DCMAKE_CXX_COMPILER="$(value CMAKE_CXX_COMPILER)" \
  -DCOPYDESK_TESTS=OFF -DCOPYDESK_BENCH=OFF -DCOPYDESK_EXAMPLES=OFF \
  -DCOPYDESK_TRAIN=OFF >"$work/log" || { cat "$work/log"; exit 1; }
# Without what a cache of compilers would remember from the first build.
CCACHE_DISABLE=1 cmake --build "$copy/out" >"$work/log" || {
  cat "$work/log"
  exit 1
}
cmake --install "$build" --prefix "$work/here" >/dev/null
cmake --install "$copy/out" --prefix "$work/there" >/dev/null
find "$work/there" -name 'libcopydesk*' | grep -q .
diff -r "$work/here" "$work/there"
echo "reproducible: $(find "$work/there" -type f | wc -l) files are the same"
