// SPDX-License-Identifier: Apache-2.0
// options.js - what a caller says, in the numbers of the C API. Plain functions,
// so that the WebAssembly module can hold this file, too.
'use strict';

const UNITS = ['bytes', 'utf16', 'codepoints'];
const TYPES = [, 'PERSON', 'NORP', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'LAW',
  'WORK', 'PRODUCT'];
const QUOTES = ['speech', 'attributions'];
const NORMALIZE = ['keepDamage', 'nfkc', 'foldCase', 'plainMarks',
  'plainDashes', 'plainSpaces', 'plainEllipses', 'plainDigits', 'changes'];

// Bits of the options that are wanted, in the order of names.
const flagsOf = (options, names) => names.reduce(
  (bits, name, i) => (options[name] ? bits | (1 << i) : bits), 0);

function indexOf(names, name, what) {
  const i = names.indexOf(name);
  if (i < 0) throw new RangeError(`no such ${what}: ${name}`);
  return i;
}

// The lines of a gazetteer; a string is taken as it is.
function linesOf(names) {
  if (typeof names === 'string') return names;
  return Array.from(names, ({ name, type, id = '' }) => {
    if (/[\t\r\n]/.test(name + type + id)) {
      throw new RangeError(`a tab or line break in ${name}`);
    }
    return `${/^[#\\]/.test(name) ? '\\' : ''}${name}\t${type}\t${id}\n`;
  }).join('');
}

function whole(number, what) {
  if (number === undefined || (Number.isSafeInteger(number) && number >= 0)) {
    return number;
  }
  throw new RangeError(`${what} has to be a whole number`);
}

function string(text, what) {
  if (text === undefined || typeof text === 'string') return text;
  throw new TypeError(`${what} has to be a string`);
}

// Three numbers for each name that the caller found.
const givenOf = (entities) => Uint32Array.from(entities.flatMap(
  ({ start, end, type }) => [whole(start, 'start'), whole(end, 'end'),
    indexOf(TYPES, type, 'type')]));

const numbersOf = (o) => ({
  flags: flagsOf(o, ['tokens', 'normalized']),
  offsets: o.offsets && indexOf(UNITS, o.offsets, 'unit'),
  style: o.quotes && indexOf(QUOTES, o.quotes, 'style of quotes'),
  given: o.entities && givenOf(o.entities),
  minConfidence: o.minConfidence,
  maxBytes: whole(o.maxBytes, 'maxBytes'),
  maxEntities: whole(o.maxEntities, 'maxEntities'),
  maxQuotes: whole(o.maxQuotes, 'maxQuotes'),
  maxDepth: whole(o.maxDepth, 'maxDepth'),
  language: string(o.language, 'language'),
  charset: string(o.charset, 'charset'),
});

if (typeof Module === 'undefined') {
  module.exports = { linesOf, numbersOf, flagsOf, NORMALIZE };
}
