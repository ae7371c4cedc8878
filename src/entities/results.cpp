// SPDX-License-Identifier: Apache-2.0
// results.cpp - see results.hpp.
//
// Idea: a line is read from its start, or from a colon behind "results" or the
// like, as names and counts and nothing between them but commas and brackets.
// It is one of results if two teams at least have a score and either a word
// says what the line is or brackets have players with counts. Cost: each token
// is read by one line, and no name is longer than most_words.
#include "entities/results.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "entities/gazetteer.hpp"
#include "entities/overlaps.hpp"

namespace copydesk::entities {
namespace {

using text::token_kind;

constexpr std::uint32_t most_words = 7;
constexpr std::uint32_t most_before_colon = 8;
constexpr float result_confidence = 0.85F;
constexpr float spread_confidence = 0.6F;

// In small letters.
constexpr std::string_view line_words[] = {"fixtures",  "result",  "results",
                                           "score",     "scorers", "scores",
                                           "standings", "table"};
// Behind a count: what is counted, or how.
constexpr std::string_view counted_words[] = {
    "con",    "cons", "conversions", "drop",  "goal", "goals", "gp",
    "min",    "not",  "og",          "out",   "own",  "pen",   "pens",
    "points", "pts",  "retired",     "tries", "try"};
// Within a name, between words with capitals.
constexpr std::string_view particles[] = {
    "al",  "da", "das", "de", "del", "den", "der", "des", "di",  "do",
    "dos", "du", "el",  "la", "le",  "of",  "ten", "ter", "van", "von"};

template <std::size_t size>
bool one_of(const std::string_view (&all)[size], std::string_view w) {
  return std::find(std::begin(all), std::end(all), w) != std::end(all);
}

class line_reader {
 public:
  explicit line_reader(const words& all) : all_(all), laid_(all.laid()) {}

  // The names of the line [first, end), if it is one of results.
  const std::vector<mention>& read(std::uint32_t first, std::uint32_t end) {
    end_ = end;
    said_ = false;
    const std::uint32_t colon = behind_colon(first);
    found_.clear();
    teams_ = players_ = 0;
    for (std::uint32_t t = colon; t < end_;) {
      const std::uint32_t next = side(t);
      if (next == t) {
        t = skip(t);
        if (t == end_ || teams_ == 0) break;
        continue;
      }
      t = next;
    }
    if (teams_ < 2 || (!said_ && players_ == 0)) found_.clear();
    return found_;
  }

 private:
  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }
  bool is(std::uint32_t t, char c) const {
    return t < end_ && laid_.tokens[t].where().size() == 1 &&
           laid_.clean[laid_.tokens[t].where().begin] == c;
  }

  // Behind the colon after a word that says what the line is; else `first`.
  std::uint32_t behind_colon(std::uint32_t first) {
    const std::uint32_t far = std::min(end_, first + most_before_colon);
    for (std::uint32_t t = first; t < far; ++t) {
      if (word(t) == ":") return said_ ? t + 1 : first;
      char low[12];
      const std::string_view w = word(t);
      if (w.size() > sizeof low) continue;
      std::transform(w.begin(), w.end(), low, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      });
      said_ = said_ || one_of(line_words, {low, w.size()});
    }
    said_ = false;
    return first;
  }

  // The end of the name that begins at `t`; `t` if there is none.
  std::uint32_t name(std::uint32_t t) const {
    const std::uint32_t far = std::min(end_, t + most_words);
    if (t >= end_ || !begins_word(t)) return t;
    std::uint32_t last = t + 1;
    for (std::uint32_t at = t + 1; at < far; ++at) {
      if (begins_word(at)) {
        last = at + 1;
        continue;
      }
      if (one_of(particles, word(at)) || word(at) == "&") continue;
      if (joins(at)) continue;
      break;
    }
    return last;
  }
  bool begins_word(std::uint32_t t) const {
    const text::token& it = laid_.tokens[t];
    return it.kind == token_kind::word && all_.capital(t);
  }
  // A hyphen or an apostrophe inside a word.
  bool joins(std::uint32_t t) const {
    const std::string_view w = word(t);
    return t + 1 < end_ && !laid_.tokens[t].space_before &&
           !laid_.tokens[t + 1].space_before &&
           (w == "-" || w == "'" || w == "\xE2\x80\x99");
  }

  // The end of the count that begins at `t`: "2", "214-5", "91*", "90+3".
  std::uint32_t count(std::uint32_t t) const {
    if (t >= end_ || laid_.tokens[t].kind != token_kind::number ||
        laid_.tokens[t].where().size() > 3) {
      return t;
    }
    ++t;
    while (t + 1 < end_ && (is(t, '-') || is(t, '+') || is(t, '/')) &&
           laid_.tokens[t + 1].kind == token_kind::number &&
           !laid_.tokens[t + 1].space_before) {
      t += 2;
    }
    if (is(t, '*') || is(t, '\'')) ++t;
    while (t < end_ && one_of(counted_words, word(t))) ++t;
    return t;
  }

  // A team, its score, and its players in brackets.
  std::uint32_t side(std::uint32_t t) {
    const std::uint32_t end = name(t);
    const std::uint32_t after = count(end);
    if (end == t || after == end) return t;
    put(t, end, is_country(t, end) ? entity_type::gpe : entity_type::org);
    ++teams_;
    return is(after, '(') ? players(after) : after;
  }

