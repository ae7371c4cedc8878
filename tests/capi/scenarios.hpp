// SPDX-License-Identifier: Apache-2.0
// scenarios.hpp - calls through the C API that want memory, for the tests that
// refuse it to them. Each gives a status and a hash of all bytes of its answer.
#ifndef COPYDESK_TESTS_CAPI_SCENARIOS_HPP_
#define COPYDESK_TESTS_CAPI_SCENARIOS_HPP_

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "copydesk.h"

namespace {

// What a run gave: a status, and a hash of all bytes of the answer. Takes no
// memory.
struct answer {
  copydesk_status status = COPYDESK_OK;
  std::uint64_t hash = 14695981039346656037u;

  void add(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i) {
      hash = (hash ^ bytes[i]) * 1099511628211u;
    }
  }
  void add(copydesk_string s) { add(s.data, s.size); }
  void add(copydesk_span s) { add(&s, sizeof s); }
};

const copydesk_allocator* memory = nullptr;  // of all that is made
copydesk_analyzer* analyzer = nullptr;
char* model_bytes = nullptr;
std::size_t model_size = 0;

const char article[] =
    "HARBOUR TO OPEN\n\nOSLO (Reuters) - \"No ship will be turned away,\" "
    "Harbour Minister Ingrid Solheim said on Tuesday, 4 May 2031. She added "
    "that \xE2\x80\x9Cthe port\xE2\x80\x9D would cost $14 million.\n\n"
    "\xE2\x80\x9CWe waited,\xE2\x80\x9D said Jan de Vries, who runs the union. "
    "\xE2\x80\x9CHe told us, \xE2\x80\x98Go home,\xE2\x80\x99 and we "
    "went.\xE2\x80\x9D According to the ministry, 12 percent left.\n";

void add_document(const copydesk_document* d, answer& out) {
  std::size_t count = 0;
  const auto* entities = copydesk_document_entities(d, &count);
  for (std::size_t i = 0; i < count; ++i) {
    out.add(entities[i].span);
    out.add(entities[i].text);
    out.add(entities[i].value);
  }
  const auto* names = copydesk_document_names(d, &count);
  for (std::size_t i = 0; i < count; ++i) {
    out.add(names[i].text);
    for (std::size_t t = 0; t < names[i].title_count; ++t) {
      out.add(names[i].titles[t]);
    }
    out.add(names[i].mentions, names[i].mention_count * sizeof(std::uint32_t));
  }
  const auto* quotes = copydesk_document_quotes(d, &count);
  for (std::size_t i = 0; i < count; ++i) {
    out.add(quotes[i].content, quotes[i].content_count * sizeof(copydesk_span));
    out.add(quotes[i].text);
    out.add(quotes[i].speaker_text);
  }
  const auto* repairs = copydesk_document_repairs(d, &count);
  for (std::size_t i = 0; i < count; ++i) {
    out.add(repairs[i].span);
    out.add(repairs[i].text);
  }
  const auto* paragraphs = copydesk_document_paragraphs(d, &count);
  for (std::size_t i = 0; i < count; ++i) out.add(paragraphs[i].span);
  const auto* spans = copydesk_document_sentences(d, &count);
  out.add(spans, count * sizeof *spans);
  spans = copydesk_document_tokens(d, &count);
  out.add(spans, count * sizeof *spans);
  out.add(copydesk_document_normalized(d));
  out.add(copydesk_document_encoding(d),
          std::strlen(copydesk_document_encoding(d)));
}

answer analyze(const char* text, std::size_t size,
               const copydesk_options& options) {
  answer out;
  copydesk_document* d = nullptr;
  copydesk_error err = {};
  out.status = copydesk_analyze(analyzer, text, size, &options, &d, &err);
  if (out.status == COPYDESK_OK) add_document(d, out);
  copydesk_document_free(d);
  return out;
}

template <std::size_t Size>
answer analyze(const char (&text)[Size], std::uint32_t flags = 0,
               copydesk_offset_unit unit = COPYDESK_BYTES,
               const char* charset = nullptr, const char* language = nullptr) {
  copydesk_options o = COPYDESK_OPTIONS_INIT;
  o.flags = flags;
  o.offsets = unit;
  o.charset = charset;
  o.language = language;
  return analyze(text, Size - 1, o);
}

