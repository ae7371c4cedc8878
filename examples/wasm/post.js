// SPDX-License-Identifier: Apache-2.0
// post.js - the functions that a program sees:
//
//   const copydesk = await require('./copydesk.js')();
//   const document = copydesk.analyze('"It is over," Ada Byron said.');
//
// analyze(text, {language, tokens, normalized}) gives the object that
// node/index.d.ts describes; normalize(text) the clean text. Offsets of a
// string count its UTF-16 units, those of a Uint8Array its bytes.
(function () {
  function withBytes(text, use) {
    const bytes =
      typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const at = Module['_malloc'](bytes.length + 1);
    if (at === 0) throw new Error('copydesk: no memory');
    try {
      HEAPU8.set(bytes, at);
      HEAPU8[at + bytes.length] = 0;
      return use(at, bytes.length);
    } finally {
      Module['_free'](at);
    }
  }

  function take(status) {
    if (status !== 0) {
      const code = UTF8ToString(Module['_copydesk_wasm_status'](status));
      throw Object.assign(new Error('copydesk: ' + code), { code });
    }
    const at = Module['_copydesk_wasm_result']();
    const size = Module['_copydesk_wasm_result_size']();
    return new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(HEAPU8.subarray(at, at + size));
  }

  Module['analyze'] = function (text, options = {}) {
    const flags =
      (options['tokens'] ? 1 : 0) | (options['normalized'] ? 2 : 0);
    return withBytes(options['language'] || '', (language) =>
      withBytes(text, (at, size) =>
        JSON.parse(take(Module['_copydesk_wasm_analyze'](
          at, size, language, flags, typeof text === 'string' ? 1 : 0)))));
  };

  Module['normalize'] = function (text) {
    return withBytes(text, (at, size) =>
      take(Module['_copydesk_wasm_normalize'](at, size, 0)));
  };
})();
