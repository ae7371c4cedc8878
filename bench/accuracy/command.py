# SPDX-License-Identifier: Apache-2.0
"""The copydesk command and its answers, for the programs of this folder."""
import argparse
import hashlib
import json
import os
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
BUILT = os.path.join(HERE, '..', '..', 'build', 'release')


def parser(doc):
    """A parser with the options that all of them have."""
    p = argparse.ArgumentParser(description=doc.splitlines()[0])
    p.add_argument('--data', required=True)
    p.add_argument('--score', required=True)
    p.add_argument('--copydesk', default=os.path.join(BUILT, 'copydesk'))
    return p


def read(path):
    """The documents of a file of JSON Lines."""
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def write(path, documents):
    with open(path, 'w', encoding='utf-8') as f:
        for d in documents:
            f.write(json.dumps(d, ensure_ascii=False) + '\n')


class Command:
    """The command; it is asked the same thing once. Answers go to a folder."""

    def __init__(self, path, folder):
        self.path, self.folder, self.answered = path, folder, set()

    def version(self):
        """(version, the model's id or '?')."""
        said = subprocess.run([self.path, '--version'], capture_output=True,
                              text=True, check=True).stdout
        model = re.search(r'\b(en-\S*[0-9a-f]{8})', said)
        return (re.search(r'\d+\.\d+\.\d+', said).group(0),
                model.group(1) if model else '?')

    def analyze(self, documents, told=()):
        """The file with the answers to documents' id, lang and text."""
        given = ''.join(
            json.dumps({k: d[k] for k in ('id', 'lang', 'text') if k in d})
            + '\n' for d in documents).encode()
        key = hashlib.sha256(repr(tuple(told)).encode() + given).hexdigest()
        path = os.path.join(self.folder, key + '.jsonl')
        if key not in self.answered:
            self.answered.add(key)
            said = subprocess.run(
                [self.path, 'analyze', '--format', 'jsonl', *told],
                input=given, stdout=subprocess.PIPE, check=True).stdout
            with open(path, 'wb') as f:
                f.write(said)
        return path

    def pairs(self, documents):
        """[(document, the answer)]; every document has one."""
        answers = {d['id']: d for d in read(self.analyze(documents))}
        return [(d, answers[d['id']]) for d in documents]
