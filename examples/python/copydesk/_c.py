# SPDX-License-Identifier: Apache-2.0
"""copydesk.h through ctypes: its structs, and its functions with their types.

CDLL releases the GIL around every call.
"""
import ctypes as c
import os
import pathlib
from ctypes.util import find_library
from typing import Any


def _struct(name: str, *fields: Any) -> Any:
    return type(name, (c.Structure,), {'_fields_': list(fields)})


Span = _struct('Span', ('begin', c.c_uint32), ('end', c.c_uint32))
String = _struct('String', ('data', c.POINTER(c.c_char)), ('size', c.c_size_t))
Error = _struct('Error', ('status', c.c_int32), ('reserved', c.c_uint32),
                ('offset', c.c_uint64), ('message', c.c_char_p))
Options = _struct(
    'Options', ('struct_size', c.c_uint32), ('flags', c.c_uint32),
    ('offsets', c.c_int32), ('min_confidence', c.c_float),
    ('max_bytes', c.c_uint64), ('language', c.c_char_p),
    ('charset', c.c_char_p), ('cancel', c.c_void_p),
    ('max_entities', c.c_uint32), ('max_quotes', c.c_uint32),
    ('max_depth', c.c_uint32), ('quote_style', c.c_int32),
    ('gazetteer', c.c_void_p), ('given', c.c_void_p),
    ('given_count', c.c_uint64), ('memory', c.c_void_p))
GivenEntity = _struct('GivenEntity', ('span', Span), ('type', c.c_int32),
                      ('reserved', c.c_uint32))
NormalizeOptions = _struct(
    'NormalizeOptions', ('struct_size', c.c_uint32), ('flags', c.c_uint32),
    ('offsets', c.c_int32), ('reserved', c.c_uint32),
    ('max_bytes', c.c_uint64), ('charset', c.c_char_p),
    ('memory', c.c_void_p))
Paragraph = _struct('Paragraph', ('span', Span), ('kind', c.c_int32),
                    ('reserved', c.c_uint32), ('reason', c.c_char_p))
Entity = _struct('Entity', ('span', Span), ('type', c.c_int32),
                 ('confidence', c.c_float), ('name', c.c_int32),
                 ('reserved', c.c_uint32), ('text', String), ('value', String))
Name = _struct(
    'Name', ('type', c.c_int32), ('gender', c.c_int32), ('text', String),
    ('caller_id', String), ('titles', c.POINTER(String)),
    ('title_count', c.c_size_t), ('mentions', c.POINTER(c.c_uint32)),
    ('mention_count', c.c_size_t), ('quotes', c.POINTER(c.c_uint32)),
    ('quote_count', c.c_size_t), ('affiliations', c.POINTER(c.c_uint32)),
    ('affiliation_count', c.c_size_t))
Quote = _struct('Quote', ('kind', c.c_int32), ('parent', c.c_int32),
                ('content', c.POINTER(Span)), ('content_count', c.c_size_t),
                ('text', String), ('has_cue', c.c_int32),
                ('has_speaker', c.c_int32), ('cue', Span),
                ('speaker_span', Span), ('speaker_text', String),
                ('speaker_name', c.c_int32), ('speaker_kind', c.c_int32),
                ('speaker_confidence', c.c_float), ('confidence', c.c_float),
                ('rule', c.c_char_p))
Repair = _struct('Repair', ('span', Span), ('kind', c.c_int32),
                 ('reserved', c.c_uint32), ('text', String))
Change = _struct('Change', ('clean', Span), ('source', Span))


def _open() -> Any:
    beside = pathlib.Path(__file__).with_name('libcopydesk.so')
    path = os.environ.get('COPYDESK_LIBRARY') or (
        str(beside) if beside.exists() else find_library('copydesk'))
    if not path:
        raise ImportError('libcopydesk not found: set COPYDESK_LIBRARY')
    return c.CDLL(path)


