// SPDX-License-Identifier: Apache-2.0
// Idea: see word_order.hpp. Cost: O(units of the window) a call.
#include "quotes/word_order.hpp"

#include <algorithm>

#include "quotes/mark_class.hpp"

namespace copydesk::quotes {
namespace {

// "She said ..." without labelled content is filled from this certainty on.
constexpr float sure_order = 0.75F;

// Whether what follows the verb is no more than a day, a place, a hearer: "she
// said on Monday", "he told reporters".
bool no_verb(const std::vector<unit>& u, std::uint32_t first,
             std::uint32_t last) {
  constexpr std::uint32_t longest = 5;
  if (last > first + longest) return false;
  for (std::uint32_t i = first; i < last; ++i) {
    if (is_verbal(u[i].tag) || u[i].quotation >= 0) return false;
  }
  return true;
}

bool has_quotation(const std::vector<unit>& u, std::uint32_t end) {
  return std::any_of(u.begin(), u.begin() + end,
                     [](const unit& x) { return x.quotation >= 0; });
}

// What can be told: not "In fact, she said", "Speaking at noon, she said".
bool is_told(const reading& r, const std::vector<unit>& u, std::uint32_t end) {
  const word& lead = r.words[u[0].first];
  const bool speaking =
      one_of(text_of(r, u[0].first), {"Addressing", "Commenting", "Replying",
                                      "Responding", "Speaking", "Talking"});
  if (speaking || lead.cue == cue_class::ask) return false;
  if (lead.tag != word_tag::prep && !is_adverb(r, u[0].first)) return true;
  for (std::uint32_t i = 0; i < end; ++i) {
    const std::uint8_t g = u[i].tag;
    if (is_verbal(g) || g == tag_ed || g == tag_s) return true;
  }
  return false;
}

bool opens_clause(word_tag tag) {
  return tag == word_tag::subject || tag == word_tag::det ||
         tag == word_tag::poss || tag == word_tag::subord;
}

// "The road is closed, two officials": what is told was taken for a part of who
// tells it. A verb stands before the comma, none behind it; the clause begins
// at `begin`.
void part_subject(const reading& r, std::uint32_t begin, token_range& source) {
  constexpr std::uint32_t longest = 8;
  const std::uint32_t first =
      source.end > longest ? source.end - longest : std::uint32_t{0};
  std::uint32_t comma = source.end;
  for (; comma > std::max(first, source.first); --comma) {
    if (is_verbal(r.tags[comma - 1])) return;
    if (r.tags[comma - 1] == tag_comma) break;
  }
  if (comma == source.end || comma <= std::max(first, source.first)) return;
  for (std::uint32_t t = begin; t + 1 < comma; ++t) {
    if (is_verbal(r.tags[t]) || r.tags[t] == tag_ed) {
      source.first = comma;
      return;
    }
  }
}

// "..., the agencies said in posts on their pages", "..., he told The Herald":
// what is labelled is where, or to whom, not what.
bool is_setting(const reading& r, const window& w, const attribution& out) {
  const token_range s = out.source, c = out.content.front();
  if (out.content.size() > 1 || !out.whole.empty() || s.end > out.cue ||
      s.first < w.first + 2 || r.tags[s.first - 1] != tag_comma ||
      c.first <= out.cue || c.first > out.cue + 2) {  // "pointed out in"
    return false;
  }
  const bool place = one_of(text_of(r, c.first), {"at", "here", "in", "on"});
  const bool hearer =
      c.first == out.cue + 1 && one_of(text_of(r, out.cue), {"told", "tells"});
  const cue_class said = r.words[out.cue].cue;
  const bool plain = said == cue_class::say || said == cue_class::write ||
                     said == cue_class::announce;
  if (!hearer && (!place || !plain)) return false;
  for (std::uint32_t t = c.first; t < c.end; ++t) {
    const std::uint8_t g = r.tags[t];
    const word_tag before = r.words[t - 1].tag;
    const bool noun = before == word_tag::prep || before == word_tag::det ||
                      before == word_tag::poss ||
                      r.tags[t - 1] == tag_possessive;
    const word_tag next = t + 1 < c.end ? r.words[t + 1].tag : word_tag::none;
    const bool infinitive = r.words[t].tag == word_tag::to &&
                            next != word_tag::det && next != word_tag::poss;
    if ((is_verbal(g) && !noun) || g == tag_ed || g == tag_left_mark ||
        infinitive || r.words[t].tag == word_tag::that) {
      return false;
    }
  }
  return true;
}

}  // namespace

void fill_by_word_order(const reading& r, const window& w, attribution& out) {
  if (out.source.empty()) return;
  const std::vector<unit>& u = w.units;
  const std::uint32_t c = w.cue;
  const auto n = static_cast<std::uint32_t>(u.size());
  const auto unit_at = [&](std::uint32_t token) {
    std::uint32_t i = 0;
    while (i < n && u[i].end <= token) ++i;
    return i;
  };
  if (!out.content.empty()) {
    if (!is_setting(r, w, out)) return;
    const std::uint32_t from = unit_at(out.source.first);
    if (from < 2 || !is_told(r, u, from - 1)) return;
    out.content.assign(1, {u[0].first, u[from - 1].first});
    return;
  }
  std::uint32_t last = n;
  while (last > c + 1 && u[last - 1].tag == tag_stop) --last;
  if ((r.words[out.cue].flags & cue_preposition) != 0) {
    const std::uint32_t after = unit_at(out.source.end);
    if (out.source.first < out.cue) return;
    // "Now, according to the poll, some swing"
    const bool lead = c == 2 && u[1].tag == tag_comma &&
                      (is_adverb(r, u[0].first) ||
                       r.words[u[0].first].tag == word_tag::coord);
    if ((c == 0 || lead) && after + 1 < last && u[after].tag == tag_comma) {
      out.content.push_back({u[after + 1].first, u[last - 1].end});
    } else if (c > 1 && !lead &&
               (u[c - 1].tag == tag_comma || u[c - 1].tag == tag_dash)) {
      out.content.push_back({u[0].first, u[c - 1].first});
    }
    return;
  }
  if (out.source.first == out.cue + 1 && c > 2 && u[c - 1].tag == tag_comma) {
    out.content.push_back({u[0].first, u[c - 1].first});
    return;
  }
  // "she also said", "Moran, of the union, said"
  std::uint32_t end = out.cue;
  while (end > out.source.end && is_adverb(r, end - 1)) --end;
  const bool aside = end > out.source.end && r.tags[end - 1] == tag_comma;
  if (out.source.end + (aside ? 1 : 0) != end) return;
  const bool alone = no_verb(u, c + 1, last);
  if (alone && !aside) part_subject(r, u[0].first, out.source);
  const std::uint32_t from = unit_at(out.source.first);
  if (aside && from > 0 && (!alone || has_quotation(u, from))) return;
  const std::uint8_t next =
      c + 1 < last ? u[c + 1].tag : static_cast<std::uint8_t>(tag_stop);
  const bool closes = alone || next == tag_comma ||
                      next == tag_of(word_tag::day) ||
                      next == tag_of(word_tag::prep);
  if (from > 1 && u[from - 1].tag == tag_comma && closes) {
    if (next == tag_comma || is_told(r, u, from - 1)) {
      out.content.push_back({u[0].first, u[from - 1].first});
    }
    return;
  }
  // "He said, you don't understand", but not "he said, pleased"
  const bool paused = next == tag_comma && c + 2 < last;
  const bool follows = paused ? opens_clause(r.words[u[c + 2].first].tag)
                              : next != tag_comma && next != tag_dash;
  if (!alone && follows && out.confidence > sure_order) {
    out.content.push_back({u[c + 1].first, u[last - 1].end});
  }
}

void turn_around(const reading& r, const window& w, attribution& out) {
  constexpr std::uint32_t longest_name = 5;
  const std::vector<unit>& u = w.units;
  const std::uint32_t c = w.cue;
  std::uint32_t last = static_cast<std::uint32_t>(u.size());
  while (last > c && u[last - 1].tag == tag_stop) --last;
  if (!out.source.empty() || c < 3 || last < c + 2 ||
      last > c + 1 + longest_name) {
    return;
  }
  if (u[c - 1].tag != tag_comma || out.cue + 1 != u[c + 1].first) return;
  for (std::uint32_t i = c + 1; i < last; ++i) {
    if (r.laid.tokens[u[i].first].kind != text::token_kind::word ||
        is_verbal(u[i].tag)) {
      return;
    }
  }
  out.source = {u[c + 1].first, u[last - 1].end};
  out.content.assign(1, {w.first, u[c - 1].first});
}

void take_subject(const reading& r, const window& w, attribution& out) {
  const token_range& s = out.source;
  if (out.content.size() != 1 || s.empty() || !out.whole.empty()) return;
  const std::uint32_t first = std::min(s.first, out.cue);
  const std::uint32_t end = std::max(s.end, out.cue + 1);
  const std::uint32_t begin = out.content.front().first;
  if (begin < end || begin > end + 1 || r.tags[end] != tag_comma) return;
  if (begin == end && end + 1 >= out.content.front().end) return;
  const std::uint8_t g = r.tags[begin == end ? end + 1 : begin];
  if (g == tag_left_mark || g == tag_other_mark) return;
  if (r.words[out.cue].cue == cue_class::ask) return;
  if (first < w.first + 2 || r.tags[first - 1] != tag_comma) return;
  out.content.insert(out.content.begin(), {w.first, first - 1});
}

}  // namespace copydesk::quotes
