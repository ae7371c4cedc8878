// SPDX-License-Identifier: Apache-2.0
// marks.hpp - quotation marks, paired.
//
// Idea: each paragraph is read once, left to right, with a stack of the marks
// that stand open. A mark opens or closes by its shape, by the white space
// and punctuation around it, and by what stands open; where these disagree,
// what the surroundings say wins over the shape, and a repair is recorded. A
// paragraph that ends with an open mark either is carried on by the opening
// mark of the next paragraph or gets its missing close. Nothing else passes
// from one paragraph to the next, so a fault never spoils its neighbours.
//
// Apostrophes, elisions ('90s, 'twas), possessives (the unions') and feet and
// inches are no marks.
#ifndef COPYDESK_SRC_QUOTES_MARKS_HPP_
#define COPYDESK_SRC_QUOTES_MARKS_HPP_

#include <cstdint>
#include <vector>

#include "quotes/quotes.hpp"
#include "quotes/words.hpp"
#include "text/laid_text.hpp"

namespace copydesk::quotes {

inline constexpr std::uint32_t no_token = 0xFFFFFFFF;

// What stands between two marks, in order of the first token.
struct pair {
  std::uint32_t open = no_token;   // the token that is the mark, or no_token
  std::uint32_t close = no_token;  //   where it is missing or not wanted
  std::uint32_t first = 0;         // [first, end): the tokens between
  std::uint32_t end = 0;
  std::int32_t parent = -1;   // the pair around it
  std::int32_t carried = -1;  // the pair of an earlier paragraph that this
                              // one carries on
  bool single = false;        // ' rather than "
  bool repaired = false;      // a mark was missing
  bool stopped = false;       // ends with the pause or full stop of speech
};

struct marks {
  std::vector<pair> pairs;
  std::vector<mark_repair> repairs;
};

// O(tokens). `words` has one entry a token of laid.
marks pair_marks(const text::laid_text& laid, const word_list& words);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_MARKS_HPP_
