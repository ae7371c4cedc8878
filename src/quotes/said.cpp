// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. The noun phrase between the comma and the verb is
// read word by word, at most eight of them. Cost: O(end - begin).
#include "quotes/said.hpp"

#include <string_view>

#include "quotes/mark_class.hpp"
#include "text/capital.hpp"

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t longest_phrase = 8;
constexpr std::uint32_t longest_apposition = 8;  // in words, with its commas

std::string_view text_at(const text::laid_text& laid, std::uint32_t t) {
  return laid.tokens[t].where().of(laid.clean);
}

// A verb that takes speech itself as its object.
bool says(const word& w) {
  if ((w.flags & cue_verb) == 0) return false;
  switch (w.cue) {
    case cue_class::say:
    case cue_class::tell:
    case cue_class::ask:
    case cue_class::answer:
    case cue_class::claim:
    case cue_class::warn:
    case cue_class::promise:
    case cue_class::announce:
    case cue_class::write:
    case cue_class::admit:
    case cue_class::explain:
    case cue_class::agree:
    case cue_class::manner:
      return true;
    default:
      return false;
  }
}

bool in_phrase(const text::token& t, const word& w) {
  if (t.kind == text::token_kind::number) return true;
  if (t.kind != text::token_kind::word) return false;
  switch (w.tag) {
    case word_tag::det:
    case word_tag::poss:
    case word_tag::subject:
    case word_tag::of:
    case word_tag::title:
    case word_tag::group:
    case word_tag::document:
    case word_tag::have:
    case word_tag::adverb:
      return true;
    case word_tag::none:
      return true;
    default:
      return t.letters != text::token_case::lower;
  }
}

bool capital(const text::token& t) {
  return t.kind == text::token_kind::word && text::has_capital(t);
}

bool ends_clause(std::string_view s) {
  return s == "." || s == "," || s == ":" || s == ";" || s == "!" || s == "?";
}

bool opens_bracket(std::string_view s) { return s == "(" || s == "["; }
bool closes_bracket(std::string_view s) { return s == ")" || s == "]"; }

// The token after what stands in brackets or in marks from `at` on, a party
// and a state (D-Newport News) or a nickname ("Cia"); `at` if it is neither.
std::uint32_t behind_aside(const text::laid_text& laid, std::uint32_t at,
                           std::uint32_t end) {
  constexpr std::uint32_t most = 8;
  const bool bracket = opens_bracket(text_at(laid, at));
  const bool mark = laid.tokens[at].kind == text::token_kind::mark;
  if (!bracket && !mark) return at;
  for (std::uint32_t t = at + 1; t < end && t < at + most; ++t) {
    if (bracket && closes_bracket(text_at(laid, t))) return t + 1;
    if (mark && laid.tokens[t].kind == text::token_kind::mark) {
      return capital(laid.tokens[t - 1]) && t <= at + 3 ? t + 1 : at;
    }
  }
  return at;
}

// What may follow the verb of an attribution at the end of a quotation.
bool may_follow(const text::laid_text& laid, const word_list& words,
                std::uint32_t at, std::uint32_t end) {
  if (at >= end) return true;
  if (ends_clause(text_at(laid, at))) return true;
  switch (words[at].tag) {
    case word_tag::prep:
    case word_tag::to:
    case word_tag::adverb:
    case word_tag::day:
    case word_tag::subord:
      return true;
    default:
      if (words[at].ending == word_ending::ly) return true;  // emphatically
      return laid.tokens[at].kind == text::token_kind::word &&
             words[at].tag == word_tag::none &&
             laid.tokens[at].letters == text::token_case::title;
  }
}

bool stops(std::string_view s) {
  return one_of(s, {",", ".", "!", "?", "...", "\xE2\x80\xA6", "\xE2\x80\x94",
                    "\xE2\x80\x93", "--", ";", ":", "-", "..", "!!", "?!"});
}

}  // namespace

