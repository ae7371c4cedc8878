#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the library and its test runner another way and runs the runner.
#   variant.sh KIND TOP WORK
# KIND: without_icu, or clang (clang++ with every warning an error).
set -eu
kind=$1 top=$2 work=$3/$1
case $kind in
  without_icu) set -- -DCOPYDESK_ICU=OFF ;;
  clang) set -- -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ ;;
esac
cmake -S "$top" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DCOPYDESK_WERROR=ON -DCOPYDESK_BENCH=OFF "$@" >/dev/null
cmake --build "$work"
"$work/tests/copydesk_tests"
"$work/tests/copydesk_capi_test"
