// SPDX-License-Identifier: Apache-2.0
// copydesk.cpp - handles of the C API over the C++ one.
//
// Idea: every function that can allocate runs inside guarded(), the only catch
// in copydesk. A document handle holds the C++ document and, beside it,
// the frozen C structs that point into it, made once: accessors are O(1).
#include "copydesk.h"

#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "copydesk/copydesk.hpp"

struct copydesk_model {
  copydesk::model value;
};

struct copydesk_analyzer {
  copydesk::analyzer value;
  std::string model_id;
};

struct copydesk_document {
  copydesk::document value;
  std::vector<copydesk_paragraph> paragraphs;
  std::vector<copydesk_entity> entities;
  std::vector<copydesk_string> titles;  // of all names, one after another
  std::vector<copydesk_name> names;
  std::vector<copydesk_quote> quotes;
  std::vector<copydesk_repair> repairs;
};

// Spans are handed out without a copy.
static_assert(sizeof(copydesk_span) == sizeof(copydesk::span), "same layout");
static_assert(alignof(copydesk_span) == alignof(copydesk::span), "same layout");

namespace {

copydesk_status fail(copydesk_error* err, copydesk_status status,
                     std::uint64_t offset, const char* message) {
  if (err != nullptr) *err = {status, 0, offset, message};
  return status;
}

copydesk_status fail(copydesk_error* err, const copydesk::failure& why) {
  return fail(err, static_cast<copydesk_status>(why.code), why.offset,
              why.message);
}

// Runs what may throw; turns what it throws into a status.
template <class F>
copydesk_status guarded(copydesk_error* err, F&& run) noexcept {
  try {
    return run();
  } catch (const std::bad_alloc&) {
    return fail(err, COPYDESK_ENOMEM, 0, "an allocation failed");
  } catch (...) {
    return fail(err, COPYDESK_EINTERNAL, 0, "an unexpected exception");
  }
}

copydesk_span c_span(copydesk::span s) { return {s.begin, s.end}; }

copydesk_string c_string(const std::string& s) { return {s.data(), s.size()}; }

const copydesk_span* c_spans(const std::vector<copydesk::span>& spans) {
  return reinterpret_cast<const copydesk_span*>(spans.data());
}

template <class T>
const T* borrowed(const std::vector<T>& all, std::size_t* count) {
  if (count != nullptr) *count = all.size();
  return all.data();
}

// Reads the fields that the caller's struct_size covers; the rest is 0.
bool read_options(const copydesk_options* given, copydesk::options& out) {
  copydesk_options o = COPYDESK_OPTIONS_INIT;
  if (given != nullptr) {
    if (given->struct_size < sizeof(std::uint32_t) * 2 ||
        given->struct_size > 4096) {
      return false;
    }
    const std::size_t known = sizeof o < given->struct_size
                                  ? sizeof o
                                  : std::size_t{given->struct_size};
    std::memcpy(&o, given, known);
  }
  constexpr std::uint32_t flags =
      COPYDESK_FLAG_TOKENS | COPYDESK_FLAG_NORMALIZED;
  if ((o.flags & ~flags) != 0) return false;
  if (o.offsets < COPYDESK_BYTES || o.offsets > COPYDESK_CODEPOINTS) {
    return false;
  }
  if (!(o.min_confidence >= 0.0f && o.min_confidence <= 1.0f)) return false;
  out.tokens = (o.flags & COPYDESK_FLAG_TOKENS) != 0;
  out.normalized = (o.flags & COPYDESK_FLAG_NORMALIZED) != 0;
  out.offsets = static_cast<copydesk::offset_unit>(o.offsets);
  out.min_confidence = o.min_confidence;
  out.max_bytes = static_cast<std::size_t>(o.max_bytes);
  if (o.language != nullptr) out.language = o.language;
  if (o.charset != nullptr) out.charset = o.charset;
  return true;
}

void put_entities(copydesk_document& d) {
  d.entities.reserve(d.value.entities.size());
  for (const copydesk::entity& e : d.value.entities) {
    d.entities.push_back({c_span(e.where), static_cast<std::int32_t>(e.type),
                          e.confidence, e.name, 0, c_string(e.text),
                          c_string(e.value)});
  }
}

void put_names(copydesk_document& d) {
  std::size_t titles = 0;
  for (const copydesk::name& n : d.value.names) titles += n.titles.size();
  d.titles.reserve(titles);  // so that the pointers below stay
  d.names.reserve(d.value.names.size());
  for (const copydesk::name& n : d.value.names) {
    const copydesk_string* first = d.titles.data() + d.titles.size();
    for (const std::string& t : n.titles) d.titles.push_back(c_string(t));
    d.names.push_back({static_cast<std::int32_t>(n.type), 0, c_string(n.text),
                       first, n.titles.size(), n.mentions.data(),
                       n.mentions.size()});
  }
}

void put_quotes(copydesk_document& d) {
  d.quotes.reserve(d.value.quotes.size());
  for (const copydesk::quote& q : d.value.quotes) {
    copydesk_quote c = {};
    c.kind = static_cast<std::int32_t>(q.kind);
    c.parent = q.parent;
    c.content = c_spans(q.content);
    c.content_count = q.content.size();
    c.text = c_string(q.text);
    c.has_cue = q.has_cue ? 1 : 0;
    c.has_speaker = q.has_speaker ? 1 : 0;
    c.cue = c_span(q.cue);
    c.speaker_span = c_span(q.speaker.where);
    c.speaker_text = c_string(q.speaker.text);
    c.speaker_name = q.speaker.name;
    c.speaker_kind = static_cast<std::int32_t>(q.speaker.kind);
    c.speaker_confidence = q.speaker.confidence;
    c.confidence = q.confidence;
    c.rule = q.rule;
    d.quotes.push_back(c);
  }
}

void put_rest(copydesk_document& d) {
  d.paragraphs.reserve(d.value.paragraphs.size());
  for (const copydesk::paragraph& p : d.value.paragraphs) {
    d.paragraphs.push_back(
        {c_span(p.where), static_cast<std::int32_t>(p.kind), 0, p.reason});
  }
  d.repairs.reserve(d.value.repairs.size());
  for (const copydesk::repair& r : d.value.repairs) {
    d.repairs.push_back({c_span(r.where), static_cast<std::int32_t>(r.kind), 0,
                         c_string(r.text)});
  }
}

}  // namespace

