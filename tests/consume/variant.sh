#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the library and its test runner another way, runs the runner, and
# compares what the library says with what that of BUILD says: the same bytes.
#   variant.sh KIND TOP WORK BUILD
# KIND: without_icu, or clang (clang++ with every warning an error).
set -eu
kind=$1 top=$2 work=$3/$1 build=$4
case $kind in
  without_icu) set -- -DCOPYDESK_ICU=OFF ;;
  clang) set -- -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ ;;
esac
cmake -S "$top" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DCOPYDESK_WERROR=ON -DCOPYDESK_BENCH=OFF "$@" >/dev/null
cmake --build "$work"
"$work/tests/copydesk_tests"
"$work/tests/copydesk_capi_test"
hash_of() {
  "$1/tests/copydesk_threads_test" 60 "$top"/tests/golden/*.txt
}
here=$(hash_of "$work")
there=$(hash_of "$build")
[ "$here" = "$there" ] || {
  echo "the answers differ: $here, $there" >&2
  exit 1
}
