// SPDX-License-Identifier: Apache-2.0
// Idea and cost: see the header. A stretch ends at a stop, a paragraph's edge
// or marks that hold no name; a sentence before is read as a clause that leads
// to a quotation.
#include "quotes/plain_context.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/plain_lists.hpp"

namespace copydesk::quotes {
namespace {

constexpr int sentences_back = 3;

}  // namespace

// The stretch after the quotation, up to where its clause surely ends.
std::uint32_t plain_context::end_behind(std::uint32_t t) const {
  const auto n = static_cast<std::uint32_t>(r_.tags.size());
  const std::uint32_t paragraph = paragraph_of(t - 1);
  std::uint32_t end = t;
  while (end < n && end < t + plain_reach && paragraph_of(end) == paragraph &&
         !(np_.stop(end) && !abbreviation(end))) {
    if (r_.tags[end] == tag_left_mark) {
      const std::uint32_t name = np_.end_of_marked(end, n);
      if (name == 0 || r_.tags[end - 1] == tag_comma ||
          r_.tags[end - 1] == tag_dash) {
        break;
      }
      end = name;
      continue;
    }
    ++end;
  }
  return end;
}
// A full stop inside a sentence.
bool plain_context::abbreviation(std::uint32_t t) const {
  return r_.tags[t] == tag_stop && t + 1 < r_.tags.size() &&
         r_.sentence_of[t] == r_.sentence_of[t + 1] && np_.text_of(t) == ".";
}
std::uint32_t plain_context::begin_before(std::uint32_t t) const {
  if (t == 0) return 0;
  std::uint32_t begin = t;
  const std::uint32_t paragraph = paragraph_of(t - 1);
  while (begin > 0 && begin + plain_reach > t &&
         !(np_.stop(begin - 1) && !abbreviation(begin - 1)) &&
         paragraph_of(begin - 1) == paragraph) {
    if (r_.tags[begin - 1] == tag_right_mark) {
      std::uint32_t open = begin - 1;
      while (open > 0 && open + 10 > begin && r_.tags[open] != tag_left_mark) {
        --open;
      }
      if (r_.tags[open] != tag_left_mark) break;
      begin = open;
      continue;
    }
    --begin;
  }
  return begin;
}

// "Es", "man" and who speaks of himself: nobody that a later sentence means.
bool plain_context::nobody(token_range who) const {
  return r_.laid.lang == text::language::de && who.end == who.first + 1 &&
         is_in(np_.text_of(who.first), plain_list::nobody);
}

// Who a sentence before `first`, in its paragraph, says to have spoken.
token_range plain_context::earlier(std::uint32_t first) const {
  const text::sentence& s = r_.laid.sentences[r_.sentence_of[first]];
  first = s.first_token;
  for (int i = 0; i < sentences_back && first > 0; ++i) {
    const text::sentence& b = r_.laid.sentences[r_.sentence_of[first - 1]];
    if (b.paragraph != s.paragraph) break;
    const std::uint32_t from =
        std::max(b.first_token, first > plain_reach ? first - plain_reach : 0U);
    const std::int32_t p = r_.whole_in[from];
    if (p >= 0 && r_.outer_end(p) >= first) {  // a sentence between marks
      first = b.first_token;
      continue;
    }
    const telling told = near_.around(from, first, first, first);
    if (told.found && !told.source.empty() && !nobody(told.source)) {
      return told.source;
    }
    first = b.first_token;
  }
  return {};
}

token_range plain_context::topic(std::uint32_t first) const {
  const text::sentence& s = r_.laid.sentences[r_.sentence_of[first]];
  if (s.first_token == 0) return {};
  const text::sentence& b =
      r_.laid.sentences[r_.sentence_of[s.first_token - 1]];
  if (b.paragraph != s.paragraph || r_.whole_in[b.first_token] >= 0) return {};
  const std::uint32_t end =
      std::min(s.first_token, b.first_token + plain_reach);
  const token_range who = near_.subject(b.first_token, end);
  if (who.empty() || nobody(who)) return {};
  if (np_.is(who.first, word_tag::subject)) return who;
  for (std::uint32_t t = who.first; t < who.end; ++t) {
    const int type = r_.names[t] % 16;
    if (type == static_cast<int>(entity_type::person) ||
        type == static_cast<int>(entity_type::org)) {
      return who;
    }
  }
  return {};
}

token_range plain_context::bracketed(std::uint32_t open) const {
  if (open < 2 || r_.tags[open - 1] != tag_left_bracket) return {};
  token_range who{open - 1, open - 1};
  while (who.first > 0 && who.first + 6 > open &&
         in_name_of(r_, who.first - 1, entity_type::person)) {
    --who.first;
    if (r_.names[who.first] < 16) break;
  }
  return who;
}

token_range plain_context::of_noun(std::uint32_t begin,
                                   std::uint32_t open) const {
  constexpr std::uint32_t longest = 8;
  if (r_.laid.lang != text::language::de) return {};
  std::uint32_t comma = open;
  while (comma > begin && r_.tags[comma] != tag_comma) --comma;
  if (comma <= begin || !near_.reports(comma, open)) return {};
  for (std::uint32_t t = comma; t-- > begin && t + longest > comma;) {
    if ((r_.words[t].flags & cue_noun) == 0) continue;
    if (!is_in(np_.text_of(t + 1), plain_list::genitive)) return {};
    return np_.forward(t + 1, comma, true);
  }
  return {};
}

token_range plain_context::trailing(std::uint32_t close,
                                    std::uint32_t end) const {
  if (r_.laid.lang != text::language::de) return {};
  std::uint32_t t = close;
  while (t < end && t < close + 4 && r_.tags[t] != tag_comma) ++t;
  if (t >= end || r_.tags[t] != tag_comma) return {};
  const telling told = near_.behind(t + 1, end_behind(t + 1));
  const bool verb = told.found && told.cue < t + 14 &&
                    (np_.helps(t + 1) || told.cue == t + 1);
  return verb ? told.source : token_range{};
}

token_range plain_context::pronoun(std::uint32_t begin,
                                   std::uint32_t open) const {
  if (r_.laid.lang != text::language::de || near_.reports(begin, open)) {
    return {};
  }
  std::uint32_t verb = begin;
  while (verb < open && !np_.helps(verb) && r_.tags[verb] != tag_comma) ++verb;
  for (const std::uint32_t t : {verb - 1, verb + 1}) {
    if (verb > begin && verb + 1 < open && np_.helps(verb) &&
        is_in(np_.text_of(t), plain_list::he_or_she)) {
      return {t, t + 1};
    }
  }
  return {};
}

// "X sagt, Y erinnere an "..."": who tells the clause of the cue.
token_range plain_context::matrix(std::uint32_t begin,
                                  std::uint32_t cue) const {
  std::uint32_t comma = cue;
  while (comma > begin && r_.tags[comma] != tag_comma) --comma;
  if (comma <= begin) return {};
  const telling told = near_.around(begin, comma, comma, comma);
  return told.found && !nobody(told.source) ? told.source : token_range{};
}

// A verb in the subjunctive of reported speech, which is told itself.
bool plain_context::in_turn(std::uint32_t t) const {
  if (r_.laid.lang != text::language::de || t >= r_.tags.size()) return false;
  const std::string_view s = np_.text_of(t);
  if (s.size() < 4 || s.back() != 'e' || np_.capital(t)) return false;
  return s == "halte" || s.substr(s.size() - 2) != "te";
}

}  // namespace copydesk::quotes
