#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A header with its comments as Doxygen wants them; lines stay lines.

A comment on lines of its own is about what follows, one behind code about
that code.
"""
import re
import sys


def cpp(line):
    line = re.sub(r'//.*', lambda m: m[0].replace('<', '\\<'), line)
    line = re.sub(r'^(\s*)// -+ (.*?) -+\s*$', r'\1// \2', line)
    if re.match(r'\s*//(?!/)', line):
        return line.replace('//', '///', 1)
    return re.sub(r'(?<=\S)(\s+)//(?!/) ?(.*)', r'\1///< \2', line)


def main():
    path = sys.argv[1]
    text = open(path, encoding='utf-8').read()
    # "Strings: ..." is prose here, and # no command.
    text = text.replace('\\', '\\\\') if path.endswith('.hpp') else text
    if path.endswith('.hpp'):
        head, guard, rest = text.partition('#ifndef')
        head = re.sub(r'^// (\S+) - ', lambda m: '/// @file\n/// ',
                      head.replace('// SPDX-License-Identifier: Apache-2.0\n',
                                   '', 1), count=1)
        head = re.sub(r'^//(?!/)', '///', head, flags=re.M)
        # A program in the head of a file stays as it is set.
        head = re.sub(r'((?:^///   .*\n)+)', r'/// @code\n\1/// @endcode\n',
                      head, flags=re.M)
        text = head + guard + '\n'.join(cpp(l) for l in rest.split('\n'))
    else:
        text = text.replace('/* SPDX-License-Identifier: Apache-2.0\n *\n'
                            ' * copydesk.h - ', '/** @file\n * ', 1)
        text = re.sub(r'/\* -+ [^*]*-+ \*/', '', text)
        text = re.sub(r'(?m)^(\s*)/\* ', r'\1/** ', text)
        text = re.sub(r'(?m)(?<=[;,{\w)])([ \t]+)/\* ', r'\1/**< ', text)
        text = re.sub(r'(?m)^( \*) {2,}(?=\d\. )', r'\1 ', text)
    sys.stdout.write(text)


if __name__ == '__main__':
    main()
