// SPDX-License-Identifier: Apache-2.0
// What holds for any text: random strings of the characters that the rules
// look at, and of whole words.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "text/laid_text.hpp"
#include "text/segmentation.hpp"
#include "text/tokens.hpp"
#include "unicode/props.hpp"

namespace copydesk::text {
namespace {

const char* const pieces[] = {
    "a",          "b",          "Z",      "Q",           "0",
    "7",          "_",          " ",      "  ",          "\n",
    "\n\n",       "\r\n",       "\r",     "\t",          ".",
    "..",         "...",        ",",      ":",           ";",
    "!",          "?",          "'",      "\"",          "`",
    "``",         "''",         "-",      "--",          "@",
    "#",          "&",          "/",      "(",           ")",
    "[",          "]",          "$",      "%",           "*",
    "+",          "=",          "<",      ">",           "|",
    "~",          "\\",         "^",      "U.S.",        "Mr.",
    "p.m.",       "J.",         "e.g.",   "'s",          "said",
    "The",        "He",         "By",     "http://a.b/", "www.x.y",
    "x@y.zz",     "1,000",      "10:30",  "1.",          "2)",
    "a.",         "No.",        "U.S.A",  "\u2019",      "\u2018",
    "\u201C",     "\u201D",     "\u201E", "\u00AB",      "\u00BB",
    "\u2019s",    "\u2026",     "\u2014", "\u2013",      "\u00A0",
    "\u2003",     "\u200B",     "\u200D", "\u00AD",      "\u0301",
    "\u0308",     "\u00E9",     "\u00C9", "\u0436",      "\u0416",
    "\u05D0",     "\u05F4",     "\u0660", "\u0661",      "\u066B",
    "\u30A2",     "\u30AB",     "\u3042", "\u4E2D",      "\u3002",
    "\uFF0E",     "\u0E01",     "\u0E33", "\uAC00",      "\u1100",
    "\u11A8",     "\u00B7",     "\u2027", "\u2024",      "\u203F",
    "\u2028",     "\u2029",     "\u0085", "\U0001F600",  "\U0001F469",
    "\U0001F1E6", "\U0001F1E7", "\u2764", "\uFE0F",      "\u0964",
    "\u061F",     "\u055E",     "\u2022", "\u00A9",      "\U00010400",
    "\u0001"};
constexpr std::size_t piece_count = sizeof(pieces) / sizeof(*pieces);

std::string random_text(std::mt19937& random, std::size_t most) {
  std::string out;
  for (std::size_t n = random() % most; n > 0; --n)
    out += pieces[random() % piece_count];
  return out;
}

bool space_at(const std::string& s, std::uint32_t i, std::uint32_t& len) {
  const unicode::decoded d = unicode::decode_at(s, i);
  len = d.len;
  const auto c = unicode::properties_of(d.c).category;
  return (d.c >= 9 && d.c <= 13) || d.c == 0x85 ||
         c == unicode::general_category::zs ||
         c == unicode::general_category::zl ||
         c == unicode::general_category::zp;
}

// Whether every character between tokens is white space, tokens are in order,
// and space_before says what stands before.
bool tokens_cover(const std::string& s, const laid_text& laid) {
  std::uint32_t at = 0;
  for (const token& t : laid.tokens) {
    bool space = false;
    while (at < t.where().begin) {
      std::uint32_t len = 0;
      if (!space_at(s, at, len)) return false;
      at += len;
      space = true;
    }
    if (at != t.where().begin || t.where().empty()) return false;
    if (t.space_before != space) return false;
    at = t.where().end;
  }
  while (at < s.size()) {
    std::uint32_t len = 0;
    if (!space_at(s, at, len)) return false;
    at += len;
  }
  return true;
}

bool nested(const laid_text& laid) {
  std::uint32_t sentence = 0, token = 0;
  for (std::uint32_t p = 0; p < laid.paragraphs.size(); ++p) {
    const auto& paragraph = laid.paragraphs[p];
    if (paragraph.first_sentence != sentence) return false;
    if (paragraph.sentence_end <= sentence) return false;
    for (; sentence < paragraph.sentence_end; ++sentence) {
      const auto& s = laid.sentences[sentence];
      if (s.paragraph != p || s.first_token != token) return false;
      if (s.token_end <= token || s.token_end > laid.tokens.size())
        return false;
      if (!paragraph.where.contains(s.where)) return false;
      if (s.where.begin != laid.tokens[s.first_token].where().begin ||
          s.where.end != laid.tokens[s.token_end - 1].where().end)
        return false;
      token = s.token_end;
    }
    if (paragraph.reason == nullptr || *paragraph.reason == '\0') return false;
  }
  return sentence == laid.sentences.size() && token == laid.tokens.size();
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE(
      "each character but white space is in one token, in one sentence, "
      "in one paragraph") {
    std::mt19937 random(20150915);
    for (int i = 0; i < 30000; ++i) {
      const std::string s = random_text(random, 60);
      const laid_text laid = lay_out(s, static_cast<language>(random() % 9));
      CAPTURE(s);
      REQUIRE(tokens_cover(s, laid));
      REQUIRE(nested(laid));
    }
  }

  TEST_CASE("tokens are the words of UAX #29 where nothing is tailored") {
    // Without ' \u2018 . : ; & @ # / and the signs that are joined when
    // repeated.
    static const char* const plain[] = {
        "a",          "Z",          "0",          "7",          "_",
        " ",          ",",          "\"",         "(",          "]",
        "$",          "%",          "+",          "<",          "\u201C",
        "\u00BB",     "\u2014",     "\u00A0",     "\u200B",     "\u200D",
        "\u00AD",     "\u0301",     "\u0308",     "\u00E9",     "\u0416",
        "\u05D0",     "\u05F4",     "\u0660",     "\u066B",     "\u066C",
        "\u30A2",     "\u30AB",     "\u3042",     "\u4E2D",     "\u3002",
        "\u0E01",     "\u0E33",     "\uAC00",     "\u1100",     "\u11A8",
        "\u00B7",     "\u2027",     "\u203F",     "\u2028",     "\u0085",
        "\U0001F600", "\U0001F469", "\U0001F1E6", "\U0001F1E7", "\u2764",
        "\uFE0F",     "\u0964",     "\u061F",     "\u00A9",     "\U00010400",
        "\u0001",     "\u0600",     "\u0903",     "\u201A"};
    std::mt19937 random(29);
    for (int i = 0; i < 100000; ++i) {
      std::string s;
      for (std::size_t n = random() % 10; n > 0; --n)
        s += plain[random() % (sizeof(plain) / sizeof(*plain))];
      std::vector<clean_span> want, got;
      for (std::uint32_t at = 0; at < s.size();) {
        const std::uint32_t end = next_word_boundary(s, at);
        std::uint32_t begin = at, len = 0;
        while (begin < end && space_at(s, begin, len)) begin += len;
        if (begin < end) want.push_back({begin, end});
        at = end;
      }
      std::vector<token> tokens;
      add_tokens(s, {0, static_cast<std::uint32_t>(s.size())}, language::en,
                 tokens);
      for (const token& t : tokens) got.push_back(t.where());
      CAPTURE(s);
      REQUIRE(got == want);
    }
  }
}

}  // namespace copydesk::text
