// SPDX-License-Identifier: Apache-2.0
// Idea: see refine.hpp. What belongs to a report although something stands in
// between, and what only follows it.
// Invariant: pieces stay in text order and inside the window of the cue. Cost:
// O(tokens of the window) a call.
#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"
#include "quotes/refine.hpp"

namespace copydesk::quotes {
namespace {

// Whether the piece is a mere noun phrase, as far as tags tell: "the models"
// and "his own claim" are no verbs.
bool is_noun_phrase(const reading& r, const token_range& c) {
  for (std::uint32_t t = c.first; t < c.end; ++t) {
    const std::uint8_t g = r.tags[t];
    if (g == tag_ed || g == tag_quotation) return false;
    if (!is_verbal(g)) continue;
    const word_tag before = t > c.first ? r.words[t - 1].tag : word_tag::none;
    const bool own = is_word(r, t, "own");
    if (!own && before != word_tag::det && before != word_tag::poss) {
      return false;
    }
  }
  return true;
}

// "always asks", "was not asked"
bool opens_with_verb(const reading& r, std::uint32_t t) {
  const std::uint8_t g = r.tags[t];
  return is_verbal(g) || g == tag_ed || g == tag_s || g == tag_lower ||
         is_adverb(r, t) || r.words[t].tag == word_tag::not_;
}

// Whether a sentence goes on with what was said where `rest` stands behind an
// attribution between commas: not with what the speaker did besides, where and
// when, or who he is.
bool goes_on(const reading& r, token_range rest) {
  const std::uint32_t t = rest.first;
  if (ends_in_ing(r, t) || r.tags[t] == tag_left_mark ||
      one_of(text_of(r, t), {"a", "after", "an", "amid", "as", "at", "before",
                             "even", "in", "on", "once", "though", "when",
                             "where", "which", "while", "who", "whose"})) {
    return false;
  }
  const std::uint8_t next = r.tags[t + 1];
  if (r.words[t].tag == word_tag::coord) {
    return next != tag_cue_verb && !is_noun_phrase(r, rest);
  }
  return next != tag_comma;  // "on July 18, 2022, at a meeting"
}

// Where the comma stands behind when and to whom it was said: "she told me on
// Friday,"; `t` if it is not near.
std::uint32_t behind_setting(const reading& r, std::uint32_t t,
                             std::uint32_t end) {
  constexpr std::uint32_t longest = 6;
  end = std::min(end, t + longest);
  if (t >= end) return t;
  const word_tag lead = r.words[t].tag;
  if (lead != word_tag::object && lead != word_tag::day && !is_adverb(r, t) &&
      r.names[t] == 0 &&
      !one_of(text_of(r, t), {"at", "during", "in", "on", "to"})) {
    return t;
  }
  for (std::uint32_t i = t; i < end && !is_verbal(r.tags[i]); ++i) {
    const std::uint8_t g = r.tags[i];
    const word_tag tag = r.words[i].tag;
    if (g == tag_comma) return i;
    if (g == tag_left_mark || g == tag_right_mark || g == tag_ed ||
        g == tag_semicolon || g == tag_colon || g == tag_stop ||
        g == tag_left_bracket || g == tag_right_bracket || g == tag_dash ||
        tag == word_tag::that || tag == word_tag::subject) {
      break;
    }
  }
  return t;
}

// His father, she said, always asks for coffee. It was late, she said, and the
// road was wet.
void finish_clause(const reading& r, attribution& out) {
  constexpr std::uint32_t longest_subject = 12, longest_rest = 120;
  const token_range& s = out.source;
  if (out.content.size() != 1 || s.empty() || !out.whole.empty()) return;
  const token_range c = out.content.front();
  const std::uint32_t first = std::min(s.first, out.cue_words.first);
  const std::uint32_t end =
      behind_setting(r, std::max(s.end, out.cue_words.end), out.window_end);
  if (c.end > first || c.end + 2 < first || end >= out.window_end) return;
  if (r.tags[first - 1] != tag_comma || r.tags[end] != tag_comma) return;
  const token_range rest{end + 1, before_stop(r, end + 1, out.window_end)};
  if (rest.first + 1 >= rest.end || rest.end - rest.first > longest_rest) {
    return;
  }
  const bool subject =
      c.end - c.first <= longest_subject && is_noun_phrase(r, c);
  if ((subject && opens_with_verb(r, rest.first)) || goes_on(r, rest))
    out.content.push_back(rest);
}

// "I love him," he said, but "he has a history."
void join_marked(const reading& r, attribution& out) {
  const token_range& s = out.source;
  if (out.content.size() != 1 || s.empty()) return;
  const std::uint32_t first = std::min(s.first, out.cue_words.first);
  const std::uint32_t end = std::max(s.end, out.cue_words.end);
  const std::uint32_t open = end + 2;
  if (out.content.front().end > first || open + 2 >= out.window_end ||
      r.tags[end] != tag_comma || r.words[end + 1].tag != word_tag::coord ||
      r.tags[open] != tag_left_mark) {
    return;
  }
  std::uint32_t close = open + 1;
  while (close < out.window_end && r.tags[close] != tag_right_mark &&
         r.tags[close] != tag_left_mark) {
    ++close;
  }
  const bool ends = close > open + 1 && close < out.window_end &&
                    r.tags[close] == tag_right_mark &&
                    before_stop(r, close + 1, out.window_end) == close + 1;
  if (ends) out.content.push_back({open + 1, close});
}

// The result, as he explained, was a slump.
void go_around(const reading& r, attribution& out) {
  constexpr std::uint32_t longest_rest = 120, longest_subject = 12;
  const token_range& s = out.source;
  const text::sentence& whole = r.laid.sentences[r.sentence_of[out.cue]];
  const std::uint32_t begin = std::max(whole.first_token, out.window_first);
  if (out.content.size() != 1 || !out.whole.empty() || s.empty() ||
      s.end > out.cue || s.first < begin + 3 || out.level >= 0 ||
      !is_word(r, s.first - 1, "as") || r.tags[s.first - 2] != tag_comma) {
    return;
  }
  const std::uint32_t end = out.cue_words.end;
  if (end >= out.window_end || r.tags[end] != tag_comma) return;
  const token_range rest{end + 1, before_stop(r, end + 1, out.window_end)};
  if (rest.first + 1 >= rest.end || rest.end - rest.first > longest_rest) {
    return;
  }
  const token_range subject{begin, s.first - 2};
  if (subject.end - subject.first <= longest_subject &&
      is_noun_phrase(r, subject) && opens_with_verb(r, rest.first)) {
    out.content = {subject, rest};
  }
}

// In what he called "clouds of evil" over Africa.
void end_at_called(const reading& r, attribution& out) {
  static constexpr std::string_view what = "what", which = "which";
  const token_range& s = out.source;
  if (out.content.size() != 1 || s.empty() || s.end > out.cue || s.first == 0) {
    return;
  }
  const std::string_view before = text_of(r, s.first - 1);
  if (before != what && before != which) return;
  token_range& c = out.content.front();
  std::uint32_t open = c.first;
  if (r.tags[open] != tag_left_mark && open > out.cue + 1) --open;
  if (r.words[open].tag == word_tag::det) ++open;
  if (open >= c.end || r.tags[open] != tag_left_mark) return;
  for (std::uint32_t t = open + 1; t < c.end; ++t) {
    if (r.tags[t] == tag_left_mark) return;
    if (r.tags[t] != tag_right_mark) continue;
    if (t + 1 < c.end) c = {open + 1, t};
    return;
  }
}

// According to Dr Moran, of the Marine Centre, it is salty. According to a
// cook, who fled, it sank. It sank, according to a cook, who fled.
void source_goes_on(const reading& r, attribution& out) {
  constexpr std::uint32_t longest = 16;
  token_range& s = out.source;
  if (out.content.empty() || s.first < out.cue || s.empty() ||
      (r.words[out.cue].flags & cue_preposition) == 0) {
    return;
  }
  token_range& c = out.content.back();
  if (c.first != s.end + 1 || r.tags[s.end] != tag_comma) return;
  const bool clause = one_of(text_of(r, c.first), {"who", "which", "whose"}) ||
                      is_word(r, c.first + 1, "by");
  if (out.content.size() > 1) {
    if (!clause) return;
    s.end = c.end;
    out.content.pop_back();
    return;
  }
  if (!clause && r.words[c.first].tag != word_tag::of) return;
  const std::uint32_t last = std::min(c.end, c.first + longest);
  for (std::uint32_t t = c.first + 1; t + 1 < last; ++t) {
    if (!clause && is_verbal(r.tags[t])) return;
    if (r.tags[t] != tag_comma) continue;
    s.end = t;
    c.first = t + 1;
    return;
  }
}

// According to Kern Research, sales could peak. Sales could peak, according to
// polling by the union.
void take_source(const reading& r, attribution& out) {
  constexpr std::uint32_t longest = 24, shortest_content = 4;
  if (!out.source.empty() || out.content.empty() || out.content.size() > 2 ||
      (r.words[out.cue].flags & cue_preposition) == 0) {
    return;
  }
  token_range& c = out.content.back();
  if (c.first != out.cue_words.end) return;
  std::uint32_t end = c.first + 1;
  while (end < c.end && r.tags[end] != tag_comma &&
         !(r.tags[end] == tag_dash && r.laid.tokens[end].space_before)) {
    ++end;
  }
  if (end - c.first > longest) return;
  const token_range who{c.first, end};
  if (out.content.size() == 2) {
    out.content.pop_back();
  } else if (end + 2 < c.end) {
    c.first = end + 1;
  } else {
    const text::sentence& s = r.laid.sentences[r.sentence_of[out.cue]];
    const std::uint32_t first = std::max(s.first_token, out.window_first);
    const bool comma = out.cue > first && r.tags[out.cue - 1] == tag_comma;
    const std::uint32_t last = comma ? out.cue - 1 : out.cue;
    if (last < first + shortest_content) return;
    c = {first, last};
  }
  out.source = who;
}

// Said 11 stalls of a list of "heritage" have closed.
void go_on_behind_marks(const reading& r, attribution& out) {
  if (out.content.empty() || out.content.back().first < out.cue) return;
  token_range& c = out.content.back();
  if (c.end >= out.window_end || r.tags[c.end - 1] != tag_right_mark ||
      r.tags[c.first] == tag_left_mark) {
    return;
  }
  if (!is_auxiliary(r.tags[c.end])) return;
  std::uint32_t t = c.end;
  while (t < out.window_end && r.tags[t] != tag_stop &&
         r.tags[t] != tag_semicolon) {
    ++t;
  }
  c.end = t;
}

// Expressed concern about the plan.
void begin_at_feeling(const reading& r, attribution& out) {
  constexpr std::uint32_t longest = 5;
  static constexpr std::string_view express = "express";
  if (out.content.empty() ||
      text_of(r, out.cue).substr(0, express.size()) != express)
    return;
  std::uint32_t& first = out.content.front().first;
  if (first <= out.cue + 1 || first > out.cue + longest) return;
  if (r.words[out.cue + 1].tag == word_tag::prep) return;  // "expressed by"
  for (std::uint32_t t = out.cue + 1; t < first; ++t) {
    const std::uint8_t g = r.tags[t];
    if (r.words[t].tag == word_tag::that || g == tag_comma || is_verbal(g) ||
        g == tag_left_mark || g == tag_colon) {
      return;
    }
  }
  if (r.laid.tokens[out.cue + 1].letters == text::token_case::lower) {
    first = out.cue + 1;
  }
}

// Said they were "frank" but short.
void take_tail(const reading& r, attribution& out) {
  if (out.content.empty() || out.content.back().first < out.cue) return;
  token_range& c = out.content.back();
  const std::uint32_t t = c.end;
  if (t + 2 >= out.window_end || t <= c.first + 1) return;
  const bool closed =
      r.tags[t - 1] == tag_right_mark && r.tags[c.first] != tag_left_mark;
  if (closed && r.words[t].tag == word_tag::coord &&
      r.tags[t + 1] == tag_lower && r.words[t + 1].flags == 0 &&
      r.tags[t + 2] == tag_stop) {
    c.end = t + 2;
  }
}

}  // namespace

void mend_pieces(const reading& r, attribution& out, bool own) {
  take_source(r, out);
  if (own) {
    finish_clause(r, out);
    go_around(r, out);
    join_marked(r, out);
    end_at_called(r, out);
    begin_at_feeling(r, out);
  }
  source_goes_on(r, out);
  go_on_behind_marks(r, out);
  take_tail(r, out);
}

void cut_subject(const reading& r, attribution& out) {
  token_range& s = out.source;
  if (s.empty() || s.end > out.cue || s.end - s.first < 3 ||
      !ends_in_ing(r, out.cue) || out.level >= 0) {
    return;
  }
  const text::token& w = r.laid.tokens[s.first];
  const bool person =
      in_name_of(r, s.first, entity_type::person) ||
      (r.names[s.first] == 0 && w.letters == text::token_case::title &&
       r.tags[s.first] == tag_capital && !ends_in_ing(r, s.first + 1) &&
       text_of(r, s.first).back() != 's');
  if (!person && r.words[s.first].tag != word_tag::subject) return;
  std::uint32_t t = s.first + 1;
  while (t < s.end && r.names[t] >= 16) ++t;
  if (t >= s.end || r.laid.tokens[t].kind != text::token_kind::word ||
      r.laid.tokens[t].letters != text::token_case::lower) {
    return;
  }
  switch (r.words[t].tag) {
    case word_tag::none:
    case word_tag::be:
    case word_tag::have:
    case word_tag::do_:
    case word_tag::modal:
      s.end = t;
      break;
    default:
      break;
  }
}

}  // namespace copydesk::quotes
