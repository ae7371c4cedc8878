#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The word tables of the rules are what their generators make.

    test_value_words.py SOURCE_DIRECTORY
"""
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(sys.argv[1])
SRC = TOP / 'src'
QUOTES = SRC / 'quotes'


def run(*call):
    return subprocess.run([sys.executable, *call], check=True, cwd=TOP,
                          stdout=subprocess.PIPE).stdout


stale = []


def compare(made, room):
    for new in sorted(pathlib.Path(made).iterdir()):
        if new.read_bytes() != (room / new.name).read_bytes():
            stale.append(new.name)


with tempfile.TemporaryDirectory() as made:
    run(SRC / 'entities/make_value_words.py', made)
    compare(made, SRC / 'entities')
with tempfile.TemporaryDirectory() as made:
    run(QUOTES / 'make_cues.py', SRC / 'data', made)
    compare(made, SRC / 'data')
with tempfile.TemporaryDirectory() as made:
    run(QUOTES / 'make_plain_lists.py', SRC / 'data', made)
    compare(made, QUOTES)
for table in sorted(QUOTES.glob('cue_table_*.inc')):
    lang = table.stem.rsplit('_', 1)[1]
    if run('src/quotes/make_cue_table.py', 'src/data/cues_%s.tsv' % lang,
           'src/data/function_words_%s.tsv' % lang) != table.read_bytes():
        stale.append(table.name)
if stale:
    sys.exit('made again, these differ: ' + ', '.join(stale))
