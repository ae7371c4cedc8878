// SPDX-License-Identifier: Apache-2.0
// words.cpp - see words.hpp.
//
// Idea: two open-addressed tables, from the hash of a spelling to its number
// and from the hash of a folded form to its number. Hashes stand for words: two
// words of one 64-bit hash would share their facts, which harms nothing.
#include "entities/words.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "entities/fold.hpp"
#include "entities/gazetteer.hpp"
#include "model/hash.hpp"
#include "unicode/props.hpp"

namespace copydesk::entities {
namespace {

using learned::hash_of;
using learned::mix;
using text::token_case;
using text::token_kind;

// From 64-bit keys to consecutive numbers.
class numbering {
 public:
  explicit numbering(std::size_t expected) {
    std::size_t size = 64;
    while (size < expected) size *= 2;
    slots_.assign(size, {0, free});
  }
  // The number of `key`; `next` and true if it is new.
  std::pair<std::uint32_t, bool> get(std::uint64_t key, std::uint32_t next) {
    if (2 * used_ >= slots_.size()) grow();
    slot& s = find(key);
    if (s.number != free) return {s.number, false};
    s = {key, next};
    ++used_;
    return {next, true};
  }

 private:
  struct slot {
    std::uint64_t key;
    std::uint32_t number;
  };
  static constexpr std::uint32_t free = 0xffffffff;

  slot& find(std::uint64_t key) {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].number != free && slots_[at].key != key) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }
  void grow() {
    std::vector<slot> old(slots_.size() * 2, {0, free});
    old.swap(slots_);
    for (const slot& s : old) {
      if (s.number != free) find(s.key) = s;
    }
  }

  std::vector<slot> slots_;
  std::size_t used_ = 0;
};

constexpr std::uint64_t cased_seed = 0xc1, lower_seed = 0xc2;

// Classes of characters, runs made one: Xx, d, X.X.
void shapes(std::string_view spelled, word& out) {
  std::uint64_t cased = 1, plain = 1;
  char last = 0, last_plain = 0;
  int length = 0, plain_length = 0;
  for (std::size_t i = 0; i < spelled.size() && length < 10;) {
    const unicode::decoded d = unicode::decode_at(spelled, i);
    i += d.len;
    char c = 'o';
    if (d.c < 0x80) {
      const char a = static_cast<char>(d.c);
      c = a >= 'A' && a <= 'Z'   ? 'X'
          : a >= 'a' && a <= 'z' ? 'x'
          : a >= '0' && a <= '9' ? 'd'
                                 : a;
    } else {
      const unicode::letter_case lc = unicode::properties_of(d.c).letters;
      if (lc == unicode::letter_case::lower) c = 'x';
      if (lc == unicode::letter_case::upper) c = 'X';
      if (d.c == 0x2019) c = '\'';
      if (d.c >= 0x2010 && d.c <= 0x2015) c = '-';
    }
    const char p = c == 'X' ? 'x' : c;
    if (c != last) {
      cased = cased * 131 + static_cast<unsigned char>(c);
      ++length;
    }
    if (p != last_plain && plain_length < 10) {
      plain = plain * 131 + static_cast<unsigned char>(p);
      ++plain_length;
    }
    last = c;
    last_plain = p;
  }
  // One capital alone, or with its point, is an initial.
  if (spelled.size() == 1) cased = cased * 131 + 1;
  if (spelled.size() == 2 && spelled[1] == '.') cased = cased * 131 + 2;
  out.shape = cased;
  out.plain_shape = plain;
}

constexpr std::uint64_t part_basis = 7 ^ learned::fnv_basis;

// Hashes, with seed 7, of the first 3 and 4 bytes of a folded word and of its
// last 2, 3 and 4, or as many as it has.
void parts(std::string_view folded, word& w) {
  const std::size_t n = folded.size();
  const std::uint64_t three = learned::fnv(part_basis, folded.substr(0, 3));
  w.prefix[0] = learned::spread(three);
  w.prefix[1] = n < 4
                    ? w.prefix[0]
                    : learned::spread(learned::fnv(three, folded.substr(3, 1)));
  for (std::size_t k = 0; k < w.suffix.size(); ++k) {
    const std::string_view end = folded.substr(n - std::min(n, k + 2));
    w.suffix[k] = learned::spread(learned::fnv(part_basis, end));
  }
}

