// SPDX-License-Identifier: Apache-2.0
// page_lines.hpp - what a paragraph is, by its own words.
//
// News pages have lines around the text: navigation, sharing, copyright,
// bylines, dates, captions. They are told by the phrases of page_lines.tsv
// and by the shapes of author lines and dates; a line that reports speech is
// text. tests/unit/text/page_lines.tsv holds lines of every kind.
#ifndef COPYDESK_SRC_TEXT_PAGE_LINES_HPP_
#define COPYDESK_SRC_TEXT_PAGE_LINES_HPP_

#include <array>
#include <cstdint>
#include <string_view>

#include "text/laid_text.hpp"

namespace copydesk::text {

struct line_verdict {
  paragraph_kind kind = paragraph_kind::body;
  const char* reason = "";
};

// The words of a short paragraph, in small letters and joined by single
// spaces, numbers as "#"; what the rules for lines look at.
class line_words {
 public:
  static constexpr std::size_t most_words = 40;
  static constexpr std::size_t most_bytes = 400;

  struct entry {
    std::uint32_t token;  // its first token
    std::uint16_t begin;  // in the joined words
    std::uint16_t end;
  };

  // Reads the tokens [first, end) of `laid`.
  line_words(const laid_text& laid, std::uint32_t first, std::uint32_t end);

  std::size_t size() const { return count_; }
  bool cut() const { return cut_; }  // there were more words
  const entry& at(std::size_t i) const { return words_[i]; }
  std::string_view word(std::size_t i) const {
    return {bytes_.data() + words_[i].begin,
            static_cast<std::size_t>(words_[i].end - words_[i].begin)};
  }
  // Words [i, i + n) with single spaces between them.
  std::string_view phrase(std::size_t i, std::size_t n) const {
    return {bytes_.data() + words_[i].begin,
            static_cast<std::size_t>(words_[i + n - 1].end - words_[i].begin)};
  }
  const laid_text& laid() const { return laid_; }
  std::uint32_t first_token() const { return first_; }
  std::uint32_t token_end() const { return end_; }
  std::string_view text_of(std::uint32_t token) const {
    return laid_.tokens[token].where().of(laid_.clean);
  }
  bool capital(std::size_t i) const;
  // The token after word `i`.
  std::uint32_t after(std::size_t i) const {
    return i + 1 < count_ ? words_[i + 1].token : end_;
  }
  // Whether token `t` is the text `what`.
  bool token_is(std::uint32_t t, std::string_view what) const {
    return t < end_ && text_of(t) == what;
  }
  bool ends_with_point() const;
  // Whether it holds quotation marks or a verb of saying.
  bool reports() const;

 private:
  bool add(std::uint32_t token, bool glued);

  const laid_text& laid_;
  std::uint32_t first_, end_;
  std::array<entry, most_words> words_;  // [0, count_) are set
  std::array<char, most_bytes> bytes_;   // [0, used_) are set
  std::size_t count_ = 0;
  std::size_t used_ = 0;
  bool cut_ = false;
};

// The kind of the paragraph with the tokens [first, end). `before_text` says
// that no paragraph of text stands before it: there bylines are likely.
// Reads at most line_words::most_words words. O(1).
line_verdict verdict_of_line(const laid_text& laid, std::uint32_t first,
                             std::uint32_t end, bool before_text);

// The parts of verdict_of_line that know credits: author lines, dates alone,
// captions with a photographer. In credits.cpp.
line_verdict byline_verdict(const line_words& words, bool before_text);
line_verdict dateline_verdict(const line_words& words);
line_verdict caption_verdict(const laid_text& laid, std::uint32_t first,
                             std::uint32_t end);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_PAGE_LINES_HPP_
