#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws speakers to be read by eye, and counts what readers wrote down.

    speakers_read.py GOLD.jsonl [--copydesk COMMAND] [--least N] [--others N]
                     [--skip N] [--seed N] [--before N]
    speakers_read.py --count READ.tsv

The first prints the speakers that copydesk gives to the quotations of GOLD's
texts (its annotations are not read): those of least confidence, and others
drawn from the rest. A block each: where it is (the document and the byte where
the content begins), the source as it stands, who that is said to be, how sure
that is, the words before and the content. --skip leaves out as many of those
of least confidence: the next ones, for another reading.

The second counts the lines of a table of readings, `set draw where cause`, and
prints causes by sets and draws in Markdown. The cause is "right" or a word for
what was wrong. Python 3 standard library.
"""
import argparse
import collections
import os
import random
import subprocess
import sys
import json

import command


def speakers(documents, path):
    """All of the documents, as (confidence, where, document, quotation)."""
    given = ''.join(json.dumps({k: d[k] for k in ('id', 'lang', 'text')
                                if k in d}) + '\n' for d in documents)
    said = subprocess.run([path, 'analyze', '--format', 'jsonl'],
                          input=given.encode(), stdout=subprocess.PIPE,
                          check=True).stdout.decode()
    out = []
    for d, line in zip(documents, said.splitlines()):
        for q in json.loads(line)['quotes']:
            if q['speaker']:
                where = '%s:%d' % (d['id'], q['content'][0][0])
                out.append((q['speaker']['confidence'], where, d, q))
    return sorted(out, key=lambda one: one[:2])


def show(one, before):
    sure, where, d, q = one
    text = d['text'].encode()

    def part(begin, end):
        return ' '.join(text[max(0, begin):end].decode(errors='ignore')
                        .split())
    s = q['speaker']
    begin = min([q['content'][0][0]] + s['span'][:1])
    end = max(q['content'][-1][1], s['span'][1])
    print('## %s  %.2f  %s\n%s -> %s (%s)\n...%s [[%s]]\n' % (
        where, sure, q['kind'], part(*s['span']) or '(none)', s['name'],
        s['kind'], part(begin - before, begin), part(begin, end)[:260]))


def draw(args):
    documents = command.read(args.gold)
    every = speakers(documents, args.copydesk)
    least = every[args.skip:args.skip + args.least]
    rest = every[args.skip + args.least:]
    random.seed(args.seed)
    others = random.sample(rest, min(args.others, len(rest)))
    print('%d speakers\n\n# least\n' % len(every))
    for one in least:
        show(one, args.before)
    print('# others\n')
    for one in others:
        show(one, args.before)


def count(path):
    with open(path, encoding='utf-8') as f:
        rows = [line.rstrip('\n').split('\t') for line in f][1:]
    columns = sorted({(r[1], r[0]) for r in rows})
    counts = collections.Counter((r[1], r[0], r[3]) for r in rows)
    causes = collections.Counter(r[3] for r in rows)
    print('| | %s |' % ' | '.join('%s, %s' % (s, d) for d, s in columns))
    print('|---|' + '---|' * len(columns))
    for cause, _ in causes.most_common():
        print('| %s | %s |' % (cause, ' | '.join(
            str(counts[c + (cause,)] or '') for c in columns)))


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('gold', nargs='?')
    p.add_argument('--copydesk',
                   default=os.path.join(command.BUILT, 'copydesk'))
    p.add_argument('--least', type=int, default=60)
    p.add_argument('--others', type=int, default=60)
    p.add_argument('--skip', type=int, default=0)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--before', type=int, default=300)
    p.add_argument('--count')
    args = p.parse_args()
    if args.count:
        count(args.count)
    elif args.gold:
        draw(args)
    else:
        p.error('needs GOLD.jsonl or --count')
    return 0


if __name__ == '__main__':
    sys.exit(main())
