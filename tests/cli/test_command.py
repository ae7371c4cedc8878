#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The command as a user meets it: what it prints, where, and how it exits.

    test_command.py COMMAND SCHEMA ARTICLES
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

COMMAND, SCHEMA, ARTICLES = sys.argv[1:4]
VALIDATOR = jsonschema.Draft7Validator(json.load(open(SCHEMA)))
# Bytes: all of it where the slow tests run.
LONG_LINE = 50_000_000 if os.environ.get('COPYDESK_SLOW_TESTS') else 1_000_000
KINDS = {'PERSON', 'ORG', 'GPE'}


def run(*args, stdin=b''):
    done = subprocess.run([COMMAND, *args], input=stdin, capture_output=True,
                          timeout=300)
    return done.returncode, done.stdout, done.stderr.decode()


def analyze(data, *args):
    """One document through standard input; its JSON, checked."""
    status, out, err = run('analyze', *args, stdin=data)
    assert status == 0, err
    doc = json.loads(out)
    VALIDATOR.validate(doc)
    return doc


def check_spans(test, doc, data):
    """Every span lies in the text, in order, and where it should."""
    size = len(data)
    test.assertEqual(doc['length'], size)
    spans = list(doc['sentences'])
    spans += [[x['start'], x['end']] for x in
              doc['paragraphs'] + doc['entities'] + doc['repairs']]
    for q in doc['quotes']:
        spans += q['content']
        spans += [q['cue']] if q['cue'] else []
        spans += [q['speaker']['span']] if q['speaker'] else []
    for begin, end in spans:
        test.assertLessEqual(begin, end)
        test.assertLessEqual(end, size)
    firsts = [q['content'][0][0] for q in doc['quotes']]
    test.assertEqual(firsts, sorted(firsts))
    for name in doc['names']:
        for mention in name['mentions']:
            test.assertEqual(doc['entities'][mention]['id'], name['id'])


class Readme(unittest.TestCase):
    def test_it_names_the_options_that_there_are(self):
        page = pathlib.Path(ARTICLES, '../../README.md').read_text()
        usage = page[page.index('    copydesk analyze'):]
        for command in ('analyze', 'normalize'):
            said = usage[usage.index('copydesk ' + command):]
            said = said[:said.index('[FILE...]')]
            _, printed, _ = run(command, '--help')
            options = re.findall(r'^  .*?(--[a-z-]+)', printed.decode(), re.M)
            self.assertEqual({'--help', *re.findall(r'--[a-z-]+', said)} |
                             ({'--jobs'} if '-j N' in said else set()),
                             set(options))


