#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs all tests. From a fresh clone on Debian: installs what is missing,
# builds, tests. Again: takes as long as the tests.
#   tests/run.sh [PRESET]      release (the default), dev, asan or tsan
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
preset=${1:-release}
"$top/src/cmake/debian-packages.sh" test
cd "$top"
[ -f "build/$preset/CMakeCache.txt" ] || cmake --preset "$preset"
cmake --build --preset "$preset"
exec ctest --preset "$preset" -j "$(nproc)"
