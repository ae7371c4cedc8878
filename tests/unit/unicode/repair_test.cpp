// SPDX-License-Identifier: Apache-2.0
// What repair promises of every text; what it does to which text is told in
// tests/spec/repair.txt.
#include "unicode/repair.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "unicode/html_entities.hpp"
#include "unicode/repair_steps.hpp"
#include "unit/unicode/repair_cases.hpp"

namespace {

namespace unicode = copydesk::unicode;
using copydesk_test::mend;

// A small generator, the same on every machine (xorshift64*).
struct random_numbers {
  std::uint64_t state = 0x9E3779B97F4A7C15U;
  std::uint32_t below(std::uint32_t limit) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return static_cast<std::uint32_t>((state * 0x2545F4914F6CDD1DU) >> 33) %
           limit;
  }
};

// Pieces that damage is made of, and plain ones between them.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {"a",
                                               "s",
                                               "o",
                                               "The",
                                               "X",
                                               "z",
                                               " ",
                                               "  ",
                                               "\n",
                                               "\r",
                                               "\r\n",
                                               "\t",
                                               ".",
                                               "?",
                                               "'",
                                               "\"",
                                               "<",
                                               ">",
                                               "</p>",
                                               "<p>",
                                               "&",
                                               "&amp;",
                                               "amp;",
                                               "&lt;",
                                               "&#39;",
                                               "&#x92;",
                                               "&eacute",
                                               ";",
                                               "#",
                                               "39",
                                               "1",
                                               "\x01",
                                               "\x1B[1m",
                                               "\v",
                                               "\x7F",
                                               "\xC2\x80",
                                               "\xC2\x83",
                                               "\xC2\x85",
                                               "\xC2\x92",
                                               "\xC2\x9D",
                                               "\xC2\xA0",
                                               "\xC2\xA1",
                                               "\xC2\xA9",
                                               "\xC2\xAD",
                                               "\xC2\xB0",
                                               "\xC2\xBB",
                                               "\xC3\x82",
                                               "\xC3\x83",
                                               "\xC3\x84",
                                               "\xC3\x85",
                                               "\xC3\x90",
                                               "\xC3\x91",
                                               "\xC3\xA2",
                                               "\xC3\xA3",
                                               "\xC3\xA9",
                                               "\xC3\xAF",
                                               "\xC3\xB0",
                                               "\xC4\x82",
                                               "\xC5\x93",
                                               "\xC5\xB8",
                                               "\xC6\x92",
                                               "\xCB\x9C",
                                               "\xCC\x83",
                                               "\xCC\x88",
                                               "\xCE\xB1",
                                               "\xD0\x93",
                                               "\xD0\xA0",
                                               "\xD0\xA1",
                                               "\xD0\xB0",
                                               "\xD0\xB2",
                                               "\xD0\x82",
                                               "\xD1\x96",
                                               "\xD7\x90",
                                               "\xD8\xA7",
                                               "\xE0\xA4\x95",
                                               "\xE2\x80\x8B",
                                               "\xE2\x80\x8D",
                                               "\xE2\x80\x8E",
                                               "\xE2\x80\x93",
                                               "\xE2\x80\x98",
                                               "\xE2\x80\x99",
                                               "\xE2\x80\x9C",
                                               "\xE2\x80\x9D",
                                               "\xE2\x80\x9E",
                                               "\xE2\x80\xA6",
                                               "\xE2\x80\xBA",
                                               "\xE2\x82\xAC",
                                               "\xE2\x84\xA2",
                                               "\xE2\x88\x9A",
                                               "\xE2\x94\x80",
                                               "\xE2\x94\x82",
                                               "\xE2\x95\xA8",
                                               "\xEF\xAC\x81",
                                               "\xEF\xBB\xBF",
                                               "\xEF\xBF\xBD",
                                               "\xF0\x9F\x98\x80"};
  return all;
}

std::string random_text(random_numbers& random, std::uint32_t longest) {
  std::string out;
  const auto count = static_cast<std::uint32_t>(pieces().size());
  for (std::uint32_t n = random.below(longest) + 1; n > 0; --n) {
    out += pieces()[random.below(count)];
  }
  return out;
}

