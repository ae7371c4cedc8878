// SPDX-License-Identifier: Apache-2.0
// line_score.cpp - a log-linear model of lines on pages.
//
// Idea: the words of a line that the model knows stand for themselves, all
// others for their shape (an ending, capital, number); single ones, pairs and
// triples of them, how many are unknown, how long the line is and where it
// stands have one weight a kind. That is what a line weighs by itself;
// kinds.cpp looks a second time, at its neighbours, and has the margins.
// Cost: at most 4 * 48 look-ups in an open-addressing table.
// Source: train/train_lines.cpp, from lines of our own and open news text; the
// method is multinomial logistic regression with AdaGrad (Duchi et al. 2011).
#include "text/line_score.hpp"

#include <algorithm>
#include <array>

#include "text/lexicons.hpp"

namespace copydesk::text {
namespace {

struct line_weight {
  std::uint32_t feature;   // 0 = an empty slot
  std::int8_t weights[5];  // headline, dateline, byline, caption, boilerplate
  std::int8_t known;       // 1 = also a word that stands for itself
};

#include "text/line_weights.inc"

constexpr unsigned line_filter_bits = 16;

// A bit for each feature of the table, by the head of its hash: most features
// of text are not in it, and are told by this alone.
struct line_filter {
  std::array<std::uint64_t, (std::size_t{1} << line_filter_bits) / 64> bits{};

  constexpr line_filter() {
    for (const line_weight& w : line_weights) {
      if (w.feature == 0) continue;
      const std::uint32_t at = place_of(w.feature);
      bits[at / 64] |= std::uint64_t{1} << (at % 64);
    }
  }
  static constexpr std::uint32_t place_of(std::uint32_t feature) {
    return (feature * line_feature::mixer) >> (32 - line_filter_bits);
  }
  bool may_hold(std::uint32_t feature) const {
    const std::uint32_t at = place_of(feature);
    return (bits[at / 64] >> (at % 64) & 1U) != 0;
  }
};
constexpr line_filter known_features;

// Of one of the two tables, of 1 << bits slots.
const line_weight* weight_in(const line_weight* table, unsigned bits,
                             std::uint32_t feature) {
  std::size_t at = (feature * line_feature::mixer) >> (32 - bits);
  while (table[at].feature != 0) {
    if (table[at].feature == feature) return &table[at];
    at = (at + 1) & ((std::size_t{1} << bits) - 1);
  }
  return nullptr;
}

const line_weight* weight_of(std::uint32_t feature) {
  if (!known_features.may_hold(feature)) return nullptr;
  return weight_in(line_weights, line_weight_bits, feature);
}

void add_weights(line_scores& sum, const line_weight* w) {
  if (w == nullptr) return;
  for (std::size_t k = 1; k < line_kinds; ++k) sum[k] += w->weights[k - 1];
}

char shape_of_letters(const token& t, std::string_view text) {
  switch (t.letters) {
    case token_case::title:
      return 'T';
    case token_case::upper:
      return text.size() == 1 ? 'I' : 'U';
    case token_case::mixed:
      return 'M';
    case token_case::lower:
    case token_case::none:
      break;
  }
  const auto ends = [&](std::string_view tail) {
    return text.size() > tail.size() + 2 &&
           text.substr(text.size() - tail.size()) == tail;
  };
  if (ends("ing")) return 'g';
  if (ends("ed")) return 'd';
  if (ends("ly")) return 'j';
  if (ends("s")) return 'e';
  return 'l';
}

char shape_of_number(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) digits += c >= '0' && c <= '9';
  if (digits != text.size()) return '0';
  return static_cast<char>('0' + std::min<std::size_t>(digits, 5));
}

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos ||
         text.substr(0, 4) == "www.";
}

// Whether an address of mail is that of a desk: "press@coast.example".
bool is_desk(std::string_view address) {
  static constexpr std::string_view desks[] = {
      "press",       "media",     "news",    "newsroom", "newsdesk",
      "info",        "ir",        "editor",  "letters",  "contact",
      "feedback",    "tips",      "sales",   "opinion",  "theeditor",
      "comms",       "enquiries", "support", "editors",  "pressoffice",
      "advertising", "subscribe", "help",    "web"};
  return std::find(std::begin(desks), std::end(desks),
                   address.substr(0, address.find('@'))) != std::end(desks);
}

