#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes src/data/{first_names,name_endings,noun_classes,demonyms}.tsv.

  make_lexicons.py LEXICONS WORDNET OUT

LEXICONS holds the folders names_us_census (US Census 1990, public domain),
names_popular_cc0 (CC0), i18n_nationality (MIT), congress (CC0); WORDNET the
files data.noun and index.noun of WordNet 3.0 (WordNet licence). The other
tables of src/data that this room reads are written by hand.
"""
import collections
import csv
import glob
import json
import os
import re
import sys
import unicodedata


def fold(s):
    s = unicodedata.normalize('NFKD', s.lower())
    s = ''.join(c for c in s if not unicodedata.combining(c))
    return s.translate(str.maketrans({'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i',
                                      'æ': 'ae', 'œ': 'oe', 'ß': 'ss',
                                      'ð': 'd', 'þ': 'th'}))


def head(what, source, licence):
    return (f'# {what}\n# Source: {source}. Licence: {licence}.\n'
            '# Made by src/people/make_lexicons.py; do not edit.\n')


def write(path, top, rows):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(top)
        for k in sorted(rows):
            f.write(f'{k}\t{rows[k]}\n')


def gender_counts(lex):
    """name -> [male weight, female weight]"""
    count = collections.defaultdict(lambda: [0.0, 0.0])
    for g, sex in enumerate(('male', 'female')):
        p = os.path.join(lex, 'names_us_census/names', f'dist.{sex}.first')
        for line in open(p):
            name, freq = line.split()[:2]
            count[name.lower()][g] += float(freq) + 0.0005
    p = os.path.join(lex, 'names_popular_cc0',
                     'common-forenames-by-country.csv')
    for r in csv.DictReader(open(p, encoding='utf-8-sig')):
        for col in ('Romanized Name', 'Localized Name'):
            name = fold(r[col].strip())
            if re.fullmatch(r"[a-z'-]+", name):
                count[name][r['Gender'] == 'F'] += 0.02
    for p in ('legislators-current.yaml',):
        first = None
        for line in open(os.path.join(lex, 'congress', p), encoding='utf-8'):
            m = re.match(r'\s+(first|gender): (\S+)$', line)
            if m and m[1] == 'first':
                first = fold(m[2].strip("'"))
            elif m and first and re.fullmatch(r"[a-z'-]+", first):
                count[first][m[2] == 'F'] += 0.01
    return count


def gender_value(m, f):
    share = (m + 0.0002) / (m + f + 0.0004)
    for limit, value in ((0.985, 'M'), (0.8, 'm'), (0.2, 'u'), (0.015, 'f')):
        if share >= limit:
            return value
    return 'F'


def endings(count):
    """Endings of one to three letters that tell the sex of a name."""
    seen = collections.defaultdict(lambda: [0, 0])
    for name, (m, f) in count.items():
        v = gender_value(m, f)
        if v == 'u':
            continue
        for n in (1, 2, 3):
            if len(name) > n:
                seen[name[-n:]][v in 'fF'] += 1
    out = {}
    for e, (m, f) in seen.items():
        share = (m + 1) / (m + f + 2)
        if m + f >= 12 and (share > 0.8 or share < 0.2):
            out[e] = 'm' if share > 0.5 else 'f'
    return {e: v for e, v in out.items()
            if not (len(e) > 1 and out.get(e[1:]) == v)}


def wordnet_classes(path):
    """single word -> class by the sense that comes first"""
    lex, up, words = {}, {}, {}
    for line in open(os.path.join(path, 'data.noun'), encoding='latin-1'):
        if line.startswith(' '):
            continue
        f = line.split('|')[0].split()
        n = int(f[3], 16)
        lex[f[0]] = f[1]
        words[f[0]] = [f[4 + 2 * i] for i in range(n)]
        k = 4 + 2 * n
        up[f[0]] = [f[k + 2 + 4 * i] for i in range(int(f[k]))
                    if f[k + 1 + 4 * i] in ('@', '@i')]
    sex = {}
    for s, w in words.items():
        if lex[s] == '18' and w[0] in ('woman', 'female', 'girl', 'wife'):
            sex.setdefault(s, 'f')
        if lex[s] == '18' and w[0] in ('man', 'male', 'boy', 'husband'):
            sex.setdefault(s, 'm')

    def sex_of(s, depth=0):
        if s in sex:
            return sex[s]
        if depth > 8:
            return ''
        found = {sex_of(u, depth + 1) for u in up[s]} - {''}
        return found.pop() if len(found) == 1 else ''

    # Orders, companies, unions, units... : hyponyms of these.
    org_roots = {'organization', 'institution', 'company', 'government',
                 'administrative_unit', 'gathering_of_people'}

    def is_org(s, depth=0):
        if any(w in org_roots for w in words[s]) and lex[s] == '14':
            return True
        return depth < 8 and any(is_org(u, depth + 1) for u in up[s])

    out = {}
    for line in open(os.path.join(path, 'index.noun'), encoding='latin-1'):
        if line.startswith(' '):
            continue
        f = line.split()
        w = f[0]
        if not re.fullmatch(r"[a-z][a-z-]{2,}", w):
            continue
        first = f[6 + int(f[3])]
        if lex[first] == '18' and up[first] and not all(
                x[0].isupper() for x in words[first]):
            out[w] = 'P' + sex_of(first)
        elif lex[first] == '14' and is_org(first):
            out[w] = 'O'
    return out


def demonyms(lex):
    names = {}
    en = json.load(open(os.path.join(lex, 'i18n_nationality/langs/en.json'),
                        encoding='utf-8'))['nationalities']
    for p in glob.glob(os.path.join(lex, 'factbook/*/*.json')):
        d = json.load(open(p, encoding='utf-8'))
        people = d.get('People and Society', {}).get('Nationality', {})
        country = d.get('Government', {}).get('Country name', {})
        short = country.get('conventional short form', {}).get('text', '')
        if not short or short == 'none':
            short = country.get('conventional long form', {}).get('text', '')
        short = fold(re.sub(r'\(.*?\)|^the ', '', short,
                            flags=re.I)).strip()
        if not short:
            continue
        for part in ('adjective', 'noun'):
            text = people.get(part, {}).get('text', '')
            for w in re.split(r',|;| or | and ', re.sub(r'\(.*?\)', '', text)):
                w = fold(w).strip()
                if re.fullmatch(r"[a-z][a-z -]+", w) and w != short:
                    names.setdefault(w, short)
                    if w.endswith('s') and part == 'noun':
                        names.setdefault(w[:-1], short)
    assert len(en) > 150
    return names


def main():
    lex, wn, out = sys.argv[1:4]
    count = gender_counts(lex)
    census = ('names_us_census (US Census Bureau, 1990), '
              'names_popular_cc0, congress-legislators')
    write(os.path.join(out, 'first_names.tsv'),
          head('First names: M m (male), F f (female; lower case: mostly), u',
               census, 'public domain, CC0'),
          {n: gender_value(*c) for n, c in count.items()})
    write(os.path.join(out, 'name_endings.tsv'),
          head('Endings of first names that tell the sex', census,
               'public domain, CC0'), endings(count))
    write(os.path.join(out, 'noun_classes.tsv'),
          head('Nouns: P person (Pm, Pf), O organization, by first sense',
               'WordNet 3.0, noun.person and noun.group, '
               'Copyright 2006 by Princeton University',
               'WordNet 3.0 licence'), wordnet_classes(wn))
    write(os.path.join(out, 'demonyms.tsv'),
          head('Demonyms and the country', 'CIA World Factbook',
               'public domain'), demonyms(lex))


if __name__ == '__main__':
    main()
