// SPDX-License-Identifier: Apache-2.0
// reading.cpp - one pass over the tokens; see reading.hpp.
//
// Idea: what a token is, apart from its place, is asked once a spelling.
// Invariant: what is known of tokens has one entry a token. Cost:
// O(tokens), and O(n log n) in quotations.
#include "people/reading.hpp"

#include <algorithm>

#include "limits.hpp"
#include "people/english_words.hpp"
#include "people/foreign_words.hpp"
#include "people/lexicon.hpp"

namespace copydesk::people {
namespace {

word mark_of(const text::token& t, std::string_view raw) {
  if (t.kind == text::token_kind::mark) {
    return raw == "'" || raw == "\xE2\x80\x99" ? word::possessive : word::mark;
  }
  switch (raw[0]) {
    case ',':
      return word::comma;
    case '.':
    case '!':
    case '?':
    case ';':
      return word::stop;
    case ':':
      return word::colon;
    case '(':
    case '[':
      return word::open;
    case ')':
    case ']':
      return word::close;
    case '-':
      return word::dash;
    case '"':
      return word::mark;
    case '\'':
      return word::possessive;
    default:
      break;
  }
  // U+2010..U+2015.
  if (raw.size() >= 3 && raw.compare(0, 2, "\xE2\x80") == 0 &&
      static_cast<unsigned char>(raw[2]) >= 0x90 &&
      static_cast<unsigned char>(raw[2]) <= 0x95) {
    return word::dash;
  }
  return word::other;
}

// What a token tells by its spelling alone.
by_spelling read_form(const reading& r, std::uint32_t token) {
  by_spelling out;
  const text::token& t = r.laid.tokens[token];
  const std::string_view raw = r.raw(token);
  switch (t.kind) {
    case text::token_kind::word:
      out.what =
          r.english() ? english_word(raw) : foreign_word(raw, r.laid.lang);
      break;
    case text::token_kind::number:
      out.what = word::number;
      break;
    default:
      if (!raw.empty()) out.what = mark_of(t, raw);
      break;
  }
  out.verb = out.what == word::auxiliary ||
             (out.what == word::other && r.english() &&
              t.kind == text::token_kind::word &&
              t.letters == text::token_case::lower && has_verb_form(raw));
  return out;
}

void read_spellings(reading& r) {
  const text::packed_numbers& number = r.found.spelled.of_token;
  // Numbers are in the order of their first tokens.
  std::vector<std::uint32_t> first(r.found.spelled.cluster.size() + 1);
  std::uint32_t known = 0;
  for (std::uint32_t t = 0; t < number.size(); ++t) {
    first[known] = t;
    known += number[t] == known ? 1U : 0U;
  }
  r.forms.reserve(known);
  for (std::uint32_t i = 0; i < known; ++i) {
    r.forms.push_back(read_form(r, first[i]));
  }
}

void read_words(reading& r) {
  const std::vector<text::token>& tokens = r.laid.tokens;
  const text::packed_numbers& number = r.found.spelled.of_token;
  const bool numbered = number.size() == tokens.size();
  if (numbered) read_spellings(r);
  r.words.resize(tokens.size());
  r.verbs.resize(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const by_spelling form = numbered ? r.forms[number[i]] : read_form(r, i);
    word w = form.what;
    if (form.verb) r.verbs[i] = true;
    if (w == word::dash && i > 0 && !tokens[i].space_before &&
        i + 1 < tokens.size() && !tokens[i + 1].space_before) {
      w = word::hyphen;
    }
    r.words[i] = w;
  }
}

void read_places(reading& r) {
  r.sentence_of = text::sentence_numbers(r.laid);
  r.mention_at = text::slow_numbers(r.size());
  for (std::size_t m = 0; m < r.found.mentions.size(); ++m) {
    const entities::mention& at = r.found.mentions[m];
    if (r.acronym_of_title(at) || (!r.english() && words_of_clause(r, at)))
      continue;
    for (std::uint32_t t = at.first_token; t < at.token_end; ++t) {
      r.mention_at.set(t, static_cast<std::int32_t>(m));
    }
  }
  // Later quotations lie inside earlier ones or behind them.
  std::vector<text::numbered_range> pieces;
  std::size_t count = 0;
  for (const quotes::quotation& q : r.said.quotations) {
    count += q.content.size();
  }
  pieces.reserve(count);
  for (std::size_t q = 0; q < r.said.quotations.size(); ++q) {
    for (text::clean_span piece : r.said.quotations[q].content) {
      const std::uint32_t first = r.token_at(piece.begin);
      const auto end = std::partition_point(
          r.laid.tokens.begin() + first, r.laid.tokens.end(),
          [&](const text::token& t) { return t.where().begin < piece.end; });
      pieces.push_back({first,
                        static_cast<std::uint32_t>(end - r.laid.tokens.begin()),
                        static_cast<std::int32_t>(q)});
    }
  }
  r.quote_at = text::nested_ranges(r.size(), std::move(pieces));
}

}  // namespace

noun reading::noun_at(std::uint32_t token) const {
  if (forms.empty()) return noun_of(folded(token));
  by_spelling& it = forms[found.spelled.of_token[token]];
  if (!it.asked) {
    it.what_noun = noun_of(folded(token));
    it.asked = true;
  }
  return it.what_noun;
}

noun reading::noun_of_compound(std::uint32_t token, std::uint32_t end) const {
  return end == token + 1 ? noun_at(token) : noun_of(folded(token, end));
}

std::size_t before_apostrophe(std::string_view s) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\'') return i;
    if (s[i] == '\xE2' && s.compare(i, 3, "\xE2\x80\x99") == 0) return i;
  }
  return s.size();
}

