// SPDX-License-Identifier: Apache-2.0
// languages.cpp - short texts of words, marks and pauses in no order, in each
// language that has rules of its own. What stands at the very edge of a text
// or between two marks is where a rule looks one token too far.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "copydesk/copydesk.hpp"
#include "unit/random_text.hpp"

namespace {

using copydesk_test::randoms;

// The pieces of the examples of a language, cut at white space and marks.
std::vector<std::string> pieces_of(const std::string& language) {
  const std::string tail = language == "en" ? "" : "_" + language;
  std::ifstream file(std::string(COPYDESK_TEST_DIR) + "/spec/quotes" + tail +
                     ".txt");
  std::vector<std::string> out;
  for (std::string word; file >> word;) {
    std::string piece;
    for (const char c : word) {
      const bool letter = (c & 0x80) != 0 || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter) piece += c;
    }
    if (!piece.empty()) out.push_back(piece);
  }
  return out;
}

constexpr const char* signs[] = {
    "\"",
    "\xE2\x80\x9E",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xC2\xAB",
    "\xC2\xBB",
    "\xE2\x80\x98",
    "\xE2\x80\x99",
    ",",
    ".",
    ":",
    ";",
    "?",
    "!",
    "(",
    ")",
    "\xE2\x80\x94",
    "-",
    "\xE2\x80\x93",
    "\n\n",
};

std::string text_of(randoms& r, const std::vector<std::string>& words) {
  std::string out;
  const std::uint32_t n = 1 + r.below(24);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (r.below(3) == 0) {
      out += signs[r.below(std::size(signs))];
    } else {
      out += words[r.below(static_cast<std::uint32_t>(words.size()))];
    }
    if (r.below(4) != 0) out += ' ';
  }
  return out;
}

void check(const copydesk::analyzer& a, const std::string& text,
           const copydesk::options& o) {
  CAPTURE(text);
  CAPTURE(o.language);
  const auto read = a.analyze(text, o);
  REQUIRE(read);
  for (const copydesk::quote& q : read.value().quotes) {
    REQUIRE(!q.content.empty());
    for (const copydesk::span c : q.content) {
      CHECK(c.begin < c.end);
      CHECK(c.end <= text.size());
    }
  }
}

}  // namespace

TEST_SUITE("hostile") {
  TEST_CASE("words and marks in no order are read in every language") {
    const auto a = copydesk::analyzer::create().value();
    randoms r(20261126);
    for (const char* language : {"en", "de", "fr", "es", "it", "pt", "ru"}) {
      const std::vector<std::string> words = pieces_of(language);
      REQUIRE(words.size() > 500);
      copydesk::options o;
      o.language = language;
      for (int i = copydesk_test::string_count() / 20; i-- > 0;) {
        check(a, text_of(r, words), o);
      }
    }
  }

  TEST_CASE("nothing is read before the first token or behind the last") {
    const auto a = copydesk::analyzer::create().value();
    const struct {
      const char *language, *text;
    } rows[] = {
        {"de", "\xE2\x80\x9Ewie das so ist im Leben immer\xE2\x80\x9C"},
        {"de", "\xE2\x80\x9Egesagt Kern der als dass\xE2\x80\x9C"},
        {"de", ": \xE2\x80\x9EHallo\xE2\x80\x9C"},
        {"fr",
         "\xC2\xAB \xE2\x80\x94 , a dit Anna Kern, et voil\xC3\xA0 tout le "
         "monde. \xC2\xBB"},
        {"es", "\"-, dijo Ana Ruiz, y todo el mundo lo sabe bien.\""},
    };
    for (const auto& row : rows) {
      copydesk::options o;
      o.language = row.language;
      check(a, row.text, o);
    }
  }
}
