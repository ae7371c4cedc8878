#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python package on the example article:  test_copydesk.py ARTICLE"""
import concurrent.futures
import gc
import json
import pathlib
import sys
import unittest

import copydesk

ARTICLE = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8')
ANALYZER = copydesk.Analyzer()
TEXT = ('Zo\xeb \U0001F389 wrote. \u201cIt is over,\u201d Ada Byron said on '
        'Tuesday.')


class Package(unittest.TestCase):
    def test_the_article(self):
        document = ANALYZER.analyze(ARTICLE)
        said = [q.text for q in document.quotes
                if q.speaker and q.speaker.name == 'Ingrid Solheim']
        self.assertTrue(any(t.startswith('No ship will be turned away')
                            for t in said), said)
        for e in document.entities:
            self.assertEqual(ARTICLE[e.span.start:e.span.end], e.text)
            if e.name is not None:
                name = document.names[e.name]
                self.assertIn(e, [document.entities[m] for m in name.mentions])
        self.assertEqual(document.length, len(ARTICLE))
        self.assertEqual((document.language, document.encoding),
                         ('en', 'UTF-8'))

    def test_offsets_are_of_what_was_given(self):
        for text in (TEXT, TEXT.encode(), TEXT.encode('utf-16')):
            document = ANALYZER.analyze(text)
            self.assertEqual(document.length, len(text))
            start, end = document.quotes[0].content[0]
            piece = text[start:end]
            if isinstance(piece, bytes):
                piece = piece.decode(
                    'utf-8' if text == TEXT.encode() else 'utf-16-le')
            self.assertEqual(piece.rstrip(','), 'It is over')

    def test_json_is_the_same_thing(self):
        document = ANALYZER.analyze(TEXT, tokens=True)
        data = json.loads(document.to_json('a'))
        self.assertEqual(data['id'], 'a')
        self.assertEqual([tuple(t) for t in data['tokens']],
                         list(document.tokens))
        self.assertEqual(data['quotes'][0]['text'], document.quotes[0].text)

    def test_views_share_memory_and_outlive_the_document(self):
        document = ANALYZER.analyze(TEXT, tokens=True)
        tokens, view = document.tokens, document.token_view
        del document
        gc.collect()
        self.assertEqual(view.shape, (len(tokens), 2))
        self.assertEqual([tuple(row) for row in view.tolist()], list(tokens))
        try:
            import numpy
        except ImportError:
            return
        array = numpy.asarray(view)
        self.assertEqual(array.shape, (len(tokens), 2))
        self.assertFalse(array.flags.owndata)

    def test_threads(self):
        one = ANALYZER.analyze(ARTICLE).to_json()
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            many = list(pool.map(lambda _: ANALYZER.analyze(ARTICLE).to_json(),
                                 range(40)))
        self.assertEqual(set(many), {one})
        batch = ANALYZER.analyze_many([ARTICLE, 'x' * 9000, ARTICLE],
                                      threads=3, max_bytes=5000)
        self.assertEqual(batch[0].to_json(), one)
        self.assertEqual(batch[1].code, 'too_big')
        self.assertEqual(batch[2].to_json(), one)
        self.assertEqual(ANALYZER.analyze_many([]), [])

    def test_names_of_the_caller(self):
        text = 'At \u00c9t\u00e9 Bar, Mo Tarn said the bar was full.'
        names = copydesk.Gazetteer([('\u00c9t\u00e9 Bar', 'ORG', 'bar-1'),
                                    ('Mo Tarn', 'PERSON', '')])
        self.assertEqual(len(names), 2)
        found = {text[e.span.start:e.span.end]: (e.type, e.value)
                 for e in ANALYZER.analyze(text, gazetteer=names).entities}
        self.assertEqual(found['\u00c9t\u00e9 Bar'], ('ORG', 'bar-1'))
        many = ANALYZER.analyze_many([text], gazetteer=names)
        self.assertEqual(many[0].entities[0].value, 'bar-1')
        with self.assertRaises(ValueError):
            copydesk.Gazetteer([('a\tb', 'ORG', '')])
        with self.assertRaises(copydesk.Error) as caught:
            copydesk.Gazetteer([('a', 'ORG', ''), ('b', 'BAR', '')])
        self.assertEqual(caught.exception.offset, 7)

    def test_thoughts_count_if_asked_for(self):
        text = 'Mo Tarn believes that the mayor will resign.'
        self.assertEqual(len(ANALYZER.analyze(text).quotes), 0)
        found = ANALYZER.analyze(text, attributions=True).quotes
        self.assertEqual(found[0].text, 'that the mayor will resign')
        many = ANALYZER.analyze_many([text], attributions=True)
        self.assertEqual(len(many[0].quotes), 1)

    def test_a_recognizer_of_the_caller(self):
        text = 'At \u00c9t\u00e9 Bar, Mo Tarn said the bar was full.'
        document = ANALYZER.analyze(text, entities=[(3, 10, 'FAC')])
        self.assertEqual([(e.span.start, e.span.end, e.type)
                          for e in document.entities], [(3, 10, 'FAC')])
        self.assertEqual(ANALYZER.analyze(text, entities=[]).entities, ())
        with self.assertRaises(KeyError):
            ANALYZER.analyze(text, entities=[(3, 10, 'BAR')])
        with self.assertRaises(copydesk.Error):
            ANALYZER.analyze(text, entities=[(3, 2, 'FAC')])

    def test_failures_are_exceptions(self):
        with self.assertRaises(copydesk.Error) as caught:
            ANALYZER.analyze('abc', max_bytes=2)
        self.assertEqual(caught.exception.code, 'too_big')
        with self.assertRaises(copydesk.Error):
            ANALYZER.analyze('abc', min_confidence=2)
        cancel = copydesk.Cancel()
        cancel.request()
        with self.assertRaises(copydesk.Error) as caught:
            ANALYZER.analyze(TEXT, cancel=cancel)
        self.assertEqual(caught.exception.code, 'cancelled')
        self.assertEqual(ANALYZER.analyze('a\ud800b').length, 3)

    def test_clean_text(self):
        text = copydesk.normalize('Zoe\u0308 &amp; \u201cno\u201d',
                                  plain_marks=True)
        self.assertEqual(text.text, 'Zo\xeb & "no"')
        self.assertEqual(text.to_source(2, 3), (2, 4))
        self.assertEqual(text.to_clean(2, 4), (2, 3))
        self.assertEqual([(r.kind, r.text) for r in text.repairs],
                         [('html_entity', '&')])
        with self.assertRaises(TypeError):
            copydesk.normalize('a', nfc=True)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
