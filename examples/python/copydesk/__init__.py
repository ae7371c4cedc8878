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
import json as _json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Iterable, NamedTuple, Optional, Sequence, Union

from . import _c

__version__: str = _c.lib.copydesk_version_string().decode()
unicode_version: str = _c.lib.copydesk_unicode_version().decode()
_BYTES, _CODEPOINTS = 0, 2
_NORMALIZE = ('keep_damage', 'nfkc', 'fold_case', 'plain_marks',
              'plain_dashes', 'plain_spaces', 'plain_ellipses', 'plain_digits')


class Error(Exception):
    """A call failed: code ("too_big"), offset into the input, message."""

    def __init__(self, code: str, offset: int, message: str):
        super().__init__(f'{message} ({code}, at byte {offset})')
        self.code, self.offset, self.message = code, offset, message


class Span(NamedTuple):
    """Half-open range of the input."""
    start: int
    end: int


@dataclass(frozen=True)
class Paragraph:
    span: Span
    kind: str


@dataclass(frozen=True)
class Entity:
    span: Span
    type: str
    text: str
    value: str
    name: Optional[int]  # index into Document.names
    confidence: float


@dataclass(frozen=True)
class Name:
    type: str
    text: str
    titles: tuple[str, ...]
    mentions: tuple[int, ...]  # indices into Document.entities


@dataclass(frozen=True)
class Speaker:
    span: Span
    name: str
    id: Optional[int]  # index into Document.names
    kind: str
    confidence: float


@dataclass(frozen=True)
class Quote:
    kind: str
    content: tuple[Span, ...]
    text: str
    speaker: Optional[Speaker]
    cue: Optional[Span]
    parent: Optional[int]  # index into Document.quotes
    confidence: float


@dataclass(frozen=True)
class Repair:
    span: Span
    kind: str
    text: str


def _check(status: int, err: Any) -> None:
    if status == -1:
        raise MemoryError(err.message.decode())
    if status:
        code = _c.lib.copydesk_status_string(status).decode()
        raise Error(code, err.offset, (err.message or b'').decode())


def _input(text: Union[str, bytes]) -> tuple[bytes, bool]:
    """A lone surrogate becomes "?": one character, as before."""
    if isinstance(text, str):
        return text.encode('utf-8', 'replace'), True
    return bytes(text), False


def _span(s: Any) -> Span:
    return Span(s.begin, s.end)


def _index(i: int) -> Optional[int]:
    return i if i >= 0 else None


def _repairs(items: Iterable[Any]) -> tuple[Repair, ...]:
    kind = _c.lib.copydesk_repair_kind_string
    return tuple(Repair(_span(r.span), kind(r.kind).decode(),
                        _c.text_of(r.text)) for r in items)


class _Handle:
    """Frees what it holds."""
    _free: Any

    def __init__(self, handle: Any):
        self._handle = handle

    def __del__(self) -> None:
        if getattr(self, '_handle', None):
            self._free(self._handle)


class Document(_Handle):
    """All that was found in one text."""
    _free = staticmethod(_c.lib.copydesk_document_free)

    @property
    def length(self) -> int:
        return _c.lib.copydesk_document_length(self._handle)

    @property
    def language(self) -> str:
        return _c.lib.copydesk_document_language(self._handle).decode()

    @property
    def encoding(self) -> str:
        return _c.lib.copydesk_document_encoding(self._handle).decode()

    @property
    def normalized(self) -> str:
        return _c.text_of(_c.lib.copydesk_document_normalized(self._handle))

    def _array(self, name: str) -> Any:
        return _c.array_of(getattr(_c.lib, 'copydesk_document_' + name),
                           self._handle)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        kind = _c.lib.copydesk_paragraph_kind_string
        return tuple(Paragraph(_span(p.span), kind(p.kind).decode())
                     for p in self._array('paragraphs'))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(map(_span, self._array('sentences')))

    @cached_property
    def tokens(self) -> tuple[Span, ...]:
        return tuple(map(_span, self._array('tokens')))

    @property
    def sentence_view(self) -> memoryview:
        """Shape (n, 2), no copy: numpy.asarray(document.sentence_view)."""
        return _c.view_of(_c.lib.copydesk_document_sentences, self._handle,
                          self)

    @property
    def token_view(self) -> memoryview:
        return _c.view_of(_c.lib.copydesk_document_tokens, self._handle, self)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        kind = _c.lib.copydesk_entity_type_string
        return tuple(
            Entity(_span(e.span), kind(e.type).decode(), _c.text_of(e.text),
                   _c.text_of(e.value), _index(e.name), e.confidence)
            for e in self._array('entities'))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        kind = _c.lib.copydesk_entity_type_string
        return tuple(
            Name(kind(n.type).decode(), _c.text_of(n.text),
                 tuple(map(_c.text_of, n.titles[:n.title_count])),
                 tuple(n.mentions[:n.mention_count]))
            for n in self._array('names'))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return tuple(map(self._quote, self._array('quotes')))

    @staticmethod
    def _quote(q: Any) -> Quote:
        speaker = Speaker(
            _span(q.speaker_span), _c.text_of(q.speaker_text),
            _index(q.speaker_name),
            _c.lib.copydesk_speaker_kind_string(q.speaker_kind).decode(),
            q.speaker_confidence) if q.has_speaker else None
        return Quote(_c.lib.copydesk_quote_kind_string(q.kind).decode(),
                     tuple(map(_span, q.content[:q.content_count])),
                     _c.text_of(q.text), speaker,
                     _span(q.cue) if q.has_cue else None, _index(q.parent),
                     q.confidence)

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        return _repairs(self._array('repairs'))

    def to_json(self, id: Any = None) -> str:
        """In the shape that `copydesk analyze` prints."""
        out, size, err = _ct.c_void_p(), _ct.c_size_t(), _c.Error()
        _check(_c.lib.copydesk_document_json(
            self._handle, 0, _json.dumps(id).encode(), _ct.byref(out),
            _ct.byref(size), _ct.byref(err)), err)
        try:
            return _ct.string_at(out, size.value).decode()
        finally:
            _c.lib.copydesk_string_free(out)


