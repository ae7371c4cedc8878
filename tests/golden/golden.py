#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the command on the articles beside this file and compares what it says
with what was reviewed by eye.

    golden.py COMMAND            compare; exit 1 and a diff on a difference
    golden.py COMMAND --update   write NAME.golden anew; review, then commit

Every span is shown by the bytes of the article that it covers, so a golden
file is exact and can be read beside its article.
"""
import difflib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def render(command, article):
    source = article.read_bytes()
    out = subprocess.run([command, 'analyze', '--format', 'json', str(article)],
                         check=True, capture_output=True).stdout
    doc = json.loads(out)

    def cut(span):
        words = source[span[0]:span[1]].decode('utf-8', 'backslashreplace')
        return words.replace('\r', '\\r').replace('\n', '\\n')

    lines = [f"language {doc['language']}, encoding {doc['encoding']}", '']
    for p in doc['paragraphs']:
        words = cut([p['start'], p['end']])
        short = words if len(words) < 60 else words[:56] + '...'
        lines.append(f"{p['kind']:<11} {short}")
    lines.append('')
    for i, q in enumerate(doc['quotes']):
        s = q['speaker']
        lines.append(f"quote {i}: {q['kind']}"
                     + (f", inside {q['parent']}" if q['parent'] is not None else ''))
        for piece in q['content']:
            lines.append(f"  content  {cut(piece)}")
        if q['text'] != ' '.join(cut(p) for p in q['content']):
            lines.append(f"  read as  {q['text']}")
        if s:
            lines.append(f"  source   {cut(s['span'])}")
            lines.append(f"  speaker  {s['name']} ({s['kind']})")
        if q['cue']:
            lines.append(f"  cue      {cut(q['cue'])}")
    lines.append('')
    for n in doc['names']:
        titles = f" [{'; '.join(n['titles'])}]" if n['titles'] else ''
        forms = sorted({doc['entities'][m]['text'] for m in n['mentions']})
        lines.append(f"{n['type']:<8} {n['name']}{titles}: "
                     f"{len(n['mentions'])}x {' | '.join(forms)}")
    lines.append('')
    for e in doc['entities']:
        if e['id'] is None:
            value = f" = {e['value']}" if e.get('value') else ''
            lines.append(f"{e['type']:<8} {cut([e['start'], e['end']])}{value}")
    lines.append('')
    for r in doc['repairs']:
        lines.append(f"{r['kind']} at {r['start']}: "
                     f"{cut([r['start'], r['end']])!r} read as {r['text']!r}")
    return '\n'.join(lines) + '\n'


def main():
    command, update = sys.argv[1], '--update' in sys.argv[2:]
    articles = sorted(HERE.glob('*.txt'))
    failed = len(articles) == 0
    for article in articles:
        golden = article.with_suffix('.golden')
        now = render(command, article)
        if update:
            golden.write_text(now, encoding='utf-8')
            continue
        before = golden.read_text(encoding='utf-8')
        if now != before:
            failed = True
            sys.stdout.writelines(difflib.unified_diff(
                before.splitlines(True), now.splitlines(True),
                golden.name, 'now'))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
