// SPDX-License-Identifier: Apache-2.0
// Folding, lists, evidence of the document, and what the tagger looks at.
#include "entities/words.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <vector>

#include "entities/fold.hpp"
#include "entities/gazetteer.hpp"
#include "entities/tagger.hpp"
#include "model/table.hpp"
#include "unit/random_text.hpp"

namespace entities = copydesk::entities;
namespace learned = copydesk::learned;
namespace text = copydesk::text;

namespace {

std::string folded(std::string_view s) {
  std::string out;
  entities::fold(s, out);
  return out;
}

// The tokens of each island, islands between bars.
std::string islands_of(const std::string& s) {
  const text::laid_text laid = text::lay_out(s, text::language::en);
  const entities::words all(laid, nullptr, nullptr);
  std::string out;
  for (std::uint32_t k = 0; k < laid.sentences.size(); ++k) {
    std::vector<entities::island> found;
    entities::find_islands(all, k, found);
    for (const entities::island& i : found) {
      if (!out.empty()) out += '|';
      for (std::uint32_t t = i.first; t < i.end; ++t) {
        if (t > i.first) out += ' ';
        out += laid.tokens[t].where().of(s);
      }
    }
  }
  return out;
}

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("words are folded to letters without case and marks") {
    struct row {
      const char* word;
      const char* folded;
    };
    for (const row& r : std::vector<row>{
             {"NATO", "nato"},
             {"Acad\u00eamicos", "academicos"},
             {"\u0141\u00f3d\u017a", "lodz"},
             {"Stra\u00dfe", "strasse"},
             {"\u00c6r\u00f8", "aero"},
             {"Nguy\u1ec5n", "nguyen"},
             {"O\u2019Brien", "o'brien"},
             {"Jean\u2010Luc", "jean-luc"},
             {"\u041c\u043e\u0441\u043a\u0432\u0430",
              "\u043c\u043e\u0441\u043a\u0432\u0430"},
             {"\u0391\u03b8\u03ae\u03bd\u03b1",
              "\u03b1\u03b8\u03ae\u03bd\u03b1"},
             {"\u5317\u4eac", "\u5317\u4eac"},
             {"", ""},
         }) {
      CAPTURE(r.word);
      CHECK(folded(r.word) == r.folded);
    }
  }

  TEST_CASE("islands hold the words with capitals and what joins them") {
    struct row {
      const char* text;
      const char* islands;
    };
    for (const row& r : std::vector<row>{
             {"He met Ana Torres.", "He met Ana Torres"},
             {"nobody said that in the long meeting.",
              "nobody said that in "
              "the long meeting ."},
             {"Then she went away again and nobody saw Ana.", "Then|Ana"},
             {"The Bank of the West fell.", "The Bank of the West"},
             {"It was al-Qasim who wrote to the old and frail man, van Dijk.",
              "It was al - Qasim|van Dijk"},
             {"It praised the quiet and very patient Chia-ling once.",
              "It|Chia - ling"},
         }) {
      CAPTURE(r.text);
      CHECK(islands_of(r.text) == r.islands);
    }
  }

  TEST_CASE("islands of one sentence never overlap and stay inside it") {
    std::string s;
    static constexpr const char* parts[] = {"Alpha",       "beta",
                                            "-",           " ",
                                            " ",           "7",
                                            "al",          " Alpha-beta ",
                                            " beta ",      " beta-Alpha ",
                                            " al-beta 7 ", " gamma "};
    copydesk_test::randoms r(7);
    for (int i = 0; i < 20000; ++i) s += parts[r.below(std::size(parts))];
    const text::laid_text laid = text::lay_out(s, text::language::en);
    const entities::words all(laid, nullptr, nullptr);
    for (std::uint32_t k = 0; k < laid.sentences.size(); ++k) {
      std::vector<entities::island> found;
      entities::find_islands(all, k, found);
      std::uint32_t free = laid.sentences[k].first_token;
      for (const entities::island& i : found) {
        CHECK(i.first >= free);
        CHECK(i.first < i.end);
        CHECK(i.end <= laid.sentences[k].token_end);
        free = i.end;
      }
    }
  }

  TEST_CASE("a sentence says how it uses case") {
    using entities::sentence_case;
    struct row {
      const char* text;
      sentence_case expected;
    };
    for (const row& r : std::vector<row>{
             {"The minister left Paris on Monday night.",
              sentence_case::normal},
             {"the minister left paris on monday night.", sentence_case::none},
             {"THE MINISTER LEFT PARIS ON MONDAY NIGHT.", sentence_case::none},
             {"Minister Leaves Paris After Long Talks With Unions",
              sentence_case::titled},
         }) {
      CAPTURE(r.text);
      const std::string s = r.text;
      const text::laid_text laid = text::lay_out(s, text::language::en);
      const entities::words all(laid, nullptr, nullptr);
      REQUIRE(!laid.sentences.empty());
      CHECK(all.case_of(0) == r.expected);
    }
  }

  TEST_CASE("phrases of several words are found on lists, the longest too") {
    using entities::bit;
    using entities::list;
    using entities::phrase_key;
    const auto key = [](std::vector<std::string> w) {
      std::uint64_t k = 0;
      for (const std::string& x : w) k = phrase_key(k, learned::hash_of(x));
      return k;
    };
    const std::string bytes = learned::write_table(
        {{key({"new"}), entities::goes_on},
         {key({"new", "york"}),
          static_cast<std::uint16_t>(bit(list::city) | entities::goes_on)},
         {key({"new", "york", "times"}), bit(list::organization)}});
    const auto lists = learned::table::read(bytes);
    REQUIRE(lists);
    const std::string s = "She left New York Times Square.";
    const text::laid_text laid = text::lay_out(s, text::language::en);
    const entities::words all(laid, &lists.value(), nullptr);
    const std::uint32_t both =
        static_cast<std::uint32_t>(bit(list::city) | bit(list::organization));
    CHECK(all.phrases(1) == 0);
    CHECK(all.phrases(2) == both);
    CHECK(all.phrases(3) == both << 16);
    CHECK(all.phrases(4) == std::uint32_t{bit(list::organization)} << 16);
    CHECK(all.phrases(5) == 0);
  }

  TEST_CASE("the document remembers where else a word stands, and how") {
    const std::string s =
        "Heritage grew. The firm Heritage sells heritage. Heritage fell.";
    const text::laid_text laid = text::lay_out(s, text::language::en);
    const entities::words all(laid, nullptr, nullptr);
    const entities::folded_word& f = all.folded(0);
    CHECK(f.lower_places == 1);
    CHECK(f.capital_places == 1);
    CHECK(f.place_count == 3);
    CHECK(f.places[0] == 0);
  }
}
