// SPDX-License-Identifier: Apache-2.0
// lexicons.cpp - binary search in the compiled word lists.
//
// Idea: keys are stored in lower case and sorted by bytes; a word is folded
// into a small buffer, found, and then its own spelling must fit the entry.
// The first eight bytes are compared as a number. Cost: O(log entries).
#include "text/lexicons.hpp"

#include <array>
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

struct page_entry {
  std::string_view key;
  page_phrase found;
};

#include "text/page_lines.inc"

// The word in small letters.
struct folded {
  char bytes[longest_lexicon_word] = {};
  std::size_t len = 0;
  bool fits = false;
  bool first_capital = false;
  explicit folded(std::string_view word) {
    if (word.empty() || word.size() > longest_lexicon_word) return;
    fits = true;
    len = word.size();
    fold(word, bytes);
    first_capital = bytes[0] != word[0] || (len > 1 && bytes[1] != word[1]);
  }
  std::string_view view() const { return {bytes, len}; }
};

// The first eight bytes as a number that is in order as they are.
constexpr std::uint64_t head_of(std::string_view key) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const auto b = static_cast<unsigned char>(i < key.size() ? key[i] : 0);
    head = head << 8U | b;
  }
  return head;
}

template <class Entry, std::size_t size>
constexpr std::array<std::uint64_t, size> heads_of(const Entry (&all)[size]) {
  std::array<std::uint64_t, size> out{};
  for (std::size_t i = 0; i < size; ++i) out[i] = head_of(all[i].key);
  return out;
}

constexpr auto abbreviation_heads = heads_of(abbreviation_entries);
constexpr auto word_heads = heads_of(word_entries);

// The first entry whose key is not less.
template <class Entry, std::size_t size>
const Entry* lower_bound(const Entry (&all)[size],
                         const std::array<std::uint64_t, size>& heads,
                         std::string_view key) {
  const std::uint64_t head = head_of(key);
  std::size_t at = 0;
  for (std::size_t left = size; left > 1;) {
    const std::size_t half = left / 2;
    at += heads[at + half - 1] < head ? half : 0;
    left -= half;
  }
  at += heads[at] < head ? 1 : 0;
  while (at < size && heads[at] == head && all[at].key < key) ++at;
  return all + at;
}

}  // namespace

void fold(std::string_view from, char* to) noexcept {
  unsigned char before = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const auto b = static_cast<unsigned char>(from[i]);
    unsigned low = b;
    if (b >= 'A' && b <= 'Z') {
      low = b + 32U;
    } else if (before == 0xC3 && b >= 0x80 && b <= 0x9E && b != 0x97) {
      low = b + 32U;
    } else if (before == 0xD0 && b >= 0x90 && b <= 0x9F) {
      low = b + 32U;
    } else if (before == 0xD0 && b >= 0xA0 && b <= 0xAF) {
      low = b - 32U;
      to[i - 1] = static_cast<char>(0xD1);
    }
    to[i] = static_cast<char>(low);
    before = b;
  }
}

namespace {

unsigned small_byte(std::string_view word, std::size_t i) {
  const auto b = static_cast<unsigned char>(i < word.size() ? word[i] : 0);
  return b >= 'A' && b <= 'Z' ? b + 32U : b;
}

// The first three bytes in small letters, mixed; the bit in a filter of 4096.
// Sets `ascii` to whether they are ASCII, which the filters are made for.
unsigned head_hash(std::string_view word, bool& ascii) {
  const unsigned a = small_byte(word, 0), b = small_byte(word, 1),
                 c = small_byte(word, 2);
  ascii = ((a | b | c) & 0x80U) == 0;
  return a * 961U + b * 31U + c;
}

bool has_bit(const std::uint64_t (&filter)[64], unsigned hash) {
  const unsigned bit = hash % 4096U;
  return (filter[bit / 64U] >> (bit % 64U) & 1U) != 0;
}

// The same with the last byte and the length, for words as a whole.
bool in_filter(const std::uint64_t (&filter)[64], std::string_view word) {
  bool ascii = true;
  const unsigned head = head_hash(word, ascii);
  const unsigned last = small_byte(word, word.size() - 1);
  if (!ascii || (last & 0x80U) != 0) return true;
  return has_bit(filter, head + last * 7U + static_cast<unsigned>(word.size()));
}

}  // namespace

bool maybe_abbreviation(std::string_view word) noexcept {
  return in_filter(abbreviation_filter, word);
}

bool maybe_page_head(std::string_view word) noexcept {
  bool ascii = true;
  const unsigned hash = head_hash(word, ascii);
  return !ascii || has_bit(page_heads, hash);
}

bool maybe_page_anchor(std::string_view word) noexcept {
  // The phrases are ASCII, and so are the bytes that the filter reads.
  return (static_cast<unsigned char>(word[0]) & 0x80U) == 0 &&
         in_filter(page_anchors, word);
}

page_phrase page_phrase_of(std::string_view phrase) noexcept {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : phrase)
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  constexpr std::size_t last = (std::size_t{1} << page_slot_bits) - 1;
  std::size_t at = hash * 0x9E3779B1U >> (32 - page_slot_bits);
  while (page_slots[at] != 0) {
    const page_entry& e = page_entries[page_slots[at] - 1];
    if (e.key == phrase) return e.found;
    at = (at + 1) & last;
  }
  return {};
}

abbreviation abbreviation_of(std::string_view word, language lang,
                             bool any_case) noexcept {
  if (word.empty() || !maybe_abbreviation(word)) return abbreviation::none;
  const folded low(word);
  if (!low.fits) return abbreviation::none;
  const auto* at =
      lower_bound(abbreviation_entries, abbreviation_heads, low.view());
  for (; at != std::end(abbreviation_entries) && at->key == low.view(); ++at) {
    if (!speaks(at->languages, lang)) continue;
    if (at->capital && !low.first_capital && !any_case) continue;
    return at->kind;
  }
  return abbreviation::none;
}

std::uint16_t word_classes_of(std::string_view word, language lang) noexcept {
  const folded low(word);
  if (!low.fits) return 0;
  const auto* at = lower_bound(word_entries, word_heads, low.view());
  for (; at != std::end(word_entries) && at->key == low.view(); ++at) {
    if (speaks(at->languages, lang)) return at->classes;
  }
  return 0;
}

}  // namespace copydesk::text
