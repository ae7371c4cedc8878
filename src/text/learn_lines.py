#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns line_weights.inc: what page furniture, author lines and captions look like.

    python3 src/text/learn_lines.py build/release/tests/copydesk_lines_vectors \\
        DATA src/text/line_weights.inc

Lines of our own are in src/data/page_examples.tsv, page_lines.tsv beside it
and tests/unit/text/page_lines.tsv; text is what stands in the sets of DATA
named below, by paragraph and by sentence. The same files give the same bytes.
Lines of tests/unit/text/page_lines_blind.tsv are not read.
"""
import collections
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
SETS = ['own/voa_train', 'own/press_train', 'polnear_train', 'wikigold',
        'gum_train', 'meantime']
KINDS = ['boilerplate', 'byline', 'caption']  # any other kind is text
MIXER = 0x9E3779B1
BITS = 13          # of the table: 8,192 slots
MOST = 5600        # features kept
SCALE = 10         # of a weight of 1
MARGIN = -10
HEADLINE_MARGIN = 20   # for a line before the text
SENTENCE_MARGIN = 12   # for one that ends like a sentence
FLOOR_SHARE = 0.003    # of the lines may be lost to the look at words alone
EVIDENCE = 3
EPOCHS = 8
LEAST_LINES = 2    # a word stands for itself if so many lines have it
LEAST_TEXT = 250   # ... or so many texts


def joined(a, b):
    return (((a ^ (a >> 15)) * MIXER) & 0xFFFFFFFF) ^ b


def plain(what, n):
    return joined(joined(1, ord(what)), n)


def bucket(n):
    return n if n < 6 else 6 + (n - 6) // 4 if n < 30 else 12


def features(symbols, known):
    """The features of line_score.cpp, in its order."""
    out = []
    small = names = capital = letters = 0
    before, last = plain('^', 0), plain('^', 1)
    for word, shape in symbols:
        kept = word in known
        now = word if kept else plain('?', ord(shape))
        if kept:
            out.append(word)
        out += [joined(last, now), joined(joined(before, last), now)]
        if shape in 'lTUm':
            letters += 1
            large = shape != 'l'
            capital += large
            if not kept:
                if large:
                    names += 1
                else:
                    small += 1
        before, last = last, now
    stop = plain('$', 0)
    out += [joined(last, stop), joined(joined(before, last), stop),
            plain('s', bucket(small)), plain('c', bucket(names)),
            plain('n', bucket(len(symbols)))]
    if letters > 1 and capital == letters:
        out.append(plain('C', 0))
    if letters > 2 and capital < letters and capital * 5 >= letters * 3:
        out.append(plain('C', 1))
    if letters > 2 and capital <= 1:
        out.append(plain('C', 2))
    return out


def rows(path):
    with open(path, encoding='utf-8') as file:
        for line in file:
            line = line.rstrip('\n')
            if line and not line.startswith('#'):
                yield line.split('\t')


def examples(data):
    """(kind, line, weight), lines of text last."""
    for kind, match, phrase in rows(os.path.join(ROOT, 'src/data/page_lines.tsv')):
        if match in ('line', 'start', 'label', 'ask') and kind in KINDS:
            phrase = phrase.replace('#', '3')
            yield kind, phrase[0].upper() + phrase[1:], 0.5
            if ' ' in phrase:
                yield kind, phrase.title(), 0.3
    for path in ('tests/unit/text/page_lines.tsv', 'src/data/page_examples.tsv'):
        for row in rows(os.path.join(ROOT, path)):
            if len(row) == 2:
                yield row[0], row[1], 1.0
    for name in SETS:
        with open(os.path.join(data, name + '.jsonl'), encoding='utf-8') as file:
            for line in file:
                pieces = re.split(r'\n+', json.loads(line)['text'])
                for p in pieces:
                    for s in {p: 0, **{s: 0 for s in re.split(
                            r'(?<=[.!?"\u201d])\s+(?=[A-Z"\u201c])', p)}}:
                        if 1 <= len(s.split()) <= 40:
                            yield ('text', s.strip().replace('\t', ' '),
                                   1.0 if s == pieces[0] else 0.5)


def symbols_of(tool, lines):
    with tempfile.NamedTemporaryFile('w', suffix='.tsv', encoding='utf-8',
                                     delete=False) as file:
        for i, (_, line, _) in enumerate(lines):
            file.write('%d\t%s\n' % (i, line))
    out = subprocess.run([tool, '--symbols', file.name], check=True,
                         capture_output=True, text=True).stdout
    os.unlink(file.name)
    for row in out.splitlines():
        parts = row.split(' ')
        yield int(parts[0]), [(int(p[:8], 16), p[8]) for p in parts[1:]]


def learn(data):
    """Weights by feature: multinomial logistic regression, AdaGrad."""
    seen = collections.Counter(f for fs, _, _ in data for f in fs)
    data = [([f for f in fs if seen[f] > 1], k, w) for fs, k, w in data]
    weights = {f: [0.0, 0.0, 0.0] for f, n in seen.items() if n > 1}
    squares = {f: [1e-6, 1e-6, 1e-6] for f in weights}
    bias = [-1.0, -1.0, -1.0]
    order = list(range(len(data)))
    rng = random.Random(7)
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        for at in order:
            fs, kind, scale = data[at]
            score = bias[:]
            for f in fs:
                w = weights[f]
                score[0] += w[0]
                score[1] += w[1]
                score[2] += w[2]
            top = max(0.0, *score)
            e = [math.exp(s - top) for s in score]
            z = sum(e) + math.exp(-top)
            for k in range(3):
                g = (e[k] / z - (k == kind)) * scale
                if abs(g) < 1e-4:
                    continue
                bias[k] -= 0.002 * g
                for f in fs:
                    w, q = weights[f], squares[f]
                    step = g + 2e-5 * w[k]
                    q[k] += step * step
                    w[k] -= 0.15 * step / math.sqrt(q[k])
        print('epoch', epoch + 1, file=sys.stderr)
    return weights, bias


def main():
    tool, data, out = sys.argv[1:4]
    lines = list(examples(data))
    read = [(symbols, *lines[i][::2]) for i, symbols in symbols_of(tool, lines)
            if symbols]
    ours, texts = collections.Counter(), collections.Counter()
    for symbols, kind, _ in read:
        where = texts if kind == 'text' else ours
        where.update({word for word, _ in symbols})
    known = {w for w, n in ours.items() if n >= LEAST_LINES}
    known |= {w for w, n in texts.items() if n >= LEAST_TEXT}
    weights, bias = learn(
        [(features(symbols, known), KINDS.index(kind) if kind in KINDS else 3, w)
         for symbols, kind, w in read])
    alone = sorted(
        max(SCALE * (bias[k] + sum(weights[w][k] for w, _ in symbols
                                   if w in known and w in weights))
            for k in range(3))
        for symbols, kind, _ in read if kind in KINDS)
    floor = math.floor(alone[int(FLOOR_SHARE * len(alone))]) - 2
    best = sorted(weights, key=lambda f: (f not in known,
                                          -max(map(abs, weights[f])), f))[:MOST]
    table = [None] * (1 << BITS)
    for f in sorted(best):
        if f == 0:
            continue
        at = (f * MIXER & 0xFFFFFFFF) >> (32 - BITS)
        while table[at]:
            at = (at + 1) % len(table)
        w = [max(-127, min(127, round(SCALE * x))) for x in weights[f]]
        table[at] = '{0x%08xU, %d, %d, %d, %d}' % (f, *w, f in known)
    with open(out, 'w', encoding='utf-8') as file:
        file.write('// SPDX-License-Identifier: Apache-2.0\n'
                   '// Generated by src/text/learn_lines.py. Do not edit. '
                   'Made again by\n'
                   '//     python3 src/text/learn_lines.py '
                   'build/release/tests/copydesk_lines_vectors\n'
                   '//     DATA src/text/line_weights.inc\n\n'
                   'constexpr unsigned line_weight_bits = %d;\n'
                   'constexpr std::int32_t line_bias[3] = {%s};\n'
                   'constexpr std::int32_t line_margin = %d;\n'
                   'constexpr std::int32_t line_headline_margin = %d;\n'
                   'constexpr std::int32_t line_sentence_margin = %d;\n'
                   'constexpr std::int32_t line_floor = %d;\n'
                   'constexpr std::int32_t line_evidence = %d;\n'
                   'constexpr line_weight line_weights[1 << line_weight_bits] = {\n'
                   % (BITS, ', '.join('%d' % round(SCALE * b) for b in bias),
                      MARGIN, HEADLINE_MARGIN,
                      SENTENCE_MARGIN, floor,
                      EVIDENCE))
        for row in table:
            file.write('    %s,\n' % (row or '{}'))
        file.write('};\n')
    print(len(lines), 'lines;', len(weights), 'features;', len(known), 'words',
          file=sys.stderr)


if __name__ == '__main__':
    main()
