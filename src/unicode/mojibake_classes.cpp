// SPDX-License-Identifier: Apache-2.0
// Idea: generated tables below U+2E80, ranges above; the matrix of oddness is
// computed at compile time from rules that can be read. Cost: O(1) each.
#include "unicode/mojibake_classes.hpp"

#include "unicode/properties.hpp"
#include "unicode/repair_scan.hpp"

namespace copydesk::unicode {
namespace {

using cls = character_class;

struct charset_row {
  std::uint16_t character;
  std::uint8_t bytes[misread_charset_count];
};

#include "unicode/mojibake_tables.inc"

static_assert(charset_count == misread_charset_count);

const charset_row* row_of(char32_t c) noexcept {
  if (c < 0x80 || c >= sizeof row_index * 64) return nullptr;
  const std::uint16_t at = row_blocks[row_index[c >> 6]][c & 63];
  return at == 0 ? nullptr : &charset_rows[at - 1];
}

constexpr int script_of(cls x) {
  switch (x) {
    case cls::lower:
    case cls::upper:
    case cls::lower_accented:
    case cls::upper_accented:
      return 1;
    case cls::greek_lower:
    case cls::greek_upper:
      return 2;
    case cls::cyrillic_lower:
    case cls::cyrillic_upper:
      return 3;
    case cls::letter:
      return 4;
    case cls::rare_letter:
      return 5;
    default:
      return 0;
  }
}

constexpr bool lower_case(cls x) {
  return x == cls::lower || x == cls::lower_accented || x == cls::greek_lower ||
         x == cls::cyrillic_lower;
}

constexpr bool upper_case(cls x) {
  return x == cls::upper || x == cls::upper_accented || x == cls::greek_upper ||
         x == cls::cyrillic_upper;
}

// Signs that stand for themselves: not letters, not marks of punctuation.
constexpr bool is_sign(cls x) {
  return x == cls::superscript || x == cls::currency || x == cls::rare ||
         x == cls::math || x == cls::box || x == cls::symbol;
}

constexpr int between_letters(cls x, cls y) {
  const int a = script_of(x), b = script_of(y);
  if (a == 5 || b == 5) return 0;  // its rarity is counted apart
  if (a != b) {
    const bool greek = x == cls::greek_lower || y == cls::greek_lower;
    return greek && (a == 1 || b == 1) ? 1 : 4;
  }
  if (lower_case(x) && upper_case(y)) {
    return x == cls::lower && y == cls::upper ? 0 : 2;
  }
  return 0;
}

constexpr int after_letter(cls x, cls y) {
  switch (y) {
    case cls::opening:
      return 3;
    case cls::turned:
    case cls::superscript:
    case cls::symbol:
      return 1;
    case cls::currency:
    case cls::rare:
    case cls::box:
      return 2;
    case cls::math:
      return lower_case(x) ? 3 : 2;
    default:
      return 0;
  }
}

constexpr int before_letter(cls x) {
  switch (x) {
    case cls::superscript:
      return 3;
    case cls::closing:
    case cls::currency:
    case cls::rare:
    case cls::math:
    case cls::box:
      return 2;
    case cls::ellipsis:
    case cls::symbol:
      return 1;
    default:
      return 0;
  }
}

constexpr int between_signs(cls x, cls y) {
  if (x != y) return 2;
  return x == cls::rare || x == cls::currency || x == cls::superscript ? 1 : 0;
}

constexpr int beside_digit(cls x, cls y) {
  const cls other = x == cls::digit ? y : x;
  switch (other) {
    case cls::rare:
      return 1;
    case cls::box:
      return 2;
    case cls::superscript:
      return y == cls::digit ? 1 : 0;
    case cls::opening:
      return x == cls::digit ? 2 : 0;
    case cls::turned:
      return x == cls::digit ? 1 : 0;
    default:
      return 0;
  }
}

constexpr int odd(cls x, cls y) {
  if (x == cls::private_use || y == cls::private_use) return 6;
  if (y == cls::c1) return 4;
  if (x == cls::c1) return 0;
  if (y == cls::lost) return 2;
  const bool letters_x = script_of(x) != 0, letters_y = script_of(y) != 0;
  if (y == cls::mark) {
    if (letters_x || x == cls::mark || x == cls::symbol) return 0;
    return x == cls::digit || x == cls::currency ? 1 : 2;
  }
  if (x == cls::mark || x == cls::lost) return 0;
  if (y == cls::soft_hyphen) return letters_x ? 0 : 2;
  if (x == cls::soft_hyphen) return letters_y ? 0 : 2;
  if (letters_x && letters_y) return between_letters(x, y);
  if (x == cls::digit && y == cls::upper_accented) return 1;
  if (letters_x) return after_letter(x, y);
  if (letters_y) return before_letter(x);
  if (is_sign(x) && is_sign(y)) return between_signs(x, y);
  if (x == cls::digit || y == cls::digit) return beside_digit(x, y);
  if (is_sign(x)) {
    if (y == cls::opening) return 2;
    return y == cls::turned || y == cls::guillemet ? 1 : 0;
  }
  if (x == cls::guillemet && y == cls::turned) return 1;
  if (is_sign(y) && y != cls::currency && y != cls::symbol) {
    return x == cls::opening || x == cls::turned || x == cls::closing ||
                   x == cls::guillemet
               ? 1
               : 0;
  }
  return 0;
}

constexpr auto make_matrix() {
  std::array<std::uint8_t, 1024> out{};
  for (std::size_t x = 0; x < character_class_count; ++x) {
    for (std::size_t y = 0; y < character_class_count; ++y) {
      out[x * 32 + y] = static_cast<std::uint8_t>(
          odd(static_cast<cls>(x), static_cast<cls>(y)));
    }
  }
  return out;
}

constexpr auto matrix = make_matrix();

// A character by class and by whether it is part of mojibake in any charset.
constexpr std::uint8_t scan_charset = 0x20;

constexpr bool is_special_ascii(std::size_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || c == '&' || c == 0x7F;
}

constexpr bool is_judged_alone(std::size_t c) {
  return (c >= 0x80 && c < 0xA0) || c == 0xAD || c == 0x61C ||
         (c >= 0x200B && c < 0x2010) || (c >= 0x202A && c < 0x202F) ||
         c == 0x2060 || (c >= 0x2066 && c < 0x2070);
}

constexpr auto make_scan_numbers() {
  std::array<std::uint8_t, scan_limit> out{};
  for (std::size_t c = 0; c < scan_limit; ++c) {
    out[c] = c < sizeof class_table
                 ? class_table[c]
                 : static_cast<std::uint8_t>(cls::rare_letter);
  }
  for (const charset_row& row : charset_rows) {
    if (row.character >= scan_limit) continue;
    for (const std::uint8_t byte : row.bytes) {
      if (byte >= 0x80 && byte <= 0xF4) out[row.character] |= scan_charset;
    }
  }
  for (std::size_t c = 0; c < scan_limit; ++c) {
    if ((c < 0x80 && is_special_ascii(c)) || is_judged_alone(c)) {
      out[c] = scan_judged;
    }
  }
  out[0xC2] = out[0xC3] = scan_c2_c3;
  out[0xE2] = scan_e2;
  return out;
}

constexpr auto make_scan_characters() {
  auto out = make_scan_numbers();
  for (std::size_t c = 0; c < scan_limit; ++c) {
    const bool judged = out[c] == scan_judged;
    if (data::class_of(static_cast<char32_t>(c)) >= data::first_active ||
        (judged && c >= scan_free_from)) {
      out[c] |= scan_active;
    }
    if (!judged && static_cast<cls>(out[c] & 31) == cls::mark) {
      out[c] |= scan_mark;
    }
  }
  return out;
}

// A pair that mojibake may have made, by the numbers of its characters.
constexpr bool is_suspect(std::size_t x, std::size_t y) {
  const auto class_in = [](std::size_t n) {
    return n == scan_c2_c3 ? cls::upper_accented
           : n == scan_e2  ? cls::lower_accented
                           : static_cast<cls>(n & 31);
  };
  const cls first = class_in(x), second = class_in(y);
  if (first == cls::space && second == cls::mark) return true;
  if (((x | y) & scan_charset) == 0) return false;
  if (matrix[static_cast<std::size_t>(first) * 32 +
             static_cast<std::size_t>(second)] != 0) {
    return true;
  }
  if (x == scan_e2) return (y & scan_charset) != 0;
  // The two commonest lead bytes before anything but a plain letter.
  if (x == scan_c2_c3) {
    return script_of(second) == 0 || second == cls::lower_accented ||
           second == cls::upper_accented;
  }
  // Cyrillic in MacRoman: dashes and letters in turn.
  return first == cls::dash && (x & y & scan_charset) != 0 &&
         script_of(second) != 0;
}

// Mojibake may begin with the letter of a mark, or be odd to stand after it.
constexpr bool is_suspect_after_mark(std::size_t x, std::size_t y) {
  const auto first = static_cast<cls>(x & 31),
             second = static_cast<cls>(y & 31);
  return first == cls::mark &&
         ((y & scan_charset) != 0 || is_sign(second) ||
          second == cls::opening || second == cls::guillemet ||
          second == cls::turned);
}

// A letter and a mark that are odd when a letter follows.
constexpr bool is_suspect_before_letter(std::size_t x, std::size_t y) {
  const cls first = x == scan_e2 || y == scan_e2 ? cls::lower_accented
                                                 : static_cast<cls>(x & 31);
  const cls second = static_cast<cls>(y & 31);
  if ((x & y & scan_charset) == 0) return false;
  if (first == cls::upper_accented && (second == first || y == scan_c2_c3)) {
    return true;
  }
  return script_of(first) != 0 &&
         (second == cls::guillemet || second == cls::turned ||
          second == cls::dash);
}

constexpr std::uint8_t pair_kind(std::size_t x, std::size_t y) {
  if (y == scan_judged) return 2;
  if (x == scan_judged) return 0;
  if (is_suspect(x, y)) return 1;
  return is_suspect_before_letter(x, y) ? 3 : is_suspect_after_mark(x, y) * 4;
}

constexpr auto make_pair_table() {
  std::array<std::uint8_t, 64 * 64> out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = pair_kind(i / 64, i % 64);
  return out;
}

struct range {
  char32_t last;
  cls value;
};

// From U+2E80 on: the class of all characters up to `last`.
constexpr range high_ranges[] = {
    {0x2FFF, cls::rare_letter},  {0x3004, cls::punctuation},
    {0x3007, cls::letter},       {0x3020, cls::punctuation},
    {0x303F, cls::rare_letter},  {0x3134, cls::letter},
    {0x33FF, cls::rare_letter},  {0x4DBF, cls::letter},
    {0x4DFF, cls::symbol},       {0x9FFF, cls::letter},
    {0xABFF, cls::rare_letter},  {0xD7A3, cls::letter},
    {0xD7FF, cls::rare_letter},  {0xF8FF, cls::private_use},
    {0xFAFF, cls::letter},       {0xFB06, cls::lower},
    {0xFB1C, cls::rare_letter},  {0xFDCF, cls::letter},
    {0xFDEF, cls::private_use},  {0xFDFF, cls::letter},
    {0xFE0F, cls::mark},         {0xFE6F, cls::punctuation},
    {0xFEFE, cls::letter},       {0xFF0F, cls::punctuation},
    {0xFF19, cls::digit},        {0xFF20, cls::punctuation},
    {0xFF3A, cls::letter},       {0xFF40, cls::punctuation},
    {0xFF5A, cls::letter},       {0xFF65, cls::punctuation},
    {0xFFEF, cls::letter},       {0xFFFB, cls::private_use},
    {0xFFFD, cls::lost},         {0xFFFF, cls::private_use},
    {0x1EFFF, cls::rare_letter}, {0x1FAFF, cls::symbol},
    {0x1FFFF, cls::private_use}, {0x323AF, cls::letter},
    {0x10FFFF, cls::private_use}};

// By row: one bit a charset where its byte lies in [first, last].
constexpr auto make_charset_masks(unsigned first, unsigned last) {
  std::array<std::uint16_t, sizeof charset_rows / sizeof *charset_rows> out{};
  for (std::size_t row = 0; row < out.size(); ++row) {
    for (std::size_t i = 0; i < misread_charset_count; ++i) {
      const unsigned byte = charset_rows[row].bytes[i];
      if (byte >= first && byte <= last) {
        out[row] = static_cast<std::uint16_t>(out[row] | 1U << i);
      }
    }
  }
  return out;
}

constexpr auto lead_masks = make_charset_masks(0xC2, 0xF4);
constexpr auto long_masks = make_charset_masks(0xE0, 0xF4);
constexpr auto tail_masks = make_charset_masks(0x80, 0xBF);
constexpr auto first_tail_masks = make_charset_masks(0x80, 0x80);

// Punctuation that only stands for the first byte of a sequence of two in any
// charset, and for none of those that a space may follow.
bool goes_before_space(char32_t c) {
  return c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 ||
         c == 0x201C || c == 0x201D || c == 0x2026 || c == 0xAB || c == 0xBB;
}

}  // namespace

constexpr std::array<std::uint8_t, scan_limit> scan_characters =
    make_scan_characters();
constexpr std::array<std::uint8_t, 64 * 64> scan_pairs = make_pair_table();

bool is_unknown(char32_t c) noexcept {
  return c == 0xFFFD || c == '?' || c == 0x1A;
}

character_class class_of(char32_t c) noexcept {
  if (c < sizeof class_table) return static_cast<cls>(class_table[c]);
  for (const range& r : high_ranges) {
    if (c <= r.last) return r.value;
  }
  return cls::private_use;
}

unsigned byte_in(misread_charset charset, char32_t c) noexcept {
  const charset_row* row = row_of(c);
  return row == nullptr ? 0 : row->bytes[static_cast<std::size_t>(charset)];
}

std::uint32_t lead_charsets(char32_t c) noexcept {
  const sequence_roles r = sequence_roles_of(c);
  return r.two | r.more;
}

std::uint32_t tail_charsets(char32_t c) noexcept {
  return sequence_roles_of(c).tail;
}

sequence_roles sequence_roles_of(char32_t c) noexcept {
  const charset_row* row = row_of(c);
  if (row == nullptr) return {};
  const auto i = row - charset_rows;
  const std::uint32_t longs = long_masks[i];
  return {lead_masks[i] & ~longs, longs, tail_masks[i], first_tail_masks[i]};
}

bool may_begin(char32_t c, char32_t next, char32_t third,
               std::uint32_t charsets) noexcept {
  const charset_row* row = row_of(c);
  if (row == nullptr) return false;
  const std::uint32_t leads = lead_masks[row - charset_rows] & charsets;
  if (leads == 0) return false;
  if (next == ' ') return !goes_before_space(c);
  // A letter after byte 0xC2 or 0xC3 may be what is left of a sign.
  if (next == 'o' || next == 'a' || c == 0xC3) return true;
  if (next < 0x80 || is_unknown(next)) return is_unknown(next);
  const std::uint32_t both = leads & tail_charsets(next);
  if (both == 0) return false;
  if ((both & ~std::uint32_t{long_masks[row - charset_rows]}) != 0) return true;
  return third < 0x80 || is_unknown(third) ||
         (both & tail_charsets(third)) != 0;
}

int oddness(character_class x, character_class y) noexcept {
  return matrix[static_cast<std::size_t>(x) * 32 + static_cast<std::size_t>(y)];
}

bool is_letter(cls x) noexcept { return script_of(x) != 0; }
bool is_lower(cls x) noexcept { return lower_case(x); }
bool is_upper(cls x) noexcept { return upper_case(x); }

}  // namespace copydesk::unicode
