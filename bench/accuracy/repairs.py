#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lists what the command repairs in texts that are thought clean, to be read.

    repairs.py --data DATA [--copydesk COMMAND]

Texts are the documents of all sets of DATA and each file under raw/udhr (the
declaration of human rights in the languages of the world), a language a file.
Prints one line for each repair, with the text around it, and then a
table of counts on the error output. A repair in an undamaged paragraph is a
false one: only reading tells.
"""
import argparse
import collections
import glob
import os
import sys
import tempfile

import command

AROUND = 25  # Characters printed on both sides.
# Of quotation marks: made by what is quoted, not by the bytes.
QUOTES = 'missing_open', 'missing_close', 'wrong_way', 'straight'


def sets(data):
    """(name, documents) of all texts."""
    files = glob.glob(os.path.join(data, '**', '*.jsonl'), recursive=True)
    for path in sorted(files):
        documents = [{'id': str(i), 'text': d['text']}
                     for i, d in enumerate(command.read(path)) if 'text' in d]
        if documents:
            yield os.path.relpath(path, data), documents
    documents = []
    for path in sorted(glob.glob(os.path.join(data, 'raw', 'udhr', '*.txt'))):
        with open(path, encoding='utf-8', newline='') as f:
            documents.append({'id': os.path.basename(path), 'text': f.read()})
    yield 'raw/udhr', documents


def shown(text, repair):
    """Where and how a text was repaired, on one line of printable ASCII."""
    raw = text.encode()
    a, b = repair['start'], repair['end']
    before = raw[:a].decode()[-AROUND:]
    after = raw[b:].decode()[:AROUND]
    return ascii('%s[%s>%s]%s' % (before, raw[a:b].decode(), repair['text'],
                                  after))


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--data', required=True)
    p.add_argument('--copydesk',
                   default=os.path.join(command.BUILT, 'copydesk'))
    args = p.parse_args()
    counts, paragraphs = collections.Counter(), set()
    with tempfile.TemporaryDirectory() as folder:
        asked = command.Command(args.copydesk, folder)
        for name, documents in sets(args.data):
            for d, answer in asked.pairs(documents):
                paragraphs.update(filter(None, d['text'].splitlines()))
                for r in answer['repairs']:
                    if r['kind'] in QUOTES:
                        continue
                    counts[r['kind']] += 1
                    print('\t'.join((name, d['id'], r['kind'],
                                     shown(d['text'], r))))
    print('%d paragraphs, %d repairs' % (len(paragraphs), sum(counts.values())),
          file=sys.stderr)
    for kind, count in counts.most_common():
        print('%6d %s' % (count, kind), file=sys.stderr)


if __name__ == '__main__':
    main()