// hash_of() with two seeds at once: each waits for its own products alone.
std::pair<std::uint64_t, std::uint64_t> two_hashes(std::string_view text,
                                                   std::uint64_t a,
                                                   std::uint64_t b) {
  a ^= learned::fnv_basis;
  b ^= learned::fnv_basis;
  for (const char c : text) {
    a = (a ^ static_cast<unsigned char>(c)) * learned::fnv_prime;
    b = (b ^ static_cast<unsigned char>(c)) * learned::fnv_prime;
  }
  return {learned::spread(a), learned::spread(b)};
}

// What a spelling is known by within one document: eight bytes a step.
std::uint64_t spelling(std::string_view s) {
  std::uint64_t h = s.size(), part = 0;
  while (s.size() >= sizeof part) {
    std::memcpy(&part, s.data(), sizeof part);
    h = mix(h, part);
    s.remove_prefix(sizeof part);
  }
  part = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    part |= std::uint64_t{static_cast<unsigned char>(s[i])} << (8 * i);
  }
  return mix(h, part);
}

// What a spelling tells by itself.
word facts(std::string_view spelled, std::string_view folded,
           const text::token& t) {
  word w;
  w.kind = t.kind;
  w.letters = t.letters;
  shapes(spelled, w);
  parts(folded, w);
  return w;
}

bool letters(token_case c) { return c != token_case::none; }

}  // namespace

std::uint64_t spelled_key(std::string_view as_spelled) {
  return hash_of(as_spelled, 1);
}
std::uint64_t cluster_key(std::string_view as_spelled) {
  return hash_of(as_spelled, cased_seed);
}
std::uint64_t plain_cluster_key(std::string_view folded) {
  return hash_of(folded, lower_seed);
}

words::words(const text::laid_text& laid, const learned::table* lists,
             const learned::table* clusters)
    : laid_(laid) {
  find_types(lists, clusters);
  find_cases();
  phrases_.assign(laid.tokens.size(), 0);
  if (lists != nullptr) find_phrases(*lists);
  find_evidence();
}

void words::find_types(const learned::table* lists,
                       const learned::table* clusters) {
  // A long text has fewer new words the longer it gets.
  const std::size_t expected =
      std::min(laid_.tokens.size() / 2, std::size_t{1} << 14);
  numbering spelled(expected), folded(expected);
  types_of_tokens_.reserve(laid_.tokens.size());
  types_.reserve(std::min<std::size_t>(expected, 512));
  // Words that wait for what memory has about them: side by side.
  struct waiting {
    std::size_t type;
    std::uint64_t cased_class, lower_class;
  };
  constexpr std::size_t batch = 32;
  waiting wait[batch];
  std::size_t count = 0;
  const auto look_up = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      word& w = types_[wait[i].type];
      if (clusters != nullptr) {
        w.cluster = clusters->get(wait[i].cased_class);
        w.own_cluster = w.cluster;
        w.plain_cluster = clusters->get(wait[i].lower_class);
        if (w.cluster == 0) w.cluster = w.plain_cluster;
        if (w.plain_cluster == 0) w.plain_cluster = w.cluster;
      }
      if (lists != nullptr) {
        w.lists =
            static_cast<std::uint16_t>(lists->get(phrase_key(0, w.lower)));
      }
    }
    count = 0;
  };
  std::string low;
  for (const text::token& t : laid_.tokens) {
    const std::string_view s = t.where.of(laid_.clean);
    const auto [type, is_new] =
        spelled.get(spelling(s), static_cast<std::uint32_t>(types_.size()));
    types_of_tokens_.push_back(type);
    if (!is_new) continue;
    low.clear();
    fold(s, low);
    word w = facts(s, low, t);
    const auto [cased, cased_class] = two_hashes(s, 1, cased_seed);
    const auto [lower, lower_class] = two_hashes(low, 0, lower_seed);
    w.cased = cased;
    w.lower = lower;
    if (clusters != nullptr) {
      clusters->fetch(cased_class);
      clusters->fetch(lower_class);
    }
    if (lists != nullptr) lists->fetch(phrase_key(0, lower));
    const auto [number, first] =
        folded.get(w.lower, static_cast<std::uint32_t>(folded_.size()));
    if (first) folded_.emplace_back();
    w.folded = number;
    wait[count++] = {types_.size(), cased_class, lower_class};
    types_.push_back(w);
    if (count == batch) look_up();
  }
  look_up();
  // They stay for as long as names are looked for.
  if (types_.size() > 4096) {
    types_.shrink_to_fit();
    folded_.shrink_to_fit();
  }
}