template <std::size_t Size>
answer normalize(const char (&text)[Size], std::uint32_t flags,
                 const char* charset = nullptr,
                 copydesk_offset_unit unit = COPYDESK_BYTES) {
  answer out;
  copydesk_text* t = nullptr;
  copydesk_normalize_options o = COPYDESK_NORMALIZE_OPTIONS_INIT;
  o.flags = flags;
  o.charset = charset;
  o.offsets = unit;
  o.memory = memory;
  out.status = copydesk_normalize(text, Size - 1, &o, &t, nullptr);
  if (out.status == COPYDESK_OK) {
    std::size_t count = 0;
    out.add(copydesk_text_string(t));
    const auto* changes = copydesk_text_changes(t, &count);
    out.add(changes, count * sizeof *changes);
    const auto* repairs = copydesk_text_repairs(t, &count);
    for (std::size_t i = 0; i < count; ++i) out.add(repairs[i].span);
  }
  copydesk_text_free(t);
  return out;
}

answer an_analyzer_is_made() {
  answer out;
  copydesk_analyzer* made = nullptr;
  out.status = copydesk_analyzer_new_in(memory, nullptr, &made, nullptr);
  if (made != nullptr) {
    const char* id = copydesk_analyzer_model_id(made);
    out.add(id, std::strlen(id));
  }
  copydesk_analyzer_free(made);
  return out;
}

answer a_model_is_loaded() {
  answer out;
  copydesk_model* model = nullptr;
  copydesk_analyzer* made = nullptr;
  out.status =
      copydesk_model_load_in(memory, model_bytes, model_size, &model, nullptr);
  if (out.status == COPYDESK_OK) {
    out.status = copydesk_analyzer_new_in(memory, model, &made, nullptr);
  }
  copydesk_model_free(model);
  if (made != nullptr) {
    const char* id = copydesk_analyzer_model_id(made);
    out.add(id, std::strlen(id));
  }
  copydesk_analyzer_free(made);
  return out;
}

answer names_of_the_caller_are_found() {
  static const char lines[] = "Mayor\tORG\tq1\nthe Blue Door bar\tORG\tq2\n";
  answer out;
  copydesk_gazetteer* names = nullptr;
  out.status = copydesk_gazetteer_load_in(memory, lines, sizeof lines - 1,
                                          &names, nullptr);
  if (out.status == COPYDESK_OK) {
    copydesk_options o = COPYDESK_OPTIONS_INIT;
    o.gazetteer = names;
    out = analyze(article, sizeof article - 1, o);
  }
  copydesk_gazetteer_free(names);
  return out;
}

answer a_recognizer_of_the_caller_is_heard() {
  const copydesk_given_entity given[] = {{{4, 30}, COPYDESK_ORG, 0},
                                         {{40, 44}, COPYDESK_PERSON, 0}};
  copydesk_options o = COPYDESK_OPTIONS_INIT;
  o.given = given;
  o.given_count = 2;
  return analyze(article, sizeof article - 1, o);
}

answer a_damaged_model_is_refused() {
  answer out;
  copydesk_model* model = nullptr;
  out.status =
      copydesk_model_load_in(memory, article, sizeof article, &model, nullptr);
  copydesk_model_free(model);
  return out;
}

