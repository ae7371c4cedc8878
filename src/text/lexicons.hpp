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
// `any_case`: also that of a word in small letters whose entry has a capital.
abbreviation abbreviation_of(std::string_view word, language lang,
                             bool any_case = false) noexcept;

// Whether `word` may be in the list at all: false is certain. A test of one
// bit, for the many words that are not. Requires a word that is not empty.
bool maybe_abbreviation(std::string_view word) noexcept;

// What a word says about the ends of sentences, as a set of bits; see
// sentence_words.tsv.
namespace word_class {
enum : std::uint16_t {
  opener = 1,
  noun = 2,
  ambiguous = 4,
  calendar = 8,
  zone = 16,
  cue = 32,
  after_cue = 64,
  before_ordinal = 128,
  preposition = 256,
  reports = 512,
  hanging = 1024
};
}  // namespace word_class

// The classes of `word` in any spelling.
std::uint16_t word_classes_of(std::string_view word, language lang) noexcept;

// What a phrase at the beginning of a paragraph, or in it, says about the
// kind of the paragraph, as a set of bits; see page_lines.tsv.
namespace page_match {
enum : std::uint16_t {
  line = 1,
  start = 2,
  ask = 4,
  label = 8,
  has = 16,
  nav = 32,
  role = 64,
  opening = 128,
  anchor = 256,
  action = 512,
  object = 1024,
  filler = 2048
};
}  // namespace page_match

struct page_phrase {
  std::uint16_t boilerplate = 0;  // page_match bits, each for its kind
  std::uint16_t byline = 0;
  std::uint16_t caption = 0;
  bool longer = false;  // a longer phrase of the list begins with it
};

// Longest phrase of page_lines.tsv, in words.
inline constexpr std::size_t longest_page_phrase = 10;

// Requires `phrase` in small letters, without punctuation, one space between
// words.
page_phrase page_phrase_of(std::string_view phrase) noexcept;

// Whether a phrase of the list may begin with `word`; whether one that counts
// anywhere in a line may. False is certain.
bool maybe_page_head(std::string_view word) noexcept;
bool maybe_page_anchor(std::string_view word) noexcept;

// `from` in small letters, as the lists have them: ASCII, Latin-1, Cyrillic.
// `to` has room for from.size() bytes.
void fold(std::string_view from, char* to) noexcept;

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LEXICONS_HPP_
