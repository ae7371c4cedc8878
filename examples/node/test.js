// SPDX-License-Identifier: Apache-2.0
// test.js - the Node.js binding on the example article:  test.js ARTICLE
'use strict';

const assert = require('assert');
const fs = require('fs');
const { Analyzer, normalize, version } = require('./index.js');

const article = fs.readFileSync(process.argv[2], 'utf8');
const analyzer = new Analyzer();
const text = 'Zo\u00eb \u{1F389} wrote. \u201cIt is over,\u201d Ada Byron said.';

async function main() {
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.match(analyzer.modelId, /./);

  const document = await analyzer.analyze(article);
  const solheim = document.quotes.filter(
    (q) => q.speaker && q.speaker.name === 'Ingrid Solheim');
  assert(solheim.some((q) => q.text.startsWith('No ship will be turned away')));
  for (const e of document.entities) {
    assert.strictEqual(article.slice(e.start, e.end), e.text);
  }
  assert.strictEqual(document.length, article.length);
  assert.deepStrictEqual(analyzer.analyzeSync(article), document);

  // Units: UTF-16 of a string, bytes of a buffer.
  const units = analyzer.analyzeSync(text, { tokens: true });
  const bytes = analyzer.analyzeSync(Buffer.from(text));
  assert.strictEqual(units.length, text.length);
  assert.strictEqual(bytes.length, Buffer.byteLength(text));
  assert.strictEqual(
    text.slice(...units.quotes[0].content[0]).replace(/,$/, ''), 'It is over');
  assert(units.tokens.length > 8 && bytes.tokens === undefined);

  // Many at a time give what one gives.
  const many = await Promise.all(
    Array.from({ length: 40 }, () => analyzer.analyze(article)));
  for (const one of many) assert.deepStrictEqual(one, document);

  // Failures.
  assert.throws(() => analyzer.analyzeSync('abc', { maxBytes: 2 }),
    { code: 'too_big' });
  await assert.rejects(analyzer.analyze('abc', { minConfidence: 2 }),
    { code: 'invalid' });
  await assert.rejects(analyzer.analyze(7), TypeError);

  const clean = normalize('Zoe\u0308 &amp; \u201cno\u201d', { plainMarks: true });
  assert.strictEqual(clean.text, 'Zo\u00eb & "no"');
  assert.strictEqual(clean.encoding, 'UTF-8');
  assert.deepStrictEqual(clean.toSource(2, 3), [2, 4]);
  assert.deepStrictEqual(clean.toClean(2, 4), [2, 3]);
  console.log('ok');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
