// SPDX-License-Identifier: Apache-2.0
// Idea: see plain_phrases.hpp. How far a noun phrase goes on from its first
// word: in German by capital letters and the forms of small words, elsewhere
// up to the first word that can be in none.
// Cost: O(1) a call: at most `longest_body` tokens and two appositions.
#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"
#include "quotes/plain_lists.hpp"
#include "quotes/plain_phrases.hpp"

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t longest_body = 24;

bool begins_in(std::string_view s, std::string_view head) {
  return s.size() > head.size() && s.substr(0, head.size()) == head;
}

}  // namespace

std::uint32_t phrases::german_body(std::uint32_t t, std::uint32_t end) const {
  bool noun = false;
  const std::uint32_t first = t;
  while (t < end) {
    const std::uint32_t inner =
        std::max(bracket(t, end), end_of_marked(t, end));
    if (inner != 0 && noun) {
      t = inner;
      continue;
    }
    if (end_of_marked(t, end) != 0) {
      t = end_of_marked(t, end);
      noun = true;
      continue;
    }
    const bool number = r_.laid.tokens[t].kind == text::token_kind::number;
    const bool in_name = number && noun && t + 1 < end && capital(t + 1) &&
                         !is(t + 1, word_tag::day) && capital(t - 1);
    if ((capital(t) && !is(t, word_tag::day)) || (number && !noun) || in_name) {
      noun = noun || !number;
      ++t;
      continue;
    }
    const bool joined = r_.tags[t] == tag_dash && t + 1 < end &&
                        !r_.laid.tokens[t].space_before;
    const word_tag g = tags_of(t);
    const bool next_noun =
        t + 1 < end && (capital(t + 1) || is(t + 1, word_tag::det) ||
                        is(t + 1, word_tag::poss) || adjective(t + 1, end) ||
                        end_of_marked(t + 1, end) != 0);
    const bool links = noun && next_noun &&
                       (g == word_tag::of || g == word_tag::coord ||
                        is_in(text_of(t), plain_list::links_nouns) ||
                        // "die Bank zu Brugg", but not "soll Kern zu Ortner"
                        (text_of(t) == "zu" && capital(t + 1) &&
                         t > first + 1 && r_.names[t - 1] == 0));
    const bool genitive =
        noun && next_noun && is_in(text_of(t), plain_list::genitive);
    const bool lead = !noun && (g == word_tag::det || g == word_tag::poss);
    const std::uint32_t attribute = extended(t, end);
    if (!noun && attribute != 0) {
      t = attribute;
      continue;
    }
    const bool half = noun && r_.tags[t - 1] == tag_dash &&  // Neu-eon-Mitglied
                      !r_.laid.tokens[t].space_before && small(t);
    if (half) {
      ++t;
      continue;
    }
    if (!joined && !links && !genitive && !lead && !adjective(t, end)) break;
    if (adjective(t, end) && noun && !joined && !links && !genitive) {
      const std::string_view before = text_of(t - 1);
      if (r_.tags[t - 1] != tag_dash &&
          !is_in(before, plain_list::joins_adjective) &&
          tags_of(t - 1) == word_tag::none && small(t - 1) == false) {
        break;
      }
    }
    ++t;
  }
  return t;
}