class Cancel(_Handle):
    """Stops calls that were given it, from another thread."""
    _free = staticmethod(_c.lib.copydesk_cancel_free)

    def __init__(self) -> None:
        handle, err = _ct.c_void_p(), _c.Error()
        _check(_c.lib.copydesk_cancel_new(_ct.byref(handle), _ct.byref(err)),
               err)
        super().__init__(handle)

    def request(self) -> None:
        _c.lib.copydesk_cancel_request(self._handle)

    def reset(self) -> None:
        _c.lib.copydesk_cancel_reset(self._handle)


class Gazetteer(_Handle):
    """Names that the caller knows: (name, type, id), as in
    ("Ada Byron", "PERSON", "q7259"). The id comes back as Entity.value."""
    _free = staticmethod(_c.lib.copydesk_gazetteer_free)

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        lines = []
        for fields in names:
            if any(c in field for field in fields for c in '\t\r\n'):
                raise ValueError(f'a tab or line break in {fields}')
            lines.append('\t'.join(fields) + '\n')
        data = ''.join(lines).encode()
        handle, err = _ct.c_void_p(), _c.Error()
        _check(_c.lib.copydesk_gazetteer_load(data, len(data),
                                              _ct.byref(handle),
                                              _ct.byref(err)), err)
        super().__init__(handle)

    def __len__(self) -> int:
        return _c.lib.copydesk_gazetteer_size(self._handle)


_TYPES = {_c.lib.copydesk_entity_type_string(i).decode(): i
          for i in range(1, 16)}


def _given(entities: Iterable[tuple[int, int, str]]) -> Any:
    """An array of copydesk_given_entity; never a NULL one."""
    items = [(start, end, _TYPES[type_]) for start, end, type_ in entities]
    array = (_c.GivenEntity * (len(items) + 1))()
    for slot, (start, end, kind) in zip(array, items):
        slot.span.begin, slot.span.end, slot.type = start, end, kind
    return array


