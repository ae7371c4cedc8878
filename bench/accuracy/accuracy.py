#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the copydesk command on every measuring set; keeps the ledger.

    accuracy.py --data DIR --score SCORE.py [--copydesk COMMAND] [--only SET]
                [--trainer COMMAND] [--append] [--check] [--note TEXT]
                [--types]

DIR holds the sets as JSON Lines (see src/train/corpus.hpp), SCORE.py compares
an answer with its gold. Neither is in the repository: the texts are not ours
to give away.

Prints a line a figure. --append adds them to ledger.tsv with today's date, the
version, the model's id and the note. --check compares with the last line of
each figure in the ledger and exits 1 if one fell by more than 0.5 while the
ledger's last entry has no note that says why. --types prints the tables of
all types with 95 % intervals as well. Python 3 standard library.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

import bcubed
import command

LEDGER = os.path.join(command.HERE, 'ledger.tsv')
HEAD = 'date\tversion\tmodel\tset\tfigure\tvalue\tnote\n'
PLACES = ['--sysmap', 'GPE=PLACE,LOC=PLACE,FAC=PLACE', '--goldmap',
          'FAC=PLACE']
NAMES = ('PERSON,NORP,ORG,GPE,LOC,FAC,EVENT,LAW,WORK,PRODUCT')
TIMEX = 'DATE=TIMEX,TIME=TIMEX'
THREE = 'PERSON,ORG,PLACE'

# Name, file, how the text is changed, arguments of the scorer, rows of its
# table that are kept.
SETS = [
    ('voa entities', 'own/voa_dev', None, [], ['ent strict']),
    ('press entities', 'own/press_dev', None, [], ['ent strict']),
    ('voa names', 'own/voa_dev', None, ['--types', NAMES], ['ent strict']),
    ('press names', 'own/press_dev', None, ['--types', NAMES],
     ['ent strict']),
    ('voa values', 'own/voa_dev', None,
     ['--types', 'DATE,TIME,MONEY,PERCENT,QUANTITY'],
     ['ent strict', 'ent strict DATE', 'ent strict MONEY',
      'ent strict PERCENT']),
    ('press values', 'own/press_dev', None,
     ['--types', 'DATE,TIME,MONEY,PERCENT,QUANTITY'],
     ['ent strict', 'ent strict DATE', 'ent strict MONEY',
      'ent strict PERCENT']),
    ('tempeval3', 'tempeval3_platinum', None,
     ['--types', 'TIMEX', '--goldmap', TIMEX + ',DURATION=TIMEX,SET=TIMEX',
      '--sysmap', TIMEX], ['ent strict']),
    ('worldwide', 'worldwide_dev', None, ['--types', THREE] + PLACES,
     ['ent strict', 'ent span-only']),
    ('worldwide NORP', 'worldwide_dev', None, ['--types', 'NORP'],
     ['ent strict']),
    ('worldwide lower case', 'worldwide_dev', 'lower',
     ['--types', THREE] + PLACES, ['ent strict']),
    ('worldwide capitals', 'worldwide_dev', 'upper',
     ['--types', THREE] + PLACES, ['ent strict']),
    ('ewt', 'uner_en_ewt_test', None, ['--types', THREE] + PLACES,
     ['ent strict', 'ent title-tolerant']),
    ('re3d', 're3d', None, ['--types', THREE] + PLACES, ['ent strict']),
    ('gum', 'gum_dev', None, ['--outer', '--types', THREE] + PLACES,
     ['ent strict']),
    ('crossner politics', 'crossner_politics_dev', None,
     ['--types', THREE] + PLACES, ['ent strict']),
    ('wnut17', 'wnut17_dev', None, ['--types', THREE] + PLACES,
     ['ent strict']),
    ('voa quotations', 'own/voa_dev', None, [],
     ['quote exact all', 'quote overlap .3 all']),
    ('press quotations', 'own/press_dev', None, [],
     ['quote exact all', 'quote exact direct', 'quote overlap .3 all']),
    ('polnear', 'polnear_dev', None, ['--speech'],
     ['quote exact direct', 'quote exact all', 'quote overlap .8 all',
      'quote overlap .3 all', 'speaker head | overlap .3 all', 'span source',
      'span cue', 'span content']),
    ('polnear attributions', 'polnear_dev', None, [],
     ['span source', 'span cue', 'span content']),
    ('german', 'german_wikinews_dev', None, [],
     ['quote exact direct', 'quote overlap .8 direct',
      'speaker head | overlap .3 direct']),
]

