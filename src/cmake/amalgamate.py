#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the library as three files: copydesk.h, copydesk.cpp and en.model.

    amalgamate.py TOP OUT

Compile copydesk.cpp as C++17 beside the other two, link with utf8proc (and,
with -DCOPYDESK_ICU=1, with ICU's uc and i18n); programs include copydesk.h.

Idea: every header once, before the first file that needs it; then the file.
Names that are private to a file (in its unnamed namespaces) and stand in
another file too get the file's number for as long as the file lasts.
"""
import pathlib
import re
import sys

ROOMS = ['unicode', 'text', 'model', 'entities', 'quotes', 'people']
INCLUDE = re.compile(r'^#include "(.+)"$')
TOKEN = re.compile(r'[A-Za-z_]\w*|[^\s\w]|\w+')
# What is no code: comments, strings, characters, lines of the preprocessor.
SKIPPED = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
    r'|^[ \t]*#[^\n]*(?:\\\n[^\n]*)*', re.S | re.M)
CLASSES = {'struct', 'class', 'enum', 'union'}


def without_comments_and_strings(text):
    # A digit separator is no character.
    text = re.sub(r"(?<=[0-9A-Fa-f])'(?=[0-9A-Fa-f])", '', text)
    return SKIPPED.sub(' ', text)


def tokens_of(path):
    return TOKEN.findall(without_comments_and_strings(path.read_text()))


def unnamed_namespaces(tokens):
    """The token lists inside `namespace { ... }`."""
    i = 0
    while i < len(tokens) - 1:
        if tokens[i] == 'namespace' and tokens[i + 1] == '{':
            depth, k = 1, i + 2
            while depth:
                depth += {'{': 1, '}': -1}.get(tokens[k], 0)
                k += 1
            yield tokens[i + 2:k - 1]
            i = k
        i += 1


def shared(tokens):
    """Names declared in named namespaces, or in none."""
    names, flat, i = set(), [], 0
    while i < len(tokens):
        if tokens[i] == 'namespace' and '{' in tokens[i:i + 8]:
            k = i + tokens[i:].index('{') + 1
            begin, depth = k, 1
            while depth:
                depth += {'{': 1, '}': -1}.get(tokens[k], 0)
                k += 1
            if tokens[i + 1] != '{':
                names |= shared(tokens[begin:k - 1])
            i = k
            continue
        flat.append(tokens[i])
        i += 1
    return names | declared(flat)


def declared(tokens):
    """Names that a list of declarations declares, those in classes apart."""
    names, start, i = set(), [], 0
    while i < len(tokens):
        t = tokens[i]
        if t in '{;':
            names |= name_of(start)
            if t == '{':
                depth = 1
                while depth:
                    i += 1
                    depth += {'{': 1, '}': -1}.get(tokens[i], 0)
            start = []
        else:
            start.append(t)
        i += 1
    return names


def name_of(tokens):
    """The name in the head of one declaration."""
    head, angle = [], 0
    for i, t in enumerate(tokens):
        if t == '<' and (angle or (i and (tokens[i - 1].isidentifier()))):
            angle += 1
        elif t == '>' and angle:
            angle -= 1
        elif not angle:
            head.append(t)
    if not head or head[0] in ('namespace', 'static_assert', 'friend'):
        return set()
    while head and head[0] in ('template', 'constexpr', 'static', 'inline'):
        head = head[1:]
    if not head:
        return set()
    if head[0] in CLASSES:
        rest = [t for t in head[1:] if t not in CLASSES]
        if '(' not in rest and len(rest) > 1 and rest[1].isidentifier():
            return {rest[1]}  # `struct a b = {...}`
        return {rest[0]} if rest and rest[0].isidentifier() else set()
    if head[0] == 'using':
        return {head[1]} if '=' in head else set()
    for i, t in enumerate(head):
        if t in '([=' and i and head[i - 1].isidentifier():
            name = head[i - 1]
            if i > 1 and head[i - 2] == ':' or name.startswith('operator'):
                return set()
            return {name}
    return {head[-1]} if len(head) > 1 and head[-1].isidentifier() else set()


def renamed(text, renames):
    """The text with names replaced where they stand unqualified in code."""
    if not renames:
        return text
    names = '|'.join(sorted(renames, key=len, reverse=True))
    pattern = re.compile(SKIPPED.pattern +
                         r'|(?<![\w.])(?<!->)(?<!::)(?P<name>' + names +
                         r')\b(?!\w)', re.S | re.M)
    return pattern.sub(
        lambda m: renames[m['name']] if m['name'] else m[0], text)


class Writer:
    def __init__(self, top):
        self.top = top
        self.folders = [top / 'src', top / 'include', top / 'capi']
        self.seen = set()
        self.out = []

    def find(self, name):
        for folder in self.folders:
            if (folder / name).exists():
                return folder / name
        raise SystemExit(f'{name}: not found')

    def includes(self, path):
        """The headers that a file includes, and those that they include."""
        found, open_ = set(), [path]
        while open_:
            for line in open_.pop().read_text().splitlines():
                match = INCLUDE.match(line)
                if match and not match.group(1).endswith('.inc'):
                    header = self.find(match.group(1))
                    if header not in found:
                        found.add(header)
                        open_.append(header)
        return found

    def body(self, path, renames):
        """The text of a file; its headers come before it, once each."""
        lines = []
        for line in path.read_text().splitlines():
            match = INCLUDE.match(line)
            if match is None:
                lines.append(line)
                continue
            if match.group(1) == 'copydesk.h':
                lines.append('#include "copydesk.h"')
                continue
            found = self.find(match.group(1))
            if found.suffix == '.inc':
                lines += found.read_text().splitlines()
            elif found not in self.seen:
                self.seen.add(found)
                self.header(found)
        self.out.append(f'// ---- {path.relative_to(self.top)}')
        text = '\n'.join(l for l in lines if 'SPDX-License' not in l)
        self.out.append(renamed(text, renames))

    def header(self, path):
        lines = path.read_text().splitlines()
        text = [l for l in lines if INCLUDE.match(l)]
        for line in text:
            name = INCLUDE.match(line).group(1)
            if name == 'copydesk.h' or name.endswith('.inc'):
                continue
            found = self.find(name)
            if found not in self.seen:
                self.seen.add(found)
                self.header(found)
        self.out.append(f'// ---- {path.relative_to(self.top)}')
        for line in lines:
            match = INCLUDE.match(line)
            if match and match.group(1).endswith('.inc'):
                self.out += self.find(match.group(1)).read_text().splitlines()
            elif match and match.group(1) == 'copydesk.h':
                self.out.append(line)
            elif not match and 'SPDX-License' not in line:
                self.out.append(line)


MODEL = r'''
#if !defined(COPYDESK_MODEL_FILE)
#define COPYDESK_MODEL_FILE "en.model"
#endif
#if defined(__APPLE__)
#define COPYDESK_SECTION ".const_data\n"
#define COPYDESK_NAME(x) "_" x
#define COPYDESK_BACK ".text\n"
#elif defined(_WIN32)
#define COPYDESK_SECTION ".section .rdata, \"dr\"\n"
#define COPYDESK_NAME(x) x
#define COPYDESK_BACK ".text\n"
#else
#define COPYDESK_SECTION ".pushsection .rodata, \"a\"\n"
#define COPYDESK_NAME(x) x
#define COPYDESK_BACK ".popsection\n"
#endif
__asm__(COPYDESK_SECTION
        ".balign 64\n"
        ".globl " COPYDESK_NAME("copydesk_embedded_model") "\n"
        ".globl " COPYDESK_NAME("copydesk_embedded_model_end") "\n"
        COPYDESK_NAME("copydesk_embedded_model") ":\n"
        ".incbin \"" COPYDESK_MODEL_FILE "\"\n"
        COPYDESK_NAME("copydesk_embedded_model_end") ":\n"
        ".byte 0\n" COPYDESK_BACK);
'''


def main():
    top, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    files = [f for room in ROOMS for f in sorted((top / 'src' / room).glob('*.cpp'))]
    files += sorted((top / 'src').glob('*.cpp')) + sorted(
        p for p in (top / 'capi').glob('*.cpp') if p.name != 'memory_hook.cpp')
    writer = Writer(top)
    # Who declares a name for himself, and which headers for all.
    private, users, headers = {}, {}, {}
    for path in files:
        tokens = tokens_of(path)
        private[path] = set()
        for inside in unnamed_namespaces(tokens):
            private[path] |= declared(inside)
        for name in private[path]:
            users.setdefault(name, set()).add(path)
        for name in shared(tokens):
            headers.setdefault(name, set()).add(path)
        for header in writer.includes(path):
            for name in shared(tokens_of(header)):
                headers.setdefault(name, set()).add(header)
    version = re.search(r'COPYDESK_VERSION_MAJOR (\d+)\n#define \w+ (\d+)\n#define \w+ (\d+)',
                        (top / 'capi' / 'copydesk.h').read_text())
    writer.out += ['// SPDX-License-Identifier: Apache-2.0',
                   '// copydesk ' + '.'.join(version.groups()) + ', all of it in one file, made by '
                   'src/cmake/amalgamate.py.',
                   '// Compile as C++17 beside copydesk.h and en.model; link with utf8proc.',
                   '#if !defined(COPYDESK_STATIC)', '#define COPYDESK_STATIC 1', '#endif',
                   '#include "copydesk.h"', MODEL]
    for number, path in enumerate(files):
        known = writer.includes(path) | {path}
        renames = {n: f'{n}_in_{number}' for n in private[path]
                   if len(users[n]) > 1 or headers.get(n, set()) - known}
        writer.body(path, renames)
    out.mkdir(parents=True, exist_ok=True)
    (out / 'copydesk.cpp').write_text('\n'.join(writer.out) + '\n')
    for name in ('capi/copydesk.h', 'src/data/en.model'):
        (out / pathlib.Path(name).name).write_bytes((top / name).read_bytes())


if __name__ == '__main__':
    main()
