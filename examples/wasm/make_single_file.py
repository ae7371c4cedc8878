#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts a .wasm, compressed, into the .js that loads it:

    make_single_file.py LOADER.js MODULE.wasm OUT.js

gzip halves the model; Node.js and browsers both have what takes it apart.
"""
import base64
import gzip
import pathlib
import sys

TAIL = '''
;(function (make) {
  const packed = '%s';
  async function unpack() {
    if (typeof process === 'object' && process.versions &&
        process.versions.node) {
      return require('zlib').gunzipSync(Buffer.from(packed, 'base64'));
    }
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream()
      .pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  copydesk = async (options) =>
    make(Object.assign({}, options, { wasmBinary: await unpack() }));
  if (typeof module === 'object') module.exports = copydesk;
})(copydesk);
'''

loader, module, out = map(pathlib.Path, sys.argv[1:4])
packed = gzip.compress(module.read_bytes(), 9, mtime=0)
out.write_text(loader.read_text()
               + TAIL % base64.b64encode(packed).decode())
