#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The README's table of limits says what src/limits.hpp says.

    test_limits.py TOP

Each bound has a row, or is named below as one that nobody can notice; each
number of the table is that of a bound.
"""
import pathlib
import re
import sys
import unittest

TOP = pathlib.Path(sys.argv[1])

# The row (its first words) and how the number is written there.
ROWS = {
    'default_max_bytes': ('a text', lambda n: '%d MiB' % (n >> 20)),
    'max_bytes': ('a text', lambda n: '%d GiB - 1 at most' % ((n + 1) >> 30)),
    'max_clean_bytes': ('clean text of one input',
                        lambda n: '%d GiB - 1' % ((n + 1) >> 30)),
    'max_quote_depth': ('quotations inside quotations', str),
    'max_mark_run': ('quotation marks side by side', str),
    'max_window_units': ('words and marks read around one cue', str),
    'tokens_a_cue': ('likely cues read closely', 'one in {} tokens'.format),
    'max_cue_burst': ('likely cues read closely', '{} at once'.format),
    'max_sightings': ('likely cues judged side by side', str),
    'repair_rounds': ('rounds of repair', str),
    'repair_piece': ('a line that is repaired as one',
                     lambda n: '%d KiB' % (n >> 10)),
    'repair_line': ('a line that is repaired as one',
                    lambda n: '%d MiB' % (n >> 20)),
    'mojibake_run': ('mojibake sequences weighed together', str),
    'shape_sample': ('bytes looked at for UTF-16/32', '{:,}'.format),
    'max_island': ('tokens tagged as one sequence', '{:,}'.format),
    'max_value_bytes': ('bytes of a sentence read for values', '{:,}'.format),
    'detect_sample': ('bytes looked at to guess a legacy charset',
                      '{:,}'.format),
    'max_candidates': ('candidates for a pronoun', str),
    'max_occurrences_back': ('candidates for a pronoun',
                             'the last {} mentions'.format),
    'max_voices': ('voices a turn of a dialogue', str),
    'max_beat': ('words before a turn', str),
    'max_turns': ('turns of a dialogue weighed', str),
    'max_phrase': ('tokens read of a phrase', str),
    'max_namesakes': ('namesakes of one word', str),
    'max_affiliations': ('affiliations of a person', str),
    'max_caller_phrase': ('tokens of a name in a gazetteer', str),
    'max_name_run': ('words with capitals read as one', str),
    'max_token': ('bytes of a token',
                  lambda n: '%d MiB - 1' % ((n + 1) >> 20)),
    'max_name_bytes': ('bytes of a name', '{:,}'.format),
    'max_roles': ('titles and descriptions of a name', str),
}
# Bounds of work alone, or parts of another bound's rule.
UNSEEN = {'detect_context', 'repair_least_work', 'scan_places'}


def bounds():
    text = (TOP / 'src/limits.hpp').read_text()
    found = {}
    for name, value in re.findall(
            r'inline constexpr std::\w+ (\w+) =\s*([^;]+);', text):
        value = re.sub(r'std::(?:size_t|uint32_t)\{(\d+)\}', r'\1', value)
        if not re.fullmatch(r'[\d\s()<*+-]+', value):
            raise ValueError('%s = %s' % (name, value))
        found[name] = eval(value)  # digits and operators alone
    return found


def table():
    text = (TOP / 'README.md').read_text()
    part = text.split('\n## Limits\n')[1].split('\n## ')[0]
    rows = [[c.strip() for c in line.strip('|').split('|')]
            for line in part.splitlines() if line.startswith('|')]
    return rows[2:]


class Limits(unittest.TestCase):
    def test_each_bound_has_its_row(self):
        rows = table()
        for name, value in bounds().items():
            if name in UNSEEN:
                continue
            with self.subTest(bound=name):
                self.assertIn(name, ROWS, 'no row of the README')
                start, written = ROWS[name]
                row = [r for r in rows if r[0].startswith(start)]
                self.assertEqual(len(row), 1, start)
                number = re.escape(written(value))
                self.assertRegex(' '.join(row[0]),
                                 r'(?<![\d,])%s(?![\d]|,\d)' % number)

    def test_each_row_has_its_bound(self):
        known = bounds()
        for row in table():
            with self.subTest(row=row[0]):
                names = [n for n, (start, _) in ROWS.items()
                         if row[0].startswith(start) and n in known]
                self.assertTrue(names, 'no bound of limits.hpp')

    def test_names_of_this_file_are_those_of_the_header(self):
        self.assertEqual(set(ROWS) | UNSEEN, set(bounds()))

    def test_memory_promised_is_memory_tested(self):
        header = (TOP / 'capi/copydesk.h').read_text().replace('\n *', '')
        tested = (TOP / 'tests/capi/memory_test.cpp').read_text()
        news, work, dense, any_text = re.search(
            r'On what people write, in whatever\s+language, a call takes at '
            r'most 1 MB and (\d+) times the text.*?works with at most 1 MB\s+and (\d+) times it beside'
            r' the result, or (\d+) times.*?more than 1 MB\s+and (\d+)\s+times',
            header).groups()
        used = set(re.findall(r'check\([^;]*?,\s*(\d+), (\w+(?:\.\w+)?)\);',
                              tested))
        self.assertEqual(used, {(news, work), (any_text, work),
                                (any_text, 's.beside')})
        shapes = re.search(r'shape shapes\[\] = \{(.*?)\n\};', tested,
                           re.S).group(1)
        self.assertEqual(set(re.findall(r', (\d+)\}', shapes)), {work, dense})
        self.assertIn('copydesk.h', (TOP / 'SECURITY.md').read_text())


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0]])
