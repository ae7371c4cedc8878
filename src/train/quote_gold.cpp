// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Tokens are found by halves; a token belongs to a span
// that it overlaps.
#include "train/quote_gold.hpp"

#include <algorithm>

namespace copydesk::train {
namespace {

using quotes::token_range;

token_range tokens_of(const text::laid_text& laid, span s) {
  const auto& t = laid.tokens;
  const auto first = std::partition_point(
      t.begin(), t.end(),
      [&](const text::token& x) { return x.where().end <= s.begin; });
  const auto end = std::partition_point(
      first, t.end(),
      [&](const text::token& x) { return x.where().begin < s.end; });
  return {static_cast<std::uint32_t>(first - t.begin()),
          static_cast<std::uint32_t>(end - t.begin())};
}

// The content from behind the cue on, if nothing but an object stands between.
void take_object(const quotes::reading& r, gold_tokens& q) {
  constexpr std::uint32_t longest = 12;
  using quotes::cue_class;
  using quotes::word_tag;
  if (q.cue.empty() || q.content.empty()) return;
  token_range& c = q.content.front();
  const std::uint32_t from = q.cue.end;
  if (c.first <= from || c.first > from + longest) return;
  bool asks = false;
  for (std::uint32_t t = q.cue.first; t < q.cue.end; ++t) {
    const cue_class is = r.words[t].cue;
    asks = asks || is == cue_class::accuse || is == cue_class::urge ||
           is == cue_class::order || is == cue_class::ask;
  }
  const auto leads = [&](std::uint32_t t) {
    if (t >= r.tags.size()) return false;
    const word_tag g = r.words[t].tag;
    return g == word_tag::to || g == word_tag::of;
  };
  const bool negated =
      r.words[c.first].tag == word_tag::not_ && leads(c.first + 1);
  if (!asks || !(leads(c.first) || negated || leads(c.first - 1))) return;
  const word_tag lead = r.words[from].tag;
  if (lead == word_tag::prep || lead == word_tag::day ||
      lead == word_tag::adverb || lead == word_tag::of ||
      lead == word_tag::to) {
    return;
  }
  for (std::uint32_t t = from; t < c.first; ++t) {
    const std::uint8_t g = r.tags[t];
    if (quotes::is_verbal(g) || g == quotes::tag_comma ||
        g == quotes::tag_stop || g == quotes::tag_left_mark ||
        r.words[t].tag == word_tag::that) {
      return;
    }
  }
  c.first = from;
}

}  // namespace

gold_tokens in_tokens(const quotes::reading& r, const gold_quote& q,
                      bool objects) {
  const text::laid_text& laid = r.laid;
  gold_tokens out;
  out.speech = q.speech;
  for (const span s : q.content) out.content.push_back(tokens_of(laid, s));
  if (!q.source.empty()) {
    out.source = tokens_of(laid, {q.source.front().begin, q.source.back().end});
  }
  if (!q.cue.empty()) out.cue = tokens_of(laid, q.cue.front());
  if (objects) take_object(r, out);
  return out;
}

}  // namespace copydesk::train
