// SPDX-License-Identifier: Apache-2.0
// sentence_rules.cpp - abbreviations, initials, ordinals, cues, items.
//
// Idea: what stands before a point says whether it can be the end, and how
// the next word is written says whether a sentence can begin; the lists of
// src/data decide between the two readings of an abbreviation.
// Cost: every answer reads at most `reach` tokens.
// Source: tests/spec/sentences.txt.
#include "text/sentence_rules.hpp"

#include <algorithm>

#include "text/capital.hpp"
#include "text/lexicons.hpp"

namespace copydesk::text {
namespace {

// How many tokens a parenthesis or a list of names may have to be looked
// through.
constexpr std::uint32_t reach = 16;

template <std::size_t n>
bool one_of(std::string_view w, const std::string_view (&list)[n]) {
  return std::find(list, list + n, w) != list + n;
}

// Full stops, question and exclamation marks of other scripts: after those of
// `spaced` a space stands, after the others none is needed.
constexpr std::string_view spaced_stops[] = {
    "\xD8\x9F",     "\xDB\x94",     "\xE0\xA5\xA4", "\xE0\xA5\xA5",
    "\xD6\x89",     "\xE2\x81\x87", "\xE2\x81\x88", "\xE2\x81\x89",
    "\xE2\x80\xBC", "\xE1\x9F\x94"};
constexpr std::string_view unspaced_stops[] = {
    "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F",
    "\xEF\xBD\xA1", "\xEF\xBC\x8E", "\xE1\x8D\xA2",
    "\xE1\x8D\xA7", "\xE1\x8D\xA8", "\xE1\x81\x8B"};

bool two_bytes(std::string_view w, unsigned from, unsigned to) {
  const auto b = static_cast<unsigned char>(w.back());
  const auto a = static_cast<unsigned char>(w.size() > 1 ? w[w.size() - 2] : 0);
  const unsigned both = a << 8 | b;
  return both >= from && both <= to;
}

bool roman(std::string_view w) {
  return w.size() >= 2 &&
         w.find_first_not_of("IVXLC") == std::string_view::npos;
}

}  // namespace

std::uint16_t paragraph_view::classes(std::uint32_t i) const {
  return word_classes_of(word(i), laid_.lang);
}

bool paragraph_view::capital(std::uint32_t i) const {
  return has_capital(at(i));
}

bool paragraph_view::is_word(std::uint32_t i) const {
  return at(i).kind == token_kind::word || at(i).kind == token_kind::number;
}

bool paragraph_view::dash(std::uint32_t i) const {
  if (at(i).kind != token_kind::punctuation) return false;
  static constexpr std::string_view dashes[] = {
      "-", "--", "---", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95"};
  return one_of(word(i), dashes);
}

ending paragraph_view::ending_of(std::uint32_t i) const {
  const token& t = at(i);
  if (!t.may_end) return ending::none;
  const std::string_view w = word(i);
  const char last = w.back();
  if (t.kind == token_kind::word) {
    return last == '.' && w.size() > 1 ? ending::abbreviated : ending::none;
  }
  if (t.kind != token_kind::punctuation) return ending::none;
  if (w == ".") return ending::point;
  if (last == '!' || last == '?') {
    const bool begins_word = t.space_before && i > first_ && i + 1 < end_ &&
                             !at(i + 1).space_before &&
                             at(i + 1).kind == token_kind::word;
    return begins_word ? ending::none : ending::strong;
  }
  if (last == '.' || w == "\xE2\x80\xA6") return ending::ellipsis;
  if (last == ';' && i > first_ && two_bytes(word(i - 1), 0xCE80, 0xCFBF))
    return ending::strong;  // the Greek question mark
  if (last == ':' && i > first_ && two_bytes(word(i - 1), 0xD4B1, 0xD68F))
    return ending::strong;  // stands for the Armenian full stop
  if (one_of(w, spaced_stops)) return ending::strong;
  if (one_of(w, unspaced_stops)) {
    const bool decimal = i > first_ && i + 1 < end_ &&
                         at(i - 1).kind == token_kind::number &&
                         at(i + 1).kind == token_kind::number;
    return decimal ? ending::none : ending::foreign;
  }
  // Speech that is cut off: "But I -" with a dash and a closing mark.
  const bool cut = dash(i) && i + 1 < end_ && !at(i + 1).space_before &&
                   at(i + 1).kind == token_kind::mark && closes(i + 1, false);
  return cut ? ending::strong : ending::none;
}

bool paragraph_view::closes(std::uint32_t i, bool open) const {
  if (is_word(i)) return false;
  const std::string_view w = word(i);
  if (w == ")" || w == "]" || w == "}") return true;
  static constexpr std::string_view wide[] = {"\xEF\xBC\x89", "\xE3\x80\x8D",
                                              "\xE3\x80\x8F", "\xE3\x80\x8B",
                                              "\xE3\x80\x91", "\xE3\x80\x95"};
  if (w.size() == 3 && one_of(w, wide)) return true;
  if (at(i).kind != token_kind::mark) return false;
  const bool glued = !at(i).space_before;
  const bool before_space = i + 1 >= end_ || at(i + 1).space_before ||
                            at(i + 1).kind != token_kind::word;
  // A right mark between a space and a word opens, in Swedish or by mistake.
  if (w == "\xE2\x80\x9D" || w == "\xE2\x80\x99") return glued || before_space;
  if (w == "\xC2\xBB" || w == "\xE2\x80\xBA")
    return laid_.lang != language::de || glued;
  if (w == "\xE2\x80\x9C" || w == "\xC2\xAB" || w == "\xE2\x80\x98")
    return glued && before_space;
  if (straight(i)) return glued == before_space ? glued : open;
  return w == "'" && glued && before_space;
}

bool paragraph_view::straight(std::uint32_t i) const {
  const std::string_view w = word(i);
  return w == "\"" || w == "''" ||
         (w.size() == 6 && at(i).kind == token_kind::mark);
}

bool paragraph_view::opens(std::uint32_t i) const {
  if (is_word(i)) return false;
  static constexpr std::string_view brackets[] = {"(",
                                                  "[",
                                                  "\xC2\xBF",
                                                  "\xC2\xA1",
                                                  "\xEF\xBC\x88",
                                                  "\xE3\x80\x8C",
                                                  "\xE3\x80\x8E",
                                                  "\xE3\x80\x8A"};
  if (one_of(word(i), brackets)) return true;
  if (at(i).kind != token_kind::mark) return false;
  return word(i) != "\xE2\x80\x9D" ||
         (at(i).space_before && i + 1 < end_ && is_word(i + 1) &&
          !at(i + 1).space_before);
}

// A sentence without a space before it: "the end.Next one", `"Yes."She`.
bool paragraph_view::glued_begin(std::uint32_t next, ending how,
                                 bool closed) const {
  if (how == ending::foreign) return true;
  const token& n = at(next);
  if (n.letters == token_case::title && n.where().size() > 2 && opener(next))
    return how != ending::abbreviated;
  if (how == ending::ellipsis) return false;
  if (n.kind == token_kind::mark || word(next) == "\xC2\xBF" ||
      word(next) == "\xC2\xA1")
    return next + 1 < end_ && capital(next + 1);
  if (n.kind != token_kind::word || n.where().size() < 2) return false;
  if (closed || how == ending::strong) return n.letters == token_case::title;
  const token& before = at(next >= first_ + 2 ? next - 2 : first_);
  return capital(next) && before.letters == token_case::lower &&
         before.where().size() > 1 && how == ending::point;
}

// A source in brackets that the full stop follows: `... end" (Smith 55).`
bool paragraph_view::citation(std::uint32_t i) const {
  if (!is(i, "(")) return false;
  const std::uint32_t limit = std::min(end_, i + reach);
  for (std::uint32_t k = i + 1; k + 1 < limit; ++k) {
    if (ending_of(k) == ending::point) return false;
    if (is(k, ")")) return is(k + 1, ".") && !at(k + 1).space_before;
  }
  return false;
}

// ". . ." before a capital letter: words were left out at the head.
bool paragraph_view::spaced_ellipsis(std::uint32_t i) const {
  return i + 3 < end_ && is(i, ".") && is(i + 1, ".") && is(i + 2, ".") &&
         at(i).space_before && at(i + 1).space_before &&
         at(i + 3).kind == token_kind::word && capital(i + 3);
}

bool paragraph_view::may_begin(std::uint32_t next, std::uint32_t head,
                               ending how, bool closed) const {
  const token& n = at(head);
  if (!at(next).space_before && !glued_begin(next, how, closed)) return false;
  if (closed && citation(next)) return false;
  if (is_word(next) && n.letters != token_case::lower) return true;
  const std::string_view w = word(next);
  if (dash(next)) {
    return next + 1 < end_ && capital(next + 1) && how != ending::abbreviated &&
           at(next).space_before;
  }
  if (spaced_ellipsis(next)) return how == ending::point;
  if (ending_of(next) == ending::ellipsis) {
    return next + 1 < end_ && how != ending::abbreviated &&
           at(next).space_before &&
           (!at(next + 1).space_before || capital(next + 1));
  }
  if (head == next && n.kind == token_kind::punctuation && w != "@" &&
      w != "#" && w != "*")
    return false;
  if (w == "\xE2\x84\x96" || w == "\xC2\xA7") return false;
  if (n.kind != token_kind::word || n.letters != token_case::lower) return true;
  const char c = word(head)[0];
  return caseless_ || c == '@' || c == '#' ||
         word(head).find("://") != std::string_view::npos ||
         word(head).compare(0, 4, "www.") == 0;
}

bool paragraph_view::opener(std::uint32_t i) const {
  const token& t = at(i);
  if (t.kind != token_kind::word) return false;
  if (t.letters == token_case::upper && t.where().size() > 1) return false;
  const std::uint16_t c = classes(i);
  if (t.letters == token_case::lower) return false;
  if ((c & word_class::opener) != 0) return true;
  return (c & word_class::noun) != 0 && i + 1 < end_ &&
         at(i + 1).letters == token_case::lower;
}

bool paragraph_view::initial_ends(std::uint32_t begin, std::uint32_t i,
                                  std::uint32_t head) const {
  if (i == begin) return false;  // "Q. What is that?"
  if (at(i).letters != token_case::upper) return false;
  if (is(i, "I.") && i > first_ && (is(i - 1, "and") || is(i - 1, "or")))
    return true;
  if (!opener(head)) return false;
  const bool after_name = i > first_ && capital(i - 1);
  return !after_name || (classes(head) & word_class::ambiguous) == 0;
}

bool paragraph_view::clock_ends(std::uint32_t begin, std::uint32_t i,
                                std::uint32_t head) const {
  if (at(head).kind != token_kind::word) return false;
  const std::uint16_t c = classes(head);
  if ((c & (word_class::calendar | word_class::zone)) != 0) return false;
  // "At 5 a.m. Mr. Smith went": nothing has been said yet.
  return i > begin + 3 || (classes(begin) & word_class::preposition) == 0;
}

bool paragraph_view::abbreviation_ends(std::uint32_t begin, std::uint32_t i,
                                       std::uint32_t next,
                                       std::uint32_t head) const {
  std::string_view w = word(i);
  w.remove_suffix(1);
  const bool bracket = is(next, "(") || is(next, "[");
  if (bracket) return false;
  const bool nickname = head + 1 < end_ &&
                        at(head + 1).kind == token_kind::mark &&
                        !at(head + 1).space_before;
  const bool quoted = head > next && capital(head) && !nickname;
  switch (abbreviation_of(w, laid_.lang)) {
    case abbreviation::title:
    case abbreviation::never:
    case abbreviation::number:
      return false;
    case abbreviation::date:
      return capital(head) && (classes(head) & word_class::calendar) == 0;
    case abbreviation::clock:
      return quoted || clock_ends(begin, i, head);
    case abbreviation::end:
      return quoted || opener(head);
    case abbreviation::none:
      break;
  }
  const bool single = at(i).where().size() == 2 ||
                      (at(i).where().size() == 3 &&
                       (static_cast<unsigned char>(w[0]) & 0x80) != 0);
  if (single) return initial_ends(begin, i, head);
  return quoted || opener(head);
}

bool paragraph_view::ordinal(std::uint32_t begin, std::uint32_t i,
                             std::uint32_t next) const {
  if (i == begin) return false;
  const std::string_view before = word(i - 1);
  if (laid_.lang != language::en && roman(before)) return !opener(next);
  const token& t = at(i - 1);
  if (t.kind == token_kind::symbol && at(next).kind == token_kind::number)
    return before == "\xC2\xB0" || before == "\xC2\xBA";
  if (t.kind != token_kind::number || t.where().size() > 2) return false;
  if ((classes(next) & word_class::calendar) != 0) return true;
  if (laid_.lang != language::de && laid_.lang != language::other) return false;
  if (i < begin + 2 || opener(next)) return false;
  return (classes(i - 2) & word_class::before_ordinal) != 0 ||
         (dash(next) && !at(next).space_before) || dash(i - 2);
}

bool paragraph_view::cue_follows(std::uint32_t i, ending how) const {
  const std::uint32_t limit = std::min(end_, i + 5);
  std::uint32_t k = i;
  while (k < limit && at(k).kind == token_kind::word &&
         (capital(k) || (k == i && caseless_))) {
    ++k;
  }
  if (k == i || k >= end_) return false;
  if (at(k).letters == token_case::upper && !caseless_) return false;
  if ((classes(k) & word_class::cue) == 0) return false;
  // `He added, "...`: it leads to the next quotation. After a question a name
  // may as well belong to the one before.
  const bool leads =
      k + 2 < end_ && is(k + 1, ",") && at(k + 2).kind == token_kind::mark;
  const bool pronoun = k == i + 1 && (is(i, "He") || is(i, "She") ||
                                      is(i, "They") || is(i, "We"));
  if (leads && (how == ending::point || pronoun)) return false;
  if (k + 1 >= end_ || is(k + 1, ".") || is(k + 1, ",")) return true;
  return how == ending::strong && (classes(k + 1) & word_class::after_cue) != 0;
}

bool paragraph_view::hangs(std::uint32_t i) const {
  return (classes(i) & word_class::hanging) != 0;
}

bool paragraph_view::bullet(std::uint32_t i) const {
  static constexpr std::string_view bullets[] = {
      "\xE2\x80\xA2", "\xE2\x81\x83", "\xE2\x97\xA6", "\xE2\x80\xA3",
      "\xE2\x96\xAA", "\xE2\x97\x8F", "\xC2\xB7",     "\xE2\x96\xBA"};
  return i < end_ && at(i).kind != token_kind::word && word(i).size() > 1 &&
         one_of(word(i), bullets);
}

std::uint32_t paragraph_view::item_number(std::uint32_t i,
                                          std::uint32_t& end) const {
  end = i;
  if (is(i, "(")) ++i;
  if (i + 1 >= end_) return 0;
  std::string_view w = word(i);
  const bool pointed =
      w.size() == 2 && w[1] == '.' && w[0] >= 'a' && w[0] <= 'z';
  if (pointed) w.remove_suffix(1);
  std::uint32_t value = 0;
  if (w.size() == 1 && w[0] >= 'a' && w[0] <= 'z') {
    value = static_cast<std::uint32_t>(w[0] - 'a') + 1;
  } else if (w.size() <= 3) {
    for (char c : w) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
  } else {
    return 0;
  }
  std::uint32_t k = i + 1;
  bool marked = pointed;
  if (!pointed && is(k, ".") && !at(k).space_before) {
    marked = true;
    ++k;
  }
  if (is(k, ")") && !at(k).space_before) {
    marked = true;
    ++k;
  }
  if (!marked || k >= end_ || !at(k).space_before) return 0;
  end = k;
  return value;
}

}  // namespace copydesk::text
