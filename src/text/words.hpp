// SPDX-License-Identifier: Apache-2.0
// words.hpp - where a word or number ends, under the tailoring of news.
#ifndef COPYDESK_SRC_TEXT_WORDS_HPP_
#define COPYDESK_SRC_TEXT_WORDS_HPP_

#include <cstdint>
#include <string_view>

#include "text/characters.hpp"
#include "text/laid_text.hpp"

namespace copydesk::text {

struct word_end {
  std::uint32_t end = 0;
  token_case letters = token_case::none;
};

// The word or number that begins at text[at]: UAX #29 with the tailoring of
// tests/spec/tokens.txt. Requires that a word character (letter, digit,
// connector, Katakana) stands there. O(end - at).
word_end end_of_word(std::string_view text, std::uint32_t at, language lang);

// The end of a possessive 's at text[at], or `at` if there is none. O(1).
std::uint32_t end_of_possessive(std::string_view text,
                                std::uint32_t at) noexcept;

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_WORDS_HPP_
