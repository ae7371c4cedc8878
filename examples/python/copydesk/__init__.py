# SPDX-License-Identifier: Apache-2.0
"""Who said what in news text.

    analyzer = copydesk.Analyzer()
    document = analyzer.analyze('"It is over," Ada Byron said. She left.')
    for quote in document.quotes:
        print(quote.speaker and quote.speaker.name, quote.text)

Spans of a str count its characters, spans of bytes count bytes. Analyzers and
documents are immutable and may be used from any thread.
"""
from __future__ import annotations

import ctypes as _ct
from functools import cached_property
from typing import Any, Iterable, NamedTuple, Optional, Sequence, Union

from . import _c
from ._document import (Document, Entity, Error, Handle, Name, Paragraph,
                        Quote, Repair, Span, Speaker)
from ._document import made as _made
from ._document import repairs_of as _repairs_of
from ._document import span_of as _span_of

__all__ = ['Analyzer', 'Cancel', 'Change', 'Document', 'Entity', 'Error',
           'Gazetteer', 'Name', 'Paragraph', 'Quote', 'Repair', 'Span',
           'Speaker', 'Text', 'normalize', 'unicode_version']
__version__: str = _c.lib.copydesk_version_string().decode()
unicode_version: str = _c.lib.copydesk_unicode_version().decode()
_UNITS = ('bytes', 'utf16', 'codepoints')
_NORMALIZE = ('keep_damage', 'nfkc', 'fold_case', 'plain_marks',
              'plain_dashes', 'plain_spaces', 'plain_ellipses', 'plain_digits',
              'changes')
_TYPES = {_c.lib.copydesk_entity_type_string(i).decode(): i
          for i in range(1, 16)}


def _input(text: Union[str, bytes]) -> tuple[bytes, bool]:
    """A lone surrogate becomes "?": one character, as before."""
    if isinstance(text, str):
        return text.encode('utf-8', 'replace'), True
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text), False
    raise TypeError(f'a text is str or bytes, not {type(text).__name__}')


def _unit(offsets: Optional[str], is_str: bool) -> int:
    if offsets is None:
        return 2 if is_str else 0
    return _UNITS.index(offsets)


def _charset(charset: Optional[str], is_str: bool) -> Optional[bytes]:
    return b'UTF-8' if is_str else charset.encode() if charset else None


class Cancel(Handle):
    """Stops calls that were given it, from another thread."""
    _free = staticmethod(_c.lib.copydesk_cancel_free)

    def __init__(self) -> None:
        super().__init__(_made(_c.lib.copydesk_cancel_new))

    def request(self) -> None:
        """Every such call stops at its next step."""
        _c.lib.copydesk_cancel_request(self._handle)

    def reset(self) -> None:
        """Lets later calls run again."""
        _c.lib.copydesk_cancel_reset(self._handle)


class Gazetteer(Handle):
    """Names that the caller knows: (name, type, id), as in
    ("Ada Byron", "PERSON", "q7259"). The id comes back as Entity.value and
    Name.caller_id."""
    _free = staticmethod(_c.lib.copydesk_gazetteer_free)

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        lines = []
        for fields in names:
            if any(c in field for field in fields for c in '\t\r\n'):
                raise ValueError(f'a tab or line break in {fields}')
            escape = '\\' if fields[0].startswith(('#', '\\')) else ''
            lines.append(escape + '\t'.join(fields) + '\n')
        self._load(''.join(lines))

    @classmethod
    def load(cls, lines: str) -> Gazetteer:
        """From lines "name TAB TYPE TAB id", the format of the command's
        --gazetteer."""
        out = cls.__new__(cls)
        out._load(lines)
        return out

    def _load(self, lines: str) -> None:
        data = lines.encode()
        super().__init__(_made(_c.lib.copydesk_gazetteer_load, data,
                               len(data)))

    def __len__(self) -> int:
        return _c.lib.copydesk_gazetteer_size(self._handle)


def _given(entities: Iterable[tuple[int, int, str]]) -> Any:
    """An array of copydesk_given_entity; never a NULL one."""
    items = [(start, end, _TYPES[type_]) for start, end, type_ in entities]
    array = (_c.GivenEntity * (len(items) + 1))()
    for slot, (start, end, kind) in zip(array, items):
        if start < 0 or end < 0:
            raise ValueError(f'an offset below 0: {start}, {end}')
        slot.span.begin, slot.span.end, slot.type = start, end, kind
    return array