// ------------------------------------------------------------ versions ---

std::uint32_t copydesk_version(void) { return COPYDESK_VERSION_NUMBER; }

const char* copydesk_version_string(void) { return copydesk::version(); }

const char* copydesk_unicode_version(void) {
  return copydesk::unicode_version();
}

const char* copydesk_status_string(copydesk_status status) {
  static const char* const names[] = {"ok",          "no_memory", "invalid",
                                      "too_big",     "bad_text",  "bad_model",
                                      "bad_version", "range",     "internal",
                                      "unsupported", "cancelled"};
  constexpr std::int32_t count = sizeof names / sizeof names[0];
  return status <= 0 && status > -count ? names[-status] : "unknown";
}

const char* copydesk_entity_type_string(copydesk_entity_type type) {
  static const char* const names[] = {"",     "PERSON", "NORP",    "ORG",
                                      "GPE",  "LOC",    "FAC",     "EVENT",
                                      "LAW",  "WORK",   "PRODUCT", "DATE",
                                      "TIME", "MONEY",  "PERCENT", "QUANTITY"};
  constexpr std::int32_t count = sizeof names / sizeof names[0];
  return type > 0 && type < count ? names[type] : "";
}

const char* copydesk_repair_kind_string(copydesk_repair_kind kind) {
  static const char* const names[] = {
      "",          "encoding",    "mojibake",     "html_entity",
      "control",   "soft_hyphen", "zero_width",   "bidi_control",
      "ligature",  "line_break",  "missing_open", "missing_close",
      "wrong_way", "straight",    "hyphenation"};
  constexpr std::int32_t count = sizeof names / sizeof names[0];
  return kind > 0 && kind < count ? names[kind] : "";
}

// ------------------------------------------------ models and analyzers ---

