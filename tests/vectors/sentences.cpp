// SPDX-License-Identifier: Apache-2.0
// sentences.cpp - measures sentence ends on the golden rules of pySBD.
//
//     copydesk_sentences_vectors FOLDER [-v]
//
// FOLDER holds golden_rules.json: {language: {group: [{text, sentences}]}}.
// Prints right and all for every language; -v prints each case that is wrong.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "text/laid_text.hpp"

namespace {

using copydesk::text::language;

language language_of(const std::string& name) {
  static const std::map<std::string, language> names = {
      {"english", language::en}, {"english_clean", language::en},
      {"deutsch", language::de}, {"french", language::fr},
      {"spanish", language::es}, {"russian", language::ru},
      {"italian", language::it}, {"dutch", language::nl}};
  const auto found = names.find(name);
  return found == names.end() ? language::other : found->second;
}

std::string squeezed(const std::string& s) {
  std::string out;
  for (char c : s) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> split(const std::string& text, language lang) {
  std::vector<std::string> out;
  const copydesk::text::laid_text laid = copydesk::text::lay_out(text, lang);
  for (const auto& s : laid.sentences) {
    out.push_back(squeezed(std::string(s.where.of(text))));
  }
  return out;
}

void print(const char* head, const std::vector<std::string>& sentences) {
  std::printf("  %s", head);
  for (const auto& s : sentences) std::printf(" [%s]", s.c_str());
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: copydesk_sentences_vectors FOLDER [-v]\n");
    return 2;
  }
  std::ifstream in(std::string(argv[1]) + "/golden_rules.json");
  const nlohmann::json all = nlohmann::json::parse(in, nullptr, false);
  if (all.is_discarded()) {
    std::fprintf(stderr, "no golden_rules.json in %s\n", argv[1]);
    return 2;
  }
  const bool verbose = argc > 2 && std::strcmp(argv[2], "-v") == 0;
  int golden_right = 0, golden_all = 0, more_right = 0, more_all = 0;
  for (const auto& [name, groups] : all.items()) {
    for (const auto& [group, cases] : groups.items()) {
      int right = 0;
      for (const auto& c : cases) {
        std::vector<std::string> want;
        for (const auto& s : c["sentences"]) {
          want.push_back(squeezed(s.get<std::string>()));
        }
        const auto got = split(c["text"], language_of(name));
        if (got == want) {
          ++right;
        } else if (verbose) {
          std::printf("%s\n", name.c_str());
          print("want", want);
          print("got ", got);
        }
      }
      const int count = static_cast<int>(cases.size());
      std::printf("%-14s %-30s %3d / %3d\n", name.c_str(), group.c_str(), right,
                  count);
      const bool golden = group.compare(0, 7, "GOLDEN_") == 0;
      if (name != "english" && name != "english_clean") {
        (golden ? golden_right : more_right) += right;
        (golden ? golden_all : more_all) += count;
      }
    }
  }
  std::printf("other languages: golden rules %d / %d = %.1f %%, more %d / %d\n",
              golden_right, golden_all, 100.0 * golden_right / golden_all,
              more_right, more_all);
  return 0;
}
