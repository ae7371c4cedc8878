// SPDX-License-Identifier: Apache-2.0
// Idea: words of two or three small letters of ASCII are numbers, told by one
// comparison each. Invariant: `at` is where a character begins. Cost: O(text).
// Source: our own list.
#include "unicode/romance.hpp"

#include <cstddef>
#include <cstdint>

#include "unicode/mojibake_classes.hpp"
#include "unicode/repair_units.hpp"

namespace copydesk::unicode {
namespace {

constexpr std::uint32_t word_number(std::string_view word) {
  std::uint32_t out = 0;
  for (const char c : word) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

int romance_words(std::uint32_t word) {
  switch (word) {
    case word_number("de"):
    case word_number("en"):
    case word_number("el"):
    case word_number("la"):
    case word_number("los"):
    case word_number("las"):
    case word_number("del"):
    case word_number("que"):
    case word_number("por"):
    case word_number("con"):
    case word_number("les"):
    case word_number("des"):
    case word_number("du"):
    case word_number("et"):
    case word_number("di"):
    case word_number("il"):
    case word_number("che"):
      return 1;
    default:
      return 0;
  }
}

bool is_english_word(std::uint32_t word) {
  return word == word_number("the") || word == word_number("of") ||
         word == word_number("and") || word == word_number("to");
}

}  // namespace

bool reads_romance(std::string_view text) {
  int found = 0;
  std::uint32_t word = 0;
  std::size_t length = 0;  // of the word, in characters
  for (std::size_t at = 0, n = 1; at < text.size(); at += n) {
    const auto b = static_cast<unsigned char>(text[at]);
    n = 1;
    if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') {
      word = word << 8 | b;
      ++length;
      continue;
    }
    if (b >= 0x80 && is_letter(class_of(decode_at(text, at, n)))) {
      word = word << 8 | 0xff;  // no such word
      ++length;
      continue;
    }
    if (length == 2 || length == 3) {
      if (is_english_word(word)) return false;
      found += romance_words(word);
    }
    word = 0;
    length = 0;
  }
  if (length == 2 || length == 3) {
    if (is_english_word(word)) return false;
    found += romance_words(word);
  }
  return found >= 2;
}

}  // namespace copydesk::unicode