answer empty_text() { return analyze(""); }
answer an_article() { return analyze(article); }
answer with_tokens_and_text() {
  return analyze(article, COPYDESK_FLAG_TOKENS | COPYDESK_FLAG_NORMALIZED);
}
answer in_utf16_units() { return analyze(article, 0, COPYDESK_UTF16); }
answer in_codepoints() { return analyze(article, 0, COPYDESK_CODEPOINTS); }
answer utf16_text() {
  return analyze("\xFF\xFE\"\0N\0o\0,\0\"\0 \0A\0d\0a\0 \0s\0a\0i\0d\0.\0");
}
answer latin1_text() {
  return analyze("Zo\xEB said \x93it is over\x94 and caf\xE9s would open.",
                 COPYDESK_FLAG_NORMALIZED);
}
answer damaged_text() {
  return analyze(
      "Zoe\xCC\x88 said &quot;it \xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s over&quot; "
      "co\xC2\xADoperate \xEF\xAC\x81nal\xE2\x80\x8B \xFF end\r\n",
      COPYDESK_FLAG_NORMALIZED);
}
answer marks_are_missing() {
  return analyze(
      "\xE2\x80\x9CIt is over, Ada Byron said. She left.\n\nIt \xE2\x80\x9D "
      "was late, \"he said.\n\n\xE2\x80\x9CWe go on.\n\n\xE2\x80\x9CNow on,"
      "\xE2\x80\x9D she said.");
}
answer german_text() {
  return analyze(
      "\xE2\x80\x9E"
      "Es ist vorbei\xE2\x80\x9C, sagte Ada Byron am Dienstag.",
      0, COPYDESK_BYTES, nullptr, "de");
}
answer binary_data() {
  static const char bytes[] =
      "\x7F"
      "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\0\0\0\0\0\0\0\0";
  static char data[sizeof bytes * 64];
  for (std::size_t i = 0; i < sizeof data; ++i) {
    data[i] = bytes[i % (sizeof bytes - 1)];
  }
  const copydesk_options o = COPYDESK_OPTIONS_INIT;
  return analyze(data, sizeof data, o);
}
answer unknown_charset() {
  return analyze("text", 0, COPYDESK_BYTES, "no-such-charset");
}
answer too_many_entities() {
  copydesk_options o = COPYDESK_OPTIONS_INIT;
  o.max_entities = 1;
  return analyze(article, sizeof article - 1, o);
}
answer a_long_text() {
  static char text[8 * (sizeof article - 1)];
  for (std::size_t i = 0; i < 8; ++i) {
    std::memcpy(text + i * (sizeof article - 1), article, sizeof article - 1);
  }
  const copydesk_options o = COPYDESK_OPTIONS_INIT;
  return analyze(text, sizeof text, o);
}

#if defined(COPYDESK_ICU)
// "Nihon" in Japanese, then ASCII: read by ICU.
#define SHIFT_JIS "\x93\xFA\x96{ said"
#define SHIFT_JIS_TEXT "\xE6\x97\xA5\xE6\x9C\xAC said"

answer shift_jis_text() {
  return analyze(SHIFT_JIS, COPYDESK_FLAG_NORMALIZED, COPYDESK_BYTES,
                 "Shift_JIS");
}
answer shift_jis_is_cleaned() { return normalize(SHIFT_JIS, 0, "Shift_JIS"); }
answer gb18030_is_cleaned() {
  return normalize("\xC4\xE3\xBA\xC3 said", COPYDESK_NORMALIZE_CHANGES,
                   "gb18030");
}
#endif

answer text_is_cleaned() {
  return normalize(
      "Zoe\xCC\x88 \xEF\xAC\x81 \xEF\xBC\xA1\xE2\x80\x9C"
      "B"
      "\xE2\x80\x9D &amp; \xC3\xA2\xE2\x82\xAC\xE2\x84\xA2",
      COPYDESK_NORMALIZE_NFKC | COPYDESK_NORMALIZE_FOLD_CASE |
          COPYDESK_NORMALIZE_CHANGES,
      nullptr, COPYDESK_UTF16);
}
answer text_is_made_plain() {
  return normalize(
      "\xE2\x80\x9CZ\xE2\x80\x9D\xE2\x80\x93\xD9\xA3\xE2\x80\xA6",
      COPYDESK_NORMALIZE_PLAIN_MARKS | COPYDESK_NORMALIZE_PLAIN_DASHES |
          COPYDESK_NORMALIZE_PLAIN_DIGITS | COPYDESK_NORMALIZE_PLAIN_ELLIPSES |
          COPYDESK_NORMALIZE_PLAIN_SPACES);
}

