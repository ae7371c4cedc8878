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

export interface AnalyzeOptions {
  language?: string;
  /** Declared charset of bytes. */
  charset?: string;
  tokens?: boolean;
  normalized?: boolean;
  minConfidence?: number;
  maxBytes?: number;
}

/** What a failed call throws or rejects with. */
export interface CopydeskError extends Error {
  code: string;
  offset: number;
}

export class Analyzer {
  constructor();
  readonly modelId: string;
  /** In the thread pool. */
  analyze(text: string | Uint8Array, options?: AnalyzeOptions): Promise<Document>;
  analyzeSync(text: string | Uint8Array, options?: AnalyzeOptions): Document;
}

export interface NormalizeOptions {
  charset?: string;
  keepDamage?: boolean;
  nfkc?: boolean;
  foldCase?: boolean;
  plainMarks?: boolean;
  plainDashes?: boolean;
  plainSpaces?: boolean;
  plainEllipses?: boolean;
  plainDigits?: boolean;
}

export interface CleanText {
  readonly text: string;
  readonly encoding: string;
  toSource(start: number, end: number): Span;
  toClean(start: number, end: number): Span;
}

export function normalize(
  text: string | Uint8Array, options?: NormalizeOptions): CleanText;

export const version: string;