class Output(unittest.TestCase):
    def test_articles_validate_against_the_schema(self):
        for path in sorted(pathlib.Path(ARTICLES).glob('*.txt')):
            with self.subTest(path.name):
                status, out, err = run('analyze', '--tokens', '--normalized',
                                       '--explain', str(path))
                self.assertEqual((status, err), (0, ''))
                doc = json.loads(out)
                VALIDATOR.validate(doc)
                check_spans(self, doc, path.read_bytes())
                self.assertGreater(len(doc['quotes']), 5)
                self.assertTrue(KINDS <= {e['type'] for e in doc['entities']})

    def test_units_of_offsets(self):
        text = 'Zoë said 🎉 “it is over”.'
        data = text.encode()
        as_bytes = analyze(data)['sentences'][-1][1]
        units = analyze(data, '--offsets', 'utf16')['sentences'][-1][1]
        points = analyze(data, '--offsets', 'codepoints')['sentences'][-1][1]
        self.assertEqual(as_bytes, len(data))
        self.assertEqual(units, len(text.encode('utf-16-le')) // 2)
        self.assertEqual(points, len(text))

    def test_every_format_gives_something(self):
        article = sorted(pathlib.Path(ARTICLES).glob('*.txt'))[0]
        for name in ('json', 'jsonl', 'text', 'html', 'conll'):
            with self.subTest(name):
                if name == 'jsonl':
                    line = json.dumps({'id': 'a', 'text': article.read_text()})
                    status, out, err = run('analyze', '--format', name,
                                           stdin=line.encode())
                else:
                    status, out, err = run('analyze', '--format', name,
                                           str(article))
                self.assertEqual((status, err), (0, ''))
                self.assertIn(b'Tesfaye', out)

    def test_version(self):
        status, out, err = run('--version')
        self.assertEqual((status, err), (0, ''))
        self.assertRegex(out.decode(), r'^copydesk \d+\.\d+\.\d+ '
                         r'\(Unicode \d+\.\d+\.\d+, model \S+\)\n$')


class JsonLines(unittest.TestCase):
    LINES = [
        {'id': 'a', 'text': '“It rains,” Ada Byron said.', 'lang': 'en'},
        {'id': 7, 'text': ''},
        {'id': {'x': 1}, 'text': 'Ada Byron said it rained.'},
    ]

    def test_bad_lines_fail_in_their_place(self):
        good = [json.dumps(x) for x in self.LINES]
        lines = [good[0], '{"id": "b", "text": ', '[1]', '{"id": "c"}',
                 good[1], '{"id": "d", "text": 5}', good[2]]
        status, out, err = run('analyze', '--format', 'jsonl',
                               stdin='\n'.join(lines).encode())
        docs = [json.loads(x) for x in out.splitlines()]
        for doc in docs:
            VALIDATOR.validate(doc)
        self.assertEqual((status, err), (1, ''))
        self.assertEqual([d['id'] for d in docs],
                         ['a', None, None, 'c', 7, 'd', {'x': 1}])
        self.assertEqual(['error' in d for d in docs],
                         [False, True, True, True, False, True, False])
        self.assertEqual(docs[1]['error']['offset'], 20)

    def test_threads_change_nothing(self):
        lines = []
        for i in range(500):
            doc = dict(self.LINES[i % 3], id=i)
            lines.append(json.dumps(doc))
        data = '\n'.join(lines).encode()
        one = run('analyze', '--format', 'jsonl', stdin=data)
        four = run('analyze', '--format', 'jsonl', '-j', '4', stdin=data)
        self.assertEqual(one[0], 0)
        self.assertEqual(one, four)
        self.assertEqual([json.loads(x)['id'] for x in one[1].splitlines()],
                         list(range(500)))


class NamesOfTheCaller(unittest.TestCase):
    TEXT = 'The Blue Door will move, Mo Tarn said. The Blue Door is a bar.'

    def entities(self, line, *args):
        status, out, err = run('analyze', '--format', 'jsonl', *args,
                               stdin=json.dumps(line).encode())
        doc = json.loads(out)
        self.assertEqual(status, 1 if 'error' in doc else 0, err)
        if 'error' in doc:
            return doc['error']
        VALIDATOR.validate(doc)
        return [(e['text'], e['type'], e.get('value')) for e in doc['entities']
                if e['type'] != 'DATE']

    def test_a_gazetteer_is_found_with_its_ids(self):
        with tempfile.TemporaryDirectory() as folder:
            names = pathlib.Path(folder, 'names.tsv')
            names.write_text('# bars\nBlue Door\tORG\tbar-9\n')
            found = self.entities({'text': self.TEXT},
                                  '--gazetteer', str(names))
            self.assertEqual(found.count(('Blue Door', 'ORG', 'bar-9')), 2)
            status, out, err = run('analyze', '--format', 'jsonl', '--explain',
                                   '--gazetteer', str(names), stdin=json.dumps(
                                       {'id': 1, 'text': self.TEXT}).encode())
            doc = json.loads(out)
            VALIDATOR.validate(doc)
            self.assertEqual([n['name'] for n in doc['names']
                              if n.get('caller_id') == 'bar-9'], ['Blue Door'])
            names.write_text('#Blue\tORG\n\\#Door\tFAC\td-1\n')
            self.assertEqual(
                self.entities({'text': 'we saw #Blue and #Door'},
                              '--gazetteer', str(names)),
                [('#Door', 'FAC', 'd-1')])
            names.write_text('fine\tORG\nBlue Door\tBAR\n')
            status, out, err = run('analyze', '--gazetteer', str(names),
                                   stdin=b'a')
            self.assertEqual((status, out), (1, b''))
            self.assertIn('byte 9', err)
        status, out, err = run('analyze', '--gazetteer', '/no/such', stdin=b'a')
        self.assertEqual((status, out, err.count('\n')), (1, b'', 1))

    def test_a_model_that_does_not_load_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            bad = pathlib.Path(folder, 'bad.model')
            bad.write_bytes(b'no model')
            status, out, err = run('analyze', '--model', str(bad), stdin=b'a')
            self.assertEqual((status, out, err.count('\n')), (1, b'', 1))
            self.assertIn(str(bad), err)
            self.assertIn('bad_model', err)
        status, out, err = run('analyze', '--model', '/no/such', stdin=b'a')
        self.assertEqual((status, out, err.count('\n')), (1, b'', 1))

    def quotes(self, text, *args):
        status, out, err = run('analyze', '--format', 'jsonl', *args,
                               stdin=json.dumps({'id': 1, 'text': text}).encode())
        self.assertEqual((status, err), (0, ''))
        doc = json.loads(out)
        VALIDATOR.validate(doc)
        return [([text[a:b] for a, b in q['content']],
                 text[slice(*q['cue'])]) for q in doc['quotes']]

    def test_attributions_are_thoughts_too(self):
        text = ('Officials in Oslo have repeatedly said that the bridge is '
                'safe. Mo Tarn believes that the mayor will resign.')
        self.assertEqual(self.quotes(text),
                         [(['the bridge is safe'], 'said')])
        self.assertEqual(self.quotes(text, '--quotes', 'speech'),
                         self.quotes(text))
        self.assertEqual(self.quotes(text, '--quotes', 'attributions'),
                         [(['that the bridge is safe'],
                           'have repeatedly said'),
                          (['that the mayor will resign'], 'believes')])
        status, out, err = run('analyze', '--quotes', 'all', stdin=b'a')
        self.assertEqual((status, out, err.count('\n')), (2, b'', 1))

    def test_given_entities_take_the_place_of_ours(self):
        given = [{'start': 4, 'end': 13, 'type': 'ORG'},
                 {'start': 0, 'end': 3, 'type': 'DATE'}]
        found = self.entities({'text': self.TEXT, 'entities': given},
                              '--given-entities')
        self.assertEqual([e[:2] for e in found], [('Blue Door', 'ORG')])
        self.assertEqual(self.entities({'text': self.TEXT, 'entities': []},
                                       '--given-entities'), [])

    def test_bad_given_entities_are_told(self):
        for bad in (None, 7, [7], [{'start': 1, 'end': 2}],
                    [{'start': 2, 'end': 1, 'type': 'ORG'}],
                    [{'start': -1, 'end': 1, 'type': 'ORG'}],
                    [{'start': 1, 'end': 2, 'type': 'BAR'}],
                    [{'start': 1, 'end': 1 << 40, 'type': 'ORG'}]):
            with self.subTest(bad=bad):
                error = self.entities({'text': self.TEXT, 'entities': bad},
                                      '--given-entities')
                self.assertEqual(error['code'], 'bad_json')
        self.assertEqual(run('analyze', '--given-entities', stdin=b'a')[0], 2)


    def test_a_charset_that_is_declared(self):
        data = '«Нет», сказал он.'.encode('windows-1251')
        for name in ('windows-1251', 'koi8-r'):
            doc = analyze(data, '--charset', name, '--normalized')
            self.assertEqual(doc['normalized'], data.decode(name))
            status, out, err = run('analyze', '--format', 'html', '--charset',
                                   name, stdin=data)
            self.assertEqual((status, err), (0, ''))
            self.assertIn(data.decode(name)[1:4], out.decode())
        status, out, err = run('analyze', '--charset', 'none', stdin=data)
        self.assertEqual((status, out), (1, b''))
        self.assertIn('charset', err)


class Normalize(unittest.TestCase):
    def test_clean_text_comes_out(self):
        for path in sorted(pathlib.Path(ARTICLES).glob('*.txt')):
            status, out, err = run('normalize', str(path))
            self.assertEqual((status, err), (0, ''))
            again = run('normalize', stdin=out)
            self.assertEqual(again, (0, out, ''))
        cases = [
            ([], b'Zoe\xcc\x88', 'Zoë'),
            ([], '“Zoë” 1’'.encode('utf-16'), '“Zoë” 1’'),
            (['--charset', 'windows-1251'], b'\xcd\xe5\xf2', 'Нет'),
            (['--plain-marks', '--plain-dashes'], '“a”–b'.encode(), '"a"-b'),
            (['--nfkc', '--fold-case'], 'ﬁnal ＡBC'.encode(), 'final abc'),
            (['--plain-ellipses'], '…'.encode(), '...'),
            (['--plain-spaces'], '1\u2009000\n'.encode(), '1 000\n'),
            (['--plain-digits'], '٣'.encode(), '3'),
        ]
        for args, data, want in cases:
            with self.subTest((args, data)):
                self.assertEqual(run('normalize', *args, stdin=data),
                                 (0, want.encode(), ''))

    def test_the_map_leads_back(self):
        text = '“Zoe\u0308” a\u0301 🎉 said'
        for unit, cut in (('bytes', str.encode), ('codepoints', list),
                          ('utf16', lambda s: s.encode('utf-16-le')[::2])):
            with self.subTest(unit):
                status, out, err = run('normalize', '--map', '--offsets', unit,
                                       stdin=text.encode())
                self.assertEqual((status, err), (0, ''))
                doc = json.loads(out)
                self.assertEqual(doc['text'], '“Zoë” á 🎉 said')
                self.assertEqual(doc['encoding'], 'UTF-8')
                self.assertEqual(doc['length'], len(cut(text)))
                self.assertEqual(doc['text_length'], len(cut(doc['text'])))
                clean = source = 0
                for cb, ce, sb, se in doc['map']:
                    self.assertEqual(cb - clean, sb - source)
                    self.assertEqual(cut(doc['text'])[clean:cb],
                                     cut(text)[source:sb])
                    clean, source = ce, se
                self.assertEqual(cut(doc['text'])[clean:], cut(text)[source:])
                self.assertEqual(len(doc['map']), 2)

    def test_threads_and_bad_files(self):
        articles = [str(p) for p in
                    sorted(pathlib.Path(ARTICLES).glob('*.txt'))] * 20
        one = run('normalize', '--map', *articles)
        self.assertEqual(one, run('normalize', '--map', '-j', '4', *articles))
        self.assertEqual([json.loads(x)['id'] for x in one[1].splitlines()],
                         articles)
        status, out, err = run('normalize', '/no/such/file', articles[0])
        self.assertEqual(status, 1)
        self.assertEqual(out, pathlib.Path(articles[0]).read_bytes())
        self.assertRegex(err, r'\Acopydesk: /no/such/file: .+\n\Z')


class BadInput(unittest.TestCase):
    def test_odd_texts_give_a_result(self):
        texts = {
            'empty': b'',
            'one byte': b'a',
            'one mark': b'"',
            'only marks': '"“”‘’«»„\'\''.encode() * 50,
            'ill-formed UTF-8': b'He said \xff\xfe\xc3 \xe2\x80 \xf0\x9f it.',
            'NUL bytes': b'Ada Byron said it\x00 rained.',
            'UTF-16 with BOM': 'Ada Byron said it rained.'.encode('utf-16'),
            'UTF-16BE with BOM':
                b'\xfe\xff' + 'Ada Byron said it rained.'.encode('utf-16-be'),
            'UTF-8 with BOM': b'\xef\xbb\xbfAda Byron said it rained.',
            'only spaces': b' \n\t \r\n ',
        }
        for name, data in texts.items():
            with self.subTest(name):
                check_spans(self, analyze(data, '--tokens'), data)

    def test_utf16_is_read_as_text(self):
        for codec in ('utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be'):
            with self.subTest(codec):
                data = ('\ufeff“It rains,” Ada Byron said.').encode(codec)
                doc = analyze(data)
                self.assertEqual(doc['quotes'][0]['text'].rstrip(','),
                                 'It rains')
                unit = int(codec[4:6]) // 8
                self.assertEqual(doc['quotes'][0]['content'][0][0], 2 * unit)

    def test_ill_formed_bytes_are_reported_where_they_stand(self):
        doc = analyze('Zo\xeb said it '.encode() + b'\xff rained.')
        self.assertIn((13, 14, 'encoding', '\ufffd'),
                      [(r['start'], r['end'], r['kind'], r['text'])
                       for r in doc['repairs']])

    def test_a_long_line_gives_a_result(self):
        data = b'Ada Byron said it rained. ' * (LONG_LINE // 26)
        with tempfile.NamedTemporaryFile() as file:
            file.write(data)
            file.flush()
            status, out, err = run('analyze', '--format', 'jsonl', '/dev/null')
            self.assertEqual((status, out, err), (0, b'', ''))
            with open(os.devnull, 'wb') as nowhere:
                done = subprocess.run(
                    [COMMAND, 'analyze', '--format', 'text', file.name],
                    stdout=nowhere, stderr=subprocess.PIPE, timeout=600)
            self.assertEqual((done.returncode, done.stderr), (0, b''))

    def test_what_is_no_text_is_one_clear_line(self):
        with tempfile.TemporaryDirectory() as folder:
            binary = os.path.join(folder, 'binary')
            with open(binary, 'wb') as file:
                file.write(bytes(range(256)) * 64)
            cases = [os.path.join(folder, 'missing'), folder, binary, COMMAND]
            for path in cases:
                with self.subTest(path):
                    status, out, err = run('analyze', path)
                    self.assertEqual((status, out), (1, b''))
                    self.assertRegex(err, r'\Acopydesk: .+\n\Z')
                    self.assertIn(path, err)

    def test_a_bad_file_does_not_stop_the_others(self):
        article = sorted(pathlib.Path(ARTICLES).glob('*.txt'))[0]
        status, out, err = run('analyze', '/no/such/file', str(article))
        self.assertEqual(status, 1)
        VALIDATOR.validate(json.loads(out))

    def test_usage_errors_exit_2_with_one_line(self):
        for args in ([], ['analyze', '--format', 'xml'], ['analyze', '--no'],
                     ['analyze', '-j', '0'], ['analyze', '-j', 'x'],
                     ['analyze', '--offsets', 'words'], ['read'],
                     ['analyze', '--min-confidence', '2']):
            with self.subTest(args):
                status, out, err = run(*args)
                self.assertEqual((status, out), (2, b''))
                self.assertRegex(err, r'\Acopydesk: .+\n\Z')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=1)
