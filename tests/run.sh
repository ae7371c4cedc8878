#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs all tests. From a fresh clone on Debian: installs what is missing,
# builds, tests. Again, when nothing changed since all passed: says so, in
# seconds.
#   tests/run.sh [PRESET [again]]
# PRESET: release (the default), dev, asan or tsan. again: run them anyway.
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
preset=${1:-release}
"$top/src/cmake/debian-packages.sh" test
cd "$top"

# What the outcome depends on: every file, the compiler and the packages.
state() {
  git ls-files -co --exclude-standard -z | xargs -0 sha256sum -- &&
    c++ --version && dpkg-query -W
}
passed=build/$preset/passed
now=
[ ! -e .git ] || now=$(state 2>/dev/null | sha256sum)
if [ "${2:-}" != again ] && [ -n "$now" ] && [ -f "$passed" ] &&
  [ "$(head -n 1 "$passed")" = "$now" ]; then
  echo "nothing changed since this run ($passed):"
  tail -n +2 "$passed"
  exit 0
fi

[ -f "build/$preset/CMakeCache.txt" ] || cmake --preset "$preset"
cmake --build --preset "$preset"
rm -f "$passed"
# The WebAssembly module is built by its test.
[ "$preset" != release ] || export COPYDESK_WASM_BUILD="${COPYDESK_WASM_BUILD:-1}"
ctest --preset "$preset" -j "$(nproc)" -O "build/$preset/tests.log"
{
  echo "$now"
  date
  grep 'tests passed' "build/$preset/tests.log"
} >"$passed"
