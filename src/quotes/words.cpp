// SPDX-License-Identifier: Apache-2.0
// Idea: the form is lower-cased (ASCII, Latin-1 and Cyrillic letters of two
// bytes: all that the tables hold) and hashed in one pass; the table is
// open addressing with linear probing, at most half full.
// Cost: O(length of the form), and one or two probes.
#include "quotes/words.hpp"

#include <cstddef>

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
  const cue_slot* slots;
  std::uint32_t mask;
};

template <std::size_t N>
constexpr table table_of(const char* forms, const cue_slot (&slots)[N]) {
  static_assert((N & (N - 1)) == 0, "a power of two");
  return {forms, slots, static_cast<std::uint32_t>(N - 1)};
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

// Curly apostrophes are read as straight ones: "isn\u2019t".
word find_word(std::string_view form, const table& in) {
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
      w.lemma = s.lemma;
      w.cue = static_cast<cue_class>(s.cue);
      w.flags = s.flags;
      w.tag = static_cast<word_tag>(s.tag);
      break;
    }
  }
  return w;
}

}  // namespace

word look_up(std::string_view form, text::language lang) {
  return find_word(form, table_for(lang));
}

word_list look_up_all(const text::laid_text& laid) {
  word_list out;
  const std::size_t n = laid.tokens.size();
  out.distinct_.reserve(n);
  out.own_.reserve(n);
  const table in = table_for(laid.lang);
  for (const text::token& t : laid.tokens) {
    out.own_.push_back(static_cast<std::uint32_t>(out.distinct_.size()));
    out.distinct_.push_back(find_word(t.where.of(laid.clean), in));
  }
  out.number_ = out.own_.data();
  return out;
}

word_list look_up_all(const text::laid_text& laid,
                      const entities::spellings& spelled) {
  const std::size_t n = laid.tokens.size();
  if (spelled.of_token.size() != n) return look_up_all(laid);
  word_list out;
  out.distinct_.reserve(spelled.cluster.size());
  out.number_ = spelled.of_token.data();
  const table in = table_for(laid.lang);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t type = spelled.of_token[i];
    if (type < out.distinct_.size()) continue;  // numbers are in this order
    out.distinct_.push_back(find_word(laid.tokens[i].where.of(laid.clean), in));
    out.distinct_.back().cluster = spelled.cluster[type];
  }
  return out;
}

}  // namespace copydesk::quotes
