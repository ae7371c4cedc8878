// SPDX-License-Identifier: Apache-2.0
// Idea: see plain_clauses.hpp. Subjects that do not stand beside the verb of
// saying: of a clause joined to an earlier one, before a relative pronoun,
// beside the helper, the document in which "it says".
// Cost: O(end - begin) tokens a call; the callers give bounded ranges.
#include <algorithm>
#include <string_view>

#include "quotes/plain_clauses.hpp"
#include "quotes/plain_lists.hpp"

namespace copydesk::quotes {

// "In dem Bericht hie\u00DF es", "hei\u00DFt es in der Mitteilung".
token_range clauses::document(std::uint32_t begin, std::uint32_t cue,
                              std::uint32_t end) const {
  // All that stands before the verb, if it is one phrase.
  const bool leads = begin + 1 < cue && np_.is(begin, word_tag::prep);
  std::uint32_t t = begin;
  while (leads && t < cue && !np_.acts(t) && !np_.stop(t) &&
         r_.tags[t] != tag_comma && !np_.is(t, word_tag::subject)) {
    ++t;
  }
  if (leads && t == cue && cue < begin + 16) return {begin + 1, cue};
  for (std::uint32_t t = cue + 1; t + 1 < end; ++t) {
    if (!np_.is(t, word_tag::prep) && !np_.is(t, word_tag::of)) continue;
    token_range out = governed(t + 1, end);
    // "in der Meldung auf der Seite von X": the phrases behind belong to it.
    for (int step = 0; german() && !out.empty() && step < 3; ++step) {
      if (out.end >= end ||
          !(np_.is(out.end, word_tag::prep) || np_.is(out.end, word_tag::of))) {
        break;
      }
      const token_range more = governed(out.end + 1, end);
      if (more.empty() || more.first != out.end + 1) break;
      out.end = more.end;
    }
    if (!out.empty()) return out;
  }
  for (std::uint32_t t = begin; t + 1 < cue; ++t) {
    if (!np_.is(t, word_tag::prep) && !np_.is(t, word_tag::of)) continue;
    const token_range out = governed(t + 1, cue);
    if (!out.empty()) return out;
  }
  return {};
}

// A relative pronoun, where it is no article of a noun before `end`.
bool clauses::is_relative(std::uint32_t t, std::uint32_t end) const {
  return is_in(np_.text_of(t), plain_list::relative_pronoun) &&
         (!np_.adjacent_noun(t, end) ||
          (t + 2 < end && is_person({t + 1, t + 2}) &&
           is_person({t + 2, t + 3})));  // ", die Max Kern ... nannte"
}

// The phrase that a relative pronoun at t, behind its comma, stands for.
token_range clauses::related(std::uint32_t begin, std::uint32_t t) const {
  std::uint32_t first = begin;
  for (std::uint32_t k = begin; k + 1 < t; ++k) {
    if (r_.tags[k] == tag_comma || np_.acts(k)) first = k + 1;
  }
  const token_range out = np_.forward(first, t - 1, true);
  return out.end == t - 1 ? out : token_range{};
}

// "ein Kommentar, der den Plan als ... bezeichnet": what the relative pronoun
// in front of a verb at the end of its clause stands for.
token_range clauses::antecedent(std::uint32_t begin, std::uint32_t cue,
                                std::uint32_t end) const {
  std::uint32_t t = cue + 1;
  while (t < end && np_.helps(t)) ++t;
  if (!german() || t < end) return {};
  for (t = cue; t-- > begin + 1;) {
    if (r_.tags[t - 1] != tag_comma) continue;
    if (!is_relative(t, cue)) return {};
    const token_range own = np_.forward(t + 1, cue);  // "die er ... nannte"
    const bool acting = own.first == t + 1 && !own.empty() &&
                        (np_.is(t + 1, word_tag::subject) || is_person(own));
    return acting ? own : related(begin, t);
  }
  return {};
}

// Whether a person is named in it.
bool clauses::is_person(token_range who) const {
  for (std::uint32_t t = who.first; t < who.end; ++t) {
    if (in_name_of(r_, t, entity_type::person)) return true;
  }
  return false;
}

// Whether anybody is named in it, or a pronoun or a masculine article leads.
bool clauses::can_act(token_range who) const {
  for (std::uint32_t t = who.first; t < who.end; ++t) {
    const int type = r_.names[t] % 16;
    if (type == static_cast<int>(entity_type::person) ||
        type == static_cast<int>(entity_type::org)) {
      return true;
    }
  }
  return np_.is(who.first, word_tag::subject) ||
         is_in(np_.text_of(who.first), plain_list::masculine);
}

// A pronoun that can only be a subject.
bool clauses::nominative(std::uint32_t t) const {
  return is_in(np_.text_of(t), plain_list::nominative);
}

// "und nannte sie "...": a pronoun right before the marks is what is called.
bool clauses::objective(std::uint32_t t, std::uint32_t end) const {
  const std::string_view s = np_.text_of(t);
  return (s == "sie" || s == "es") &&
         (t + 1 == end || np_.text_of(t + 1) == "als");
}

// The subject of the clause that ends before the conjunction at `end`.
token_range clauses::shared(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = end; t-- > begin;) {  // "...", sagte X und fragte
    if (r_.tags[t] != tag_right_mark) continue;
    begin = t + 1 < end && r_.tags[t + 1] == tag_comma ? t + 2 : t + 1;
    break;
  }
  if (np_.is(begin, word_tag::subord)) {  // "Als Y kam, ging X und sagte"
    std::uint32_t comma = begin;
    while (comma < end && r_.tags[comma] != tag_comma) ++comma;
    if (comma < end) begin = comma + 1;
  }
  std::uint32_t verb = begin;
  while (verb < end && !np_.acts(verb)) ++verb;
  if (verb == end) return {};
  for (std::uint32_t t = verb; t + 1 < end; ++t) {  // ging er ins Haus
    if (np_.acts(t) && is_in(np_.text_of(t + 1), plain_list::he_or_she)) {
      return {t + 1, t + 2};
    }
    if (r_.tags[t] == tag_comma) break;
  }
  if (verb > begin && np_.is(verb - 1, word_tag::subject)) {
    return {verb - 1, verb};
  }
  if (np_.is(verb + 1, word_tag::subject)) return {verb + 1, verb + 2};
  const token_range left = before(begin, verb);
  return left.empty() ? np_.forward(verb + 1, end) : left;
}

