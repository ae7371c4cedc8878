// SPDX-License-Identifier: Apache-2.0
// copydesk for Node.js: who said what in news text.
//
//   const { Analyzer } = require('copydesk');
//   const document = await new Analyzer().analyze(text);
//   for (const quote of document.quotes) console.log(quote.speaker?.name);
//
// Spans of a string count its UTF-16 units, so text.slice(...span) is the
// piece; spans of a Buffer count bytes.

/** Half-open range of the input: [start, end]. */
export type Span = [start: number, end: number];

export type EntityType =
  | 'PERSON' | 'NORP' | 'ORG' | 'GPE' | 'LOC' | 'FAC' | 'EVENT' | 'LAW'
  | 'WORK' | 'PRODUCT' | 'DATE' | 'TIME' | 'MONEY' | 'PERCENT' | 'QUANTITY';

export interface Paragraph {
  start: number;
  end: number;
  kind: 'headline' | 'dateline' | 'byline' | 'body' | 'caption' | 'boilerplate';
  reason: string;
}

export interface Entity {
  start: number;
  end: number;
  text: string;
  type: EntityType;
  /** Index into names; null for values. */
  id: number | null;
  confidence: number;
  /** "2017-03", "USD 14000000". */
  value?: string;
}

export interface Name {
  id: number;
  type: EntityType;
  /** The fullest form that was found. */
  name: string;
  titles: string[];
  /** Indices into entities. */
  mentions: number[];
  /** In the caller's gazetteer. */
  caller_id?: string;
  /** Whose speaker it is: indices into quotes. */
  quotes: number[];
  /** Bodies, places and peoples that a person's titles name: into names. */
  affiliations: number[];
  /** What the text and first names tell of a person. */
  gender: 'male' | 'female' | null;
}

export interface Speaker {
  /** The source phrase: "he". */
  span: Span;
  /** Who that is, by the fullest name. */
  name: string;
  id: number | null;
  kind: 'person' | 'organization' | 'document' | 'group' | 'unnamed';
  confidence: number;
}

export interface Quote {
  kind: 'direct' | 'mixed' | 'indirect';
  content: Span[];
  text: string;
  speaker: Speaker | null;
  cue: Span | null;
  parent: number | null;
  confidence: number;
  rule: string;
}

export interface Repair {
  start: number;
  end: number;
  kind: string;
  text: string;
}

export interface Document {
  length: number;
  language: string;
  encoding: string;
  paragraphs: Paragraph[];
  sentences: Span[];
  tokens?: Span[];
  entities: Entity[];
  names: Name[];
  quotes: Quote[];
  repairs: Repair[];
  normalized?: string;
}

/** Types of names, as against values. */
export type NameType = Exclude<EntityType,
  'DATE' | 'TIME' | 'MONEY' | 'PERCENT' | 'QUANTITY'>;

/** What the numbers of a span count. */
export type Unit = 'bytes' | 'utf16' | 'codepoints';

/** A name that the caller knows; id comes back as value and caller_id. */
export interface KnownName {
  name: string;
  type: NameType;
  id?: string;
}

/** Names that are found whatever the model says. */
export class Gazetteer {
  /** Or lines "name TAB TYPE TAB id", as in the command's --gazetteer. */
  constructor(names: readonly KnownName[] | string);
  /** How many names there are. */
  readonly size: number;
}

/** A name that a recognizer of the caller's found. */
export interface GivenEntity {
  start: number;
  end: number;
  type: NameType;
}

/** What is asked of an AbortSignal. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: any;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface ReadOptions {
  /** BCP 47; found out if it is missing. */
  language?: string;
  /** Declared charset of bytes. */
  charset?: string;
  /** UTF-16 units of a string, bytes of a buffer if it is missing. */
  offsets?: Unit;
  tokens?: boolean;
  normalized?: boolean;
  minConfidence?: number;
  /** Refuse longer text (UTF-8 of a string); 256 MiB if it is missing. */
  maxBytes?: number;
  /** Refuse a text with more of them. */
  maxEntities?: number;
  maxQuotes?: number;
  maxDepth?: number;
  /** attributions: thoughts, beliefs and plans count as quotations, too. */
  quotes?: 'speech' | 'attributions';
  gazetteer?: Gazetteer;
}

export interface AnalyzeOptions extends ReadOptions {
  /** In place of the names that the model would find. */
  entities?: GivenEntity[];
}

export interface AsyncOptions extends AnalyzeOptions {
  /** Stops the call, which then rejects with signal.reason. */
  signal?: Signal;
}

/** What a failed call throws or rejects with. */
export interface CopydeskError extends Error {
  /** "too_big", "too_many", "bad_text", "invalid"... */
  code: string;
  /** Byte of the input (of its UTF-8, if it is a string). */
  offset: number;
}

export class Analyzer {
  /** model: bytes of copydesk-train; the one inside the library if missing. */
  constructor(options?: {model?: Uint8Array});
  readonly modelId: string;
  /** In the thread pool. */
  analyze(text: string | Uint8Array, options?: AsyncOptions): Promise<Document>;
  analyzeSync(text: string | Uint8Array, options?: AnalyzeOptions): Document;
  /**
   * As many at a time as threads says (4), in the thread pool (whose size is
   * UV_THREADPOOL_SIZE); an error stands in the place of a text that failed.
   */
  analyzeMany(
    texts: ReadonlyArray<string | Uint8Array>,
    options?: ReadOptions & {threads?: number, signal?: Signal}):
    Promise<Array<Document | CopydeskError>>;
  /** What `copydesk analyze` prints; lines: every item on its own line. */
  json(
    text: string | Uint8Array,
    options?: AsyncOptions & {id?: unknown, explain?: boolean,
      lines?: boolean}): Promise<string>;
  /** A page of a text (UTF-8) with quotations and names marked. */
  html(
    text: string | Uint8Array,
    options?: AsyncOptions & {title?: string}): Promise<string>;
}

export interface NormalizeOptions {
  charset?: string;
  offsets?: Unit;
  maxBytes?: number;
  keepDamage?: boolean;
  nfkc?: boolean;
  foldCase?: boolean;
  plainMarks?: boolean;
  plainDashes?: boolean;
  plainSpaces?: boolean;
  plainEllipses?: boolean;
  plainDigits?: boolean;
  /** Fill changes. */
  changes?: boolean;
}

/** A place where clean text and input differ. */
export interface Change {
  clean: Span;
  source: Span;
}

export interface CleanText {
  readonly text: string;
  readonly encoding: string;
  readonly length: number;
  readonly sourceLength: number;
  readonly repairs: Repair[];
  readonly changes: Change[];
  /** The part of the input that a part of text came from. */
  toSource(start: number, end: number): Span;
  toClean(start: number, end: number): Span;
}

export function normalize(
  text: string | Uint8Array, options?: NormalizeOptions): CleanText;

export const version: string;
export const unicodeVersion: string;
