#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every program of the cookbook prints what stands below it, and those of the
README run.

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

    def run(language, program):
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
    for name in ('README.md', 'examples/COOKBOOK.md'):
        path = TOP / name
        text = path.read_text()

        def check(match):
            nonlocal wrong, count
            language, program, want = match.groups()
            if language not in ('c', 'cpp', 'python', 'sh'):
                return match[0]
            got = run(language, program)
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
    return 1 if wrong or count < 16 else 0


if __name__ == '__main__':
    sys.exit(main())
