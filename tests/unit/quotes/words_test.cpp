// SPDX-License-Identifier: Apache-2.0
// Words are looked up eight letters at a time where that is possible: whatever
// stands around them, and wherever their text ends, they are the same words.
#include "quotes/words.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "text/laid_text.hpp"

namespace {

using namespace copydesk;
using quotes::look_up;
using quotes::word_ending;

constexpr auto en = text::language::en;

std::uint32_t hash_of_bytes(const std::string& s) {
  std::uint32_t h = 2166136261u;
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

bool same(const quotes::word& a, const quotes::word& b) {
  return a.hash == b.hash && a.lemma == b.lemma && a.cue == b.cue &&
         a.flags == b.flags && a.tag == b.tag && a.ending == b.ending;
}

TEST_SUITE("quotes") {
  TEST_CASE("the hash of a word is that of its bytes in lower case") {
    const std::string letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop";
    std::string upper = letters;
    for (char& c : upper) c = static_cast<char>(c - 32);
    for (std::size_t n = 1; n <= letters.size(); ++n) {
      const std::string low = letters.substr(0, n);
      CHECK(look_up(low, en).hash == hash_of_bytes(low));
      CHECK(look_up(upper.substr(0, n), en).hash == hash_of_bytes(low));
    }
    CHECK(look_up("@[`{", en).hash == hash_of_bytes("@[`{"));
    CHECK(look_up("\xC3\x89t\xC3\xA9", en).hash ==
          hash_of_bytes("\xC3\xA9t\xC3\xA9"));
    CHECK(look_up("isn\xE2\x80\x99t", en).hash == hash_of_bytes("isn't"));
  }

  TEST_CASE("a word is the same in the middle of a text and at its end") {
    for (const char* form :
         {"said", "announced", "accordingly", "the", "a", "says",
          "acknowledgements", "acknowledgement", "reportedly"}) {
      const std::string one(form);
      std::string around = one + " and what comes behind it";
      const text::laid_text laid = text::lay_out(around, en);
      CHECK(same(quotes::look_up_all(laid)[0], look_up(one, en)));
      around = "much stands before it, and then " + one;
      const text::laid_text last = text::lay_out(around, en);
      CHECK(same(quotes::look_up_all(last)[last.tokens.size() - 1],
                 look_up(one, en)));
    }
    CHECK((look_up("SAID", en).flags & quotes::cue_verb) != 0);
    CHECK(look_up("saids", en).flags == 0);
    CHECK((look_up("acknowledgements", en).flags & quotes::cue_noun) != 0);
  }

  TEST_CASE("endings") {
    CHECK(look_up("going", en).ending == word_ending::ing);
    CHECK(look_up("ing", en).ending == word_ending::ing);
    CHECK(look_up("ng", en).ending == word_ending::other);
    CHECK(look_up("red", en).ending == word_ending::ed);
    CHECK(look_up("d", en).ending == word_ending::other);
    CHECK(look_up("only", en).ending == word_ending::ly);
    CHECK(look_up("s", en).ending == word_ending::s);
    CHECK(look_up("'s", en).ending == word_ending::possessive);
    CHECK(look_up("\xE2\x80\x99s", en).ending == word_ending::possessive);
    CHECK(look_up("'", en).ending == word_ending::possessive);
    CHECK(look_up("\xE2\x80\x99", en).ending == word_ending::possessive);
    CHECK(look_up("it's", en).ending == word_ending::s);
  }
}

}  // namespace
