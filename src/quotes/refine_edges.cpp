// SPDX-License-Identifier: Apache-2.0
// Idea: see refine.hpp. Where a piece begins and ends: its marks, the "that"
// before it, the words that only lead to a quotation, the clause after it that
// is the narrator's.
// Invariant: a piece grows only by the mark that opens it, by "that", back to
// the marks or the "that" behind the cue which it was found inside of, or on to
// the main clause that it leads to. Cost: O(tokens of the content, the source
// and the sentence) a call.
#include <algorithm>
#include <string_view>

#include "limits.hpp"
#include "quotes/mark_class.hpp"
#include "quotes/past_forms.hpp"
#include "quotes/refine.hpp"

namespace copydesk::quotes {
namespace {

bool edge(const reading& r, std::uint32_t t) {
  return is_mark(r.tags[t]) || r.tags[t] == tag_comma ||
         r.tags[t] == tag_colon || r.tags[t] == tag_semicolon ||
         r.tags[t] == tag_dash;
}

// A mark that ends the piece and closes one that stands inside it: "the
// offer "a slap in the face"" keeps both.
bool closes_inner(const reading& r, const token_range& p) {
  if (r.tags[p.end - 1] != tag_right_mark) return false;
  for (std::uint32_t t = p.end - 1; t-- > p.first;) {
    if (r.tags[t] == tag_left_mark) return t > p.first;
    if (r.tags[t] == tag_right_mark) return false;
  }
  return false;
}

// A mark that opens the piece, or stands right before it, and is closed inside
// it: said "vague" rules were no help.
bool opens_inner(const reading& r, const token_range& p, std::uint32_t mark) {
  if (r.tags[mark] != tag_left_mark) return false;
  for (std::uint32_t t = mark + 1; t + 1 < p.end; ++t) {
    if (r.tags[t] == tag_right_mark) return t > mark + 1;
    if (r.tags[t] == tag_left_mark) return false;
  }
  return false;
}

// Whether a main clause begins at t: a noun phrase, and a verb before the
// next comma.
bool clause_at(const reading& r, std::uint32_t t, std::uint32_t end) {
  constexpr std::uint32_t longest_subject = 12;
  const word_tag lead = r.words[t].tag;
  const std::uint8_t g = r.tags[t];
  const bool noun = lead == word_tag::subject || lead == word_tag::det ||
                    lead == word_tag::poss || lead == word_tag::title ||
                    g == tag_capital || g == tag_acronym || r.names[t] != 0 ||
                    r.laid.tokens[t].kind == text::token_kind::number;
  if (!noun) return false;
  const std::uint32_t last = std::min(end, t + longest_subject);
  for (++t; t < last && r.tags[t] != tag_comma && !is_mark(r.tags[t]); ++t) {
    if (r.words[t].tag == word_tag::that || r.words[t].tag == word_tag::what) {
      return false;
    }
    if (is_verbal(r.tags[t]) || r.tags[t] == tag_ed) return true;
  }
  return false;
}

// Whether the words up to the mark at `open` only lead to it: a noun phrase and
// a colon, "as he put it", "of the museum," without a verb.
bool only_leads(const reading& r, std::uint32_t first, std::uint32_t open) {
  static constexpr std::string_view as = "as", it = "it";
  const bool colon = r.tags[open - 1] == tag_colon;
  if (!colon && r.tags[open - 1] != tag_comma) return false;
  const std::string_view w = r.laid.tokens[first].where().of(r.laid.clean);
  if (w == it) return open == first + 2;
  const word_tag lead = r.words[first].tag;
  const bool preposition =
      lead == word_tag::prep || lead == word_tag::of || (colon && w == as);
  if (colon) {
    return preposition || lead == word_tag::det || lead == word_tag::poss;
  }
  if (!preposition) return false;
  for (std::uint32_t t = first; t + 1 < open; ++t) {
    if (is_verbal(r.tags[t]) || r.tags[t] == tag_comma ||
        r.tags[t] == tag_ing || r.words[t].tag == word_tag::subject ||
        r.words[t].tag == word_tag::that) {
      return false;
    }
  }
  return true;
}

// Whether "and" at t is followed by a verb with its object, so that it joins
// what the speaker did: and gave them a week, and left the hall.
bool joins_deed(const reading& r, std::uint32_t t, std::uint32_t end) {
  if (t + 3 >= end || r.words[t].tag != word_tag::coord) return false;
  const std::uint8_t g = r.tags[t + 1];
  if (g != tag_lower && g != tag_ed && g != tag_cue_verb) return false;
  if (r.words[t + 1].ending == word_ending::s) return false;
  const word_tag next = r.words[t + 2].tag;
  return next == word_tag::det || next == word_tag::object ||
         next == word_tag::poss;
}

}  // namespace

void begin_outside_marks(const reading& r, attribution& out) {
  constexpr std::uint32_t longest_lead = 12;
  if (out.content.empty()) return;
  std::uint32_t& first = out.content.front().first;
  const std::uint32_t floor = out.cue_words.end;
  if (first <= floor || first - floor > limits::max_window_units) return;
  std::uint32_t mark = first;  // that opens before the content and is open
  for (std::uint32_t t = first; t-- > floor;) {
    if (r.tags[t] == tag_right_mark) return;
    if (r.tags[t] == tag_left_mark) {
      mark = t;
      break;
    }
  }
  if (mark + 1 >= first || r.tags[mark] != tag_left_mark) return;
  first = mark;
  for (std::uint32_t t = mark; t-- > floor && t + longest_lead > mark;) {
    if (r.words[t].tag == word_tag::that) {
      first = t + 1;
      return;
    }
    if (r.tags[t] == tag_comma || r.tags[t] == tag_colon) return;
  }
}

void trim_edges(const reading& r, attribution& out) {
  for (token_range& p : out.content) {
    while (p.first < p.end && edge(r, p.first) && !opens_inner(r, p, p.first)) {
      ++p.first;
    }
    if (p.first > 0 && p.first < p.end && opens_inner(r, p, p.first - 1)) {
      --p.first;
    }
    while (p.end > p.first && (edge(r, p.end - 1) && !closes_inner(r, p))) {
      --p.end;
    }
    // "that" is no part of what was said, unless it stands in marks.
    if (p.end > p.first + 1 && &p == &out.content.front() &&
        p.first > out.cue && !is_mark(r.tags[p.first - 1]) &&
        r.tags[p.first] == static_cast<std::uint8_t>(word_tag::that)) {
      ++p.first;
      while (p.first < p.end && is_mark(r.tags[p.first])) ++p.first;
    }
  }
  out.content.erase(
      std::remove_if(out.content.begin(), out.content.end(),
                     [](const token_range& p) { return p.empty(); }),
      out.content.end());
  while (!out.source.empty() && edge(r, out.source.first)) {
    ++out.source.first;
  }
  while (!out.source.empty() && edge(r, out.source.end - 1)) {
    --out.source.end;
  }
}

void begin_at_marks(const reading& r, attribution& out) {
  constexpr std::uint32_t longest_lead = 24;
  // The lead may be a piece of its own, before the comma.
  if (out.content.size() == 2) {
    const token_range &lead = out.content.front(), &said = out.content.back();
    std::uint32_t open = said.first;
    while (open > lead.end && is_mark(r.tags[open - 1])) --open;
    if (lead.first > out.cue && open == lead.end + 1 &&
        (is_mark(r.tags[open])) && only_leads(r, lead.first, open)) {
      out.content.erase(out.content.begin());
    }
  }
  for (token_range& c : out.content) {
    if (c.first <= out.cue) continue;
    std::uint32_t open = c.first;
    bool adverbs = true;
    while (open < c.end && open < c.first + longest_lead &&
           r.tags[open] != tag_left_mark) {
      adverbs = adverbs && (r.tags[open] == tag_comma || is_adverb(r, open));
      ++open;
    }
    if (open == c.first || open >= c.end || r.tags[open] != tag_left_mark) {
      continue;
    }
    std::uint32_t close = open + 1;
    while (close < c.end && r.tags[close] != tag_right_mark) ++close;
    if (close + 1 < c.end) continue;
    if (only_leads(r, c.first, open) ||
        (adverbs && r.tags[open - 1] == tag_comma)) {
      c.first = open;
    }
  }
}

void end_at_marks(const reading& r, attribution& out) {
  for (token_range& c : out.content) {
    std::uint32_t first = c.first;
    while (first < c.end && edge(r, first) && r.tags[first] != tag_left_mark) {
      ++first;
    }
    if (c.first <= out.cue || first >= c.end ||
        r.tags[first] != tag_left_mark) {
      continue;
    }
    std::uint32_t t = first + 1;
    while (t < c.end && r.tags[t] != tag_right_mark &&
           r.tags[t] != tag_left_mark) {
      ++t;
    }
    if (t + 2 >= c.end || r.tags[t] != tag_right_mark) continue;
    const bool going =
        r.words[t + 1].tag == word_tag::coord && ends_in_ing(r, t + 2);
    const bool clause = r.words[t + 1].tag == word_tag::subord &&
                        r.words[t + 2].tag == word_tag::subject;
    if (going || clause) c.end = t + 1;
  }
  // "said it "should be over by May," referring to the vote", "and left the
  // hall"; "told them he "begged"; the guards denied it".
  for (token_range& c : out.content) {
    for (std::uint32_t t = c.first + 1; t + 2 < c.end; ++t) {
      if (r.tags[t] != tag_right_mark || c.first < out.cue) continue;
      const bool comma = r.tags[t - 1] == tag_comma;
      if (r.tags[t + 1] == tag_semicolon ||
          (comma && (ends_in_ing(r, t + 1) || joins_deed(r, t + 1, c.end)))) {
        c.end = t + 1;
      }
    }
  }
}

void end_with_marks(const reading& r, attribution& out) {
  for (const std::int32_t p : out.whole) {
    const std::uint32_t end = r.outer_end(p);
    if (r.outer_first(p) < out.cue || end + 1 >= out.window_end) continue;
    const std::uint32_t next = r.tags[end] == tag_comma ? end + 1 : end;
    if (!ends_in_ing(r, next)) continue;
    for (std::size_t i = 0; i < out.content.size(); ++i) {
      token_range& c = out.content[i];
      if (c.first >= end || c.end + 1 < end) continue;
      c.end = std::min(c.end, end);
      out.content.resize(i + 1);
      return;
    }
  }
}

void begin_behind_cue(const reading& r, attribution& out) {
  const std::uint32_t t = out.cue_words.end;
  if (out.content.size() < 2 || t >= r.tags.size() ||
      r.words[t].tag != word_tag::that) {
    return;
  }
  const auto last =
      std::find_if(out.content.begin(), out.content.end(),
                   [&](const token_range& c) { return c.first > out.cue; });
  if (last == out.content.end()) return;
  out.content.erase(out.content.begin(), last);
  out.whole.erase(std::remove_if(out.whole.begin(), out.whole.end(),
                                 [&](std::int32_t p) {
                                   return r.outer_first(p) < out.cue;
                                 }),
                  out.whole.end());
}

void leave_main_clause(const reading& r, attribution& out) {
  const std::uint32_t first =
      r.laid.sentences[r.sentence_of[out.cue]].first_token;
  const bool prompt = first == out.cue && r.words[first].cue == cue_class::ask;
  static constexpr std::string_view as = "As";  // "As he says, it is late"
  const bool leads = r.words[first].tag == word_tag::subord &&
                     r.laid.tokens[first].where().of(r.laid.clean) != as;
  if (out.level >= 0 || !(prompt || leads)) return;
  if (out.cue - first > limits::max_window_units) return;
  for (std::uint32_t t = first; t < out.cue; ++t) {
    if (r.tags[t] == tag_comma) return;
  }
  for (std::size_t i = 0; i < out.content.size(); ++i) {
    token_range& c = out.content[i];
    if (c.first <= out.cue) continue;
    for (std::uint32_t t = c.first + 1; t + 2 < c.end; ++t) {
      if (r.tags[t] != tag_comma || !clause_at(r, t + 1, c.end)) continue;
      c.end = t;
      out.content.resize(i + 1);
      return;
    }
  }
}

void end_at_main_verb(const reading& r, attribution& out) {
  const token_range who = out.source;
  if (who.end != who.first + 1 || who.end > out.cue || who.first == 0 ||
      r.tags[who.first - 1] != tag_comma ||
      !one_of(text_of(r, who.first), {"who", "which"})) {
    return;
  }
  for (std::size_t i = 0; i < out.content.size(); ++i) {
    token_range& c = out.content[i];
    if (c.first <= out.cue) continue;
    bool told = false;  // a verb of the report
    for (std::uint32_t t = c.first + 1; t + 2 < c.end; ++t) {
      told = told || is_verbal(r.tags[t]) || r.tags[t] == tag_ed;
      if (!told || r.tags[t] != tag_comma) continue;
      const std::uint8_t g = r.tags[t + 1];
      const char last = text_of(r, t + 1).back();
      const bool verb = is_auxiliary(g) || g == tag_ed ||
                        is_past_form(text_of(r, t + 1)) ||
                        (g == tag_cue_verb && (last == 'd' || last == 's'));
      if (!verb) continue;
      c.end = t;
      out.content.resize(i + 1);
      return;
    }
  }
}

void finish_main_clause(const reading& r, attribution& out) {
  constexpr std::uint32_t longest = 60;
  const text::sentence& s = r.laid.sentences[r.sentence_of[out.cue]];
  if (out.content.size() != 1 || out.level >= 0 ||
      r.words[out.cue].cue == cue_class::ask ||
      r.words[s.first_token].tag == word_tag::subord) {
    return;
  }
  token_range& c = out.content.front();
  if (c.first <= out.cue || r.words[c.first].tag != word_tag::subord ||
      c.end + 1 >= out.window_end || r.tags[c.end] != tag_comma) {
    return;
  }
  const std::uint32_t last = before_stop(r, c.end, out.window_end);
  if (c.end + 1 >= last || last - c.end > longest ||
      !clause_at(r, c.end + 1, last)) {
    return;
  }
  if (one_of(text_of(r, c.end + 1), {"who", "which"})) return;
  if (is_word(r, c.first, "as") &&
      !one_of(text_of(r, c.first + 1), {"long", "soon"})) {
    return;
  }
  for (std::uint32_t t = c.first; t < c.end; ++t) {
    if (r.tags[t] == tag_comma || is_mark(r.tags[t])) return;
  }
  for (std::uint32_t t = c.end; t < last; ++t) {
    if (is_mark(r.tags[t]) || r.tags[t] == tag_semicolon) return;
  }
  c.end = last;
}

void take_that(const reading& r, attribution& out, bool marked) {
  if (out.content.empty()) return;
  std::uint32_t& first = out.content.front().first;
  std::uint32_t t = first;
  while (t > out.cue + 1 && is_mark(r.tags[t - 1])) --t;
  if (marked && t == first && r.tags[t] != tag_left_mark) return;
  if (t > out.cue + 1 &&
      r.tags[t - 1] == static_cast<std::uint8_t>(word_tag::that)) {
    // The mark that closes what "that" now leads to.
    token_range& c = out.content.front();
    if ((t < first || marked) && c.end < r.tags.size() &&
        r.tags[c.end] == tag_right_mark) {
      ++c.end;
    }
    first = t - 1;
  }
}

}  // namespace copydesk::quotes
