// SPDX-License-Identifier: Apache-2.0
// Idea: both tables are filled when this file is compiled: an entry stands at
// its hash or in the next place that was free, and no more than a quarter of
// the places (half, by code point) is taken, so that a look-up reads one or two
// of them. Invariant: a place holds the number of a decomposition, counted from
// one; zero ends a search. Cost: O(1). Source: see the header.
#include "unicode/composition.hpp"

#include <array>
#include <cstddef>
#include <iterator>

namespace copydesk::unicode {
namespace {

constexpr unsigned hash_bits = 12;
using number_table = std::array<std::uint16_t, std::size_t{1} << hash_bits>;

constexpr std::size_t after_place(std::size_t place) {
  return (place + 1) & ((std::size_t{1} << hash_bits) - 1);
}

constexpr std::size_t place_of(char32_t code) {
  return (static_cast<std::uint32_t>(code) * 0x9E3779B1u) >> (32 - hash_bits);
}
constexpr std::size_t place_of(char32_t first, char32_t second) {
  return (static_cast<std::uint32_t>(first) * 0x9E3779B1u +
          static_cast<std::uint32_t>(second) * 0x85EBCA6Bu) >>
         (32 - hash_bits);
}

constexpr bool composes_again(const data::decomposition& d) {
  return data::nfc_quick(data::classes[data::class_of(d.code)]) != 2;
}

constexpr number_table make_by_code() {
  number_table out{};
  std::uint16_t number = 0;
  for (const data::decomposition& d : data::decompositions) {
    ++number;
    std::size_t place = place_of(d.code);
    while (out[place] != 0) place = after_place(place);
    out[place] = number;
  }
  return out;
}

constexpr number_table make_by_pair() {
  number_table out{};
  std::uint16_t number = 0;
  for (const data::decomposition& d : data::decompositions) {
    ++number;
    if (!composes_again(d)) continue;
    std::size_t place = place_of(d.first, d.second);
    while (out[place] != 0) place = after_place(place);
    out[place] = number;
  }
  return out;
}

constexpr number_table by_code = make_by_code();
constexpr number_table by_pair = make_by_pair();

// Hangul: 19 * 21 * 28 syllables of leading consonant, vowel and, or not,
// trailing consonant.
constexpr char32_t syllable_base = 0xAC00, lead_base = 0x1100,
                   vowel_base = 0x1161, trail_base = 0x11A7;
constexpr char32_t lead_count = 19, vowel_count = 21, trail_count = 28;
constexpr char32_t syllable_count = lead_count * vowel_count * trail_count;

unsigned ccc_of_code(char32_t code) noexcept {
  return data::classes[data::class_of(code)].ccc;
}

}  // namespace

const data::decomposition* decomposition_of(char32_t code) noexcept {
  for (std::size_t place = place_of(code);; place = after_place(place)) {
    const unsigned number = by_code[place];
    if (number == 0) return nullptr;
    const data::decomposition& d = data::decompositions[number - 1];
    if (d.code == code) return &d;
  }
}

char32_t compose(char32_t first, char32_t second) noexcept {
  for (std::size_t place = place_of(first, second);;
       place = after_place(place)) {
    const unsigned number = by_pair[place];
    if (number == 0) break;
    const data::decomposition& d = data::decompositions[number - 1];
    if (d.first == first && d.second == second) return d.code;
  }
  const char32_t lead = first - lead_base, vowel = second - vowel_base;
  if (lead < lead_count && vowel < vowel_count) {
    return syllable_base + (lead * vowel_count + vowel) * trail_count;
  }
  const char32_t syllable = first - syllable_base, trail = second - trail_base;
  if (syllable < syllable_count && syllable % trail_count == 0 && trail != 0 &&
      trail < trail_count) {
    return first + trail;
  }
  return 0;
}

void append_decomposed(char32_t code, std::vector<char32_t>& out) {
  const char32_t syllable = code - syllable_base;
  if (syllable < syllable_count) {
    out.push_back(lead_base + syllable / trail_count / vowel_count);
    out.push_back(vowel_base + syllable / trail_count % vowel_count);
    const char32_t trail = syllable % trail_count;
    if (trail != 0) out.push_back(trail_base + trail);
    return;
  }
  // From the last to the first: no code point has more than four.
  char32_t seconds[8];
  std::size_t count = 0;
  while (code >= 0x80 && count < std::size(seconds)) {
    const data::decomposition* const d = decomposition_of(code);
    if (d == nullptr) break;
    if (d->second != 0) seconds[count++] = d->second;
    code = d->first;
  }
  out.push_back(code);
  while (count != 0) out.push_back(seconds[--count]);
}

void compose_all(std::vector<char32_t>& codes) noexcept {
  std::size_t to = 0, starter = 0;
  bool has_starter = false;
  unsigned last = 0;  // combining class of codes[to - 1], if it is no starter
  for (const char32_t code : codes) {
    const unsigned ccc = ccc_of_code(code);
    if (has_starter && (to == starter + 1 || last < ccc)) {
      const char32_t whole = compose(codes[starter], code);
      if (whole != 0) {
        codes[starter] = whole;
        continue;
      }
    }
    if (ccc == 0) {
      starter = to;
      has_starter = true;
    }
    last = ccc;
    codes[to++] = code;
  }
  codes.resize(to);
}

}  // namespace copydesk::unicode
