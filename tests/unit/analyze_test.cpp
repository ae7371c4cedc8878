// SPDX-License-Identifier: Apache-2.0
// analyze_test.cpp - what only the whole document shows: the words of a
// quotation as a reader would quote them, and the way back to the bytes.
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "copydesk/copydesk.hpp"

namespace {

copydesk::document analyzed(const std::string& text) {
  copydesk::options o;
  o.language = "en";
  return copydesk::analyzer::create().value().analyze(text, o).value();
}

TEST_SUITE("analyze") {
  TEST_CASE("the pieces of a split quotation read on as its speaker did") {
    const struct {
      const char *text, *words;
    } rows[] = {
        {"\"It is over, too,\" Ann Lee said. \"But we stay.\"",
         "It is over, too. But we stay."},
        {"\"It is over,\" Ann Lee said. \"I will stay.\"",
         "It is over. I will stay."},
        {"\"It is over,\" Ann Lee said, \"and I will stay.\"",
         "It is over and I will stay."},
        {"\"We know,\" Ann Lee said, \"I and my wife.\"",
         "We know I and my wife."},
        {"\"Half of them left,\" said Ann Lee. \"'Two years,' they told us. "
         "Now it is five.\"",
         "Half of them left. 'Two years,' they told us. Now it is five."},
        {"\"Is it over?\" Ann Lee asked. \"We must know.\"",
         "Is it over? We must know."},
        {"\xE2\x80\x98"
         "Ask the judge,\xE2\x80\x99 Ann Lee said. \xE2\x80\x98I serve at her "
         "pleasure.\xE2\x80\x99",
         "Ask the judge. I serve at her pleasure."},
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      const copydesk::document d = analyzed(row.text);
      REQUIRE(!d.quotes.empty());
      CHECK(d.quotes[0].text == row.words);
      for (const copydesk::span& s : d.quotes[0].content) {
        CHECK(s.begin < s.end);
        CHECK(s.end <= std::string(row.text).size());
      }
    }
  }

  TEST_CASE("a pronoun is none of those whom its grammar rules out") {
    const struct {
      const char *text, *words, *who;
    } rows[] = {
        {"Peter Moran met Lee Kern on Monday. He told Moran that it was over.",
         "it was over", "Lee Kern"},
        {"Peter Moran met Lee Kern on Monday. He told Mr. Moran that it was "
         "over.",
         "it was over", "Lee Kern"},
        {"Peter Moran met Lee Kern on Monday. He said Moran was ill.",
         "Moran was ill", "Lee Kern"},
        {"Peter Moran met Lee Kern on Monday. He told Moran's lawyer that it "
         "was over.",
         "it was over", "Peter Moran"},
        {"Peter Moran met Lee Kern. \"He told me that it is over,\" Moran "
         "said.",
         "it is over", "Lee Kern"},
        {"Peter Moran met Lee Kern. Moran said that he had told him that it "
         "was over.",
         "it was over", "Peter Moran"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      bool found = false;
      for (const copydesk::quote& q : analyzed(row.text).quotes) {
        if (q.text != row.words) continue;
        found = true;
        CHECK(q.speaker.text == row.who);
      }
      CHECK(found);
    }
  }

  TEST_CASE("options outside of what they allow are refused, not read") {
    const copydesk::analyzer reader = copydesk::analyzer::create().value();
    const auto code = [&](auto change) {
      copydesk::options o;
      change(o);
      const auto read = reader.analyze("Ann Lee won.", o);
      return read ? copydesk::errc::ok : read.error().code;
    };
    using copydesk::errc;
    using copydesk::options;
    CHECK(code([](options&) {}) == errc::ok);
    CHECK(code([](options& o) { o.min_confidence = 1; }) == errc::ok);
    CHECK(code([](options& o) { o.min_confidence = 1.5F; }) == errc::invalid);
    CHECK(code([](options& o) { o.min_confidence = -1; }) == errc::invalid);
    CHECK(code([](options& o) { o.min_confidence = std::nanf(""); }) ==
          errc::invalid);
    CHECK(code([](options& o) {
            o.offsets = static_cast<copydesk::offset_unit>(3);
          }) == errc::invalid);
    CHECK(code([](options& o) {
            o.quotes = static_cast<copydesk::quote_style>(2);
          }) == errc::invalid);
    const auto given = [&](copydesk::span where, int type) {
      copydesk::entity e;
      e.where = where;
      e.type = static_cast<copydesk::entity_type>(type);
      const std::vector<copydesk::entity> all{e};
      return code([&](options& o) { o.entities = &all; });
    };
    CHECK(given({0, 7}, 1) == errc::ok);
    CHECK(given({0, 900}, 10) == errc::ok);
    CHECK(given({7, 0}, 1) == errc::invalid);
    CHECK(given({0, 7}, 0) == errc::invalid);
    CHECK(given({0, 7}, 11) == errc::invalid);
    CHECK(given({0, 7}, -1) == errc::invalid);
  }
}

}  // namespace
