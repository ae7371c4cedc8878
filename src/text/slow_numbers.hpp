// SPDX-License-Identifier: Apache-2.0
// slow_numbers.hpp - for each token the number of the mention around it.
//
// Idea: such numbers grow by at most one from a token to the next, so within a
// block of tokens a byte tells them apart: a quarter of the memory, and still
// two loads.
#ifndef COPYDESK_SRC_TEXT_SLOW_NUMBERS_HPP_
#define COPYDESK_SRC_TEXT_SLOW_NUMBERS_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace copydesk::text {

class slow_numbers {
 public:
  static constexpr std::int32_t none = -1;

  slow_numbers() = default;
  explicit slow_numbers(std::size_t tokens)
      : steps_(tokens, 0), first_(tokens / block + 1, none) {}

  // From left to right, each token once at most; `number` is that of the token
  // before it with a number, or larger by at most the tokens between.
  void set(std::size_t token, std::int32_t number) {
    std::int32_t& first = first_[token / block];
    if (first == none) first = number;
    steps_[token] = static_cast<std::uint8_t>(number - first + 1);
  }

  // The token's number, or none. O(1).
  std::int32_t operator[](std::size_t token) const {
    const std::uint8_t step = steps_[token];
    if (step == 0) return none;
    return first_[token / block] + step - 1;
  }

 private:
  static constexpr std::size_t block = 128;

  std::vector<std::uint8_t> steps_;  // one a token, from its block's first + 1
  std::vector<std::int32_t> first_;  // one a block
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_SLOW_NUMBERS_HPP_
