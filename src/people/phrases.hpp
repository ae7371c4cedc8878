// SPDX-License-Identifier: Apache-2.0
// phrases.hpp - noun phrases that stand for somebody: "the Russian foreign
// minister", "Its chairman, Mr Leite", "a report by the council".
#ifndef COPYDESK_SRC_PEOPLE_PHRASES_HPP_
#define COPYDESK_SRC_PEOPLE_PHRASES_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "people/lexicon.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

// A phrase up to and with its head noun, and what follows as far as it tells
// who is meant.
struct phrase {
  std::uint32_t first = 0;        // where reading began
  std::uint32_t begin = 0;        // first token, the determiner if there is one
  std::uint32_t head = no_token;  // the head noun; no_token: nothing found
  std::uint32_t end = 0;          // after the head
  std::string head_word;          // folded, with its hyphens
  noun kind;                      // of the head
  word determiner = word::other;  // word::other: none
  std::int32_t named = -1;  // the mention that the phrase is about: its head,
                            // or the name in apposition
  std::int32_t owner = -1;  // the mention with a possessive before the head
  int age = 0;              // "the 34-year-old"
};

// Whether the word ends a phrase: a preposition, a mark, a pronoun. O(1).
bool ends_phrase(word w);

// Reads the phrase that starts at `first` and ends before `end` at the
// latest. Bounded by limits::max_phrase tokens.
phrase read_phrase(const reading& r, std::uint32_t first, std::uint32_t end);

// Its two steps: up to the head, where `named` is the head itself if it is a
// name, and, if it is none, the name behind it that the phrase means.
phrase read_head(const reading& r, std::uint32_t first, std::uint32_t end);
void read_apposition(const reading& r, std::uint32_t end, phrase& p);

// The words of [begin, end) that describe: nouns, adjectives, names of
// nations; folded, acronyms of titles written out, demonyms as the country.
std::vector<std::string> describing_words(const reading& r, std::uint32_t begin,
                                          std::uint32_t end);

// Whether the word is a verb of a report, as may stand right behind who tells
// it. O(1).
bool saying(std::string_view w);

// The word of an office right before the mention, folded, or "". O(1).
std::string title_before(const reading& r, std::uint32_t m);

// The sex that the honorific right before the mention tells, or 0. O(1).
int sex_of_honorific(const reading& r, const entities::mention& m);

// "34-year-old" -> 34, else 0.
int age_in(std::string_view folded);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_PHRASES_HPP_
