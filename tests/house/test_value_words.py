#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The word tables of values and names are what their generators make.

    test_value_words.py SOURCE_DIRECTORY
"""
import pathlib
import subprocess
import sys
import tempfile

ROOM = pathlib.Path(sys.argv[1]) / 'src/entities'
stale = []
with tempfile.TemporaryDirectory() as made:
    subprocess.run([sys.executable, ROOM / 'make_value_words.py', made],
                   check=True)
    for new in sorted(pathlib.Path(made).iterdir()):
        if new.read_bytes() != (ROOM / new.name).read_bytes():
            stale.append(new.name)
for name in ('head_words', 'foreign_names'):
    words = subprocess.run(
        [sys.executable, ROOM / ('make_%s.py' % name), ROOM.parent / 'data'],
        stdout=subprocess.PIPE, check=True).stdout
    if words != (ROOM / (name + '.inc')).read_bytes():
        stale.append(name + '.inc')
if stale:
    sys.exit('made again, these differ: ' + ', '.join(stale))