void words::give_spellings(std::vector<std::uint32_t>& of_token,
                           std::vector<std::uint16_t>& cluster) {
  cluster.reserve(types_.size());
  for (const word& w : types_) cluster.push_back(w.own_cluster);
  of_token = std::move(types_of_tokens_);
}

void words::find_cases() {
  cases_.reserve(laid_.sentences.size());
  for (const text::sentence& s : laid_.sentences) {
    std::uint32_t lower = 0, upper = 0, title = 0;
    for (std::uint32_t i = s.first_token; i < s.token_end; ++i) {
      const text::token& t = laid_.tokens[i];
      // Short words are in lower case in headlines too, and one letter alone
      // says nothing.
      if (t.where.size() < 2 || !letters(t.letters)) continue;
      if (t.letters == token_case::upper)
        ++upper;
      else if (t.letters == token_case::lower)
        lower += t.where.size() > 3;
      else
        ++title;
    }
    const std::uint32_t all = lower + upper + title;
    sentence_case c = sentence_case::normal;
    if (upper + title == 0 && lower >= 2) c = sentence_case::none;
    if (upper >= 3 && upper * 10 >= all * 9) c = sentence_case::none;
    if (c == sentence_case::normal && all >= 4 && title + upper > lower * 4) {
      c = sentence_case::titled;
    }
    cases_.push_back(c);
  }
}

void words::find_phrases(const learned::table& lists) {
  for (std::uint32_t s = 0; s < laid_.sentences.size(); ++s) {
    const text::sentence& where = laid_.sentences[s];
    const bool caseless = cases_[s] == sentence_case::none;
    for (std::uint32_t i = where.first_token; i < where.token_end; ++i) {
      if (!caseless && !capital(i)) continue;
      const word& first = (*this)[i];
      if ((first.lists & goes_on) == 0) continue;
      std::uint64_t key = phrase_key(0, first.lower);
      const std::uint32_t end = std::min(where.token_end, i + max_phrase);
      for (std::uint32_t k = i + 1; k < end; ++k) {
        key = phrase_key(key, (*this)[k].lower);
        const std::uint32_t found = lists.get(key);
        const std::uint32_t on = found & ~std::uint32_t{goes_on};
        if (on != 0) {
          phrases_[i] |= on;
          for (std::uint32_t j = i + 1; j <= k; ++j) phrases_[j] |= on << 16;
        }
        if ((found & goes_on) == 0) break;
      }
    }
  }
}

void words::find_evidence() {
  for (std::uint32_t s = 0; s < laid_.sentences.size(); ++s) {
    if (cases_[s] == sentence_case::none) continue;
    const text::sentence& where = laid_.sentences[s];
    for (std::uint32_t i = where.first_token; i < where.token_end; ++i) {
      folded_word& f = folded_[(*this)[i].folded];
      if (!capital(i)) {
        f.lower_places += laid_.tokens[i].letters == token_case::lower;
        continue;
      }
      if (i != where.first_token && cases_[s] == sentence_case::normal) {
        ++f.capital_places;
      }
      if (f.place_count < f.places.size()) f.places[f.place_count] = i;
      ++f.place_count;
    }
  }
}

}  // namespace copydesk::entities
