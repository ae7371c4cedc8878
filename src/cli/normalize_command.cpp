// SPDX-License-Identifier: Apache-2.0
// normalize_command.cpp - `copydesk normalize`.
//
// Idea: the clean text of each input, one after another; with --map one JSON
// object a line for each input, which says how it came about.
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/runner.hpp"

namespace copydesk_cli {
namespace {

struct free_text {
  void operator()(copydesk_text* t) const { copydesk_text_free(t); }
};
using text_ptr = std::unique_ptr<copydesk_text, free_text>;

json repairs_json(const copydesk_text* text) {
  std::size_t count = 0;
  const copydesk_repair* all = copydesk_text_repairs(text, &count);
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back({{"start", all[i].span.begin},
                   {"end", all[i].span.end},
                   {"kind", copydesk_repair_kind_string(all[i].kind)},
                   {"text", std::string(all[i].text.data, all[i].text.size)}});
  }
  return out;
}

// The places where clean text and input differ; between two of them both run
// in step.
json map_json(const copydesk_text* text) {
  std::size_t count = 0;
  const copydesk_change* all = copydesk_text_changes(text, &count);
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back({all[i].clean.begin, all[i].clean.end, all[i].source.begin,
                   all[i].source.end});
  }
  return out;
}

std::string text_json(const copydesk_text* text, const json& id) {
  const copydesk_string clean = copydesk_text_string(text);
  json out;
  out["id"] = id;
  out["length"] = copydesk_text_source_length(text);
  out["encoding"] = copydesk_text_encoding(text);
  out["text_length"] = copydesk_text_length(text);
  out["text"] = std::string(clean.data, clean.size);
  out["repairs"] = repairs_json(text);
  out["map"] = map_json(text);
  return json_text(out) + "\n";
}

void run(const normalize_options& how, job& j) {
  copydesk_normalize_options o = COPYDESK_NORMALIZE_OPTIONS_INIT;
  o.flags = how.flags | (how.map ? COPYDESK_NORMALIZE_CHANGES : 0u);
  o.offsets = how.offsets;
  if (!how.charset.empty()) o.charset = how.charset.c_str();
  copydesk_text* made = nullptr;
  copydesk_error err = {};
  if (copydesk_normalize(j.input.data(), j.input.size(), &o, &made, &err) !=
      COPYDESK_OK) {
    j.failed = true;
    j.problem = problem_line(j.id, err);
    return;
  }
  const text_ptr text(made);
  if (how.map) {
    j.out = text_json(made, j.id);
  } else {
    const copydesk_string clean = copydesk_text_string(made);
    j.out.assign(clean.data, clean.size);
  }
}

}  // namespace

int normalize(const normalize_options& options) {
  runner all(options.threads, [&](job& j) { run(options, j); });
  for (const std::string& name : options.files) all.add_file(name, false);
  return all.finish();
}

}  // namespace copydesk_cli
