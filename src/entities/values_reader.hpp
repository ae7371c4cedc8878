// SPDX-License-Identifier: Apache-2.0
// values_reader.hpp - the grammar of values over the atoms of one sentence.
//
// Idea: every rule is a function from a place to the place where its phrase
// ends. A rule looks at a bounded number of atoms, so that trying them all at
// every place is linear. The driver (values.cpp) takes the longest phrase at
// each place and goes on behind it.
// Invariant: a match ends after it begins, within the sentence.
#ifndef COPYDESK_SRC_ENTITIES_VALUES_READER_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_READER_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"
#include "entities/values_atoms.hpp"

namespace copydesk::entities {

// How a value is written down (values_format.cpp).
enum class value_form : std::uint8_t {
  none,
  date,        // year, month, day; each 0 if it is not said
  weekday,     // day = 1..7; shift -1 last, 0 plain, 1 next
  unit_shift,  // shift units of `unit` from the document's date
  duration,    // amount of `unit`
  decade,      // year = the first of it
  century,     // year = its number
  quarter,     // year, month = its number
  half_year,   // year, month = its number
  season,      // year, month = its number (spring is 1)
  fixed,       // text, as it stands
  clock,       // amount = minutes of the day; day, shift as in weekday
  money,       // amount of code
  percent,     // amount
  quantity,    // amount of code
};

// What a phrase says, before it is written down.
struct draft {
  value_form form = value_form::none;
  std::uint8_t unit = 0;  // date_unit, or 100 + time_unit
  std::int16_t code = 0;
  std::int16_t shift = 0;
  std::int32_t year = 0;
  std::int16_t month = 0;
  std::int16_t day = 0;
  bool open = false;  // "several": the amount is not known
  bool has_shift = false;
  bool year_shift = false;  // shift counts years: "May of last year"
  bool utc = false;         // clock: GMT
  bool per_hour = false;    // quantity: a speed
  std::int8_t power = 1;    // quantity: square 2, cubic 3
  std::int8_t part = 0;     // clock: 1 + day_part
  double amount = 0;
  double amount_to = 0;  // end of a range; 0 if it is none
  std::string_view text;
};

// A phrase [begin, end) in atoms; end == 0: none.
struct phrase {
  std::size_t begin = 0;
  std::size_t end = 0;
  entity_type type = entity_type::date;
  draft says;

  explicit operator bool() const { return end != 0; }
};

inline phrase made(std::size_t begin, std::size_t end, value_form form,
                   entity_type type = entity_type::date) {
  phrase p;
  p.begin = begin;
  p.end = end;
  p.type = type;
  p.says.form = form;
  return p;
}

// Keeps the longer of two; the first if they are equal.
inline void longer(phrase& best, const phrase& other) {
  if (other.end > best.end) best = other;
}

struct number_phrase {
  std::size_t end = 0;  // 0: none
  double value = 0;
  double to = 0;         // of a range
  bool open = false;     // several, few, dozens
  bool article = false;  // only "a" or "an"
  bool word = false;     // spelled out
  bool scaled = false;   // with million, dozen, ...

  explicit operator bool() const { return end != 0; }
};

// Equal but for the case of ASCII letters; `lower` is in lower case.
bool same_letters(std::string_view any_case, std::string_view lower);

class value_reader {
 public:
  // Borrows both.
  value_reader(const std::vector<atom>& atoms, std::string_view clean)
      : atoms_(atoms), clean_(clean) {}

  // The longest value that begins at atom i; what no rule knows has end 0.
  // Requires i < atoms.size().
  phrase longest(std::size_t i) const;

  // Can one begin there? A quick test that is never wrongly false.
  bool may_begin(std::size_t i) const;
  phrase implied_money(std::size_t i, std::int16_t code) const;

 private:
  // Atoms and their roles; all are false past either end.
  const atom& at(std::size_t i) const {
    return i < atoms_.size() ? atoms_[i] : none_;
  }
  bool has(std::size_t i, word_class c) const { return at(i).has(c); }
  int value(std::size_t i, word_class c) const {
    return has(i, c) ? at(i).value(c) : -1;
  }
  bool is(std::size_t i, glue g) const {
    return at(i).small == static_cast<int>(g);
  }
  template <class... G>
  bool any(std::size_t i, G... g) const {
    return (is(i, g) || ...);
  }
  bool mark(std::size_t i, char c) const {
    return i < atoms_.size() && atoms_[i].kind == atom_kind::mark &&
           atoms_[i].mark == c;
  }
  bool is_number(std::size_t i) const {
    return i < atoms_.size() && atoms_[i].kind == atom_kind::number;
  }
  bool is_word(std::size_t i) const {
    return i < atoms_.size() && atoms_[i].kind == atom_kind::word;
  }
  // No white space between atom i and the one before.
  bool joined(std::size_t i) const {
    return i > 0 && i < atoms_.size() && !atoms_[i].space;
  }
  // A hyphen inside a word: nothing but letters or digits around it.
  bool hyphen(std::size_t i) const {
    return mark(i, '-') && joined(i) && joined(i + 1);
  }
  bool counted_noun(std::size_t i) const;
  bool name_like(std::size_t i) const;  // a capitalised word without a role
  std::string_view word(std::size_t i) const {
    return clean_.substr(at(i).begin, at(i).end - at(i).begin);
  }

