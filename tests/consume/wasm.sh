#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The WebAssembly module gives what the command gives, on every golden article.
#   wasm.sh TOP COMMAND
# Builds it if COPYDESK_WASM_BUILD=1 (minutes); else tests it where it is built.
set -eu
top=$1 command=$2
module=$top/build/wasm/examples/wasm/copydesk.js
if [ "${COPYDESK_WASM_BUILD:-}" = 1 ]; then
  command -v emcc >/dev/null || {
    echo "SKIPPED: emcc (Debian: emscripten, node-acorn) not found"
    exit 0
  }
  "$top/src/cmake/utf8proc-source.sh" || {
    echo "SKIPPED: Debian gave no source package of utf8proc"
    exit 0
  }
  cd "$top"
  cmake --preset wasm >/dev/null
  cmake --build --preset wasm
fi
[ -f "$module" ] || {
  echo "SKIPPED: $module is not built (COPYDESK_WASM_BUILD=1 builds it)"
  exit 0
}
node "$top/examples/wasm/test.js" "$module" "$command" "$top"/tests/golden/*.txt
