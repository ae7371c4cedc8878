// SPDX-License-Identifier: Apache-2.0
// Idea: see refine.hpp. Who speaks behind the verb, where the labels took them
// for what is told: "..., said Kern", "..., announced on Friday the minister".
// Invariant: content becomes what stands on the other side of the verb.
// Cost: O(tokens of the sentence, at most as many as a window).
#include <algorithm>

#include "quotes/mark_class.hpp"
#include "quotes/refine.hpp"
#include "quotes/subjects.hpp"

namespace copydesk::quotes {
namespace {

// "Norland expelled them, accusing them of theft": a participle stands before
// what it tells, never behind it.
void turn_participle(const reading& r, attribution& out) {
  if (!ends_in_ing(r, out.cue) || out.source.first != out.cue + 1 ||
      out.source.empty() || out.content.empty() || out.level >= 0 ||
      out.content.back().end > out.cue || !out.whole.empty()) {
    return;
  }
  const std::uint32_t end =
      before_stop(r, out.cue + 1,
                  std::min(out.window_end,
                           r.laid.sentences[r.sentence_of[out.cue]].token_end));
  if (end <= out.cue + 1) return;
  out.content.assign(1, {out.cue + 1, end});
  out.source = {};
}

// Whether a verb follows before a comma or a relative: "the road would be
// closed", not "the mayor who was there".
bool is_clause(const reading& r, std::uint32_t first, std::uint32_t end) {
  if (r.words[first].tag == word_tag::prep || ends_in_ing(r, first)) {
    return false;
  }
  for (std::uint32_t t = first; t < end && r.tags[t] != tag_comma; ++t) {
    if (one_of(text_of(r, t), {"who", "which", "that", "whose"})) return false;
    if (is_verbal(r.tags[t])) return true;
    if (r.tags[t] != tag_ed || t == first || t + 1 >= end) continue;
    switch (r.words[t + 1].tag) {  // "the trade earned a billion"
      case word_tag::det:
      case word_tag::poss:
      case word_tag::number:
        return true;
      default:
        if (r.laid.tokens[t + 1].kind == text::token_kind::number) return true;
    }
  }
  return false;
}

// Verbs that stand between what was said and who said it: "said", "warned".
bool may_invert(const word& w) {
  switch (w.cue) {
    case cue_class::say:
    case cue_class::write:
    case cue_class::announce:
    case cue_class::claim:
    case cue_class::explain:
    case cue_class::warn:
      return true;
    default:
      return false;
  }
}

// Where who speaks behind the verb ends: "said Kern, but", "said two people who
// were there"; `first` where nobody does: "said the road was closed".
std::uint32_t teller_end(const reading& r, std::uint32_t first,
                         std::uint32_t end) {
  constexpr std::uint32_t longest = 24;
  if (first >= end || r.words[first].tag == word_tag::subject) return first;
  std::uint32_t t = phrase_end(r, first, end);
  if (t == first || t >= end) return first;
  bool known = r.names[first] != 0 || r.titled[first];
  for (std::uint32_t i = first; i < t && !known; ++i) {
    const word_tag tag = r.words[i].tag;
    known = tag == word_tag::group || tag == word_tag::title ||
            tag == word_tag::document || r.names[i] != 0;
  }
  if (r.words[t - 1].tag == word_tag::coord && is_word(r, t, "others")) {
    ++t;
  }
  while (t < end && r.words[t].tag == word_tag::prep) {  // "for large cases"
    const std::uint32_t more = phrase_end(r, t + 1, end);
    if (more == t + 1) break;
    t = more;
  }
  if (is_word(r, t, "who")) {
    end = std::min(end, t + longest);
    while (t < end && r.tags[t] != tag_comma && r.tags[t] != tag_stop) ++t;
    known = t < end;
  }
  const bool closed =
      t < end && (r.tags[t] == tag_comma || r.tags[t] == tag_stop);
  return known && closed ? t : first;
}

// "announced on Wednesday the minister", "said in Oslo its head": where who
// speaks can begin, behind days and places; `first` without any.
std::uint32_t behind_when(const reading& r, std::uint32_t first,
                          std::uint32_t end) {
  constexpr std::uint32_t longest = 10;
  end = std::min(end, first + longest);
  std::uint32_t t = first;
  for (; t < end; ++t) {
    const bool of_setting =
        r.words[t].tag == word_tag::day ||
        in_name_of(r, t, entity_type::date) ||
        (t > first && (in_name_of(r, t, entity_type::gpe) ||
                       in_name_of(r, t, entity_type::loc))) ||
        one_of(text_of(r, t), {"at", "early", "in", "late", "on"});
    if (!of_setting) break;
  }
  const bool ends = t > first && t < end && r.names[t] < 16 &&
                    r.words[t - 1].tag != word_tag::prep;
  return ends ? t : first;
}

// "said the minister, Ivan Petrov": on behind the name that a comma closes.
std::uint32_t with_name(const reading& r, std::uint32_t first, std::uint32_t t,
                        std::uint32_t end) {
  for (std::uint32_t i = first; i < t; ++i) {
    if (in_name_of(r, i, entity_type::person)) return t;
  }
  if (t >= end || r.tags[t] != tag_comma) return t;
  std::uint32_t e = t + 1;
  bool named = false;
  for (; e < end; ++e) {
    const bool person = in_name_of(r, e, entity_type::person);
    named = named || person;
    if (!person && r.words[e].tag != word_tag::title) break;
  }
  const bool closed =
      named && e < end && (r.tags[e] == tag_comma || r.tags[e] == tag_stop);
  return closed ? e : t;
}

}  // namespace

void turn_back(const reading& r, attribution& out) {
  turn_participle(r, out);
  const word& w = r.words[out.cue];
  if (out.level >= 0 || !may_invert(w) || (w.flags & cue_verb) == 0 ||
      ends_in_ing(r, out.cue)) {
    return;
  }
  const text::sentence& s = r.laid.sentences[r.sentence_of[out.cue]];
  const std::uint32_t begin = std::max(s.first_token, out.window_first);
  const std::uint32_t end = std::min(s.token_end, out.window_end);
  if (out.cue < begin + 3 || r.tags[out.cue - 1] != tag_comma) return;
  const std::uint32_t first = behind_when(r, out.cue + 1, end);
  std::uint32_t t = teller_end(r, first, end);
  if (t == first) return;
  const bool told =  // what is told stands before the verb alone
      !out.content.empty() && out.content.back().end <= out.cue;
  const bool behind =
      out.content.empty() ||
      (out.content.back().first > out.cue && out.content.back().first <= first);
  if (!behind && !(told && out.source.empty())) return;
  t = with_name(r, first, t, end);
  // "Inspectors have closed the mill, said Kern of the office": a name at the
  // end of the sentence tells, whoever else seemed to.
  bool named = false;
  for (std::uint32_t i = first; i < t; ++i) {
    named = named || in_name_of(r, i, entity_type::person);
  }
  named = named && w.cue == cue_class::say && out.source.end < out.cue &&
          before_stop(r, t, end) == t;
  if (!out.source.empty() && !named) return;
  out.source = {first, t};
  token_range rest;
  if (behind && !out.content.empty()) {
    rest = {t + 1, out.content.back().end};
    out.content.pop_back();
  }
  if (out.content.empty()) out.content.push_back({begin, first - 2});
  const bool goes_on =
      rest.first < rest.end && (r.words[rest.first].tag == word_tag::coord ||
                                is_clause(r, rest.first, rest.end));
  if (goes_on) out.content.push_back(rest);
}

}  // namespace copydesk::quotes
