// SPDX-License-Identifier: Apache-2.0
// values_atoms.cpp - the scanner below the value grammar.
//
// Idea: one pass over the bytes. A digit begins a number, a letter a word,
// any other character is a mark of its own. A number takes in its groups
// (1,250,000 and 2,50,000) and one decimal point; where a second point
// follows (14.03.2017) each part is a number of its own. A word ends at a
// digit, a hyphen or an apostrophe; single letters with points are one word
// (p.m., U.S.).
// Invariant: atoms are in order, do not overlap, and hold no white space.
// Cost: O(bytes).
#include "entities/values_atoms.hpp"

#include <algorithm>
#include <cstddef>

namespace copydesk::entities {
namespace {

using text::token_case;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

struct character {
  char32_t code = 0;
  std::uint32_t len = 1;
};

// Requires i < end and well-formed UTF-8.
character decode(std::string_view s, std::uint32_t i, std::uint32_t end) {
  const auto b = [&](std::uint32_t k) {
    return static_cast<char32_t>(static_cast<unsigned char>(s[i + k]));
  };
  const char32_t lead = b(0);
  if (lead < 0x80 || i + 1 >= end) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (b(1) & 0x3F), 2};
  if (i + 2 >= end) return {lead, 1};
  if (lead < 0xF0) {
    return {(lead & 0x0F) << 12 | (b(1) & 0x3F) << 6 | (b(2) & 0x3F), 3};
  }
  if (i + 3 >= end) return {lead, 1};
  return {(lead & 7) << 18 | (b(1) & 0x3F) << 12 | (b(2) & 0x3F) << 6 |
              (b(3) & 0x3F),
          4};
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_lower(char(c | 0x20));
  if (c < 0xC0) return c == 0xAA || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c < 0x2C00) return false;  // marks, symbols, currency
  if (c >= 0x3000 && c < 0x3040) return false;
  return !(c >= 0xFF00 && c < 0xFF21) && !(c >= 0xFFE0 && c < 0xFFF0) &&
         c < 0x1F000;
}

// What stands for a mark in the grammar.
char plain_mark(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c == 0x2212) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  return 0;
}

struct symbol {
  char32_t code;
  const char* word;  // the entry of values_en.tsv that it stands for
};

// The signs of money; $ is a dollar until a prefix says whose.
constexpr symbol currency_symbols[] = {
    {'$', "usd"},      {0xA2, "cents"}, {0xA3, "gbp"},       {0xA5, "jpy"},
    {0x20A1, "colon"}, {0x20A6, "ngn"}, {0x20A8, "rs"},      {0x20A9, "krw"},
    {0x20AA, "ils"},   {0x20AB, "vnd"}, {0x20AC, "eur"},     {0x20AD, "lak"},
    {0x20AE, "mnt"},   {0x20B1, "php"}, {0x20B2, "guarani"}, {0x20B4, "uah"},
    {0x20B5, "ghs"},   {0x20B8, "kzt"}, {0x20B9, "inr"},     {0x20BA, "try"},
    {0x20BC, "azn"},   {0x20BD, "rub"}, {0x20BE, "gel"},     {0x0E3F, "thb"},
    {0x58F, "amd"},
};

void add_roles(const word_entry* e, atom& a) {
  a.entry = e;
  if (e == nullptr) return;
  a.classes = e->classes;
  a.small = e->small;
}

class scanner {
 public:
  scanner(std::string_view clean, text::clean_span where, text::language lang)
      : s_(clean),
        i_(where.begin),
        end_(where.end),
        lang_(lang),
        words_(words_of(lang)) {}

  void run(std::vector<atom>& out) {
    bool space = false;
    while (i_ < end_) {
      if (s_[i_] == ' ') {
        ++i_;
        space = true;
        continue;
      }
      const character c = decode(s_, i_, end_);
      if (is_space(c.code)) {
        i_ += c.len;
        space = true;
        continue;
      }
      atom& a = out.emplace_back();
      a.begin = i_;
      a.space = space;
      space = false;
      if (is_digit(s_[i_])) {
        number(a);
      } else if (is_letter(c.code) && c.code != 0x0E3F && c.code != 0x58F) {
        word(a);
      } else {
        mark(c, a);
      }
      a.end = i_;
    }
  }

