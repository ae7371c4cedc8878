// SPDX-License-Identifier: Apache-2.0
// values_words.hpp - what a word can be in a date, a time or an amount.
//
// Idea: the words of values are a closed class of about a thousand, kept as
// TSV in src/data and turned into a hash table that is constant data. One
// look-up a word gives all classes that the word may have; the grammar then
// works on classes and never on letters again.
// Cost: O(length of the word), no allocation, thread-safe.
#ifndef COPYDESK_SRC_ENTITIES_VALUES_WORDS_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_WORDS_HPP_

#include <cstdint>
#include <string_view>

#include "entities/values_glue.hpp"
#include "text/laid_text.hpp"

namespace copydesk::entities {

enum class word_class : std::uint8_t {
  none,
  cardinal,       // value: the number
  scale,          // million: power of ten
  scales,         // millions (of): power of ten
  vague,          // several, a dozen: the number, 0 if it is open
  ordinal,        // third: the number
  suffix,         // the th of 4th
  fraction,       // half, thirds: the denominator
  month,          // 1..12
  month_short,    // jan
  month_other,    // of other calendars
  weekday,        // 1..7, Monday is 1
  weekdays,       // Mondays
  weekday_short,  // mon
  date_unit,      // day, year: date_unit
  date_units,     // days
  time_unit,      // hour: time_unit
  time_units,     // hours
  day_part,       // evening: day_part
  day_parts,      // evenings
  day_point,      // noon: day_part
  season,         // spring: season
  deictic,        // today 0, yesterday -1, tomorrow 1
  tonight,
  overnight,
  edge,      // early, late, mid: edge
  shift,     // earlier, later: edge
  relative,  // last, next, this: relative
  boundary,  // end, start, middle: boundary
  after,     // ago, hence: after
  meridiem,  // am 0, pm 1
  zone,      // GMT 0, others 1
  percent,
  currency,       // dollars: code
  prefix,         // Rs, CHF before the number: code
  dollar_prefix,  // HK before $: code
  letter_prefix,  // R, K with the number joined on: code
  whose,          // Swiss francs, U.S. dollars: the code
  unit,           // kilometres: code
  phrase,         // first word of a named day: index of the phrase
  glue,           // of, the, in: glue
};

enum class date_unit : std::uint8_t {
  day,
  week,
  fortnight,
  month,
  quarter,
  semester,
  year,
  decade,
  century,
  millennium,
  weekend,
  season,
  generation,
};
enum class time_unit : std::uint8_t { hour, minute, second, millisecond };
enum class day_part : std::uint8_t {
  morning,
  afternoon,
  evening,
  night,
  midday,
  noon,
  midnight,
  dawn,
  dusk,
};
enum class season : std::uint8_t { spring, summer, autumn, winter };
enum class edge : std::uint8_t { early, late, mid, earlier, later };
enum class relative : std::uint8_t {
  last,
  next,
  past,
  this_,
  previous,
  following,
  coming,
  recent,
  current,
  same,
  that,
  each,
  another,
  final,
};
enum class boundary : std::uint8_t { end, start, mid, rest };
enum class after : std::uint8_t { ago, hence };

struct word_role {
  word_class cls = word_class::none;
  std::int16_t value = 0;
};

struct word_entry {
  std::string_view word;      // lower case, no points
  std::uint64_t classes = 0;  // bit c: it has a role of class c
  std::int16_t small = 0;     // the glue of it, 0 if none
  word_role roles[4];
};

constexpr word_entry entry_of(std::string_view word, word_role a,
                              word_role b = {}, word_role c = {},
                              word_role d = {}) {
  word_entry e{word, 0, 0, {a, b, c, d}};
  for (const word_role& r : e.roles) {
    if (r.cls == word_class::none) continue;
    e.classes |= std::uint64_t{1} << static_cast<unsigned>(r.cls);
    if (r.cls == word_class::glue) e.small = r.value;
  }
  return e;
}

struct phrase_entry {
  std::string_view words;  // parted by one space
  std::string_view date;   // "--12-25", or ""
};

// The words of one language, as an open table. Borrows constant data.
class word_table {
 public:
  // A slot is 0 or the number of its entry plus one, below the upper half of
  // the word's hash.
  constexpr word_table(const word_entry* words, const std::uint32_t* slots,
                       std::uint32_t mask)
      : words_(words), slots_(slots), mask_(mask) {}

  static constexpr std::uint32_t seed = 2166136261u;
  // FNV-1a, a byte at a time (Fowler, Noll, Vo).
  static constexpr std::uint32_t add(std::uint32_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }

  // The roles of `word` (lower case, no points); null if it has none.
  // Requires `hash` to be its hash.
  const word_entry* find(std::string_view word, std::uint32_t hash) const {
    for (std::uint32_t at = hash & mask_; slots_[at] != 0;
         at = (at + 1) & mask_) {
      if ((slots_[at] ^ hash) >> 16 != 0) continue;
      const word_entry& e = words_[(slots_[at] & 0xFFFF) - 1];
      if (e.word == word) return &e;
    }
    return nullptr;
  }
  const word_entry* find(std::string_view word) const {
    std::uint32_t hash = seed;
    for (char c : word) hash = add(hash, c);
    return find(word, hash);
  }

 private:
  const word_entry* words_;
  const std::uint32_t* slots_;
  std::uint32_t mask_;
};

// The table of `lang`; that of English for languages without one.
word_table words_of(text::language lang);

// A currency's ISO 4217 code (minor units end in a lower-case letter: USd is
// the cent), or a unit's symbol. Requires a value of such a class.
std::string_view code_of(int value);

// The named day with this index, or null past the last.
const phrase_entry* phrase_at(int index);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_WORDS_HPP_
