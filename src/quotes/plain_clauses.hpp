// SPDX-License-Identifier: Apache-2.0
// plain_clauses.hpp - who tells, and with which word, in a stretch of text.
//
// For languages without learned models: a clause beside a quotation is given
// as a range of tokens; the verb that reports is found in it and the subject
// by word order ("..., sagte X", "X sagte: ...", "laut X", "wie X mitteilte",
// "dans un entretien, a dit X", Russian "po slovam X").
#ifndef COPYDESK_SRC_QUOTES_PLAIN_CLAUSES_HPP_
#define COPYDESK_SRC_QUOTES_PLAIN_CLAUSES_HPP_

#include <cstdint>

#include "quotes/attribution.hpp"
#include "quotes/plain_phrases.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

struct telling {
  bool found = false;
  bool has_cue = false;
  std::uint32_t cue = 0;
  token_range source;  // may be empty
};

class clauses {
 public:
  // `r` must outlive the object.
  explicit clauses(const reading& r) : r_(r), np_(r) {}

  // [begin, end) follows a quotation: "sagte X", "so X", "wird X zitiert".
  telling behind(std::uint32_t begin, std::uint32_t end) const;

  // [begin, end) leads to a quotation, or holds it: "X sagte", "Laut X".
  // The quotation is [open, close): the last cue before it is taken, else the
  // first behind it.
  telling around(std::uint32_t begin, std::uint32_t end, std::uint32_t open,
                 std::uint32_t close) const;

  // The subject of a clause without a verb of saying that ends in a colon:
  // "X stellt sich vor sie:", "X, Vorsitzende des Vereins:". May be empty.
  token_range subject(std::uint32_t begin, std::uint32_t end) const;

  // "Pour X, "..."": the person whose opinion the clause that leads to the
  // marks at `open` gives. May be empty; always is in German.
  token_range for_whom(std::uint32_t begin, std::uint32_t open) const;

  // Whether a German clause that ends in a colon reports, in the subjunctive,
  // what somebody said before: "Der Plan sei gut: ...".
  bool reports(std::uint32_t begin, std::uint32_t end) const;

  // The subject of the clause before the last "dass" of [begin, open), where
  // no verb of saying is there: "X geht davon aus, dass ...". May be empty.
  token_range matrix(std::uint32_t begin, std::uint32_t open) const;

 private:
  bool german() const { return r_.laid.lang == text::language::de; }
  bool finite(std::uint32_t t) const;
  std::uint32_t stirred(std::uint32_t begin, std::uint32_t cue) const;
  bool done(std::uint32_t t, std::uint32_t end) const;
  bool outside(std::uint32_t t) const;
  telling by_verb(std::uint32_t begin, std::uint32_t cue, std::uint32_t end,
                  bool inverted) const;
  telling by_preposition(std::uint32_t t, std::uint32_t begin,
                         std::uint32_t end) const;
  token_range cited(std::uint32_t cue, std::uint32_t end,
                    token_range subject) const;
  token_range by_helper(std::uint32_t begin, std::uint32_t open) const;
  token_range governed(std::uint32_t t, std::uint32_t end) const;
  token_range before(std::uint32_t begin, std::uint32_t verb) const;
  token_range shared(std::uint32_t begin, std::uint32_t end) const;
  bool is_relative(std::uint32_t t, std::uint32_t end) const;
  token_range related(std::uint32_t begin, std::uint32_t t) const;
  token_range antecedent(std::uint32_t begin, std::uint32_t cue,
                         std::uint32_t end) const;
  token_range inner_subject(std::uint32_t begin, std::uint32_t open,
                            std::uint32_t cue, std::uint32_t end) const;
  bool is_person(token_range who) const;
  bool can_act(token_range who) const;
  bool object_leads(token_range left, token_range right) const;
  token_range written(std::uint32_t begin, std::uint32_t cue,
                      std::uint32_t end) const;
  token_range office(std::uint32_t begin, std::uint32_t cue,
                     std::uint32_t end) const;
  bool as_said(std::uint32_t begin) const;
  bool nominative(std::uint32_t t) const;
  bool objective(std::uint32_t t, std::uint32_t end) const;
  token_range document(std::uint32_t begin, std::uint32_t cue,
                       std::uint32_t end) const;
  bool subordinate(std::uint32_t begin, std::uint32_t cue,
                   std::uint32_t end) const;

  const reading& r_;
  const phrases np_;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PLAIN_CLAUSES_HPP_