std::uint32_t phrases::other_body(std::uint32_t t, std::uint32_t end) const {
  const std::uint32_t first = t;
  while (t < end) {
    const std::uint32_t inner =
        std::max(bracket(t, end), end_of_marked(t, end));
    if (inner != 0 && t > first) {
      t = inner;
      continue;
    }
    const std::uint8_t tag = r_.tags[t];
    const bool joined = tag == tag_dash && t > first && t + 1 < end &&
                        !r_.laid.tokens[t + 1].space_before &&
                        !r_.laid.tokens[t].space_before;
    if (!joined && r_.laid.tokens[t].kind != text::token_kind::word &&
        r_.laid.tokens[t].kind != text::token_kind::number &&
        !(tag == tag_stop && t + 1 < end &&
          r_.sentence_of[t] == r_.sentence_of[t + 1] && t > first)) {
      break;
    }
    switch (tags_of(t)) {
      case word_tag::prep:
      case word_tag::subord:
      case word_tag::that:
      case word_tag::have:
      case word_tag::be:
      case word_tag::object:
      case word_tag::what:
      case word_tag::not_:
      case word_tag::modal:
        if (!capital(t)) return t;
        break;
      case word_tag::day:
        return t;
      case word_tag::adverb:
        if (!capital(t)) return t;
        break;
      case word_tag::subject:
        return t;
      default:
        break;
    }
    if (elided(t)) return t;
    const bool noun = t > first && is(t - 1, word_tag::det);
    if (acts(t) && !noun) return t;
    if (begins_in(text_of(t), "qu'") || begins_in(text_of(t), "qu\u2019")) {
      return t;
    }
    ++t;
  }
  return t;
}

// "die in New York geborene Lopez": the participle in front of the noun after
// a phrase between it and its article, or 0.
std::uint32_t phrases::extended(std::uint32_t t, std::uint32_t end) const {
  constexpr std::uint32_t longest = 7;
  if (t == 0 || !is(t, word_tag::prep) || !is(t - 1, word_tag::det)) return 0;
  for (std::uint32_t k = t + 2; k + 1 < end && k < t + longest; ++k) {
    if (r_.tags[k] == tag_comma || stop(k)) return 0;
    if (!small(k) || !capital(k + 1) || !is(k, word_tag::none)) continue;
    const std::string_view s = text_of(k);
    if (s.back() == 'e' || ends_in(s, "en")) return k;
  }
  return 0;
}

// "die Sprecherin der Union im Bundestag, Eva Kern": the phrase behind a noun
// up to the comma belongs to it where a name follows.
std::uint32_t phrases::placed(std::uint32_t t, std::uint32_t end) const {
  if (!is_in(text_of(t), plain_list::at_place) ||
      in_name_of(r_, t - 1, entity_type::person)) {
    return t;
  }
  std::uint32_t k = t + 1;
  if (k < end && (is(k, word_tag::det) || is(k, word_tag::poss))) ++k;
  if (k >= end) return t;
  k = german_body(k, end);
  if (k <= t + 1 || k >= end || r_.tags[k] != tag_comma) return t;
  // A title may lead the name: ", General Georg Kern".
  for (std::uint32_t n = k + 1; n < end && n < k + 4 && capital(n); ++n) {
    if (in_name_of(r_, n, entity_type::person)) return k;
  }
  return t;
}

// "so letztere.": a word that means a phrase before it, alone.
bool phrases::latter(std::uint32_t t, std::uint32_t end) const {
  return german() &&
         (t + 1 >= end || stop(t + 1) || r_.tags[t + 1] == tag_comma) &&
         is_in(text_of(t), plain_list::latter);
}

std::uint32_t phrases::body(std::uint32_t t, std::uint32_t end,
                            bool inner) const {
  const std::uint32_t first = t;
  end = std::min(end, t + longest_body);
  if (is(t, word_tag::subject)) return t + 1;
  if (latter(t, end)) return t + 1;
  t = german() ? german_body(t, end) : other_body(t, end);
  if (german() && !inner && t < end && t > first) t = placed(t, end);
  for (int step = 0; step < 2 && !inner && t < end && t > first; ++step) {
    if (r_.tags[t] != tag_comma) break;
    const std::uint32_t more = apposition(t, end);
    if (more == 0) break;
    t = more;
  }
  while (t > first) {
    const word_tag g = tags_of(t - 1);
    const bool cut = g == word_tag::coord || g == word_tag::of ||
                     g == word_tag::det || g == word_tag::poss ||
                     r_.tags[t - 1] == tag_comma ||
                     r_.tags[t - 1] == tag_dash ||
                     (german() && small(t - 1) && !is(t - 1, word_tag::none));
    if (!cut || capital(t - 1)) break;
    --t;
  }
  return t;
}

}  // namespace copydesk::quotes