class Analyzer(Handle):
    """Reads texts, with the model inside the library or one of the caller's,
    as copydesk-train writes it."""
    _free = staticmethod(_c.lib.copydesk_analyzer_free)

    def __init__(self, model: Optional[bytes] = None) -> None:
        loaded = None if model is None else _made(
            _c.lib.copydesk_model_load, model, len(model))
        try:
            super().__init__(_made(_c.lib.copydesk_analyzer_new, loaded))
        finally:
            _c.lib.copydesk_model_free(loaded)

    @property
    def model_id(self) -> str:
        return _c.lib.copydesk_analyzer_model_id(self._handle).decode()

    @staticmethod
    def _options(is_str: bool, *, language: Optional[str] = None,
                 charset: Optional[str] = None, offsets: Optional[str] = None,
                 tokens: bool = False, normalized: bool = False,
                 attributions: bool = False, min_confidence: float = 0.0,
                 max_bytes: int = 0, max_entities: int = 0,
                 max_quotes: int = 0, max_depth: int = 0,
                 gazetteer: Optional[Gazetteer] = None,
                 cancel: Optional[Cancel] = None, given: Any = None) -> Any:
        if min(max_bytes, max_entities, max_quotes, max_depth) < 0:
            raise ValueError('a limit below 0')
        return _c.Options(
            struct_size=_ct.sizeof(_c.Options),
            flags=(1 if tokens else 0) | (2 if normalized else 0),
            offsets=_unit(offsets, is_str), min_confidence=min_confidence,
            max_bytes=max_bytes,
            language=language.encode() if language else None,
            charset=_charset(charset, is_str),
            cancel=cancel._handle if cancel else None,
            max_entities=max_entities, max_quotes=max_quotes,
            max_depth=max_depth,
            gazetteer=gazetteer._handle if gazetteer is not None else None,
            given=_ct.addressof(given) if given else None,
            given_count=len(given) - 1 if given else 0,
            quote_style=int(attributions))

    def analyze(self, text: Union[str, bytes], *,
                language: Optional[str] = None, charset: Optional[str] = None,
                offsets: Optional[str] = None, tokens: bool = False,
                normalized: bool = False, attributions: bool = False,
                min_confidence: float = 0.0, max_bytes: int = 0,
                max_entities: int = 0, max_quotes: int = 0,
                max_depth: int = 0, gazetteer: Optional[Gazetteer] = None,
                entities: Optional[Iterable[tuple[int, int, str]]] = None,
                cancel: Optional[Cancel] = None) -> Document:
        """Reads one text. charset is for bytes whose encoding is declared;
        offsets: "bytes", "utf16" or "codepoints", if not those of the input;
        attributions: thoughts, beliefs and plans count as quotations, too;
        entities, (start, end, type), are taken in place of the names that
        copydesk would find; max_...: refuse a text that is longer or has more
        (0: 256 MiB, no limit)."""
        data, is_str = _input(text)
        given = None if entities is None else _given(entities)
        options = self._options(
            is_str, language=language, charset=charset, offsets=offsets,
            tokens=tokens, normalized=normalized, attributions=attributions,
            min_confidence=min_confidence, max_bytes=max_bytes,
            max_entities=max_entities, max_quotes=max_quotes,
            max_depth=max_depth, gazetteer=gazetteer, cancel=cancel,
            given=given)
        return Document(_made(_c.lib.copydesk_analyze, self._handle, data,
                              len(data), _ct.byref(options)))

    def html(self, text: Union[str, bytes], *, title: str = 'copydesk',
             **options: Any) -> str:
        """A page of the text (bytes: UTF-8) with quotations and names marked;
        options are those of analyze."""
        data, _ = _input(text)
        options.update(charset='UTF-8', offsets='bytes')
        return self.analyze(data, **options).to_html(data, title)

    def analyze_many(self, texts: Sequence[Union[str, bytes]], *,
                     threads: int = 1, language: Optional[str] = None,
                     charset: Optional[str] = None,
                     offsets: Optional[str] = None, tokens: bool = False,
                     normalized: bool = False, attributions: bool = False,
                     min_confidence: float = 0.0, max_bytes: int = 0,
                     max_entities: int = 0, max_quotes: int = 0,
                     max_depth: int = 0,
                     gazetteer: Optional[Gazetteer] = None,
                     cancel: Optional[Cancel] = None
                     ) -> list[Union[Document, Error]]:
        """Reads texts, all str or all bytes, on threads of the library's own.
        A text that fails gives an Error in its place."""
        inputs = [_input(t) for t in texts]
        if len({is_str for _, is_str in inputs}) > 1:
            raise TypeError('texts have to be all str or all bytes')
        count = len(inputs)
        options = self._options(
            bool(inputs and inputs[0][1]), language=language, charset=charset,
            offsets=offsets, tokens=tokens, normalized=normalized,
            attributions=attributions, min_confidence=min_confidence,
            max_bytes=max_bytes, max_entities=max_entities,
            max_quotes=max_quotes, max_depth=max_depth, gazetteer=gazetteer,
            cancel=cancel)
        strings = (_c.String * count)()
        for string, (data, _) in zip(strings, inputs):
            string.data = _ct.cast(_ct.c_char_p(data), _ct.POINTER(_ct.c_char))
            string.size = len(data)
        out, errors = (_ct.c_void_p * count)(), (_c.Error * count)()
        _c.lib.copydesk_analyze_many(self._handle, strings, count,
                                     _ct.byref(options), threads, out, errors)
        return [Document(_ct.c_void_p(handle)) if handle else Error.of(err)
                for handle, err in zip(out, errors)]


