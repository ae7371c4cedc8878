#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes html_entities_table.inc: HTML5's named character references.

    python3 make_html_entities.py > html_entities_table.inc

Input: html.entities.html5 of Python's standard library, which is the list of
the HTML standard, section 13.5. Names are sorted, without "&" and ";"; a name
that HTML also knows without its semicolon is marked.
"""
from html.entities import html5


def main():
    names = sorted({name.rstrip(";") for name in html5})
    print("// SPDX-License-Identifier: Apache-2.0")
    print("// Made by make_html_entities.py from html.entities.html5 of "
          "Python's")
    print("// standard library: do not edit. Command:")
    print("//   python3 make_html_entities.py > html_entities_table.inc")
    print()
    print("constexpr entity_row entity_rows[] = {")
    for name in names:
        value = html5.get(name + ";", html5.get(name))
        assert 1 <= len(value) <= 2
        second = ord(value[1]) if len(value) == 2 else 0
        bare = "true" if name in html5 else "false"
        print(f'    {{"{name}", 0x{ord(value[0]):X}, 0x{second:X}, {bare}}},')
    print("};")


main()
