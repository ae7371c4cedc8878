#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes generated tables again and compares.

    test_generated.py TOP
"""
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(sys.argv[1]) / 'src/unicode'
UNICODE = pathlib.Path('/usr/share/unicode')  # package unicode-data

TABLES = [
    ('make_charsets.py', [], 'charset_data.inc'),
    ('make_normalization_data.py', [UNICODE], 'normalization_data.inc'),
]

wrong = 0
for generator, arguments, table in TABLES:
    if any(not folder.exists() for folder in arguments):
        print(f'{table}: not made, no {arguments[0]}')
        continue
    made = subprocess.run(
        [sys.executable, FOLDER / generator, *arguments],
        capture_output=True, text=True, check=True).stdout
    same = made == (FOLDER / table).read_text()
    print(f'{table}: {"the same" if same else "DIFFERS"}')
    wrong += not same
sys.exit(wrong != 0)
