// SPDX-License-Identifier: Apache-2.0
// plain_phrases.hpp - verbs that report, and the noun phrases beside them.
//
// For languages without learned models. German knows a noun by its capital
// letter: small words in front of one are its adjectives, and articles tell
// the case of a subject. In the other languages all words belong to a phrase
// until a preposition, a conjunction, a verb of the lexicon or a comma ends
// it. A comma is passed where a second phrase between commas says who the
// first one is ("Ana Ruiz, alcaldesa de Lugo, ...").
//
// Ranges are half-open, in tokens; no call reads more than a bounded number
// of tokens. An object keeps a reference to the reading and never changes.
#ifndef COPYDESK_SRC_QUOTES_PLAIN_PHRASES_HPP_
#define COPYDESK_SRC_QUOTES_PLAIN_PHRASES_HPP_

#include <cstdint>
#include <string_view>

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

class phrases {
 public:
  // `r` must outlive the object.
  explicit phrases(const reading& r);

  std::string_view text_of(std::uint32_t t) const;
  bool is(std::uint32_t t, word_tag tag) const { return tags_of(t) == tag; }
  bool capital(std::uint32_t t) const;
  bool small(std::uint32_t t) const;  // a word in small letters

  // Whether the token ends a clause: a stop, colon or semicolon.
  bool stop(std::uint32_t t) const;

  // Whether the token is a form of a verb that reports. A German verb that
  // needs its particle counts if one stands before `end` in its clause; the
  // words of `gap`, a quotation in that clause, are passed over.
  bool tells(std::uint32_t t, std::uint32_t end, token_range gap = {}) const;

  // have, be or a modal verb.
  bool helps(std::uint32_t t) const;

  // Whether the token cannot stand in a noun phrase: a verb, as far as its
  // form shows.
  bool acts(std::uint32_t t) const;

  // Whether the article at t leads a noun: "der alte Mann", not "der sagt".
  bool adjacent_noun(std::uint32_t t, std::uint32_t end) const;

  // The noun phrase that begins at `begin`, after adverbs, times and places;
  // empty if none does. With `alone` no second phrase between commas.
  token_range forward(std::uint32_t begin, std::uint32_t end,
                      bool alone = false) const;

  // The noun phrase that fills [begin, end) up to its last words: the subject
  // before a verb at `end`. Empty if a preposition leads it or a verb stands
  // in it.
  token_range backward(std::uint32_t begin, std::uint32_t end) const;

  // French, Italian, Portuguese, Spanish.
  bool romance() const;
  // "all'Ansa": a preposition and its noun in one token.
  bool elided(std::uint32_t t) const;
  // "a juicio de Ruiz": a noun at t that tells whose opinion follows.
  bool opinion(std::uint32_t t, std::uint32_t end) const;

  // A name between marks that is part of a phrase: the end of its pair, or 0.
  std::uint32_t end_of_marked(std::uint32_t t, std::uint32_t end) const;

 private:
  word_tag tags_of(std::uint32_t t) const { return r_.words[t].tag; }
  bool german() const { return r_.laid.lang == text::language::de; }
  bool oblique(std::uint32_t t) const;
  bool manner(std::uint32_t t) const;
  bool impersonal(std::uint32_t t, std::uint32_t end) const;
  bool how(std::uint32_t t) const;
  bool noun_here(std::uint32_t t) const;
  std::uint32_t behind_participle(std::uint32_t begin, std::uint32_t end) const;
  bool joins_no_noun(std::uint32_t t) const;
  bool located(std::uint32_t t, std::uint32_t end) const;
  bool latter(std::uint32_t t, std::uint32_t end) const;
  bool adjective(std::uint32_t t, std::uint32_t end) const;
  bool starts(std::uint32_t t, std::uint32_t end) const;
  std::uint32_t skip(std::uint32_t t, std::uint32_t end) const;
  std::uint32_t body(std::uint32_t t, std::uint32_t end, bool inner) const;
  std::uint32_t extended(std::uint32_t t, std::uint32_t end) const;
  std::uint32_t placed(std::uint32_t t, std::uint32_t end) const;
  std::uint32_t german_body(std::uint32_t t, std::uint32_t end) const;
  std::uint32_t other_body(std::uint32_t t, std::uint32_t end) const;
  std::uint32_t apposition(std::uint32_t comma, std::uint32_t end) const;
  std::uint32_t bracket(std::uint32_t t, std::uint32_t end) const;

  const reading& r_;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PLAIN_PHRASES_HPP_
