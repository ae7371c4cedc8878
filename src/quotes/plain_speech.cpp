// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. The words' letters, the last punctuation inside and
// the words before the marks decide.
// Cost: O(tokens of the pair), and at most `reach` tokens on each side.
#include "quotes/plain_speech.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/plain_lists.hpp"
#include "quotes/said.hpp"

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t reach = 60;

}  // namespace

// German reports in the subjunctive.
bool plain_speech::subjunctive(std::uint32_t t) const {
  return is_in(np_.text_of(t), plain_list::subjunctive);
}

// Whether the sentence around the pair tells what somebody says.
bool plain_speech::reports(std::int32_t p) const {
  const std::uint32_t open = r_.outer_first(p), close = r_.outer_end(p);
  const text::sentence& s = r_.laid.sentences[r_.sentence_of[open]];
  const std::uint32_t lo =
      std::max(s.first_token, open > reach ? open - reach : std::uint32_t{0});
  const std::uint32_t hi = std::min(s.token_end, close + reach);
  bool inner = false;
  for (std::uint32_t t = lo; t < hi; ++t) {
    if (t == open) {
      t = close - 1;
      continue;
    }
    if (r_.tags[t] == tag_left_mark) inner = true;
    if (r_.tags[t] == tag_right_mark) inner = false;
    if (inner) continue;
    if (np_.tells(t, hi)) return true;
    if ((r_.words[t].flags & cue_preposition) != 0 &&
        (np_.text_of(t) != "so" || (t > lo && r_.tags[t - 1] == tag_comma))) {
      return true;
    }
    if ((r_.words[t].flags & cue_noun) != 0 && german() && np_.capital(t)) {
      return true;
    }
    if (german() && subjunctive(t)) return true;
    if (np_.opinion(t, hi)) return true;
  }
  if (!near_.for_whom(lo, open).empty()) return true;
  return german() && np_.text_of(lo) == "F\u00FCr" &&
         np_.small(r_.pairs[static_cast<std::size_t>(p)].first);
}

// Words for things that have names, as their endings tell.
bool plain_speech::named(std::uint32_t t) const {
  return ends_as(np_.text_of(t), plain_ending::thing);
}

// "sprach von", "warnte vor" in the sentence.
bool plain_speech::spoken_of(std::int32_t p) const {
  const std::uint32_t open = r_.outer_first(p);
  const text::sentence& s = r_.laid.sentences[r_.sentence_of[open]];
  const std::uint32_t hi = std::min(s.token_end, r_.outer_end(p) + 12);
  for (std::uint32_t t = open > s.first_token + 12 ? open - 12 : s.first_token;
       t < hi; ++t) {
    if (is_in(np_.text_of(t), plain_list::speaks_of)) {
      return true;
    }
  }
  return false;
}

// What cannot be speech in German: an address of the web, what something "is
// called", who "reports" right behind the marks.
bool plain_speech::called(std::int32_t p, std::uint32_t words) const {
  const pair& q = r_.pairs[static_cast<std::size_t>(p)];
  const std::uint32_t open = r_.outer_first(p), after = r_.outer_end(p);
  const auto n = static_cast<std::uint32_t>(r_.tags.size());
  const std::string_view first = np_.text_of(q.first);
  if (q.end == q.first + 1 && first.find('.') + 1 < first.size() &&
      first.find('.') != first.npos) {
    return true;
  }
  const std::string_view next = after < n ? np_.text_of(after) : "";
  const std::string_view last = open > 0 ? np_.text_of(open - 1) : "";
  if (last == "genannt") return true;
  const bool selves = after + 2 < n && r_.tags[after] == tag_comma &&
                      np_.text_of(after + 1) == "wie" &&
                      np_.text_of(after + 2) == "sich";
  if (selves) return true;  // "...", wie sie sich nennen
  const bool listed = last == "darunter" && np_.capital(q.first);
  if (listed || names_itself(open)) return true;
  if (words == 1 && np_.capital(q.first) && nobodys(open, after)) return true;
  if (words == 2 && is_in(first, plain_list::definite) &&
      np_.capital(q.end - 1)) {
    return true;  // eine Warnung an "den Westen"
  }
  if (words > 4) return false;
  if (r_.tags[after < n ? after : n - 1] == tag_dash && after + 1 < n &&
      !r_.laid.tokens[after].space_before &&
      !r_.laid.tokens[after + 1].space_before) {
    return true;  // eine "Reuters"-Reporterin
  }
  if (is_in(next, plain_list::named_behind) ||
      is_in(last, plain_list::named_before)) {
    return true;
  }
  const bool comma = after + 2 < n && r_.tags[after] == tag_comma;
  if (comma && np_.text_of(after + 1) == "so" &&
      is_in(np_.text_of(after + 2), plain_list::is_called) &&
      np_.text_of(after + 3 < n ? after + 3 : after) != "es") {
    return true;
  }
  const bool lead = is_in(last, plain_list::tells_paper);
  return lead && words < 4 && after < n &&
         (np_.tells(after, n) || is_in(last, plain_list::according_to));
}