lib = _open()
_p, _out, _size = c.c_void_p, c.POINTER(c.c_void_p), c.POINTER(c.c_size_t)
_err = c.POINTER(Error)


def _declare(name: str, result: Any, *arguments: Any) -> None:
    function = getattr(lib, 'copydesk_' + name)
    function.restype, function.argtypes = result, arguments


for _name in ('version_string', 'unicode_version'):
    _declare(_name, c.c_char_p)
for _name in ('status', 'paragraph_kind', 'entity_type', 'quote_kind',
              'speaker_kind', 'repair_kind'):
    _declare(_name + '_string', c.c_char_p, c.c_int32)
for _name in ('analyzer_free', 'document_free', 'text_free', 'cancel_free',
              'cancel_request', 'cancel_reset', 'string_free',
              'gazetteer_free', 'model_free'):
    _declare(_name, None, _p)
_declare('model_load', c.c_int32, c.c_char_p, c.c_size_t, _out, _err)
_declare('analyzer_new', c.c_int32, _p, _out, _err)
_declare('analyzer_model_id', c.c_char_p, _p)
_declare('cancel_new', c.c_int32, _out, _err)
_declare('gazetteer_load', c.c_int32, c.c_char_p, c.c_size_t, _out, _err)
_declare('gazetteer_size', c.c_size_t, _p)
_declare('analyze', c.c_int32, _p, c.c_char_p, c.c_size_t, c.POINTER(Options),
         _out, _err)
_declare('analyze_many', c.c_int32, _p, c.POINTER(String), c.c_size_t,
         c.POINTER(Options), c.c_uint32, _out, _err)
_declare('document_length', c.c_uint32, _p)
_declare('document_language', c.c_char_p, _p)
_declare('document_encoding', c.c_char_p, _p)
for _name, _type in (('paragraphs', Paragraph), ('sentences', Span),
                     ('tokens', Span), ('entities', Entity), ('names', Name),
                     ('quotes', Quote), ('repairs', Repair)):
    _declare('document_' + _name, c.POINTER(_type), _p, _size)
_declare('document_find_name', c.c_int32, _p, c.c_char_p, c.c_size_t)
_declare('document_normalized', String, _p)
_declare('document_json', c.c_int32, _p, c.c_uint32, c.c_char_p, _out, _size,
         _err)
_declare('document_html', c.c_int32, _p, c.c_char_p, c.c_size_t, c.c_char_p,
         _out, _size, _err)
_declare('normalize', c.c_int32, c.c_char_p, c.c_size_t,
         c.POINTER(NormalizeOptions), _out, _err)
_declare('text_string', String, _p)
_declare('text_encoding', c.c_char_p, _p)
_declare('text_length', c.c_uint32, _p)
_declare('text_source_length', c.c_uint32, _p)
_declare('text_repairs', c.POINTER(Repair), _p, _size)
_declare('text_changes', c.POINTER(Change), _p, _size)
_declare('text_to_source', Span, _p, Span)
_declare('text_to_clean', Span, _p, Span)


def text_of(string: Any) -> str:
    return c.string_at(string.data, string.size).decode()


def array_of(function: Any, handle: Any) -> Any:
    """A borrowed array: the elements, which live as long as the handle."""
    count = c.c_size_t()
    first = function(handle, c.byref(count))
    return first[:count.value] if count.value else []


def view_of(function: Any, handle: Any, owner: Any) -> memoryview:
    """Spans as a memoryview of shape (n, 2) over the library's own memory;
    numpy.asarray makes an array of it without a copy. Keeps owner alive."""
    count = c.c_size_t()
    first = function(handle, c.byref(count))
    if not count.value:
        return memoryview(b'').cast('I')
    array = (c.c_uint32 * (2 * count.value)).from_address(
        c.addressof(first.contents))
    setattr(array, 'owner', owner)
    flat = memoryview(array).toreadonly().cast('B')
    return flat.cast('I', (count.value, 2))
