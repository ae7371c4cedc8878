// SPDX-License-Identifier: Apache-2.0
// Idea: see word_order.hpp. Cost: O(units of the window) a call.
#include "quotes/word_order.hpp"

#include <algorithm>

namespace copydesk::quotes {
namespace {

// "She said ..." without labelled content is filled from this certainty on.
constexpr float sure_order = 0.75F;

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
  std::uint32_t last = n;
  while (last > c + 1 && u[last - 1].tag == tag_stop) --last;
  if ((r.words[out.cue].flags & cue_preposition) != 0) {
    const std::uint32_t after = unit_at(out.source.end);
    if (out.source.first < out.cue) return;
    if (c > 2 && u[c - 1].tag == tag_comma) {
      out.content.push_back({u[0].first, u[c - 1].first});
    } else if (c == 0 && after + 1 < last && u[after].tag == tag_comma) {
      out.content.push_back({u[after + 1].first, u[last - 1].end});
    }
    return;
  }
  if (out.source.end != out.cue) return;
  const std::uint32_t from = unit_at(out.source.first);
  const bool closes = c + 1 >= last || u[c + 1].tag == tag_comma ||
                      u[c + 1].tag == tag_of(word_tag::day) ||
                      u[c + 1].tag == tag_of(word_tag::prep);
  if (from > 1 && u[from - 1].tag == tag_comma && closes) {
    out.content.push_back({u[0].first, u[from - 1].first});
  } else if (c + 2 < last && out.confidence > sure_order) {
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
  const std::uint8_t g = r.tags[begin == end ? end + 1 : begin];
  if (g == tag_left_mark || g == tag_other_mark) return;
  if (r.words[out.cue].cue == cue_class::ask) return;
  if (first < w.first + 2 || r.tags[first - 1] != tag_comma) return;
  out.content.insert(out.content.begin(), {w.first, first - 1});
}

}  // namespace copydesk::quotes
