// SPDX-License-Identifier: Apache-2.0
// line_score.hpp - what a line of a page is, by learned weights.
//
// The phrases of page_lines.tsv know the furniture that somebody wrote down;
// here the words, their neighbours and the shape of a line are weighed, so
// that lines nobody thought of are told, too.
#ifndef COPYDESK_SRC_TEXT_LINE_SCORE_HPP_
#define COPYDESK_SRC_TEXT_LINE_SCORE_HPP_

#include <array>
#include <cstdint>
#include <string_view>

#include "text/laid_text.hpp"
#include "text/page_lines.hpp"

namespace copydesk::text {

// A line as the weights see it.
class line_symbols {
 public:
  static constexpr std::uint32_t most = 48;

  struct symbol {
    std::uint32_t word = 0;  // hash of the word in small letters
    char shape = 'p';        // l T U m: letters; n number; a address; q mark; p
  };

  // Reads the tokens [first, end), at most `most` of them.
  line_symbols(const laid_text& laid, std::uint32_t first, std::uint32_t end);

  std::uint32_t size() const { return count_; }
  const symbol& at(std::uint32_t i) const { return symbols_[i]; }

 private:
  std::array<symbol, most> symbols_;
  std::uint32_t count_ = 0;
};

// The kind of an English paragraph of at most line_symbols::most tokens by the
// sum of its weights; body if no other kind is likely. `before_text`: no
// paragraph of text stands before it; `stops`: it ends like a sentence. O(1).
line_verdict verdict_of_weights(const laid_text& laid, std::uint32_t first,
                                std::uint32_t end, bool before_text,
                                bool stops);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LINE_SCORE_HPP_
