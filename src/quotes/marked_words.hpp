// SPDX-License-Identifier: Apache-2.0
// marked_words.hpp - what the words between two marks are.
//
// Idea: a pair of marks that no cue reached must speak for itself. Whether
// it is a whole sentence, ends one, is signed ("..." - Name), or is rather a
// title, a nickname, a term, a slogan or a scare quote is told from its own
// words and from the tokens that touch it, never from other quotations.
// Which quotation it joins is decided in assemble.cpp; attribution.cpp asks for
// the teller behind the marks.
//
// Every pair that is passed must be one of the reading's and hold a token
// (q.first < q.end). Ranges are half-open, in tokens. An object keeps a
// reference to the reading, owns nothing else and never changes.
#ifndef COPYDESK_SRC_QUOTES_MARKED_WORDS_HPP_
#define COPYDESK_SRC_QUOTES_MARKED_WORDS_HPP_

#include <cstdint>

#include "quotes/attribution.hpp"
#include "quotes/quotes.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Words and numbers count where shares of words are taken; punctuation, marks
// and symbols do not.
bool counts_as_word(const text::token& t);

class marked_words {
 public:
  // `r` must outlive the object.
  explicit marked_words(const reading& r) : r_(r) {}

  // What stands between the marks, without the comma before the last one.
  // Never empty: the first token stays, whatever it is. O(commas).
  token_range spoken(const pair& q) const;

  // Whether a sentence ends with the pair: a stop or an inner closing mark is
  // the last token inside, or a stop the first one outside, and the sentence
  // splitter agrees. O(1).
  bool ends_sentence(const pair& q) const;

  // "..." - Name: the words after the dash, to the end of the paragraph or
  // sentence, at most twelve; empty if they do not begin like a name or go
  // on too long. Without a dash the person before a colon that begins the
  // sentence. O(1).
  token_range signature(const pair& q) const;

  // "..." Name went on: who tells the words, by an attribution right behind
  // the marks that no model took, with its verb in `cue`; empty if there is
  // none. O(1).
  token_range teller(const pair& q, token_range& cue) const;

  // Whether the words are speech although no cue tells so: a sentence of four
  // words or more that stops as speech does. In English a verb must be among
  // them and capitals may not prevail, which makes a title. What carries on
  // an earlier pair is speech as soon as it has a word. The sentence must
  // begin with the pair: nothing, or a colon, comma or stop, stands before
  // it. O(tokens of q).
  bool is_speech(const pair& q) const;

  // Whether only its mark stands before the token in its sentence. O(1).
  bool opens_sentence(std::uint32_t t) const;

  // Whether what stands in [t, end), between a teller and a mark, tells
  // nothing itself: at most twenty tokens, no "that", and no cue right before
  // the mark. O(1).
  bool is_aside(std::uint32_t t, std::uint32_t end) const;

  // Whether more of the words than half begin with a capital letter, as in a
  // heading. O(tokens of q).
  bool is_title(const pair& q) const;

  // Whether the mark that opens the pair, or else the one that closes it, is
  // not straight. O(1).
  bool is_curly(const pair& q) const;

 private:
  token_range label(const pair& q) const;

  // Whether nothing before the pair belongs to its first sentence.
  bool begins_sentence(const pair& q) const;

  const reading& r_;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_MARKED_WORDS_HPP_
