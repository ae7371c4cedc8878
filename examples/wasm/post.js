// SPDX-License-Identifier: Apache-2.0
// post.js - the functions that a program sees:
//
//   const copydesk = await require('./copydesk.js')();
//   const document = copydesk.analyze('"It is over," Ada Byron said.');
//
// copydesk.d.ts is their manual; they are those of ../node, but that all runs
// in the calling thread. Offsets of a string count its UTF-16 units, those of
// a Uint8Array its bytes. options.js stands before this file.
(function () {
  const call = (name, ...values) => Module['_copydesk_' + name](...values);

  function failure() {
    const code = UTF8ToString(call('wasm_error_code'));
    return Object.assign(
      new Error(UTF8ToString(call('wasm_error_message'))),
      { 'code': code, 'offset': call('wasm_error_offset') });
  }

  const decode = (at, size) => new TextDecoder('utf-8', { 'ignoreBOM': true })
    .decode(HEAPU8.subarray(at, at + size));

  // Calls use with a function that puts strings and bytes where the library
  // can read them, as [address, size], until use returns.
  function lending(use) {
    const taken = [];
    const lend = (value) => {
      if (value === undefined || value === null) return [0, 0];
      const bytes =
        typeof value === 'string' ? new TextEncoder().encode(value) : value;
      if (Object.prototype.toString.call(bytes) !== '[object Uint8Array]') {
        throw new TypeError('text has to be a string or a Uint8Array');
      }
      const at = Module['_malloc'](bytes.length + 1);
      if (at === 0) throw new Error('copydesk: no memory');
      taken.push(at);
      HEAPU8.set(bytes, at);
      HEAPU8[at + bytes.length] = 0;
      return [at, bytes.length];
    };
    try {
      return use(lend);
    } finally {
      taken.forEach((at) => Module['_free'](at));
    }
  }

  // Makes object the owner of what stands at an address; free() gives it back,
  // and so does the garbage collector, where it says what it collects.
  const collected = typeof FinalizationRegistry === 'function'
    ? new FinalizationRegistry((free) => free()) : null;
  function own(object, address, name) {
    if (address === 0) throw failure();
    let at = address;
    const free = () => {
      if (at !== 0) call(name, at);
      at = 0;
    };
    Object.defineProperty(object, 'free', { 'value': free });
    Object.defineProperty(object, 'address', { 'value': () => {
      if (at === 0) throw new Error('copydesk: used after free()');
      return at;
    } });
    if (collected) collected.register(object, free);
  }

  class Gazetteer {
    constructor(names) {
      lending((lend) => own(this,
        call('wasm_gazetteer', ...lend(linesOf(names))), 'gazetteer_free'));
    }

    get size() {
      return call('gazetteer_size', this.address());
    }
  }

  const unitOf = (text, numbers) => (numbers.offsets !== undefined
    ? numbers.offsets : typeof text === 'string' ? 1 : 0);
  const charsetOf = (text, numbers) =>
    (typeof text === 'string' ? 'UTF-8' : numbers.charset);

  // Four numbers a name, where numbersOf gives three.
  function givenOf(numbers) {
    if (!numbers.given) return undefined;
    const out = new Uint32Array(numbers.given.length / 3 * 4);
    numbers.given.forEach((n, i) => {
      out[Math.floor(i / 3) * 4 + i % 3] = n;
    });
    return new Uint8Array(out.buffer);
  }

  function read(text, options, jsonFlags, id, title) {
    const n = numbersOf(options);
    return lending((lend) => {
      const [given, givenSize] = lend(givenOf(n));
      const [at, size] = lend(text);
      call('wasm_options', n.flags, unitOf(text, n), n.style || 0,
        n.minConfidence || 0, n.maxBytes || 0, n.maxEntities || 0,
        n.maxQuotes || 0, n.maxDepth || 0);
      call('wasm_more_options', lend(n.language)[0],
        lend(charsetOf(text, n))[0],
        options['gazetteer'] ? options['gazetteer'].address() : 0, given,
        givenSize / 16);
      if (call('wasm_analyze', at, size, jsonFlags, lend(id)[0],
        lend(title)[0]) !== 0) {
        throw failure();
      }
      return decode(call('wasm_result'), call('wasm_result_size'));
    });
  }

  class CleanText {
    constructor(text, options) {
      const n = numbersOf(options);
      lending((lend) => own(this, call('wasm_normalize', ...lend(text),
        flagsOf(options, NORMALIZE), unitOf(text, n), n.maxBytes || 0,
        lend(charsetOf(text, n))[0]), 'text_free'));
      const [at, size, length, sourceLength, repairs, repairCount, changes,
        changeCount] = HEAPU32.subarray(call('wasm_text_parts',
        this.address()) / 4).slice(0, 8);
      Object.assign(this, {
        'text': decode(at, size),
        'encoding': UTF8ToString(call('text_encoding', this.address())),
        'length': length,
        'sourceLength': sourceLength,
        'repairs': Array.from({ 'length': repairCount }, (_, i) => {
          const r = HEAPU32.subarray(repairs / 4 + 6 * i);
          return { 'start': r[0], 'end': r[1],
            'kind': UTF8ToString(call('repair_kind_string', r[2])),
            'text': decode(r[4], r[5]) };
        }),
        'changes': Array.from({ 'length': changeCount }, (_, i) => {
          const c = HEAPU32.subarray(changes / 4 + 4 * i);
          return { 'clean': [c[0], c[1]], 'source': [c[2], c[3]] };
        }),
      });
    }

    toSource(start, end) {
      return this.other(start, end, 1);
    }

    toClean(start, end) {
      return this.other(start, end, 0);
    }

    other(start, end, toSource) {
      const at = call('wasm_text_map', this.address(), start, end, toSource);
      return Array.from(HEAPU32.subarray(at / 4, at / 4 + 2));
    }
  }

  Object.assign(Module, {
    'Gazetteer': Gazetteer,
    'analyze': (text, options = {}) =>
      JSON.parse(read(text, options, 1, undefined, undefined)),
    'json': (text, options = {}) => read(text, options,
      (options['explain'] ? 1 : 0) | (options['lines'] ? 2 : 0),
      JSON.stringify(options['id']), undefined),
    'html': (text, options = {}) => read(text,
      Object.assign({}, options, { 'offsets': 'bytes', 'charset': 'UTF-8' }),
      0, undefined, options['title'] || 'copydesk'),
    'normalize': (text, options = {}) => new CleanText(text, options),
    'loadModel': (bytes) => lending((lend) => {
      if (call('wasm_load_model', ...lend(bytes)) !== 0) throw failure();
    }),
  });
  for (const [name, from] of [['version', 'version_string'],
    ['unicodeVersion', 'unicode_version'], ['modelId', 'wasm_model_id']]) {
    Object.defineProperty(Module, name,
      { 'get': () => UTF8ToString(call(from)) });
  }
})();