# What the command is told beside the text, by the name of the case.
CALLS = {'polnear attributions': ['--quotes', 'attributions']}


# Who said it, by name: name, file, row of score_speakers.py (beside SCORE.py).
SPEAKERS = [
    ('press speakers', 'own/press_dev', 'all'),
    ('voa speakers', 'own/voa_dev', 'all'),
    ('speakers', 'speakers_dev', 'quoted person'),
    ('speakers', 'speakers_dev', 'pronoun person'),
    ('speakers', 'speakers_dev', 'group'),
    ('speakers', 'speakers_dev', 'organization'),
]
PRONOUNS = {'he', 'she', 'it', 'they', 'i', 'we', 'who'}


def name_of_id(speaker):
    """"Mr__Darcy-3" -> "Mr. Darcy"; '' of who has no name ("The_boy-1")."""
    name = re.sub(r'-\d+$', '', speaker).replace('__', '. ').replace('_', ' ')
    words = name.split()
    named = (all(w[0].isupper() for w in words) and
             words[0] not in ('The', 'A', 'An', 'Narrator', 'Uncle', 'I'))
    return name if named else ''


def with_speakers(d):
    """A document of own/ or of fiction in the form of speakers_dev: its named
    speakers. Fiction has a sentence a line, which is no paragraph."""
    if 'speakers' in d:
        return d
    text, out = d['text'].encode(), []
    for q in d['quotes']:
        if 'speaker_id' in q:
            d['text'] = d['text'].replace('\n', ' ')
            q['speaker_name'] = name_of_id(q['speaker_id'])
        if not q.get('speaker_name'):
            continue
        source = (q.get('source') or [[0, 0]])[0]
        word = text[source[0]:source[1]].decode().lower()
        out.append({'source': source, 'contents': [q['content']],
                    'name': q['speaker_name'], 'kind': 'person',
                    'pronoun': word in PRONOUNS,
                    'quoted': q['kind'] != 'indirect', 'sure': True})
    return {'id': d['id'], 'lang': d.get('lang', 'en'), 'text': d['text'],
            'speakers': out}


def speaker_figures(args, documents, answers, row, folder):
    """A row of the table that the scorer of speakers makes."""
    gold = os.path.join(folder, 'speakers.jsonl')
    command.write(gold, documents)
    table = os.path.join(folder, 'table.json')
    scorer = os.path.join(os.path.dirname(args.score), 'score_speakers.py')
    subprocess.run([sys.executable, scorer, gold, answers, '--json', table],
                   capture_output=True, check=True)
    with open(table) as f:
        return json.load(f)[row]


def score_speakers(args, asked, case, folder):
    name, file, row = case
    documents = [with_speakers(d) for d in command.read(
        os.path.join(args.data, file + '.jsonl'))]
    figures = speaker_figures(args, documents, asked.analyze(documents), row,
                              folder)
    for figure in ('recall_full', 'given_full'):
        yield name, '%s %s' % (row, figure), figures[figure]


def score_folds(args, asked, case, folder):
    """Fiction is learned from: each tale by weights learned from others, which
    the trainer makes."""
    if not os.path.exists(args.trainer):
        return
    name, file = case
    documents = [with_speakers(d) for d in command.read(
        os.path.join(args.data, file + '.jsonl')) if d['quotes']]
    subprocess.run(
        [args.trainer, '--data', args.data, '--base',
         os.path.join(command.HERE, '..', '..', 'src', 'data', 'en.model'),
         '--only', 'dialogue', '--score'],
        capture_output=True, check=True, cwd=folder)
    figures = speaker_figures(args, documents,
                              os.path.join(folder, 'people_folds.jsonl'),
                              'all', folder)
    for figure in ('recall', 'given', 'recall_full', 'given_full'):
        yield name, 'all %s' % figure, figures[figure]


