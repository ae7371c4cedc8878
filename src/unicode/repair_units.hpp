// SPDX-License-Identifier: Apache-2.0
// repair_units.hpp - the text between two steps of repair.
//
// Idea: a stretch of text is a row of units, each a character and the bytes of
// the source that it was read from. A step replaces units by others; that
// what came from where is never lost.
//
// Invariant: `begin` does not decrease along a row, and units whose source
// overlaps belong to one replacement.
#ifndef COPYDESK_SRC_UNICODE_REPAIR_UNITS_HPP_
#define COPYDESK_SRC_UNICODE_REPAIR_UNITS_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"
#include "unicode/utf8.hpp"

namespace copydesk::unicode {

struct repair_unit {
  char32_t character = 0;
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
  std::uint32_t kind = 0;  // 0: as it stands; else a repair_kind
};

using repair_units = std::vector<repair_unit>;

// A bit beside the kind: see compose_units().
inline constexpr std::uint32_t unit_spaced_mark = 0x100;

inline repair_unit make_unit(char32_t c, std::size_t begin, std::size_t end,
                             std::uint32_t kind = 0) {
  repair_unit u;
  u.character = c;
  u.begin = static_cast<std::uint32_t>(begin);
  u.length = static_cast<std::uint32_t>(end - begin);
  u.kind = kind;
  return u;
}

inline std::uint32_t end_of(const repair_unit& u) { return u.begin + u.length; }

inline std::uint32_t number_of(repair_kind kind) {
  return static_cast<std::uint32_t>(kind);
}

// The character that begins at `at`, and its length. Requires well-formed
// UTF-8 and at < utf8.size().
inline char32_t decode_at(std::string_view utf8, std::size_t at,
                          std::size_t& length) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(utf8[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) {
    length = 1;
    return lead;
  }
  if (lead < 0xE0) {
    length = 2;
    return (lead & 0x1F) << 6 | (byte(1) & 0x3F);
  }
  if (lead < 0xF0) {
    length = 3;
    return (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  }
  length = 4;
  return (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
         (byte(3) & 0x3F);
}

// The units of text[begin, end), one a character. O(end - begin).
void read_units(std::string_view text, std::size_t begin, std::size_t end,
                repair_units& units);

// Makes decomposed letters of Latin-1, and spaces with a mark, one unit each:
// mojibake is read from them. A unit of kind 0 stands for its source still; one
// with unit_spaced_mark is written as a space and its mark. O(units).
void compose_units(repair_units& units);

// What compose_units() makes of a character and a mark; 0: nothing.
char32_t composed_unit(char32_t base, char32_t mark);

// The mark of a unit with unit_spaced_mark.
char32_t mark_of(char32_t c);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_REPAIR_UNITS_HPP_
