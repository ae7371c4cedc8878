#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes each src/quotes/cue_table_*.inc again, by the command in its head, and
compares.

    test_generated.py TOP
"""
import pathlib
import re
import subprocess
import sys

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