def score_names(args, asked, case, folder):
    """Which mentions of persons are one: B-cubed."""
    name, file = case
    documents = command.read(os.path.join(args.data, file + '.jsonl'))
    yield name, 'B-cubed F1', bcubed.bcubed(asked.pairs(documents))[2]


def score_gap(args, asked, case, folder):
    """A pronoun and two names: the trainer asks the room, the command has no
    output for it."""
    if not os.path.exists(args.trainer):
        return
    said = subprocess.run(
        [args.trainer, '--data', args.data, '--base',
         os.path.join(command.HERE, '..', '..', 'src', 'data', 'en.model'),
         '--only', 'people', '--score', '--set', 'set=6'],
        capture_output=True, text=True, check=True, cwd=folder).stdout
    for m in re.finditer(r'^gap_development(.*): .*F1 ([\d.]+)', said, re.M):
        under = ' under the title' if m.group(1) else ''
        yield case[0], 'F1' + under, float(m.group(2))


def ascii_case(text, how):
    """ASCII letters alone, so that offsets stay."""
    if how is None:
        return text
    change = str.lower if how == 'lower' else str.upper
    return ''.join(change(c) if c.isascii() else c for c in text)


def score(args, asked, case, folder):
    name, file, how, options, rows = case
    gold = os.path.join(args.data, file + '.jsonl')
    documents = command.read(gold)
    for d in documents:
        d['text'] = ascii_case(d['text'], how)
    system = asked.analyze(documents, CALLS.get(name, ()))
    call = [sys.executable, args.score, gold, system] + options
    if args.types:
        call.append('--ci')
    table = subprocess.run(call, capture_output=True, text=True,
                           check=True).stdout
    if args.types:
        print('== ' + name)
        print(table)
    for row in rows:
        m = re.search(r'^%s\s+(?:accuracy|[\d.-]+\s+[\d.-]+)\s+([\d.]+)' %
                      re.escape(row), table, re.M)
        if m:
            yield name, row, float(m.group(1))


def read_ledger():
    last = {}
    if os.path.exists(LEDGER):
        for line in open(LEDGER, encoding='utf-8').read().splitlines()[1:]:
            f = line.split('\t')
            last[f[3], f[4]] = (float(f[5]), f[6] if len(f) > 6 else '')
    return last


def main():
    p = command.parser(__doc__)
    p.add_argument('--trainer',
                   default=os.path.join(command.BUILT, 'copydesk-train'))
    p.add_argument('--only')
    p.add_argument('--append', action='store_true')
    p.add_argument('--check', action='store_true')
    p.add_argument('--types', action='store_true')
    p.add_argument('--note', default='')
    args = p.parse_args()
    last, fell = read_ledger(), []
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        asked = command.Command(args.copydesk, folder)
        version, model = asked.version()
        for case, by in ([(c, score) for c in SETS] +
                         [(c, score_speakers) for c in SPEAKERS] +
                         [(('litbank speakers', 'litbank'), score_folds),
                          (('gum names', 'gum_dev'), score_names),
                          (('gap',), score_gap)]):
            if args.only and args.only not in case[0]:
                continue
            for name, row, value in by(args, asked, case, folder):
                before = last.get((name, row), (None, ''))[0]
                print('%-22s %-22s %6.1f%s' % (
                    name, row, value,
                    '' if before is None else '  (was %.1f)' % before))
                if before is not None and value < before - 0.5:
                    fell.append('%s, %s: %.1f, was %.1f' % (
                        name, row, value, before))
                lines.append('\t'.join([
                    datetime.date.today().isoformat(), version, model, name,
                    row, '%.1f' % value, args.note]))
    if args.append:
        new = not os.path.exists(LEDGER)
        with open(LEDGER, 'a', encoding='utf-8') as f:
            if new:
                f.write(HEAD)
            f.write('\n'.join(lines) + '\n')
    if args.check and fell and not args.note:
        print('\n'.join(['fell by more than 0.5:'] + fell), file=sys.stderr)
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