class Change(NamedTuple):
    """A place where the clean text and the input differ."""
    clean: Span  # empty if the source was left out
    source: Span  # empty if nothing stood there


class Text(Handle):
    """Clean text and the way back."""
    _free = staticmethod(_c.lib.copydesk_text_free)

    @cached_property
    def text(self) -> str:
        return _c.text_of(_c.lib.copydesk_text_string(self._handle))

    @property
    def encoding(self) -> str:
        return _c.lib.copydesk_text_encoding(self._handle).decode()

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        return _repairs_of(_c.array_of(_c.lib.copydesk_text_repairs,
                                       self._handle))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All places where the two differ, if changes=True was given."""
        return tuple(Change(_span_of(c.clean), _span_of(c.source))
                     for c in _c.array_of(_c.lib.copydesk_text_changes,
                                          self._handle))

    @property
    def length(self) -> int:
        return _c.lib.copydesk_text_length(self._handle)

    @property
    def source_length(self) -> int:
        return _c.lib.copydesk_text_source_length(self._handle)

    def to_source(self, start: int, end: int) -> Span:
        """From text (characters if the input was a str; else bytes of its
        UTF-8) to the input."""
        return _span_of(_c.lib.copydesk_text_to_source(self._handle,
                                                       _c.Span(start, end)))

    def to_clean(self, start: int, end: int) -> Span:
        return _span_of(_c.lib.copydesk_text_to_clean(self._handle,
                                                      _c.Span(start, end)))


def normalize(text: Union[str, bytes], *, charset: Optional[str] = None,
              offsets: Optional[str] = None, max_bytes: int = 0,
              **options: bool) -> Text:
    """Cleans a text: decode, repair, NFC. Options: keep_damage, nfkc,
    fold_case, plain_marks, plain_dashes, plain_spaces, plain_ellipses,
    plain_digits, changes (fill Text.changes)."""
    flags = 0
    for option, wanted in options.items():
        if option not in _NORMALIZE:
            raise TypeError(f'no such option: {option}')
        flags |= (1 << _NORMALIZE.index(option)) if wanted else 0
    data, is_str = _input(text)
    how = _c.NormalizeOptions(
        struct_size=_ct.sizeof(_c.NormalizeOptions), flags=flags,
        offsets=_unit(offsets, is_str), max_bytes=max_bytes,
        charset=_charset(charset, is_str))
    return Text(_made(_c.lib.copydesk_normalize, data, len(data),
                      _ct.byref(how)))
