// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. The verb that changes with the subject is the cue
// itself or its auxiliary: the subject stands next to that one. A pronoun
// beside it wins; then, behind a quotation, what follows; else what leads the
// clause, if it can be a subject at all.
// Cost: O(end - begin) tokens, each looked at a bounded number of times; the
// callers give bounded ranges.
#include "quotes/plain_clauses.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"
#include "quotes/plain_lists.hpp"

namespace copydesk::quotes {
namespace {

// Commas of a sentence after which a subject is looked for.
constexpr int most_commas = 6;

}  // namespace

// Whether the token stands in no marks.
bool clauses::outside(std::uint32_t t) const {
  return r_.tags[t] != tag_left_mark && r_.tags[t] != tag_right_mark;
}

// A phrase after a preposition, whatever its case.
token_range clauses::governed(std::uint32_t t, std::uint32_t end) const {
  if (t < end && np_.is(t, word_tag::of) && german()) ++t;
  if (t >= end) return {};
  std::uint32_t lead = t;
  while (lead < end &&
         (np_.is(lead, word_tag::det) || np_.is(lead, word_tag::poss))) {
    ++lead;
  }
  token_range out = np_.forward(lead, end, !german());
  if (!out.empty() && out.first == lead) out.first = t;
  return out.empty() || out.first > lead ? token_range{} : out;
}

// The subject that ends before `verb`: at the clause's begin, or after one of
// its commas.
token_range clauses::before(std::uint32_t begin, std::uint32_t verb) const {
  token_range out = np_.backward(begin, verb);
  int commas = 0;
  for (std::uint32_t t = begin; out.empty() && t < verb; ++t) {
    if (r_.tags[t] != tag_comma && !np_.is(t, word_tag::coord) &&
        !np_.is(t, word_tag::subord) && !np_.is(t, word_tag::that) &&
        !np_.is(t, word_tag::what)) {
      continue;
    }
    // "Als Antwort auf den Brief sagte X": no comma, no clause.
    if (t == begin && german() && np_.is(t, word_tag::subord)) continue;
    if (++commas > most_commas) break;
    out = np_.backward(t + 1, verb);
  }
  return out;
}

// "entgegnete X empoert": the verb before a participle, in its clause, which
// tells how.
std::uint32_t clauses::stirred(std::uint32_t begin, std::uint32_t cue) const {
  if (!german() || cue == no_token || finite(cue)) return cue;
  for (std::uint32_t t = cue; t-- > begin;) {
    if (r_.tags[t] == tag_comma || !outside(t) || np_.stop(t) || np_.helps(t) ||
        np_.is(t, word_tag::coord)) {
      break;
    }
    if (np_.tells(t, cue) && finite(t)) return t;
  }
  return cue;
}

// "fortgesetzt werde": what is done, by nobody, in a clause beside the one
// that tells.
bool clauses::done(std::uint32_t t, std::uint32_t end) const {
  return german() && t + 2 < end &&
         is_in(np_.text_of(t + 1), plain_list::done) &&
         (r_.tags[t + 2] == tag_comma || r_.tags[t + 2] == tag_colon);
}

// Whether the form can only be that of a finite verb: "warnte", "sprach".
bool clauses::finite(std::uint32_t t) const {
  const std::string_view s = np_.text_of(t);
  return !ends_in(s, "t") && !ends_in(s, "en");
}

// "wie X mitteilte": the verb ends its clause.
bool clauses::subordinate(std::uint32_t begin, std::uint32_t cue,
                          std::uint32_t end) const {
  if (!german()) return false;
  std::uint32_t t = cue + 1;
  while (t < end && np_.helps(t)) ++t;
  if (t < end && r_.tags[t] != tag_comma && outside(t) && !np_.stop(t)) {
    return false;
  }
  for (t = cue; t-- > begin;) {
    if (np_.text_of(t) == "wie" && np_.text_of(t + 1) == "folgt") continue;
    if (np_.is(t, word_tag::what) || np_.is(t, word_tag::that) ||
        np_.is(t, word_tag::subord)) {
      return true;
    }
    // "Wie X schrieb, soll Y gesagt haben": another clause.
    if (np_.helps(t) && r_.tags[t + 1] != tag_comma) return false;
  }
  return false;
}

telling clauses::by_verb(std::uint32_t begin, std::uint32_t cue,
                         std::uint32_t end, bool inverted) const {
  telling out;
  out.found = out.has_cue = true;
  out.cue = cue;
  out.source = written(begin, cue, end);
  if (out.source.empty()) out.source = office(begin, cue, end);
  if (!out.source.empty()) return out;
  std::uint32_t verb = cue;
  const std::uint32_t back = german() ? 24 : 6;
  const bool alone =
      german() &&
      (finite(cue) ||
       (cue + 1 < end && np_.helps(cue + 1) &&
        np_.text_of(cue + 1) != "haben") ||
       (cue > begin && r_.tags[cue - 1] == tag_comma && !np_.helps(begin)));
  for (std::uint32_t t = cue; !alone && t > begin && t + back > cue; --t) {
    if (r_.tags[t - 1] == tag_comma && !german()) break;
    if (np_.helps(t - 1)) {
      verb = t - 1;
      if (!german()) continue;
      break;
    }
  }
  // "X kam an und sprach von": who did what stands before the "und".
  if (german() && verb > begin + 1 && np_.is(verb - 1, word_tag::coord) &&
      !(verb + 1 < end && nominative(verb + 1) && !objective(verb + 1, end))) {
    out.source = shared(begin, verb - 1);
    if (!out.source.empty()) return out;
  }
  // A pronoun beside the verb, unless a man or a body stands before it.
  const token_range lead =
      german() && verb > begin ? np_.backward(begin, verb) : token_range{};
  const bool led = !lead.empty() && verb == cue &&
                   np_.text_of(lead.first) == "Der" && lead.end == verb;
  for (std::uint32_t t = verb + 1; t < end && t < cue + 2; ++t) {
    if (!np_.is(t, word_tag::subject)) continue;
    if (led && (np_.text_of(t) == "sie" || np_.text_of(t) == "es")) break;
    if (np_.text_of(t) == "es") {
      out.source = document(begin, verb, end);
      return out;
    }
    if (t <= verb + 2 || !german()) {
      out.source = {t, t + 1};
      const token_range who =
          german() && verb == cue ? cited(cue, end, out.source) : token_range{};
      if (!who.empty()) out.source = who;
      return out;
    }
  }
  if (verb > begin && np_.is(verb - 1, word_tag::subject)) {
    out.source = {verb - 1, verb};
    // "Es wurde von Kern der Vorwurf ..."
    if (german() && np_.text_of(verb - 1) == "Es" &&
        is_in(np_.text_of(verb), plain_list::passive)) {
      out.source = by_helper(begin, end);
    }
    return out;
  }
  if (subordinate(begin, cue, end)) {
    for (std::uint32_t t = cue; t-- > begin;) {
      const bool clause = t == begin || r_.tags[t - 1] == tag_comma ||
                          np_.is(t - 1, word_tag::coord) ||
                          r_.tags[t - 1] == tag_dash;
      if (np_.is(t, word_tag::what) || np_.is(t, word_tag::that) ||
          (np_.is(t, word_tag::subord) && clause)) {
        out.source = np_.forward(t + 1, cue);
        return out;
      }
    }
  }
  const token_range who = antecedent(begin, cue, end);
  if (!who.empty()) {
    out.source = who;
    return out;
  }
  const std::uint32_t after = german() ? verb + 1 : cue + 1;
  const std::uint32_t limit = german() && verb < cue ? cue : end;
  // "Nachdem Y gefragt hatte, entgegnete X": a clause is in the first place.
  inverted =
      inverted || (german() && verb > begin && r_.tags[verb - 1] == tag_comma &&
                   np_.is(begin, word_tag::subord));
  // "...", sagte X: the marks are in the first place.
  inverted = inverted ||
             (german() && verb > begin + 1 && r_.tags[verb - 1] == tag_comma &&
              r_.tags[verb - 2] == tag_right_mark);
  const token_range right = np_.forward(after, limit, as_said(begin));
  const token_range left =
      inverted && !right.empty() ? token_range{} : before(begin, verb);
  out.source = left.empty() || object_leads(left, right) ? right : left;
  // "Besorgt zeigte sich auch der Minister": no noun leads.
  if (german() && verb + 1 < end && np_.text_of(verb + 1) == "sich" &&
      left.end == left.first + 1 && !right.empty() &&
      !in_name_of(r_, left.first, entity_type::person)) {
    out.source = right;
  }
  if (german() && verb == cue) {
    const token_range who = cited(cue, end, out.source);
    if (!who.empty()) out.source = who;
  }
  return out;
}

telling clauses::by_preposition(std::uint32_t t, std::uint32_t begin,
                                std::uint32_t end) const {
  telling out;
  out.cue = t;
  out.found = out.has_cue = true;
  if (np_.text_of(t) == "zufolge") {
    std::uint32_t first = t;
    while (first > begin && first + 10 > t && outside(first - 1) &&
           r_.tags[first - 1] != tag_comma && !np_.acts(first - 1) &&
           !np_.is(first - 1, word_tag::prep)) {
      --first;
    }
    out.source = {first, t};
    out.found = !out.source.empty();
    return out;
  }
  out.source = governed(np_.opinion(t, end) ? t + 2 : t + 1, end);
  if (!german() && t > begin && np_.is(t - 1, word_tag::poss)) {
    out.source = {t - 1, t};  // "po yego slovam" (by his words)
  }
  out.found = !out.source.empty();
  return out;
}

telling clauses::behind(std::uint32_t begin, std::uint32_t end) const {
  // "..., wird X, Chef von Y, zitiert"
  const bool passive = german() && begin < end && np_.helps(begin);
  for (std::uint32_t k = begin; k < end && k < begin + (passive ? 20 : 14);
       ++k) {
    if (r_.tags[k] == tag_comma && k > begin && !passive) break;
    if ((r_.words[k].flags & cue_preposition) != 0 && k <= begin + 1) {
      const telling out = by_preposition(k, begin, end);
      if (out.found) return out;
    }
    if (!np_.tells(k, end)) continue;
    std::uint32_t cue = k;
    while (cue + 1 < end && np_.tells(cue + 1, end)) ++cue;
    return by_verb(begin, cue, end, true);
  }
  return {};
}

telling clauses::around(std::uint32_t begin, std::uint32_t end,
                        std::uint32_t open, std::uint32_t close) const {
  std::uint32_t cue = no_token, lead = no_token;
  bool marked = false;
  const auto told_by_noun = [&](std::uint32_t t, std::uint32_t from) {
    if (!german() || t == from || (r_.words[t].flags & cue_noun) == 0) {
      return false;
    }
    const bool article = np_.is(t - 1, word_tag::det) && t - 1 > from;
    const std::string_view lead_in = np_.text_of(article ? t - 2 : t - 1);
    return lead_in == "nach" || lead_in == "Nach";
  };
  const auto look = [&](std::uint32_t t, std::uint32_t limit) {
    const token_range gap = t < open ? token_range{open, close} : token_range{};
    if (np_.tells(t, limit, gap) && !(t < open && done(t, limit))) cue = t;
    const std::uint8_t flags = r_.words[t].flags;
    const bool stray = (np_.text_of(t) == "so" || np_.text_of(t) == "So") &&
                       (t == begin || (r_.tags[t - 1] != tag_comma &&
                                       r_.tags[t - 1] != tag_dash));
    if (lead != no_token) return;  // the nearest
    if ((flags & cue_preposition) != 0 && !stray) lead = t;
    if (np_.opinion(t, limit)) lead = t;
    if (told_by_noun(t, begin)) lead = t;
  };
  for (std::uint32_t t = open; t-- > begin && cue == no_token;) {
    if (r_.tags[t] == tag_right_mark) marked = true;
    if (!marked) look(t, german() ? end : open);
    if (r_.tags[t] == tag_left_mark) marked = false;
  }
  cue = stirred(begin, cue);
  if (lead != no_token && german() && cue != no_token &&
      close > open) {  // nearer than the verb
    const telling out = by_preposition(lead, begin, open);
    if (out.found) return out;
  }
  marked = false;
  for (std::uint32_t t = close; t < end && cue == no_token; ++t) {
    if (r_.tags[t] == tag_left_mark) marked = true;
    if (!marked) look(t, end);
    if (r_.tags[t] == tag_right_mark) marked = false;
  }
  if (lead == no_token && cue != no_token && german() && open > begin &&
      (r_.words[begin].flags & cue_preposition) != 0 &&
      np_.text_of(begin) != "So") {
    lead = begin;
  }
  if (lead != no_token && (cue == no_token || lead <= begin + 1)) {
    const telling out = by_preposition(lead, begin, lead < open ? open : end);
    if (out.found) return out;
  }
  if (cue == no_token && german() && open > begin &&
      np_.text_of(begin) == "F\u00FCr") {  // for X this is das "..."
    telling out = by_preposition(begin, begin, open);
    out.has_cue = false;
    return out;
  }
  if (cue == no_token) {
    telling out;
    out.source = for_whom(begin, open);
    out.found = !out.source.empty();
    out.cue = begin;
    return out;
  }
  // "Wie X meldete, sieht Y darin ein "..."": X speaks.
  if (german() && r_.words[cue].cue == cue_class::think &&
      np_.text_of(begin) == "Wie") {
    for (std::uint32_t t = begin + 1; t < std::min(open, cue); ++t) {
      if (r_.tags[t] == tag_comma && np_.tells(t - 1, t)) {
        const telling out = by_verb(begin, t - 1, t, false);
        if (!out.source.empty()) return out;
      }
    }
  }
  // "..., while X called it "..."", with the verb at the end of its clause.
  for (std::uint32_t t = close; german() && cue < open && t < end; ++t) {
    if (!outside(t) || r_.tags[t] == tag_comma) break;
    if (!np_.tells(t, end)) continue;
    telling out;
    out.source = inner_subject(cue, open, t, end);
    if (out.source.empty()) break;
    out.found = out.has_cue = true;
    out.cue = t;
    return out;
  }
  if (cue < open) {
    telling out = by_verb(begin, cue, open, false);
    // "X criticized the act of Y, who is said to have called, as": the verb
    // before that one.
    for (std::uint32_t t = cue;
         german() && out.source.empty() && t-- > begin;) {
      if (!outside(t)) break;
      if (np_.tells(t, cue)) {
        const telling more = by_verb(begin, t, open, false);
        if (!more.source.empty()) out = more;
        break;
      }
    }
    return out;
  }
  // "Als "..." bezeichnete X den Plan": the marks are in the first place.
  const token_range inner = inner_subject(begin, open, cue, end);
  telling out = by_verb(close, cue, end, true);
  if (!inner.empty()) out.source = inner;
  if (out.source.empty() && german()) out.source = by_helper(begin, open);
  if (out.source.empty()) out.source = before(begin, open);
  return out;
}

}  // namespace copydesk::quotes
