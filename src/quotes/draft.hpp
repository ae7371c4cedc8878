// SPDX-License-Identifier: Apache-2.0
// draft.hpp - a quotation while assemble.cpp puts it together: in tokens, and
// with what tells which other quotations belong to it.
#ifndef COPYDESK_SRC_QUOTES_DRAFT_HPP_
#define COPYDESK_SRC_QUOTES_DRAFT_HPP_

#include <cstdint>
#include <utility>
#include <vector>

#include "quotes/attribution.hpp"
#include "quotes/marked_words.hpp"
#include "quotes/quotes.hpp"

namespace copydesk::quotes {

struct draft {
  quotation q;
  std::vector<token_range> content;
  std::uint32_t begin = 0, end = 0;  // tokens of content, source and cue
  std::uint32_t cue = no_token;
  std::int32_t level = -1;
  std::uint32_t window_end = 0;
  bool has_marks = false, all_marked = false, single = false, curly = false;
  bool dropped = false;
  std::uint32_t number = 0;  // in order of assembling

  std::pair<std::uint32_t, std::uint32_t> place() const {
    return {content.front().first, number};
  }
  // Whether one piece holds the other's cue and content.
  bool holds(const draft& d) const {
    for (const token_range& c : content) {
      const bool in =
          c.first <= d.content.front().first && d.content.back().end <= c.end;
      if (in && (d.cue == no_token || (c.first <= d.cue && d.cue < c.end))) {
        return true;
      }
    }
    return false;
  }
  void of_marks(const pair& q, const marked_words& words) {
    single = q.single;
    curly = words.is_curly(q);
  }
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_DRAFT_HPP_
