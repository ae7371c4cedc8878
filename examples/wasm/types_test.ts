// SPDX-License-Identifier: Apache-2.0
// types_test.ts - uses the types of copydesk.d.ts; only compiled.
import copydesk = require('./copydesk');
import {CopydeskError} from '../node/index';

async function read(text: string): Promise<unknown[]> {
  const module: copydesk.Module = await copydesk();
  const gazetteer: copydesk.Gazetteer =
    new module.Gazetteer([{name: 'Mo Tarn', type: 'PERSON'}]);
  const document = module.analyze(text, {gazetteer, maxQuotes: 9,
    entities: [{start: 0, end: 1, type: 'ORG'}], quotes: 'speech'});
  const clean: copydesk.CleanText = module.normalize(text, {changes: true});
  const span: [number, number] = clean.toSource(0, clean.length);
  gazetteer.free();
  module.loadModel(new Uint8Array(3));
  return [document.quotes.map((quote) => quote.speaker?.name), span,
    module.json(text, {id: 1}), module.html(text, {title: 'a'}),
    module.modelId + module.version + module.unicodeVersion];
}

read('a').catch((error: CopydeskError) => error.offset);

// @ts-expect-error: nothing runs beside it that could stop a call
copydesk().then((module) => module.analyze('a', {signal: null}));
