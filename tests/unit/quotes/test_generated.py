#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes each src/quotes/cue_table_*.inc again, by the command in its head, and
compares; the lexicons of cues and the lists of plain_lists.tsv, too.

    test_generated.py TOP
"""
import pathlib
import re
import subprocess
import sys
import tempfile

top = pathlib.Path(sys.argv[1])
tables = sorted((top / 'src/quotes').glob('cue_table_*.inc'))
lexicons = sorted((top / 'src/data').glob('function_words_*.tsv'))
if not tables or len(tables) != len(lexicons):
    sys.exit('%d tables of %d lexicons' % (len(tables), len(lexicons)))
for table in tables:
    kept = table.read_bytes()
    head = kept.decode().split('// %s forms' % re.search(
        r'// (\d+) forms', kept.decode()).group(1))[0]
    sources = re.findall(r'src/data/\w+\.tsv', head)
    made = subprocess.run(
        [sys.executable, 'src/quotes/make_cue_table.py', *sources], cwd=top,
        capture_output=True, check=True).stdout
    if made != kept:
        sys.exit('%s is not what make_cue_table.py makes of %s' %
                 (table.relative_to(top), ' '.join(sources)))
for maker, room in (('make_cues.py', top / 'src/data'),
                    ('make_plain_lists.py', top / 'src/quotes')):
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(
            [sys.executable, 'src/quotes/' + maker, 'src/data', made],
            cwd=top, check=True)
        for new in sorted(pathlib.Path(made).iterdir()):
            if new.read_bytes() != (room / new.name).read_bytes():
                sys.exit('%s is not what %s makes' % (new.name, maker))
