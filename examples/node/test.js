// SPDX-License-Identifier: Apache-2.0
// test.js - the Node.js binding on the example article:  test.js ARTICLE
'use strict';

const assert = require('assert');
const events = require('events');
const fs = require('fs');
const { Worker } = require('worker_threads');
const { Analyzer, Gazetteer, normalize, unicodeVersion, version } = require('./index.js');

const article = fs.readFileSync(process.argv[2], 'utf8');
const analyzer = new Analyzer();
const text = 'Zo\u00eb \u{1F389} wrote. \u201cIt is over,\u201d Ada Byron said.';

async function main() {
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.match(unicodeVersion, /^\d+\./);
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
  assert.deepStrictEqual(
    analyzer.analyzeSync(new Uint8Array(Buffer.from(text))), bytes);
  assert.strictEqual(
    text.slice(...units.quotes[0].content[0]).replace(/,$/, ''), 'It is over');
  assert(units.tokens.length > 8 && bytes.tokens === undefined);

  // Many at a time give what one gives.
  const many = await Promise.all(
    Array.from({ length: 40 }, () => analyzer.analyze(article)));
  for (const one of many) assert.deepStrictEqual(one, document);

  const batch = await analyzer.analyzeMany([article, 'x'.repeat(9000), article],
    { threads: 2, maxBytes: 5000 });
  assert.deepStrictEqual([batch[0], batch[2]], [document, document]);
  assert.strictEqual(batch[1].code, 'too_big');
  assert.deepStrictEqual(await analyzer.analyzeMany([]), []);

  await inAWorker(document);
  await otherUnits();
  await otherForms();
  await namesOfTheCaller();
  await failures();
  cleanText();
  console.log('ok');
}

async function inAWorker(document) {
  const worker = new Worker(`
    const { workerData, parentPort } = require('worker_threads');
    const { Analyzer } = require(workerData.module);
    parentPort.postMessage(new Analyzer().analyzeSync(workerData.text));`,
  { eval: true, workerData: { module: require.resolve('./index.js'),
    text: article } });
  const [found] = await events.once(worker, 'message');
  assert.deepStrictEqual(found, document);
  await worker.terminate();
}

async function otherUnits() {
  for (const [offsets, length] of [['bytes', Buffer.byteLength(text)],
    ['utf16', text.length], ['codepoints', [...text].length]]) {
    assert.strictEqual(
      (await analyzer.analyze(text, { offsets })).length, length);
    assert.strictEqual(analyzer.analyzeSync(
      Buffer.from(text), { offsets }).length, length);
  }
  assert.throws(() => analyzer.analyzeSync(text, { offsets: 'words' }),
    RangeError);
}

async function otherForms() {
  const json = JSON.parse(await analyzer.json(text, { id: ['a', 1] }));
  assert.deepStrictEqual(json.id, ['a', 1]);
  assert.strictEqual(json.quotes[0].rule, undefined);
  assert((await analyzer.json(text, { explain: true })).includes('"rule"'));
  assert((await analyzer.json(text, { lines: true })).includes('\n'));
  const page = await analyzer.html(text, { title: 'a < b' });
  assert(page.includes('<title>a &lt; b</title>'));
  assert(page.includes('class="quote direct'));
  const thought = 'Mo Tarn believes that the mayor will resign.';
  assert.strictEqual(analyzer.analyzeSync(thought).quotes.length, 0);
  const { quotes } = analyzer.analyzeSync(thought, { quotes: 'attributions' });
  assert.strictEqual(quotes[0].text, 'that the mayor will resign');
}

