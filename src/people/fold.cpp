// SPDX-License-Identifier: Apache-2.0
// fold.cpp - one spelling of a word for all look-ups; see lexicon.hpp.
//
// Idea: words of ASCII, nearly all, eight letters at a time; the others by
// tables of base letters. Cost: O(len).
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "model/short_words.hpp"
#include "people/lexicon.hpp"

namespace copydesk::people {
namespace {

// Base letters of U+00C0..U+017F, '?' for those that are two letters or none.
constexpr char latin[] =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??"
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiii?jjkkk"
    "lllllllllnnnnnnn??oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

const char* two_letters(unsigned c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xD0:
    case 0xF0:
      return "d";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x14A:
    case 0x14B:
      return "ng";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return nullptr;
  }
}

// U+1E00..U+1EFF by the letter their code block is about.
char latin_additional(unsigned c) {
  constexpr char letters[] =
      "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllll"
      "mmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      "wwwwwwwwwwxxxxyyzzzzzzhtwyassssss";
  constexpr char vietnamese[] =
      "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo"
      "uuuuuuuuuuuuuuyyyyyyyy";
  if (c >= 0x1EA0 && c <= 0x1EF9) return vietnamese[c - 0x1EA0];
  const unsigned i = c - 0x1E00;
  return i < sizeof letters - 1 ? letters[i] : '\0';
}

void append(std::string_view bytes, std::string& out) { out.append(bytes); }

// Appends the folded form of one character of two or three bytes.
void fold_character(std::string_view bytes, unsigned c, std::string& out) {
  if (c >= 0xC0 && c < 0x180) {
    if (const char* two = two_letters(c)) return append(two, out);
    const char base = latin[c - 0xC0];
    if (base != '?') return out.push_back(base);
  }
  if (c == 0x1A0 || c == 0x1A1) return out.push_back('o');
  if (c == 0x1AF || c == 0x1B0) return out.push_back('u');
  if (c >= 0x218 && c <= 0x21B) return out.push_back(c < 0x21A ? 's' : 't');
  if (c >= 0x1E00 && c <= 0x1EFF) {
    if (const char base = latin_additional(c)) return out.push_back(base);
  }
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2BB) {
    return out.push_back('\'');
  }
  if (c >= 0x2010 && c <= 0x2013) return out.push_back('-');
  // Greek and Cyrillic capitals, without a table: one letter, two bytes.
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
    const unsigned low = c + 0x20;
    out.push_back(static_cast<char>(0xC0 | (low >> 6)));
    out.push_back(static_cast<char>(0x80 | (low & 0x3F)));
    return;
  }
  append(bytes, out);
}

// Eight bytes of `out` from `at` on, or four, in small letters, if all are
// ASCII. Bytes may be asked for twice.
template <class Part>
bool fold_part(std::string& out, std::size_t at) {
  Part part;  // bytes in any order
  std::memcpy(&part, &out[at], sizeof part);
  if ((part & static_cast<Part>(0x80 * learned::each_byte)) != 0) return false;
  part = static_cast<Part>(learned::in_small_letters(part));
  std::memcpy(&out[at], &part, sizeof part);
  return true;
}

bool fold_ascii(std::string& out) {
  const std::size_t n = out.size();
  if (n >= 8) {
    for (std::size_t i = 0; i + 8 < n; i += 8) {
      if (!fold_part<std::uint64_t>(out, i)) return false;
    }
    return fold_part<std::uint64_t>(out, n - 8);
  }
  if (n >= 4) {
    return fold_part<std::uint32_t>(out, 0) &&
           fold_part<std::uint32_t>(out, n - 4);
  }
  for (char& c : out) {
    const auto b = static_cast<unsigned char>(c);
    if (b >= 0x80) return false;
    if (b >= 'A' && b <= 'Z') c = static_cast<char>(b + 32);
  }
  return true;
}

}  // namespace

void fold_into(std::string_view word, std::string& out) {
  for (std::size_t i = 0; i < word.size();) {
    const auto b = static_cast<unsigned char>(word[i]);
    if (b < 0x80) {
      out.push_back(b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32)
                                         : static_cast<char>(b));
      ++i;
      continue;
    }
    const std::size_t len = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
    if (i + len > word.size()) break;
    unsigned c = len == 2 ? b & 0x1Fu : len == 3 ? b & 0xFu : b & 7u;
    for (std::size_t k = 1; k < len; ++k) {
      c = (c << 6) | (static_cast<unsigned char>(word[i + k]) & 0x3Fu);
    }
    fold_character(word.substr(i, len), c, out);
    i += len;
  }
}

std::string fold(std::string_view word) {
  std::string out(word);
  if (fold_ascii(out)) return out;
  out.clear();
  fold_into(word, out);
  return out;
}

}  // namespace copydesk::people
