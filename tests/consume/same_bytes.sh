#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The same bytes come out whatever compiled the library, whatever the locale
# and however many threads read: one hash over the JSON of articles, prints it.
#   same_bytes.sh TOP BUILD WORK
# The library as one file, so that more builds of it are cheap. BUILD is the
# usual one, -O3.
set -eu
top=$1 build=$2 work=$3
rm -rf "$work"
python3 "$top/src/cmake/amalgamate.py" "$top" "$work" >/dev/null
cd "$work"
utf8proc=$(pkg-config --cflags --libs libutf8proc)
hash_of() {
  "$1" 40 "$top"/tests/golden/*.txt "$top"/examples/articles/*.txt
}
right=$(hash_of "$build/tests/copydesk_threads_test" 2>/dev/null)
count=1
check() {
  count=$((count + 1))
  [ "$2" = "$right" ] || {
    echo "$1: $2 in place of $right" >&2
    exit 1
  }
}
# Turkish and Azeri have letters of their own for i; a comma is the decimal
# point of many. A locale that is not installed is C, which harms nothing.
for locale in C C.UTF-8 tr_TR.UTF-8 de_DE.UTF-8 zh_CN.GB18030; do
  check "$locale" "$(LC_ALL=$locale LANG=$locale \
    hash_of "$build/tests/copydesk_threads_test" 2>/dev/null)"
done
# Other tests compare g++ -O1 (amalgamation) and clang++ -O3 (variant_clang).
for how in "g++ -O0" "clang++ -O2"; do
  command -v "${how% *}" >/dev/null || continue
  # shellcheck disable=SC2086
  $how -std=c++17 -ffp-contract=off -DCOPYDESK_STATIC -I. \
    "$top/tests/capi/threads_test.cpp" copydesk.cpp $utf8proc -lpthread \
    -o threads
  check "$how" "$(hash_of ./threads 2>/dev/null)"
done
echo "same bytes $count times: $right"
