// SPDX-License-Identifier: Apache-2.0
#include "quotes/marks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "limits.hpp"
#include "quotes/words.hpp"
#include "text/laid_text.hpp"
#include "unit/random_text.hpp"

namespace copydesk::quotes {
namespace {

// The inner texts of all pairs, with | between them.
std::string pairs_of(const std::string& text) {
  const text::laid_text laid = text::lay_out(text, text::language::en);
  const marks found = pair_marks(laid, look_up_all(laid));
  std::string out;
  for (const pair& p : found.pairs) {
    if (!out.empty()) out += '|';
    if (p.end > p.first) {
      const text::clean_span inner{laid.tokens[p.first].where().begin,
                                   laid.tokens[p.end - 1].where().end};
      out += inner.of(text);
    }
  }
  return out;
}

std::size_t repairs_of(const std::string& text) {
  const text::laid_text laid = text::lay_out(text, text::language::en);
  return pair_marks(laid, look_up_all(laid)).repairs.size();
}

// How deep the pairs of so many quotations in each other are.
std::uint32_t depth_of(std::uint32_t levels) {
  std::string text, ends;
  for (std::uint32_t i = 0; i < levels; ++i) {
    text += i % 2 == 0 ? "\u201CHe says " : "\u00ABshe says ";
    ends = (i % 2 == 0 ? " so\u201D" : " so\u00BB") + ends;
  }
  text += "it rains" + ends + ".";
  const text::laid_text laid = text::lay_out(text, text::language::en);
  const marks found = pair_marks(laid, look_up_all(laid));
  std::uint32_t deepest = 0;
  for (std::size_t i = 0; i < found.pairs.size(); ++i) {
    std::uint32_t depth = 1;
    for (std::int32_t p = found.pairs[i].parent; p >= 0; ++depth) {
      p = found.pairs[static_cast<std::size_t>(p)].parent;
    }
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

struct row {
  const char* text;
  const char* pairs;
};

}  // namespace

TEST_SUITE("quotes") {
  TEST_CASE("marks of news English are paired") {
    const row table[] = {
        {"\"It rains,\" she said.", "It rains,"},
        {"\u201CIt rains,\u201D she said.", "It rains,"},
        {"\u2018It rains,\u2019 she said.", "It rains,"},
        {"``It rains,'' she said.", "It rains,"},
        {"'It rains,' she said.", "It rains,"},
        {"\u201CHe said \u2018no\u2019 to us,\u201D she said.",
         "He said \u2018no\u2019 to us,|no"},
        {"\"One,\" he said. \"Two,\" she said.", "One,|Two,"},
    };
    for (const row& r : table) {
      CAPTURE(r.text);
      CHECK(pairs_of(r.text) == r.pairs);
      CHECK(repairs_of(r.text) == 0);
    }
  }

  TEST_CASE("apostrophes, elisions and inches are no marks") {
    const row table[] = {
        {"It was the ministers' plan in the '90s.", ""},
        {"\u2018The players\u2019 union won\u2019t budge,\u2019 he said.",
         "The players\u2019 union won\u2019t budge,"},
        {"He is 6'2\" tall and sold 12\" records.", ""},
        {"'Twas the night, rock 'n' roll.", ""},
    };
    for (const row& r : table) {
      CAPTURE(r.text);
      CHECK(pairs_of(r.text) == r.pairs);
    }
  }

  TEST_CASE("a lost mark is put back, and spoils no neighbour") {
    const row table[] = {
        {"It rains,\" she said.\n\n\"It pours,\" he said.",
         "It rains,|It pours,"},
        {"\"It rains, she said.\n\n\"It pours,\" he said.",
         "It rains,|It pours,"},
        {"\u201DIt rains,\u201D she said.\n\n\u201CIt pours,\u201D he said.",
         "It rains,|It pours,"},
    };
    for (const row& r : table) {
      CAPTURE(r.text);
      CHECK(pairs_of(r.text) == r.pairs);
      CHECK(repairs_of(r.text) == 1);
    }
  }

  TEST_CASE("an opening mark at each paragraph carries a quotation on") {
    const char* text =
        "\u201COne day it rained.\n\n\u201CThen it poured,\u201D he said.";
    CHECK(pairs_of(text) == "One day it rained.|Then it poured,");
    CHECK(repairs_of(text) == 0);
  }

  TEST_CASE("quotations in quotations are paired down to the limit") {
    constexpr std::uint32_t most = limits::max_quote_depth;
    CHECK(depth_of(2) == 2);
    CHECK(depth_of(most - 1) == most - 1);
    CHECK(depth_of(most) == most);
    CHECK(depth_of(most + 1) <= most);  // one mark closes another's
    CHECK(depth_of(most + 1) >= most - 1);
    CHECK(depth_of(4 * most) == most);
  }

  TEST_CASE("pairs of marks in no order never cross each other") {
    static constexpr const char* parts[] = {
        "\u201C", "\u201D", "\u2018", "\u2019", "\u201E",  "\u00AB", "\u00BB",
        "\"",     "'",      "''",     "``",     " ",       " ",      ", ",
        ". ",     "! ",     ": ",     "Rain",   "he said", "said",   "we go"};
    copydesk_test::randoms r(20261128);
    for (int i = 0; i < copydesk_test::string_count() / 5; ++i) {
      std::string text;
      for (std::uint32_t n = 1 + r.below(30); n != 0; --n) {
        text += parts[r.below(std::size(parts))];
      }
      CAPTURE(text);
      const text::laid_text laid = text::lay_out(text, text::language::en);
      const std::vector<pair> all = pair_marks(laid, look_up_all(laid)).pairs;
      std::uint32_t last = 0;
      for (std::size_t k = 0; k < all.size(); ++k) {
        const pair& p = all[k];
        REQUIRE(p.first <= p.end);
        REQUIRE(p.outer_end() <= laid.tokens.size());
        REQUIRE(p.first >= last);
        last = p.first;
        REQUIRE(p.parent < static_cast<std::int32_t>(k));
        if (p.parent < 0) continue;
        const pair& around = all[static_cast<std::size_t>(p.parent)];
        REQUIRE(around.first <= p.outer_first());
        REQUIRE(p.outer_end() <= around.end);
      }
    }
  }
}

}  // namespace copydesk::quotes