std::string visible(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', true);
}

// The source with the edits applied: replaced stretches taken from `result`.
std::string replay(const unicode::edits& changes, std::string_view source,
                   std::string_view result) {
  std::string out;
  for (unicode::edits::reader r(changes); r.next();) {
    const auto& now = r.now();
    if (now.kept) {
      out += source.substr(r.source(), now.source);
    } else {
      out += result.substr(r.result(), std::size_t{now.result} * now.times);
    }
  }
  return out;
}

bool ordered(const unicode::repaired& made, std::size_t size) {
  std::uint32_t last = 0;
  for (const unicode::repair_note& note : made.notes) {
    if (note.begin < last || note.end <= note.begin || note.end > size) {
      return false;
    }
    last = note.end;
  }
  return true;
}

// The source with the notes applied.
std::string replay(const std::vector<unicode::repair_note>& notes,
                   std::string_view source) {
  std::string out;
  std::size_t done = 0;
  for (const unicode::repair_note& note : notes) {
    out += source.substr(done, note.begin - done);
    out += note.text;
    done = note.end;
  }
  return out + std::string(source.substr(done));
}

}  // namespace

TEST_SUITE("unicode") {
  TEST_CASE("repair says exactly what it did, and does it once") {
    random_numbers random;
    std::size_t changed = 0;
    for (int i = 0; i < 40000; ++i) {
      const std::string text = random_text(random, i % 10 == 0 ? 60 : 12);
      unicode::repaired made;
      const bool found = unicode::find_damage(text, {}) != text.size();
      if (!unicode::repair_all(text, {}, made)) continue;
      ++changed;
      INFO(visible(text));
      REQUIRE(found);
      REQUIRE_EQ(made.changes.source_length(), text.size());
      REQUIRE_EQ(made.changes.result_length(), made.text.size());
      REQUIRE_EQ(replay(made.changes, text, made.text), made.text);
      REQUIRE_EQ(replay(made.notes, text), made.text);
      REQUIRE(ordered(made, text.size()));
      unicode::repaired again;
      const bool twice = unicode::repair(made.text, again);
      INFO(visible(made.text));
      REQUIRE_FALSE(twice);
    }
    CHECK_GT(changed, 10000);
  }

  TEST_CASE("text without damage is left alone, and so is the output") {
    unicode::repaired made;
    made.text = "untouched";
    CHECK_FALSE(unicode::repair("", made));
    CHECK_FALSE(unicode::repair("The talks go on.\n", made));
    CHECK_FALSE(unicode::repair("\xE2\x80\x9CYes,\xE2\x80\x9D he said.", made));
    CHECK_EQ(made.text, "untouched");
  }

  TEST_CASE("damage far apart is found in pieces of a long text") {
    std::string line = "Nothing at all is wrong with this long line of text. ";
    std::string text, wanted;
    for (int i = 0; i < 4000; ++i) {
      text += line;
      wanted += line;
      if (i % 1000 == 0) {
        text += "Caf\xC3\x83\xC2\xA9 &amp; bar";
        wanted += "Caf\xC3\xA9 & bar";
      }
      if (i % 7 == 0) {
        text += '\n';
        wanted += '\n';
      }
    }
    CHECK_EQ(mend(text), wanted);
  }

  TEST_CASE("a line longer than any piece is cut where nothing is torn") {
    std::string text, wanted;
    while (text.size() < 700000) {
      text += "caf\xC3\x83\xC2\xA9s ";
      wanted += "caf\xC3\xA9s ";
    }
    CHECK_EQ(mend(text), wanted);
  }

  TEST_CASE("the options ask for plainer text") {
    struct row {
      bool unicode::repair_options::*option;
      const char *text, *wanted;
    };
    const row rows[] = {
        {&unicode::repair_options::plain_quotes,
         "\xE2\x80\x9CIt\xE2\x80\x99s\xE2\x80\x9D", "\"It's\""},
        {&unicode::repair_options::split_digraphs, "\xC5\x89 \xC4\xB3s",
         "'n ijs"},
        {&unicode::repair_options::split_digraphs,
         "\xC7\x86"
         "ep \xC7\x89udi",
         "d\xC5\xBE"
         "ep ljudi"},
        {&unicode::repair_options::plain_width,
         "\xEF\xBC\xA1\xEF\xBC\x91\xE3\x80\x80x", "A1 x"},
        {&unicode::repair_options::unix_lines,
         "a\r\nb\r\nc\xE2\x80\xA8"
         "d",
         "a\nb\nc\nd"},
    };
    for (const row& r : rows) {
      INFO(std::string(r.wanted));
      unicode::repair_options options;
      options.*r.option = true;
      CHECK_EQ(mend(r.text, options), r.wanted);
      CHECK_EQ(mend(r.text), r.text);
    }
    unicode::repair_options careful;
    careful.guess_lost_bytes = false;
    CHECK_EQ(mend("\xC3\xA2\xE2\x82\xAC\xC5\x93Yes\xC3\xA2\xE2\x82\xAC"
                  "\xEF\xBF\xBD",
                  careful),
             "\xE2\x80\x9CYes\xEF\xBF\xBD");
  }

  TEST_CASE("references are read by the rules of HTML, and more strictly") {
    struct row {
      const char* text;
      std::size_t length;
      char32_t first, second;
    };
    const row rows[] = {
        {"&amp;", 5, '&', 0},
        {"&amp", 4, '&', 0},
        {"&ampx", 0, 0, 0},
        {"&AMP;", 5, '&', 0},
        {"&Amp;", 0, 0, 0},
        {"&lt;p&gt;", 4, '<', 0},
        {"&eacutes", 7, 0xE9, 0},
        {"&notin;", 7, 0x2209, 0},
        {"&notit;", 0, 0, 0},
        {"&fjlig;", 7, 'f', 'j'},
        {"&NotEqualTilde;", 15, 0x2242, 0x338},
        {"&#65;", 5, 'A', 0},
        {"&#x41;", 6, 'A', 0},
        {"&#X41;", 6, 'A', 0},
        {"&#8217s", 6, 0x2019, 0},
        {"&#x2019s", 0, 0, 0},
        {"&#5 apples", 0, 0, 0},
        {"&#150;", 6, 0x2013, 0},
        {"&#13;", 5, '\n', 0},
        {"&#0;", 0, 0, 0},
        {"&#1;", 0, 0, 0},
        {"&#xFFFE;", 0, 0, 0},
        {"&#1114112;", 0, 0, 0},
        {"&#xD83D;&#xDE00;", 16, 0x1F600, 0},
        {"&#xD83D;", 0, 0, 0},
        {"&#xDE00;", 0, 0, 0},
        {"&amp;amp;amp;quot;", 18, '"', 0},
        {"&#38;#38;lt;", 12, '<', 0},
        {"&amp;copy=", 5, '&', 0},
        {"&", 0, 0, 0},
        {"& ", 0, 0, 0},
        {"&;", 0, 0, 0},
    };
    for (const row& r : rows) {
      INFO(std::string(r.text));
      const unicode::html_entity e = unicode::read_html_entity(r.text, 0);
      CHECK_EQ(e.length, r.length);
      CHECK_EQ(static_cast<std::uint32_t>(e.first),
               static_cast<std::uint32_t>(r.first));
      CHECK_EQ(static_cast<std::uint32_t>(e.second),
               static_cast<std::uint32_t>(r.second));
    }
  }

  TEST_CASE("HTML source is told from text with angle brackets") {
    struct row {
      const char* text;
      bool markup;
    };
    const row rows[] = {
        {"<p>Yes</p>", true},
        {"a<br>b", true},
        {"a<br/>b", true},
        {"<a href=x>", true},
        {"x <!-- note -->", true},
        {"<!DOCTYPE html>", true},
        {"5 < 6", false},
        {"a<b and b>c", false},
        {"<mayor@city.test>", false},
        {"<3 you", false},
        {"<pre-war>", false},
        {"", false},
    };
    for (const row& r : rows) {
      INFO(std::string(r.text));
      CHECK_EQ(unicode::holds_markup(r.text), r.markup);
    }
  }
}
