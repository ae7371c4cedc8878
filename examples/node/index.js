// SPDX-License-Identifier: Apache-2.0
// index.js - copydesk for Node.js; see index.d.ts.
'use strict';

const addon = require(process.env.COPYDESK_ADDON || './copydesk.node');

const flagsOf = (options, names) =>
  names.reduce((bits, name, i) => (options[name] ? bits | (1 << i) : bits), 0);

const ANALYZE = ['tokens', 'normalized'];
const NORMALIZE = ['keepDamage', 'nfkc', 'foldCase', 'plainMarks',
  'plainDashes', 'plainSpaces', 'plainEllipses', 'plainDigits'];

class Analyzer {
  #handle = addon.newAnalyzer();

  get modelId() {
    return addon.modelId(this.#handle);
  }

  #arguments(text, o) {
    return [this.#handle, text, flagsOf(o, ANALYZE), o.minConfidence ?? 0,
      o.maxBytes ?? 0, o.language, o.charset];
  }

  async analyze(text, options = {}) {
    return JSON.parse(await addon.analyze(...this.#arguments(text, options)));
  }

  analyzeSync(text, options = {}) {
    return JSON.parse(addon.analyzeSync(...this.#arguments(text, options)));
  }
}

class CleanText {
  #handle;

  constructor(text, options = {}) {
    this.#handle = addon.normalize(text, flagsOf(options, NORMALIZE),
      options.charset);
    this.text = addon.textString(this.#handle);
    this.encoding = addon.textEncoding(this.#handle);
  }

  toSource(start, end) {
    return addon.textMap(this.#handle, start, end, true);
  }

  toClean(start, end) {
    return addon.textMap(this.#handle, start, end, false);
  }
}

module.exports = {
  Analyzer,
  normalize: (text, options) => new CleanText(text, options),
  version: addon.version,
};
