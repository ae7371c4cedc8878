#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes src/people/tables.inc again and compares.

    test_generated.py TOP
"""
import pathlib
import subprocess
import sys

top = pathlib.Path(sys.argv[1])
made = subprocess.run(
    [sys.executable, top / 'src/people/make_tables.py', top / 'src/data'],
    capture_output=True, check=True).stdout
if made != (top / 'src/people/tables.inc').read_bytes():
    sys.exit('src/people/tables.inc is not what make_tables.py makes')
