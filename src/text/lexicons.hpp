// SPDX-License-Identifier: Apache-2.0
// lexicons.hpp - the word lists that tokens and sentences ask.
//
// The lists are TSV files in src/data, compiled into sorted constexpr arrays
// by make_lexicons.py; a look-up is a binary search, O(log entries).
#ifndef COPYDESK_SRC_TEXT_LEXICONS_HPP_
#define COPYDESK_SRC_TEXT_LEXICONS_HPP_

#include <cstdint>
#include <string_view>

#include "text/laid_text.hpp"

namespace copydesk::text {

// What the point after an abbreviation may mean; see abbreviations.tsv.
enum class abbreviation : std::uint8_t {
  none,
  title,
  never,
  number,
  date,
  clock,
  end
};

// Longest key of the lists, in bytes; longer words are in none of them.
inline constexpr std::size_t longest_lexicon_word = 32;

// The class of `word`, given without its last point.
abbreviation abbreviation_of(std::string_view word, language lang) noexcept;

// Whether `word`, written with a capital letter, likely opens a sentence.
bool opens_sentence(std::string_view word, language lang) noexcept;

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LEXICONS_HPP_
