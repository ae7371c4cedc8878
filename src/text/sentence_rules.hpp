// SPDX-License-Identifier: Apache-2.0
// sentence_rules.hpp - what stands at a possible end of a sentence.
//
// A view of the tokens of one paragraph that answers the questions which
// sentences.cpp asks. Every answer reads a bounded number of tokens.
#ifndef COPYDESK_SRC_TEXT_SENTENCE_RULES_HPP_
#define COPYDESK_SRC_TEXT_SENTENCE_RULES_HPP_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/laid_text.hpp"

namespace copydesk::text {

// How a token may end a sentence.
enum class ending : std::uint8_t {
  none,
  point,        // .
  strong,       // ! ?
  ellipsis,     // ... and U+2026
  abbreviated,  // a word with its point
  foreign,      // the full stop of a script that needs no space after it
};

class paragraph_view {
 public:
  // `end` is the index after the paragraph's last token.
  paragraph_view(const laid_text& laid, std::uint32_t first, std::uint32_t end,
                 bool caseless)
      : laid_(laid), first_(first), end_(end), caseless_(caseless) {}

  std::uint32_t first() const { return first_; }
  std::uint32_t end() const { return end_; }
  const token& at(std::uint32_t i) const { return laid_.tokens[i]; }
  std::string_view word(std::uint32_t i) const {
    return laid_.tokens[i].where().of(laid_.clean);
  }
  // Compared without a call, for the length of `what` is known.
  template <std::size_t n>
  bool is(std::uint32_t i, const char (&what)[n]) const {
    if (i >= end_) return false;
    const std::string_view w = word(i);
    return w.size() == n - 1 && std::memcmp(w.data(), what, n - 1) == 0;
  }
  language lang() const { return laid_.lang; }

  ending ending_of(std::uint32_t i) const;

  // Whether token `i` closes what stands before it; `open`: a straight mark
  // is open here.
  bool closes(std::uint32_t i, bool open) const;
  // A mark with one shape for both ends: " and '', also where its halves were
  // made curly.
  bool straight(std::uint32_t i) const;
  // Whether token `i` may stand at the head of a sentence before its first
  // word: an opening mark or bracket, an inverted question mark.
  bool opens(std::uint32_t i) const;

  // Whether a sentence that ended before token `next` may begin there, by how
  // its first word is written. `head` is that word.
  bool may_begin(std::uint32_t next, std::uint32_t head, ending how,
                 bool closed) const;

  // Whether the sentence that began at `begin` ends with the abbreviation at
  // `i`, before the word `head` (after opening marks from `next` on).
  bool abbreviation_ends(std::uint32_t begin, std::uint32_t i,
                         std::uint32_t next, std::uint32_t head) const;

  // Whether the point at `i` after a number makes an ordinal (12. Juni).
  bool ordinal(std::uint32_t begin, std::uint32_t i, std::uint32_t next) const;

  // Whether a clause like `Lavrov said.`, `he asked on Monday` begins at `i`
  // and belongs to the quotation that closed before it with `how`.
  bool cue_follows(std::uint32_t i, ending how) const;

  // Whether no sentence ends with the word at `i`: "the", "of", "and".
  bool hangs(std::uint32_t i) const;

  // The value of the item number at `i` ("1." "2)" "a."), counted from 1, and
  // in `end` the index after it; 0 if there is none.
  std::uint32_t item_number(std::uint32_t i, std::uint32_t& end) const;
  // Whether token `i` is a bullet.
  bool bullet(std::uint32_t i) const;

 private:
  std::uint16_t classes(std::uint32_t i) const;
  bool opener(std::uint32_t i) const;
  bool capital(std::uint32_t i) const;
  bool is_word(std::uint32_t i) const;
  bool dash(std::uint32_t i) const;
  bool citation(std::uint32_t i) const;
  bool spaced_ellipsis(std::uint32_t i) const;
  bool initial_ends(std::uint32_t begin, std::uint32_t i,
                    std::uint32_t head) const;
  bool clock_ends(std::uint32_t begin, std::uint32_t i,
                  std::uint32_t head) const;
  bool glued_begin(std::uint32_t next, ending how, bool closed) const;

  const laid_text& laid_;
  std::uint32_t first_, end_;
  bool caseless_;
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_SENTENCE_RULES_HPP_
