// SPDX-License-Identifier: Apache-2.0
// language.cpp - which language a text is written in.
//
// Idea: the commonest short words of a language are every third word of any
// text in it. Each word of a bounded sample votes for the languages that have
// it, the more the fewer have it; related languages that copydesk has no
// rules for take part, so that Danish is not read as Dutch.
//
// Invariant: at most `sample_words` words of the begin and as many of the
// middle are read, so the cost is bounded by a constant for any text.
// Source: common function words, src/data/language_words.tsv; the method is
// that of Grefenstette 1995, "Comparing two language identification schemes".
#include <algorithm>
#include <array>
#include <bitset>

#include "text/laid_text.hpp"
#include "unicode/byte_block.hpp"

namespace copydesk::text {
namespace {

struct frequent_word {
  std::uint64_t key;
  std::uint64_t languages;
};

#include "text/language_words.inc"

constexpr std::size_t sample_words = 400;
constexpr std::size_t sample_bytes = 8192;

// Below so many words the text is too short to say that a language does not
// fit it.
constexpr std::uint32_t few_words = 32;

constexpr std::size_t slots = std::size_t{1} << table_bits;

// The slot of a word in the table, or an empty one.
std::size_t slot_of(std::uint64_t key) {
  std::size_t at = key * 0x9E3779B97F4A7C15U >> (64 - table_bits);
  while (frequent_words[at].key != 0 && frequent_words[at].key != key) {
    at = (at + 1) & (slots - 1);
  }
  return at;
}

struct tally {
  std::uint32_t votes = 0;
  std::uint32_t hits = 0;      // words of the sample that are in the list
  std::uint32_t distinct = 0;  // the same, each word once
};

struct sample {
  std::array<tally, language_count> of{};
  std::bitset<slots> seen;
  std::uint32_t words = 0;
  bool ascii = true;

  void add(std::uint64_t key) {
    ++words;
    if (key == 0) return;
    const std::size_t slot = slot_of(key);
    const std::uint64_t mask = frequent_words[slot].languages;
    if (mask == 0) return;
    const bool fresh = !seen[slot];
    seen[slot] = true;
    const std::uint64_t but_one = mask & (mask - 1);
    const std::uint32_t weight = but_one == 0                     ? 6
                                 : (but_one & (but_one - 1)) == 0 ? 4
                                                                  : 2;
    for (std::uint64_t rest = mask; rest != 0; rest &= rest - 1) {
      tally& t = of[unicode::lowest_bit(rest)];
      t.votes += weight;
      ++t.hits;
      if (fresh) ++t.distinct;
    }
  }
};

// A byte of a word in lower case: ASCII, Latin-1 and Cyrillic.
unsigned char lower(unsigned char before, unsigned char b) {
  if (b >= 'A' && b <= 'Z') return static_cast<unsigned char>(b + 32);
  if (before == 0xC3 && b >= 0x80 && b <= 0x9E)
    return static_cast<unsigned char>(b + 32);
  if (before == 0xD0 && b >= 0x90 && b <= 0x9F)
    return static_cast<unsigned char>(b + 32);
  return b;
}

void count(std::string_view s, sample& v) {
  std::uint64_t key = 0;
  std::size_t len = 0;
  unsigned char before = 0;
  const std::uint32_t enough = v.words + sample_words;
  for (std::size_t i = 0; i <= s.size() && v.words < enough; ++i) {
    // Most letters are ASCII.
    for (; i < s.size(); ++i) {
      const std::uint64_t low = static_cast<unsigned char>(s[i]) | 0x20U;
      if (low - 'a' >= 26U) break;
      if (len < 8) key |= low << (8 * len);
      ++len;
      before = 0;
    }
    const auto b = static_cast<unsigned char>(i < s.size() ? s[i] : ' ');
    const bool letter = b >= 0x80 || (b | 0x20U) - 'a' < 26U;
    // Marks (U+20xx) and emoji end a word like their ASCII kin.
    const bool mark = b == 0xE2 || b >= 0xF0;
    if (b >= 0x80 && !mark) v.ascii = false;
    if (letter && !mark) {
      if (len < 8) {
        key |= static_cast<std::uint64_t>(lower(before, b)) << (8 * len);
      }
      ++len;
      before = b;
      continue;
    }
    if (len != 0) v.add(len <= 8 ? key : 0);
    key = 0;
    len = 0;
    before = 0;
    if (mark) i += b == 0xE2 ? 2 : 3;
  }
}

// Whether so many words of the list, and so many different ones, are usual in
// a text of the language. In text of a language without a list the best one
// has few different words of one to three letters ("a", "la", "ni").
bool fits(const tally& t, std::uint32_t words) {
  const bool is_long = words >= 120;
  const std::uint32_t wanted =
      is_long ? std::min<std::uint32_t>(13, 2 + words / 16) : 2 + words / 40;
  return t.hits * 100 >= words * (is_long ? 15U : 8U) && t.distinct >= wanted;
}

}  // namespace

language guess_language(std::string_view clean) {
  sample v;
  const std::size_t half = clean.size() / 2;
  count(clean.substr(0, sample_bytes), v);
  if (half > sample_bytes) count(clean.substr(half, sample_bytes), v);
  unsigned best = 0;
  for (unsigned i = 1; i < language_count; ++i) {
    if (v.of[i].votes > v.of[best].votes) best = i;
  }
  const tally& t = v.of[best];
  if (v.words < few_words) {
    if (t.distinct < 2 && v.ascii) return language::en;
    if (t.distinct == 0) return language::other;
  } else if (!fits(t, v.words)) {
    return language::other;
  }
  return best < static_cast<unsigned>(language::other)
             ? static_cast<language>(best)
             : language::other;
}

language language_from_code(std::string_view code) {
  const std::size_t end = code.find_first_of("-_");
  if (end != std::string_view::npos) code = code.substr(0, end);
  if (code.size() != 2) return language::other;
  const auto a = static_cast<char>(code[0] | 0x20);
  const auto b = static_cast<char>(code[1] | 0x20);
  for (unsigned i = 0; i < static_cast<unsigned>(language::other); ++i) {
    const char* c = language_code(static_cast<language>(i));
    if (c[0] == a && c[1] == b) return static_cast<language>(i);
  }
  return language::other;
}

const char* language_code(language lang) {
  static constexpr const char* codes[] = {"en", "de", "fr", "es", "ru",
                                          "it", "pt", "nl", "und"};
  return codes[static_cast<unsigned>(lang)];
}

}  // namespace copydesk::text
