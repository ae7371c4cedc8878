#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the word tables of the value rules from src/data/values_*.tsv.

    python3 src/entities/make_value_words.py [DIRECTORY]

writes values_glue.hpp and values_words_data.hpp into src/entities, or into
DIRECTORY. Python 3 standard library only.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '..', 'data')
LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru']
HEAD = '''// SPDX-License-Identifier: Apache-2.0
// Generated from src/data/values_*.tsv; do not edit. To make it again:
//   python3 src/entities/make_value_words.py
'''
# Values that are words: the enum they belong to.
ENUMS = {
    'date_unit': 'date_unit', 'date_units': 'date_unit',
    'time_unit': 'time_unit', 'time_units': 'time_unit',
    'day_part': 'day_part', 'day_parts': 'day_part', 'day_point': 'day_part',
    'season': 'season', 'edge': 'edge', 'shift': 'edge',
    'relative': 'relative', 'boundary': 'boundary', 'after': 'after',
}
CODED = {'currency', 'prefix', 'dollar_prefix', 'letter_prefix', 'unit'}


def lines(name):
    with open(os.path.join(DATA, name), encoding='utf-8') as f:
        for line in f:
            line = line.rstrip('\n')
            if line and not line.startswith('#'):
                yield line.split('\t')


def fnv1a(word):
    h = 2166136261
    for b in word.encode():
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def quoted(word):
    out = ''
    for b in word.encode():
        if b in b'"\\':
            out += '\\' + chr(b)
        elif 32 <= b < 127:
            out += chr(b)
        else:
            out += '\\%03o' % b
    return '"' + out + '"'


def identifier(word):
    keywords = {'and', 'or', 'not', 'for', 'new', 'this', 'half', 'auto',
                'while', 'do', 'default', 'case', 'double', 'short'}
    return word + '_' if word in keywords else word


def read_words(lang):
    """word -> list of (class, value text)"""
    words = {}
    path = 'values_%s.tsv' % lang
    if not os.path.exists(os.path.join(DATA, path)):
        return words
    for word, *pairs in lines(path):
        words[word] = [tuple(p.split('=', 1)) for p in pairs]
    return words


def read_phrases():
    """(words, fixed date or ''), by first word, the longest first"""
    out = []
    for name, *date in lines('values_holidays.tsv'):
        out.append((name.split(' '), date[0] if date else ''))
    return sorted(out, key=lambda p: (p[0][0], -len(p[0]), p[0]))


def slots(words):
    size = 64
    while size < 3 * len(words):
        size *= 2
    table = [0] * size
    for index, word in enumerate(words):
        at = fnv1a(word) & (size - 1)
        while table[at]:
            at = (at + 1) & (size - 1)
        table[at] = index + 1
    return table


def wrap(items):
    out, line = [], ' '
    for item in items:
        if len(line) + len(item) + 2 > 79:
            out.append(line)
            line = ' '
        line += ' ' + item + ','
    return '\n'.join(out + [line])


def table(lang, words, codes, glue, phrases):
    heads = {}
    if lang == 'en':
        for index, (name, _) in enumerate(phrases):
            heads.setdefault(name[0], []).append(index)
        for head, indices in heads.items():
            assert indices == list(range(indices[0], indices[-1] + 1))
            words.setdefault(head, []).append(('phrase', str(indices[0])))
    rows = []
    for word in sorted(words, key=lambda w: w.encode()):
        pairs = []
        for cls, value in words[word]:
            if cls in ENUMS:
                value = 'id(%s::%s)' % (ENUMS[cls], identifier(value))
            elif cls == 'glue':
                value = 'id(glue::%s)' % identifier(glue[value])
            elif cls in CODED:
                value = '%d' % codes[value]
            pairs.append('{word_class::%s, %s}' % (cls, value))
        assert len(pairs) <= 4, word
        rows.append('    {%s, {%s}},' % (quoted(word), ', '.join(pairs)))
        if len(rows[-1]) > 80:
            rows[-1] = '    {%s,\n     {%s}},' % (
                quoted(word), ',\n      '.join(pairs))
    if not rows:
        return ''
    table_slots = slots(sorted(words, key=lambda w: w.encode()))
    return '''
inline constexpr word_entry %s_words[] = {
%s
};

inline constexpr std::uint16_t %s_slots[] = {
%s
};
''' % (lang, '\n'.join(rows), lang, wrap(map(str, table_slots)))


def main():
    target = sys.argv[1] if len(sys.argv) > 1 else HERE
    phrases = read_phrases()
    all_words = {lang: read_words(lang) for lang in LANGUAGES}
    codes, glue = {'': 0}, {}
    for words in all_words.values():
        for pairs in words.values():
            for cls, value in pairs:
                if cls in CODED:
                    codes.setdefault(value, len(codes))
                if cls == 'glue':
                    glue[value] = value
    with open(os.path.join(target, 'values_glue.hpp'), 'w') as f:
        f.write(HEAD + '''#ifndef COPYDESK_SRC_ENTITIES_VALUES_GLUE_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_GLUE_HPP_

namespace copydesk::entities {

// The small words of the grammar, each by its own name.
enum class glue : int {
  none,
%s
};

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_GLUE_HPP_
''' % wrap(identifier(g) for g in sorted(glue)))
    with open(os.path.join(target, 'values_words_data.hpp'), 'w') as f:
        f.write(HEAD + '''#ifndef COPYDESK_SRC_ENTITIES_VALUES_WORDS_DATA_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_WORDS_DATA_HPP_

#include "entities/values_words.hpp"

namespace copydesk::entities {

template <class E>
constexpr std::int16_t id(E e) {
  return static_cast<std::int16_t>(e);
}

// Currency codes and unit symbols, by number.
inline constexpr const char* value_codes[] = {
%s
};

// Named days: the words, parted by one space, and the fixed date if any.
inline constexpr phrase_entry value_phrases[] = {
%s
};
''' % (wrap(quoted(c) for c in codes),
            '\n'.join('    {%s, %s},' % (quoted(' '.join(n)), quoted(d))
                      for n, d in phrases)))
        for lang in LANGUAGES:
            f.write(table(lang, all_words[lang], codes, glue, phrases))
        f.write('''
}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_WORDS_DATA_HPP_
''')


if __name__ == '__main__':
    main()
