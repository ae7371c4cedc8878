// SPDX-License-Identifier: Apache-2.0
// sentence_numbers.hpp - for each token the number of its sentence.
//
// Idea: the sentences are in order and hold every token; where each block of
// tokens begins among them is noted, and from there it is a step or two.
#ifndef COPYDESK_SRC_TEXT_SENTENCE_NUMBERS_HPP_
#define COPYDESK_SRC_TEXT_SENTENCE_NUMBERS_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/laid_text.hpp"

namespace copydesk::text {

class sentence_numbers {
 public:
  sentence_numbers() = default;
  // Borrows the sentences of laid. O(tokens / 16 + sentences).
  explicit sentence_numbers(const laid_text& laid)
      : sentences_(laid.sentences.data()) {
    first_.reserve(laid.tokens.size() / block + 1);
    std::uint32_t s = 0;
    for (std::size_t at = 0; at < laid.tokens.size(); at += block) {
      while (sentences_[s].token_end <= at) ++s;
      first_.push_back(s);
    }
  }

  // The sentence of a token of the text. O(1): at most a block of sentences.
  std::uint32_t operator[](std::size_t token) const noexcept {
    std::uint32_t s = first_[token / block];
    while (sentences_[s].token_end <= token) ++s;
    return s;
  }

 private:
  static constexpr std::size_t block = 16;

  const sentence* sentences_ = nullptr;
  std::vector<std::uint32_t> first_;  // one a block: that of its first token
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_SENTENCE_NUMBERS_HPP_
