// SPDX-License-Identifier: Apache-2.0
// slow_numbers.hpp - for each token the number of what it lies in: of its
// sentence, or of the mention around it.
//
// Idea: such numbers grow by at most one from a token to the next, so within a
// block of tokens a byte tells them apart: a quarter of the memory, and still
// two loads.
#ifndef COPYDESK_SRC_TEXT_SLOW_NUMBERS_HPP_
#define COPYDESK_SRC_TEXT_SLOW_NUMBERS_HPP_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace copydesk::text {

template <class Number>
class slow_numbers {
 public:
  static constexpr Number none = static_cast<Number>(-1);

  slow_numbers() = default;
  explicit slow_numbers(std::size_t tokens)
      : steps_(tokens, 0), first_(tokens / block + 1, none) {}

  // From left to right, each token once at most; `number` is that of the token
  // before it with a number, or larger by at most the tokens between.
  void set(std::size_t token, Number number) {
    Number& first = first_[token / block];
    if (first == none) first = number;
    steps_[token] = static_cast<std::uint8_t>(number - first + 1);
  }

  // The same of all of [begin, end).
  void set(std::size_t begin, std::size_t end, Number number) {
    while (begin < end) {
      const std::size_t stop = std::min(end, (begin / block + 1) * block);
      Number& first = first_[begin / block];
      if (first == none) first = number;
      std::fill(steps_.begin() + static_cast<std::ptrdiff_t>(begin),
                steps_.begin() + static_cast<std::ptrdiff_t>(stop),
                static_cast<std::uint8_t>(number - first + 1));
      begin = stop;
    }
  }

  // The token's number, or none. O(1).
  Number operator[](std::size_t token) const {
    const std::uint8_t step = steps_[token];
    if (step == 0) return none;
    return static_cast<Number>(first_[token / block] + step - 1);
  }

 private:
  static constexpr std::size_t block = 128;

  std::vector<std::uint8_t> steps_;  // one a token, from its block's first + 1
  std::vector<Number> first_;        // one a block
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_SLOW_NUMBERS_HPP_
