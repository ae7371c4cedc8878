#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The names of a set of our own writing are found as well as the ledger says.

    test_names.py SOURCE COPYDESK

First asks the check itself about cases that are right and wrong, then measures
corpus/press_dev.jsonl beside this file: invented news of our own writing.
"""
import os
import subprocess
import sys

SOURCE, COPYDESK = sys.argv[1:3]
sys.path.insert(0, os.path.join(SOURCE, 'bench', 'accuracy'))
sys.dont_write_bytecode = True
import names  # noqa: E402

gold = {'entities': [{'start': 0, 'end': 4, 'type': 'PERSON'},
                     {'start': 9, 'end': 12, 'type': 'GPE'}]}
system = {'entities': [{'start': 0, 'end': 4, 'type': 'PERSON'},
                       {'start': 9, 'end': 12, 'type': 'LOC'},
                       {'start': 9, 'end': 14, 'type': 'GPE'}]}
ours = names.count(gold, system, names.TYPES, False)
assert ours['all'] == [1, 2, 3] and ours['GPE'] == [0, 1, 1], ours
places = names.count(gold, system, ['PERSON', 'PLACE'], True)
assert places['PLACE'] == [1, 1, 2], places
assert abs(names.f1([1, 2, 3]) - 40) < 1e-9
assert names.intervals([ours] * 5)['all'] == (40.0, 40.0)

assert names.faults(80.0, [(80.4, '')]) == []
assert len(names.faults(79.8, [(80.4, '')])) == 1
assert len(names.faults(79.8, [(80.4, ''), (79.8, '')])) == 1
assert names.faults(79.8, [(80.4, ''), (79.8, 'a harder gold')]) == []
assert len(names.faults(80.0, [])) == 1

sys.exit(subprocess.run(
    [sys.executable, '-B', os.path.join(SOURCE, 'bench', 'accuracy',
                                        'names.py'),
     os.path.join(SOURCE, 'tests', 'accuracy', 'corpus',
                  'press_dev.jsonl'),
     '--copydesk', COPYDESK, '--check']).returncode)