line_symbols::symbol symbol_of(const token& t, std::string_view text) {
  if (text.size() > 1 && (text[0] == '@' || text[0] == '#'))
    return {line_hash(text.substr(0, 1)), 'a'};
  if (text.find('@') != std::string_view::npos && text.size() > 1)
    return {line_hash(is_desk(text) ? "desk@x" : "x@x"), 'a'};
  if (is_address(text)) return {line_hash("://"), 'a'};
  if (t.kind == token_kind::number) {
    const char shape = shape_of_number(text);
    return {line_hash("#") + static_cast<unsigned char>(shape), shape};
  }
  if (t.kind != token_kind::word)
    return {line_hash(text), t.kind == token_kind::mark ? 'q' : 'p'};
  return {line_hash(text), shape_of_letters(t, text)};
}

}  // namespace

std::uint32_t line_hash(std::string_view text) {
  constexpr std::size_t longest = 32;
  char small[longest];
  text = text.substr(0, longest);
  fold(text, small);
  std::uint32_t h = 2166136261U;
  for (std::size_t i = 0; i < text.size(); ++i)
    h = (h ^ static_cast<unsigned char>(small[i])) * 16777619U;
  return h;
}

line_symbols::line_symbols(const laid_text& laid, std::uint32_t first,
                           std::uint32_t end) {
  for (std::uint32_t t = first; t < end && count_ < most; ++t) {
    const token& now = laid.tokens[t];
    symbols_[count_++] = symbol_of(now, now.where().of(laid.clean));
  }
}

paragraph_kind kind_of_scores(const line_scores& scores, std::int32_t evidence,
                              const line_place& place,
                              const line_margins& margins) {
  const bool stops =
      place.itself == line_look::stop || place.itself == line_look::text;
  line_scores s = scores;
  // A phrase of page furniture needs no more than the most.
  const bool ruled = place.ruled == paragraph_kind::boilerplate;
  const std::int32_t margin = stops ? margins.sentence : margins.boilerplate;
  s[static_cast<std::size_t>(paragraph_kind::boilerplate)] -=
      ruled ? std::min(margin, 4) : margin;
  s[static_cast<std::size_t>(paragraph_kind::byline)] -= margins.byline;
  constexpr auto furniture =
      static_cast<std::size_t>(paragraph_kind::boilerplate);
  const bool evident = !place.caseless || evidence >= margins.evidence ||
                       place.ruled == paragraph_kind::boilerplate;
  std::size_t best = 0;
  for (std::size_t k = 1; k < line_kinds; ++k) {
    if (s[k] > s[best] && (k != furniture || evident)) best = k;
  }
  return static_cast<paragraph_kind>(best);
}

line_sum weigh_line(const line_symbols& line, const line_place& place) {
  line_sum out;
  out.scores = line_bias;
  line_scores& sum = out.scores;
  const auto add = [&](std::uint32_t feature) {
    add_weights(sum, weight_of(feature));
  };
  line_feature::of_place(place, add);
  std::array<std::uint32_t, line_symbols::most> seen;  // [0, line.size())
  const line_weight* last = nullptr;
  std::int32_t& evidence = out.evidence;
  const auto known = [&](std::uint32_t word) {
    last = weight_of(word);
    if (last == nullptr || last->known == 0) return false;
    evidence = std::max<std::int32_t>(evidence, last->weights[4]);
    return true;
  };
  line_feature::of_words(line, known, seen, [&](std::uint32_t feature) {
    add_weights(sum, last != nullptr && last->feature == feature
                         ? last
                         : weight_of(feature));
  });
  // Most text is known by its words alone, where no name may be an author's.
  if (place.itself != line_look::name && place.author == 0 &&
      *std::max_element(sum.begin() + 1, sum.end()) < line_floor) {
    out.text = true;
    return out;
  }
  line_feature::of_line(line, place, seen, add);
  out.kind = kind_of_scores(sum, evidence, place, line_decision.halved());
  return out;
}

line_verdict verdict_in_context(const line_sum& first, const line_place& place,
                                const line_context& context) {
  line_scores sum = first.scores;
  line_feature::of_context(context, place, [&](std::uint32_t feature) {
    add_weights(sum, weight_in(context_weights, context_weight_bits, feature));
  });
  switch (kind_of_scores(sum, first.evidence, place,
                         context.margins(line_decision, place))) {
    case paragraph_kind::boilerplate:
      return {paragraph_kind::boilerplate, "worded like page furniture"};
    case paragraph_kind::byline:
      return {paragraph_kind::byline, "worded like an author line"};
    case paragraph_kind::caption:
      return {paragraph_kind::caption, "worded like a caption"};
    case paragraph_kind::dateline:
      return {paragraph_kind::dateline, "worded like a date or a place"};
    case paragraph_kind::headline:
      return {paragraph_kind::headline, "worded like a headline"};
    case paragraph_kind::body:
      break;
  }
  return {paragraph_kind::body, "text"};
}

}  // namespace copydesk::text
