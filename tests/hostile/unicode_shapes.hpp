// SPDX-License-Identifier: Apache-2.0
// unicode_shapes.hpp - texts that make naive code quadratic, or worse.
#ifndef COPYDESK_TESTS_HOSTILE_UNICODE_SHAPES_HPP_
#define COPYDESK_TESTS_HOSTILE_UNICODE_SHAPES_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace copydesk_test {

// A text of `head`, then `unit` over and over.
struct shape {
  const char* name;
  std::string_view head, unit;
  bool nfkc = false;  // with NFKC_Casefold
};

inline std::vector<shape> unicode_shapes() {
  using namespace std::string_view_literals;
  return {
      {"marks of falling class", "a", "\xCC\x81\xCC\xA3\xCC\xA2"sv},
      {"one mark", "a", "\xCC\x81"sv},
      {"marks of two classes", "e", "\xCC\x81\xCC\xA7"sv},
      {"a late low mark after each", "", "a\xCC\x81\xCC\xA3"sv},
      {"marks alone", "", "\xCD\x85\xCC\x81"sv},
      {"a mark that folds to a letter", "\xCE\xB1", "\xCD\x85\xCC\x81"sv, true},
      {"leading consonants", "", "\xE1\x84\x80"sv},
      {"vowels", "\xE1\x84\x80", "\xE1\x85\xA1"sv},
      {"trailing consonants", "\xEA\xB0\x80", "\xE1\x86\xA8"sv},
      {"syllables in letters", "", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8"sv},
      {"vowel signs that compose", "", "\xE0\xA7\x87\xE0\xA6\xBE"sv},
      {"vowel signs that might", "", "\xE0\xA6\xBE"sv},
      {"excluded composites", "", "\xE0\xA5\x98"sv},
      {"the longest expansion", "", "\xEF\xB7\xBA"sv, true},
      {"ignorable characters", "e", "\xCD\x8F\xCC\x81"sv, true},
      {"upper case", "", "A"sv, true},
      {"stray continuation bytes", "\xC3\xA9", "\xC3\xA9\x80"sv},
      {"truncated sequences", "", "\xC3\xA9\xF0\x9F\x98"sv},
      {"overlong forms", "", "\xC3\xA9\xC0\x80"sv},
      {"bytes of no charset", "", "\xFF"sv},
      {"lead bytes of Big5", "", "\xA4"sv},
      {"half of a surrogate pair", "\xFF\xFE", "\x3D\xD8"sv},
      {"UTF-16 of letters", "\xFF\xFE", "a\0"sv},
      {"byte order marks", "", "\xEF\xBB\xBF"sv},
      {"soft hyphens between letters", "", "a\xC2\xAD"sv},
      {"soft hyphens", "", "\xC2\xAD"sv},
      {"zero-width joiners", "", "\xE2\x80\x8D"sv},
      {"ampersands", "", "&"sv},
      {"entities", "", "&amp;"sv},
      {"entities of entities", "&", "amp;"sv},
      {"entities without an end", "", "&#x"sv},
      {"mojibake", "", "\xC3\x83\xC2\xA9"sv},
      {"mojibake twice", "", "\xC3\x83\xC6\x92\xC3\x82\xC2\xA9"sv},
      {"the begin of mojibake", "", "\xC3\xA2\xE2\x82\xAC"sv},
      {"carriage returns", "\n", "\r"sv},
      {"controls", "", "a text \x1B[0m with escapes "sv},
      {"quotation marks", "", "\xE2\x80\x9C"sv},
      {"flags", "", "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"sv},
      {"families", "", "\xF0\x9F\x91\xA9\xE2\x80\x8D"sv},
      {"tags", "\xF0\x9F\x8F\xB4", "\xF3\xA0\x81\xA7"sv},
      {"bidi controls", "", "\xE2\x80\xAE\xD7\x90"sv},
      {"letters", "", "a"sv},
      {"line feeds", "", "\n"sv},
  };
}

inline std::string built(const shape& s, std::size_t size) {
  std::string out(s.head);
  while (out.size() < size) out += s.unit;
  return out;
}

}  // namespace copydesk_test

#endif  // COPYDESK_TESTS_HOSTILE_UNICODE_SHAPES_HPP_
