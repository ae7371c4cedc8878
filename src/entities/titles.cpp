// SPDX-License-Identifier: Apache-2.0
// titles.cpp - see titles.hpp.
//
// Invariant: a title lies in one sentence and holds no part of a person's
// name.
#include "entities/titles.hpp"

#include <algorithm>

namespace copydesk::entities {
namespace {

// Tokens looked at on either side of a person; behind it a title stands after
// a comma or in brackets.
constexpr std::uint32_t before = 8;
constexpr std::uint32_t after = 12, hardly_after = 1;

// The one character of a token, or 0.
char mark_at(const text::laid_text& laid, std::uint32_t i) {
  const text::clean_span w = laid.tokens[i].where();
  return w.end - w.begin == 1 ? laid.clean[w.begin] : '\0';
}

// What somebody put into brackets before a title is none of it: "[And yet]
// NATO Secretary-General". One pass over the tokens.
void cut_brackets(const text::laid_text& laid, std::uint32_t& first,
                  std::uint32_t& end) {
  std::uint32_t open = end;
  for (std::uint32_t i = first; i < end; ++i) {
    const char c = mark_at(laid, i);
    if (c == '(' || c == '[') open = i;
    if (c != ')' && c != ']') continue;
    if (open == first || open == end) first = i + 1;
    open = end;
  }
  if (open == first && open < end) {
    ++first;
  } else if (open < end) {
    end = open;
  }
}

void add_title(const text::laid_text& laid, std::uint32_t first,
               std::uint32_t end, std::vector<title>& out) {
  cut_brackets(laid, first, end);
  if (first >= end) return;
  title t;
  t.where = {laid.tokens[first].where().begin,
             laid.tokens[end - 1].where().end};
  t.first_token = first;
  t.token_end = end;
  out.push_back(t);
}

}  // namespace

beside_names mark_names(const text::laid_text& laid,
                        const std::vector<mention>& mentions) {
  beside_names out;
  out.name_of_token.assign(laid.tokens.size(), 0);
  for (const mention& m : mentions) {
    for (std::uint32_t i = m.first_token; i < m.token_end; ++i) {
      out.name_of_token[i] = static_cast<std::uint8_t>(
          1 + 2 * static_cast<int>(m.type) + (i == m.first_token ? 1 : 0));
    }
  }
  return out;
}

std::vector<title_window> find_title_windows(
    const text::laid_text& laid, const std::vector<mention>& mentions) {
  std::vector<title_window> out;
  std::uint32_t sentence = 0;
  for (const mention& m : mentions) {
    if (m.type != entity_type::person) continue;
    while (laid.sentences[sentence].token_end <= m.first_token) ++sentence;
    const text::sentence& s = laid.sentences[sentence];
    const std::uint32_t first =
        m.first_token - std::min(before, m.first_token - s.first_token);
    const char next =
        m.token_end < s.token_end ? mark_at(laid, m.token_end) : '\0';
    const std::uint32_t behind =
        next == ',' || next == '(' ? after : hardly_after;
    const std::uint32_t end = std::min(s.token_end, m.token_end + behind);
    if (!out.empty() && out.back().sentence == sentence &&
        first <= out.back().end && out.back().persons.size() < 16) {
      out.back().end = std::max(out.back().end, end);
    } else {
      title_window w;
      // Windows do not overlap, so that no title is found twice.
      w.first = out.empty() || out.back().sentence != sentence
                    ? first
                    : std::max(first, out.back().end);
      w.end = std::max(end, w.first);
      w.sentence = sentence;
      out.push_back(std::move(w));
    }
    out.back().persons.emplace_back(m.first_token, m.token_end);
  }
  return out;
}

void find_titles(const words& all, const std::vector<mention>& mentions,
                 const learned::crf& titles, std::vector<title>& out) {
  const std::uint32_t begin_label = titles.find_label("B-TITLE");
  const std::uint32_t single_label = titles.find_label("S-TITLE");
  const std::uint32_t outside_label = titles.find_label("O");
  const beside_names names = mark_names(all.laid(), mentions);
  learned::crf_sequence seq(titles);
  learned::crf_work work;
  for (const title_window& w : find_title_windows(all.laid(), mentions)) {
    seq.clear();
    for (std::uint32_t i = w.first; i < w.end; ++i) {
      seq.next();
      seq.add_with(max_title_features, [&](std::uint64_t* next) {
        title_features(all, names, w, i,
                       [&next](std::uint64_t f) { *next++ = f; });
        return next;
      });
    }
    seq.decode_labels(work);
    std::uint32_t first = w.end;
    for (std::uint32_t i = w.first; i <= w.end; ++i) {
      const std::uint32_t label =
          i == w.end ? outside_label : seq.label(i - w.first);
      const bool person =
          i < w.end && names.name_of_token[i] / 2 ==
                           (1 + 2 * static_cast<int>(entity_type::person)) / 2;
      if (label == outside_label || label == begin_label ||
          label == single_label || person) {
        if (first < i) add_title(all.laid(), first, i, out);
        first = label == outside_label || person ? w.end : i;
      } else if (first == w.end) {
        first = i;
      }
    }
  }
}

}  // namespace copydesk::entities
