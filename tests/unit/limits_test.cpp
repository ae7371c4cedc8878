// SPDX-License-Identifier: Apache-2.0
// Bounds of src/limits.hpp that change what is said of a text: one below, at
// it, one beyond. (Those that a status answers, and values and marks:
// tests/capi/limits_test.cpp; marks inside marks: quotes/marks_test.cpp; who is
// considered: limits_people_test.cpp. One byte more or less of what a charset
// is guessed from decides no guess, so that detect_sample is tested by who
// fills it, and detect_context not at all.)
#include "limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "copydesk/copydesk.hpp"
#include "entities/entities.hpp"
#include "people/name_index.hpp"
#include "people/phrases.hpp"
#include "quotes/marks.hpp"
#include "quotes/quotes.hpp"
#include "quotes/reading.hpp"
#include "quotes/words.hpp"
#include "text/laid_text.hpp"

namespace {

using namespace copydesk;

std::string repeated(const std::string& piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

result<document> try_to_read(const std::string& bytes) {
  static const analyzer a = analyzer::create().value();
  options how;
  how.language = "en";
  how.normalized = true;
  return a.analyze(bytes, how);
}

document read(const std::string& bytes) {
  auto made = try_to_read(bytes);
  REQUIRE(made);
  return std::move(made).value();
}

const name* person(const document& d, const std::string& text) {
  for (const name& n : d.names) {
    if (n.type == entity_type::person && n.text == text) return &n;
  }
  return nullptr;
}

// A word with a number of its own, in letters.
std::string word(std::size_t number) {
  std::string out = "q";
  for (; number != 0; number /= 16) {
    out += static_cast<char>('a' + number % 16);
  }
  return out;
}

}  // namespace

TEST_SUITE("analyze") {
  TEST_CASE("UTF-16 without a mark is told from the bytes of the sample") {
    // The sample must hold six zeros in ten: the last of them is its last.
    const std::size_t units = limits::shape_sample / 2;
    const std::size_t ascii = (units / 2 * 6 + 9) / 10 * 2;
    for (const int more : {-1, 0, 1}) {
      const std::size_t others = units - ascii + 2 * more;
      const std::string bytes = repeated("\xE5\x65", others) +
                                repeated(std::string("a\0", 2), 4 * units);
      const auto d = try_to_read(bytes);
      CHECK_MESSAGE((d && d.value().encoding == "UTF-16LE") == (more <= 0),
                    more);
    }
  }

  TEST_CASE("a charset is guessed from the bytes of the sample") {
    // The same sentence again and again, first in KOI8-R and then in
    // windows-1251: what fills the sample decides.
    const std::string koi8 =
        "\xED\xC9\xCE\xC9\xD3\xD4\xD2 \xD3\xCB\xC1\xDA\xC1\xCC, \xDE\xD4\xCF "
        "\xCD\xCF\xD3\xD4 \xC2\xD5\xC4\xC5\xD4 \xDA\xC1\xCB\xD2\xD9\xD4. ";
    const std::string windows =
        "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE "
        "\xEC\xEE\xF1\xF2 \xE1\xF3\xE4\xE5\xF2 \xE7\xE0\xEA\xF0\xFB\xF2. ";
    const std::string much = repeated(windows, 3000);
    const std::size_t sentences = limits::detect_sample / koi8.size();
    CHECK(read(repeated(koi8, sentences + 1) + much).encoding == "KOI8-R");
    CHECK(read(repeated(koi8, 2) + much).encoding == "windows-1251");
  }

  TEST_CASE("each of many damaged places is repaired") {
    for (const int more : {-1, 0, 1}) {
      const std::size_t count = limits::scan_places + more;
      const document d = read(repeated("a &lt; b, ", count));
      CHECK(d.repairs.size() == count);
      CHECK(d.normalized == repeated("a < b, ", count));
    }
  }

  TEST_CASE("so many layers of damage are undone") {
    // A soft hyphen inside an entity hides it, and the entity of one inside it
    // hides that: two rounds more for each layer, one alone for the innermost.
    const auto layers = [](std::size_t rounds, std::size_t size) {
      std::string text = rounds % 2 == 0 ? "&shy;" : "\xC2\xAD";
      for (std::size_t i = 0; i < (rounds - 1) / 2; ++i) {
        text = "&sh" + text + "y;";
      }
      text += 'a';
      while (text.size() < size) text += text.size() % 5 == 0 ? ' ' : 'b';
      return text;
    };
    const auto undone = [](const std::string& text) {
      const std::string clean = read(text).normalized;
      return clean.find('&') == std::string::npos &&
             clean.find("\xC2\xAD") == std::string::npos;
    };
    for (const int more : {-1, 0, 1}) {
      CHECK_MESSAGE(
          undone(layers(limits::repair_rounds + more, 12000)) == (more <= 0),
          more);
    }
    // A short text has as many rounds as look at repair_least_work characters.
    constexpr std::size_t rounds = limits::repair_rounds + 8;
    constexpr std::size_t longest = limits::repair_least_work / rounds - 1;
    for (const int more : {-1, 0, 1}) {
      CHECK_MESSAGE(undone(layers(rounds, longest + more)) == (more <= 0),
                    more);
    }
  }

  TEST_CASE("damage where a long line is cut is repaired") {
    const std::string damage = "\xC3\x83\xC2\xA9";  // e with an acute
    struct row {
      std::size_t bound;
      std::string filler;
    };
    for (const row& r : {row{limits::repair_piece, "word "},
                         row{limits::repair_line, "abcde"}}) {
      for (int more = -5; more <= 2; ++more) {
        const std::size_t before = r.bound + more;
        std::string text = repeated(r.filler, before / 5);
        text += std::string(before - text.size(), 'x');
        const std::string head = text;
        text += "caf" + damage + "s and more" + repeated(r.filler, 9);
        const document d = read(text);
        CHECK_MESSAGE(d.repairs.size() == 1, r.bound, " ", more);
        CHECK(d.normalized.compare(head.size(), 7, "caf\xC3\xA9s ") == 0);
      }
    }
  }

  TEST_CASE("mojibake in a row is read as a whole, however long the row") {
    for (const int more : {-1, 0, 1}) {
      const std::size_t count = limits::mojibake_run + more;
      const document d =
          read("He wrote " + repeated("\xC3\x83\xC2\xA9", count) + " here.");
      CHECK(d.normalized ==
            "He wrote " + repeated("\xC3\xA9", count) + " here.");
    }
  }

  TEST_CASE("so many units are read on either side of a cue") {
    const std::uint32_t half = limits::max_window_units / 2;
    for (const int more : {-1, 0, 1}) {
      const std::uint32_t beside = half + more;
      const std::string text =
          repeated("w ", beside) + "said" + repeated(" w", beside);
      const text::laid_text laid = text::lay_out(text, text::language::en);
      const quotes::word_list words = quotes::look_up_all(laid);
      const quotes::marks paired = quotes::pair_marks(laid, words);
      const entities::entities none;
      const quotes::reading r = quotes::read(laid, words, paired, none);
      quotes::window w;
      quotes::look_around(r, beside, w);
      CHECK(w.cue == std::min(half, beside));
      CHECK(w.units.size() == 2 * std::min(half, beside) + 1);
    }
  }

  TEST_CASE("cues that stand too close are not all looked at") {
    // As attribution.cpp counts: a token earns one, a cue costs tokens_a_cue.
    const std::uint32_t most = limits::max_cue_burst * limits::tokens_a_cue;
    const std::string turn = "\"No,\" Al said. ";
    constexpr std::uint32_t tokens = 7, place = 6;  // of "said", from 1
    std::uint32_t credit = most, first_left_out = 0;
    for (std::uint32_t t = 1; first_left_out == 0; ++t) {
      credit = std::min(credit + 1, most);
      if (t % tokens != place) continue;
      if (credit < limits::tokens_a_cue) first_left_out = t / tokens;
      credit -= std::min(credit, limits::tokens_a_cue);
    }
    const document d = read(repeated(turn, first_left_out + 20));
    std::vector<bool> told(first_left_out + 20, false);
    for (const quote& q : d.quotes) {
      // Marks beside "X said" are a quotation all the same, by another rule.
      const bool closely = std::string(q.rule) == "a cue and a whole quotation";
      if (closely) told[q.cue.begin / turn.size()] = true;
    }
    CHECK(told[first_left_out - 1]);
    CHECK_FALSE(told[first_left_out]);
    CHECK(told[first_left_out + 1]);
    CHECK(std::count(told.begin(), told.begin() + first_left_out, true) ==
          first_left_out);
  }

  TEST_CASE("cues judged in two batches are all found") {
    for (const int more : {-1, 0, 1}) {
      const std::size_t count = limits::max_sightings + more;
      const document d = read(
          repeated("\"We will mend the bridge,\" Ada Byron said. ", count));
      CHECK(d.quotes.size() == count);
      CHECK(std::all_of(d.quotes.begin(), d.quotes.end(), [](const quote& q) {
        return q.has_cue && q.has_speaker;
      }));
    }
  }

  TEST_CASE("a name is tagged as a whole inside a sequence of tokens") {
    // In capitals throughout a sentence is one sequence.
    for (const int more : {-1, 0, 1}) {
      const std::size_t before = limits::max_island - 2 + more;
      const std::string text = repeated("the ", before) + "Ada Byron came.";
      const document d = read(text);
      const bool whole =
          std::any_of(d.entities.begin(), d.entities.end(),
                      [](const entity& e) { return e.text == "Ada Byron"; });
      CHECK_MESSAGE(whole, more);  // cut between names, not through them
    }
    for (const int more : {-1, 0, 1}) {
      const std::size_t before = limits::max_island - 2 + more;
      const std::string text = repeated("BY ", before) + "ADA BYRON IS HERE";
      const document d = read(text);
      const bool whole =
          std::any_of(d.entities.begin(), d.entities.end(),
                      [](const entity& e) { return e.text == "ADA BYRON"; });
      CHECK_MESSAGE(whole == (more <= 0), more);
    }
  }

  TEST_CASE("a token has so many bytes") {
    for (const int more : {-1, 0, 1}) {
      const std::size_t bytes = limits::max_token + more;
      for (const std::string letter : {"a", "\xC3\xA9"}) {
        std::string word;
        word.reserve(bytes + 2);
        while (word.size() < bytes) word += letter;
        const text::laid_text laid = text::lay_out(word, text::language::en);
        std::vector<std::size_t> ends;
        for (const text::token& t : laid.tokens) ends.push_back(t.where().end);
        std::vector<std::size_t> right{word.size()};
        if (word.size() > limits::max_token) {  // an odd number
          right.insert(right.begin(), limits::max_token - letter.size() + 1);
        }
        CHECK_MESSAGE(ends == right, letter, more);
      }
    }
  }

  TEST_CASE("a name has so many bytes") {
    const std::string given = "Ada B";
    for (const int more : {-1, 0, 1}) {
      const std::size_t bytes = limits::max_name_bytes + more;
      const std::string name = given + std::string(bytes - given.size(), 'a');
      const document d = read("President " + name + " said no.");
      const bool whole =
          std::any_of(d.entities.begin(), d.entities.end(),
                      [&](const entity& e) { return e.text == name; });
      CHECK_MESSAGE(whole == (more <= 0), more);
    }
  }

  TEST_CASE("one word of a name leads to so many names") {
    for (const int more : {-1, 0, 1}) {
      people::name_index index;
      const auto count =
          static_cast<std::uint32_t>(limits::max_namesakes + more);
      for (std::uint32_t i = 0; i < count; ++i) index.put(7, i);
      std::vector<std::uint32_t> got;
      index.any(7, [&](std::uint32_t value) {
        got.push_back(value);
        return false;
      });
      const std::size_t kept =
          std::min<std::size_t>(count, limits::max_namesakes);
      REQUIRE(got.size() == kept);
      CHECK(got.front() == 0);
      CHECK(got.back() == kept - 1);
    }
  }

  TEST_CASE("a person keeps so many affiliations and titles") {
    const std::vector<std::string> bodies = {"NATO", "IMF",    "WHO",
                                             "FBI",  "UNESCO", "OPEC"};
    for (const int more : {-1, 0, 1}) {
      std::string text;
      for (std::size_t i = 0; i < limits::max_affiliations + more; ++i) {
        text += bodies[i] + " spokesman John Smith said it was late. ";
      }
      const document d = read(text);
      const name* p = person(d, "John Smith");
      REQUIRE(p != nullptr);
      CHECK(p->affiliations.size() ==
            std::min<std::size_t>(limits::max_affiliations + more,
                                  limits::max_affiliations));
    }
    for (const int more : {-1, 0, 1}) {
      std::string text;
      for (std::size_t i = 0; i < limits::max_roles + more; ++i) {
        text += "John Smith, the " + word(i) + " minister, said it was late. ";
      }
      const document d = read(text);
      const name* p = person(d, "John Smith");
      REQUIRE(p != nullptr);
      CHECK_MESSAGE(
          p->titles.size() == std::min<std::size_t>(limits::max_roles + more,
                                                    limits::max_roles),
          more);
    }
  }

  TEST_CASE("of a phrase so many tokens are read") {
    for (const int more : {-1, 0, 1}) {
      const std::uint32_t tokens = limits::max_phrase + more;
      const std::string text = "the" + repeated(" old", tokens - 2) + " man";
      const text::laid_text laid = text::lay_out(text, text::language::en);
      const entities::entities none;
      const quotes::quotes said;
      const people::reading r = people::read(laid, none, said);
      const people::phrase p = people::read_phrase(r, 0, r.size());
      CHECK(p.end == std::min(tokens, limits::max_phrase));
      CHECK((r.raw(p.head) == "man") == (more <= 0));
    }
  }

  TEST_CASE("a caller's name has so many tokens") {
    for (const int more : {-1, 0, 1}) {
      const std::uint32_t tokens = limits::max_caller_phrase + more;
      const std::string name = "Blue" + repeated(" Door", tokens - 1);
      const auto loaded = gazetteer::load(name + "\tORG\n");
      CHECK(static_cast<bool>(loaded) == (more <= 0));
      if (loaded) continue;
      CHECK(loaded.error().code == errc::invalid);
    }
  }
}
