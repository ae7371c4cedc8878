// SPDX-License-Identifier: Apache-2.0
// copydesk.cpp - the analyzing half of the C API over the C++ one; text.cpp is
// the other half, batch.cpp reads many texts, handles.hpp what both stand on.
#include "copydesk.h"

#include <memory>

#include "handles.hpp"

using namespace copydesk_c;

namespace {

bool read_given(const copydesk_given_entity* given, std::uint64_t count,
                std::vector<copydesk::entity>& out) {
  // More than one a byte of the longest text there may be cannot be meant.
  if (count > UINT32_MAX) return false;
  out.reserve(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < count; ++i) {
    const copydesk_given_entity& g = given[i];
    if (g.span.begin > g.span.end || g.reserved != 0 ||
        g.type < COPYDESK_PERSON || g.type > COPYDESK_PRODUCT) {
      return false;
    }
    copydesk::entity e;
    e.where = {g.span.begin, g.span.end};
    e.type = static_cast<copydesk::entity_type>(g.type);
    out.push_back(std::move(e));
  }
  return true;
}

// What the options of a call become that read_sized() has read. `names` is what
// out.entities points to.
bool read_options(const copydesk_options& o, copydesk::options& out,
                  std::vector<copydesk::entity>& names, std::uint32_t& flags) {
  constexpr std::uint32_t known =
      COPYDESK_FLAG_TOKENS | COPYDESK_FLAG_NORMALIZED;
  if ((o.flags & ~known) != 0 || !is_unit(o.offsets)) {
    return false;
  }
  if (o.quote_style < COPYDESK_SPEECH ||
      o.quote_style > COPYDESK_ATTRIBUTIONS) {
    return false;
  }
  out.quotes = static_cast<copydesk::quote_style>(o.quote_style);
  if (!(o.min_confidence >= 0.0f && o.min_confidence <= 1.0f)) return false;
  flags = o.flags;
  out.tokens = (o.flags & COPYDESK_FLAG_TOKENS) != 0;
  out.normalized = (o.flags & COPYDESK_FLAG_NORMALIZED) != 0;
  out.offsets = static_cast<copydesk::offset_unit>(o.offsets);
  out.min_confidence = o.min_confidence;
  out.max_bytes = size_limit(o.max_bytes);
  if (o.language != nullptr) out.language = o.language;
  if (o.charset != nullptr) out.charset = o.charset;
  if (o.cancel != nullptr) out.cancel = &o.cancel->requested;
  out.max_entities = o.max_entities;
  out.max_quotes = o.max_quotes;
  out.max_depth = o.max_depth;
  if (o.gazetteer != nullptr) out.names = &o.gazetteer->value;
  if (o.given == nullptr) return o.given_count == 0;
  out.entities = &names;
  return read_given(o.given, o.given_count, names);
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
    d.names.push_back({static_cast<std::int32_t>(n.type), n.gender,
                       c_string(n.text), c_string(n.caller_id), first,
                       n.titles.size(), n.mentions.data(), n.mentions.size(),
                       n.quotes.data(), n.quotes.size(), n.affiliations.data(),
                       n.affiliations.size()});
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
  put_repairs(d.value.repairs, d.repairs);
}

std::unique_ptr<copydesk_document> document_of(
    copydesk::document&& read, std::uint32_t flags,
    const copydesk_allocator& memory) {
  std::unique_ptr<copydesk_document> d(new copydesk_document());
  d->value = std::move(read);
  d->memory = memory;
  d->flags = flags;
  put_entities(*d);
  put_names(*d);
  put_quotes(*d);
  put_rest(*d);
  return d;
}

copydesk_status analyze_one(const copydesk_analyzer& analyzer,
                            std::string_view text,
                            const copydesk_options* options,
                            copydesk_document** out, copydesk_error* err) {
  copydesk_options given = COPYDESK_OPTIONS_INIT;
  const bool sized = read_sized(options, given);
  const copydesk_allocator* memory =
      given.memory != nullptr || analyzer.memory.allocate == nullptr
          ? given.memory
          : &analyzer.memory;
  return guarded_in(memory, err, [&](const copydesk_allocator& from) {
    copydesk::options opts;
    std::uint32_t flags = 0;
    std::vector<copydesk::entity> names;
    if (!sized || !read_options(given, opts, names, flags)) {
      return fail(err, COPYDESK_EINVAL, 0, "an option has no such value");
    }
    auto read = analyzer.value.analyze(text, opts);
    if (!read) return fail(err, read.error());
    *out = document_of(std::move(read).value(), flags, from).release();
    return copydesk_status{COPYDESK_OK};
  });
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
                                      "unsupported", "cancelled", "too_many"};
  constexpr std::int32_t count = sizeof names / sizeof names[0];
  return status <= 0 && status > -count ? names[-status] : "unknown";
}

const char* copydesk_paragraph_kind_string(copydesk_paragraph_kind kind) {
  return to_string(static_cast<copydesk::paragraph_kind>(kind));
}

const char* copydesk_entity_type_string(copydesk_entity_type type) {
  return to_string(static_cast<copydesk::entity_type>(type));
}

const char* copydesk_quote_kind_string(copydesk_quote_kind kind) {
  return to_string(static_cast<copydesk::quote_kind>(kind));
}

const char* copydesk_speaker_kind_string(copydesk_speaker_kind kind) {
  return to_string(static_cast<copydesk::speaker_kind>(kind));
}

const char* copydesk_repair_kind_string(copydesk_repair_kind kind) {
  return to_string(static_cast<copydesk::repair_kind>(kind));
}

