#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The examples that quotations are learned from: their marking is sound, and
the command finds most of them again.

  test_quote_examples.py COPYDESK EXAMPLES
"""
import json
import re
import subprocess
import sys
import tempfile
import unittest

COPYDESK, EXAMPLES = sys.argv[1:3]
TAG = re.compile(r'<(/?)([skc])(\d+(?:,\d+)*)>')
LEAST = 85  # F1 of contents, punctuation at their ends aside; shipped 91.0


def blocks():
    with open(EXAMPLES, encoding='utf-8') as f:
        text = ''.join(line for line in f if not line.startswith('#'))
    return [b for b in re.split(r'\n\s*\n', text.strip()) if b.strip()]


def read(block):
    """The text of a block, its contents (sets of byte spans), its faults."""
    text, at, open_tags, spans, faults = b'', 0, [], {}, []
    for tag in TAG.finditer(block):
        text += block[at:tag.start()].encode()
        at = tag.end()
        close, kind, numbers = tag.groups()
        if not close:
            open_tags.append((kind + numbers, len(text)))
            continue
        if not open_tags or open_tags[-1][0] != kind + numbers:
            faults.append('%s does not match' % tag.group())
            break
        begin = open_tags.pop()[1]
        if begin == len(text):
            faults.append('%s is empty' % tag.group())
        for n in numbers.split(','):
            spans.setdefault(n, {}).setdefault(kind, []).append(
                (begin, len(text)))
    text += block[at:].encode()
    if open_tags:
        faults.append('%s is not closed' % open_tags[-1][0])
    for n, parts in spans.items():
        if 'c' not in parts:
            faults.append('quotation %s has no content' % n)
    return text.decode(), [tuple(p.get('c', ())) for p in spans.values()], faults


def trimmed(text, spans):
    """Spans without white space and punctuation at their ends."""
    raw = text.encode()
    out = []
    for begin, end in spans:
        piece = raw[begin:end].decode()
        left = piece.lstrip(' ,.;:!?"\'\u2018\u2019\u201c\u201d\n')
        begin += len(piece.encode()) - len(left.encode())
        end = begin + len(
            left.rstrip(' ,.;:!?"\'\u2018\u2019\u201c\u201d\n').encode())
        out.append((begin, end))
    return tuple(out)


class QuoteExamples(unittest.TestCase):
    def test_marking_is_sound(self):
        faults = ['%s: %s' % (b[:60], f) for b in blocks() for f in read(b)[2]]
        self.assertEqual(faults, [])

    def test_no_text_stands_there_twice(self):
        texts = [read(b)[0] for b in blocks()]
        self.assertEqual(len(texts), len(set(texts)))

    def test_most_are_found_again(self):
        gold = [read(b)[:2] for b in blocks()]
        with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as f:
            for i, (text, _) in enumerate(gold):
                f.write(json.dumps({'id': str(i), 'lang': 'en',
                                    'text': text}) + '\n')
            f.flush()
            answers = subprocess.run(
                [COPYDESK, 'analyze', '--format', 'jsonl', f.name],
                capture_output=True, check=True, text=True).stdout
        right = found = asked = 0
        for (text, contents), line in zip(gold, answers.splitlines()):
            want = {trimmed(text, c) for c in contents}
            got = {trimmed(text, [tuple(s) for s in q['content']])
                   for q in json.loads(line)['quotes']}
            right += len(want & got)
            found += len(got)
            asked += len(want)
        f1 = 200 * right / (found + asked)
        print('%d asked, %d found, F1 %.1f' % (asked, found, f1))
        self.assertGreaterEqual(f1, LEAST)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