bool is_attribution(const text::laid_text& laid, const word_list& words,
                    std::uint32_t at, std::uint32_t end) {
  if (at + 1 > end || at >= laid.tokens.size()) return false;
  if (says(words[at]) && laid.tokens[at].letters == text::token_case::lower &&
      at + 1 < end) {
    const word_tag next = words[at + 1].tag;  // said Smith, said the minister
    return capital(laid.tokens[at + 1]) || next == word_tag::det ||
           next == word_tag::poss || next == word_tag::subject ||
           next == word_tag::title;
  }
  // its chairman, Jonas Bergdahl, told the radio: two commas, or none
  std::uint32_t commas = 0;
  std::uint32_t stop = at + longest_phrase;
  for (std::uint32_t t = at; t < end && t < stop; ++t) {
    const std::uint32_t behind = t > at ? behind_aside(laid, t, end) : t;
    if (behind > t) {
      stop += behind - t;
      t = behind - 1;
      continue;
    }
    if (t > at && commas < 2 && text_at(laid, t) == ",") {
      if (++commas == 1) stop += longest_apposition;
      continue;
    }
    if (t > at && commas != 1 && says(words[t]) &&
        laid.tokens[t].letters == text::token_case::lower &&
        words[t - 1].tag != word_tag::to && words[t - 1].tag != word_tag::be) {
      if (words[t].cue == cue_class::tell || words[t].cue == cue_class::ask) {
        return true;
      }
      return may_follow(laid, words, t + 1, end);
    }
    const bool touches = t > at && !laid.tokens[t].space_before;
    const bool possessive =
        touches && laid.tokens[t].kind == text::token_kind::word;
    const bool abbreviated = touches && text_at(laid, t) == "." &&
                             capital(laid.tokens[t - 1]) && t + 1 < end &&
                             capital(laid.tokens[t + 1]);
    if (possessive || abbreviated) continue;
    if (!in_phrase(laid.tokens[t], words[t])) return false;
  }
  return false;
}

std::uint32_t end_of_speech(const text::laid_text& laid, const word_list& words,
                            std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t + 1 < end; ++t) {
    const std::string_view s = text_at(laid, t);
    if (s != "," && s != "?" && s != "!") continue;
    if (is_attribution(laid, words, t + 1, end)) return t + 1;
  }
  return no_token;
}

std::uint32_t begin_of_speech(const text::laid_text& laid,
                              const word_list& words, std::uint32_t from,
                              std::uint32_t close, std::uint32_t first) {
  std::uint32_t start = from;
  bool fresh = from == first;  // at the beginning of a sentence
  for (std::uint32_t t = from; t < close; ++t) {
    const std::string_view s = text_at(laid, t);
    if (s == "." || s == "!" || s == "?") {
      if (t + 1 >= close) break;
      if (laid.tokens[t + 1].where().begin == laid.tokens[t].where().end)
        continue;
      if (!fresh) {
        start = t + 1;
        fresh = true;
      }
      continue;
    }
    const bool comma = s == ",";
    if ((comma || s == "?" || s == "!") &&
        is_attribution(laid, words, t + 1, close)) {
      fresh = false;  // this sentence is told by another attribution
      continue;
    }
    // she said: We ... / she said, We ...
    if ((comma || s == ":") && t > from && t + 1 < close &&
        says(words[t - 1]) && capital(laid.tokens[t + 1])) {
      start = t + 1;
      fresh = true;
    }
  }
  if (!fresh) {  // the same sentence as the quotation before it
    for (std::uint32_t t = close; t-- > from;) {
      if (text_at(laid, t) == "," || text_at(laid, t) == ":") return t + 1;
    }
  }
  return start;
}

bool ends_speech(const text::laid_text& laid, const pair& p) {
  std::uint32_t end = p.end;
  while (end > p.first && laid.tokens[end - 1].kind == text::token_kind::mark) {
    --end;
  }
  if (end == p.first) return false;
  const std::string_view last = text_at(laid, end - 1);
  if (stops(last) || last.back() == '.') return true;  // "I." too
  const std::uint32_t after = p.outer_end();
  return after < laid.tokens.size() &&
         one_of(text_at(laid, after), {",", ".", "!", "?"});
}

}  // namespace copydesk::quotes