 private:
  char at(std::uint32_t i) const { return i < end_ ? s_[i] : '\0'; }

  std::uint32_t digits_from(std::uint32_t i) const {
    std::uint32_t n = 0;
    while (is_digit(at(i + n))) ++n;
    return n;
  }

  void take_digits(std::uint32_t n, atom& a) {
    for (std::uint32_t k = 0; k < n; ++k) {
      a.number = a.number * 10 + (s_[i_ + k] - '0');
    }
    a.digits = static_cast<std::uint8_t>(std::min(a.digits + n, 255U));
    i_ += n;
  }

  void number(atom& a) {
    a.kind = atom_kind::number;
    std::uint32_t n = digits_from(i_);
    const bool groups = n <= 3;
    take_digits(n, a);
    if (comma_decimals()) {
      european(groups, a);
      return;
    }
    while (groups && at(i_) == ',') {
      n = digits_from(i_ + 1);
      if (n != 3 && !(n == 2 && at(i_ + 3) == ',')) break;
      ++i_;
      a.commas = true;
      take_digits(n, a);
    }
    if (a.digits < 10) a.whole = static_cast<std::int32_t>(a.number);
    if (at(i_) != '.' || !is_digit(at(i_ + 1))) return;
    n = digits_from(i_ + 1);
    if (!a.commas && at(i_ + 1 + n) == '.' && is_digit(at(i_ + 2 + n))) return;
    if (a.begin >= 2 && s_[a.begin - 1] == '.' && is_digit(s_[a.begin - 2]) &&
        !a.space) {
      return;
    }
    decimals(n, a);
  }

  // Do 2,5 and 1.500 mean two and a half and fifteen hundred?
  bool comma_decimals() const {
    return lang_ != text::language::en && lang_ != text::language::other;
  }

  void european(bool groups, atom& a) {
    while (groups && at(i_) == '.' && digits_from(i_ + 1) == 3) {
      ++i_;
      a.commas = true;
      take_digits(3, a);
    }
    if (a.digits < 10) a.whole = static_cast<std::int32_t>(a.number);
    const std::uint32_t n = at(i_) == ',' ? digits_from(i_ + 1) : 0;
    if (n > 0) decimals(n, a);
  }

  void decimals(std::uint32_t n, atom& a) {
    ++i_;
    a.point = true;
    a.whole = -1;
    double unit = 1;
    double part = 0;
    for (std::uint32_t k = 0; k < n && k < 15; ++k) {
      part = part * 10 + (s_[i_ + k] - '0');
      unit *= 10;
    }
    a.number += part / unit;
    i_ += n;
  }

  // Plain words, most of all text; gives false, having moved nothing, where
  // a letter is not ASCII or a point may be inside.
  bool plain_word(atom& a) {
    char key[32];
    std::uint32_t hash = word_table::seed;
    std::uint32_t upper = 0;
    std::uint32_t n = 0;
    for (; i_ + n < end_; ++n) {
      const char c = s_[i_ + n];
      const char lower = static_cast<char>(c | 0x20);
      if (!is_lower(lower) || (c & 0x80) != 0) break;
      if (c != lower) upper += n == 0 ? 0x10001 : 1;
      if (n < sizeof key) {
        key[n] = lower;
        hash = word_table::add(hash, lower);
      }
    }
    const char next = at(i_ + n);
    if ((next & 0x80) != 0 || (next == '.' && n == 1)) return false;
    i_ += n;
    a.letters = upper == 0              ? token_case::lower
                : (upper & 0xFFFF) == n ? token_case::upper
                : upper == 0x10001      ? token_case::title
                                        : token_case::mixed;
    if (n <= 20) add_roles(words_.find({key, n}, hash), a);
    return true;
  }

