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
  std::string_view word;  // lower case, no points
  word_role roles[4];
};

struct phrase_entry {
  std::string_view words;  // parted by one space
  std::string_view date;   // "--12-25", or ""
};

// The roles of `word` (lower case, no points) in `lang`; null if it has none.
// Languages without a table of their own read the English one.
const word_entry* find_word(std::string_view word, text::language lang);

// A currency's ISO 4217 code (minor units end in a lower-case letter: USd is
// the cent), or a unit's symbol. Requires a value of such a class.
std::string_view code_of(int value);

// The named day with this index, or null past the last.
const phrase_entry* phrase_at(int index);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_WORDS_HPP_
