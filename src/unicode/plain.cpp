// SPDX-License-Identifier: Apache-2.0
#include "unicode/plain.hpp"

#include <algorithm>
#include <iterator>

#include "unicode/properties.hpp"

namespace copydesk::unicode {
namespace {

char32_t plain_mark(char32_t c) noexcept {
  switch (c) {
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2E42:
    case 0x300C:
    case 0x300D:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFE41:
    case 0xFE42:
    case 0xFF02:
    case 0xFF62:
    case 0xFF63:
      return '"';
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0x300E:
    case 0x300F:
    case 0xFE43:
    case 0xFE44:
    case 0xFF07:
      return '\'';
    default:
      return c;
  }
}

bool is_dash(char32_t c) noexcept {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2E3A ||
         c == 0x2E3B || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool is_space(char32_t c) noexcept {
  return c == 0x9 || c == 0xB || c == 0xC || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

char32_t plain_digit(char32_t c) noexcept {
  const auto* const first = std::begin(data::digit_zeros);
  const auto* const after =
      std::upper_bound(first, std::end(data::digit_zeros), c);
  if (after == first || c - after[-1] > 9) return c;
  return '0' + (c - after[-1]);
}

}  // namespace

char32_t plain_rules::map(char32_t code) const noexcept {
  if (code < 0x80) return spaces && is_space(code) ? ' ' : code;
  if (spaces && is_space(code)) return ' ';
  if (dashes && is_dash(code)) return '-';
  if (ellipses && code == 0x2026) return '.';
  char32_t to = code;
  if (marks) to = plain_mark(code);
  if (digits && to == code) to = plain_digit(code);
  return to;
}

}  // namespace copydesk::unicode
