// SPDX-License-Identifier: Apache-2.0
// analyze_command.cpp - `copydesk analyze`.
//
// Idea: a job is a file or a line of JSON Lines; runner does the rest.
#include <cstdio>
#include <memory>
#include <vector>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/reader.hpp"
#include "cli/runner.hpp"

namespace copydesk_cli {
namespace {

struct free_document {
  void operator()(copydesk_document* d) const { copydesk_document_free(d); }
};
using document_ptr = std::unique_ptr<copydesk_document, free_document>;
struct free_analyzer {
  void operator()(copydesk_analyzer* a) const { copydesk_analyzer_free(a); }
};
using analyzer_ptr = std::unique_ptr<copydesk_analyzer, free_analyzer>;
struct free_gazetteer {
  void operator()(copydesk_gazetteer* g) const { copydesk_gazetteer_free(g); }
};
using gazetteer_ptr = std::unique_ptr<copydesk_gazetteer, free_gazetteer>;
struct free_model {
  void operator()(copydesk_model* m) const { copydesk_model_free(m); }
};
using model_ptr = std::unique_ptr<copydesk_model, free_model>;

// What all jobs read with.
struct reading {
  const analyze_options& how;
  analyzer_ptr analyzer;
  gazetteer_ptr gazetteer;  // may be none
};

copydesk_options call_options(const reading& with, bool json_line,
                              const std::string& language) {
  const analyze_options& how = with.how;
  copydesk_options o = COPYDESK_OPTIONS_INIT;
  o.gazetteer = with.gazetteer.get();
  o.offsets = how.offsets;
  o.min_confidence = how.min_confidence;
  o.quote_style = how.quotes;
  if (how.tokens || how.output == format::conll)
    o.flags |= COPYDESK_FLAG_TOKENS;
  if (how.normalized || how.output == format::html ||
      how.output == format::conll) {
    o.flags |= COPYDESK_FLAG_NORMALIZED;
  }
  if (how.output == format::html || how.output == format::conll) {
    o.offsets = COPYDESK_BYTES;
  }
  if (!how.charset.empty()) o.charset = how.charset.c_str();
  if (json_line) o.charset = "UTF-8";
  if (!language.empty()) o.language = language.c_str();
  return o;
}

// HTML and CoNLL show the text itself, so it has to be UTF-8: text in another
// encoding is shown, and analyzed once more, as its clean text.
std::string shown_text(const copydesk_analyzer* analyzer,
                       const copydesk_options& options,
                       const std::string& input, document_ptr& document) {
  if (std::string(copydesk_document_encoding(document.get())) == "UTF-8") {
    bool repaired = false;
    std::size_t count = 0;
    const auto* all = copydesk_document_repairs(document.get(), &count);
    for (std::size_t i = 0; i < count && !repaired; ++i) {
      repaired = all[i].kind == COPYDESK_REPAIR_ENCODING;
    }
    if (!repaired) return input;
  }
  const copydesk_string clean = copydesk_document_normalized(document.get());
  std::string text(clean.data, clean.size);
  copydesk_options clean_options = options;
  clean_options.charset = "UTF-8";
  copydesk_document* again = nullptr;
  if (copydesk_analyze(analyzer, text.data(), text.size(), &clean_options,
                       &again, nullptr) == COPYDESK_OK) {
    document.reset(again);
  }
  return text;
}

void run_file(const reading& with, job& j) {
  const analyze_options& how = with.how;
  const copydesk_analyzer* analyzer = with.analyzer.get();
  const copydesk_options o = call_options(with, false, how.language);
  copydesk_document* made = nullptr;
  copydesk_error err = {};
  if (copydesk_analyze(analyzer, j.input.data(), j.input.size(), &o, &made,
                       &err) != COPYDESK_OK) {
    j.failed = true;
    j.problem = problem_line(j.id, err);
    return;
  }
  document_ptr d(made);
  switch (how.output) {
    case format::text:
      j.out = document_text(d.get(), j.id, how);
      break;
    case format::html: {
      const std::string shown = shown_text(analyzer, o, j.input, d);
      j.out = document_html(d.get(), j.id, shown);
      break;
    }
    case format::conll: {
      const std::string shown = shown_text(analyzer, o, j.input, d);
      j.out = document_conll(d.get(), j.id, shown);
      break;
    }
    default:
      j.out = document_json(d.get(), json_text(j.id), how, true);
  }
}

void fail_line(job& j, const json& id, const std::string& code,
               const std::string& message, unsigned long long offset) {
  j.failed = true;
  j.out = error_json(id, code, message, offset);
}

// The names among the "entities" of a line; amounts and dates are passed over.
// False: they are not as they should be.
bool read_given(const json& line, std::vector<copydesk_given_entity>& out) {
  const auto all = line.find("entities");
  if (all == line.end() || !all->is_array()) return false;
  for (const json& e : *all) {
    if (!e.is_object()) return false;
    const auto begin = e.find("start"), end = e.find("end"),
               type = e.find("type");
    if (begin == e.end() || end == e.end() || type == e.end() ||
        !begin->is_number_unsigned() || !end->is_number_unsigned() ||
        !type->is_string() || *begin > UINT32_MAX || *end > UINT32_MAX) {
      return false;
    }
    copydesk_given_entity g = {};
    g.span = {begin->get<std::uint32_t>(), end->get<std::uint32_t>()};
    const auto& name = type->get_ref<const std::string&>();
    for (g.type = COPYDESK_PERSON; g.type <= COPYDESK_QUANTITY; ++g.type) {
      if (name == copydesk_entity_type_string(g.type)) break;
    }
    if (g.span.begin > g.span.end || g.type > COPYDESK_QUANTITY) return false;
    if (g.type <= COPYDESK_PRODUCT) out.push_back(g);
  }
  return true;
}

void run_line(const reading& with, job& j) {
  const analyze_options& how = with.how;
  json line;
  try {
    line = json::parse(j.input);
  } catch (const json::parse_error& e) {
    return fail_line(j, nullptr, "bad_json", "the line is not JSON",
                     e.byte == 0 ? 0 : e.byte - 1);
  }
  if (!line.is_object()) {
    return fail_line(j, nullptr, "bad_json", "the line is not an object", 0);
  }
  const json id = line.contains("id") ? line["id"] : json(nullptr);
  if (!line.contains("text") || !line["text"].is_string()) {
    return fail_line(j, id, "bad_json", "the line has no string \"text\"", 0);
  }
  std::string language = how.language;
  if (language.empty() && line.contains("lang") && line["lang"].is_string()) {
    language = line["lang"].get<std::string>();
  }
  const auto& text = line["text"].get_ref<const std::string&>();
  copydesk_options o = call_options(with, true, language);
  std::vector<copydesk_given_entity> given;
  if (how.given_entities) {
    if (!read_given(line, given)) {
      return fail_line(j, id, "bad_json",
                       "\"entities\" is no list of start, end and type", 0);
    }
    static const copydesk_given_entity none = {};
    o.given = given.empty() ? &none : given.data();
    o.given_count = given.size();
  }
  copydesk_document* made = nullptr;
  copydesk_error err = {};
  if (copydesk_analyze(with.analyzer.get(), text.data(), text.size(), &o, &made,
                       &err) != COPYDESK_OK) {
    return fail_line(j, id, copydesk_status_string(err.status), err.message,
                     err.offset);
  }
  document_ptr d(made);
  j.out = document_json(d.get(), json_text(id), how, false);
}

// Loads what the file `name` holds, nothing if it is "". False, with a line on
// standard error: there is no such file, or it does not load.
template <class Bytes, class T, class Pointer>
bool open(const std::string& name,
          copydesk_status (*load)(const Bytes*, std::size_t, T**,
                                  copydesk_error*),
          Pointer& out) {
  if (name.empty()) return true;
  input in(name);
  std::string bytes;
  if (!in.ok() || !in.read_all(bytes)) {
    std::fprintf(stderr, "copydesk: %s: %s\n", name.c_str(),
                 in.message().c_str());
    return false;
  }
  T* made = nullptr;
  copydesk_error err = {};
  if (load(bytes.data(), bytes.size(), &made, &err) != COPYDESK_OK) {
    std::fprintf(stderr, "copydesk: %s\n", problem_line(name, err).c_str());
    return false;
  }
  out.reset(made);
  return true;
}

}  // namespace

int analyze(const analyze_options& options) {
  reading with = {options, nullptr, nullptr};
  model_ptr learned;  // the analyzer shares it
  if (!open(options.gazetteer, copydesk_gazetteer_load, with.gazetteer) ||
      !open(options.model, copydesk_model_load, learned)) {
    return 1;
  }
  copydesk_analyzer* made = nullptr;
  copydesk_error err = {};
  if (copydesk_analyzer_new(learned.get(), &made, &err) != COPYDESK_OK) {
    std::fprintf(stderr, "copydesk: %s\n", err.message);
    return 1;
  }
  with.analyzer.reset(made);
  runner all(options.threads, [&](job& j) {
    if (options.output == format::jsonl) {
      run_line(with, j);
    } else {
      run_file(with, j);
    }
  });
  for (const std::string& name : options.files) {
    all.add_file(name, options.output == format::jsonl);
  }
  return all.finish();
}

}  // namespace copydesk_cli
