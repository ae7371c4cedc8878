#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every program of the cookbook and of the READMEs of the bindings prints what
stands below it, and those of the README run. What needs a toolchain that is not
there is left out.

    test_cookbook.py TOP BUILD WORK CC CXX [--update]

--update writes what was printed into the cookbook.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

TOP, BUILD, WORK = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
CC, CXX = sys.argv[4:6]
UPDATE = '--update' in sys.argv
BLOCK = re.compile(r'^```(\w+)\n(.*?)^```\n(?:\n```output\n(.*?)^```\n)?',
                   re.S | re.M)
WARNINGS = ['-Wall', '-Wextra', '-Werror']


def call(command, **how):
    done = subprocess.run(command, capture_output=True, text=True, cwd=WORK,
                          timeout=300, **how)
    if done.returncode:
        raise SystemExit(f'{command}: exit {done.returncode}\n'
                         f'{done.stdout}{done.stderr}')
    return done.stdout


class Bindings:
    """Runs a program in a language that has a binding; None: it cannot."""

    def __init__(self, libraries):
        self.libraries, self.examples = libraries, TOP / 'examples'
        self.built = BUILD / 'examples'
        self.environment = dict(os.environ, LD_LIBRARY_PATH=str(libraries))

    def run(self, language, program):
        missing = {'js': 'node', 'java': 'javac', 'rust': 'cargo'}
        if not shutil.which(missing.get(language, language)):
            return None
        return getattr(self, language)(program)

    def js(self, program):
        if not (self.built / 'copydesk.node').exists():
            return None
        (WORK / 'modules').mkdir(exist_ok=True)
        link = WORK / 'modules/copydesk'
        if not link.exists():
            link.symlink_to(self.examples / 'node')
        (WORK / 'program.js').write_text(program)
        return call(['node', 'program.js'], env=dict(
            self.environment, NODE_PATH=str(WORK / 'modules'),
            COPYDESK_ADDON=str(self.built / 'copydesk.node')))

    def java(self, program):
        if not (self.built / 'libcopydesk_jni.so').exists():
            return None
        (WORK / 'Who.java').write_text(program)
        call(['javac', '-sourcepath', str(self.examples / 'java'), '-d',
              'classes', 'Who.java'])
        return call(['java', '-Djava.library.path=' + str(self.built), '-cp',
                     'classes', 'Who'], env=self.environment)

    def rust(self, program):
        folder = WORK / 'rust/src'
        folder.mkdir(parents=True)
        (folder / 'main.rs').write_text(program)
        (WORK / 'rust/Cargo.toml').write_text(
            '[package]\nname = "who"\nversion = "0.1.0"\nedition = "2021"\n'
            f'[dependencies]\ncopydesk = {{path = "{self.examples}/rust/copydesk"}}'
            '\n')
        return call(['cargo', 'run', '--quiet', '--offline', '--manifest-path',
                     'rust/Cargo.toml'], env=dict(
                         self.environment, COPYDESK_LIB_DIR=str(self.libraries),
                         CARGO_TARGET_DIR=str(WORK / 'rust/target')))

    def go(self, program):
        folder = WORK / 'go'
        folder.mkdir()
        (folder / 'main.go').write_text(program)
        (folder / 'go.mod').write_text(
            'module who\n\ngo 1.19\n\nrequire example.org/copydesk v0.0.0\n\n'
            f'replace example.org/copydesk => {self.examples}/go\n')
        return call(['sh', '-c', 'cd go && exec go run .'], env=dict(
                        self.environment, GOFLAGS='-mod=mod', GOPROXY='off',
                        GOCACHE=str(self.built / 'bindings/go'),
                        CGO_CFLAGS=f'-I{TOP}/capi',
                        CGO_LDFLAGS=f'-L{self.libraries}'))


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    call(['cmake', '--install', str(BUILD), '--prefix', str(WORK / 'usr')])
    libraries = next((WORK / 'usr').rglob('libcopydesk.so')).parent
    include = ['-I' + str(WORK / 'usr/include')]
    link = ['-L' + str(libraries), '-Wl,-rpath,' + str(libraries)]
    private = call(['pkg-config', '--libs', 'libutf8proc', 'icu-uc',
                    'icu-i18n']).split()
    environment = dict(os.environ, PYTHONPATH=str(TOP / 'examples/python'),
                       PYTHONDONTWRITEBYTECODE='1',
                       COPYDESK_LIBRARY=str(libraries / 'libcopydesk.so'),
                       PATH=f'{WORK}/usr/bin:{os.environ["PATH"]}')

    bindings = Bindings(libraries)

    def run(language, program):
        if language in ('js', 'java', 'rust', 'go'):
            return bindings.run(language, program)
        if language in ('c', 'cpp'):
            source = WORK / f'program.{language}'
            source.write_text(program)
            if language == 'c':
                call([CC, '-std=c99', '-Wpedantic', *WARNINGS, str(source),
                      *include, *link, '-lcopydesk', '-o', 'program'])
            else:
                call([CXX, '-std=c++17', *WARNINGS, str(source), *include,
                      *link, '-lcopydesk_cpp', *private, '-pthread', '-o',
                      'program'])
            return call(['./program'])
        if language == 'python':
            return call([sys.executable, '-c', program], env=environment)
        return call(['sh', '-euc', program], env=environment)

    wrong = count = 0
    for path in [TOP / 'README.md', TOP / 'examples/COOKBOOK.md',
                 *sorted(TOP.glob('examples/*/README.md'))]:
        if path.parent.name == 'wasm':
            continue  # wasm/test.js runs it, where there is a module
        name = path.relative_to(TOP)
        text = path.read_text()

        def check(match):
            nonlocal wrong, count
            language, program, want = match.groups()
            got = run(language, program)
            if got is None:
                print(f'{name}: {language} is not here')
                return match[0]
            # Spaces at line ends cannot be seen in a page.
            got = ''.join(l.rstrip() + '\n' for l in got.splitlines())
            count += 1
            if want is None:
                if not got:
                    raise SystemExit(f'{name}: {language} prints nothing')
                return match[0]
            if got != want and not UPDATE:
                wrong += 1
                print(f'{name}: {program}\nprints\n{got}and not\n{want}')
            return match[0][:match.start(3) - match.start()] + got + '```\n'

        new = BLOCK.sub(check, text)
        if UPDATE:
            path.write_text(new)
    print(f'{count} programs, {wrong} wrong')
    return 1 if wrong or count < 19 else 0


if __name__ == '__main__':
    sys.exit(main())
