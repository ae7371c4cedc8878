// SPDX-License-Identifier: Apache-2.0
// test.js - the module gives what the command gives:
//
//   test.js MODULE COMMAND ARTICLE...
'use strict';

const assert = require('assert');
const child = require('child_process');
const fs = require('fs');

const [modulePath, command, ...articles] = process.argv.slice(2);

async function main() {
  assert(fs.statSync(modulePath).size < 10e6, 'less than 10 MB');
  const copydesk = await require(modulePath)();
  for (const path of articles) {
    const bytes = fs.readFileSync(path);
    const native = JSON.parse(
      child.execFileSync(command, ['analyze', '--tokens', path]));
    delete native.id;
    assert.deepStrictEqual(copydesk.analyze(bytes, { tokens: true }), native);
  }
  const text = 'Zo\u00eb \u{1F389} wrote. \u201cIt is over,\u201d she said.';
  assert.strictEqual(copydesk.analyze(text).length, text.length);
  assert.strictEqual(copydesk.normalize('Zoe\u0308'), 'Zo\u00eb');
  assert.throws(() => copydesk.analyze(Buffer.from(
    Array.from({ length: 4096 }, (_, i) => (i * 37) % 256))),
  { code: 'bad_text' });
  console.log(`ok, ${articles.length} articles`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