std::uint32_t reading::token_at(std::uint32_t at) const {
  // Halves without a branch on what is found.
  const text::token* all = laid.tokens.data();
  std::size_t first = 0;
  for (std::size_t left = laid.tokens.size(); left > 0;) {
    const std::size_t half = (left + 1) / 2;
    first += all[first + half - 1].where().end <= at ? half : 0;
    left -= half;
  }
  return static_cast<std::uint32_t>(first);
}

bool reading::possessive_at(std::uint32_t end) const {
  std::string_view rest = laid.clean.substr(end, 8);
  if (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);  // "Bush 's"
  const bool glued = rest.size() == laid.clean.substr(end, 8).size();
  // Seldom is it a mark at all.
  if (rest.empty() || (rest[0] != '\'' && rest[0] != '\xE2')) return false;
  std::size_t mark = 0;
  if (rest[0] == '\'') mark = 1;
  if (rest.compare(0, 3, "\xE2\x80\x99") == 0) mark = 3;
  if (mark == 0) return false;
  const auto letter = [&](std::size_t i) {
    if (i >= rest.size()) return false;
    const auto c = static_cast<unsigned char>(rest[i] | 0x20);
    return (c >= 'a' && c <= 'z') || c >= 0x80;
  };
  const bool s = mark < rest.size() && (rest[mark] | 0x20) == 's';
  if (s) return !letter(mark + 1);
  // "Jones' house": only after an s, and only when glued to it.
  return glued && end > 0 && (laid.clean[end - 1] | 0x20) == 's' &&
         mark < rest.size() && rest[mark] == ' ';
}

std::string reading::folded(std::uint32_t token) const {
  std::string s = fold(raw(token));
  if (s.size() > 2 && s.compare(s.size() - 2, 2, "'s") == 0) {
    s.resize(s.size() - 2);
  } else if (s.size() > 1 && s.back() == '\'') {
    s.pop_back();
  }
  if (s.size() > 1 && s.back() == '.' && s.find('.') == s.size() - 1) {
    s.pop_back();
  }
  return s;
}

std::uint32_t reading::compound_end(std::uint32_t token) const {
  std::uint32_t end = token + 1;
  const auto part = [this](std::uint32_t t) {
    return laid.tokens[t].kind == text::token_kind::word ||
           laid.tokens[t].kind == text::token_kind::number;
  };
  // No word of people goes on further; of one that does each token would be
  // asked for all the rest.
  const std::uint32_t far = token + limits::max_phrase;
  while (end < far && end + 1 < size() && words[end] == word::hyphen &&
         part(end + 1) && words[end + 1] != word::possessive) {
    end += 2;
  }
  return end;
}

std::string reading::folded(std::uint32_t begin, std::uint32_t end) const {
  if (end == begin + 1) return folded(begin);
  std::string out;
  for (std::uint32_t t = begin; t < end; ++t) {
    out += words[t] == word::hyphen ? "-" : folded(t);
  }
  return out;
}

bool reading::acronym_of_title(const entities::mention& m) const {
  if (m.type == entity_type::person || m.first_token >= m.token_end) {
    return false;
  }
  const std::uint32_t last = m.token_end - 1;
  if (laid.tokens[last].letters != text::token_case::upper) return false;
  const std::string w = folded(last);
  return w.size() <= 4 && title_form(w) != w;
}

std::uint32_t reading::after_possessive(std::uint32_t token) const {
  if (token < size() && words[token] == word::possessive) ++token;
  return token;
}

reading read(const text::laid_text& laid, const entities::entities& found,
             const quotes::quotes& said) {
  reading r{laid, found, said, {}, {}, {}, {}, {}, {}};
  read_words(r);
  read_places(r);
  return r;
}

}  // namespace copydesk::people
