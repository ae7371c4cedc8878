// SPDX-License-Identifier: Apache-2.0
// The promises of the way back on real text: every document of every set in
// the folder that the environment variable COPYDESK_DATA names (JSON Lines
// with a "text", and plain .txt). Nothing to do without it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "unit/way_back.hpp"

namespace {

namespace fs = std::filesystem;

std::string check(const std::string& text) {
  copydesk::normalize_options options;
  std::string why = copydesk_test::broken_promise(text, options, 7);
  if (!why.empty()) return why;
  options.nfkc = options.fold_case = options.plain_marks = true;
  options.plain_spaces = options.plain_dashes = options.plain_digits = true;
  return copydesk_test::broken_promise(text, options, 13);
}

}  // namespace

TEST_SUITE("conformance") {
  TEST_CASE("every promise of the way back holds on every data set") {
    const char* folder = std::getenv("COPYDESK_DATA");
    if (folder == nullptr) return;
    std::size_t texts = 0, bytes = 0, failures = 0;
    const auto one = [&](const std::string& text, const std::string& name) {
      ++texts;
      bytes += text.size();
      const std::string why = check(text);
      if (why.empty() || ++failures > 20) return;
      FAIL_CHECK(name, ": ", why, ": ", text.substr(0, 60));
    };
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string name = entry.path().string();
      const std::string extension = entry.path().extension().string();
      std::ifstream in(entry.path(), std::ios::binary);
      if (extension == ".jsonl") {
        for (std::string line; std::getline(in, line);) {
          const auto row = nlohmann::json::parse(line, nullptr, false);
          if (!row.is_object() || !row.contains("text")) continue;
          one(row["text"].get<std::string>(), name);
        }
      } else if (extension == ".txt" || extension == ".bin") {
        one(std::string(std::istreambuf_iterator<char>(in), {}), name);
      }
    }
    CHECK_GT(texts, 0);
    MESSAGE(texts, " texts, ", bytes, " bytes, ", failures, " failures");
  }
}
