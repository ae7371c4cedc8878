// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. One table tells a mark's family and shape; what the
// document does with its marks may turn the shape; white space and
// punctuation on both sides tell what the mark can do where it stands.
// Invariant: a token outside [begin, end) never counts.
// Cost: O(1) a mark; O(tokens) once for the document's habits.
// Source: CLDR delimiters for the shapes.
#include "quotes/mark_class.hpp"

#include <algorithm>

namespace copydesk::quotes {
namespace {

struct shape_entry {
  const char* text;
  std::uint8_t kin;
  std::int8_t shape;
};

constexpr shape_entry shapes[] = {
    {"\"", double_marks, 0},
    {"\xE2\x80\x9C", double_marks, 1},
    {"\xE2\x80\x9D", double_marks, -1},
    {"\xE2\x80\x9E", double_marks, 1},
    {"\xE2\x80\x9F", double_marks, 1},
    {"``", double_marks, 1},
    {"''", double_marks, -1},
    {"\xE2\x80\x98\xE2\x80\x98", double_marks, 0},  // '' made curly
    {"\xE2\x80\x98\xE2\x80\x99", double_marks, 0},
    {"\xE2\x80\x99\xE2\x80\x98", double_marks, 0},
    {"\xE2\x80\x99\xE2\x80\x99", double_marks, 0},
    {"\xEF\xBC\x82", double_marks, 0},
    {"\xE3\x80\x9D", double_marks, 1},
    {"\xE3\x80\x9E", double_marks, -1},
    {"\xE3\x80\x9F", double_marks, -1},
    {"'", single_marks, 0},
    {"`", single_marks, 1},
    {"\xC2\xB4", single_marks, -1},
    {"\xE2\x80\x98", single_marks, 1},
    {"\xE2\x80\x99", single_marks, -1},
    {"\xE2\x80\x9A", single_marks, 1},
    {"\xE2\x80\x9B", single_marks, 1},
    {"\xC2\xAB", guillemets, 1},
    {"\xC2\xBB", guillemets, -1},
    {"\xE2\x80\xB9", single_guillemets, 1},
    {"\xE2\x80\xBA", single_guillemets, -1},
    {"\xE3\x80\x8C", corners, 1},
    {"\xE3\x80\x8D", corners, -1},
    {"\xE3\x80\x8E", white_corners, 1},
    {"\xE3\x80\x8F", white_corners, -1},
};

constexpr std::string_view left_double = "\xE2\x80\x9C";
constexpr std::string_view right_double = "\xE2\x80\x9D";
constexpr std::string_view low_double = "\xE2\x80\x9E";

// What opens a phrase: a mark after it can open.
bool leads(std::string_view s) {
  return one_of(s,
                {"(", "[", "{", "-", "--", "/", "\xE2\x80\x93", "\xE2\x80\x94",
                 "\xE2\x80\x95", "\xC2\xBF", "\xC2\xA1", "=", ">", ":", ","});
}

// What ends a phrase: a mark before it can close, none before it opens.
bool trails(std::string_view s) {
  return one_of(s, {",", ".", ";", ":", "!", "?", ")", "]", "}", "-", "--",
                    "\xE2\x80\x93", "\xE2\x80\x94", "/"});
}

// Words that begin with an apostrophe when a quotation does not.
bool elided(std::string_view word) {
  char low[8];
  if (word.size() > sizeof low) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    low[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const std::string_view s(low, word.size());
  return one_of(
      s, {"tis",   "twas", "em",     "til",   "till",  "cause", "cuz", "n",
          "round", "bout", "nother", "twere", "twill", "er",    "im",  "is",
          "s",     "t",    "re",     "ve",    "ll",    "d",     "m"});
}

}  // namespace

bool one_of(std::string_view s, std::initializer_list<std::string_view> of) {
  return std::find(of.begin(), of.end(), s) != of.end();
}

// German closes with U+201C and may turn guillemets inwards; Swedish and
// others open with U+201D.
mark_reader::mark_reader(const text::laid_text& laid) : laid_(laid) {
  std::uint32_t low = 0, left = 0, right_opens = 0, inward = 0, outward = 0;
  const auto& tokens = laid_.tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != text::token_kind::mark) continue;
    const std::string_view s = text_of(i);
    const bool before =
        i == 0 || tokens[i].space_before || is_elision(i - 1, 0);
    const bool after = i + 1 == tokens.size() || tokens[i + 1].space_before;
    ticks_ = ticks_ || s == "``";
    low += s == low_double;
    left += s == left_double;
    right_opens += s == right_double && before && !after;
    const bool word_next =
        i + 1 < tokens.size() && tokens[i + 1].kind == text::token_kind::word;
    inward += (s == "\xC2\xBB" && before && !after && word_next) ||
              (s == "\xC2\xAB" && !before && after);
    outward += (s == "\xC2\xAB" && before && !after) ||
               (s == "\xC2\xBB" && !before && after);
  }
  left_closes_ = low > 0 && 2 * low > left;
  right_opens_ = left == 0 && low == 0 && right_opens > 1;
  inward_ = inward > outward;
}

std::string_view mark_reader::text_of(std::uint32_t t) const {
  return laid_.tokens[t].where().of(laid_.clean);
}

