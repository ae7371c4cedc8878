// SPDX-License-Identifier: Apache-2.0
#include "quotes/quotes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "linear/quotes_shapes.hpp"
#include "quotes/marks.hpp"
#include "text/laid_text.hpp"

namespace copydesk::quotes {
namespace {

using copydesk_linear::shape;
using copydesk_linear::text_of;

}  // namespace

TEST_SUITE("hostile") {
  TEST_CASE("every content lies in the text and in one order") {
    const model m = model::built_in().value();
    for (const shape& s : copydesk_linear::quotes_shapes) {
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
