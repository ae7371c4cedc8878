#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Figures of quotations, each kind apart, with 95 % intervals.

    intervals.py --data DIR --score SCORE.py [--copydesk COMMAND]
                 [--resamples 1000] [--out intervals.tsv]

DIR and SCORE.py are those of accuracy.py. The intervals are percentiles of a
bootstrap over documents with a fixed seed, so the same answers give the same
file. Columns: set, figure, value, low, high, gold (what is wanted, or, of
sources, what is asked), model. Python 3 standard library.
"""
import json
import os
import subprocess
import sys
import tempfile

import command

KINDS = ('direct', 'mixed', 'indirect', 'all')
QUOTED = ['quote %s %s' % (how, kind)
          for how in ('exact', 'overlap .8', 'overlap .3') for kind in KINDS]
SOURCES = ['speaker head | overlap .3 ' + kind for kind in KINDS]
SPANS = ['span source', 'span cue', 'span content']
DIRECT = ['quote exact direct', 'quote overlap .8 direct',
          'speaker head | overlap .3 direct']

# Name, file, what the command is told, arguments of the scorer, figures.
SETS = [
    ('voa', 'own/voa_dev', [], [], QUOTED + SOURCES),
    ('press', 'own/press_dev', [], [], QUOTED + SOURCES),
    ('polnear speech', 'polnear_dev', [], ['--speech'], QUOTED + SOURCES),
    ('polnear attributions', 'polnear_dev', ['--quotes', 'attributions'], [],
     SPANS + QUOTED),
    ('german', 'german_wikinews_dev', [], [], DIRECT),
]


def main():
    p = command.parser(__doc__)
    p.add_argument('--resamples', default='1000')
    p.add_argument('--out', default=os.path.join(command.HERE, 'intervals.tsv'))
    args = p.parse_args()
    rows = ['set\tfigure\tvalue\tlow\thigh\tgold\tmodel']
    with tempfile.TemporaryDirectory() as folder:
        asked = command.Command(args.copydesk, folder)
        model = asked.version()[1]
        table = os.path.join(folder, 'table.json')
        for name, file, told, options, figures in SETS:
            gold = os.path.join(args.data, file + '.jsonl')
            answer = asked.analyze(command.read(gold), told)
            subprocess.run([sys.executable, args.score, gold, answer, '--ci',
                            args.resamples, '--json', table] + options,
                           stdout=subprocess.DEVNULL, check=True)
            with open(table) as f:
                metrics = json.load(f)['metrics']
            for figure in figures:
                m = metrics.get(figure)
                value = m and (m.get('acc') if 'acc' in m else m['f1'])
                if value is None or not m.get('ci95'):
                    continue
                rows.append('%s\t%s\t%.1f\t%.1f\t%.1f\t%d\t%s' % (
                    name, figure, value, m['ci95'][0], m['ci95'][1],
                    m.get('gold', m.get('n', 0)), model))
    with open(args.out, 'w', encoding='utf-8') as f:
        f.write('\n'.join(rows) + '\n')
    print('\n'.join(rows))
    return 0


if __name__ == '__main__':
    sys.exit(main())
