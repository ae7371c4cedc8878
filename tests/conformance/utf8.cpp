// SPDX-License-Identifier: Apache-2.0
// Every string of one to three bytes, and the edges of four, against a decoder
// written down from table 3-7 of the Unicode Standard with no cleverness.
#include "unicode/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unicode/decode.hpp"
#include "unicode/scan.hpp"

namespace {

using namespace copydesk;

// Rows of table 3-7: ranges of the first to fourth byte.
struct row {
  unsigned char from[4], to[4];
  std::size_t length;
};
constexpr row table[] = {
    {{0x00}, {0x7F}, 1},
    {{0xC2, 0x80}, {0xDF, 0xBF}, 2},
    {{0xE0, 0xA0, 0x80}, {0xE0, 0xBF, 0xBF}, 3},
    {{0xE1, 0x80, 0x80}, {0xEC, 0xBF, 0xBF}, 3},
    {{0xED, 0x80, 0x80}, {0xED, 0x9F, 0xBF}, 3},
    {{0xEE, 0x80, 0x80}, {0xEF, 0xBF, 0xBF}, 3},
    {{0xF0, 0x90, 0x80, 0x80}, {0xF0, 0xBF, 0xBF, 0xBF}, 4},
    {{0xF1, 0x80, 0x80, 0x80}, {0xF3, 0xBF, 0xBF, 0xBF}, 4},
    {{0xF4, 0x80, 0x80, 0x80}, {0xF4, 0x8F, 0xBF, 0xBF}, 4},
};

// Length of the maximal subpart at `p`, and whether it is a character.
std::size_t maximal(const unsigned char* p, std::size_t n, bool& whole) {
  std::size_t best = 1;
  whole = false;
  for (const row& r : table) {
    std::size_t k = 0;
    while (k < r.length && k < n && p[k] >= r.from[k] && p[k] <= r.to[k]) ++k;
    if (k == r.length) {
      whole = true;
      return k;
    }
    best = std::max(best, k);
  }
  return best;
}

bool agrees(const unsigned char* p, std::size_t n) {
  const std::string_view text(reinterpret_cast<const char*>(p), n);
  std::size_t valid = 0;
  bool all = true;
  for (std::size_t i = 0; i < n;) {
    bool whole = false;
    const std::size_t k = maximal(p + i, n - i, whole);
    const unicode::decoded_char c = unicode::decode_any(text, i);
    if (c.length != k || c.valid != whole) return false;
    all = all && whole;
    if (all) valid = i + k;
    i += k;
  }
  return unicode::scan(text).valid == valid;
}

// What a declared UTF-8 text is decoded to.
std::string plain_decode(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    bool whole = false;
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t k = maximal(p + i, text.size() - i, whole);
    out += whole ? text.substr(i, k) : "\xEF\xBF\xBD";
    i += k;
  }
  return out;
}

}  // namespace

TEST_SUITE("conformance") {
  TEST_CASE("UTF-8: every string of one to three bytes") {
    unsigned wrong = 0;
    for (unsigned v = 0; v < 0x1000000; ++v) {
      const unsigned char p[3] = {static_cast<unsigned char>(v >> 16),
                                  static_cast<unsigned char>(v >> 8),
                                  static_cast<unsigned char>(v)};
      wrong += !agrees(p, 3);
      if ((v & 0xFF) == 0) wrong += !agrees(p, 2);
      if ((v & 0xFFFF) == 0) wrong += !agrees(p, 1);
    }
    CHECK_EQ(wrong, 0);
  }

  TEST_CASE("UTF-8: the edges of four bytes, at every place of a block") {
    constexpr unsigned char edges[] = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
        0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF};
    unsigned wrong = 0;
    for (unsigned char a : edges) {
      for (unsigned char b : edges) {
        for (unsigned char c : edges) {
          for (unsigned char d : edges) {
            const unsigned char p[4] = {a, b, c, d};
            wrong += !agrees(p, 4);
            const std::string four(reinterpret_cast<const char*>(p), 4);
            if ((a ^ b ^ c ^ d) % 16 != 0) continue;
            const std::string text = std::string(13, 'x') + four + "yz";
            const auto read = unicode::decode(text, "utf-8");
            wrong += !read || read.value().text() != plain_decode(text);
          }
        }
      }
    }
    CHECK_EQ(wrong, 0);
  }

  TEST_CASE("UTF-8, 16 and 32: every scalar value comes through") {
    for (char32_t code = 0; code < 0x110000; ++code) {
      if (code == 0xD800) code = 0xE000;
      std::string utf8;
      unicode::append_utf8(code, utf8);
      const auto u = static_cast<unsigned>(code);
      const char utf32[] = {static_cast<char>(u), static_cast<char>(u >> 8),
                            static_cast<char>(u >> 16), 0};
      std::string utf16;
      const auto unit = [&](unsigned v) {
        utf16 += static_cast<char>(v);
        utf16 += static_cast<char>(v >> 8);
      };
      if (u < 0x10000) {
        unit(u);
      } else {
        unit(0xD800 + ((u - 0x10000) >> 10));
        unit(0xDC00 + (u & 0x3FF));
      }
      if (u == 0xFEFF || u == 0xFFFE) continue;  // a byte order mark
      const auto a = unicode::decode(utf8, "utf-8");
      const auto b = unicode::decode(utf16, "utf-16le");
      const auto c = unicode::decode(std::string_view(utf32, 4), "utf-32le");
      const bool right = a && b && c && a.value().text() == utf8 &&
                         b.value().text() == utf8 && c.value().text() == utf8;
      if (!right) FAIL_CHECK("not come through: ", u);
    }
  }
}
