// SPDX-License-Identifier: Apache-2.0
// Idea: see plain_phrases.hpp and plain_clauses.hpp. What French, Italian,
// Portuguese, Spanish and Russian have and German has not: prepositions that
// are one token with their noun ("all'Ansa"), nouns that look like verbs ("una
// nota"), opinions told by a noun ("a juicio de Ruiz"), participles in front
// of the subject ("Interrogee par l'AFP, la ministre ...").
// Cost: O(1) a call; a few tokens are read.
#include <string_view>

#include "quotes/plain_clauses.hpp"
#include "quotes/plain_lists.hpp"
#include "quotes/plain_phrases.hpp"

namespace copydesk::quotes {

bool phrases::romance() const {
  switch (r_.laid.lang) {
    case text::language::es:
    case text::language::fr:
    case text::language::it:
    case text::language::pt:
      return true;
    default:
      return false;
  }
}

// "all'Ansa": a preposition and its noun.
bool phrases::elided(std::uint32_t t) const {
  const std::string_view s = text_of(t);
  const std::size_t at = s.find_first_of("'\xE2");
  return romance() && at != s.npos && at + 1 < s.size() &&
         is_in(s.substr(0, at), plain_list::elided_preposition);
}

// "una nota", "nella nota": an article that is no pronoun, a possessive or a
// preposition makes a noun of what may be a verb.
bool phrases::noun_here(std::uint32_t t) const {
  if (t == 0 || !romance()) return false;
  const bool governed =
      (is(t - 1, word_tag::prep) || is(t - 1, word_tag::of)) &&
      !ends_as(text_of(t), plain_ending::nonfinite);
  return is(t - 1, word_tag::poss) || governed ||
         (is(t - 1, word_tag::det) &&
          !is_in(text_of(t - 1), plain_list::article_or_pronoun));
}

// "a juicio de Ruiz": t is the noun.
bool phrases::opinion(std::uint32_t t, std::uint32_t end) const {
  return romance() && t > 0 && t + 1 < end &&
         is_in(text_of(t), plain_list::opinion) &&
         is_in(text_of(t - 1), plain_list::before_opinion) &&
         is_in(text_of(t + 1), plain_list::behind_opinion);
}

// "Interrogee par l'AFP, la ministre ...": where the phrase behind the comma
// begins, or `begin` if no participle leads. A participle stands alone before
// a preposition; a name or a noun with an article is the subject itself.
std::uint32_t phrases::behind_participle(std::uint32_t begin,
                                         std::uint32_t end) const {
  constexpr std::uint32_t longest = 14;
  if (german() || begin + 2 >= end || !is(begin, word_tag::none) ||
      !ends_as(text_of(begin), plain_ending::participle) || !capital(begin) ||
      !(is(begin + 1, word_tag::prep) || is(begin + 1, word_tag::of) ||
        is(begin + 1, word_tag::adverb)) ||
      r_.laid.sentences[r_.sentence_of[begin]].first_token != begin) {
    return begin;
  }
  for (std::uint32_t t = begin + 2; t + 1 < end && t < begin + longest; ++t) {
    if (r_.tags[t] == tag_comma) return t + 1;
  }
  return begin;
}

// "si legge", "on lit", "lit-on": a verb of reading that tells what stands in a
// text.
bool phrases::impersonal(std::uint32_t t, std::uint32_t end) const {
  const std::uint32_t first = t > 1 ? t - 2 : 0;
  for (std::uint32_t k = first; k < end && k < t + 3; ++k) {
    if (is_in(text_of(k), plain_list::nobody_said)) return true;
  }
  return false;
}

// "Pour l'economiste Julie Carvin, "..."": whose opinion it is.
token_range clauses::for_whom(std::uint32_t begin, std::uint32_t open) const {
  if (german() || begin + 1 >= open ||
      !is_in(np_.text_of(begin), plain_list::for_whom)) {
    return {};
  }
  const token_range who = governed(begin + 1, open);
  return is_person(who) ? who : token_range{};
}

// "V zayavlenii kompanii govoritsya" (in the statement it says), "lit-on dans
// le communique": the document, where the verb has no subject.
token_range clauses::written(std::uint32_t begin, std::uint32_t cue,
                             std::uint32_t end) const {
  if (german() || !(is_in(np_.text_of(cue), plain_list::stands_written) ||
                    is_in(np_.text_of(cue), plain_list::reads))) {
    return {};
  }
  if (np_.is(begin, word_tag::prep) && cue > begin + 1 && cue < begin + 12) {
    return np_.forward(begin + 1, cue, true);
  }
  for (std::uint32_t t = cue + 1; t + 1 < end && t < cue + 4; ++t) {
    if (np_.is(t, word_tag::prep)) return np_.forward(t + 1, end, true);
    if (np_.elided(t)) return {t, t + 1};
  }
  return {};
}

// "soobshchili v press-sluzhbe" (they said in the press office), "v komitete
// nazvali" (in the committee they called): the office.
token_range clauses::office(std::uint32_t begin, std::uint32_t cue,
                            std::uint32_t end) const {
  if (r_.laid.lang != text::language::ru ||
      !ends_as(np_.text_of(cue), plain_ending::plural)) {
    return {};
  }
  if (cue + 2 < end && is_in(np_.text_of(cue + 1), plain_list::inside)) {
    return np_.forward(cue + 2, end, true);
  }
  if (begin + 1 < cue && is_in(np_.text_of(begin), plain_list::inside)) {
    const token_range out = np_.forward(begin + 1, cue, true);
    if (out.end == cue) return out;
  }
  return {};
}

// Whether a clause of "as X said" begins there.
bool clauses::as_said(std::uint32_t begin) const {
  return !german() && is_in(np_.text_of(begin), plain_list::as);
}

// "polemicamente", "piangendo": how something is said, between a verb and its
// subject.
bool phrases::how(std::uint32_t t) const {
  return romance() && small(t) && is(t, word_tag::none) &&
         ends_as(text_of(t), plain_ending::how);
}

}  // namespace copydesk::quotes
