#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What damage costs: quotations of damaged copies of a set, against the whole.

    damage.py --data FOLDER --score SCORE.py --noise NOISE.py
              [--copydesk COMMAND] [--set polnear_dev] [--seeds 1,2,3]
              [--only KIND] [--keep FOLDER]

FOLDER and the two scripts are not in the repository. Each kind of damage is
done with each seed; documents that it does not change are left out, and the
undamaged originals of the same documents are what it is compared with. The
figure is the F1 of the contents of direct and mixed quotations together,
overlap of 0.8 or more, speech alone. A kind that costs more than 3 points is
marked. Exit 1 if any does.

The contents of the sets include their marks, which the scorer takes off on
both sides. A damaged mark ("&#8220;" or three characters of mojibake) it does
not know, so that a short quotation found to the byte would overlap by less
than 0.8: here the damaged forms of what it takes off are taken off first.
"""
import html
import os
import re
import subprocess
import sys
import tempfile

import command

KINDS = '''straight_quotes curly_quotes missing_open missing_close wrong_way
nbsp_spaces double_spaces utf8_as_cp1252 nfd html_entities boilerplate crlf
hard_wrap'''.split()
MOST = 3.0
# What the scorer takes off the ends of a content, and is not ASCII.
EDGES = '\u00a0\u2009\u202f\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u2018' \
        '\u2019\u201a\u00b4\u2026\u2013\u2014\u2015'
ASCII_EDGES = ' \t\r\n"\'`.,;:!?-()[]{}'


def mojibake(c):
    """The UTF-8 bytes of c, read as windows-1252."""
    return ''.join(chr(b) if b in (0x81, 0x8d, 0x8f, 0x90, 0x9d)
                   else bytes([b]).decode('cp1252') for b in c.encode())


FORMS = tuple(mojibake(c).encode() for c in EDGES)
ENTITY = re.compile(rb'&#?\w{1,8};')


def damaged_edge(text, at):
    """Length of the damaged mark or blank that begins at `at`, or 0."""
    for form in FORMS:
        if text.startswith(form, at):
            return len(form)
    m = ENTITY.match(text, at)
    if m:
        c = html.unescape(m.group().decode())
        if len(c) == 1 and c in EDGES + ASCII_EDGES:
            return len(m.group())
    return 0


def bare(text, begin, end):
    """[begin, end) without the damaged marks at its ends."""
    plain = ASCII_EDGES.encode()
    while begin < end:
        n = damaged_edge(text, begin) or text[begin] in plain
        if not n:
            break
        begin += n
    last = end
    while True:
        while last > begin and text[last - 1] in plain \
                and text[last - 1:last] != b';':
            last -= 1
        for at in range(max(begin, last - 12), last):
            if damaged_edge(text, at) == last - at:
                last = at
                break
        else:
            break
    return [begin, last] if begin < last else [begin, end]


def take_marks_off(path):
    documents = command.read(path)
    for d in documents:
        text = d['text'].encode()
        for q in d.get('quotes', []):
            q['content'] = [bare(text, *piece) for piece in q['content']]
    command.write(path, documents)


def measure(args, asked, gold):
    """F1 of direct and mixed quotations."""
    system = asked.analyze(command.read(gold))
    table = subprocess.run([sys.executable, args.score, gold, system,
                            '--speech'], capture_output=True, text=True,
                           check=True).stdout
    right = wanted = given = hit = 0
    for kind in ('direct', 'mixed'):
        m = re.search(r'^quote overlap \.8 %s\s+([\d.-]+)\s+([\d.-]+)\s+'
                      r'[\d.-]+\s+(\d+)\s+(\d+)' % kind, table, re.M)
        p, r = (0.0 if x == '-' else float(x) for x in m.groups()[:2])
        wanted += int(m.group(3))
        given += int(m.group(4))
        right += round(r * int(m.group(3)) / 100)
        hit += round(p * int(m.group(4)) / 100)
    p, r = hit / max(given, 1), right / max(wanted, 1)
    return 100 * 2 * p * r / max(p + r, 1e-9)


def main():
    p = command.parser(__doc__)
    p.add_argument('--noise', required=True)
    p.add_argument('--set', default='polnear_dev')
    p.add_argument('--seeds', default='1,2,3')
    p.add_argument('--only')
    p.add_argument('--keep', help='folder for the damaged sets and answers')
    args = p.parse_args()
    gold = os.path.join(args.data, args.set + '.jsonl')
    whole = {d['id']: d for d in command.read(gold)}
    over = False
    print('| damage | documents | whole | damaged | falls by |')
    print('|---|---|---|---|---|')
    with tempfile.TemporaryDirectory() as folder:
        folder = args.keep or folder
        asked = command.Command(args.copydesk, folder)
        for kind in KINDS:
            if args.only and args.only != kind:
                continue
            before = after = count = documents = 0
            for seed in args.seeds.split(','):
                hurt = os.path.join(folder, '%s.%s.jsonl' % (kind, seed))
                subprocess.run([sys.executable, args.noise, gold, hurt,
                                '--kind', kind, '--seed', seed,
                                '--only-changed'], check=True,
                               stdout=subprocess.DEVNULL)
                take_marks_off(hurt)
                ids = [d['id'] for d in command.read(hurt)]
                if not ids:
                    continue
                same = os.path.join(folder, '%s.%s.whole' % (kind, seed))
                command.write(same, [whole[i] for i in ids])
                x = measure(args, asked, same)
                y = measure(args, asked, hurt)
                before, after, count = before + x, after + y, count + 1
                documents += len(ids)
            if not count:
                continue
            x, y = before / count, after / count
            bad = x - y > MOST
            over = over or bad
            print('| %s | %d | %.1f | %.1f | %.1f%s |' % (
                kind, round(documents / count), x, y, x - y,
                ' (over)' if bad else ''), flush=True)
    return 1 if over else 0


if __name__ == '__main__':
    sys.exit(main())
