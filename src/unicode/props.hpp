// SPDX-License-Identifier: Apache-2.0
// props.hpp - what Unicode says about a character.
//
// Properties of Unicode 15.0, from the Unicode Character Database, in a
// two-stage table of about 40 KB: one look-up of two loads a character. The
// table is constexpr data; nothing is built at run time. The names of the
// values are those of the database in lower case.
#ifndef COPYDESK_SRC_UNICODE_PROPS_HPP_
#define COPYDESK_SRC_UNICODE_PROPS_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::unicode {

#include "unicode/props_values.inc"

// Lowercase and Uppercase of DerivedCoreProperties; title is category Lt.
enum class letter_case : std::uint8_t { none, lower, upper, title };

struct properties {
  general_category category;
  word_break word;
  grapheme_break grapheme;
  letter_case letters;
  bool pictographic;  // Extended_Pictographic
};

// The properties of any scalar value; a number beyond Unicode has those of an
// unassigned code point. O(1).
const properties& properties_of(char32_t c) noexcept;

// A character and how many bytes it takes.
struct decoded {
  char32_t c;
  std::uint32_t len;
};

// The character that begins at text[at]. Requires well-formed UTF-8 and that
// `at` is the begin of a character. O(1).
inline decoded decode_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t b = byte(0);
  if (b < 0x80) return {b, 1};
  if (b < 0xE0) return {(b & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (b < 0xF0) {
    return {(b & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  }
  return {(b & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
              (byte(3) & 0x3F),
          4};
}

// Where the character begins that text[at] is a byte of. Requires well-formed
// UTF-8. O(1).
inline std::size_t begin_of(std::string_view text, std::size_t at) noexcept {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// The character that ends before text[at]. Requires well-formed UTF-8 and
// at > 0. O(1).
inline decoded decode_before(std::string_view text, std::size_t at) noexcept {
  return decode_at(text, begin_of(text, at - 1));
}

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_PROPS_HPP_
