// SPDX-License-Identifier: Apache-2.0
#include "quotes/quotes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "quotes/marks.hpp"
#include "text/laid_text.hpp"

namespace copydesk::quotes {
namespace {

struct shape {
  const char* name;
  const char* head;
  const char* unit;  // repeated
};

const shape shapes[] = {
    {"opening marks", "", "\u201C"},
    {"closing marks", "", "\u201D"},
    {"straight marks", "", "\" "},
    {"single marks", "", "' "},
    {"marks that touch", "", "\"'\"'"},
    {"open marks before words", "", "\"a "},
    {"closed marks after words", "", "a\u201D "},
    {"short questions", "", "\"a?\" b "},
    {"short quotations", "", "\"a,\" he said. "},
    {"one sentence of quotations", "", "\"a,\" he said, "},
    {"nested openings", "", "\u201C\u2018a "},
    {"verbs alone", "", "said "},
    {"a verb a paragraph", "", "he said:\n\n"},
    {"paragraphs carried on", "", "\u201CWe went on.\n\n"},
    {"turns", "", "A: we went there\n\n"},
    {"colons", "", "Smith: "},
    {"one quotation full of verbs", "\u201C", "they said it and "},
    {"commas and verbs", "", ", he said "},
    {"guillemets both ways", "", "\u00BBa\u00AB \u00ABb\u00BB "},
};

std::string text_of(const shape& s, std::size_t bytes) {
  std::string out = s.head;
  while (out.size() < bytes) out += s.unit;
  return out;
}

}  // namespace

TEST_SUITE("hostile") {
  TEST_CASE("every content lies in the text and in one order") {
    const model m = model::built_in().value();
    for (const shape& s : shapes) {
      CAPTURE(s.name);
      const std::string text = text_of(s, 2 << 10);
      const text::laid_text laid = text::lay_out(text, text::language::en);
      const quotes found = find(laid, {}, m);
      std::uint32_t last = 0;
      for (std::size_t i = 0; i < found.quotations.size(); ++i) {
        const quotation& q = found.quotations[i];
        REQUIRE(!q.content.empty());
        CHECK(q.content.front().begin >= last);
        last = q.content.front().begin;
        for (const text::clean_span c : q.content) {
          CHECK(c.begin < c.end);
          CHECK(c.end <= text.size());
        }
        CHECK(q.parent < static_cast<std::int32_t>(i));
      }
    }
  }

  TEST_CASE("a mark that never closes makes no quotation of many paragraphs") {
    const model m = model::built_in().value();
    std::string text = "\u201CIt began well, and then nothing happened.\n\n";
    for (int i = 0; i < 20; ++i) text += "The council met again on Monday.\n\n";
    const text::laid_text laid = text::lay_out(text, text::language::en);
    for (const quotation& q : find(laid, {}, m).quotations) {
      for (const text::clean_span c : q.content) {
        CHECK(c.of(text).find("\n\n") == std::string_view::npos);
      }
    }
  }
}

}  // namespace copydesk::quotes
