#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python package on the example article:  test_copydesk.py ARTICLE"""
import concurrent.futures
import gc
import json
import pathlib
import sys
import time
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
        self.assertNotIn('rule', data['quotes'][0])
        explained = json.loads(document.to_json(explain=True, lines=True))
        self.assertEqual(explained['quotes'][0]['rule'],
                         document.quotes[0].rule)
        self.assertEqual(explained['paragraphs'][0]['reason'],
                         document.paragraphs[0].reason)
        self.assertEqual([tuple(t) for t in data['tokens']],
                         list(document.tokens))
        self.assertEqual(data['quotes'][0]['text'], document.quotes[0].text)

    def test_html(self):
        for text in (TEXT, TEXT.encode()):
            page = ANALYZER.html(text, title='a < b', language='en')
            self.assertIn('<title>a &lt; b</title>', page)
            self.assertIn('class="quote direct', page)
        with self.assertRaises(copydesk.Error):
            ANALYZER.analyze(TEXT).to_html(TEXT.encode())

    def test_offsets_in_other_units(self):
        for offsets, length in (('bytes', len(TEXT.encode())),
                                ('utf16', len(TEXT.encode('utf-16-le')) // 2),
                                ('codepoints', len(TEXT))):
            for text in (TEXT, TEXT.encode()):
                document = ANALYZER.analyze(text, offsets=offsets)
                self.assertEqual(document.length, length)
        with self.assertRaises(ValueError):
            ANALYZER.analyze(TEXT, offsets='words')

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

    def test_calls_release_the_gil(self):
        long = '\u201cNo,\u201d Ada Byron said on Tuesday. ' * 40000
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            call = pool.submit(ANALYZER.analyze, long)
            turns = 0
            while not call.done():
                time.sleep(0.001)
                turns += 1
        self.assertGreater(len(call.result().quotes), 1000)
        self.assertGreater(turns, 5)

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
        text = ('At \u00c9t\u00e9 Bar, Mo Tarn said the bar was full. '
                '"I left for #Door," Mo Tarn said.')
        names = copydesk.Gazetteer([('\u00c9t\u00e9 Bar', 'ORG', 'bar-1'),
                                    ('Mo Tarn', 'PERSON', 'p-1'),
                                    ('#Door', 'ORG', '')])
        self.assertEqual(len(names), 3)
        found = {text[e.span.start:e.span.end]: (e.type, e.value)
                 for e in ANALYZER.analyze(text, gazetteer=names).entities}
        self.assertEqual(found['\u00c9t\u00e9 Bar'], ('ORG', 'bar-1'))
        many = ANALYZER.analyze_many([text], gazetteer=names)
        self.assertEqual(many[0].entities[0].value, 'bar-1')
        self.assertEqual(found['#Door'], ('ORG', ''))
        tarn = ANALYZER.analyze(text, gazetteer=names).find_name('p-1')
        self.assertEqual(
            (tarn.text, tarn.caller_id, tarn.quotes, tarn.affiliations,
             tarn.gender), ('Mo Tarn', 'p-1', (0, 1), (), 0))
        self.assertIsNone(ANALYZER.analyze(text).find_name('p-1'))
        none = copydesk.Gazetteer.load('# nobody\n')
        self.assertEqual(len(none), 0)
        self.assertTrue(ANALYZER.analyze(text, gazetteer=none).quotes)
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
        many = '"A," Ada Byron said in Oslo. "B," Mo Tarn said.'
        for limit in ('max_entities', 'max_quotes'):
            with self.assertRaises(copydesk.Error) as caught:
                ANALYZER.analyze(many, **{limit: 1})
            self.assertEqual(caught.exception.code, 'too_many')
            batch = ANALYZER.analyze_many([many, 'a'], **{limit: 1})
            self.assertEqual(batch[0].code, 'too_many')
            self.assertEqual(batch[1].length, 1)
        for wrong in ({'max_quotes': -1}, {'entities': [(-2, 1, 'ORG')]}):
            with self.assertRaises(ValueError):
                ANALYZER.analyze('abc', **wrong)
        with self.assertRaises(copydesk.Error) as caught:
            copydesk.Analyzer(b'no model')
        self.assertEqual(caught.exception.code, 'bad_model')
        cancel = copydesk.Cancel()
        cancel.request()
        with self.assertRaises(copydesk.Error) as caught:
            ANALYZER.analyze(TEXT, cancel=cancel)
        self.assertEqual(caught.exception.code, 'cancelled')
        cancel.reset()
        self.assertTrue(ANALYZER.analyze(TEXT, cancel=cancel).quotes)
        self.assertEqual(ANALYZER.analyze('a\ud800b').length, 3)
        for wrong in (7, None, ['a']):
            with self.assertRaises(TypeError):
                ANALYZER.analyze(wrong)
        self.assertEqual(ANALYZER.analyze(memoryview(b'abc')).length, 3)

    def test_a_call_is_stopped_from_another_thread(self):
        long = '\u201cNo,\u201d Ada Byron said on Tuesday. ' * 200000
        cancel = copydesk.Cancel()
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            call = pool.submit(ANALYZER.analyze, long, cancel=cancel)
            time.sleep(0.01)
            cancel.request()
            with self.assertRaises(copydesk.Error) as caught:
                call.result()
        self.assertEqual(caught.exception.code, 'cancelled')

    def test_clean_text(self):
        text = copydesk.normalize('Zoe\u0308 &amp; \u201cno\u201d',
                                  plain_marks=True)
        self.assertEqual(text.text, 'Zo\xeb & "no"')
        self.assertEqual(text.to_source(2, 3), (2, 4))
        self.assertEqual(text.to_clean(2, 4), (2, 3))
        self.assertEqual([(r.kind, r.text) for r in text.repairs],
                         [('html_entity', '&')])
        self.assertEqual((text.length, text.source_length), (10, 15))
        self.assertEqual(text.changes, ())
        text = copydesk.normalize('Zoe\u0308', changes=True, offsets='bytes')
        self.assertEqual(text.changes, (((2, 4), (2, 5)),))
        with self.assertRaises(TypeError):
            copydesk.normalize('a', nfc=True)
        with self.assertRaises(copydesk.Error):
            copydesk.normalize('abc', max_bytes=2)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
