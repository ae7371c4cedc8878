// SPDX-License-Identifier: Apache-2.0
// segmentation.cpp - UAX #29 as two forward walks.
//
// Idea: no rule looks back beyond the segment it is in (the first part of
// WB7, WB7c, WB11, WB16, GB11 and GB13 was passed on the way), so each
// segment is found from its begin with the last class and one flag.
//
// Invariant: the only look-ahead is over one middle character and the marks
// behind it (WB6, WB7b, WB12), which the next steps then pass once more.
// Source: UAX #29, revision 41 (Unicode 15.0).
#include "text/segmentation.hpp"

#include "unicode/props.hpp"

namespace copydesk::text {
namespace {

using unicode::decode_at;
using unicode::decoded;
using unicode::grapheme_break;
using unicode::properties;
using unicode::properties_of;
using unicode::word_break;

bool letter(word_break w) {
  return w == word_break::aletter || w == word_break::hebrew_letter;
}
bool transparent(word_break w) {
  return w == word_break::extend || w == word_break::format ||
         w == word_break::zwj;
}
bool line_end(word_break w) {
  return w == word_break::cr || w == word_break::lf || w == word_break::newline;
}
bool between_letters(word_break w) {
  return w == word_break::midletter || w == word_break::midnumlet ||
         w == word_break::single_quote;
}
bool between_numbers(word_break w) {
  return w == word_break::midnum || w == word_break::midnumlet ||
         w == word_break::single_quote;
}

// The class of the first character from `i` on that is not transparent.
word_break class_after(std::string_view s, std::uint32_t i) {
  while (i < s.size()) {
    const decoded d = decode_at(s, i);
    const word_break w = properties_of(d.c).word;
    if (!transparent(w)) return w;
    i += d.len;
  }
  return word_break::other;
}

// WB5, WB8 to WB10, WB13 to WB13b, without the middle characters.
bool join(word_break a, word_break b) {
  const bool word_a = letter(a) || a == word_break::numeric;
  const bool word_b = letter(b) || b == word_break::numeric;
  if (word_a && word_b) return true;
  if (a == word_break::katakana && b == word_break::katakana) return true;
  const bool tied_a =
      word_a || a == word_break::katakana || a == word_break::extendnumlet;
  if (b == word_break::extendnumlet) return tied_a;
  return a == word_break::extendnumlet && (word_b || b == word_break::katakana);
}

// What the walk through a word remembers.
struct word_state {
  word_break last;    // class of the last character that is not transparent
  word_break before;  // class before a middle character that was passed
  bool middle;        // `last` is a middle character, joined so far
  bool odd_flag;      // an unpaired regional indicator is last
};

// Whether there is no boundary before a character of class w; `after` is its
// end (for the look-ahead).
bool continues(word_state& st, word_break w, std::string_view s,
               std::uint32_t after) {
  if (st.middle) {  // WB7, WB7c, WB11: the look-ahead promised it
    return true;
  }
  if (join(st.last, w)) return true;
  if (st.last == word_break::hebrew_letter && w == word_break::single_quote) {
    // WB7a holds whatever follows; WB6 may carry on from here.
    st.middle = letter(class_after(s, after));
    st.before = st.last;
    return true;
  }
  const bool letters = letter(st.last) && between_letters(w);
  const bool numbers = st.last == word_break::numeric && between_numbers(w);
  const bool hebrew =
      st.last == word_break::hebrew_letter && w == word_break::double_quote;
  if (letters || numbers || hebrew) {
    const word_break next = class_after(s, after);
    if ((letters && letter(next)) || (numbers && next == word_break::numeric) ||
        (hebrew && next == word_break::hebrew_letter)) {
      st.middle = true;
      st.before = st.last;
      return true;
    }
    return false;
  }
  return w == word_break::regional_indicator &&
         st.last == word_break::regional_indicator && st.odd_flag;
}

}  // namespace

std::uint32_t next_word_boundary(std::string_view text,
                                 std::uint32_t at) noexcept {
  decoded d = decode_at(text, at);
  word_break w = properties_of(d.c).word;
  std::uint32_t i = at + d.len;
  if (w == word_break::cr) {  // WB3
    return i < text.size() && text[i] == '\n' ? i + 1 : i;
  }
  if (line_end(w)) return i;  // WB3a
  word_state st{w, w, false, w == word_break::regional_indicator};
  word_break direct = w;  // class of the very last character
  while (i < text.size()) {
    d = decode_at(text, i);
    const properties& p = properties_of(d.c);
    w = p.word;
    if (line_end(w)) break;  // WB3b
    const bool emoji = direct == word_break::zwj && p.pictographic;
    const bool spaces =
        direct == word_break::wsegspace && w == word_break::wsegspace;
    if (!emoji && !spaces && !transparent(w)) {
      const bool was_middle = st.middle;
      if (!continues(st, w, text, i + d.len)) break;
      if (was_middle) st.middle = false;
      st.odd_flag = w == word_break::regional_indicator && !st.odd_flag;
    }
    if (!transparent(w)) st.last = w;
    direct = w;
    i += d.len;
  }
  return i;
}

std::uint32_t next_grapheme_boundary(std::string_view text,
                                     std::uint32_t at) noexcept {
  using g = grapheme_break;
  decoded d = decode_at(text, at);
  const properties* p = &properties_of(d.c);
  std::uint32_t i = at + d.len;
  g last = p->grapheme;
  if (last == g::cr) {  // GB3
    return i < text.size() && text[i] == '\n' ? i + 1 : i;
  }
  if (last == g::control || last == g::lf) return i;  // GB4
  bool odd_flag = last == g::regional_indicator;
  bool picture = p->pictographic;  // pictograph, then Extend* only
  bool tied = false;               // and then a ZWJ
  while (i < text.size()) {
    d = decode_at(text, i);
    p = &properties_of(d.c);
    const g now = p->grapheme;
    if (now == g::control || now == g::cr || now == g::lf) break;  // GB5
    const bool extends =
        now == g::extend || now == g::zwj || now == g::spacingmark;  // GB9, 9a
    const bool hangul =
        (last == g::l &&
         (now == g::l || now == g::v || now == g::lv || now == g::lvt)) ||
        ((last == g::lv || last == g::v) && (now == g::v || now == g::t)) ||
        ((last == g::lvt || last == g::t) && now == g::t);
    const bool prepended = last == g::prepend;                   // GB9b
    const bool emoji = tied && p->pictographic;                  // GB11
    const bool flag = now == g::regional_indicator && odd_flag;  // GB12, 13
    if (!extends && !hangul && !prepended && !emoji && !flag) break;
    odd_flag = now == g::regional_indicator && !odd_flag;
    tied = picture && now == g::zwj;
    picture = p->pictographic || (picture && now == g::extend);
    last = now;
    i += d.len;
  }
  return i;
}

}  // namespace copydesk::text
