// SPDX-License-Identifier: Apache-2.0
// types_test.ts - uses every type of index.d.ts; only compiled.
import {Analyzer, Change, CopydeskError, Document, Gazetteer, GivenEntity,
  KnownName, Quote, Repair, Span, normalize, unicodeVersion, version}
  from './index';

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

const known: KnownName[] = [{name: 'Mo Tarn', type: 'PERSON', id: 'p-1'}];
const found: GivenEntity[] = [{start: 0, end: 7, type: 'PERSON'}];

async function more(texts: readonly string[]): Promise<unknown[]> {
  const analyzer = new Analyzer({model: new Uint8Array(3)});
  const gazetteer = new Gazetteer(known);
  const none = {aborted: false, reason: undefined, addEventListener() {},
    removeEventListener() {}};
  const results = await analyzer.analyzeMany(texts, {gazetteer, threads: 2,
    maxEntities: 9, maxQuotes: 9, maxDepth: 2, quotes: 'attributions'});
  const names = results.flatMap((result) =>
    result instanceof Error ? [result.code] : result.names.flatMap((name) =>
      [name.caller_id ?? '', name.gender, ...name.quotes,
        ...name.affiliations]));
  return [names, gazetteer.size, unicodeVersion,
    await analyzer.json('a', {id: {a: 1}, lines: true, entities: found}),
    await analyzer.html('a', {title: 'b', signal: none, offsets: 'bytes'})];
}

const clean = normalize('a &amp; b', {nfkc: true, plainMarks: true, changes: true});
const changes: Change[] = clean.changes;
const lengths: number = clean.length - clean.sourceLength + changes.length;
const back: Span = clean.toSource(0, clean.text.length);

read('"Yes," Ada Byron said.').catch((error: CopydeskError) => {
  const where: number = error.offset;
  throw new Error(`${error.code} at ${where} ${back} ${lengths} ${more([])}`);
});

// @ts-expect-error: no such option
new Analyzer().analyzeSync('a', {tokns: true});
// @ts-expect-error: a number is no text
new Analyzer().analyzeSync(7);
// @ts-expect-error: a date is no name
new Gazetteer([{name: '4 May', type: 'DATE'}]);
// @ts-expect-error: entities are of one text
new Analyzer().analyzeMany(['a'], {entities: found});
// @ts-expect-error: no such style
new Analyzer().analyze('a', {quotes: 'thoughts'});
