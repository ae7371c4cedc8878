#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""quotes.py - who said what in a file, from Python through ctypes:

    quotes.py LIBCOPYDESK FILE
"""
import ctypes as c
import sys


class Span(c.Structure):
    _fields_ = [('begin', c.c_uint32), ('end', c.c_uint32)]


class String(c.Structure):
    _fields_ = [('data', c.POINTER(c.c_char)), ('size', c.c_size_t)]

    def __str__(self):
        return self.data[:self.size].decode()


class Error(c.Structure):
    _fields_ = [('status', c.c_int32), ('reserved', c.c_uint32),
                ('offset', c.c_uint64), ('message', c.c_char_p)]


class Quote(c.Structure):
    _fields_ = [('kind', c.c_int32), ('parent', c.c_int32),
                ('content', c.POINTER(Span)), ('content_count', c.c_size_t),
                ('text', String), ('has_cue', c.c_int32),
                ('has_speaker', c.c_int32), ('cue', Span),
                ('speaker_span', Span), ('speaker_text', String),
                ('speaker_name', c.c_int32), ('speaker_kind', c.c_int32),
                ('speaker_confidence', c.c_float), ('confidence', c.c_float),
                ('rule', c.c_char_p)]


def main(library, path):
    lib = c.CDLL(library)
    lib.copydesk_document_quotes.restype = c.POINTER(Quote)
    text = open(path, 'rb').read()
    analyzer, document, err = c.c_void_p(), c.c_void_p(), Error()
    count = c.c_size_t()
    if (lib.copydesk_analyzer_new(None, c.byref(analyzer), c.byref(err))
            or lib.copydesk_analyze(analyzer, text, c.c_size_t(len(text)), None,
                                    c.byref(document), c.byref(err))):
        sys.exit(f'{err.message.decode()} at byte {err.offset}')
    quotes = lib.copydesk_document_quotes(document, c.byref(count))
    for quote in quotes[:count.value]:
        who = str(quote.speaker_text) if quote.has_speaker else '?'
        print(f'{who}: {quote.text}')
    lib.copydesk_document_free(document)
    lib.copydesk_analyzer_free(analyzer)


main(*sys.argv[1:])
