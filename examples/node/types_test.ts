// SPDX-License-Identifier: Apache-2.0
// types_test.ts - uses every type of index.d.ts; only compiled:
//   tsc --noEmit --strict --target es2020 --moduleResolution node types_test.ts
import {Analyzer, CopydeskError, Document, Quote, Repair, Span, normalize,
  version} from './index';

const slice = (text: string, [start, end]: Span): string =>
  text.slice(start, end);

const said = (text: string, quote: Quote): string =>
  `${quote.speaker?.name ?? '?'}: ${quote.content.map(
    (piece) => slice(text, piece)).join(' ')} (${quote.kind})`;

async function read(text: string): Promise<string[]> {
  const analyzer = new Analyzer();
  const options = {language: 'en', tokens: true, minConfidence: 0.5};
  const document: Document = await analyzer.analyze(text, options);
  const bytes: Document = analyzer.analyzeSync(new Uint8Array([65, 46]),
    {charset: 'UTF-8', maxBytes: 10, normalized: true});
  const tokens: Span[] = document.tokens ?? [];
  const people: string[] = document.names
    .filter((name) => name.type === 'PERSON')
    .map((name) => `${name.titles.join(', ')} ${name.name}`);
  const repairs: Repair[] = bytes.repairs;
  return [...document.quotes.map((quote) => said(text, quote)), ...people,
    String(tokens.length + repairs.length), analyzer.modelId, version];
}

const clean = normalize('a &amp; b', {nfkc: true, plainMarks: true});
const back: Span = clean.toSource(0, clean.text.length);

read('"Yes," Ada Byron said.').catch((error: CopydeskError) => {
  const where: number = error.offset;
  throw new Error(`${error.code} at ${where} ${back}`);
});

// @ts-expect-error: no such option
new Analyzer().analyzeSync('a', {tokns: true});
// @ts-expect-error: a number is no text
new Analyzer().analyzeSync(7);
