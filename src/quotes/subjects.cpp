// SPDX-License-Identifier: Apache-2.0
// Idea: see subjects.hpp. A phrase goes on as long as words can be of it, and a
// verb is what a lexicon has, what ends like one, or a past without an ending.
#include "quotes/subjects.hpp"

#include <algorithm>
#include <string_view>

#include "limits.hpp"
#include "quotes/mark_class.hpp"
#include "quotes/past_forms.hpp"
#include "text/datelines.hpp"

namespace copydesk::quotes {
namespace {

// Whether the verb of a subject may stand at t: no stem, which can be a noun.
bool verb_here(const reading& r, std::uint32_t t) {
  const std::uint8_t g = r.tags[t];
  if (g != tag_cue_verb && g != tag_think) {
    return is_verbal(g) || g == tag_ed || is_adverb(r, t);
  }
  const char last = r.laid.tokens[t].where().of(r.laid.clean).back();
  return last == 'd' || last == 's';
}

// "Niamey shut the crossing", "the company cut its target": a past without an
// ending, behind a name or before what an object begins with.
bool past_here(const reading& r, std::uint32_t t) {
  if (t == 0 || !is_past_form(text_of(r, t))) return false;
  if (r.names[t - 1] != 0) return true;
  if (t + 1 >= r.tags.size()) return false;
  switch (r.words[t + 1].tag) {
    case word_tag::det:
    case word_tag::poss:
    case word_tag::object:
    case word_tag::number:
    case word_tag::prep:
    case word_tag::to:
      return true;
    default:
      return r.names[t + 1] != 0;
  }
}

// "In a note by its head, Ann Kern, the union said": behind the name that
// belongs to the lead before the comma.
std::uint32_t behind_apposition(const reading& r, std::uint32_t comma,
                                std::uint32_t end) {
  std::uint32_t t = comma + 1;
  if (r.words[comma - 1].tag != word_tag::title) return t;
  while (t < end && in_name_of(r, t, entity_type::person)) ++t;
  if (t == comma + 1 || t >= end || r.tags[t] != tag_comma) return comma + 1;
  const std::uint32_t who = phrase_end(r, t + 1, end);
  return who > t + 1 && who < end && verb_here(r, who) ? t + 1 : comma + 1;
}

// "On Friday, Kern left": behind a phrase without a verb and its comma.
std::uint32_t behind_lead(const reading& r, std::uint32_t first,
                          std::uint32_t end) {
  constexpr std::uint32_t longest_lead = 12;
  if (first >= end ||
      (r.words[first].tag != word_tag::prep && !is_adverb(r, first))) {
    return first;
  }
  const std::uint32_t sentence_end = end;
  end = std::min(end, first + longest_lead);
  if (first + 1 < end && r.words[first + 1].tag == word_tag::subject) {
    return is_adverb(r, first) ? first + 1 : first;  // "Then he"
  }
  for (std::uint32_t t = first + 1; t < end; ++t) {
    if (r.tags[t] == tag_comma) return behind_apposition(r, t, sentence_end);
    // "signed by its head"
    const bool passive =
        t + 1 < end && is_word(r, t + 1, "by") &&
        r.laid.tokens[t].where().of(r.laid.clean).back() == 'd';
    if ((verb_here(r, t) && !passive) || r.words[t].tag == word_tag::subject) {
      return first;
    }
  }
  return first;
}

// "Kern, who left the union last year, said", "Moss - in a rare move - said":
// whether all between the subject and the verb at `end` is an aside.
bool is_aside(const reading& r, std::uint32_t to, std::uint32_t end) {
  constexpr std::uint32_t longest = 40;
  if (to + 3 >= end || end - to > longest) return false;
  const std::uint8_t g = r.tags[to];
  if ((g != tag_comma && g != tag_dash) || r.tags[end - 1] != g) return false;
  const word_tag lead = r.words[to + 1].tag;
  if (g == tag_dash || lead == word_tag::prep || ends_in_ing(r, to + 1)) {
    return true;
  }
  return one_of(text_of(r, to + 1),
                {"who", "whose", "which", "a", "an", "as", "the", "once"});
}

}  // namespace

std::uint32_t phrase_end(const reading& r, std::uint32_t first,
                         std::uint32_t end) {
  constexpr std::uint32_t longest = 14;
  end = std::min(end, first + longest);
  std::uint32_t t = first, last = first;  // last: behind a word that can end it
  for (; t < end; ++t) {
    const text::token& w = r.laid.tokens[t];
    const word_tag tag = r.words[t].tag;
    const bool part = !w.space_before && t > first;  // 's, -, .
    if (w.kind != text::token_kind::word && !part && r.names[t] == 0) break;
    if (part &&
        (r.tags[t] == tag_comma || r.tags[t] == tag_stop ||
         r.tags[t] == tag_right_mark) &&
        r.names[t] < 16) {
      break;
    }
    const bool joint = tag == word_tag::det || tag == word_tag::poss ||
                       tag == word_tag::of || tag == word_tag::coord ||
                       tag == word_tag::number;
    // "accused by the union of hiding it"
    if (tag == word_tag::of && t + 1 < end && ends_in_ing(r, t + 1)) break;
    // "Oduya left": what follows a person is a verb that no lexicon has.
    if (t > first && in_name_of(r, t - 1, entity_type::person) &&
        r.names[t] == 0 && !part && !joint) {
      break;
    }
    if (joint) continue;
    const bool noun = r.names[t] != 0 || part || tag == word_tag::none ||
                      tag == word_tag::title || tag == word_tag::group ||
                      tag == word_tag::document || tag == word_tag::object;
    const bool spoken =
        t > first && r.names[t] == 0 && (verb_here(r, t) || past_here(r, t));
    if (!noun || spoken || r.words[t].tag == word_tag::day) break;
    last = t + 1;
  }
  return last;
}

token_range subject_of(const reading& r, std::uint32_t first,
                       std::uint32_t end) {
  constexpr std::uint32_t longest_aside = 10;
  if (first >= end || end - first > limits::max_window_units) return {};
  first = text::past_dateline(r.laid, first, end);
  if (first < end && r.words[first].tag == word_tag::coord) {
    ++first;  // "But the mayor ..."
  }
  first = behind_lead(r, first, end);
  if (first >= end) return {};
  std::uint32_t to = r.words[first].tag == word_tag::subject
                         ? first + 1
                         : phrase_end(r, first, end);
  if (to == first) return {};
  // "Analysts at the bank", "the head of the union in Oslo"
  for (int i = 0; i < 3 && to < end && r.words[to].tag == word_tag::prep &&
                  !in_name_of(r, std::min(to + 1, end - 1), entity_type::date);
       ++i) {
    const std::uint32_t more = phrase_end(r, to + 1, end);
    if (more == to + 1) break;
    to = more;
  }
  if (is_aside(r, to, end)) return {first, to};
  std::uint32_t verb = to;
  // "The bureau on 5 June cancelled it"
  static constexpr std::string_view on = "on";
  if (verb < end && r.laid.tokens[verb].where().of(r.laid.clean) == on) ++verb;
  while (verb < end && (r.words[verb].tag == word_tag::day ||
                        r.laid.tokens[verb].kind == text::token_kind::number ||
                        in_name_of(r, verb, entity_type::date))) {
    ++verb;
  }
  // "Kern, on the other hand, backed it"
  if (verb == to && verb < end && r.tags[verb] == tag_comma) {
    std::uint32_t close = verb + 1;
    while (close < end && close < verb + longest_aside &&
           r.tags[close] != tag_comma) {
      ++close;
    }
    if (close < end && r.tags[close] == tag_comma) verb = close + 1;
  }
  if (verb >= end) return verb > to ? token_range{first, to} : token_range{};
  const bool person = in_name_of(r, to - 1, entity_type::person) ||
                      r.words[to - 1].tag == word_tag::subject;
  const bool plain = person && verb == to &&
                     r.laid.tokens[to].letters == text::token_case::lower;
  if (!plain && !verb_here(r, verb) && !past_here(r, verb)) return {};
  // Another clause has a subject of its own.
  for (std::uint32_t i = verb; i < end; ++i) {
    const word_tag tag = r.words[i].tag;
    if (tag == word_tag::subject) return {};
    if (tag != word_tag::subord) continue;
    std::uint32_t next = i + 1;  // "after publicly weighing it"
    while (next < end && is_adverb(r, next)) ++next;
    if (next >= end || !ends_in_ing(r, next)) return {};
  }
  return {first, to};
}

}  // namespace copydesk::quotes
