// SPDX-License-Identifier: Apache-2.0
// languages.cpp - measures guess_language.
//
//     copydesk_languages_vectors LANGUAGE:FILE...
//
// FILE is plain text, or JSON Lines with a key "text" (name ends in .jsonl):
// then every document counts. Prints right and all for every file, and what
// the wrong ones were taken for.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "text/laid_text.hpp"

namespace {

struct tally {
  int right = 0, all = 0;
  std::map<std::string, int> wrong;
  void add(const std::string& text, const std::string& want) {
    const std::string got = language_code(copydesk::text::guess_language(text));
    ++all;
    if (got == want) {
      ++right;
    } else {
      ++wrong[got];
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::size_t colon = argument.find(':');
    if (colon == std::string::npos) return 2;
    const std::string want = argument.substr(0, colon);
    const std::string path = argument.substr(colon + 1);
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "cannot read %s\n", path.c_str());
      return 2;
    }
    tally t;
    if (path.size() > 6 && path.compare(path.size() - 6, 6, ".jsonl") == 0) {
      for (std::string line; std::getline(in, line);) {
        t.add(nlohmann::json::parse(line)["text"].get<std::string>(), want);
      }
    } else {
      t.add(std::string(std::istreambuf_iterator<char>(in), {}), want);
    }
    std::printf("%s %s %d / %d", want.c_str(), path.c_str(), t.right, t.all);
    for (const auto& [got, n] : t.wrong) std::printf(" %s:%d", got.c_str(), n);
    std::printf("\n");
  }
  return 0;
}
