// SPDX-License-Identifier: Apache-2.0
// line_score.cpp - a log-linear model of lines on pages.
//
// Idea: the words of a line that the model knows stand for themselves, all
// others for their shape (small letters, capital, number); single ones, pairs
// and triples of them, how many are unknown, how the line ends and how long it
// is have one weight a kind. The kind with the highest sum wins if it beats
// text by a margin.
// Cost: at most 3 * 50 look-ups in an open-addressing table.
// Source: learn_lines.py, from lines of our own and open news text; the method
// is multinomial logistic regression with AdaGrad (Duchi et al. 2011).
#include "text/line_score.hpp"

#include <algorithm>

#include "text/lexicons.hpp"

namespace copydesk::text {
namespace {

struct line_weight {
  std::uint32_t feature;  // 0 = an empty slot
  std::int8_t boilerplate, byline, caption;
  std::int8_t known;  // 1 = also a word that stands for itself
};

#include "text/line_weights.inc"

constexpr std::uint32_t mixer = 0x9E3779B1U;

constexpr std::uint32_t joined(std::uint32_t a, std::uint32_t b) {
  return ((a ^ (a >> 15)) * mixer) ^ b;
}

const line_weight* weight_of(std::uint32_t feature) {
  std::size_t at = (feature * mixer) >> (32 - line_weight_bits);
  while (line_weights[at].feature != 0) {
    if (line_weights[at].feature == feature) return &line_weights[at];
    at = (at + 1) & ((std::size_t{1} << line_weight_bits) - 1);
  }
  return nullptr;
}

struct sums {
  std::int32_t boilerplate, byline, caption;

  void add(const line_weight& w) {
    boilerplate += w.boilerplate;
    byline += w.byline;
    caption += w.caption;
  }
  void add(std::uint32_t feature) {
    const line_weight* w = weight_of(feature);
    if (w != nullptr) add(*w);
  }
  void raise(const line_weight& w) {
    boilerplate = std::max<std::int32_t>(boilerplate, w.boilerplate);
    byline = std::max<std::int32_t>(byline, w.byline);
    caption = std::max<std::int32_t>(caption, w.caption);
  }
  std::int32_t most() const {
    return std::max(boilerplate, std::max(byline, caption));
  }
};

constexpr std::uint32_t bucket(std::uint32_t n) {
  return n < 6 ? n : n < 30 ? 6 + (n - 6) / 4 : 12;
}

// Features that are no words: a letter and a number.
constexpr std::uint32_t plain(char what, std::uint32_t n) {
  return joined(joined(1, static_cast<unsigned char>(what)), n);
}

// How the words of a line are written, and how many are unknown.
struct shape_counts {
  std::uint32_t small = 0, names = 0;  // unknown ones
  std::uint32_t letters = 0, capital = 0;

  void add(char shape, bool known) {
    const bool large = shape == 'T' || shape == 'U' || shape == 'm';
    if (!large && shape != 'l') return;
    ++letters;
    capital += large;
    if (!known) ++(large ? names : small);
  }
  void add_to(sums& sum, std::uint32_t size) const {
    sum.add(plain('s', bucket(small)));
    sum.add(plain('c', bucket(names)));
    sum.add(plain('n', bucket(size)));
    if (letters > 1 && capital == letters) sum.add(plain('C', 0));
    if (letters > 2 && capital < letters && capital * 5 >= letters * 3)
      sum.add(plain('C', 1));
    if (letters > 2 && capital <= 1) sum.add(plain('C', 2));
  }
};

std::uint32_t hash_of(std::string_view text) {
  constexpr std::size_t longest = 32;
  char small[longest];
  text = text.substr(0, longest);
  fold(text, small);
  std::uint32_t h = 2166136261U;
  for (std::size_t i = 0; i < text.size(); ++i)
    h = (h ^ static_cast<unsigned char>(small[i])) * 16777619U;
  return h;
}

char shape_of(const token& t) {
  switch (t.letters) {
    case token_case::lower:
      return 'l';
    case token_case::title:
      return 'T';
    case token_case::upper:
      return 'U';
    case token_case::mixed:
      return 'm';
    case token_case::none:
      break;
  }
  return 'l';
}

}  // namespace

line_symbols::line_symbols(const laid_text& laid, std::uint32_t first,
                           std::uint32_t end) {
  for (std::uint32_t t = first; t < end && count_ < most; ++t) {
    const token& now = laid.tokens[t];
    const std::string_view text = now.where.of(laid.clean);
    symbol& s = symbols_[count_++];
    if (now.kind == token_kind::number) {
      s = {hash_of("#"), 'n'};
    } else if (text.size() > 1 && (text[0] == '@' || text[0] == '#')) {
      s = {hash_of(text.substr(0, 1)), 'a'};
    } else if (text.find("://") != std::string_view::npos) {
      s = {hash_of("://"), 'a'};
    } else if (now.kind == token_kind::word) {
      s = {hash_of(text), shape_of(now)};
    } else {
      s = {hash_of(text), now.kind == token_kind::mark ? 'q' : 'p'};
    }
  }
}

line_verdict verdict_of_weights(const laid_text& laid, std::uint32_t first,
                                std::uint32_t end, bool before_text,
                                bool stops) {
  if (end - first > line_symbols::most || first == end) return {};
  const line_symbols line(laid, first, end);
  sums sum{line_bias[0], line_bias[1], line_bias[2]};
  sums evidence{0, 0, 0};  // the most that a single word says
  std::array<std::uint32_t, line_symbols::most> seen;  // [0, line.size())
  shape_counts counts;
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    const line_symbols::symbol& s = line.at(i);
    const line_weight* known = weight_of(s.word);
    const bool kept = known != nullptr && known->known != 0;
    seen[i] = kept ? s.word : plain('?', static_cast<unsigned char>(s.shape));
    counts.add(s.shape, kept);
    if (!kept) continue;
    sum.add(*known);
    evidence.raise(*known);
  }
  // Most text is known by its words alone.
  if (sum.most() < line_floor) return {};
  std::uint32_t before = plain('^', 0), last = plain('^', 1);
  for (std::uint32_t i = 0; i <= line.size(); ++i) {
    const std::uint32_t now = i < line.size() ? seen[i] : plain('$', 0);
    sum.add(joined(last, now));
    sum.add(joined(joined(before, last), now));
    before = last;
    last = now;
  }
  counts.add_to(sum, line.size());
  const std::int32_t best = sum.most();
  // Before the text stand headlines, worded like anything.
  const bool headline = before_text && !stops && best != sum.byline;
  if (best <= (headline ? line_headline_margin
               : stops  ? line_sentence_margin
                        : line_margin))
    return {};
  if (best == sum.boilerplate && evidence.boilerplate >= line_evidence)
    return {paragraph_kind::boilerplate, "worded like page furniture"};
  if (best == sum.byline && evidence.byline >= line_evidence)
    return {paragraph_kind::byline, "worded like an author line"};
  if (best == sum.caption && evidence.caption >= line_evidence)
    return {paragraph_kind::caption, "worded like a caption"};
  return {};
}

}  // namespace copydesk::text