// "nennt sie sich selbst "..."": what somebody is called.
bool plain_speech::names_itself(std::uint32_t open) const {
  std::uint32_t t = open;
  while (t > 0 && t + 3 > open && np_.text_of(t - 1) != "sich") --t;
  if (t == 0 || np_.text_of(t - 1) != "sich") return false;
  const auto n = static_cast<std::uint32_t>(r_.tags.size());
  const std::uint32_t last = std::min(n, open + reach);
  for (std::uint32_t k = t > 6 ? t - 6 : 0; k < last; ++k) {
    if (k >= t && (np_.stop(k) || r_.tags[k] == tag_comma)) break;
    if (is_in(np_.text_of(k), plain_list::calls_so)) {
      return true;
    }
  }
  return false;
}

// "man nennt das "...", "von "..." zu sprechen", "als "..." bezeichnet wird",
// "gilt als "..."": a word of everybody's.
bool plain_speech::nobodys(std::uint32_t open, std::uint32_t after) const {
  const auto n = static_cast<std::uint32_t>(r_.tags.size());
  const auto at = [&](std::uint32_t t) {
    return t < n ? np_.text_of(t) : std::string_view();
  };
  if (at(after) == "zu" && at(after + 1) == "sprechen") return true;
  if (open > 1 && at(open - 1) == "als" && at(open - 2) == "sich") return true;
  if (at(after) == "bezeichnet" || at(after) == "genannt") {
    return at(after + 1) == ")" || is_in(at(after + 1), plain_list::passive);
  }
  for (std::uint32_t t = open; t-- > 0 && t + 12 > open && !np_.stop(t);) {
    if (is_in(at(t), plain_list::everybodys)) return true;
  }
  return false;
}

// Slogans that somebody shouts or carries: with the slogan "...".
bool plain_speech::slogan(std::uint32_t open) const {
  if (open < 2) return false;
  std::uint32_t t = open - 1;
  for (int i = 0; i < 3 && t > 0; ++i) {  // Parolen wie zum Beispiel "..."
    if (!is_in(np_.text_of(t), plain_list::for_example)) break;
    --t;
  }
  return is_in(np_.text_of(t), plain_list::slogan);
}

// "Sein erstes Buch ist fertig: "..."": a name behind the colon.
bool plain_speech::introduced(std::int32_t p, std::uint32_t words) const {
  constexpr std::uint32_t longest_name = 8;
  if (words > longest_name) return false;
  const std::uint32_t open = r_.outer_first(p);
  const text::sentence& s = r_.laid.sentences[r_.sentence_of[open - 1]];
  if (open > 1 && is_in(np_.text_of(open - 2), plain_list::also_called)) {
    return true;
  }
  bool work = false, told = false;
  for (std::uint32_t t = std::max(s.first_token, open - std::min(open, reach));
       t < open; ++t) {
    const std::string_view w = np_.text_of(t);
    if (is_in(w, plain_list::named_thing)) return true;
    work = work || is_in(w, plain_list::work);
    told = told || np_.tells(t, open) || (r_.words[t].flags & cue_noun) != 0;
  }
  return work && !told;
}

// "warfen der Regierung unter anderem "Wortbruch" vor".
bool plain_speech::accused(std::uint32_t open) const {
  constexpr std::uint32_t near_verb = 12;
  for (std::uint32_t t = open; t-- > 0 && t + near_verb > open;) {
    if (np_.stop(t) || r_.tags[t] == tag_comma) return false;
    if (r_.words[t].cue == cue_class::accuse &&
        (r_.words[t].flags & cue_verb) != 0) {
      return true;
    }
  }
  return false;
}

