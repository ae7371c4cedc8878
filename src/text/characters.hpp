// SPDX-License-Identifier: Apache-2.0
// characters.hpp - what the token scanner asks of single characters.
//
// A 256-entry table answers for ASCII bytes; everything else is decoded and
// looked up in the Unicode tables.
#ifndef COPYDESK_SRC_TEXT_CHARACTERS_HPP_
#define COPYDESK_SRC_TEXT_CHARACTERS_HPP_

#include <array>
#include <cstdint>

#include "text/laid_text.hpp"
#include "unicode/props.hpp"

namespace copydesk::text {

// Bits of a byte's class.
namespace byte_class {
enum : std::uint8_t {
  lower = 1,
  upper = 2,
  digit = 4,
  underscore = 8,
  space = 16,
  high = 32,    // a part of a character beyond ASCII
  single = 64,  // punctuation that is a token alone, whatever stands beside it
  plain = 128,  // ends a word of ASCII letters, whatever stands beside it
  letter = lower | upper,
  word = letter | digit | underscore
};
}  // namespace byte_class

constexpr std::array<std::uint8_t, 256> make_byte_classes() {
  using namespace byte_class;
  std::array<std::uint8_t, 256> out{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) out[c] = lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) out[c] = upper;
  for (std::size_t c = '0'; c <= '9'; ++c) out[c] = digit;
  out['_'] = underscore;
  for (std::size_t c = 9; c <= 13; ++c) out[c] = space | plain;
  out[' '] = space | plain;
  for (std::size_t c = 128; c < 256; ++c) out[c] = high;
  for (const char c : {',', ';', '(', ')', '[', ']', '{', '}', '%', '|', '/',
                       '\\', '^', '~', '+', '<', '>', '$', ':'})
    out[static_cast<unsigned char>(c)] = single;
  for (const char c :
       {',', ';', '(', ')', '[', ']', '{', '}', '%', '|', '/', '\\',
        '^', '~', '<', '>', '$', '!', '?', '"', '`', '*', '='})
    out[static_cast<unsigned char>(c)] |= plain;
  return out;
}
inline constexpr std::array<std::uint8_t, 256> byte_classes =
    make_byte_classes();

// White space of the Unicode Standard (property White_Space).
inline bool white_space(char32_t c) noexcept {
  return (c >= 9 && c <= 13) || c == 0x20 || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Characters that may be quotation marks, beyond ASCII.
inline bool quotation_mark(char32_t c) noexcept {
  return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
         c == 0x2039 || c == 0x203A || c == 0x2E42 ||
         (c >= 0x300C && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) ||
         c == 0xFF02 || c == 0xFF07 || c == 0xFF62 || c == 0xFF63;
}

// The kind of a token that begins with character c.
token_kind kind_of_character(char32_t c) noexcept;

// What a word is made of, for its token_case.
struct letters_seen {
  bool first_upper = false;
  bool any = false;  // a letter with case was seen
  bool lower = false;
  bool upper_later = false;  // an upper-case letter after the first letter

  void add(bool is_upper) noexcept {
    if (!any) {
      first_upper = is_upper;
    } else if (is_upper) {
      upper_later = true;
    }
    any = true;
    if (!is_upper) lower = true;
  }
  token_case value() const noexcept {
    if (!any) return token_case::none;
    if (!lower) return token_case::upper;
    if (upper_later) return token_case::mixed;
    return first_upper ? token_case::title : token_case::lower;
  }
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_CHARACTERS_HPP_
