/* SPDX-License-Identifier: Apache-2.0
 *
 * output.c - takes documents and clean texts apart; see output.h. */
#include "output.h"

#include <stdlib.h>
#include <string.h>

static void put(output* out, jint number) {
  if (out->count == out->room) {
    const size_t room = out->room == 0 ? 1024 : 2 * out->room;
    jint* more = realloc(out->numbers, room * sizeof *more);
    if (more == NULL) {
      out->failed = 1;
      return;
    }
    out->numbers = more;
    out->room = room;
  }
  out->numbers[out->count++] = number;
}

static void put_span(output* out, copydesk_span span) {
  put(out, (jint)span.begin);
  put(out, (jint)span.end);
}

static void put_confidence(output* out, float confidence) {
  put(out, (jint)(confidence * 1e6f + 0.5f));
}

static void put_string(output* out, copydesk_string string) {
  if (out->string_count == out->string_room) {
    const size_t room = out->string_room == 0 ? 256 : 2 * out->string_room;
    copydesk_string* more = realloc(out->strings, room * sizeof *more);
    if (more == NULL) {
      out->failed = 1;
      return;
    }
    out->strings = more;
    out->string_room = room;
  }
  out->strings[out->string_count++] = string;
}

static void put_static(output* out, const char* text) {
  copydesk_string string;
  string.data = text;
  string.size = strlen(text);
  put_string(out, string);
}

static void put_spans(output* out, const copydesk_span* spans, size_t count) {
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) put_span(out, spans[i]);
}

static void put_indices(output* out, const uint32_t* all, size_t count) {
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) put(out, (jint)all[i]);
}

static void put_entities(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_entity* all = copydesk_document_entities(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_span(out, all[i].span);
    put(out, all[i].name);
    put_confidence(out, all[i].confidence);
    put(out, all[i].type);
    put_string(out, all[i].text);
    put_string(out, all[i].value);
  }
}

static void put_names(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_name* all = copydesk_document_names(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put(out, all[i].type);
    put_string(out, all[i].text);
    put(out, (jint)all[i].title_count);
    for (size_t t = 0; t < all[i].title_count; ++t) {
      put_string(out, all[i].titles[t]);
    }
    put_indices(out, all[i].mentions, all[i].mention_count);
    put_string(out, all[i].caller_id);
    put_indices(out, all[i].quotes, all[i].quote_count);
    put_indices(out, all[i].affiliations, all[i].affiliation_count);
    put(out, all[i].gender);
  }
}

static void put_quotes(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_quote* all = copydesk_document_quotes(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    const copydesk_quote* q = &all[i];
    put(out, q->kind);
    put_string(out, q->text);
    put_spans(out, q->content, q->content_count);
    put(out, q->parent);
    put_confidence(out, q->confidence);
    put_static(out, q->rule);
    put(out, q->has_cue);
    if (q->has_cue) put_span(out, q->cue);
    put(out, q->has_speaker);
    if (!q->has_speaker) continue;
    put_span(out, q->speaker_span);
    put_string(out, q->speaker_text);
    put(out, q->speaker_name);
    put(out, q->speaker_kind);
    put_confidence(out, q->speaker_confidence);
  }
}

static void put_repairs(output* out, const copydesk_repair* all, size_t count) {
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_span(out, all[i].span);
    put(out, all[i].kind);
    put_string(out, all[i].text);
  }
}

void copydesk_put_document(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_paragraph* paragraphs;
  const copydesk_repair* repairs;
  const copydesk_span* spans;
  put(out, (jint)copydesk_document_length(document));
  put_static(out, copydesk_document_language(document));
  put_static(out, copydesk_document_encoding(document));
  paragraphs = copydesk_document_paragraphs(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_span(out, paragraphs[i].span);
    put(out, paragraphs[i].kind);
    put_static(out, paragraphs[i].reason);
  }
  spans = copydesk_document_sentences(document, &count);
  put_spans(out, spans, count);
  spans = copydesk_document_tokens(document, &count);
  put_spans(out, spans, count);
  put_entities(out, document);
  put_names(out, document);
  put_quotes(out, document);
  repairs = copydesk_document_repairs(document, &count);
  put_repairs(out, repairs, count);
  put_string(out, copydesk_document_normalized(document));
}

void copydesk_put_text(output* out, const copydesk_text* text) {
  size_t count = 0;
  const copydesk_repair* repairs;
  const copydesk_change* changes;
  put_string(out, copydesk_text_string(text));
  put_static(out, copydesk_text_encoding(text));
  put(out, (jint)copydesk_text_length(text));
  put(out, (jint)copydesk_text_source_length(text));
  repairs = copydesk_text_repairs(text, &count);
  put_repairs(out, repairs, count);
  changes = copydesk_text_changes(text, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_span(out, changes[i].clean);
    put_span(out, changes[i].source);
  }
}

void copydesk_free_output(output* out) {
  free(out->numbers);
  free(out->strings);
}