answer as_string(bool html) {
  answer out;
  copydesk_document* d = nullptr;
  char* text = nullptr;
  std::size_t size = 0;
  out.status = copydesk_analyze(analyzer, article, sizeof article - 1, nullptr,
                                &d, nullptr);
  if (out.status == COPYDESK_OK) {
    out.status = html ? copydesk_document_html(d, article, sizeof article - 1,
                                               "t", &text, &size, nullptr)
                      : copydesk_document_json(d, COPYDESK_JSON_EXPLAIN, "7",
                                               &text, &size, nullptr);
  }
  out.add(text, size);
  copydesk_string_free(text);
  copydesk_document_free(d);
  return out;
}
answer as_json() { return as_string(false); }
answer as_html() { return as_string(true); }

// Some texts may fail and others not: only the right answers are hashed.
answer many_texts() {
  answer out;
  copydesk_string texts[6];
  copydesk_document* documents[6] = {};
  copydesk_error errors[6];
  for (auto& t : texts) t = {article, sizeof article - 1};
  out.status =
      copydesk_analyze_many(analyzer, texts, 6, nullptr, 3, documents, errors);
  for (std::size_t i = 0; i < 6; ++i) {
    if (errors[i].status == COPYDESK_OK && documents[i] == nullptr) {
      out.status = COPYDESK_EINTERNAL;
    }
    if (out.status == COPYDESK_OK) add_document(documents[i], out);
    copydesk_document_free(documents[i]);
  }
  return out;
}

answer a_cancel_is_made() {
  answer out;
  copydesk_cancel* cancel = nullptr;
  out.status = copydesk_cancel_new_in(memory, &cancel, nullptr);
  copydesk_cancel_free(cancel);
  return out;
}

struct scenario {
  const char* name;
  answer (*run)();
  copydesk_status want;
};
#define SCENARIO(name, want) \
  { #name, name, want }
const scenario scenarios[] = {
    SCENARIO(an_analyzer_is_made, COPYDESK_OK),
    SCENARIO(a_model_is_loaded, COPYDESK_OK),
    SCENARIO(a_damaged_model_is_refused, COPYDESK_EMODEL),
    SCENARIO(names_of_the_caller_are_found, COPYDESK_OK),
    SCENARIO(a_recognizer_of_the_caller_is_heard, COPYDESK_OK),
    SCENARIO(empty_text, COPYDESK_OK),
    SCENARIO(an_article, COPYDESK_OK),
    SCENARIO(with_tokens_and_text, COPYDESK_OK),
    SCENARIO(in_utf16_units, COPYDESK_OK),
    SCENARIO(in_codepoints, COPYDESK_OK),
    SCENARIO(utf16_text, COPYDESK_OK),
    SCENARIO(latin1_text, COPYDESK_OK),
    SCENARIO(damaged_text, COPYDESK_OK),
    SCENARIO(marks_are_missing, COPYDESK_OK),
    SCENARIO(german_text, COPYDESK_OK),
    SCENARIO(binary_data, COPYDESK_ETEXT),
    SCENARIO(unknown_charset, COPYDESK_EINVAL),
    SCENARIO(too_many_entities, COPYDESK_ETOOMANY),
    SCENARIO(a_long_text, COPYDESK_OK),
#if defined(COPYDESK_ICU)
    SCENARIO(shift_jis_text, COPYDESK_OK),
    SCENARIO(shift_jis_is_cleaned, COPYDESK_OK),
    SCENARIO(gb18030_is_cleaned, COPYDESK_OK),
#endif
    SCENARIO(text_is_cleaned, COPYDESK_OK),
    SCENARIO(text_is_made_plain, COPYDESK_OK),
    SCENARIO(as_json, COPYDESK_OK),
    SCENARIO(as_html, COPYDESK_OK),
    SCENARIO(many_texts, COPYDESK_OK),
    SCENARIO(a_cancel_is_made, COPYDESK_OK),
};

bool read_model(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return false;
  std::fseek(file, 0, SEEK_END);
  model_size = static_cast<std::size_t>(std::ftell(file));
  std::rewind(file);
  model_bytes = static_cast<char*>(std::malloc(model_size));
  const bool ok = std::fread(model_bytes, 1, model_size, file) == model_size;
  std::fclose(file);
  return ok;
}

}  // namespace

#endif  // COPYDESK_TESTS_CAPI_SCENARIOS_HPP_
