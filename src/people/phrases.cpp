// SPDX-License-Identifier: Apache-2.0
// phrases.cpp - reads noun phrases without a parser; see phrases.hpp.
//
// Idea: a phrase runs from its determiner to the first preposition, relative,
// comma or verb; its head is the last word before. For names behind the head
// see appositions.cpp. Cost: limits::max_phrase tokens a phrase.
#include "people/phrases.hpp"

#include <algorithm>
#include <iterator>

#include "limits.hpp"
#include "model/short_words.hpp"

namespace copydesk::people {
namespace {

bool determiner(word w) {
  constexpr std::uint64_t bits =
      bit_of(word::the) | bit_of(word::a) | bit_of(word::this_that) |
      bit_of(word::many) | bit_of(word::his) | bit_of(word::her) |
      bit_of(word::its) | bit_of(word::their) | bit_of(word::whose) |
      bit_of(word::i) | bit_of(word::we) | bit_of(word::you);
  return (bits & bit_of(w)) != 0;
}

// "a team led by": a participle behind the head noun.
bool participle(std::string_view w) {
  return ends(w, "ing") || ends(w, "ed") || w == "led" || w == "held" ||
         w == "made" || w == "written" || w == "seen" || w == "known" ||
         w == "sent" || w == "shown" || w == "given" || w == "taken";
}

// A lower-case noun of a person, a group, a body or a document stands at `t`:
// "the Clinton campaign", "managing director".
bool noun_follows(const reading& r, std::uint32_t t, std::uint32_t end) {
  if (t >= end || r.words[t] != word::other || r.mention_at[t] >= 0) {
    return false;
  }
  const noun_kind k = r.noun_of_compound(t, r.compound_end(t)).kind;
  if (r.laid.tokens[t].letters != text::token_case::lower) {
    return k == noun_kind::organization;  // "Clinton Campaign"
  }
  return k != noun_kind::none && k != noun_kind::place;
}

// "them", "the officers": whom one can be of.
bool some_people(const reading& r, std::uint32_t t, std::uint32_t end) {
  if (t >= end) return false;
  if (plural_pronoun(r.words[t]) || r.words[t] == word::we) return true;
  while (t < end && (r.words[t] == word::the || r.words[t] == word::this_that ||
                     r.words[t] == word::many || r.words[t] == word::number ||
                     possessive_pronoun(r.words[t]))) {
    ++t;
  }
  for (const std::uint32_t stop = std::min(end, t + 8); t < stop; ++t) {
    if (r.words[t] == word::possessive) return false;
    if (ends_phrase(r.words[t])) return false;
    const noun n = r.noun_at(t);
    const bool group = n.kind == noun_kind::people || n.plural;
    if (group && (t + 1 >= stop || r.words[t + 1] != word::possessive)) {
      return n.kind == noun_kind::people || n.kind == noun_kind::person;
    }
  }
  return false;
}

}  // namespace

bool ends_phrase(word w) {
  constexpr std::uint64_t bits =
      bit_of(word::of) | bit_of(word::preposition) | bit_of(word::to) |
      bit_of(word::but) | bit_of(word::auxiliary) | bit_of(word::not_) |
      bit_of(word::who) | bit_of(word::which) | bit_of(word::comma) |
      bit_of(word::stop) | bit_of(word::colon) | bit_of(word::dash) |
      bit_of(word::open) | bit_of(word::close) | bit_of(word::he) |
      bit_of(word::she) | bit_of(word::it) | bit_of(word::they);
  return (bits & bit_of(w)) != 0;
}

bool saying(std::string_view w) {
  constexpr std::string_view all[] = {"added",  "announced", "reported",
                                      "said",   "says",      "told",
                                      "warned", "wrote"};
  return std::binary_search(std::begin(all), std::end(all), w);
}

std::string title_before(const reading& r, std::uint32_t m) {
  const std::uint32_t t = r.found.mentions[m].first_token;
  if (t == 0 || r.words[t - 1] != word::other) return {};
  return r.noun_at(t - 1).kind == noun_kind::person ? r.folded(t - 1)
                                                    : std::string();
}

int sex_of_honorific(const reading& r, const entities::mention& m) {
  const auto told = [&r](std::uint32_t t) {
    if (r.words[t] == word::honorific_m) return 2;
    if (r.words[t] == word::honorific_f) return -2;
    return r.laid.tokens[t].letters == text::token_case::lower
               ? 0
               : int{sex_of_address(r.raw(t)).sex};
  };
  std::uint32_t t = m.first_token;
  // Inside the mention, or up to two tokens before it ("Mr ." is two).
  if (t + 1 < m.token_end && told(t) != 0) return told(t);
  for (int back = 0; back < 2 && t > 0; ++back) {
    --t;
    if (told(t) != 0) return told(t);
    if (r.words[t] != word::stop) break;
  }
  return 0;
}

int age_in(std::string_view folded) {
  if (folded.empty() || folded[0] < '0' || folded[0] > '9') return 0;
  const std::size_t at = folded.find("-year-old");
  if (at == std::string_view::npos || at == 0 || at > 3) return 0;
  int age = 0;
  for (std::size_t i = 0; i < at; ++i) {
    if (folded[i] < '0' || folded[i] > '9') return 0;
    age = age * 10 + (folded[i] - '0');
  }
  return age;
}

phrase read_head(const reading& r, std::uint32_t first, std::uint32_t end) {
  phrase p;
  p.first = first;
  end = std::min(end, first + limits::max_phrase);
  std::uint32_t t = first;
  while (t < end && (r.words[t] == word::mark || r.words[t] == word::open)) {
    ++t;
  }
  if (t < end && r.words[t] == word::preposition) {  // "In a statement, X"
    std::uint32_t comma = t;
    while (comma < end && r.words[comma] != word::comma) ++comma;
    if (comma + 1 < end) t = comma + 1;
  }
  p.begin = t;
  if (t < end && determiner(r.words[t]) && r.mention_at[t] < 0) {
    p.determiner = r.words[t++];
    if (p.determiner == word::many && t < end && r.raw(t) == "than") ++t;
  }
  bool named_head = false;
  std::uint32_t head_first = 0, head_end = 0;  // of head_word
  while (t < end) {
    if (r.mention_at[t] >= 0) {
      const std::int32_t at = r.mention_at[t];
      const auto& m = r.found.mentions[static_cast<std::size_t>(at)];
      const std::uint32_t next = std::max(m.token_end, t + 1);
      const std::uint32_t compound = r.compound_end(next - 1);
      if (compound > next &&
          r.laid.tokens[compound - 1].letters == text::token_case::lower) {
        t = compound;  // "the Paris-based Blue Fund"
        continue;
      }
      if (m.type < entity_type::date && r.possessive_at(m.where.end)) {
        p.owner = at;
        named_head = false;
        t = r.after_possessive(next);
        continue;
      }
      if (m.type < entity_type::date) {
        // "Kremlin spokesman Dmitry Peskov": the last name is the head.
        p.named = at;
        named_head = true;
        p.head = next - 1;
      } else if (p.head == no_token) {
        p.head = next - 1;  // "this weekend in Rome, Ann Lee"
      }
      t = next;
      if (m.type == entity_type::person && !noun_follows(r, t, end)) break;
      continue;
    }
    const word w = r.words[t];
    if (ends_phrase(w) && r.compound_end(t) == t + 1) break;  // not "in-charge"
    if (w == word::conjunction && p.head != no_token) break;
    if (w == word::mark || w == word::possessive) {
      ++t;
      continue;
    }
    const std::uint32_t next = r.compound_end(t);
    if (p.head != no_token && (named_head || p.kind.kind != noun_kind::none)) {
      if (r.laid.tokens[t].letters == text::token_case::lower &&
          participle(r.folded(t, next)) && !noun_follows(r, next, end)) {
        break;
      }
      if (r.verb_at(t) && r.noun_of_compound(t, next).kind == noun_kind::none &&
          !noun_follows(r, next, end)) {
        break;
      }
    }
    if (w == word::number && next > t + 1) {
      if (const int age = age_in(r.folded(t, next))) p.age = age;
    }
    if (w == word::other || w == word::honorific || w == word::many ||
        w == word::number || w == word::honorific_m || w == word::honorific_f) {
      p.head = next - 1;
      p.kind = r.noun_of_compound(t, next);
      head_first = t;
      head_end = next;
      named_head = false;
      p.named = -1;
    }
    t = next;
  }
  p.end = t;
  if (head_end > 0) p.head_word = r.folded(head_first, head_end);
  if (p.head == no_token && p.determiner == word::a && t < end &&
      r.words[t] == word::of && some_people(r, t + 1, end)) {
    // "One of them, Ann Lee"
    p.head = p.begin;
    p.head_word = "one";
    p.kind.kind = noun_kind::person;
  }
  if (p.head == no_token && p.owner >= 0 && t >= end) {  // "Trump's" alone
    p.named = p.owner;
    p.head = r.found.mentions[static_cast<std::size_t>(p.owner)].token_end - 1;
  }
  return p;
}

phrase read_phrase(const reading& r, std::uint32_t first, std::uint32_t end) {
  phrase p = read_head(r, first, end);
  read_apposition(r, end, p);
  return p;
}

std::vector<std::string> describing_words(const reading& r, std::uint32_t begin,
                                          std::uint32_t end) {
  std::vector<std::string> out;
  for (std::uint32_t t = begin; t < end && out.size() < limits::max_phrase;
       ++t) {
    const word w = r.words[t];
    if (w != word::other && w != word::number) continue;
    const std::uint32_t last = std::min(r.compound_end(t), end) - 1;
    std::string folded = r.folded(t, last + 1);
    t = last;
    if (folded.empty()) continue;
    const std::string_view country = country_of(folded);
    if (out.empty()) out.reserve(4);
    if (!country.empty()) {
      out.emplace_back(country);
      continue;
    }
    // "FM" -> foreign, minister; "U.S." -> united states.
    const std::string_view full = title_form(alias_form(folded));
    std::size_t at = 0;
    while (at < full.size()) {
      const std::size_t space =
          std::min(full.find_first_of(" -", at), full.size());
      if (space > at) out.emplace_back(full.substr(at, space - at));
      at = space + 1;
    }
  }
  return out;
}

}  // namespace copydesk::people
