// SPDX-License-Identifier: Apache-2.0
// analyze_command.cpp - `copydesk analyze`.
//
// Idea: a job is a file or a line of JSON Lines; runner does the rest.
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
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

copydesk_options call_options(const analyze_options& how, bool json_line,
                              const std::string& language) {
  copydesk_options o = COPYDESK_OPTIONS_INIT;
  o.offsets = how.offsets;
  o.min_confidence = how.min_confidence;
  if (how.tokens || how.output == format::conll)
    o.flags |= COPYDESK_FLAG_TOKENS;
  if (how.normalized || how.output == format::html ||
      how.output == format::conll) {
    o.flags |= COPYDESK_FLAG_NORMALIZED;
  }
  if (how.output == format::html || how.output == format::conll) {
    o.offsets = COPYDESK_BYTES;
  }
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
  copydesk_document* again = nullptr;
  if (copydesk_analyze(analyzer, text.data(), text.size(), &options, &again,
                       nullptr) == COPYDESK_OK) {
    document.reset(again);
  }
  return text;
}

void run_file(const copydesk_analyzer* analyzer, const analyze_options& how,
              job& j) {
  const copydesk_options o = call_options(how, false, how.language);
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

void run_line(const copydesk_analyzer* analyzer, const analyze_options& how,
              job& j) {
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
  const copydesk_options o = call_options(how, true, language);
  copydesk_document* made = nullptr;
  copydesk_error err = {};
  if (copydesk_analyze(analyzer, text.data(), text.size(), &o, &made, &err) !=
      COPYDESK_OK) {
    return fail_line(j, id, copydesk_status_string(err.status), err.message,
                     err.offset);
  }
  document_ptr d(made);
  j.out = document_json(d.get(), json_text(id), how, false);
}

}  // namespace

int analyze(const analyze_options& options) {
  copydesk_analyzer* made = nullptr;
  copydesk_error err = {};
  if (copydesk_analyzer_new(nullptr, &made, &err) != COPYDESK_OK) {
    std::fprintf(stderr, "copydesk: %s\n", err.message);
    return 1;
  }
  const analyzer_ptr analyzer(made);
  runner all(options.threads, [&](job& j) {
    if (options.output == format::jsonl) {
      run_line(analyzer.get(), options, j);
    } else {
      run_file(analyzer.get(), options, j);
    }
  });
  for (const std::string& name : options.files) {
    all.add_file(name, options.output == format::jsonl);
  }
  return all.finish();
}

}  // namespace copydesk_cli
