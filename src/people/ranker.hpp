// SPDX-License-Identifier: Apache-2.0
// ranker.hpp - whom a pronoun or a description means: scores of candidates.
//
// Each candidate is a set of small features; its score is the sum of their
// integer weights, one row of weights a class of anaphor. The weights are
// learned by src/train/train_people.cpp and stand in weights.inc.
#ifndef COPYDESK_SRC_PEOPLE_RANKER_HPP_
#define COPYDESK_SRC_PEOPLE_RANKER_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace copydesk::people {

enum class anaphor : std::uint8_t {
  subject,      // he, she
  object,       // him, her
  possessive,   // his, her
  source,       // he, she beside the cue of a quotation
  they,         // they, them, their
  it,           // it, its
  description,  // the minister
  body,         // the company, the city
};
inline constexpr std::size_t anaphor_classes = 8;

// Features, in groups of which a candidate has one member or none.
namespace feature {
enum : std::uint16_t {
  sentences = 0,        // 0 1 2 3-4 5-8 9+ back; [6] in the same, after it
  rank = 7,             // 0 1 2 3 4+ by recency; +5 if in the same sentence
  roles = 17,           // antecedent subject, possessive, object, other
                        // (as it was named last)
  named_by = 21,        // pronoun, full name, short name, description
  quoted = 25,          // none, antecedent, anaphor, both in one, in two
  in_own_content = 30,  // named inside the quotation that the anaphor said
  last_speaker = 31,    // said the last quotation; [1] in this paragraph
  spoke = 33,           // said an earlier quotation
  says_this = 34,       // is named as the speaker of the quotation around
  paragraph = 35,       // named in the same, the one before, an earlier one
  sentence_first = 38,  // the first in its sentence
  count = 39,           // named 1 2 3-4 5+ times so far
  most_named = 43,      // named most in the document
  first_named = 44,     // named first in the document
  sex = 45,             // agrees surely, rather, not known, rather not, not
  kind = 50,            // name of a person, body, place, other; description
  clash_object = 55,    // subject of the same clause, anaphor is its object
  clause_subject = 56,  // subject of the same clause, anaphor possessive
  only_in_sentence = 57,
  head_in_role = 58,  // the head noun is in a role of the candidate
  head_other = 59,    // it has roles, but none with this head
  no_role = 60,
  modifiers = 61,     // with head: all, some, none of several match; none
                      // there
  age = 65,           // agrees, differs, candidate's not known
  same_head = 68,     // described by the same noun before
  head_in_name = 69,  // "the alliance", Umoja Reform Alliance
  modifier_in_name = 70,
  sort_agrees = 71,  // "the company", Claverton Inc; see bodies.hpp
  nation_in_role = 72,
  none_bias = 73,        // "nobody of these": always
  none_candidates = 74,  // 0 1 2-3 4+ candidates
  none_head = 78,        // 0 1 2+ candidates with the head in a role
  none_determiner = 81,  // the, this, possessive, none, other
  none_modifiers = 86,   // 0 1 2+
  none_source = 89,
  none_plural = 90,
  speaker_before = 91,         // candidate's last occurrence was beside a cue
  next_sentence_subject = 92,  // subject of the sentence before
  parallel = 93,          // same role (subject/object) in the sentence before
  after_possessive = 94,  // the candidate stands in "X's" right before
  apposed = 95,
  headline = 96,        // named only in the headline so far
  copies = 97,          // sentence distance 0 and subject of it
  distance = 98,        // tokens: <4 <8 <16 <32 <64 more
  role_back = 104,      // role (4) in this sentence, the one before, earlier
  first_back = 116,     // first in its sentence: this, the one before, earlier
  in_document = 119,    // mentions in all: 1 2 3-4 5+
  parallel_here = 123,  // same role, same sentence
  later_subject = 124,  // named later, subject of the main clause
  later_other = 125,
  coordinated = 126,  // "and X"
  relative = 127,     // "X, who"
  after_by = 128,
  after_preposition = 129,
  after_of = 130,
  in_that_clause = 131,  // "X said that he": subject; [1] others
  mark_between = 133,    // a quotation mark stands between
  of_sentences = 134,    // persons in its sentence before it: 0 1 2+
  forward = 137,         // named later in the document
  conflict = 138,        // Republican or Democratic, Russian or German...
  opening_role = 139,    // as role_back, the anaphor opens its sentence
  subordinate = 151,     // named behind a who, which, when: here, before
  recent = 153,          // of the last occurrences: 1 2 3-4 5+
  verb_after = 157,      // the anaphor is possessive, a noun with a verb next
  opening_first = 158,   // as first_back, the anaphor opens its sentence
  form_role = 161,       // the last occurrence: pronoun, several words, a part
                         // of them, the only word, description; by role (4)
                         // and sentence (this, the one before, earlier)
  clauses_role = 221,   // same sentence: clauses begun between: 0 1 2+; by role
  owned = 233,          // "his wife X", "Y's friend X"; [1] the same sentence
  later_opening = 235,  // "In her speech, X": named right behind the comma
  next_opening = 236,   // the text opens with the phrase, the next sentence
                        // with the name; [1] behind a title or the like
  sort_differs = 238,   // "the party", Claverton Inc; [1] nothing known
  in_headline = 240,    // first named in the headline
  subjects_between = 241,  // same sentence, the candidate is a subject: none
                           // behind it, one, more; [3] it is no subject and
                           // none is, [4] one is, [5] more are
  last_subject = 247,      // was a subject here, in the sentence before, two
                           // to four back, earlier, never
  subject_count = 252,     // as a subject: once, twice, more
  joined = 255,            // "X and his": one word between, a conjunction,
                           // preposition, comma, verb, other
  predicate = 260,         // "X was her bridesmaid"
  in_brackets = 261,
  nameless = 262,      // a pronoun that nobody was found for
  several = 263,       // people, not one body
  body_named = 264,    // "the NLC boss": the candidate's roles name it
  body_missing = 265,  // they name none, [1] another body
  // Behind the pronoun's clause: "When he was minister, X formed". The clause
  // opens the sentence or not (6); the name right behind a comma, near one,
  // far (2); a subject or not; [12] the same, named before, too.
  later_place = 267,
  later_known = 291,   // named before, and later without such a clause
  later_second = 292,  // another person between the pronoun and the name
  // The word before the anaphor: none in its sentence, that or who, when and
  // the like, and, a comma, a verb, a preposition, to, other; by the role and
  // sentence (this, the one before) of the candidate.
  behind_role = 293,
  verbs_role = 365,  // same sentence: verbs between, 0 1 2 3+; by role
  top_count = 381,   // meant more often than any other so far; [1] as another
  newest_subject = 383,  // the last subject
  spoken_of = 384,       // the quotation whose source the pronoun is names the
                         // candidate: some of it between marks, none
  total = 386
};
}  // namespace feature

