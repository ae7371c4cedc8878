// SPDX-License-Identifier: Apache-2.0
// Idea: the form is lower-cased (ASCII, Latin-1 and Cyrillic letters of two
// bytes: all that the tables hold) and hashed in one pass; the table is
// open addressing with linear probing, at most half full. Of forms that are
// short and ASCII, which most are, eight letters are taken at once, and hashed
// as if all had eight (sixteen): how long a word is cannot be foreseen.
// Cost: O(length of the form), and one or two probes.
#include "quotes/words.hpp"

#include <cstddef>

#include "model/bytes.hpp"
#include "model/lanes.hpp"

namespace copydesk::quotes {
namespace {

struct cue_slot {
  std::uint32_t begin;  // of the form in the forms of the table
  std::uint8_t length;  // 0: empty
  std::uint16_t lemma;
  std::uint8_t cue;
  std::uint8_t flags;
  std::uint8_t tag;
};

#include "quotes/cue_table_de.inc"
#include "quotes/cue_table_en.inc"
#include "quotes/cue_table_es.inc"
#include "quotes/cue_table_fr.inc"
#include "quotes/cue_table_it.inc"
#include "quotes/cue_table_pt.inc"
#include "quotes/cue_table_ru.inc"

struct table {
  const char* forms;
  const char* forms_end;
  const cue_slot* slots;
  std::uint32_t mask;
};

template <std::size_t M, std::size_t N>
constexpr table table_of(const char (&forms)[M], const cue_slot (&slots)[N]) {
  static_assert((N & (N - 1)) == 0, "a power of two");
  return {forms, forms + M, slots, static_cast<std::uint32_t>(N - 1)};
}

table table_for(text::language lang) {
  switch (lang) {
    case text::language::de:
      return table_of(forms_de, slots_de);
    case text::language::es:
      return table_of(forms_es, slots_es);
    case text::language::fr:
      return table_of(forms_fr, slots_fr);
    case text::language::it:
      return table_of(forms_it, slots_it);
    case text::language::pt:
      return table_of(forms_pt, slots_pt);
    case text::language::ru:
      return table_of(forms_ru, slots_ru);
    default:
      return table_of(forms_en, slots_en);
  }
}

// The longest form of any table; longer words are in none.
constexpr std::size_t longest_form = 48;

constexpr std::uint32_t fnv_basis = 2166136261u;
constexpr std::uint32_t fnv_prime = 16777619u;

// Lower case of the second byte of a two-byte letter of Latin-1 or Cyrillic.
// Only pairs whose first byte does not change are folded: U+00C0-U+00DE
// (C3 80-9E) and U+0410-U+041F (D0 90-9F); U+0420-U+042F (D0 A0-AF) become
// D1 80-8F.
void fold_pair(unsigned char& first, unsigned char& second) {
  if (first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97) {
    second = static_cast<unsigned char>(second + 0x20);
  } else if (first == 0xD0 && second >= 0x90 && second <= 0x9F) {
    second = static_cast<unsigned char>(second + 0x20);
  } else if (first == 0xD0 && second >= 0xA0 && second <= 0xAF) {
    first = 0xD1;
    second = static_cast<unsigned char>(second - 0x20);
  }
}

bool is_possessive(std::string_view s) {
  return s == "'s" || s == "\xE2\x80\x99s" || s == "'" || s == "\xE2\x80\x99";
}

// Few branches: how a word ends cannot be foreseen.
word_ending ending_of(std::string_view s) {
  const std::size_t n = s.size();
  if (n == 0) return word_ending::other;
  if ((s[0] == '\'' || s[0] == '\xE2') && is_possessive(s)) {
    return word_ending::possessive;
  }
  const auto back = [&](std::size_t i) {
    return static_cast<std::uint32_t>(
        static_cast<unsigned char>(i <= n ? s[n - i] : '\0'));
  };
  const std::uint32_t two = back(1) | back(2) << 8;
  const std::uint32_t three = two | back(3) << 16;
  word_ending e = word_ending::other;
  e = back(1) == 's' ? word_ending::s : e;
  e = two == ('d' | 'e' << 8) ? word_ending::ed : e;
  e = two == ('y' | 'l' << 8) ? word_ending::ly : e;
  return three == ('g' | 'n' << 8 | 'i' << 16) ? word_ending::ing : e;
}

void take(const cue_slot& s, word& w) {
  w.lemma = s.lemma;
  w.cue = static_cast<cue_class>(s.cue);
  w.flags = s.flags;
  w.tag = static_cast<word_tag>(s.tag);
}

// Up to sixteen letters of ASCII as numbers, zero behind the last one.
class short_form {
 public:
  static constexpr std::size_t longest = 16;

