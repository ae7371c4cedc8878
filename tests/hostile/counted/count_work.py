#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts the work of hostile shapes, in instructions, at doubling sizes.

    count_work.py PROGRAM [SIZE]

PROGRAM lists its shapes without arguments and cleans shape I at SIZE bytes
with two. Instructions are counted by valgrind, so a busy machine does not
matter; those of a small text, which has had all that is done once, are taken
off. Fails if the work for twice as much more is not 1.9 to 2.15 times it.
"""
import re
import subprocess
import sys

LOW, HIGH = 1.9, 2.15
SMALL = 8192  # more than the sample of a guess


def count(program, shape, size):
    done = subprocess.run(
        ['valgrind', '--tool=cachegrind', '--cache-sim=no',
         '--cachegrind-out-file=/dev/null', program, str(shape), str(size)],
        capture_output=True, text=True, check=True)
    return int(re.search(r'I\s+refs:\s+([\d,]+)', done.stderr)
               .group(1).replace(',', ''))


def main(program, size='65536'):
    size = int(size)
    shapes = subprocess.run([program], capture_output=True, text=True,
                            check=True).stdout.splitlines()
    bad = 0
    for i, name in enumerate(shapes):
        small = count(program, i, SMALL)
        once = count(program, i, SMALL + size) - small
        twice = count(program, i, SMALL + 2 * size) - small
        ratio = twice / once
        wrong = not LOW <= ratio <= HIGH
        bad += wrong
        print(f'{ratio:5.2f} {once / size:9.1f} a byte  {name}'
              f'{"  <-- not linear" if wrong else ""}', flush=True)
    return bad != 0


sys.exit(main(*sys.argv[1:]))