// "die in Linz erscheinende": an adjective behind a definite article.
bool plain_speech::definite(std::uint32_t t) const {
  const std::string_view s = np_.text_of(t);
  if (!np_.small(t) || s.empty() || (s.back() != 'e' && s.back() != 'n')) {
    return false;
  }
  if (!np_.is(t, word_tag::none)) return false;
  for (std::uint32_t k = t; k-- > 0 && k + 5 > t;) {
    if (np_.stop(k) || r_.tags[k] == tag_comma) return false;
    if (is_in(np_.text_of(k), plain_list::definite)) {
      return true;
    }
    if (np_.is(k, word_tag::det)) return false;
  }
  return false;
}

// Whether the pair is the name of something.
bool plain_speech::names(std::int32_t p, std::uint32_t words,
                         std::uint32_t smalls) const {
  const pair& q = r_.pairs[static_cast<std::size_t>(p)];
  const std::uint32_t open = r_.outer_first(p);
  const bool first =
      open == 0 || r_.sentence_of[open - 1] != r_.sentence_of[open];
  const std::uint32_t before = open - 1;
  if (!first && np_.small(before) &&
      is_in(np_.text_of(before), plain_list::so_called)) {
    return true;
  }
  const word_tag lead = r_.words[q.first].tag;
  const bool small_lead = np_.small(q.first);
  const bool clause = small_lead && lead != word_tag::none;
  if (!first && np_.capital(before) &&
      (r_.words[before].flags & cue_noun) == 0) {
    if (german() && !named(before) && accused(open)) return false;
    return !clause && !(small_lead && (words > 4 || !named(before)));
  }
  const std::uint32_t after = r_.outer_end(p);
  if (after < r_.tags.size() && r_.tags[after] == tag_left_bracket) return true;
  if (first) return smalls == 0 || (words < 5 && 2 * smalls < words);
  const std::string_view s = np_.text_of(before);
  // "in "Nackt unter Tieren"", "das Album der Gruppe, "Piper at the Gates"".
  const bool said = before > 0 && np_.tells(before - 1, before);
  const std::uint8_t lead_in =
      before > 0 ? r_.tags[before - 1] : std::uint8_t{tag_edge};
  if (german() && r_.tags[before] == tag_comma && before > 0 &&
      is_in(np_.text_of(before - 1), plain_list::saying)) {
    return true;  // das Prinzip, "ein Mann, eine Stimme"
  }
  if (german() && !clause && is_in(s, plain_list::also_called) &&
      (lead_in == tag_comma || lead_in == tag_dash ||
       lead_in == tag_left_bracket)) {
    return true;
  }
  if (german() && !small_lead && 2 * smalls <= words &&
      (s == "in" || (r_.tags[before] == tag_comma && !said))) {
    return true;
  }
  // "sagte, "Tabu" sei es", "warnte vor den "...""
  if (german() && r_.tags[before] == tag_comma && said) return false;
  if (german() && before > 0 && np_.is(before, word_tag::det) &&
      is_in(np_.text_of(before - 1), plain_list::of_the) && spoken_of(p)) {
    return false;
  }
  if (s == "eines" && spoken_of(p)) return false;
  for (std::uint32_t t = before;
       german() && !small_lead && t > 0 && t-- + 3 > before;) {
    // news of first "..." were told
    if (!np_.small(t + 1) || np_.is(t + 1, word_tag::det)) break;
    if (is_in(np_.text_of(t), plain_list::of_what)) return !spoken_of(p);
  }
  if (small_lead) {
    return is_in(s, plain_list::as_reported) && words < 4;
  }
  if (is_in(s, plain_list::definite_any)) {
    return words < 6 || (german() && 3 * smalls <= words);
  }
  const bool few = 3 * smalls <= words;  // words in small letters
  if (((words < 6 && 2 * smalls < words) || few) && definite(before)) {
    return true;
  }
  // Capital words: what somebody calls something.
  if (is_in(s, plain_list::indefinite)) {
    return false;
  }
  if (is_in(s, plain_list::of_what)) return !spoken_of(p);
  return smalls == 0 && !(german() && accused(open));
}

bool plain_speech::led(std::int32_t p) const {
  const std::uint32_t open = r_.outer_first(p);
  return open > 0 && r_.tags[open - 1] == tag_colon;
}

