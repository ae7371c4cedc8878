# SPDX-License-Identifier: Apache-2.0
"""What was found in a text, as the package gives it."""
from __future__ import annotations

import ctypes as _ct
import json as _json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Iterable, NamedTuple, Optional

from . import _c


class Error(Exception):
    """A call failed: code ("too_big"), offset into the input, message."""

    def __init__(self, code: str, offset: int, message: str):
        super().__init__(f'{message} ({code}, at byte {offset})')
        self.code, self.offset, self.message = code, offset, message

    @classmethod
    def of(cls, err: Any) -> Error:
        """From a copydesk_error."""
        return cls(_c.lib.copydesk_status_string(err.status).decode(),
                   err.offset, (err.message or b'').decode())


class Span(NamedTuple):
    """Half-open range of the input."""
    start: int
    end: int


@dataclass(frozen=True)
class Paragraph:
    span: Span
    kind: str
    reason: str  # what decided the kind


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
    caller_id: str  # in the caller's gazetteer; often empty
    quotes: tuple[int, ...]  # whose speaker it is: into Document.quotes
    affiliations: tuple[int, ...]  # of a person: into Document.names
    gender: int  # above 0 a man, below 0 a woman; from 4 on surely


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
    rule: str  # which decision found it


@dataclass(frozen=True)
class Repair:
    span: Span
    kind: str
    text: str


def check(status: int, err: Any) -> None:
    if status == -1:
        raise MemoryError(err.message.decode())
    if status:
        raise Error.of(err)


def span_of(s: Any) -> Span:
    return Span(s.begin, s.end)


def index_of(i: int) -> Optional[int]:
    return i if i >= 0 else None


def repairs_of(items: Iterable[Any]) -> tuple[Repair, ...]:
    kind = _c.lib.copydesk_repair_kind_string
    return tuple(Repair(span_of(r.span), kind(r.kind).decode(),
                        _c.text_of(r.text)) for r in items)


def made(function: Any, *arguments: Any) -> Any:
    """The handle that a function makes; its last two arguments are out and
    err."""
    out, err = _ct.c_void_p(), _c.Error()
    check(function(*arguments, _ct.byref(out), _ct.byref(err)), err)
    return out


def _string(function: Any, *arguments: Any) -> str:
    out, size, err = _ct.c_void_p(), _ct.c_size_t(), _c.Error()
    check(function(*arguments, _ct.byref(out), _ct.byref(size),
                   _ct.byref(err)), err)
    try:
        return _ct.string_at(out, size.value).decode()
    finally:
        _c.lib.copydesk_string_free(out)


class Handle:
    """Frees what it holds."""
    _free: Any

    def __init__(self, handle: Any):
        self._handle = handle

    def __del__(self) -> None:
        if getattr(self, '_handle', None):
            self._free(self._handle)


class Document(Handle):
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
        return tuple(Paragraph(span_of(p.span), kind(p.kind).decode(),
                               p.reason.decode())
                     for p in self._array('paragraphs'))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(map(span_of, self._array('sentences')))

    @cached_property
    def tokens(self) -> tuple[Span, ...]:
        return tuple(map(span_of, self._array('tokens')))

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
            Entity(span_of(e.span), kind(e.type).decode(), _c.text_of(e.text),
                   _c.text_of(e.value), index_of(e.name), e.confidence)
            for e in self._array('entities'))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        kind = _c.lib.copydesk_entity_type_string
        return tuple(
            Name(kind(n.type).decode(), _c.text_of(n.text),
                 tuple(map(_c.text_of, n.titles[:n.title_count])),
                 tuple(n.mentions[:n.mention_count]), _c.text_of(n.caller_id),
                 tuple(n.quotes[:n.quote_count]),
                 tuple(n.affiliations[:n.affiliation_count]), n.gender)
            for n in self._array('names'))

    def find_name(self, caller_id: str) -> Optional[Name]:
        """The name with that id in the caller's gazetteer."""
        data = caller_id.encode()
        at = _c.lib.copydesk_document_find_name(self._handle, data, len(data))
        return self.names[at] if at >= 0 else None

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return tuple(map(self._quote, self._array('quotes')))

    @staticmethod
    def _quote(q: Any) -> Quote:
        speaker = Speaker(
            span_of(q.speaker_span), _c.text_of(q.speaker_text),
            index_of(q.speaker_name),
            _c.lib.copydesk_speaker_kind_string(q.speaker_kind).decode(),
            q.speaker_confidence) if q.has_speaker else None
        return Quote(_c.lib.copydesk_quote_kind_string(q.kind).decode(),
                     tuple(map(span_of, q.content[:q.content_count])),
                     _c.text_of(q.text), speaker,
                     span_of(q.cue) if q.has_cue else None, index_of(q.parent),
                     q.confidence, q.rule.decode())

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        return repairs_of(self._array('repairs'))

    def to_json(self, id: Any = None, *, explain: bool = False,
                lines: bool = False) -> str:
        """In the shape that `copydesk analyze` prints; explain: which decision
        found what; lines: every item on a line of its own."""
        return _string(
            _c.lib.copydesk_document_json, self._handle,
            (1 if explain else 0) | (2 if lines else 0),
            _json.dumps(id).encode())

    def to_html(self, text: bytes, title: str = 'copydesk') -> str:
        """A page of the text with quotations and names marked. text is the one
        that was analyzed, UTF-8 in bytes; Analyzer.html takes any."""
        return _string(_c.lib.copydesk_document_html, self._handle, text,
                       len(text), title.encode())