class Analyzer(_Handle):
    """Reads texts, with the model inside the library."""
    _free = staticmethod(_c.lib.copydesk_analyzer_free)

    def __init__(self) -> None:
        handle, err = _ct.c_void_p(), _c.Error()
        _check(_c.lib.copydesk_analyzer_new(None, _ct.byref(handle),
                                            _ct.byref(err)), err)
        super().__init__(handle)

    @property
    def model_id(self) -> str:
        return _c.lib.copydesk_analyzer_model_id(self._handle).decode()

    @staticmethod
    def _options(is_str: bool, language: Optional[str], charset: Optional[str],
                 tokens: bool, normalized: bool, min_confidence: float,
                 max_bytes: int, cancel: Optional[Cancel],
                 gazetteer: Optional[Gazetteer], attributions: bool,
                 given: Any = None) -> Any:
        return _c.Options(
            struct_size=_ct.sizeof(_c.Options),
            flags=(1 if tokens else 0) | (2 if normalized else 0),
            offsets=_CODEPOINTS if is_str else _BYTES,
            min_confidence=min_confidence, max_bytes=max_bytes,
            language=language.encode() if language else None,
            charset=b'UTF-8' if is_str else
            charset.encode() if charset else None,
            cancel=cancel._handle if cancel else None,
            gazetteer=gazetteer._handle if gazetteer else None,
            given=_ct.addressof(given) if given else None,
            given_count=len(given) - 1 if given else 0,
            quote_style=int(attributions))

    def analyze(self, text: Union[str, bytes], *,
                language: Optional[str] = None, charset: Optional[str] = None,
                tokens: bool = False, normalized: bool = False,
                min_confidence: float = 0.0, max_bytes: int = 0,
                cancel: Optional[Cancel] = None,
                gazetteer: Optional[Gazetteer] = None,
                entities: Optional[Iterable[tuple[int, int, str]]] = None,
                attributions: bool = False) -> Document:
        """Reads one text. charset is for bytes whose encoding is declared;
        entities, (start, end, type), are taken in place of the names that
        copydesk would find; attributions: thoughts, beliefs and plans count
        as quotations, too."""
        data, is_str = _input(text)
        given = None if entities is None else _given(entities)
        options = self._options(is_str, language, charset, tokens, normalized,
                                min_confidence, max_bytes, cancel, gazetteer,
                                attributions, given)
        out, err = _ct.c_void_p(), _c.Error()
        _check(_c.lib.copydesk_analyze(self._handle, data, len(data),
                                       _ct.byref(options), _ct.byref(out),
                                       _ct.byref(err)), err)
        return Document(out)

    def analyze_many(self, texts: Sequence[Union[str, bytes]], *,
                     threads: int = 1, language: Optional[str] = None,
                     tokens: bool = False, normalized: bool = False,
                     min_confidence: float = 0.0, max_bytes: int = 0,
                     cancel: Optional[Cancel] = None,
                     gazetteer: Optional[Gazetteer] = None,
                     attributions: bool = False
                     ) -> list[Union[Document, Error]]:
        """Reads texts, all str or all bytes, on threads of the library's own.
        A text that fails gives an Error in its place."""
        inputs = [_input(t) for t in texts]
        if len({is_str for _, is_str in inputs}) > 1:
            raise TypeError('texts have to be all str or all bytes')
        count = len(inputs)
        options = self._options(bool(inputs and inputs[0][1]), language, None,
                                tokens, normalized, min_confidence, max_bytes,
                                cancel, gazetteer, attributions)
        strings = (_c.String * count)()
        for string, (data, _) in zip(strings, inputs):
            string.data = _ct.cast(_ct.c_char_p(data), _ct.POINTER(_ct.c_char))
            string.size = len(data)
        out, errors = (_ct.c_void_p * count)(), (_c.Error * count)()
        _c.lib.copydesk_analyze_many(self._handle, strings, count,
                                     _ct.byref(options), threads, out, errors)
        results: list[Union[Document, Error]] = []
        for handle, err in zip(out, errors):
            if handle:
                results.append(Document(_ct.c_void_p(handle)))
            else:
                code = _c.lib.copydesk_status_string(err.status).decode()
                results.append(Error(code, err.offset,
                                     (err.message or b'').decode()))
        return results


class Text(_Handle):
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
        return _repairs(_c.array_of(_c.lib.copydesk_text_repairs,
                                    self._handle))

    def to_source(self, start: int, end: int) -> Span:
        """From text (characters if the input was a str; else bytes of its
        UTF-8) to the input."""
        return _span(_c.lib.copydesk_text_to_source(self._handle,
                                                    _c.Span(start, end)))

    def to_clean(self, start: int, end: int) -> Span:
        return _span(_c.lib.copydesk_text_to_clean(self._handle,
                                                   _c.Span(start, end)))


def normalize(text: Union[str, bytes], *, charset: Optional[str] = None,
              max_bytes: int = 0, **options: bool) -> Text:
    """Cleans a text: decode, repair, NFC. Options: keep_damage, nfkc,
    fold_case, plain_marks, plain_dashes, plain_spaces, plain_ellipses,
    plain_digits."""
    flags = 0
    for option, wanted in options.items():
        if option not in _NORMALIZE:
            raise TypeError(f'no such option: {option}')
        flags |= (1 << _NORMALIZE.index(option)) if wanted else 0
    data, is_str = _input(text)
    how = _c.NormalizeOptions(
        struct_size=_ct.sizeof(_c.NormalizeOptions), flags=flags,
        offsets=_CODEPOINTS if is_str else _BYTES, max_bytes=max_bytes,
        charset=b'UTF-8' if is_str else charset.encode() if charset else None)
    out, err = _ct.c_void_p(), _c.Error()
    _check(_c.lib.copydesk_normalize(data, len(data), _ct.byref(how),
                                     _ct.byref(out), _ct.byref(err)), err)
    return Text(out)