// "...", sagte X.
bool plain_speech::attributed(std::int32_t p) const {
  const std::uint32_t t = r_.outer_end(p);
  const auto n = static_cast<std::uint32_t>(r_.tags.size());
  if (t < 2 || t + 1 >= n) return false;
  const std::uint8_t g = r_.tags[t];
  const std::uint8_t last = r_.tags[t - 2];
  const bool pause = g == tag_comma || g == tag_dash || last == tag_comma;
  const std::uint32_t from = g == tag_comma || g == tag_dash ? t + 1 : t;
  if (!pause) return false;
  const bool helped = from < n && np_.helps(from);
  for (std::uint32_t k = from; k < n && k < from + (helped ? 20 : 4); ++k) {
    if (np_.stop(k)) return false;
    if (r_.tags[k] == tag_comma && !(helped && german())) return false;
    if (np_.tells(k, std::min(n, k + 40)) ||
        (r_.words[k].flags & cue_preposition) != 0) {
      return true;
    }
    if (!np_.helps(k) && !np_.is(k, word_tag::object) &&
        !np_.is(k, word_tag::subject) && !np_.is(k, word_tag::adverb) &&
        !helped) {
      return false;
    }
  }
  return false;
}

said_kind plain_speech::kind_of(std::int32_t p) const {
  const pair& q = r_.pairs[static_cast<std::size_t>(p)];
  std::uint32_t words = 0, smalls = 0;
  for (std::uint32_t t = q.first; t < q.end; ++t) {
    if (r_.laid.tokens[t].kind == text::token_kind::number) ++words;
    if (r_.laid.tokens[t].kind != text::token_kind::word) continue;
    ++words;
    smalls += np_.small(t);
  }
  if (words == 0) return said_kind::name;
  const std::uint32_t open = r_.outer_first(p);
  const bool first =
      open == 0 || r_.sentence_of[open - 1] != r_.sentence_of[open];
  const std::uint8_t last = r_.tags[q.end - 1];
  const bool stopped = last == tag_stop || last == tag_right_mark;
  const bool ordinal =  // "2. Kongress der Kunst"
      german() && q.first + 2 < q.end && r_.tags[q.first + 1] == tag_stop &&
      r_.laid.tokens[q.first].kind == text::token_kind::number;
  const bool sentences = r_.sentence_of[ordinal ? q.first + 2 : q.first] !=
                         r_.sentence_of[q.end - 1];
  if (german() && !first && words > 1 && slogan(open) &&
      !(sentences && np_.text_of(open - 1) == "Worten")) {
    return said_kind::fragment;
  }
  if (german() && open > 0 && np_.text_of(open - 1) == "Motto") {
    return said_kind::name;
  }
  if (q.carried || q.repaired || sentences || words > 60) {
    return said_kind::sentence;
  }
  const std::uint32_t after = r_.outer_end(p);
  const bool bracketed =
      (open > 0 && r_.tags[open - 1] == tag_left_bracket) ||
      (after < r_.tags.size() && r_.tags[after] == tag_right_bracket);
  if (bracketed) {  // Kern ("Ich komme wieder")
    const bool told =
        in_name_of(r_, open - std::min(open, 2U), entity_type::person);
    bool clause = stopped && words > 2;
    for (std::uint32_t t = q.first; t < q.end; ++t) {
      clause = clause || np_.is(t, word_tag::subject);
    }
    if (told && clause) return said_kind::sentence;
    if (!stopped) return said_kind::name;
  }
  if (led(p)) {
    if (german() && !stopped && !attributed(p) && introduced(p, words)) {
      return said_kind::name;
    }
    const bool title = !stopped && (words < 4 || 2 * smalls < words);
    return title && !reports(p) ? said_kind::name : said_kind::sentence;
  }
  if (german() && !stopped && called(p, words)) return said_kind::name;
  if (attributed(p) && (first || words > 4)) return said_kind::sentence;
  if (stopped && first && words > 1) return said_kind::sentence;
  // A sentence whose full stop stands behind the marks.
  if (first && words > 3 && smalls > 0 && after < r_.tags.size() &&
      r_.tags[after] == tag_stop) {
    return said_kind::sentence;
  }
  if (!np_.small(q.first) && stopped && words > 3 &&
      r_.tags[open - 1] == tag_comma) {
    return said_kind::sentence;
  }
  // So many words that begin in the middle of a sentence name nothing.
  if (german() && words > 4 && np_.small(q.first) &&
      !(open > 0 && named(open - 1) && words < 6)) {
    return said_kind::fragment;
  }
  if (!reports(p) || names(p, words, smalls)) return said_kind::name;
  return said_kind::fragment;
}

}  // namespace copydesk::quotes