  // values_numbers.cpp
  number_phrase number(std::size_t i, bool letters = false) const;
  number_phrase amount(std::size_t i, bool letters = false) const;
  number_phrase spelled(std::size_t i) const;
  number_phrase cardinal(std::size_t i) const;
  number_phrase vague(std::size_t i) const;
  void scale(number_phrase& n, bool letters) const;
  void and_a_half(number_phrase& n) const;
  std::size_t ordinal(std::size_t i, int& value) const;

  // values_calendar.cpp
  phrase calendar(std::size_t i) const;
  phrase month_first(std::size_t i) const;
  phrase day_first(std::size_t i) const;
  phrase digits_date(std::size_t i) const;
  phrase year(std::size_t i) const;
  phrase decade(std::size_t i) const;
  phrase century(std::size_t i) const;
  phrase quarter(std::size_t i) const;
  phrase fiscal(std::size_t i) const;
  phrase named_day(std::size_t i) const;
  phrase era(std::size_t i) const;
  std::size_t month_at(std::size_t i, int& month, bool& brief) const;
  bool month_alone(std::size_t i) const;
  bool month_day(std::size_t i) const;
  std::size_t day_at(std::size_t i, int& day) const;
  bool year_number(std::size_t i) const;
  bool year_context(std::size_t i) const;
  std::size_t year_tail(std::size_t i, draft& d) const;

  // values_years.cpp, values_periods.cpp, values_durations.cpp
  phrase date(std::size_t i) const;
  phrase date_core(std::size_t i) const;
  phrase edged(std::size_t i) const;
  phrase bounded(std::size_t i) const;
  phrase part_of(std::size_t i) const;
  phrase related(std::size_t i) const;
  phrase related_name(std::size_t i, std::size_t j, relative rel) const;
  phrase same_period(std::size_t i, std::size_t j) const;
  phrase duration(std::size_t i) const;
  phrase compound(std::size_t i) const;
  phrase bare_units(std::size_t i) const;
  phrase nth_unit(std::size_t i) const;
  phrase anniversary(std::size_t i) const;
  phrase seasonal(std::size_t i) const;
  phrase bare_season(std::size_t i) const;
  phrase day_before(std::size_t i) const;
  phrase year_to(std::size_t i) const;
  phrase other_month(std::size_t i) const;
  phrase age(std::size_t i) const;
  bool age_place(std::size_t i) const;
  bool article_duration(std::size_t i, std::size_t unit) const;
  std::size_t duration_tail(std::size_t end, draft& d) const;
  std::size_t unit_at(std::size_t i, int& unit, bool& plural) const;

  // values_times.cpp
  phrase time_of_day(std::size_t i) const;
  struct clock_digits {
    std::size_t end = 0;
    int hour = 0;
    int minute = 0;
    bool sure = false;      // 14:30
    bool military = false;  // 1430
  };
  clock_digits hour_at(std::size_t i) const;
  phrase clock(std::size_t i) const;
  phrase part_of_day(std::size_t i) const;
  phrase hours(std::size_t i) const;
  phrase nth_minute(std::size_t i) const;
  phrase past_hour(std::size_t i) const;
  std::size_t meridiem(std::size_t i, int& hours) const;
  std::size_t zone(std::size_t i) const;
  std::size_t time_unit_at(std::size_t i, int& unit, bool& plural) const;

  // values_amounts.cpp
  phrase money(std::size_t i) const;
  phrase symbol_money(std::size_t i) const;
  phrase named_money(std::size_t i) const;
  phrase percent(std::size_t i) const;
  phrase quantity(std::size_t i) const;
  phrase magnitude(std::size_t i) const;
  std::size_t currency_at(std::size_t i, int& code) const;
  std::size_t prefix_at(std::size_t i, int& code) const;
  std::size_t measure_at(std::size_t i, draft& d) const;

  const std::vector<atom>& atoms_;
  std::string_view clean_;
  atom none_;
};

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_READER_HPP_
