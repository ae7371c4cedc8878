// SPDX-License-Identifier: Apache-2.0
// utf8.hpp - the few pieces of UTF-8 that every room needs, inline.
//
// Source: The Unicode Standard, section 3.9, table 3-7 and "U+FFFD
// Substitution of Maximal Subparts".
#ifndef COPYDESK_SRC_UNICODE_UTF8_HPP_
#define COPYDESK_SRC_UNICODE_UTF8_HPP_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk::unicode {

struct decoded_char {
  char32_t code = 0;
  std::uint32_t length = 0;  // in bytes
  bool valid = true;         // false: length is that of a maximal subpart
};

// The character of well-formed UTF-8 at `at`. Requires at < text.size() and a
// character beginning there. O(1).
inline decoded_char decode_valid(std::string_view text,
                                 std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[at + i]);
  };
  const char32_t a = byte(0);
  if (a < 0x80) return {a, 1, true};
  if (a < 0xE0) return {(a & 0x1F) << 6 | (byte(1) & 0x3F), 2, true};
  if (a < 0xF0) {
    return {(a & 0xF) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3F), 3,
            true};
  }
  return {(a & 7) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
              (byte(3) & 0x3F),
          4, true};
}

// The character at `at` of any bytes; if there is none, valid is false, code
// is U+FFFD and length that of the maximal subpart. Requires at < text.size().
// O(1).
inline decoded_char decode_any(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[at + i]);
  };
  const unsigned a = byte(0);
  if (a < 0x80) return {a, 1, true};
  if (a < 0xC2 || a > 0xF4) return {0xFFFD, 1, false};
  const std::uint32_t want = a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
  unsigned low = 0x80, high = 0xBF;  // of the second byte
  if (a == 0xE0) low = 0xA0;
  if (a == 0xED) high = 0x9F;
  if (a == 0xF0) low = 0x90;
  if (a == 0xF4) high = 0x8F;
  std::uint32_t have = 1;
  for (; have < want && at + have < text.size(); ++have) {
    if (byte(have) < low || byte(have) > high) break;
    low = 0x80;
    high = 0xBF;
  }
  if (have < want) return {0xFFFD, have, false};
  return decode_valid(text, at);
}

// Appends a scalar value.
inline void append_utf8(char32_t code, std::string& out) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

// Bytes that a scalar value takes.
constexpr std::uint32_t utf8_length(char32_t code) noexcept {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

// Whether a byte begins a character of well-formed UTF-8.
constexpr bool begins_char(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_UTF8_HPP_
