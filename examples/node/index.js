// SPDX-License-Identifier: Apache-2.0
// index.js - copydesk for Node.js; see index.d.ts.
'use strict';

const addon = require(process.env.COPYDESK_ADDON || './copydesk.node');
const { linesOf, numbersOf, flagsOf, NORMALIZE } = require('./options.js');

const HANDLE = Symbol('handle');

class Gazetteer {
  constructor(names) {
    this[HANDLE] = addon.newGazetteer(linesOf(names));
  }

  get size() {
    return addon.gazetteerSize(this[HANDLE]);
  }
}

class Analyzer {
  constructor({ model } = {}) {
    this[HANDLE] = addon.newAnalyzer(model);
  }

  get modelId() {
    return addon.modelId(this[HANDLE]);
  }

  async analyze(text, options = {}) {
    return JSON.parse(await this.#run(text, options, { jsonFlags: 1 }));
  }

  analyzeSync(text, options = {}) {
    const how = this.#how(options, { jsonFlags: 1 });
    return JSON.parse(addon.analyzeSync(text, how));
  }

  async analyzeMany(texts, { threads = 4, ...options } = {}) {
    const results = new Array(texts.length);
    let next = 0;
    const reader = async () => {
      while (next < texts.length) {
        const at = next++;
        results[at] = await this.analyze(texts[at], options)
          .catch((error) => error);
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, threads) }, reader));
    return results;
  }

  async json(text, { id, explain, lines, ...options } = {}) {
    return this.#run(text, options, {
      jsonFlags: (explain ? 1 : 0) | (lines ? 2 : 0), id: JSON.stringify(id) });
  }

  async html(text, { title = 'copydesk', ...options } = {}) {
    return this.#run(text, { ...options, charset: 'UTF-8', offsets: 'bytes' },
      { title });
  }

  #how(options, form) {
    return { ...numbersOf(options), ...form, analyzer: this[HANDLE],
      gazetteer: options.gazetteer?.[HANDLE] };
  }

  async #run(text, options, form) {
    const { signal } = options;
    const how = this.#how(options, form);
    if (!signal) return addon.analyze(text, how);
    if (signal.aborted) throw signal.reason;
    how.cancel = addon.newCancel();
    const stop = () => addon.requestCancel(how.cancel);
    signal.addEventListener('abort', stop);
    try {
      return await addon.analyze(text, how);
    } catch (error) {
      throw error.code === 'cancelled' ? signal.reason : error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

class CleanText {
  constructor(text, options) {
    this[HANDLE] = addon.normalize(text,
      { ...numbersOf(options), flags: flagsOf(options, NORMALIZE) });
    Object.assign(this, addon.textParts(this[HANDLE]));
  }

  toSource(start, end) {
    return addon.textMap(this[HANDLE], start, end, true);
  }

  toClean(start, end) {
    return addon.textMap(this[HANDLE], start, end, false);
  }
}

module.exports = {
  Analyzer,
  Gazetteer,
  normalize: (text, options = {}) => new CleanText(text, options),
  version: addon.version,
  unicodeVersion: addon.unicodeVersion,
};
