#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the names that copydesk finds, per type, with 95 % intervals.

    names.py GOLD.jsonl [--copydesk COMMAND] [--places] [--types A,B]
             [--title TEXT] [--check]

GOLD holds annotated documents as JSON Lines (see src/train/corpus.hpp). A name
is right if its first and last byte and its type are. Prints a table in
Markdown: how many names gold and the command have, precision, recall, F1, and
the interval that holds the F1 of 95 % of 1,000 samples of as many documents,
drawn with replacement; the same on every machine.

--places takes GPE, LOC and FAC for one type, PLACE, as many sets do.
--check is for tests: GOLD must be the set of the figure "press names" in
ledger.tsv. Exits 1 if its F1 is more than 0.5 under the last one of the ledger,
or if a line of the ledger is more than 0.5 under the one before it and has no
note that says why. Python 3 standard library.
"""
import argparse
import os
import random
import sys
import tempfile

import command

LEDGER = os.path.join(command.HERE, 'ledger.tsv')
TYPES = ('PERSON NORP ORG GPE LOC FAC EVENT LAW WORK PRODUCT').split()
FIGURE = 'press names', 'ent strict'
MAY_FALL = 0.5


def names(document, types, places):
    """The set of (begin, end, type) of a document."""
    out = set()
    for e in document['entities']:
        t = e['type']
        if places and t in ('GPE', 'LOC', 'FAC'):
            t = 'PLACE'
        if t in types:
            out.add((e['start'], e['end'], t))
    return out


def count(gold, system, types, places):
    """{type or 'all': [right, gold, system]} of one document."""
    g, s = names(gold, types, places), names(system, types, places)
    out = {}
    for key, column in ((g & s, 0), (g, 1), (s, 2)):
        for _, _, t in key:
            for k in (t, 'all'):
                out.setdefault(k, [0, 0, 0])[column] += 1
    return out


def total(counts):
    out = {}
    for c in counts:
        for k, v in c.items():
            sums = out.setdefault(k, [0, 0, 0])
            for i in range(3):
                sums[i] += v[i]
    return out


def f1(c):
    return 200.0 * c[0] / (c[1] + c[2]) if c[1] + c[2] else 0.0


def intervals(counts, rounds=1000):
    """{type: (low, high)}: F1 of samples of documents."""
    draw, found = random.Random(1), {}
    for _ in range(rounds):
        sample = total([counts[draw.randrange(len(counts))] for _ in counts])
        for k, c in sample.items():
            found.setdefault(k, []).append(f1(c))
    out = {}
    for k, values in found.items():
        values.sort()
        out[k] = (values[int(0.025 * len(values))],
                  values[min(int(0.975 * len(values)), len(values) - 1)])
    return out


def table(counts, types, title):
    sums, between = total(counts), intervals(counts)
    lines = ['| %s | gold | found | precision | recall | F1 | 95 %% |' % title,
             '|---|---|---|---|---|---|---|']
    for t in ['all'] + [t for t in types if t in sums]:
        right, gold, system = c = sums[t]
        lines.append('| %s | %d | %d | %.1f | %.1f | %.1f | %.1f-%.1f |' % (
            t, gold, system, 100.0 * right / system if system else 0,
            100.0 * right / gold if gold else 0, f1(c), *between[t]))
    return '\n'.join(lines)


def ledger():
    """[(value, note)] of the figure, in order."""
    out = []
    with open(LEDGER, encoding='utf-8') as f:
        for line in f.read().splitlines()[1:]:
            cells = line.split('\t')
            if tuple(cells[3:5]) == FIGURE:
                out.append((float(cells[5]),
                            cells[6].strip() if len(cells) > 6 else ''))
    return out


def faults(value, lines):
    """What is wrong with a value, given the lines of the ledger."""
    out = []
    for (before, _), (after, note) in zip(lines, lines[1:]):
        if after < before - MAY_FALL and not note:
            out.append('the ledger fell from %.1f to %.1f and has no note'
                       % (before, after))
    if not lines:
        out.append('the ledger has no line of this figure')
    elif value < lines[-1][0] - MAY_FALL:
        out.append('F1 is %.2f; the ledger says %.1f' % (value, lines[-1][0]))
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('gold')
    p.add_argument('--copydesk',
                   default=os.path.join(command.BUILT, 'copydesk'))
    p.add_argument('--places', action='store_true')
    p.add_argument('--types')
    p.add_argument('--title', default='type')
    p.add_argument('--check', action='store_true')
    args = p.parse_args()
    types = TYPES + ['PLACE']
    if args.places:
        types = ['PERSON', 'ORG', 'PLACE', 'NORP']
    if args.types:
        types = args.types.split(',')
    with tempfile.TemporaryDirectory() as folder:
        asked = command.Command(args.copydesk, folder)
        counts = [count(g, s, types, args.places)
                  for g, s in asked.pairs(command.read(args.gold))]
    print(table(counts, types, args.title))
    if not args.check:
        return 0
    wrong = faults(f1(total(counts)['all']), ledger())
    print('\n'.join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
