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

// What stands between two marks, in order of the first token. Sixteen bytes, as
// there may be one for every four bytes of a text.
struct pair {
  pair() noexcept
      : has_open(false),
        has_close(false),
        single(false),
        repaired(false),
        carried(false) {}
  // The tokens that are the marks, or no_token where one is missing or not
  // wanted.
  std::uint32_t open() const noexcept {
    return has_open ? first - 1 : no_token;
  }
  std::uint32_t close() const noexcept { return has_close ? end : no_token; }
  // [outer_first, outer_end): the tokens with the marks.
  std::uint32_t outer_first() const noexcept { return first - has_open; }
  std::uint32_t outer_end() const noexcept { return end + has_close; }

  std::uint32_t first = 0;  // [first, end): the tokens between
  std::uint32_t end = 0;
  std::int32_t parent = -1;  // the pair around it
  bool has_open : 1;
  bool has_close : 1;
  bool single : 1;    // ' rather than "
  bool repaired : 1;  // a mark was missing
  bool carried : 1;   // carries on a pair of an earlier paragraph
};

// One pair that carries on another.
struct carried_pair {
  std::int32_t pair = -1;
  std::int32_t from = -1;  // of an earlier paragraph
};

struct marks {
  std::vector<pair> pairs;
  std::vector<carried_pair> carried;  // in order of pair
  std::vector<mark_repair> repairs;
};

// O(tokens). `words` has one entry a token of laid.
marks pair_marks(const text::laid_text& laid, const word_list& words);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_MARKS_HPP_