// "zitiert die Zeitung den Minister", "Ein Sender zitierte X": who is cited
// spoke.
token_range clauses::cited(std::uint32_t cue, std::uint32_t end,
                           token_range subject) const {
  const std::string_view w = np_.text_of(cue);
  if (w.substr(0, 6) != "zitier" || subject.empty()) return {};
  const std::uint32_t after = std::max(cue + 1, subject.end);
  std::uint32_t t = after;
  while (t < end && np_.small(t) && !np_.is(t, word_tag::prep) &&
         r_.tags[t] != tag_comma && !np_.helps(t)) {
    ++t;  // the article, in a case that is no subject's
  }
  const token_range who = np_.forward(t, end);
  if (who.empty() || who.first != t || t >= end) return {};
  return {after, who.end};
}

// "X hat den Plan als "..." bezeichnet": the verb at the end of the sentence
// has its subject beside its helper; "wird von X als "..." bezeichnet" has
// nobody or somebody by name.
token_range clauses::by_helper(std::uint32_t begin, std::uint32_t open) const {
  std::uint32_t verb = begin;
  while (verb < open && !np_.helps(verb)) ++verb;
  if (verb == open) return {};
  const std::string_view w = np_.text_of(verb);
  if (is_in(w, plain_list::passive)) {
    for (std::uint32_t t = verb + 1; t + 1 < open; ++t) {
      const std::string_view s = np_.text_of(t);
      if (is_in(s, plain_list::by_whom)) {
        return governed(t + 1, open);
      }
    }
    return {};
  }
  const token_range left = before(begin, verb);
  return left.empty() ? np_.forward(verb + 1, open) : left;
}

token_range clauses::matrix(std::uint32_t begin, std::uint32_t open) const {
  if (!german()) return {};
  for (std::uint32_t t = open; t-- > begin + 1;) {
    if (!np_.is(t, word_tag::that)) continue;
    const std::uint32_t end = r_.tags[t - 1] == tag_comma ? t - 1 : t;
    std::uint32_t verb = begin;
    while (verb < end && !np_.acts(verb)) ++verb;
    if (verb == end) return {};
    if (np_.is(verb + 1, word_tag::subject)) return {verb + 1, verb + 2};
    const token_range left = before(begin, verb);
    return left.empty() ? np_.forward(verb + 1, end) : left;
  }
  return {};
}

// "weil die Regierung den Plan als "..." bezeichnet hat", "ein Kommentar, der
// ihn als "..." bezeichnet": the subject of a clause whose verb stands behind
// the marks and ends it.
token_range clauses::inner_subject(std::uint32_t begin, std::uint32_t open,
                                   std::uint32_t cue, std::uint32_t end) const {
  std::uint32_t t = cue + 1;
  while (t < end && np_.helps(t)) ++t;
  if (!german() || (t < end && r_.tags[t] != tag_comma && !np_.stop(t))) {
    return {};
  }
  for (t = open; t-- > begin + 1;) {
    if (np_.helps(t)) return {};
    if ((np_.is(t, word_tag::subord) || np_.text_of(t) == "w\u00E4hrend") &&
        r_.tags[t - 1] == tag_comma) {
      return np_.forward(t + 1, open);
    }
    if (r_.tags[t - 1] == tag_comma && is_relative(t, open)) {
      return related(begin, t);
    }
  }
  return {};
}

bool clauses::reports(std::uint32_t begin, std::uint32_t end) const {
  if (!german()) return false;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (is_in(np_.text_of(t), plain_list::reported)) return true;
  }
  return false;
}

// The subject of the first verb, or the words before the colon themselves.
token_range clauses::subject(std::uint32_t begin, std::uint32_t end) const {
  // "..., und der Minister Jens Moe: "...""
  for (std::uint32_t t = end; german() && t-- > begin + 1;) {
    if (np_.acts(t) || np_.is(t, word_tag::subject)) break;
    if (!np_.is(t, word_tag::coord) || r_.tags[t - 1] != tag_comma) continue;
    const token_range last = np_.backward(t + 1, end);
    if (last.end == end) return last;
    break;
  }
  std::uint32_t verb = begin;
  while (verb < end && !np_.acts(verb)) ++verb;
  if (verb == end) return np_.backward(begin, end);
  const token_range left = np_.backward(begin, verb);
  const token_range right = np_.forward(verb + 1, end);
  return left.empty() || object_leads(left, right) ? right : left;
}

// "Die Vorwuerfe weist Kern von sich": a person behind the verb, and a thing
// in front of it.
bool clauses::object_leads(token_range left, token_range right) const {
  if (!german() || right.empty() || can_act(left)) return false;
  const bool led = np_.text_of(right.first) == "der";
  return is_person(led ? right : token_range{right.first, right.first + 1});
}

}  // namespace copydesk::quotes
