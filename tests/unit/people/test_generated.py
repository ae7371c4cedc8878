#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes src/people/tables.inc and bodies.inc again and compares.

    test_generated.py TOP
"""
import pathlib
import subprocess
import sys

top = pathlib.Path(sys.argv[1])
for maker, table in (('make_tables.py', 'tables.inc'),
                     ('make_bodies.py', 'bodies.inc')):
    made = subprocess.run(
        [sys.executable, top / 'src/people' / maker, top / 'src/data'],
        capture_output=True, check=True).stdout
    if made != (top / 'src/people' / table).read_bytes():
        sys.exit('src/people/%s is not what %s makes' % (table, maker))