using weight_row = std::array<std::int16_t, feature::total>;
using weight_table = std::array<weight_row, anaphor_classes>;
// The weights in use when the caller brings none.
const weight_table& learned_weights();

struct candidate {
  std::int32_t referent = -1;           // -1: none of the others
  std::int32_t score = 0;               // the weights of what it shows
  std::vector<std::uint16_t> features;  // the same, if they are to be kept

  // Borrows the weights of the anaphor's class.
  candidate(const weight_row& row, bool keeps) : row_(&row), keeps_(keeps) {}

  void add(unsigned f) { add_if(true, f); }
  // Adds it if `is`.
  void add_if(bool is, unsigned f) {
    score += is ? (*row_)[f] : 0;
    if (keeps_ && is) features.push_back(static_cast<std::uint16_t>(f));
  }

 private:
  const weight_row* row_;
  bool keeps_;
};

// What was decided at one anaphor; kept for training and for tests.
struct decision {
  std::uint32_t token = 0;
  anaphor kind = anaphor::subject;
  std::size_t chosen = 0;  // index into candidates
  std::vector<candidate> candidates;
};

// The index of the best candidate; the earlier of equals. Requires one at
// least.
std::size_t choose(const std::vector<candidate>& candidates);

// 65536 * exp(-behind / 256), by integers from a table, the same everywhere.
std::int64_t share(std::int64_t behind);

// How sure the choice is: the chosen one's share after the logistic of the
// scores, in [0, 1]. Each of `all` has a score.
template <class Scored>
float certainty(const std::vector<Scored>& all, std::size_t chosen) {
  std::int64_t sum = 0;
  for (const Scored& one : all) {
    sum += share(std::int64_t{all[chosen].score} - one.score);
  }
  return sum == 0 ? 0.0F
                  : static_cast<float>(65536.0 / static_cast<double>(sum));
}

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_RANKER_HPP_
