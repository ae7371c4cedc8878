#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The reference is made without a complaint and has every public thing.

    test_reference.py TOP BUILD
"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

top, build = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
made = subprocess.run(['cmake', '--build', str(build), '--target',
                       'reference'], capture_output=True, text=True)
if made.returncode:
    sys.exit(made.stdout + made.stderr)
index = tree.parse(build / 'reference/xml/index.xml').getroot()
known = {e.text for e in index.iter('name')}
functions = set(re.findall(r'^ +(copydesk_\w+);', (
    top / 'capi/copydesk.map').read_text(), re.M))
missing = functions - known
classes = {'copydesk::' + n for n in ('analyzer', 'document', 'gazetteer',
                                      'model', 'normalized_text', 'options',
                                      'quote', 'result', 'span')}
missing |= {c for c in classes
            if not any(k.replace('v1::', '') == c for k in known)}
described = {m.find('name').text
             for m in tree.parse(build / 'reference/xml/copydesk_8h.xml')
             .getroot().iter('memberdef')
             if ''.join(m.find('briefdescription').itertext()).strip()}
for name in ('copydesk_analyze', 'copydesk_gazetteer_load',
             'copydesk_normalize', 'copydesk_document_json'):
    if name not in described:
        missing.add(name + ' (described)')
if missing or len(functions) < 40:
    sys.exit(f'not in the reference: {sorted(missing)}')
print(f'{len(functions)} functions, {len(known)} names')
