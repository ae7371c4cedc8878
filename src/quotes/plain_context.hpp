// SPDX-License-Identifier: Apache-2.0
// plain_context.hpp - what stands around a quotation, without a model.
//
// How far the clauses beside the marks reach, and who was named or spoke in
// the sentences before, where the quotation's own sentence names nobody.
#ifndef COPYDESK_SRC_QUOTES_PLAIN_CONTEXT_HPP_
#define COPYDESK_SRC_QUOTES_PLAIN_CONTEXT_HPP_

#include <cstdint>

#include "quotes/plain_clauses.hpp"
#include "quotes/plain_phrases.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Tokens that are looked at on each side of a quotation, at most.
inline constexpr std::uint32_t plain_reach = 60;

class plain_context {
 public:
  // `r` must outlive the object.
  explicit plain_context(const reading& r) : r_(r), np_(r), near_(r) {}

  std::uint32_t paragraph_of(std::uint32_t t) const {
    return r_.laid.sentences[r_.sentence_of[t]].paragraph;
  }

  // The end of the stretch from t, behind a quotation, where its clause surely
  // ends; of the stretch up to t, before one, the begin. O(plain_reach).
  std::uint32_t end_behind(std::uint32_t t) const;
  std::uint32_t begin_before(std::uint32_t t) const;

  // Who a sentence before `first`, in its paragraph, says to have spoken.
  token_range earlier(std::uint32_t first) const;

  // The subject of the sentence before `first`, in its paragraph, if it names
  // a person or a body or is a pronoun.
  token_range topic(std::uint32_t first) const;

  // "Kern ("...")": who is named right before the bracket that the marks at
  // `open` stand in.
  token_range bracketed(std::uint32_t open) const;

  // "auf den Vorwurf der Gegner, der Plan sei "..."": whose words the noun in
  // front of the clause means.
  token_range of_noun(std::uint32_t begin, std::uint32_t open) const;

  // "..., hatte Kern damals gesagt": who tells behind the clause that holds the
  // quotation.
  token_range trailing(std::uint32_t close, std::uint32_t end) const;

  // "Er wollte "..."": a pronoun beside the first verb of a clause that
  // reports nothing itself.
  token_range pronoun(std::uint32_t begin, std::uint32_t open) const;

  // "X sagt, Y erinnere an "..."": who tells the clause of the cue.
  token_range matrix(std::uint32_t begin, std::uint32_t cue) const;

  // A German verb in the subjunctive of reported speech, which is told itself.
  bool in_turn(std::uint32_t t) const;

 private:
  bool abbreviation(std::uint32_t t) const;
  bool nobody(token_range who) const;

  const reading& r_;
  const phrases np_;
  const clauses near_;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PLAIN_CONTEXT_HPP_