  // Behind the bracket that opens at `t`. Names in it are players if one has a
  // count.
  std::uint32_t players(std::uint32_t t) {
    const std::size_t before = found_.size();
    bool counted = false;
    std::uint32_t at = t + 1;
    while (at < end_ && !is(at, ')')) {
      const std::uint32_t end = name(at);
      if (end == at) {
        ++at;
        continue;
      }
      put(at, end, entity_type::person);
      const std::uint32_t after = count(end);
      counted = counted || after > end;
      at = after;
    }
    if (counted) {
      players_ += found_.size() - before;
    } else if (found_.size() == before + 1 && how_it_ended(found_[before])) {
      found_[before].confidence = 0;  // what it overlaps is no name, either
    } else {
      found_.resize(before);
    }
    return at < end_ ? at + 1 : at;
  }

  // (OT), (SO): no name.
  bool how_it_ended(const mention& m) const {
    return m.token_end == m.first_token + 1 && m.where.size() <= 3 &&
           laid_.tokens[m.first_token].letters == text::token_case::upper;
  }

  // Past a separator; the end of the line where nothing of the kind stands.
  std::uint32_t skip(std::uint32_t t) const {
    const std::string_view w = word(t);
    const bool parts = w == "," || w == ";" || w == "." || w == "v" ||
                       w == "and" || w == "-" || w == "\xE2\x80\x93";
    return parts ? t + 1 : end_;
  }

  bool is_country(std::uint32_t first, std::uint32_t end) const {
    return (all_.lists_of(first, end) & bit(list::country)) != 0;
  }

  void put(std::uint32_t first, std::uint32_t end, entity_type type) {
    found_.push_back(of_tokens(laid_, first, end, type, result_confidence));
  }

  const words& all_;
  const text::laid_text& laid_;
  std::uint32_t end_ = 0;
  bool said_ = false;
  std::vector<mention> found_;
  std::size_t teams_ = 0, players_ = 0;
};

// A name of a place right behind these is one.
bool place_before(const text::laid_text& laid, std::uint32_t t) {
  if (t == 0) return false;
  const std::string_view w = laid.tokens[t - 1].where().of(laid.clean);
  return w == "in" || w == "at" || w == "near" || w == "In" || w == "At";
}

// What a line calls a team is one at its other places, where it is the whole
// name or no name is.
class team_finder {
 public:
  team_finder(const words& all, const std::vector<mention>& lines)
      : all_(all), laid_(all.laid()) {
    for (const mention& m : lines) {
      if (m.type != entity_type::org) continue;
      teams_.insert(m.where.of(laid_.clean));
      std::uint32_t& most = longest_[word(m.first_token)];
      most = std::max(most, m.token_end - m.first_token);
    }
  }

  void spread(std::vector<mention>& names) const {
    std::vector<mention> out;
    std::size_t next = 0;
    for (std::uint32_t t = 0; t < laid_.tokens.size(); ++t) {
      if (next < names.size() && names[next].first_token <= t) {
        mention& m = names[next++];
        if (is_team(m)) m.type = entity_type::org;
        t = std::max(m.token_end, t + 1) - 1;
        out.push_back(std::move(m));
        continue;
      }
      const std::uint32_t far =
          next < names.size() ? names[next].first_token
                              : static_cast<std::uint32_t>(laid_.tokens.size());
      mention m;
      if (!unfound(t, far, m)) continue;
      t = m.token_end - 1;
      out.push_back(std::move(m));
    }
    std::move(names.begin() + static_cast<std::ptrdiff_t>(next), names.end(),
              std::back_inserter(out));
    names = std::move(out);
  }

 private:
  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }
  bool is_team(const mention& m) const {
    return m.type != entity_type::norp && !place_before(laid_, m.first_token) &&
           teams_.count(m.where.of(laid_.clean)) != 0;
  }
  // The longest team that begins at `t`, and ends before `far`.
  bool unfound(std::uint32_t t, std::uint32_t far, mention& out) const {
    if (!all_.capital(t)) return false;
    const auto known = longest_.find(word(t));
    if (known == longest_.end()) return false;
    for (std::uint32_t n = known->second; n > 0; --n) {
      if (t + n > far) continue;
      const text::clean_span where = {laid_.tokens[t].where().begin,
                                      laid_.tokens[t + n - 1].where().end};
      if (teams_.count(where.of(laid_.clean)) == 0) continue;
      out = of_tokens(laid_, t, t + n, entity_type::org, spread_confidence);
      return true;
    }
    return false;
  }

  const words& all_;
  const text::laid_text& laid_;
  std::unordered_set<std::string_view> teams_;
  // The tokens of the longest that begins with a word.
  std::unordered_map<std::string_view, std::uint32_t> longest_;
};

}  // namespace

void read_results(const words& all, std::vector<mention>& names) {
  const text::laid_text& laid = all.laid();
  line_reader reader(all);
  std::vector<mention> lines;
  for (const text::paragraph& p : laid.paragraphs) {
    if (p.first_sentence >= p.sentence_end) continue;
    const std::uint32_t first = laid.sentences[p.first_sentence].first_token;
    const std::uint32_t end = laid.sentences[p.sentence_end - 1].token_end;
    const std::vector<mention>& found = reader.read(first, end);
    lines.insert(lines.end(), found.begin(), found.end());
  }
  if (lines.empty()) return;
  drop(names, lines, [](auto, auto) { return true; });
  lines.erase(
      std::remove_if(lines.begin(), lines.end(),
                     [](const mention& m) { return m.confidence <= 0; }),
      lines.end());
  const team_finder teams(all, lines);
  names = joined(std::move(names), std::move(lines));
  teams.spread(names);
}

}  // namespace copydesk::entities
