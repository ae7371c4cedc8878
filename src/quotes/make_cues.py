#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the cue lexicons of the languages other than English.

    python3 src/quotes/make_cues.py src/data OUT

reads src/data/verbs_LANG.tsv and writes OUT/cues_LANG.tsv: every form of each
reporting verb that news uses to tell what somebody said - third persons of
all tenses and moods, infinitive, participles, gerund - by the rules of the
language's regular verbs. A line of verbs_LANG.tsv is

    lemma  class  rule [principal parts]

where the rule is a pattern below or "=" before the forms themselves; German
separable verbs are written "mit|teilen". A form that needs its particle
("teilte ... mit") gets the part of speech s instead of v; p and n lines
(prepositions, nouns of speech) are copied. Standard library only.
"""
import os
import sys

LANGUAGES = ('de', 'es', 'fr', 'it', 'pt', 'ru')
INSEPARABLE = ('be', 'emp', 'ent', 'er', 'ge', 'miss', 'ver', 'zer', 'wider',
               'wieder', 'unter', 'über')


# -- German: weak by rule; strong from "present past participle".

def german(lemma, parts):
    particle, bar, base = lemma.rpartition('|')
    if base.endswith('en'):
        stem = base[:-2]
    else:
        stem = base[:-1]  # erläuter-n, sammel-n
    if parts:
        present, past, participle = parts[:3]
    else:
        e = 'e' if stem[-1] in 'td' or stem.endswith(('chn', 'gn')) else ''
        present, past = stem + e + 't', stem + e + 'te'
        plain = stem.endswith('ier') and base.endswith('en') or \
            base.startswith(INSEPARABLE) and not base.startswith('gei')
        participle = ('' if plain else 'ge') + stem + e + 't'
    weak = past.endswith('te')
    plural = past + ('n' if past.endswith('e') else
                     'en' if not weak else 'n')
    first = stem + 'e' if base.endswith('en') else \
        (stem[:-2] + stem[-1] + 'e' if stem.endswith('el') else stem + 'e')
    finite = [present, first, base, past, plural]
    if len(parts) > 3:
        finite += parts[3:]  # the subjunctive: gäbe
    free = [base + 'd', participle]
    if not bar:
        return [(form, 'v') for form in finite + free]
    out = [(form, 's') for form in finite]
    out += [(particle + form, 'v') for form in finite + free]
    return out + [(particle + 'zu' + base, 'v')]


# -- Romance languages: a stem and endings; the last letter of the stem
# changes with the vowel after it.

def hard(stem, ending, lang):
    """The stem before `ending`, as the language spells its sound."""
    soft = ending[0] in 'eiéèêí'
    if lang == 'fr' and ending[0] in 'aoâ':
        if stem.endswith('c'):
            return stem[:-1] + 'ç'
        if stem.endswith('g'):
            return stem + 'e'
    if lang in ('es', 'pt') and soft:
        for plain, before in (('gu', 'gu'), ('c', 'qu'), ('g', 'gu'),
                              ('z', 'c'), ('ç', 'c')):
            if stem.endswith(plain):
                if plain == 'z' and lang == 'pt':
                    continue
                return stem[:-len(plain)] + before
    if lang == 'it' and soft and stem[-1] in 'cg':
        return stem + 'h'
    if lang == 'it' and stem.endswith('i') and ending[0] in 'ie':
        return stem[:-1]
    return stem


FRENCH_ER = ('er', 'e', 'ent', 'ait', 'aient', 'a', 'èrent', 'ant', 'é',
             'ée', 'és', 'ées', 'era', 'eront', 'erait', 'eraient')
FRENCH_IR = ('ir', 'it', 'issent', 'isse', 'issait', 'issaient', 'irent',
             'issant', 'i', 'ie', 'is', 'ies', 'ira', 'iront', 'irait')
FRENCH_RE = ('re', '', 'ent', 'e', 'ait', 'aient', 'it', 'irent', 'ant', 'u',
             'ue', 'us', 'ra', 'ront', 'rait')
MUTE = ('e', 'ent', 'era', 'eront', 'erait', 'eraient')


def french(lemma, parts):
    stem = lemma[:-2]
    rule = parts[0] if parts else lemma[-2:]
    if rule in ('er', 'll', 'è', 'ie'):
        out = []  # also s'exclame: one word for the tokenizer
        for ending in FRENCH_ER:
            base = stem
            if ending in MUTE:
                if rule == 'll':  # rappeler, rappelle
                    base = stem + stem[-1]
                elif rule == 'è':  # espérer, espère
                    at = max(stem.rfind('é'), stem.rfind('e'))
                    base = stem[:at] + 'è' + stem[at + 1:]
                elif rule == 'ie':  # appuyer, appuie
                    base = stem[:-1] + 'i'
            out.append(hard(base, ending, 'fr') + ending)
        if lemma[0] in 'aeéiou':
            out += ["s'" + form for form in out]
        return out
    endings = FRENCH_IR if rule == 'ir' else FRENCH_RE
    return [stem + ending for ending in endings]


SPANISH = {
    'ar': (('a', 'an', 'e', 'en', 'o'),
           ('ar', 'aba', 'aban', 'ó', 'aron', 'é', 'ado', 'ada', 'ados',
            'ando', 'ará', 'arán', 'aría', 'arían', 'ara', 'ase')),
    'er': (('e', 'en', 'a', 'an', 'o'),
           ('er', 'ía', 'ían', 'ió', 'ieron', 'í', 'ido', 'ida', 'idos',
            'iendo', 'erá', 'erán', 'ería', 'erían')),
    'ir': (('e', 'en', 'a', 'an', 'o'),
           ('ir', 'ía', 'ían', 'ió', 'ieron', 'í', 'ido', 'ida', 'idos',
            'iendo', 'irá', 'irán', 'iría', 'irían')),
}


def spanish(lemma, parts):
    """A part like "ue" or "ie": the stressed stem, "ie/i": and the weak."""
    stem, group = lemma[:-2], lemma[-2:]
    stressed, weak = stem, stem
    if parts:
        change = parts[0].split('/')
        at = max(stem.rfind(v) for v in ('o' if change[0] == 'ue' else 'e',))
        stressed = stem[:at] + change[0] + stem[at + 1:]
        if len(change) > 1:
            weak = stem[:at] + change[1] + stem[at + 1:]
    out = []
    for ending in SPANISH[group][0]:
        if group != 'ar' and ending[0] in 'ao' and stem.endswith('g'):
            out.append(stressed[:-1] + 'j' + ending)  # exija
            continue
        out.append(hard(stressed, ending, 'es') + ending
                   if group == 'ar' else stressed + ending)
    for ending in SPANISH[group][1]:
        base = weak if ending in ('ió', 'ieron', 'iendo') else stem
        out.append(hard(base, ending, 'es') + ending
                   if group == 'ar' else base + ending)
    return out


PORTUGUESE = {
    'ar': ('ar', 'a', 'am', 'o', 'e', 'em', 'ou', 'aram', 'ava', 'avam',
           'ado', 'ada', 'ados', 'ando', 'ará', 'arão', 'aria', 'ariam'),
    'er': ('er', 'e', 'em', 'o', 'a', 'am', 'eu', 'eram', 'ia', 'iam', 'ido',
           'ida', 'idos', 'endo', 'erá', 'erão', 'eria'),
    'ir': ('ir', 'e', 'em', 'a', 'am', 'iu', 'iram', 'ia', 'iam', 'ido',
           'ida', 'idos', 'indo', 'irá', 'irão', 'iria'),
}


def portuguese(lemma, parts):
    stem, group = lemma[:-2], lemma[-2:]
    return [(hard(stem, e, 'pt') if group == 'ar' else stem) + e
            for e in PORTUGUESE[group]]


ITALIAN = {
    'are': ('are', 'a', 'ano', 'o', 'i', 'ino', 'ò', 'arono', 'ava', 'avano',
            'ato', 'ata', 'ati', 'ando', 'erà', 'eranno', 'erebbe'),
    'ere': ('ere', 'e', 'ono', 'a', 'ano', 'eva', 'evano', 'endo', 'erà',
            'eranno', 'erebbe'),
    'ire': ('ire', 'e', 'ono', 'a', 'ano', 'ì', 'irono', 'iva', 'ivano',
            'ito', 'ita', 'endo', 'irà', 'iranno', 'irebbe'),
    'isc': ('ire', 'isce', 'iscono', 'isca', 'iscano', 'ì', 'irono', 'iva',
            'ivano', 'ito', 'ita', 'iti', 'endo', 'irà', 'iranno', 'irebbe'),
}


def italian(lemma, parts):
    """A part "isc", or past and participle of an -ere verb: rispose
    risposero risposto."""
    stem = lemma[:-3]
    group = 'isc' if parts[:1] == ['isc'] else lemma[-3:]
    out = [(hard(stem, e, 'it') if group == 'are' else stem) + e
           for e in ITALIAN[group]]
    if group in ('ere', 'ire') and parts:
        out += parts
    return out


# -- Russian: the past from the infinitive; present (or future) from the rule.

def russian(lemma, parts):
    """Parts: third person singular and plural, then the past if it is not
    the infinitive's."""
    stem = lemma[:-2]
    if parts and parts[0] != '-':
        now = parts[:2]
    elif stem[-1] == 'и':
        now = [stem[:-1] + 'ит', stem[:-1] + 'ят']
    else:
        now = [stem + 'ет', stem + 'ют']
    past = parts[2] if len(parts) > 2 else stem + 'л'
    base = past if not past.endswith('л') else past[:-1]
    out = [lemma] + now + [past] + [base + e for e in ('ла', 'ли', 'ло')]
    if now[1].endswith('ют') and stem[-1] in 'ая':
        out.append(now[1][:-2] + 'я')  # отмечая
    else:
        out.append(stem + 'в')  # добавив
    for form in list(out):
        if 'ё' in form:
            out.append(form.replace('ё', 'е'))
    return out


