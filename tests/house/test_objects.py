#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the library is inside somebody else's process, read from its objects.

    test_objects.py MAP SHARED STATIC...

MAP: capi/copydesk.map; SHARED: libcopydesk.so ("" if not built); STATIC: the
static libraries. Needs nm, objdump and readelf of binutils.
"""
import pathlib
import re
import subprocess
import sys
import unittest

MAP, SHARED, STATIC = sys.argv[1], sys.argv[2], sys.argv[3:]

# What a library may not do to its host: end it, print, look at its locale,
# its environment, its files, its clock, or be different from run to run.
BANNED = re.compile(
    r'^(abort|_?exit|_Exit|quick_exit|atexit|raise|kill|signal|sigaction|'
    r'__assert_fail|'
    r'v?[fsd]?n?printf|__\w*printf_chk|puts|fputs|putchar|fputc|putc|fwrite|'
    r'write|perror|'
    r'setlocale|localeconv|newlocale|uselocale|toupper|tolower|isalpha|'
    r'isspace|isdigit|__ctype_\w+|strtod|strtof|strtol|atof|atoi|strcoll|'
    r'getenv|secure_getenv|setenv|putenv|'
    r'f?open(64)?|fread|read|mmap|opendir|stat|'
    r'time|clock|clock_gettime|gettimeofday|localtime(_r)?|gmtime(_r)?|'
    r's?rand(om)?(_r)?|getrandom|getentropy|arc4random|'
    r'stdout|stderr|stdin|dlopen|system|fork|'
    r'_ZSt4c(out|err|log|in)|_ZSt4cerr|_ZNSt13random_device\w*|'
    r'_ZNSt6locale\w*|_ZNSt8ios_base\w*|_ZNSt6chrono\w*)$')


def run(*command):
    return subprocess.run(command, check=True, capture_output=True,
                          text=True).stdout


def symbols(library):
    """(object, section or *UND*, name) of all symbols of a library."""
    where = ''
    for line in run('objdump', '-t', library).splitlines():
        head = re.match(r'(\S+):\s+file format', line)
        if head:
            where = head.group(1)
        found = re.match(r'[0-9a-f]{8,16} .{7} (\S+)\s+[0-9a-f]{8,16} +'
                         r'(?:\.hidden )?(\S+)$', line)
        if found:
            yield where, found.group(1), found.group(2)


class Objects(unittest.TestCase):
    def each(self, wrong):
        found = [f'{library}: {w}' for library in STATIC
                 for w in wrong(library)]
        self.assertEqual(found, [])

    def test_there_is_something_to_look_at(self):
        for library in STATIC:
            self.assertGreater(len(list(symbols(library))), 50)
        names = {n for library in STATIC for _, _, n in symbols(library)}
        self.assertIn('copydesk_analyze', names)
        self.assertIn('memcpy', names)

    def test_no_code_runs_before_main(self):
        def wrong(library):
            for line in run('objdump', '-h', library).splitlines():
                if re.search(r'\s\.(pre)?(init|fini)_array|\s\.[cd]tors', line):
                    yield line.strip()
            for where, _, name in symbols(library):
                if re.search(r'_GLOBAL__sub_I|__cxa_atexit|__cxa_guard', name):
                    yield f'{where} {name}'
        self.each(wrong)

    def test_nothing_global_can_be_written(self):
        def wrong(library):
            for where, section, name in symbols(library):
                if name.startswith(('DW.ref.', '.')):
                    continue  # of the exception tables, relocated at load
                if re.match(r'\.(data|bss|tdata|tbss)|\*COM\*', section) and \
                        not section.startswith('.data.rel.ro'):
                    yield f'{where} {section} {name}'
        self.each(wrong)

    def test_the_host_is_left_alone(self):
        def wrong(library):
            for where, section, name in symbols(library):
                if section == '*UND*' and BANNED.match(name):
                    yield f'{where} {name}'
        self.each(wrong)

    def test_no_path_of_the_build_is_in_them(self):
        """So that the same sources give the same bytes in any folder."""
        top = str(pathlib.Path(__file__).resolve().parents[2]).encode()

        def wrong(library):
            if '.debug_info' not in run('objdump', '-h', library):
                if top in pathlib.Path(library).read_bytes():
                    yield top.decode()
        self.each(wrong)

    @unittest.skipIf(SHARED == '', 'no shared library in this build')
    def test_the_shared_library_exports_the_map(self):
        mapped = set(re.findall(r'^\s+(copydesk_\w+);', open(MAP).read(), re.M))
        exported = {line.split()[-1].split('@')[0] for line in
                    run('nm', '-D', '--defined-only', SHARED).splitlines()}
        self.assertEqual(exported - {'COPYDESK_1'}, mapped)
        dynamic = run('readelf', '-d', SHARED)
        self.assertRegex(dynamic, r'SONAME.*\[libcopydesk\.so\.1\]')
        self.assertNotRegex(dynamic, r'RPATH|RUNPATH|TEXTREL')

    @unittest.skipIf(SHARED == '', 'no shared library in this build')
    def test_the_shared_library_holds_one_pointer_a_thread_at_most(self):
        held = [line.split() for line in
                run('readelf', '-sW', SHARED).splitlines() if ' TLS ' in line]
        self.assertIn([(w[2], 'current' in w[7]) for w in held],
                      [[], [('8', True)]])

    @unittest.skipIf(SHARED == '', 'no shared library in this build')
    def test_no_block_crosses_between_two_operators_new(self):
        """Where the shared library has an operator new of its own, nothing of
        libstdc++.so that takes or gives back memory is called."""
        asked = {line.split()[-1].split('@')[0] for line in
                 run('nm', '-D', '--undefined-only', SHARED).splitlines()}
        if '_ZdlPvm' in asked:
            self.skipTest('no allocator in this build')
        self.assertEqual({n for n in asked if re.match(
            r'_ZNS?K?t7__cxx11|_ZNK?Ss|_Zn[wa]|_Zd[la]', n)},
            {'_Znwm', '_ZdlPv'})


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
