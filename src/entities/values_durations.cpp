// SPDX-License-Identifier: Apache-2.0
// values_durations.cpp - lengths of time of a day or more, and ages.
//
// Idea: a number and a unit ("three years"), joined by hyphens ("a 23-year-old
// man"), or a unit alone where the words around it measure ("for years").
// What a name is followed by between commas is an age.
// Cost: each rule looks at fewer than twenty atoms.
#include "entities/values_reader.hpp"

namespace copydesk::entities {
namespace {

constexpr bool counts_time(int unit) {
  return unit != static_cast<int>(date_unit::weekend);
}

}  // namespace

// A unit of at least a day: "day", "years", "fiscal year".
std::size_t value_reader::unit_at(std::size_t i, int& unit,
                                  bool& plural) const {
  if (any(i, glue::fiscal, glue::financial, glue::full, glue::whole,
          glue::entire, glue::single, glue::straight, glue::consecutive)) {
    ++i;
  }
  plural = has(i, word_class::date_units);
  if (!plural && !has(i, word_class::date_unit)) return 0;
  unit = plural ? at(i).value(word_class::date_units)
                : at(i).value(word_class::date_unit);
  return i + 1;
}

// Takes "ago", "later", "earlier", "old", "of age" behind a duration.
std::size_t value_reader::duration_tail(std::size_t end, draft& d) const {
  if (has(end, word_class::after)) {
    d.has_shift = true;
    d.shift = -1;
    return end + 1;
  }
  if (is(end, glue::from) && is(end + 1, glue::now)) {
    d.has_shift = true;
    d.shift = 1;
    return end + 2;
  }
  if (has(end, word_class::shift) && !is(end + 1, glue::than)) return end + 1;
  const std::size_t old = hyphen(end) ? end + 1 : end;
  if (is(old, glue::old)) return old + 1;
  if (is(end, glue::of) && is(end + 1, glue::age)) return end + 2;
  return end;
}

// Is "a week" at i a length of time, and not a rate ("40 barrels a week") or
// a place in a story ("one day")? Its surroundings must measure.
bool value_reader::article_duration(std::size_t i, std::size_t unit) const {
  const std::size_t j = unit;
  if (has(j, word_class::after) || has(j, word_class::shift)) return true;
  if (any(j, glue::after, glue::before, glue::from, glue::since, glue::old)) {
    return true;
  }
  if (i == 0) return false;
  return any(i - 1, glue::for_, glue::in, glue::within, glue::after, glue::than,
             glue::nearly, glue::almost, glue::about, glue::around, glue::over,
             glue::take, glue::takes, glue::took, glue::spend, glue::spent,
             glue::lasted, glue::lasting, glue::lasts, glue::just, glue::only,
             glue::under, glue::least, glue::roughly, glue::to, glue::by,
             glue::approximately);
}

// "three years", "two and a half weeks ago", "one year and six months".
phrase value_reader::duration(std::size_t i) const {
  const number_phrase n = amount(i);
  if (!n) return {};
  int unit = 0;
  bool plural = false;
  std::size_t j = n.end;
  if (is(j, glue::more)) ++j;
  const bool adjective = is(j, glue::full) || is(j, glue::whole);
  if (hyphen(j)) return {};
  j = unit_at(j, unit, plural);
  if (j == 0 || !counts_time(unit)) return {};
  if (!plural && is_number(i) && hyphen(j)) return {};
  if (n.article && !adjective && !article_duration(i, j)) return {};
  if (hyphen(j) && !is(j + 1, glue::old)) return {};
  if (unit == static_cast<int>(date_unit::quarter) &&
      (n.value < 2 || is(j, glue::of))) {
    return {};  // a share of something
  }
  if (n.open && i > 0 && is(i - 1, glue::as)) return {};  // in as many days
  if (n.article && plural) return {};
  phrase p = made(i, j, value_form::duration);
  p.says.unit = static_cast<std::uint8_t>(unit);
  p.says.amount = n.value;
  p.says.amount_to = n.to;
  p.says.open = n.open;
  number_phrase half;
  half.end = j;
  if (n.article) and_a_half(half);
  if (half.end != j) {  // a year and a half
    p.end = half.end;
    p.says.amount = n.value + half.value;
  }
  const std::size_t more = mark(j, ',') ? j + 1 : is(j, glue::and_) ? j + 1 : 0;
  if (more != 0) {
    const number_phrase m = number(more);
    int second = 0;
    bool many = false;
    const std::size_t end = m && !m.article ? unit_at(m.end, second, many) : 0;
    if (end != 0 && second < unit && counts_time(second) &&
        (is_number(more) || is(j, glue::and_))) {
      p.end = end;
      p.says.form = value_form::none;
    }
  }
  p.end = duration_tail(p.end, p.says);
  return p;
}

// "23-year-old", "three-day", "decades-long", "one-year-olds".
phrase value_reader::compound(std::size_t i) const {
  int unit = 0;
  bool plural = false;
  std::size_t j = i;
  number_phrase n;
  if (has(i, word_class::date_unit) || has(i, word_class::date_units)) {
    j = unit_at(i, unit, plural);
    if (!hyphen(j) ||
        !(is(j + 1, glue::old) || same_letters(word(j + 1), "long"))) {
      return {};
    }
    return made(i, j + 2, value_form::none);
  }
  n = number(i);
  if (!n || n.article) return {};
  const bool dash = hyphen(n.end);
  j = unit_at(dash ? n.end + 1 : n.end, unit, plural);
  if (j == 0 || (!dash && plural)) return {};
  if (unit == static_cast<int>(date_unit::quarter)) return {};
  phrase p = made(i, j, value_form::duration);
  p.says.unit = static_cast<std::uint8_t>(unit);
  p.says.amount = n.value;
  p.says.open = n.open;
  const std::size_t old = hyphen(j) ? j + 1 : j;
  if (is(old, glue::old) || same_letters(word(old), "long") ||
      (hyphen(j) && same_letters(word(old), "olds"))) {
    p.end = old + 1;
  } else if (hyphen(j)) {
    p.end = dash ? j : 0;
  } else if (!dash && n.value != 1) {
    p.end = 0;
  }
  return p;
}

// "years", "weeks later": a length without a number, where the words around
// say that it is one.
phrase value_reader::bare_units(std::size_t i) const {
  if (!has(i, word_class::date_units)) return {};
  if (at(i).value(word_class::date_units) >
      static_cast<int>(date_unit::millennium)) {
    return {};  // seasons, generations
  }
  phrase p = made(i, i + 1, value_form::duration);
  p.says.unit = static_cast<std::uint8_t>(at(i).value(word_class::date_units));
  p.says.open = true;
  p.end = duration_tail(p.end, p.says);
  if (p.end > i + 1) return p;
  if (any(i + 1, glue::after, glue::before)) return p;
  if (is(i + 1, glue::of) &&
      (i == 0 || (at(i - 1).classes == 0 && is_word(i - 1)) ||
       any(i - 1, glue::after, glue::for_, glue::with))) {
    return p;
  }
  if (i > 0 && any(i - 1, glue::for_, glue::in, glue::within, glue::take,
                   glue::takes, glue::took, glue::just, glue::over, glue::after,
                   glue::lasted, glue::spent)) {
    return p;
  }
  return {};
}

// "third day", "a second straight year", "the 30th week".
phrase value_reader::nth_unit(std::size_t i) const {
  const bool the = is(i, glue::the);
  std::size_t j = the || any(i, glue::a, glue::an) ? i + 1 : i;
  int number = 0, unit = 0;
  bool plural = false;
  std::size_t k = ordinal(j, number);
  if (k == 0) return {};
  if (hyphen(k) && any(k + 1, glue::straight, glue::consecutive)) ++k;
  if (any(k, glue::straight, glue::consecutive, glue::full)) ++k;
  const std::size_t end = unit_at(k, unit, plural);
  if (end == 0 || plural || hyphen(end)) return {};
  if (unit > static_cast<int>(date_unit::year) ||
      unit == static_cast<int>(date_unit::quarter)) {
    return {};
  }
  if (j == i && (i == 0 || any(i - 1, glue::the))) return {};
  if (the && number < 2) return {};
  return made(i, end, value_form::none);
}

// "60th anniversary", "first birthday", "one-year anniversary".
phrase value_reader::anniversary(std::size_t i) const {
  int number = 0;
  std::size_t j = ordinal(i, number);
  if (j == 0) {
    const number_phrase n = number_phrase(amount(i));
    if (!n || n.article) return {};
    int unit = 0;
    bool plural = false;
    j = unit_at(hyphen(n.end) ? n.end + 1 : n.end, unit, plural);
    if (j == 0 || plural) return {};
  }
  if (!any(j, glue::anniversary, glue::birthday)) return {};
  return made(i, j + 1, value_form::none);
}

// Is the number at i where a person's age stands: "Lopez, 61, ", "(61),"
// behind a name, "aged 61", "he was 61.", "died ... at 61"?
bool value_reader::age_place(std::size_t i) const {
  if (any(i - 1, glue::aged, glue::turned)) return true;
  const bool stop =
      mark(i + 1, '.') || mark(i + 1, ';') || i + 1 == atoms_.size();
  const bool close =
      stop || mark(i + 1, ',') || mark(i + 1, ')') ||
      (mark(i + 1, ':') && at(i - 2).letters == text::token_case::upper);
  if (!close || i < 2) return false;
  const std::size_t name =
      mark(i - 2, '.') && mark(i - 1, ',') && i > 2 ? i - 3 : i - 2;
  const atom& before = at(name);
  const bool named = is_word(name) && !has(name, word_class::month) &&
                     !has(name, word_class::month_short) &&
                     !has(name, word_class::weekday) &&
                     (before.letters != text::token_case::lower ||
                      (name > 0 && hyphen(name - 1)));
  if (mark(i - 1, ',') && at(i).space && (named || mark(i + 1, ','))) {
    return is_word(name);
  }
  if (mark(i - 1, '(') && joined(i) && mark(i + 1, ')') && named &&
      at(i).whole > 15) {
    return mark(i + 2, ',');
  }
  if (!stop) return false;
  if (any(i - 1, glue::was, glue::is) && any(i - 2, glue::he, glue::she)) {
    return true;
  }
  if (!is(i - 1, glue::at)) return false;
  for (std::size_t k = i - 1; k-- > 0 && k + 16 > i;) {
    if (is(k, glue::died)) return true;
  }
  return false;
}

// What an age may look like: ", 61,", "aged 61", "age of 61".
phrase value_reader::age(std::size_t i) const {
  if (is(i, glue::age)) {
    const std::size_t j = is(i + 1, glue::of) ? i + 2 : i + 1;
    const number_phrase n = number(j);
    if (!n || n.article || n.open || n.scaled || n.value > 120) return {};
    phrase p = made(i, n.end, value_form::duration);
    p.says.unit = static_cast<std::uint8_t>(date_unit::year);
    p.says.amount = n.value;
    return p;
  }
  if (!is_number(i) || i == 0) return {};
  const int years = at(i).whole;
  if (years < 1 || years > 115 || at(i).commas) return {};
  if (!age_place(i)) return {};
  phrase p = made(i, i + 1, value_form::duration);
  p.says.unit = static_cast<std::uint8_t>(date_unit::year);
  p.says.amount = years;
  return p;
}

}  // namespace copydesk::entities