  // Reads n bytes at p, at most `longest`, in lower case; `end`: no byte from
  // there on is looked at. False if they are not ASCII.
  bool read(const char* p, std::size_t n, const char* end) {
    const auto* b = reinterpret_cast<const unsigned char*>(p);
    unsigned char copy[longest] = {};
    if (end - p < static_cast<std::ptrdiff_t>(longest)) {
      for (std::size_t i = 0; i < n; ++i) copy[i] = b[i];
      b = copy;
    }
    first = learned::load64(b) & only(n < 8 ? n : 8);
    rest = learned::load64(b + 8) & only(n < 8 ? 0 : n - 8);
    const bool ascii = ((first | rest) & high) == 0;
    first = folded(first);
    rest = folded(rest);
    return ascii;
  }
  bool operator==(const short_form& b) const {
    return first == b.first && rest == b.rest;
  }

  std::uint64_t first = 0, rest = 0;

 private:
  static constexpr std::uint64_t ones = 0x0101010101010101;
  static constexpr std::uint64_t high = 0x80 * ones;
  // The first n bytes, of 8.
  static std::uint64_t only(std::size_t n) {
    return n == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * n);
  }
  static std::uint64_t folded(std::uint64_t x) {
    const std::uint64_t from_a = x + (0x80 - 'A') * ones;
    const std::uint64_t past_z = x + (0x80 - 'Z' - 1) * ones;
    return x | (from_a & ~past_z & high) >> 2;
  }
};

// The hash of the first `n` letters of eight, going on from h.
std::uint32_t add_letters(std::uint32_t h, std::uint64_t letters,
                          std::size_t n) {
  std::uint32_t after[9];
  after[0] = h;
  for (std::size_t i = 0; i < 8; ++i) {
    h = (h ^ static_cast<unsigned char>(letters >> (8 * i))) * fnv_prime;
    after[i + 1] = h;
  }
  return after[n];
}

std::uint32_t hash_of(const short_form& form, std::size_t n) {
  const std::uint32_t h = add_letters(fnv_basis, form.first, n < 8 ? n : 8);
  return n > 8 ? add_letters(h, form.rest, n - 8) : h;
}

// Requires w.hash.
void find_short(const short_form& form, std::size_t n, const table& in,
                word& w) {
  for (std::uint32_t at = w.hash & in.mask; in.slots[at].length != 0;
       at = (at + 1) & in.mask) {
    const cue_slot& s = in.slots[at];
    if (s.length != n) continue;
    short_form known;
    known.read(in.forms + s.begin, n, in.forms_end);
    if (!(known == form)) continue;
    take(s, w);
    break;
  }
}

// Curly apostrophes are read as straight ones: "isn\u2019t".
word find_long(std::string_view form, const table& in) {
  unsigned char low[longest_form];
  std::size_t n = 0;
  std::uint32_t h = fnv_basis;
  const bool fits = form.size() <= longest_form;
  for (std::size_t i = 0; i < form.size(); ++i) {
    unsigned char c = static_cast<unsigned char>(form[i]);
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<unsigned char>(c + 32);
    } else if (c >= 0x80 && i + 1 < form.size()) {
      unsigned char d = static_cast<unsigned char>(form[i + 1]);
      if (c == 0xE2 && d == 0x80 && i + 2 < form.size() &&
          static_cast<unsigned char>(form[i + 2]) == 0x99) {
        c = '\'';
        i += 2;
      } else if (c == 0xC3 || c == 0xD0) {
        fold_pair(c, d);
        h = (h ^ c) * fnv_prime;
        if (fits) low[n++] = c;
        c = d;
        ++i;
      }
    }
    h = (h ^ c) * fnv_prime;
    if (fits) low[n++] = c;
  }
  word w;
  w.hash = h;
  if (!fits) return w;
  const std::string_view lower(reinterpret_cast<const char*>(low), n);
  for (std::uint32_t at = h & in.mask; in.slots[at].length != 0;
       at = (at + 1) & in.mask) {
    const cue_slot& s = in.slots[at];
    if (s.length == n &&
        std::string_view(in.forms + s.begin, s.length) == lower) {
      take(s, w);
      break;
    }
  }
  return w;
}

