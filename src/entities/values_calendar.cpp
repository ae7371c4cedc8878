// SPDX-License-Identifier: Apache-2.0
// values_calendar.cpp - days, months, years, decades and named days.
//
// Idea: a month's name anchors a date; what stands around it (weekday, day,
// year) is taken in. A number of four digits alone is a year unless something
// says that it counts or numbers things.
// Cost: each rule looks at fewer than twenty atoms.
#include "entities/values_reader.hpp"

namespace copydesk::entities {
namespace {

bool in(int v, int low, int high) { return v >= low && v <= high; }

}  // namespace

// A month's name at i, with the point of its short form.
std::size_t value_reader::month_at(std::size_t i, int& month,
                                   bool& brief) const {
  brief = has(i, word_class::month_short);
  if (brief) {
    if (at(i).letters == text::token_case::lower && !is_number(i + 1) &&
        !(i > 0 && is_number(i - 1))) {
      return 0;
    }
    month = at(i).value(word_class::month_short);
    return mark(i + 1, '.') && joined(i + 1) ? i + 2 : i + 1;
  }
  if (!has(i, word_class::month)) return 0;
  month = at(i).value(word_class::month);
  return i + 1;
}

// May the month's name at i stand alone? "May" may be a verb, "March" an
// event, "April" a person.
bool value_reader::month_alone(std::size_t i) const {
  const int month = value(i, word_class::month);
  if (month < 0) return false;
  const bool verb = month == 5 || month == 3;
  const bool name = month == 4 || month == 6 || month == 8;
  if (i == 0 && verb) return false;
  const bool led =
      i > 0 && (any(i - 1, glue::in, glue::since, glue::until, glue::till,
                    glue::by, glue::from, glue::of, glue::through, glue::for_,
                    glue::between, glue::during, glue::before, glue::after) ||
                has(i - 1, word_class::relative) ||
                has(i - 1, word_class::edge) || hyphen(i - 1));
  if (at(i).letters == text::token_case::lower) {
    const int rel = i > 0 ? value(i - 1, word_class::relative) : -1;
    return led && !hyphen(i + 1) && rel != static_cast<int>(relative::that) &&
           rel != static_cast<int>(relative::each);
  }
  if (!verb && !name) return true;
  if (name_like(i + 1) && joined(i + 1) == false) return led && !name;
  if (!verb) return i == 0 || !name_like(i - 1) || led;
  const bool listed =
      i > 0 && (mark(i - 1, ',') || mark(i - 1, '(') ||
                any(i - 1, glue::and_, glue::to, glue::or_, glue::on));
  return led || listed;
}

// The day of a month at i: "5", "5th", "fifth".
std::size_t value_reader::day_at(std::size_t i, int& day) const {
  if (is_number(i)) {
    const atom& a = at(i);
    if (a.digits > 2 || !in(a.whole, 1, 31)) return 0;
    day = a.whole;
    if (joined(i + 1) && has(i + 1, word_class::suffix)) return i + 2;
    if (joined(i + 1) && is_word(i + 1)) return 0;
    if (mark(i + 1, ':') && joined(i + 1) && is_number(i + 2) &&
        joined(i + 2)) {
      return 0;
    }
    if (has(i + 1, word_class::percent)) return 0;
    return i + 1;
  }
  const std::size_t end = ordinal(i, day);
  return end != 0 && in(day, 1, 31) ? end : 0;
}

bool value_reader::year_number(std::size_t i) const {
  return is_number(i) && !at(i).commas && at(i).digits == 4 &&
         in(at(i).whole, 1000, 2199) && !(joined(i + 1) && is_word(i + 1)) &&
         !has(i + 1, word_class::percent);
}

// Takes what says the year behind a date: ", 2017", "of last year".
std::size_t value_reader::year_tail(std::size_t i, draft& d) const {
  std::size_t j = i;
  if (mark(j, ',') || is(j, glue::of)) ++j;
  if (year_number(j)) {
    d.year = at(j).whole;
    return j + 1;
  }
  const int rel = value(j, word_class::relative);
  const bool near = rel == static_cast<int>(relative::last) ||
                    rel == static_cast<int>(relative::this_) ||
                    rel == static_cast<int>(relative::next);
  const auto year = static_cast<int>(date_unit::year);
  if (near && value(j + 1, word_class::date_unit) == year && !mark(i, ',')) {
    d.year_shift = true;
    d.shift = rel == static_cast<int>(relative::last)   ? -1
              : rel == static_cast<int>(relative::next) ? 1
                                                        : 0;
    return j + 2;
  }
  return i;
}

// "March", "March 5", "Oct. 5-7, 2017", "June second", "May 2009".
phrase value_reader::month_first(std::size_t i) const {
  phrase p;
  int month = 0, day = 0, to = 0;
  bool brief = false;
  std::size_t j = month_at(i, month, brief);
  if (j == 0) return p;
  if (i > 1 && hyphen(i - 1) && is_number(i - 2)) return p;  // 07-May: a score
  p = made(i, j, value_form::date);
  p.says.month = static_cast<std::int16_t>(month);
  const std::size_t day_end = day_at(j, day);
  if (day_end != 0) {
    p.says.day = static_cast<std::int16_t>(day);
    p.end = day_end;
    const bool dash = mark(day_end, '-');
    if ((dash || any(day_end, glue::to, glue::and_)) &&
        (is_number(day_end + 1) || has(day_end + 1, word_class::ordinal))) {
      const std::size_t end = day_at(day_end + 1, to);
      const bool plain = end != 0 && to > day && !has(end, word_class::month);
      if (plain && (dash || !is_word(end) || at(end).classes != 0)) {
        p.end = end;
      }
    }
    p.end = year_tail(p.end, p.says);
    return p;
  }
  p.end = year_tail(j, p.says);
  if (p.says.year != 0) return p;
  if (brief || !month_alone(i)) return {};
  if (hyphen(j) && has(j + 1, word_class::month)) p.end = j + 2;
  if (month_day(j)) p.end = j + 1;
  return p;
}

// "January day": a day of that month, whichever it was.
bool value_reader::month_day(std::size_t i) const {
  return value(i, word_class::date_unit) == static_cast<int>(date_unit::day) &&
         !hyphen(i + 1) && at(i).letters == text::token_case::lower;
}

// "5 March", "14th of February 2017", "5-7 March".
phrase value_reader::day_first(std::size_t i) const {
  phrase p;
  int day = 0, to = 0, month = 0;
  bool brief = false;
  if (joined(i) && !mark(i - 1, '(')) return p;
  std::size_t j = day_at(i, day);
  if (j == 0) return p;
  if (mark(j, '-') || any(j, glue::to, glue::and_)) {
    const std::size_t end = day_at(j + 1, to);
    if (end != 0 && to > day) j = end;
  }
  if (is(j, glue::of)) ++j;
  if (mark(j, '.') && joined(j) && is_number(j - 1)) ++j;  // 14. Juni
  if (hyphen(j)) return p;
  const std::size_t end = month_at(j, month, brief);
  if (end == 0 || (at(j).letters == text::token_case::lower && month == 5 &&
                   !is_number(end))) {
    return p;
  }
  p = made(i, end, value_form::date);
  p.says.day = static_cast<std::int16_t>(day);
  p.says.month = static_cast<std::int16_t>(month);
  p.end = year_tail(end, p.says);
  return p;
}

// "2017-03-14", "14/03/2017", "3/14/17", "14.03.2017".
phrase value_reader::digits_date(std::size_t i) const {
  phrase p;
  const char c = at(i + 1).mark;
  if (!is_number(i) || (c != '-' && c != '/' && c != '.')) return p;
  for (std::size_t k = i + 1; k < i + 5; ++k) {
    if (!joined(k) || (k % 2 == i % 2 ? !is_number(k) : !mark(k, c))) return p;
  }
  const bool more = mark(i + 5, c) && is_number(i + 6) && joined(i + 6);
  if (joined(i + 5) && (is_word(i + 5) || more)) return p;
  if (joined(i) && at(i - 1).kind == atom_kind::mark && !mark(i - 1, '(')) {
    return p;
  }
  int a = at(i).whole, b = at(i + 2).whole, y = at(i + 4).whole;
  if (at(i).digits == 4 && c != '/') {  // year first
    const int d = y;
    y = a;
    a = d;
  } else if (at(i + 4).digits == 2 && c == '/') {
    y += y < 70 ? 2000 : 1900;
  } else if (at(i + 4).digits != 4) {
    return p;
  } else if (b > 12 && in(a, 1, 12)) {  // month first
    const int d = b;
    b = a;
    a = d;
  }
  if (b > 12 && in(a, 1, 12)) {
    const int d = b;
    b = a;
    a = d;
  }
  if (!in(a, 1, 31) || !in(b, 1, 12) || !in(y, 1000, 2199)) return p;
  p = made(i, i + 5, value_form::date);
  p.says.year = y;
  // 4/5/2017 is either of two days; of month and day only the year is sure.
  if (c == '/' && a <= 12 && a != b) return p;
  p.says.month = static_cast<std::int16_t>(b);
  p.says.day = static_cast<std::int16_t>(a);
  return p;
}

// "Tuesday", "Tuesday, March 5, 2019", and every date with a month.
phrase value_reader::calendar(std::size_t i) const {
  phrase p;
  std::size_t j = i + 1;
  int day = 0;
  if (has(i, word_class::weekday)) {
    day = at(i).value(word_class::weekday);
    p = made(i, j, value_form::weekday);
  } else if (has(i, word_class::weekdays)) {
    day = at(i).value(word_class::weekdays);
    p = made(i, j, value_form::weekday);
  } else if (has(i, word_class::weekday_short) &&
             at(i).letters == text::token_case::title) {
    day = at(i).value(word_class::weekday_short);
    if (mark(j, '.')) ++j;
    if (i > 0 && is(i - 1, glue::on)) {
      p = made(i, i + 1, value_form::weekday);
    }
  } else if (phrase m = month_first(i)) {
    return m;
  } else if (phrase d = day_first(i)) {
    return d;
  } else {
    return digits_date(i);
  }
  p.says.day = static_cast<std::int16_t>(day);
  std::size_t k = mark(j, ',') ? j + 1 : j;
  if (is(k, glue::the)) ++k;
  phrase m = month_first(k);
  if (!m || m.says.day == 0) m = day_first(k);
  if (m && m.says.day != 0) {
    m.begin = i;
    return m;
  }
  return p;
}

}  // namespace copydesk::entities
