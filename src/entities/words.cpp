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
#include "model/short_words.hpp"
#include "text/room.hpp"
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

constexpr int longest_shape = 10;  // runs

// The shapes of a word, a run of one class of characters counted once.
struct shape_runs {
  std::uint64_t cased = 1, plain = 1;
  char last = 0, last_plain = 0;
  int length = 0, plain_length = 0;

  // The class of the next character, with case and without.
  void add(char c, char p) {
    if (c == last) return;  // and so is p the last one
    cased = cased * 131 + static_cast<unsigned char>(c);
    ++length;
    if (p != last_plain && plain_length < longest_shape) {
      plain = plain * 131 + static_cast<unsigned char>(p);
      ++plain_length;
    }
    last = c;
    last_plain = p;
  }
  void finish(std::string_view spelled, word& out) {
    // One capital alone, or with its point, is an initial.
    if (spelled.size() == 1) cased = cased * 131 + 1;
    if (spelled.size() == 2 && spelled[1] == '.') cased = cased * 131 + 2;
    out.shape = cased;
    out.plain_shape = plain;
  }
};

// Classes of characters, runs made one: Xx, d, X.X.
void shapes(std::string_view spelled, word& out) {
  shape_runs runs;
  for (std::size_t i = 0; i < spelled.size() && runs.length < longest_shape;) {
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
    runs.add(c, c == 'X' ? 'x' : c);
  }
  runs.finish(spelled, out);
}

// What a character of ASCII is in a shape, with case and without.
struct ascii_classes {
  char cased[128], plain[128];
};
constexpr ascii_classes make_classes() {
  ascii_classes out{};
  for (int i = 0; i < 128; ++i) {
    const char a = static_cast<char>(i);
    const bool upper = a >= 'A' && a <= 'Z', lower = a >= 'a' && a <= 'z';
    const char c = a >= '0' && a <= '9' ? 'd' : a;
    out.cased[i] = upper ? 'X' : lower ? 'x' : c;
    out.plain[i] = upper || lower ? 'x' : c;
  }
  return out;
}
constexpr ascii_classes classes_of_ascii = make_classes();

// The same of a word in ASCII of at most 16 bytes.
void ascii_shapes(std::string_view spelled, word& out) {
  shape_runs runs;
  for (const char a : spelled) {
    if (runs.length == longest_shape) break;
    const auto i = static_cast<unsigned char>(a);
    runs.add(classes_of_ascii.cased[i], classes_of_ascii.plain[i]);
  }
  runs.finish(spelled, out);
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
struct two_hashes {
  std::uint64_t a, b;

  two_hashes(std::uint64_t seed_a, std::uint64_t seed_b)
      : a(seed_a ^ learned::fnv_basis), b(seed_b ^ learned::fnv_basis) {}
  void add(char c) {
    a = (a ^ static_cast<unsigned char>(c)) * learned::fnv_prime;
    b = (b ^ static_cast<unsigned char>(c)) * learned::fnv_prime;
  }
  void finish() {
    a = learned::spread(a);
    b = learned::spread(b);
  }
};

// What a spelling is known by within one document: eight bytes a step.
std::uint64_t spelling(std::string_view s) {
  if (s.size() <= learned::longest_short_word) {
    const learned::short_word w = learned::loaded(s);
    return mix(mix(s.size(), w.low), w.high);
  }
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

// What a spelling tells by itself, and the keys of its clusters; `folded` is
// memory to work in.
void read_facts(std::string_view spelled, std::string& folded, word& w,
                std::uint64_t& cased_class, std::uint64_t& lower_class) {
  two_hashes cased(1, cased_seed), lower(0, lower_seed);
  const bool brief = spelled.size() <= learned::longest_short_word;
  const learned::short_word s =
      brief ? learned::loaded(spelled) : learned::short_word();
  if (brief && !learned::beyond_ascii(s)) {
    char low[learned::longest_short_word];
    learned::store(learned::in_small_letters(s), low);
    for (std::size_t i = 0; i < spelled.size(); ++i) {
      cased.add(spelled[i]);
      lower.add(low[i]);
    }
    ascii_shapes(spelled, w);
    parts({low, spelled.size()}, w);
  } else {
    folded.clear();
    fold(spelled, folded);
    for (const char c : spelled) cased.add(c);
    for (const char c : folded) lower.add(c);
    shapes(spelled, w);
    parts(folded, w);
  }
  cased.finish();
  lower.finish();
  w.cased = cased.a;
  w.lower = lower.a;
  cased_class = cased.b;
  lower_class = lower.b;
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
  in_phrase_.assign(laid.tokens.size(), 0);
  if (lists != nullptr) find_phrases(*lists);
  find_evidence();
}

std::vector<std::uint32_t> words::number_types() {
  std::vector<std::uint32_t> out;
  // A long text has fewer new words the longer it gets.
  const std::size_t expected =
      std::min(laid_.tokens.size() / 2, std::size_t{1} << 14);
  numbering spelled(expected);
  types_of_tokens_.reserve(laid_.tokens.size());
  out.reserve(std::min<std::size_t>(expected, 512));
  for (std::uint32_t i = 0; i < laid_.tokens.size(); ++i) {
    const std::string_view s = laid_.tokens[i].where().of(laid_.clean);
    const auto [type, is_new] =
        spelled.get(spelling(s), static_cast<std::uint32_t>(out.size()));
    types_of_tokens_.push_back(type);
    if (is_new) out.push_back(i);
  }
  return out;
}

void words::find_types(const learned::table* lists,
                       const learned::table* clusters) {
  // First how many there are, so that they take no more memory than they need.
  const std::vector<std::uint32_t> firsts = number_types();
  types_.resize(firsts.size());
  numbering folded(2 * firsts.size());
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
  for (std::size_t type = 0; type < firsts.size(); ++type) {
    const text::token& t = laid_.tokens[firsts[type]];
    const std::string_view s = t.where().of(laid_.clean);
    word& w = types_[type];
    w.kind = t.kind;
    w.letters = t.letters;
    std::uint64_t cased_class = 0, lower_class = 0;
    read_facts(s, low, w, cased_class, lower_class);
    if (clusters != nullptr) {
      clusters->fetch(cased_class);
      clusters->fetch(lower_class);
    }
    if (lists != nullptr) lists->fetch(phrase_key(0, w.lower));
    const auto [number, first] =
        folded.get(w.lower, static_cast<std::uint32_t>(folded_.size()));
    if (first) {
      text::make_room_if_full(folded_, type, firsts.size() - type);
      folded_.emplace_back();
    }
    w.folded = number;
    wait[count++] = {type, cased_class, lower_class};
    if (count == batch) look_up();
  }
  look_up();
}

void words::give_spellings(text::packed_numbers& of_token,
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
      if (t.where().size() < 2 || !letters(t.letters)) continue;
      if (t.letters == token_case::upper)
        ++upper;
      else if (t.letters == token_case::lower)
        lower += t.where().size() > 3;
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
