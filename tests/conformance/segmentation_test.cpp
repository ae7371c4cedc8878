// SPDX-License-Identifier: Apache-2.0
// Every row of WordBreakTest.txt and GraphemeBreakTest.txt of Unicode 15.0,
// from the Debian package unicode-data.
#include "text/segmentation.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace copydesk::text {
namespace {

const char* const folder = "/usr/share/unicode/auxiliary/";

void append_utf8(std::uint32_t c, std::string& out) {
  const auto put = [&out](std::uint32_t b) { out += static_cast<char>(b); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

struct row {
  std::string text;
  std::vector<std::uint32_t> boundaries;  // without 0
};

// Division signs are boundaries, multiplication signs are none: "- 0001 x 0308
// -".
row parse(const std::string& line) {
  row out;
  std::istringstream in(line.substr(0, line.find('#')));
  for (std::string word; in >> word;) {
    if (word == "\xC3\xB7") {
      if (!out.text.empty())
        out.boundaries.push_back(static_cast<std::uint32_t>(out.text.size()));
    } else if (word != "\xC3\x97") {
      append_utf8(static_cast<std::uint32_t>(std::stoul(word, nullptr, 16)),
                  out.text);
    }
  }
  return out;
}

using step = std::uint32_t (*)(std::string_view, std::uint32_t) noexcept;

int rows_of(const char* name, step next) {
  std::ifstream in(std::string(folder) + name);
  REQUIRE_MESSAGE(in.good(),
                  "install the Debian package unicode-data: ", folder, name);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (rows == 0 && line.find(".txt") != std::string::npos) {
      CHECK_MESSAGE(line.find("-15.0.0.txt") != std::string::npos, line);
    }
    const row want = parse(line);
    if (want.text.empty()) continue;
    std::vector<std::uint32_t> got;
    for (std::uint32_t at = 0; at < want.text.size();) {
      at = next(want.text, at);
      got.push_back(at);
    }
    CHECK_MESSAGE(got == want.boundaries, line);
    ++rows;
  }
  return rows;
}

}  // namespace

TEST_SUITE("conformance") {
  TEST_CASE("every row of WordBreakTest holds") {
    CHECK_EQ(rows_of("WordBreakTest.txt", next_word_boundary), 1823);
  }
  TEST_CASE("every row of GraphemeBreakTest holds") {
    CHECK_EQ(rows_of("GraphemeBreakTest.txt", next_grapheme_boundary), 602);
  }
}

}  // namespace copydesk::text