copydesk_status copydesk_model_load(const void* data, std::size_t size,
                                    copydesk_model** out, copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (out == nullptr || (data == nullptr && size != 0)) {
    return fail(err, COPYDESK_EINVAL, 0, "data or out is NULL");
  }
  return guarded(err, [&] {
    auto loaded = copydesk::model::load({static_cast<const char*>(data), size});
    if (!loaded) return fail(err, loaded.error());
    *out = new copydesk_model{std::move(loaded).value()};
    return copydesk_status{COPYDESK_OK};
  });
}

void copydesk_model_free(copydesk_model* model) { delete model; }

copydesk_status copydesk_analyzer_new(const copydesk_model* model,
                                      copydesk_analyzer** out,
                                      copydesk_error* err) {
  if (out == nullptr) return fail(err, COPYDESK_EINVAL, 0, "out is NULL");
  *out = nullptr;
  return guarded(err, [&] {
    auto learned = model != nullptr
                       ? copydesk::result<copydesk::model>(model->value)
                       : copydesk::model::built_in();
    if (!learned) return fail(err, learned.error());
    auto made = copydesk::analyzer::create(learned.value());
    if (!made) return fail(err, made.error());
    *out = new copydesk_analyzer{std::move(made).value(),
                                 std::string(learned.value().id())};
    return copydesk_status{COPYDESK_OK};
  });
}

void copydesk_analyzer_free(copydesk_analyzer* analyzer) { delete analyzer; }

const char* copydesk_analyzer_model_id(const copydesk_analyzer* analyzer) {
  return analyzer->model_id.c_str();
}

// ------------------------------------------------------------- analyze ---

copydesk_status copydesk_analyze(const copydesk_analyzer* analyzer,
                                 const char* text, std::size_t len,
                                 const copydesk_options* options,
                                 copydesk_document** out, copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (analyzer == nullptr || out == nullptr || (text == nullptr && len != 0)) {
    return fail(err, COPYDESK_EINVAL, 0, "analyzer, text or out is NULL");
  }
  return guarded(err, [&] {
    copydesk::options opts;
    if (!read_options(options, opts)) {
      return fail(err, COPYDESK_EINVAL, 0, "an option has no such value");
    }
    auto read = analyzer->value.analyze(
        len == 0 ? std::string_view() : std::string_view(text, len), opts);
    if (!read) return fail(err, read.error());
    std::unique_ptr<copydesk_document> d(new copydesk_document());
    d->value = std::move(read).value();
    put_entities(*d);
    put_names(*d);
    put_quotes(*d);
    put_rest(*d);
    *out = d.release();
    return copydesk_status{COPYDESK_OK};
  });
}

void copydesk_document_free(copydesk_document* document) { delete document; }

std::uint32_t copydesk_document_length(const copydesk_document* document) {
  return document->value.length;
}

const char* copydesk_document_language(const copydesk_document* document) {
  return document->value.language.c_str();
}

const char* copydesk_document_encoding(const copydesk_document* document) {
  return document->value.encoding.c_str();
}

const copydesk_paragraph* copydesk_document_paragraphs(
    const copydesk_document* document, std::size_t* count) {
  return borrowed(document->paragraphs, count);
}

const copydesk_span* copydesk_document_sentences(
    const copydesk_document* document, std::size_t* count) {
  *count = document->value.sentences.size();
  return c_spans(document->value.sentences);
}

const copydesk_span* copydesk_document_tokens(const copydesk_document* document,
                                              std::size_t* count) {
  *count = document->value.tokens.size();
  return c_spans(document->value.tokens);
}

const copydesk_entity* copydesk_document_entities(
    const copydesk_document* document, std::size_t* count) {
  return borrowed(document->entities, count);
}

const copydesk_name* copydesk_document_names(const copydesk_document* document,
                                             std::size_t* count) {
  return borrowed(document->names, count);
}

const copydesk_quote* copydesk_document_quotes(
    const copydesk_document* document, std::size_t* count) {
  return borrowed(document->quotes, count);
}

const copydesk_repair* copydesk_document_repairs(
    const copydesk_document* document, std::size_t* count) {
  return borrowed(document->repairs, count);
}

copydesk_string copydesk_document_normalized(
    const copydesk_document* document) {
  return c_string(document->value.normalized);
}
