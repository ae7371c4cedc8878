// SPDX-License-Identifier: Apache-2.0
// nested_ranges.hpp - for each token the innermost of some ranges around it:
// of quotations, or of marks that belong together.
//
// Idea: of nested ranges in text order the innermost around a token is that of
// the largest number; only where it changes is noted. Few tokens begin or end a
// range, so this takes much less than a number a token.
#ifndef COPYDESK_SRC_TEXT_NESTED_RANGES_HPP_
#define COPYDESK_SRC_TEXT_NESTED_RANGES_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace copydesk::text {

struct numbered_range {
  std::uint32_t begin = 0, end = 0;  // tokens
  std::int32_t number = 0;           // not negative
};

class nested_ranges {
 public:
  nested_ranges() = default;
  // Of `tokens` tokens. The ranges may come in any order and overlap.
  // O(tokens / 32 + n log n) in ranges.
  nested_ranges(std::size_t tokens, std::vector<numbered_range> ranges);

  // The largest number of the ranges around the token, or -1. O(1).
  std::int32_t operator[](std::size_t token) const {
    std::uint32_t i = before_[token / block];
    while (i < changes_.size() && changes_[i].token <= token) ++i;
    return i == 0 ? -1 : changes_[i - 1].number;
  }

 private:
  static constexpr std::size_t block = 32;
  struct change {
    std::uint32_t token;
    std::int32_t number;  // from there on
  };
  void change_to(std::uint32_t token, std::int32_t number);

  std::vector<change> changes_;        // in text order, one a token at most
  std::vector<std::uint32_t> before_;  // one a block: the changes before it
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_NESTED_RANGES_HPP_