RULES = {'de': german, 'es': spanish, 'fr': french, 'it': italian,
         'pt': portuguese, 'ru': russian}


def lines_of(path, lang):
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('#') or not line.strip():
            continue
        fields = line.split('\t')
        lemma, kind = fields[0], fields[1]
        parts = fields[2].split() if len(fields) > 2 else []
        if ':' in kind:  # p:say, n:say: no verb
            pos, kind = kind.split(':')
            yield lemma, pos, kind, parts or [lemma]
            continue
        if parts and parts[0] == '=':
            yield lemma, 'v', kind, [lemma.replace('|', '')] + parts[1:]
            continue
        forms = RULES[lang](lemma, parts)
        if forms and isinstance(forms[0], str):
            forms = [(form, 'v') for form in forms]
        lemma = lemma.replace('|', '')
        for pos in 'vs':
            some = [form for form, which in forms if which == pos]
            if some:
                yield lemma, pos, kind, some


def main():
    data, out = sys.argv[1:3]
    for lang in LANGUAGES:
        source = os.path.join(data, 'verbs_%s.tsv' % lang)
        with open(os.path.join(out, 'cues_%s.tsv' % lang), 'w',
                  encoding='utf-8', newline='\n') as to:
            to.write('# Cues in all forms: lemma, part of speech (v verb, s '
                     'a form that needs its\n# particle, p preposition, n '
                     'noun), class, forms. Generated by\n'
                     '# src/quotes/make_cues.py from src/data/verbs_%s.tsv. '
                     'Do not edit.\n' % lang)
            for lemma, pos, kind, forms in lines_of(source, lang):
                to.write('%s\t%s\t%s\t%s\n' % (
                    lemma, pos, kind, ' '.join(dict.fromkeys(forms))))


if __name__ == '__main__':
    main()
