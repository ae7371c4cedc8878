// SPDX-License-Identifier: Apache-2.0
// lexicons.cpp - binary search in the compiled word lists.
//
// Idea: keys are stored in lower case and sorted by bytes; a word is folded
// into a small buffer, found, and then its own spelling must fit the entry.
// Cost: O(log entries).
#include "text/lexicons.hpp"

#include <algorithm>
#include <iterator>

namespace copydesk::text {
namespace {

struct abbreviation_entry {
  std::string_view key;
  abbreviation kind;
  bool capital;  // only with a capital letter
  std::uint16_t languages;
};

struct word_entry {
  std::string_view key;
  std::uint16_t classes;
  std::uint16_t languages;
};

#include "text/lexicons.inc"

bool speaks(std::uint16_t languages, language lang) {
  return (languages >> static_cast<unsigned>(lang) & 1U) != 0;
}

// The word in lower case, by bytes: ASCII, and the two-byte letters of
// Latin-1 and Cyrillic that news abbreviations use.
struct folded {
  char bytes[longest_lexicon_word] = {};
  std::size_t len = 0;
  bool fits = false;
  bool first_capital = false;
  explicit folded(std::string_view word) {
    if (word.size() > longest_lexicon_word) return;
    fits = true;
    len = word.size();
    for (std::size_t i = 0; i < len; ++i) put(word, i);
  }
  std::string_view view() const { return {bytes, len}; }

 private:
  void put(std::string_view word, std::size_t i) {
    const auto b = static_cast<unsigned char>(word[i]);
    const auto before = static_cast<unsigned char>(i > 0 ? word[i - 1] : 0);
    unsigned char low = b;
    if (b >= 'A' && b <= 'Z') {
      low = static_cast<unsigned char>(b + 32);
    } else if (before == 0xC3 && b >= 0x80 && b <= 0x9E && b != 0x97) {
      low = static_cast<unsigned char>(b + 32);
    } else if (before == 0xD0 && b >= 0x90 && b <= 0x9F) {
      low = static_cast<unsigned char>(b + 32);
    } else if (before == 0xD0 && b >= 0xA0 && b <= 0xAF) {
      low = static_cast<unsigned char>(b - 32);
      bytes[i - 1] = static_cast<char>(0xD1);
    }
    if (low != b && i <= 1) first_capital = true;
    bytes[i] = static_cast<char>(low);
  }
};

}  // namespace

abbreviation abbreviation_of(std::string_view word, language lang) noexcept {
  const folded low(word);
  if (!low.fits) return abbreviation::none;
  auto at = std::lower_bound(std::begin(abbreviation_entries),
                             std::end(abbreviation_entries), low.view(),
                             [](const abbreviation_entry& e,
                                std::string_view key) { return e.key < key; });
  for (; at != std::end(abbreviation_entries) && at->key == low.view(); ++at) {
    if (!speaks(at->languages, lang)) continue;
    if (at->capital && !low.first_capital) continue;
    return at->kind;
  }
  return abbreviation::none;
}

std::uint16_t word_classes_of(std::string_view word, language lang) noexcept {
  const folded low(word);
  if (!low.fits) return 0;
  auto at = std::lower_bound(
      std::begin(word_entries), std::end(word_entries), low.view(),
      [](const word_entry& e, std::string_view key) { return e.key < key; });
  for (; at != std::end(word_entries) && at->key == low.view(); ++at) {
    if (speaks(at->languages, lang)) return at->classes;
  }
  return 0;
}

}  // namespace copydesk::text
