#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Links copydesk the ways its users do.
#   consume.sh KIND TOP BUILD WORK
# KIND: find_package, find_package_c, pkg_config (from an installed copy of
# BUILD, moved once), subdirectory or fetch_content (from the sources in TOP).
set -eu
kind=$1 top=$2 build=$3 work=$4/$1
here=$top/tests/consume
rm -rf "$work"
mkdir -p "$work"
if [ "$kind" != subdirectory ] && [ "$kind" != fetch_content ]; then
  cmake --install "$build" --prefix "$work/first" >/dev/null
  mv "$work/first" "$work/moved"  # the package may not know where it lay
fi
case $kind in
  find_package | find_package_c)
    cmake -S "$here/$kind" -B "$work/b" -G Ninja -DCMAKE_BUILD_TYPE=Release \
      -DCMAKE_PREFIX_PATH="$work/moved" >/dev/null
    cmake --build "$work/b"
    ;;
  subdirectory | fetch_content)
    cmake -S "$here/$kind" -B "$work/b" -G Ninja -DCMAKE_BUILD_TYPE=Release \
      -DCOPYDESK_TOP="$top" >/dev/null
    if grep -E '^[A-Za-z][A-Za-z_]*:' "$work/b/CMakeCache.txt" |
      grep -vE '^(CMAKE_|COPYDESK_|ICU_|PKG_|consumer_|copydesk_|FIND_PACKAGE|PC_ICU|FETCHCONTENT_)'; then
      echo "names in the parent's cache that are not ours" >&2
      exit 1
    fi
    # Once declared, it is the same targets: built once, by subdirectory.
    [ "$kind" = fetch_content ] || cmake --build "$work/b"
    ;;
  pkg_config)
    mkdir "$work/b"
    PKG_CONFIG_PATH=$(dirname "$(find "$work/moved" -name copydesk.pc)")
    export PKG_CONFIG_PATH
    # shellcheck disable=SC2046
    cc -std=c99 -Wall -Wextra -Wpedantic -Werror "$here/use.c" \
      -o "$work/b/use_c" $(pkg-config --cflags --libs copydesk) \
      -Wl,-rpath,"$(pkg-config --variable=libdir copydesk)"
    # shellcheck disable=SC2046
    cc -std=c99 -DCOPYDESK_STATIC "$here/use.c" -o "$work/b/use_static" \
      $(pkg-config --cflags copydesk) -Wl,-Bstatic -lcopydesk -lcopydesk_cpp \
      -Wl,-Bdynamic $(pkg-config --static --libs copydesk)
    "$work/b/use_static"
    ;;
esac
for program in "$work"/b/use_c "$work"/b/use_cpp; do
  [ ! -x "$program" ] || "$program"
done
