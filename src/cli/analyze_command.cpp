// SPDX-License-Identifier: Apache-2.0
// analyze_command.cpp - `copydesk analyze`.
//
// Idea: inputs become jobs (a file, or a line of JSON Lines), jobs are done in
// batches by threads, and their output is printed in input order. Memory is
// one batch, whatever the length of the stream.
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/jobs.hpp"
#include "cli/reader.hpp"

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

struct job {
  std::string input;    // a JSON line, or the bytes of a file
  std::string id;       // a file's name
  std::string out;      // for standard output
  std::string problem;  // for standard error; "" if none
  bool failed = false;
};

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
    j.problem = j.id + ": " + err.message + " (" +
                copydesk_status_string(err.status) + ", byte " +
                std::to_string(err.offset) + ")";
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
      j.out = dump(document_json(d.get(), j.id, how), 1);
  }
}

void fail_line(job& j, const json& id, const std::string& code,
               const std::string& message, unsigned long long offset) {
  j.failed = true;
  j.out = dump(error_json(id, code, message, offset), -1);
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
  j.out = dump(document_json(d.get(), id, how), -1);
}

// Collects jobs and runs them a batch at a time.
class runner {
 public:
  runner(const copydesk_analyzer* analyzer, const analyze_options& how)
      : analyzer_(analyzer),
        how_(how),
        progress_(isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0) {}

  void add(job j) {
    bytes_ += j.input.size();
    batch_.push_back(std::move(j));
    if (batch_.size() >= 64 * how_.threads || bytes_ > max_bytes) flush();
  }

  void flush() {
    for_each_parallel(batch_.size(), how_.threads, [&](std::size_t i) {
      if (batch_[i].failed) return;
      if (how_.output == format::jsonl) {
        run_line(analyzer_, how_, batch_[i]);
      } else {
        run_file(analyzer_, how_, batch_[i]);
      }
    });
    for (const job& j : batch_) {
      if (j.failed) failed_ = true;
      if (!j.problem.empty()) {
        std::fprintf(stderr, "copydesk: %s\n", j.problem.c_str());
      }
      if (std::fwrite(j.out.data(), 1, j.out.size(), stdout) != j.out.size()) {
        failed_ = true;
      }
    }
    done_ += batch_.size();
    batch_.clear();
    bytes_ = 0;
    if (progress_) std::fprintf(stderr, "\r%zu documents", done_);
  }

  int finish() {
    flush();
    if (progress_) std::fputc('\n', stderr);
    if (std::fflush(stdout) != 0) {
      std::fputs("copydesk: cannot write to standard output\n", stderr);
      failed_ = true;
    }
    return failed_ ? 1 : 0;
  }

 private:
  static constexpr std::size_t max_bytes = std::size_t{16} << 20;

  const copydesk_analyzer* analyzer_;
  const analyze_options& how_;
  bool progress_;
  std::vector<job> batch_;
  std::size_t bytes_ = 0, done_ = 0;
  bool failed_ = false;
};

void add_problem(const std::string& name, const std::string& message,
                 runner& all) {
  job j;
  j.failed = true;
  j.problem = name + ": " + message;
  all.add(std::move(j));
}

void add_file(const std::string& name, const analyze_options& how,
              runner& all) {
  input in(name);
  if (!in.ok()) return add_problem(name, in.message(), all);
  if (how.output == format::jsonl) {
    std::string line;
    while (in.read_line(line)) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      job j;
      j.input = std::move(line);
      all.add(std::move(j));
    }
  } else {
    job j;
    j.id = name;
    if (in.read_all(j.input)) all.add(std::move(j));
  }
  if (!in.message().empty()) add_problem(name, in.message(), all);
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
  runner all(analyzer.get(), options);
  for (const std::string& name : options.files) add_file(name, options, all);
  return all.finish();
}

}  // namespace copydesk_cli
