// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Shares of verbs and capital letters tell a sentence
// from a title; the neighbours of the marks tell a nickname and a term.
// Invariant: only the pair's own tokens and its neighbours are read.
// Cost: O(tokens of the pair) a call.
#include "quotes/marked_words.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/said.hpp"

namespace copydesk::quotes {

bool counts_as_word(const text::token& t) {
  return t.kind == text::token_kind::word || t.kind == text::token_kind::number;
}

// What stands between the marks, without the comma before the last one.
token_range marked_words::spoken(const pair& q) const {
  token_range c{q.first, q.end};
  while (c.end > c.first + 1 && r_.tags[c.end - 1] == tag_comma) --c.end;
  return c;
}

// Whether a sentence ends with the pair.
bool marked_words::ends_sentence(const pair& q) const {
  std::uint32_t end = q.outer_end();
  const std::string_view last =
      r_.laid.tokens[q.end - 1].where().of(r_.laid.clean);
  if (r_.tags[q.end - 1] != tag_right_mark && last.back() != '.' &&
      last != "!" && last != "?" && r_.tags[q.end - 1] != tag_stop &&
      (end >= r_.tags.size() || r_.tags[end] != tag_stop)) {
    return false;
  }
  const std::uint32_t n = static_cast<std::uint32_t>(r_.tags.size());
  if (end < n && r_.tags[end] == tag_stop) ++end;
  return end >= n || r_.sentence_of[end] != r_.sentence_of[end - 1];
}

// "..." - Name: the words after the dash, to the end of the paragraph or
// sentence.
token_range marked_words::signature(const pair& q) const {
  std::uint32_t t = q.outer_end();
  const std::uint32_t n = static_cast<std::uint32_t>(r_.tags.size());
  if (t < n && r_.tags[t] == tag_stop) ++t;
  if (t >= n || r_.tags[t] != tag_dash) return label(q);
  token_range who{t + 1, t + 1};
  const std::uint32_t paragraph =
      r_.laid.sentences[r_.sentence_of[t]].paragraph;
  while (who.end < n && who.end < who.first + 12 &&
         r_.tags[who.end] != tag_stop &&
         r_.laid.sentences[r_.sentence_of[who.end]].paragraph == paragraph) {
    ++who.end;
  }
  if (who.empty() ||
      (r_.tags[who.first] != tag_capital && r_.tags[who.first] != tag_acronym &&
       !r_.titled[who.first])) {
    return {};
  }
  const bool at_end =
      who.end >= n || r_.tags[who.end] == tag_stop ||
      r_.laid.sentences[r_.sentence_of[who.end]].paragraph != paragraph;
  return at_end ? who : token_range{};
}

// Moran: "...", in the middle of a paragraph.
token_range marked_words::label(const pair& q) const {
  constexpr std::uint32_t longest_name = 4;
  const std::uint32_t at = q.outer_first();
  if (at < 2 || r_.tags[at - 1] != tag_colon) return {};
  const std::uint32_t colon = at - 1;
  const std::uint32_t first =
      r_.laid.sentences[r_.sentence_of[colon]].first_token;
  if (first == colon || first + longest_name < colon) return {};
  bool person = false;
  for (std::uint32_t t = first; t < colon; ++t) {
    const bool name = r_.names[t] != 0 || r_.titled[t];
    if (!name || r_.laid.tokens[t].letters == text::token_case::lower) {
      return {};
    }
    person = person || in_name_of(r_, t, entity_type::person);
  }
  return person ? token_range{first, colon} : token_range{};
}

// Only words after which a comma, ? or ! inside the marks promises more.
token_range marked_words::teller(const pair& q, token_range& cue) const {
  if (!q.has_close || !begins_sentence(q)) return {};
  const std::string_view last =
      r_.laid.tokens[q.end - 1].where().of(r_.laid.clean);
  if (last != "," && last != "?" && last != "!") return {};
  const std::uint32_t at = q.close() + 1;
  const std::uint32_t n = static_cast<std::uint32_t>(r_.tags.size());
  if (at >= n) return {};
  const std::uint32_t end =
      std::min(r_.laid.sentences[r_.sentence_of[at]].token_end, at + 24);
  if (!is_attribution(r_.laid, r_.words, at, end)) return {};
  const auto verb = [&](std::uint32_t t) {
    return (r_.words[t].flags & cue_verb) != 0 &&
           r_.laid.tokens[t].letters == text::token_case::lower;
  };
  const auto with_particle = [&](std::uint32_t t) {
    const bool particle =
        t + 1 < end && r_.words[t + 1].tag == word_tag::prep &&
        r_.laid.tokens[t + 1].where().of(r_.laid.clean) == "on";
    return token_range{t, particle ? t + 2 : t + 1};
  };
  std::uint32_t t = at;
  // Between two commas stands a title: his niece, state delegate Ann Oduya,
  int commas = 0;
  for (; t < end && (!verb(t) || commas == 1); ++t) {
    commas += r_.tags[t] == tag_comma;
  }
  if (t == end) return {};
  cue = with_particle(t);
  if (t > at) return {at, r_.tags[t - 1] == tag_comma ? t - 1 : t};
  token_range who{cue.end, cue.end};
  while (who.end < end && counts_as_word(r_.laid.tokens[who.end])) ++who.end;
  return who;
}

// Whether marked words without any cue are speech: a sentence, not a title.
bool marked_words::is_speech(const pair& q) const {
  std::uint32_t words = 0, capitals = 0, verbs = 0;
  for (std::uint32_t t = q.first; t < q.end; ++t) {
    if (!counts_as_word(r_.laid.tokens[t])) continue;
    ++words;
    const std::uint8_t g = r_.tags[t];
    capitals += g == tag_capital || g == tag_acronym;
    verbs += g == tag_cue_verb || g == tag_think || g == tag_ed ||
             g == tag_ing ||
             (g >= static_cast<std::uint8_t>(word_tag::subject) &&
              g <= static_cast<std::uint8_t>(word_tag::object)) ||
             (g >= static_cast<std::uint8_t>(word_tag::be) &&
              g <= static_cast<std::uint8_t>(word_tag::not_));
  }
  if (q.carried) return words > 0;
  if (r_.laid.lang != text::language::en) {  // the tags know English verbs
    return begins_sentence(q) && words >= 4 && ends_speech(r_.laid, q);
  }
  const std::uint32_t at = q.outer_first();
  // "boomed: "Let's go there."" needs no verb that the tags know.
  const bool led = at > 0 && r_.tags[at - 1] == tag_colon;
  // "..., writing "...""
  const bool told =
      at > 0 && r_.tags[at - 1] == tag_cue_verb && ends_in_ing(r_, at - 1);
  return (begins_sentence(q) || told) && words >= 4 && (verbs > 0 || led) &&
         2 * capitals <= words && ends_speech(r_.laid, q) && !is_title(q);
}

bool marked_words::opens_sentence(std::uint32_t t) const {
  return t > 0 && r_.laid.sentences[r_.sentence_of[t - 1]].first_token == t - 1;
}

bool marked_words::is_aside(std::uint32_t t, std::uint32_t end) const {
  constexpr std::uint32_t longest = 20;
  if (end > t + longest) return false;
  for (; t < end; ++t) {
    const bool near = t + 4 > end && r_.tags[t] == tag_cue_verb;
    if (near || r_.words[t].tag == word_tag::that) return false;
  }
  return true;
}

bool marked_words::is_title(const pair& q) const {
  std::uint32_t words = 0, capitals = 0;
  for (std::uint32_t t = q.first; t < q.end; ++t) {
    if (!counts_as_word(r_.laid.tokens[t])) continue;
    ++words;
    capitals += r_.laid.tokens[t].letters == text::token_case::title;
  }
  return 2 * capitals > words;
}

bool marked_words::is_curly(const pair& q) const {
  const std::uint32_t t = q.has_open ? q.open() : q.close();
  if (t == no_token) return false;
  const std::string_view mark = r_.laid.tokens[t].where().of(r_.laid.clean);
  return (static_cast<unsigned char>(mark.front()) & 0x80) != 0;
}

// A capital letter, or nothing before the mark in its sentence.
bool marked_words::begins_sentence(const pair& q) const {
  const std::uint32_t at = q.outer_first();
  if (at == 0 || r_.sentence_of[at - 1] != r_.sentence_of[at]) return true;
  const std::uint8_t before = r_.tags[at - 1];
  return before == tag_colon || before == tag_comma || before == tag_stop;
}

}  // namespace copydesk::quotes