// ------------------------------------------------ models and analyzers ---

copydesk_status copydesk_model_load_in(const copydesk_allocator* memory,
                                       const void* data, std::size_t size,
                                       copydesk_model** out,
                                       copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (out == nullptr || (data == nullptr && size != 0)) {
    return fail(err, COPYDESK_EINVAL, 0, "data or out is NULL");
  }
  return guarded_in(memory, err, [&](const copydesk_allocator&) {
    auto loaded = copydesk::model::load({static_cast<const char*>(data), size});
    if (!loaded) return fail(err, loaded.error());
    std::string id(loaded.value().id());
    *out = new copydesk_model{std::move(loaded).value(), std::move(id)};
    return copydesk_status{COPYDESK_OK};
  });
}

copydesk_status copydesk_model_load(const void* data, std::size_t size,
                                    copydesk_model** out, copydesk_error* err) {
  return copydesk_model_load_in(nullptr, data, size, out, err);
}

void copydesk_model_free(copydesk_model* model) { delete model; }

const char* copydesk_model_id(const copydesk_model* model) {
  return model->id.c_str();
}

copydesk_status copydesk_analyzer_new_in(const copydesk_allocator* memory,
                                         const copydesk_model* model,
                                         copydesk_analyzer** out,
                                         copydesk_error* err) {
  if (out == nullptr) return fail(err, COPYDESK_EINVAL, 0, "out is NULL");
  *out = nullptr;
  return guarded_in(memory, err, [&](const copydesk_allocator& from) {
    auto learned = model != nullptr
                       ? copydesk::result<copydesk::model>(model->value)
                       : copydesk::model::built_in();
    if (!learned) return fail(err, learned.error());
    auto made = copydesk::analyzer::create(learned.value());
    if (!made) return fail(err, made.error());
    *out = new copydesk_analyzer{std::move(made).value(),
                                 std::string(learned.value().id()), from};
    return copydesk_status{COPYDESK_OK};
  });
}

copydesk_status copydesk_analyzer_new(const copydesk_model* model,
                                      copydesk_analyzer** out,
                                      copydesk_error* err) {
  return copydesk_analyzer_new_in(nullptr, model, out, err);
}

void copydesk_analyzer_free(copydesk_analyzer* analyzer) { delete analyzer; }

const char* copydesk_analyzer_model_id(const copydesk_analyzer* analyzer) {
  return analyzer->model_id.c_str();
}

copydesk_status copydesk_gazetteer_load_in(const copydesk_allocator* memory,
                                           const char* lines, std::size_t size,
                                           copydesk_gazetteer** out,
                                           copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (out == nullptr || (lines == nullptr && size != 0)) {
    return fail(err, COPYDESK_EINVAL, 0, "lines or out is NULL");
  }
  return guarded_in(memory, err, [&](const copydesk_allocator&) {
    auto loaded = copydesk::gazetteer::load(
        size == 0 ? std::string_view() : std::string_view(lines, size));
    if (!loaded) return fail(err, loaded.error());
    *out = new copydesk_gazetteer{std::move(loaded).value()};
    return copydesk_status{COPYDESK_OK};
  });
}

copydesk_status copydesk_gazetteer_load(const char* lines, std::size_t size,
                                        copydesk_gazetteer** out,
                                        copydesk_error* err) {
  return copydesk_gazetteer_load_in(nullptr, lines, size, out, err);
}

void copydesk_gazetteer_free(copydesk_gazetteer* gazetteer) {
  delete gazetteer;
}

std::size_t copydesk_gazetteer_size(const copydesk_gazetteer* gazetteer) {
  return gazetteer->value.size();
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
  return analyze_one(*analyzer, len == 0 ? "" : std::string_view(text, len),
                     options, out, err);
}

copydesk_status copydesk_cancel_new_in(const copydesk_allocator* memory,
                                       copydesk_cancel** out,
                                       copydesk_error* err) {
  if (out == nullptr) return fail(err, COPYDESK_EINVAL, 0, "out is NULL");
  *out = nullptr;
  return guarded_in(memory, err, [&](const copydesk_allocator&) {
    *out = new copydesk_cancel();
    return copydesk_status{COPYDESK_OK};
  });
}

copydesk_status copydesk_cancel_new(copydesk_cancel** out,
                                    copydesk_error* err) {
  return copydesk_cancel_new_in(nullptr, out, err);
}

void copydesk_cancel_free(copydesk_cancel* cancel) { delete cancel; }

void copydesk_cancel_request(copydesk_cancel* cancel) {
  cancel->requested.store(true, std::memory_order_relaxed);
}

void copydesk_cancel_reset(copydesk_cancel* cancel) {
  cancel->requested.store(false, std::memory_order_relaxed);
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
  return reinterpret_cast<const copydesk_span*>(
      borrowed(document->value.sentences, count));
}

const copydesk_span* copydesk_document_tokens(const copydesk_document* document,
                                              std::size_t* count) {
  return reinterpret_cast<const copydesk_span*>(
      borrowed(document->value.tokens, count));
}

const copydesk_entity* copydesk_document_entities(
    const copydesk_document* document, std::size_t* count) {
  return borrowed(document->entities, count);
}

const copydesk_name* copydesk_document_names(const copydesk_document* document,
                                             std::size_t* count) {
  return borrowed(document->names, count);
}

std::int32_t copydesk_document_find_name(const copydesk_document* document,
                                         const char* id, std::size_t size) {
  if (id == nullptr) return -1;
  return document->value.name_of_id({id, size});
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
