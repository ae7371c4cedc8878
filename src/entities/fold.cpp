// SPDX-License-Identifier: Apache-2.0
// fold.cpp - see fold.hpp. Idea: two tables for the Latin blocks, ranges for
// Greek and Cyrillic, everything else as it is.
#include "entities/fold.hpp"

#include "unicode/props.hpp"

namespace copydesk::entities {
namespace {

#include "entities/fold_tables.inc"

void put(char32_t c, std::string& out) {
  if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | c >> 6));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | c >> 12));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xF0 | c >> 18));
    out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
  }
  out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
}

// The folded letter of a Latin block, "" if it has none.
const char* latin(char32_t c) {
  if (c >= 0xC0 && c <= 0x24F) return latin_one[c - 0xC0];
  if (c >= 0x1E00 && c <= 0x1EFF) return latin_more[c - 0x1E00];
  return "";
}

void fold_one(char32_t c, std::string& out) {
  const char* l = latin(c);
  if (l[0] != '\0') {
    out += l;
    return;
  }
  if (c >= 0x2010 && c <= 0x2015) return out.push_back('-');
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return out.push_back('\'');
  if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) {
    return out.push_back('"');
  }
  if (c >= 0x391 && c <= 0x3A9) c += 0x20;
  if (c >= 0x410 && c <= 0x42F) c += 0x20;
  if (c >= 0x400 && c <= 0x40F) c += 0x50;
  put(c, out);
}

}  // namespace

void fold(std::string_view utf8, std::string& out) {
  for (std::size_t i = 0; i < utf8.size();) {
    const char b = utf8[i];
    if (static_cast<unsigned char>(b) < 0x80) {
      out.push_back(b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
      ++i;
      continue;
    }
    const unicode::decoded d = unicode::decode_at(utf8, i);
    fold_one(d.c, out);
    i += d.len;
  }
}

}  // namespace copydesk::entities
