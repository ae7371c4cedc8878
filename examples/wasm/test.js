// SPDX-License-Identifier: Apache-2.0
// test.js - the module gives what the command gives:
//
//   test.js MODULE COMMAND ARTICLE...
'use strict';

const assert = require('assert');
const child = require('child_process');
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const [modulePath, command, ...articles] = process.argv.slice(2);

async function main() {
  assert(fs.statSync(modulePath).size < 10e6, 'less than 10 MB');
  const copydesk = await require(modulePath)();
  const native = (file, ...options) => child.execFileSync(
    command, ['analyze', ...options, file], { encoding: 'utf8' });
  for (const file of articles) {
    const bytes = fs.readFileSync(file);
    for (const quotes of ['speech', 'attributions']) {
      const expected = JSON.parse(
        native(file, '--tokens', '--explain', '--quotes', quotes));
      delete expected.id;
      assert.deepStrictEqual(
        copydesk.analyze(bytes, { tokens: true, quotes }), expected);
    }
    assert.strictEqual(
      copydesk.json(bytes, { id: file, lines: true }) + '\n', native(file));
    assert.strictEqual(copydesk.html(bytes, { title: file }),
      native(file, '--format', 'html'));
  }
  assert.match(copydesk.version + copydesk.unicodeVersion, /^[\d.]+$/);
  assert.match(copydesk.modelId, /^en-/);
  readme();
  await page();
  units(copydesk);
  names(copydesk);
  cleanText(copydesk);
  failures(copydesk);
  console.log(`ok, ${articles.length} articles`);
}

// The program of the README prints what stands below it.
function readme() {
  const page = fs.readFileSync(path.join(__dirname, 'README.md'), 'utf8');
  const [, program, output] =
    page.match(/```js\n([^]*?)```\n\n```output\n([^]*?)```/);
  const here = program.replace('./copydesk.js', path.resolve(modulePath));
  assert.notStrictEqual(here, program);
  assert.strictEqual(child.execFileSync(process.execPath, ['-e', here],
    { encoding: 'utf8' }), output);
}

// As a browser loads it: nothing of Node.js is there.
async function page() {
  const context = vm.createContext({ window: {}, document: {}, atob, Blob,
    Response, DecompressionStream, TextEncoder, TextDecoder, WebAssembly });
  vm.runInContext(fs.readFileSync(modulePath, 'utf8'), context);
  const copydesk = await context.copydesk();
  const { quotes } = copydesk.analyze('\u201cYes,\u201d Ada Byron said.');
  assert.strictEqual(quotes[0].speaker.name, 'Ada Byron');
}

function units(copydesk) {
  const text = 'Zo\u00eb \u{1F389} wrote. \u201cIt is over,\u201d she said.';
  for (const [offsets, length] of [[undefined, text.length],
    ['bytes', Buffer.byteLength(text)], ['codepoints', [...text].length]]) {
    assert.strictEqual(copydesk.analyze(text, { offsets }).length, length);
  }
  const { quotes } = copydesk.analyze(text);
  assert.strictEqual(
    text.slice(...quotes[0].content[0]).replace(/,$/, ''), 'It is over');
}

function names(copydesk) {
  const said = '\u00c9va: at #Door, Mo Tarn said it was full.';
  const gazetteer = new copydesk.Gazetteer(
    [{ name: '#Door', type: 'ORG', id: 'bar-1' },
      { name: 'Mo Tarn', type: 'PERSON', id: 'p-1' }]);
  assert.strictEqual(gazetteer.size, 2);
  const document = copydesk.analyze(said, { gazetteer });
  const door = document.entities.find((e) => e.value === 'bar-1');
  assert.strictEqual(said.slice(door.start, door.end), '#Door');
  const tarn = document.names.find((n) => n.caller_id === 'p-1');
  assert.deepStrictEqual([tarn.name, tarn.quotes], ['Mo Tarn', [0]]);
  gazetteer.free();
  gazetteer.free();
  assert.throws(() => copydesk.analyze(said, { gazetteer }), /free/);
  assert.throws(() => new copydesk.Gazetteer('a\tORG\nb\tBAR\n'),
    { code: 'invalid', offset: 6 });

  const entities = [{ start: 8, end: 13, type: 'FAC' }];
  assert.deepStrictEqual(copydesk.analyze(said, { entities }).entities.map(
    (e) => [said.slice(e.start, e.end), e.type]), [['#Door', 'FAC']]);
  assert.strictEqual(
    copydesk.analyze(said, { entities: [] }).entities.length, 0);
  assert.throws(() => copydesk.analyze(
    said, { entities: [{ start: 3, end: 2, type: 'ORG' }] }),
  { code: 'invalid' });
}

function cleanText(copydesk) {
  const clean = copydesk.normalize('Zoe\u0308 &amp; \u201cno\u201d',
    { plainMarks: true, changes: true });
  assert.strictEqual(clean.text, 'Zo\u00eb & "no"');
  assert.deepStrictEqual([clean.encoding, clean.length, clean.sourceLength],
    ['UTF-8', 10, 15]);
  assert.deepStrictEqual(clean.repairs,
    [{ start: 5, end: 10, kind: 'html_entity', text: '&' }]);
  assert.deepStrictEqual(clean.changes[0], { clean: [2, 3], source: [2, 4] });
  assert.deepStrictEqual(clean.toSource(2, 3), [2, 4]);
  assert.deepStrictEqual(clean.toClean(2, 4), [2, 3]);
  clean.free();
  assert.throws(() => clean.toClean(2, 4), /free/);
}

function failures(copydesk) {
  const noise = Buffer.from(
    Array.from({ length: 4096 }, (_, i) => (i * 37) % 256));
  assert.throws(() => copydesk.analyze(noise), { code: 'bad_text' });
  assert.throws(() => copydesk.analyze('abc', { maxBytes: 2 }),
    { code: 'too_big', offset: 2 });
  const many = '\u201cA,\u201d Ada Byron said in Oslo. \u201cB,\u201d Mo Tarn said.';
  for (const limit of [{ maxEntities: 1 }, { maxQuotes: 1 }]) {
    assert.throws(() => copydesk.analyze(many, limit), { code: 'too_many' });
  }
  assert.throws(() => copydesk.analyze(7), TypeError);
  assert.throws(() => copydesk.analyze('a', { quotes: 'no' }), RangeError);
  assert.throws(() => copydesk.normalize('abc', { maxBytes: 2 }),
    { code: 'too_big' });
  assert.throws(() => copydesk.loadModel(Buffer.from('no model')),
    { code: 'bad_model' });
  assert.strictEqual(copydesk.analyze('No.').length, 3);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
