// SPDX-License-Identifier: Apache-2.0
// Idea: see refine.hpp. What the narrator says around a report: when it was
// noted down, whom it was told to, what the speaker did besides.
// Invariant: content and source only shrink, and neither becomes empty. Cost:
// O(tokens of the content and the source) a call.
#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"
#include "quotes/refine.hpp"

namespace copydesk::quotes {
namespace {

// Where what follows the time that begins a paragraph begins, or `first`.
std::uint32_t behind_clock(const reading& r, std::uint32_t first,
                           std::uint32_t end) {
  const text::sentence& s = r.laid.sentences[r.sentence_of[first]];
  if (s.first_token != first ||
      r.laid.tokens[first].kind != text::token_kind::number) {
    return first;
  }
  std::uint32_t t = first;
  while (t < end && in_name_of(r, t, entity_type::time)) ++t;
  const bool named = t > first && t < end &&
                     r.laid.tokens[t].letters == text::token_case::title;
  return named ? t : first;
}

// "but declined to", "but would not say", "but did not name", "but gave no".
bool keeps_silent(const reading& r, std::uint32_t t) {
  const std::string_view w = text_of(r, t), next = text_of(r, t + 1);
  if (one_of(w, {"declined", "refused"})) return one_of(next, {"to"});
  if (one_of(w, {"gave", "offered", "provided"})) return one_of(next, {"no"});
  return one_of(w, {"would", "did", "could"}) && one_of(next, {"not"}) &&
         one_of(text_of(r, t + 2), {"say", "give", "name", "elaborate",
                                    "provide", "specify", "comment", "explain",
                                    "detail", "identify", "speak", "disclose"});
}

// "; that the second was late", "; and that": the report goes on.
bool goes_on_with_that(const reading& r, std::uint32_t t) {
  if (r.words[t].tag == word_tag::coord) ++t;
  return t < r.tags.size() && r.words[t].tag == word_tag::that;
}

// Wrote that the crew was safe; that the boat was lost.
void go_on_with_that(const reading& r, attribution& out) {
  if (out.content.empty() || out.content.back().first < out.cue) return;
  token_range& c = out.content.back();
  if (c.end + 2 >= out.window_end || r.tags[c.end] != tag_semicolon ||
      !goes_on_with_that(r, c.end + 1)) {
    return;
  }
  const std::uint32_t last = before_stop(r, c.end, out.window_end);
  if (c.end + 2 < last) c.end = last;
}

// 19:41 The observer said the count was slow.
void begin_behind_clock(const reading& r, attribution& out) {
  if (!out.content.empty()) {
    token_range& c = out.content.front();
    c.first = behind_clock(r, c.first, c.end);
  }
  if (!out.source.empty()) {
    out.source.first = behind_clock(r, out.source.first, out.source.end);
  }
}

// Told agents on a call that limits would follow.
void begin_behind_hearer(const reading& r, attribution& out) {
  if (out.content.empty()) return;
  token_range& c = out.content.front();
  const cue_class cue = r.words[out.cue].cue;
  if (c.first != out.cue + 1 ||
      (cue != cue_class::tell && cue != cue_class::warn)) {
    return;
  }
  constexpr std::uint32_t longest_hearer = 12;
  const std::uint32_t last = std::min(c.end, c.first + longest_hearer);
  for (std::uint32_t t = c.first + 1; t + 2 < last; ++t) {
    const std::uint8_t g = r.tags[t];
    if (r.words[t].tag == word_tag::that) {
      if (!is_verbal(r.tags[t + 1]) && r.tags[t + 1] != tag_ed) {
        c.first = r.tags[t + 1] == tag_comma ? t + 2 : t + 1;
      }
      return;
    }
    // "told voters this week he would stay"
    const word_tag before = r.words[t - 1].tag;
    const bool hearer = before == word_tag::none || before == word_tag::day ||
                        before == word_tag::group || r.names[t - 1] != 0;
    if (hearer && one_of(text_of(r, out.cue), {"told", "tells", "telling"}) &&
        one_of(text_of(r, t), {"I", "he", "it", "she", "they", "we"}) &&
        (is_verbal(r.tags[t + 1]) || r.tags[t + 1] == tag_ed)) {
      c.first = t;
      return;
    }
    const bool noun =  // "on a call that"
        g == tag_cue_verb &&
        (before == word_tag::det || before == word_tag::poss);
    if ((is_verbal(g) && !noun) || g == tag_comma || g == tag_colon ||
        g == tag_left_mark || r.words[t].tag == word_tag::subject) {
      return;
    }
  }
}

// "...," he told a room of 300 guests; "...," he wrote in a letter to the
// board.
void leave_hearer(const reading& r, attribution& out) {
  if (out.content.size() < 2 || out.content.front().end > out.cue) return;
  const token_range last = out.content.back();
  const std::uint32_t next = out.cue_words.end;
  const bool told =
      r.words[out.cue].cue == cue_class::tell && last.first == next;
  const auto tags = r.tags.begin();
  const bool where =
      last.first == next + 1 && r.words[next].tag == word_tag::prep &&
      std::find(tags + last.first, tags + last.end, tag_left_mark) ==
          tags + last.end;
  if (told || where) out.content.pop_back();
}

// Said eleven were hurt but gave no figure for the others.
void end_before_narrator(const reading& r, attribution& out) {
  static constexpr std::string_view but = "but";
  for (token_range& c : out.content) {
    if (c.first <= out.cue) continue;
    bool marks = c.first > 0 && r.tags[c.first - 1] == tag_left_mark;
    for (std::uint32_t t = c.first; t + 2 < c.end; ++t) {
      if (r.tags[t] == tag_left_mark) marks = true;
      if (r.tags[t] == tag_right_mark) marks = false;
      if (marks || t == c.first) continue;
      if (r.tags[t] == tag_semicolon && !goes_on_with_that(r, t + 1)) {
        c.end = t;
        break;
      }
      if (text_of(r, t) == but && keeps_silent(r, t + 1)) {
        const bool comma = r.tags[t - 1] == tag_comma && t > c.first + 1;
        c.end = comma ? t - 1 : t;
        break;
      }
    }
  }
}

// A noun phrase, with what "of" joins to it and no verb.
bool is_object(const reading& r, token_range c) {
  for (std::uint32_t t = c.first; t < c.end; ++t) {
    const std::uint8_t g = r.tags[t];
    const word_tag before = t > c.first ? r.words[t - 1].tag : word_tag::none;
    const bool noun = before == word_tag::det || before == word_tag::poss;
    if (g == tag_ed || g == tag_comma || (is_verbal(g) && !noun) ||
        r.words[t].tag == word_tag::subject || r.words[t].tag == word_tag::to ||
        r.words[t].tag == word_tag::prep || g == tag_ing) {
      return false;
    }
  }
  return true;
}

// Announced the ban on Sunday; reported its first case Monday night.
void leave_day(const reading& r, attribution& out) {
  constexpr std::uint32_t longest_object = 16;
  if (out.content.size() != 1 || out.source.end > out.cue) return;
  token_range& c = out.content.front();
  const cue_class cue = r.words[out.cue].cue;
  if (c.first != out.cue_words.end || c.end - c.first > longest_object ||
      (r.words[out.cue].flags & cue_verb) == 0 || cue == cue_class::say ||
      cue == cue_class::tell || r.words[c.first].tag == word_tag::that) {
    return;
  }
  std::uint32_t t = c.end;
  const bool part =
      one_of(text_of(r, t - 1), {"morning", "afternoon", "evening", "night"});
  if (part) --t;
  if (t < c.first + 3 ||
      !one_of(text_of(r, t - 1),
              {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
               "Saturday", "Sunday", "today", "yesterday"})) {
    return;
  }
  --t;
  const bool on = is_word(r, t - 1, "on");
  if (on) --t;
  if (!on && (r.words[t - 1].tag == word_tag::prep ||
              r.words[t - 1].tag == word_tag::subord)) {
    return;  // "until Monday"
  }
  if (one_of(text_of(r, t - 1), {"Super", "Black"}) ||
      !is_object(r, {c.first, t})) {
    return;
  }
  c.end = t;
}

// Said Kern in an interview at the house.
void leave_setting(const reading& r, attribution& out) {
  static constexpr std::string_view in = "in";
  token_range& s = out.source;
  if (s.empty() || s.first <= out.cue) return;
  for (std::uint32_t t = s.first + 1; t + 2 < s.end; ++t) {
    if (r.tags[t] == tag_comma) return;
    if (text_of(r, t) != in) continue;
    const word_tag lead = r.words[t + 1].tag;
    if ((lead == word_tag::det || lead == word_tag::poss) &&
        one_of(text_of(r, t + 2),
               {"interview", "statement", "speech", "letter", "message"})) {
      s.end = t;
      return;
    }
  }
}

// "It is safe, she said, as crowds waited": a clause behind the attribution of
// what stands before it that is hardly ever hers.
void leave_scene(const reading& r, attribution& out) {
  if (out.content.size() < 2 || out.source.empty()) return;
  const std::uint32_t first = std::min(out.source.first, out.cue_words.first);
  const std::uint32_t end = std::max(out.source.end, out.cue_words.end);
  const token_range& c = out.content.back();
  if (out.content.front().end > first || c.first != end + 1 ||
      r.tags[end] != tag_comma) {
    return;
  }
  if (one_of(text_of(r, c.first), {"as", "amid", "who", "which", "though",
                                   "even", "while", "when", "where"})) {
    out.content.pop_back();
  }
}

}  // namespace

void leave_narrator(const reading& r, attribution& out) {
  leave_hearer(r, out);
  begin_behind_hearer(r, out);
  begin_behind_clock(r, out);
  end_before_narrator(r, out);
  go_on_with_that(r, out);
  leave_scene(r, out);
  leave_setting(r, out);
  leave_day(r, out);
}

}  // namespace copydesk::quotes