  void word(atom& a) {
    a.kind = atom_kind::word;
    if (plain_word(a)) return;
    char key[32];
    std::size_t len = 0;
    std::uint32_t letters = 0, upper = 0;
    bool first_upper = false;
    while (i_ < end_) {
      const character c = decode(s_, i_, end_);
      if (c.code == '.' && letters > 0 && point_inside(a.begin)) {
        a.point = true;
        ++i_;
        continue;
      }
      if (!is_letter(c.code)) break;
      put(c, letters == 0, upper, first_upper, key, len);
      ++letters;
      i_ += c.len;
    }
    a.letters = upper == 0                  ? token_case::lower
                : upper == letters          ? token_case::upper
                : upper == 1 && first_upper ? token_case::title
                                            : token_case::mixed;
    if (len <= sizeof key) add_roles(words_.find({key, len}), a);
  }

  // At a point: is it one of p.m. or U.S., that is, does a single letter stand
  // before it, and a letter (or a point already taken) around it?
  bool point_inside(std::uint32_t begin) const {
    const bool single = i_ == begin + 1 || (i_ >= 2 && s_[i_ - 2] == '.');
    if (!single) return false;
    const char next = at(i_ + 1);
    const bool letter = is_lower(static_cast<char>(next | 0x20));
    const bool short_next = letter && !is_lower(char(at(i_ + 2) | 0x20));
    return short_next || (i_ > begin + 1 && !letter);
  }

  void put(character c, bool first, std::uint32_t& upper, bool& first_upper,
           char* key, std::size_t& len) {
    char32_t lower = c.code;
    if ((c.code >= 'A' && c.code <= 'Z') ||
        (c.code >= 0xC0 && c.code <= 0xDE) ||
        (c.code >= 0x410 && c.code <= 0x42F)) {
      lower += 0x20;
    } else if (c.code == 0x110 || c.code == 0x141 || c.code == 0x10C) {
      lower += 1;
    }
    if (lower != c.code) {
      ++upper;
      if (first) first_upper = true;
    }
    if (len + 2 > 32 || lower >= 0x800) {
      len = 33;  // longer than any word of the tables
      return;
    }
    if (lower < 0x80) {
      key[len++] = static_cast<char>(lower);
    } else {
      key[len++] = static_cast<char>(0xC0 | lower >> 6);
      key[len++] = static_cast<char>(0x80 | (lower & 0x3F));
    }
  }

  void mark(character c, atom& a) {
    a.kind = atom_kind::mark;
    a.mark = plain_mark(c.code);
    i_ += c.len;
    if (c.code == '%' || c.code == 0xFF05) {
      add_roles(words_of(text::language::en).find("percent"), a);
      return;
    }
    if (c.code == 0xB0 || c.code == 0x2103) {
      add_roles(words_of(text::language::en)
                    .find(c.code == 0xB0 ? "degrees" : "celsius"),
                a);
      return;
    }
    if (c.code != '$' && c.code < 0xA2) return;
    for (const symbol& s : currency_symbols) {
      if (s.code != c.code) continue;
      atom like;
      add_roles(words_of(text::language::en).find(s.word), like);
      const word_class cls = like.has(word_class::prefix)
                                 ? word_class::prefix
                                 : word_class::currency;
      if (like.has(cls)) {
        a.code = static_cast<std::int16_t>(like.value(cls));
      }
      return;
    }
  }

  std::string_view s_;
  std::uint32_t i_;
  std::uint32_t end_;
  text::language lang_;
  word_table words_;
};

}  // namespace

int atom::value(word_class c) const {
  for (const word_role& r : entry->roles) {
    if (r.cls == c) return r.value;
  }
  return 0;
}

void read_atoms(std::string_view clean, text::clean_span where,
                text::language lang, std::vector<atom>& out) {
  out.clear();
  scanner(clean, where, lang).run(out);
}

}  // namespace copydesk::entities