// Words one after another. The table is larger than the nearest cache: it is
// asked for the slots of a whole batch before they are looked at.
class look_ups {
 public:
  // `end`: that of the text which the forms stand in.
  look_ups(const table& in, const char* end, std::vector<word>& out)
      : in_(in), end_(end), out_(out) {}

  // Sooner or later the word, with its cluster, is in the list.
  void add(std::string_view form, std::uint16_t cluster) {
    if (count_ == batch) finish();
    asked& a = all_[count_++];
    a.form = form;
    a.cluster = cluster;
    a.is_short = form.size() <= short_form::longest &&
                 a.letters.read(form.data(), form.size(), end_);
    if (!a.is_short) return;
    a.hash = hash_of(a.letters, form.size());
    learned::fetch(in_.slots + (a.hash & in_.mask));
  }
  // Those that are left.
  void finish() {
    for (std::size_t i = 0; i < count_; ++i) {
      const asked& a = all_[i];
      word w;
      if (a.is_short) {
        w.hash = a.hash;
        find_short(a.letters, a.form.size(), in_, w);
      } else {
        w = find_long(a.form, in_);
      }
      w.ending = ending_of(a.form);
      w.cluster = a.cluster;
      out_.push_back(w);
    }
    count_ = 0;
  }

 private:
  struct asked {
    std::string_view form;
    short_form letters;
    std::uint32_t hash;
    std::uint16_t cluster;
    bool is_short;
  };
  static constexpr std::size_t batch = 16;

  const table& in_;
  const char* end_;
  std::vector<word>& out_;
  asked all_[batch];
  std::size_t count_ = 0;
};

}  // namespace

word look_up(std::string_view form, text::language lang) {
  std::vector<word> one;
  const table in = table_for(lang);
  look_ups all(in, form.data() + form.size(), one);
  all.add(form, 0);
  all.finish();
  return one.front();
}

word_list look_up_all(const text::laid_text& laid) {
  word_list out;
  const std::size_t n = laid.tokens.size();
  out.distinct_.reserve(n);
  const table in = table_for(laid.lang);
  look_ups all(in, laid.clean.data() + laid.clean.size(), out.distinct_);
  for (const text::token& t : laid.tokens) all.add(t.where().of(laid.clean), 0);
  all.finish();
  return out;
}

word_list look_up_all(const text::laid_text& laid,
                      const entities::spellings& spelled) {
  const std::size_t n = laid.tokens.size();
  if (spelled.of_token.size() != n) return look_up_all(laid);
  word_list out;
  out.distinct_.reserve(spelled.cluster.size());
  out.number_ = &spelled.of_token;
  const table in = table_for(laid.lang);
  look_ups all(in, laid.clean.data() + laid.clean.size(), out.distinct_);
  std::uint32_t known = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t type = spelled.of_token[i];
    if (type < known) continue;  // numbers are in this order
    ++known;
    all.add(laid.tokens[i].where().of(laid.clean), spelled.cluster[type]);
  }
  all.finish();
  return out;
}

}  // namespace copydesk::quotes
