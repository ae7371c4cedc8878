#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the generated tables of repair again and compares them.

    test_unicode_tables.py TOP

The classes of characters come from Python's unicodedata: another version of
it is no error, then that table is not compared.
"""
import pathlib
import subprocess
import sys
import unicodedata


def main():
    room = pathlib.Path(sys.argv[1]) / 'src' / 'unicode'
    wrong = 0
    for generator, table in [('make_html_entities.py',
                              'html_entities_table.inc'),
                             ('make_mojibake_tables.py',
                              'mojibake_tables.inc')]:
        stored = (room / table).read_text(encoding='ascii')
        if 'unicodedata' in stored[:300] and \
                f'unicodedata {unicodedata.unidata_version}' not in stored:
            print(f'{table}: not compared, another unicodedata')
            continue
        made = subprocess.run([sys.executable, str(room / generator)],
                              capture_output=True, text=True, check=True)
        same = made.stdout == stored
        print(f'{table}: {"the same" if same else "DIFFERS"}')
        wrong += not same
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