async function namesOfTheCaller() {
  const said = '\u00c9va: at #Door, Mo Tarn said it was full. ' +
    '\u201cI left,\u201d Mo Tarn said.';
  const gazetteer = new Gazetteer([{ name: '#Door', type: 'ORG', id: 'bar-1' },
    { name: 'Mo Tarn', type: 'PERSON', id: 'p-1' }]);
  assert.strictEqual(gazetteer.size, 2);
  assert.strictEqual(new Gazetteer('# no\na\tORG\n').size, 1);
  const document = await analyzer.analyze(said, { gazetteer });
  const door = document.entities.find((e) => e.value === 'bar-1');
  assert.strictEqual(said.slice(door.start, door.end), '#Door');
  const tarn = document.names.find((n) => n.caller_id === 'p-1');
  assert.deepStrictEqual([tarn.name, tarn.quotes, tarn.affiliations, tarn.gender],
    ['Mo Tarn', [0, 1], [], null]);
  assert.throws(() => new Gazetteer('a\tORG\nb\tBAR\n'),
    { code: 'invalid', offset: 6 });
  assert.throws(() => new Gazetteer([{ name: 'a\tb', type: 'ORG' }]), RangeError);

  const start = said.indexOf('Mo Tarn');
  const entities = [{ start, end: start + 7, type: 'FAC' }];
  const given = analyzer.analyzeSync(said, { entities });
  assert.deepStrictEqual(given.entities.map((e) => [e.start, e.end, e.type]),
    [[start, start + 7, 'FAC']]);
  assert.strictEqual(
    analyzer.analyzeSync(said, { entities: [] }).entities.length, 0);
  assert.throws(() => analyzer.analyzeSync(
    said, { entities: [{ start: 0, end: 3, type: 'DATE' }] }), RangeError);
  assert.throws(() => analyzer.analyzeSync(
    said, { entities: [{ start: 3, end: 2, type: 'ORG' }] }),
  { code: 'invalid' });
}

async function failures() {
  assert.throws(() => analyzer.analyzeSync('abc', { maxBytes: 2 }),
    { code: 'too_big' });
  await assert.rejects(analyzer.analyze('abc', { minConfidence: 2 }),
    { code: 'invalid' });
  await assert.rejects(analyzer.analyze(7), TypeError);
  const many = '\u201cA,\u201d Ada Byron said in Oslo. \u201cB,\u201d Mo Tarn said.';
  for (const limit of [{ maxEntities: 1 }, { maxQuotes: 1 }]) {
    assert.throws(() => analyzer.analyzeSync(many, limit), { code: 'too_many' });
  }
  for (const wrong of [{ maxEntities: -1 }, { maxBytes: 0.5 },
    { offsets: 'chars' }, { entities: [{ start: -2, end: 1, type: 'ORG' }] }]) {
    assert.throws(() => analyzer.analyzeSync('abc', wrong), RangeError);
  }
  assert.throws(() => analyzer.analyzeSync('abc', { language: 7 }), TypeError);
  assert.throws(() => new Analyzer({ model: Buffer.from('no model') }),
    { code: 'bad_model' });
  assert.throws(() => normalize('abc', { maxBytes: 2 }), { code: 'too_big' });

  const long = '\u201cNo,\u201d Ada Byron said on Tuesday. '.repeat(200000);
  const control = new AbortController();
  const stopped = analyzer.analyze(long, { signal: control.signal });
  setTimeout(() => control.abort(), 5);
  await assert.rejects(stopped, { name: 'AbortError' });
  await assert.rejects(analyzer.analyze('a', { signal: control.signal }),
    { name: 'AbortError' });
}

function cleanText() {
  const source = 'Zoe\u0308 &amp; \u201cno\u201d';
  const clean = normalize(source, { plainMarks: true, changes: true });
  assert.strictEqual(clean.text, 'Zo\u00eb & "no"');
  assert.strictEqual(clean.encoding, 'UTF-8');
  assert.deepStrictEqual([clean.length, clean.sourceLength],
    [clean.text.length, source.length]);
  assert.deepStrictEqual(clean.toSource(2, 3), [2, 4]);
  assert.deepStrictEqual(clean.toClean(2, 4), [2, 3]);
  assert.deepStrictEqual(clean.repairs,
    [{ start: 5, end: 10, kind: 'html_entity', text: '&' }]);
  assert.deepStrictEqual(clean.changes[0], { clean: [2, 3], source: [2, 4] });
  assert.strictEqual(normalize(source).changes.length, 0);
  assert.deepStrictEqual(
    normalize(source, { offsets: 'bytes' }).toSource(2, 4), [2, 5]);
  assert.strictEqual(normalize(Buffer.from([0x93, 0x41])).text, '\u201cA');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
