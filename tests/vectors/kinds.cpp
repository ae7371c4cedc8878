// SPDX-License-Identifier: Apache-2.0
// kinds.cpp - lists every paragraph that is not taken for text.
//
//     copydesk_kinds_vectors FILE.jsonl...
//
// Prints kind, reason and paragraph of each, and at the end how many
// paragraphs of each kind there are: to be read by eye.
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "text/laid_text.hpp"

int main(int argc, char** argv) {
  static const char* const names[] = {"body",   "headline", "dateline",
                                      "byline", "caption",  "boilerplate"};
  std::map<std::string, int> count;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    for (std::string line; std::getline(in, line);) {
      const auto document = nlohmann::json::parse(line);
      const std::string text = document["text"];
      const auto laid =
          copydesk::text::lay_out(text, copydesk::text::guess_language(text));
      for (const auto& p : laid.paragraphs) {
        const char* kind = names[static_cast<int>(p.kind)];
        ++count[kind];
        if (p.kind == copydesk::paragraph_kind::body) continue;
        std::string shown(p.where.of(text).substr(0, 150));
        for (char& c : shown) {
          if (c == '\n' || c == '\r') c = ' ';
        }
        std::printf("%s\t%s\t%s\n", kind, p.reason, shown.c_str());
      }
    }
  }
  for (const auto& [kind, n] : count) std::printf("# %s %d\n", kind.c_str(), n);
  return 0;
}
