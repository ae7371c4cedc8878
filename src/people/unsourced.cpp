// SPDX-License-Identifier: Apache-2.0
// unsourced.cpp - see unsourced.hpp.
//
// Idea: only marks, dashes and line ends may stand between the words and the
// name, so a name in the running text is never taken for a signature. Cost:
// limits::max_phrase tokens a quotation.
#include "people/unsourced.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "limits.hpp"
#include "people/phrases.hpp"

namespace copydesk::people {
namespace {

bool speaks(entity_type t) {
  return t == entity_type::person || t == entity_type::org;
}

beside of_mention(const reading& r, const identities& who, std::int32_t m,
                  float confidence) {
  beside b;
  b.name = who.of_mention[static_cast<std::size_t>(m)];
  b.where = r.found.mentions[static_cast<std::size_t>(m)].where;
  b.confidence = confidence;
  return b;
}

// The person whose surname a word in capitals is: "PENCE".
std::int32_t by_surname(const identities& who, const std::string& folded) {
  const std::size_t all =
      std::min(who.all.size(), limits::max_occurrences_back);
  for (std::size_t i = 0; i < all; ++i) {
    const identity& one = who.all[i];
    if (one.type != entity_type::person || one.words.empty()) continue;
    if (one.words.back() == folded) return static_cast<std::int32_t>(i);
  }
  return -1;
}

// A name and a colon that end or begin at `first`.
beside label(const reading& r, const identities& who, std::uint32_t first) {
  const std::uint32_t end = std::min(first + 6, r.size());
  for (std::uint32_t t = first; t < end; ++t) {
    if (r.words[t] == word::colon) {
      if (t == first) break;
      const std::int32_t m = r.mention_at[t - 1];
      if (m >= 0 &&
          r.found.mentions[static_cast<std::size_t>(m)].type ==
              entity_type::person &&
          r.found.mentions[static_cast<std::size_t>(m)].first_token <=
              first + 1) {
        return of_mention(r, who, m, 0.9F);
      }
      if (t == first + 1) {
        beside b;
        b.name = by_surname(who, r.folded(first));
        b.where = r.laid.tokens[first].where();
        b.confidence = 0.85F;
        return b;
      }
      break;
    }
    if (r.words[t] == word::comma || r.words[t] == word::mark) break;
  }
  return {};
}

// Every letter a capital, four at most.
bool initials(std::string_view w) {
  return !w.empty() && w.size() <= 4 &&
         std::all_of(w.begin(), w.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "TBP", The Bogota Post: the article may count.
bool initials_are(std::string_view label, const identity& one) {
  std::string made = one.type == entity_type::person ? "" : "T";
  for (const std::string& w : one.words) {
    made.push_back(static_cast<char>(w[0] - 'a' + 'A'));
  }
  return made == label || made.substr(made[0] == 'T') == label;
}

bool of_talk(std::string_view w) {
  constexpr std::string_view all[] = {
      "asked",  "conversation", "interview", "interviewed", "sat",
      "speaks", "spoke",        "talk",      "talked",      "talks"};
  return std::binary_search(std::begin(all), std::end(all), w);
}

// Who is asked: named behind "interview with", else most before the first
// label.
beside asked_one(const reading& r, const identities& who, std::uint32_t token) {
  std::vector<std::uint32_t> weight(who.all.size(), 0);
  beside best;
  std::uint32_t most = 0, talk = 0;  // tokens since a word of talk
  for (std::uint32_t t = 0; t < token; ++t) {
    const bool label = r.words[t] == word::colon && t > 0 &&
                       r.raw(t - 1).size() == 1 && initials(r.raw(t - 1));
    if (label) break;
    if (of_talk(r.raw(t)) || r.raw(t) == "Interview") talk = 10;
    if (talk > 0) --talk;
    const std::int32_t m = r.mention_at[t];
    if (m < 0) continue;
    const auto& at = r.found.mentions[static_cast<std::size_t>(m)];
    const std::int32_t name = who.of_mention[static_cast<std::size_t>(m)];
    if (at.first_token != t || at.type != entity_type::person || name < 0) {
      continue;
    }
    const word before = t > 0 ? r.words[t - 1] : word::other;
    const bool with = talk > 0 && (before == word::preposition ||
                                   before == word::to || before == word::other);
    std::uint32_t& w = weight[static_cast<std::size_t>(name)];
    w += with ? 4 : 1;
    if (w <= most) continue;
    most = w;
    best.name = name;
    best.where = r.laid.tokens[token].where();
    best.confidence = with ? 0.8F : 0.5F;
  }
  return best;
}

bool may_stand_between(word w) {
  return w == word::mark || w == word::dash || w == word::stop ||
         w == word::open || w == word::possessive || w == word::hyphen;
}

// A name alone behind the words.
beside signature(const reading& r, const identities& who, std::uint32_t end) {
  std::uint32_t t = end;
  bool dash = false;
  const std::uint32_t stop = std::min(r.size(), end + 5);
  while (t < stop && may_stand_between(r.words[t])) {
    dash = dash || r.words[t] == word::dash || r.words[t] == word::hyphen;
    ++t;
  }
  if (t >= r.size() || r.mention_at[t] < 0) return {};
  const std::int32_t at = r.mention_at[t];
  const auto& m = r.found.mentions[static_cast<std::size_t>(at)];
  if (!speaks(m.type) || m.first_token != t) return {};
  const std::uint32_t after = m.token_end;
  const bool line =
      r.laid.clean
          .substr(r.laid.tokens[t - 1].where().end,
                  m.where.begin - r.laid.tokens[t - 1].where().end)
          .find('\n') != std::string_view::npos;
  if (!dash && !line) return {};
  const bool alone =
      after >= r.size() || r.words[after] == word::comma ||
      r.words[after] == word::stop || r.words[after] == word::mark ||
      r.words[after] == word::close ||
      r.sentence(after).paragraph != r.sentence(t).paragraph ||
      r.laid.clean
              .substr(m.where.end,
                      r.laid.tokens[after].where().begin - m.where.end)
              .find('\n') != std::string_view::npos;
  return alone ? of_mention(r, who, at, dash ? 0.9F : 0.6F) : beside{};
}

// The sentence right before ends in a colon: its first name with a verb
// behind it, or its last name.
beside announced(const reading& r, const identities& who, std::uint32_t first) {
  std::uint32_t t = first;
  while (t > 0 && first - t < 3 && r.words[t - 1] == word::mark) --t;
  if (t == 0 || r.words[t - 1] != word::colon) return {};
  const std::uint32_t colon = t - 1;
  const std::uint32_t floor =
      std::max(r.sentence(colon).first_token,
               colon > limits::max_phrase ? colon - limits::max_phrase : 0u);
  std::int32_t last = -1;
  for (std::uint32_t i = floor; i < colon; ++i) {
    const std::int32_t at = r.mention_at[i];
    if (at < 0) continue;
    const auto& m = r.found.mentions[static_cast<std::size_t>(at)];
    if (m.first_token != i || !speaks(m.type)) continue;
    if (r.possessive_at(m.where.end)) continue;
    last = at;
    if (m.token_end < colon && r.verb_at(m.token_end)) {
      return of_mention(r, who, at, 0.8F);
    }
  }
  return last < 0 ? beside{} : of_mention(r, who, last, 0.55F);
}

}  // namespace

beside speaker_of_label(const reading& r, const identities& who,
                        std::uint32_t token) {
  const std::string_view label = r.raw(token);
  if (token + 1 >= r.size() || r.words[token + 1] != word::colon ||
      !initials(label)) {
    return {};
  }
  if (label == "A") return asked_one(r, who, token);
  if (label.size() < 2) return {};
  const std::size_t all =
      std::min(who.all.size(), limits::max_occurrences_back);
  for (std::size_t i = 0; i < all; ++i) {
    const identity& one = who.all[i];
    if (!speaks(one.type) || one.words.size() < 2) continue;
    if (!initials_are(label, one)) continue;
    beside b;
    b.name = static_cast<std::int32_t>(i);
    b.where = r.laid.tokens[token].where();
    b.confidence = 0.8F;
    return b;
  }
  return {};
}

beside speaker_of_word(const reading& r, const identities& who,
                       std::uint32_t token) {
  constexpr std::size_t shortest = 3;
  if (r.laid.tokens[token].letters != text::token_case::title ||
      r.words[token] != word::other) {
    return {};
  }
  const std::string w = r.folded(token);
  if (w.size() < shortest) return {};
  beside b;
  const std::size_t all =
      std::min(who.all.size(), limits::max_occurrences_back);
  for (std::size_t i = 0; i < all; ++i) {
    const identity& one = who.all[i];
    if (one.type != entity_type::person || one.words.size() < 2) continue;
    if (one.words.front() != w && one.words.back() != w) continue;
    if (b.name >= 0) {  // another one of that name
      b.confidence = 0.5F;
      break;
    }
    b.name = static_cast<std::int32_t>(i);
    b.where = r.laid.tokens[token].where();
    b.confidence = 0.7F;
  }
  return b;
}

beside speaker_beside(const reading& r, const identities& who,
                      const quotes::quotation& q) {
  const std::uint32_t first = r.token_at(q.content.front().begin);
  const std::uint32_t end = r.token_at(q.content.back().end - 1) + 1;
  if (first >= r.size()) return {};
  beside b = label(r, who, first);
  if (b.name < 0) b = signature(r, who, std::min(end, r.size()));
  if (b.name < 0) b = announced(r, who, first);
  return b;
}

}  // namespace copydesk::people
