// SPDX-License-Identifier: Apache-2.0
// mojibake_classes.hpp - what kind of character stands where, and how odd it
// is for two of them to stand side by side.
//
// Idea: clean text in any language rarely has a capital after a small letter,
// a currency sign after a letter, two different symbols in a row; mojibake is
// full of it. Each pair of classes has a cost: 0 is normal, 2 odd, 4 damage.
#ifndef COPYDESK_SRC_UNICODE_MOJIBAKE_CLASSES_HPP_
#define COPYDESK_SRC_UNICODE_MOJIBAKE_CLASSES_HPP_

#include <cstddef>
#include <cstdint>

namespace copydesk::unicode {

// In the order of CLASSES in make_mojibake_tables.py.
enum class character_class : std::uint8_t {
  space,
  punctuation,
  digit,
  lower,
  upper,
  lower_accented,
  upper_accented,
  greek_lower,
  greek_upper,
  cyrillic_lower,
  cyrillic_upper,
  letter,
  opening,
  closing,
  apostrophe,
  guillemet,
  dash,
  superscript,
  currency,
  rare,
  math,
  box,
  c1,
  soft_hyphen,
  lost,
  mark,
  rare_letter,
  private_use,
  nbsp,
  symbol,
  ellipsis,
  turned
};

inline constexpr std::size_t character_class_count = 32;

// The charsets, in the order of CHARSETS in make_mojibake_tables.py.
enum class misread_charset : std::uint8_t {
  windows_1252,
  windows_1250,
  iso_8859_2,
  windows_1251,
  mac_roman,
  windows_1257,
  cp437,
  koi8_r,
  cp866
};

inline constexpr std::size_t misread_charset_count = 9;

// What stands for a byte that is unknown: U+FFFD, "?" or U+001A.
bool is_unknown(char32_t c) noexcept;

// O(1).
character_class class_of(char32_t c) noexcept;

// What byte character c is in a charset, 0x80..0xFF; 0: it has none there, or
// is ASCII. O(1).
unsigned byte_in(misread_charset charset, char32_t c) noexcept;

// One bit a charset: where c is the first byte of a sequence of UTF-8, and
// where it is one of the others. O(1).
std::uint32_t lead_charsets(char32_t c) noexcept;
std::uint32_t tail_charsets(char32_t c) noexcept;

// The same at once: the first byte of two, of more, one of the others, 0x80.
struct sequence_roles {
  std::uint32_t two = 0, more = 0, tail = 0, first_tail = 0;
};
sequence_roles sequence_roles_of(char32_t c) noexcept;

// Whether a sequence of mojibake may begin with c, with these two after it (0:
// nothing). False only if none can, unless c stands before a space and right
// behind another sequence. `charsets`: one bit for each that is asked of. O(1).
inline constexpr std::uint32_t all_charsets = (1U << misread_charset_count) - 1;
bool may_begin(char32_t c, char32_t next, char32_t third,
               std::uint32_t charsets = all_charsets) noexcept;

// How odd it is that y stands after x. O(1).
int oddness(character_class x, character_class y) noexcept;

bool is_letter(character_class x) noexcept;
bool is_lower(character_class x) noexcept;
bool is_upper(character_class x) noexcept;

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_MOJIBAKE_CLASSES_HPP_
