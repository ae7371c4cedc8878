// SPDX-License-Identifier: Apache-2.0
// Idea: mojibake that went through NFD or NFKC afterwards ("A" and a combining
// tilde for U+00C3, a space and a combining diaeresis for U+00A8) is put
// together again while the units are read. Cost: O(text).
#include "unicode/repair_units.hpp"

namespace copydesk::unicode {
namespace {

// Letters of Latin-1 by mark, 0x300 grave, acute, circumflex, tilde, 0x308
// diaeresis, 0x30A ring, 0x327 cedilla; in each the base and the letter.
struct composed {
  char16_t base, mark, letter;
};

constexpr composed pairs[] = {
    {'A', 0x300, 0xC0}, {'A', 0x301, 0xC1}, {'A', 0x302, 0xC2},
    {'A', 0x303, 0xC3}, {'A', 0x308, 0xC4}, {'A', 0x30A, 0xC5},
    {'C', 0x327, 0xC7}, {'E', 0x300, 0xC8}, {'E', 0x301, 0xC9},
    {'E', 0x302, 0xCA}, {'E', 0x308, 0xCB}, {'I', 0x300, 0xCC},
    {'I', 0x301, 0xCD}, {'I', 0x302, 0xCE}, {'I', 0x308, 0xCF},
    {'N', 0x303, 0xD1}, {'O', 0x300, 0xD2}, {'O', 0x301, 0xD3},
    {'O', 0x302, 0xD4}, {'O', 0x303, 0xD5}, {'O', 0x308, 0xD6},
    {'U', 0x300, 0xD9}, {'U', 0x301, 0xDA}, {'U', 0x302, 0xDB},
    {'U', 0x308, 0xDC}, {'Y', 0x301, 0xDD}, {'a', 0x300, 0xE0},
    {'a', 0x301, 0xE1}, {'a', 0x302, 0xE2}, {'a', 0x303, 0xE3},
    {'a', 0x308, 0xE4}, {'a', 0x30A, 0xE5}, {'c', 0x327, 0xE7},
    {'e', 0x300, 0xE8}, {'e', 0x301, 0xE9}, {'e', 0x302, 0xEA},
    {'e', 0x308, 0xEB}, {'i', 0x300, 0xEC}, {'i', 0x301, 0xED},
    {'i', 0x302, 0xEE}, {'i', 0x308, 0xEF}, {'n', 0x303, 0xF1},
    {'o', 0x300, 0xF2}, {'o', 0x301, 0xF3}, {'o', 0x302, 0xF4},
    {'o', 0x303, 0xF5}, {'o', 0x308, 0xF6}, {'u', 0x300, 0xF9},
    {'u', 0x301, 0xFA}, {'u', 0x302, 0xFB}, {'u', 0x308, 0xFC},
    {'y', 0x301, 0xFD}, {'y', 0x308, 0xFF}, {' ', 0x308, 0xA8},
    {' ', 0x304, 0xAF}, {' ', 0x301, 0xB4}, {' ', 0x327, 0xB8}};

}  // namespace

char32_t composed_unit(char32_t base, char32_t mark) {
  if (base >= 0x80 || mark < 0x300 || mark >= 0x328) return 0;
  for (const composed& p : pairs) {
    if (p.base == base && p.mark == mark) return p.letter;
  }
  return 0;
}

void read_units(std::string_view text, std::size_t begin, std::size_t end,
                repair_units& units) {
  units.clear();
  units.reserve(end - begin);
  for (std::size_t at = begin; at < end;) {
    std::size_t length = 0;
    const char32_t c = decode_at(text, at, length);
    units.push_back(make_unit(c, at, at + length));
    at += length;
  }
}

void compose_units(repair_units& units) {
  std::size_t to = 0;
  for (std::size_t at = 0; at < units.size(); ++at) {
    const repair_unit now = units[at];
    char32_t whole = 0;
    if (to > 0 && now.character >= 0x300 && now.character < 0x328) {
      whole = composed_unit(units[to - 1].character, now.character);
    }
    if (whole == 0) {
      units[to++] = now;
      continue;
    }
    repair_unit& last = units[to - 1];
    const bool changed = last.kind != 0 || now.kind != 0;
    if (changed && last.character == ' ') last.kind |= unit_spaced_mark;
    if ((last.kind & 0xFF) == 0) last.kind |= now.kind;
    last.character = whole;
    last.length = end_of(now) - last.begin;
  }
  units.resize(to);
}

char32_t mark_of(char32_t c) {
  for (const composed& p : pairs) {
    if (p.base == ' ' && p.letter == c) return p.mark;
  }
  return 0;
}

}  // namespace copydesk::unicode