mark mark_reader::class_of(std::uint32_t t, std::uint32_t begin,
                           std::uint32_t end) const {
  mark m;
  m.token = t;
  const std::string_view s = text_of(t);
  for (const shape_entry& e : shapes) {
    if (s == e.text) {
      m.kin = e.kin;
      m.shape = e.shape;
      break;
    }
  }
  if (m.kin == no_family) return m;
  if (!ticks_ && s == "''") m.shape = 0;
  if (left_closes_ && s == left_double) m.shape = -1;
  if (right_opens_ && s == right_double) m.shape = 0;
  if (inward_ && (m.kin == guillemets || m.kin == single_guillemets)) {
    m.shape = static_cast<std::int8_t>(-m.shape);
  }
  look_around(m, begin, end);
  return m;
}

// Marks that touch are taken together: the white space at the ends of
// their run counts for each.
void mark_reader::look_around(mark& m, std::uint32_t begin,
                              std::uint32_t end) const {
  const auto& tokens = laid_.tokens;
  std::uint32_t l = m.token, r = m.token;
  for (int i = 0; i < 4 && l > begin && !tokens[l].space_before &&
                  tokens[l - 1].kind == text::token_kind::mark;
       ++i) {
    --l;
  }
  for (int i = 0; i < 4 && r + 1 < end && !tokens[r + 1].space_before &&
                  tokens[r + 1].kind == text::token_kind::mark;
       ++i) {
    ++r;
  }
  const bool before = l == begin || tokens[l].space_before ||
                      (l < m.token && is_elision(l, begin));
  const bool after = r + 1 == end || tokens[r + 1].space_before;
  const std::string_view prev = l > begin ? text_of(l - 1) : "";
  const std::string_view next = r + 1 < end ? text_of(r + 1) : "";
  m.opens = !after && (before || leads(prev)) &&
            !one_of(next, {",", ".", ";", ":", "!", "?", ")", "]", "}"});
  m.closes =
      !before && (after || trails(next)) && !one_of(prev, {"(", "[", "{"});
  // late,"Kern said: no white space where one should be.
  const bool stuck =
      m.kin == double_marks && !before && !after &&
      (prev == "," ? m.shape <= 0
                   : m.shape < 0 && one_of(prev, {".", "!", "?"})) &&
      tokens[r + 1].kind == text::token_kind::word;
  m.closes = m.closes || stuck;
  if (m.opens && m.closes) {  // between dashes: -"-
    m.opens = m.shape > 0;
    m.closes = m.shape < 0;
  }
}

// The apostrophe of a short word of French or Italian: d'"...", dell'"...".
bool mark_reader::is_elision(std::uint32_t t, std::uint32_t begin) const {
  constexpr std::size_t longest = 5;
  return (laid_.lang == text::language::fr ||
          laid_.lang == text::language::it) &&
         t > begin && one_of(text_of(t), {"'", "\xE2\x80\x99"}) &&
         !laid_.tokens[t].space_before &&
         laid_.tokens[t - 1].kind == text::token_kind::word &&
         laid_.tokens[t - 1].where().size() <= longest;
}

// A single mark that is an apostrophe or a prime whatever stands open.
bool mark_reader::is_apostrophe(const mark& m, std::uint32_t begin,
                                std::uint32_t end) const {
  const std::uint32_t t = m.token;
  const auto& tokens = laid_.tokens;
  const bool touches = t > begin && !tokens[t].space_before;
  if (t + 1 < end && !tokens[t + 1].space_before) {
    if (m.shape <= 0 && tokens[t + 1].kind == text::token_kind::number &&
        tokens[t + 1].where().size() <= 3) {
      return true;  // '90s, 6'2
    }
    if (m.shape <= 0 && elided(text_of(t + 1))) return true;
    if (is_elision(t, begin) && tokens[t + 1].kind == text::token_kind::mark) {
      return true;  // d'"..."
    }
    if (touches && tokens[t - 1].kind == text::token_kind::word &&
        tokens[t + 1].kind == text::token_kind::word) {
      return true;  // a letter on both sides
    }
  }
  return false;
}

bool mark_reader::is_weak_close(const mark& m, std::uint32_t end) const {
  const std::string_view prev = text_of(m.token - 1);
  if (prev.empty() || (prev.back() != 's' && prev.back() != 'S')) return false;
  if (m.token + 1 >= end) return false;
  const text::token& next = laid_.tokens[m.token + 1];
  return next.space_before && (next.kind == text::token_kind::word ||
                               next.kind == text::token_kind::number);
}

// The opening or closing mark of the family, in the shape of `m`.
std::string_view mark_reader::twin(const mark& m, bool opening) const {
  const std::string_view s = text_of(m.token);
  if (s == "\"" || s == "'") return s;
  if (m.kin == double_marks && m.shape == 0) return s;
  if (left_closes_ && m.kin == double_marks) {
    return opening ? low_double : left_double;
  }
  switch (m.kin) {
    case double_marks:
      return opening ? left_double : right_double;
    case single_marks:
      return opening ? "\xE2\x80\x98" : "\xE2\x80\x99";
    case guillemets:
      return opening != inward_ ? "\xC2\xAB" : "\xC2\xBB";
    case single_guillemets:
      return opening != inward_ ? "\xE2\x80\xB9" : "\xE2\x80\xBA";
    case corners:
      return opening ? "\xE3\x80\x8C" : "\xE3\x80\x8D";
    default:
      return opening ? "\xE3\x80\x8E" : "\xE3\x80\x8F";
  }
}

}  // namespace copydesk::quotes
