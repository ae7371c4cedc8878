// SPDX-License-Identifier: Apache-2.0
// values_periods.cpp - relative dates, durations, parts of periods, ages.
//
// Idea: a core (a calendar date, "last week", "the 1990s") may carry words
// before it (early, the end of, the first quarter of) and after it (ago,
// later, old). Articles belong to the phrase only where they cannot be left
// out: "the past week", "the end of May", but "60th anniversary".
// Cost: each rule looks at fewer than twenty atoms; a part of a part of a
// period is read, and nothing deeper.
#include "entities/values_reader.hpp"

namespace copydesk::entities {

namespace {

// -1 behind us, 1 before us, 0 neither.
int direction(relative rel) {
  switch (rel) {
    case relative::last:
    case relative::previous:
      return -1;
    case relative::next:
    case relative::coming:
    case relative::following:
      return 1;
    default:
      return 0;
  }
}

// Does `rel` with one of its unit name a period that can be looked up?
bool resolvable(relative rel) {
  return rel == relative::this_ || rel == relative::current ||
         (direction(rel) != 0 && rel != relative::following);
}

// Do `rel`, the number of the unit and a count go together?
bool agree(relative rel, int unit, bool plural, bool counted) {
  switch (rel) {
    case relative::that:
      return (!plural || counted) &&
             unit != static_cast<int>(date_unit::season);
    case relative::this_:
      return !plural || counted;
    case relative::each:
      return plural == counted;
    case relative::recent:
      return plural;
    case relative::final:
      return counted;
    case relative::last:  // her last day in office
      return counted || plural || unit != static_cast<int>(date_unit::day);
    default:
      return true;
  }
}

}  // namespace

// "last Tuesday", "next March", "this winter": `j` is the day or month.
phrase value_reader::related_name(std::size_t i, std::size_t j,
                                  relative rel) const {
  if (rel == relative::that) return {};
  phrase p = calendar(j);
  if (!p) p = made(j, j + 1, value_form::none);
  p.begin = i;
  p.says.has_shift = true;
  p.says.shift = static_cast<std::int16_t>(direction(rel));
  return p;
}

// "the same period of 2023": `j` is the period.
phrase value_reader::same_period(std::size_t i, std::size_t j) const {
  if (!is(j, glue::period) || !is(j + 1, glue::of)) return {};
  phrase p = year(j + 2);
  const int next = value(j + 2, word_class::relative);
  if (next != static_cast<int>(relative::same)) {  // one deep
    longer(p, related(j + 2));
  }
  if (!p) return {};
  p.begin = i;
  p.says.form = value_form::none;
  return p;
}

// "last week", "the past two years", "this month", "every six years".
phrase value_reader::related(std::size_t i) const {
  const std::size_t r = is(i, glue::the) ? i + 1 : i;
  const int kind = value(r, word_class::relative);
  if (kind < 0) return {};
  const auto rel = static_cast<relative>(kind);
  const bool verb =
      rel == relative::last && i > 0 && any(i - 1, glue::could, glue::will);
  const bool needs_the = rel == relative::same || rel == relative::final;
  const bool led = i > 0 && is(i - 1, glue::and_);
  if (verb || (needs_the && r == i && !led)) return {};
  std::size_t j = r + 1;
  const number_phrase n = amount(j);
  const bool counted = n && !n.article;
  if (counted && rel == relative::another) return {};
  if (counted) j = n.end;
  if (is(j, glue::more)) ++j;
  if (rel == relative::same && is(j, glue::period)) return same_period(i, j);
  if (!counted && (has(j, word_class::weekday) || has(j, word_class::month) ||
                   has(j, word_class::season))) {
    return related_name(i, j, rel);
  }
  if (value(j, word_class::fraction) == 2) ++j;  // the past half century
  int unit = 0;
  bool plural = false;
  const std::size_t end = unit_at(j, unit, plural);
  if (end == 0) {  // the past 24 hours
    const std::size_t hours = time_unit_at(j, unit, plural);
    const bool hour = unit == static_cast<int>(time_unit::hour);
    return hours != 0 && hour && counted && r > i
               ? made(i, hours, value_form::none)
               : phrase();
  }
  const bool to_this_day = rel == relative::this_ && i > 0 &&
                           is(i - 1, glue::to) &&
                           unit == static_cast<int>(date_unit::day);
  if (hyphen(end) || to_this_day || !agree(rel, unit, plural, counted)) {
    return {};
  }
  phrase p = made(i, end,
                  counted || plural ? value_form::duration
                  : resolvable(rel) ? value_form::unit_shift
                                    : value_form::none);
  p.says.unit = static_cast<std::uint8_t>(unit);
  p.says.amount = counted ? n.value : 1;
  p.says.open = plural && (!counted || n.open);
  p.says.shift = static_cast<std::int16_t>(direction(rel));
  p.end = duration_tail(end, p.says);
  return p;
}

// "the summer", "winter of 2009", "spring 2015".
phrase value_reader::seasonal(std::size_t i) const {
  const std::size_t s = any(i, glue::the) ? i + 1 : i;
  if (!has(s, word_class::season)) return {};
  phrase p = made(i, s + 1, value_form::season);
  p.says.month = static_cast<std::int16_t>(at(s).value(word_class::season) + 1);
  const std::size_t end = year_tail(s + 1, p.says);
  if (end != s + 1) {
    p.end = end;
    return p;
  }
  return {};
}

// A date without words of its own before it.
phrase value_reader::date_core(std::size_t i) const {
  phrase best = calendar(i);
  longer(best, year(i));
  longer(best, decade(i));
  longer(best, century(i));
  longer(best, quarter(i));
  longer(best, fiscal(i));
  longer(best, era(i));
  longer(best, named_day(i));
  longer(best, other_month(i));
  longer(best, related(i));
  longer(best, seasonal(i));
  if (has(i, word_class::deictic)) {
    phrase p = made(i, i + 1, value_form::unit_shift);
    p.says.shift = static_cast<std::int16_t>(at(i).value(word_class::deictic));
    longer(best, p);
  }
  return best;
}

// "early Monday", "late last year", "the mid-1990s", "earlier in the week".
phrase value_reader::edged(std::size_t i) const {
  std::size_t j = is(i, glue::the) ? i + 1 : i;
  const std::size_t word_at = j;
  if (!has(j, word_class::edge) && !has(j, word_class::shift)) {
    if (j == i) return {};
    phrase p = decade(j);  // the 1990s, the 19th century
    const phrase c = century(j);
    // "the 19th century palace" says which palace
    if (!(is_word(c.end) && at(c.end).classes == 0 &&
          at(c.end).letters == text::token_case::lower)) {
      longer(p, c);
    }
    longer(p, fiscal(j));
    if (p) p.begin = i;
    return p;
  }
  j = hyphen(j + 1) ? j + 2 : j + 1;
  const bool spaced = j == word_at + 1;
  bool bridge = false;
  if (spaced && any(j, glue::in, glue::on)) {
    bridge = true;
    ++j;
  }
  phrase p = date_core(j);
  if (!p && is(j, glue::the)) {
    int unit = 0;
    bool plural = false;
    const std::size_t end = unit_at(j + 1, unit, plural);
    if (unit == static_cast<int>(date_unit::season)) return {};
    if (bridge && end != 0 && !plural) {
      p = made(i, end, value_form::none,
               unit == static_cast<int>(date_unit::day) ? entity_type::time
                                                        : entity_type::date);
    } else if (!has(j + 1, word_class::edge) &&
               !has(j + 1, word_class::shift)) {
      p = edged(j);  // one deep: later in the 19th century
    }
  }
  if (!p && !spaced && has(j, word_class::date_unit)) {  // mid-year
    p = made(i, j + 1, value_form::none);
  }
  if (!p) return {};
  if (bridge && has(word_at, word_class::edge) &&
      p.says.form != value_form::weekday && p.says.form != value_form::date &&
      !is(j, glue::the)) {
    return {};
  }
  p.begin = i;
  return p;
}

// "the end of May", "the start of the year", "the middle of next week".
phrase value_reader::bounded(std::size_t i) const {
  std::size_t j = is(i, glue::the) ? i + 1 : i;
  if (!has(j, word_class::boundary) || !is(j + 1, glue::of)) return {};
  if (j == i) return {};
  const std::size_t of = j + 2;
  phrase p = date_core(of);
  if (p && p.says.text.size() == 0 && p.end == named_day(of).end) return {};
  longer(p, edged(of));
  if (!p) {
    int unit = 0;
    bool plural = false;
    std::size_t k = is(of, glue::the) ? of + 1 : of;
    if (is(k, glue::new_)) ++k;
    const std::size_t end = unit_at(k, unit, plural);
    const bool year = unit == static_cast<int>(date_unit::year);
    if (end == 0 || plural || (k == of && !year)) return {};
    if (unit == static_cast<int>(date_unit::day)) return {};
    p = made(of, end, value_form::none);
  }
  p.begin = i;
  p.says.form =
      p.says.form == value_form::date ? value_form::date : value_form::none;
  return p;
}

// "the first half of 2009", "the last three months of this year", "the third
// week of March", "the second quarter".
phrase value_reader::part_of(std::size_t i) const {
  std::size_t j = is(i, glue::the) ? i + 1 : i;
  if (j == i) return {};
  int number = 0, unit = 0;
  bool plural = false;
  phrase q = quarter(j);
  std::size_t k = ordinal(j, number);
  if (k == 0 && has(j, word_class::relative)) k = j + 1;
  if (k == 0) return {};
  const number_phrase n = amount(k);
  std::size_t end = 0;
  const bool half = value(k, word_class::fraction) == 2;
  if (half) {
    end = k + 1;
  } else if (has(k, word_class::weekday)) {
    end = k + 1;
  } else {
    end = unit_at(n && !n.article ? n.end : k, unit, plural);
  }
  if (end == 0) return q;
  phrase p;
  if (is(end, glue::of) || is(end, glue::in)) {
    p = date_core(end + 1);
    longer(p, edged(end + 1));
    if (!p && is(end + 1, glue::the)) {
      bool many = false;
      int of = 0;
      const std::size_t last = unit_at(end + 2, of, many);
      if (last != 0 && !many && of >= static_cast<int>(date_unit::year) &&
          of != static_cast<int>(date_unit::season)) {
        p = made(i, last, value_form::none);
      }
    }
  }
  if (p) {
    p.begin = i;
    if (p.says.form == value_form::unit_shift &&
        p.says.unit == static_cast<std::uint8_t>(date_unit::year)) {
      p.says.year_shift = true;  // the third quarter of last year
    } else if (p.says.form != value_form::date) {
      number = 0;
    }
    const bool halves = half && number >= 1 && number <= 2;
    p.says.form = number == 0 ? value_form::none
                  : q         ? value_form::quarter
                  : halves    ? value_form::half_year
                              : value_form::none;
    p.says.month = static_cast<std::int16_t>(number);
    return p;
  }
  if (q) {
    q.begin = i;
    return q;
  }
  if (n && !n.article && plural) return made(i, end, value_form::none);
  return {};
}

// "the 12 months to July", "the year ended March 31, 2009".
phrase value_reader::year_to(std::size_t i) const {
  if (!is(i, glue::the)) return {};
  const number_phrase n = number(i + 1);
  int unit = 0;
  bool plural = false;
  std::size_t j = unit_at(n ? n.end : i + 1, unit, plural);
  const bool whole = unit == static_cast<int>(date_unit::year) && !plural;
  if (j == 0 || (!n && !whole)) return {};
  if (has(j, word_class::relative)) ++j;  // that
  if (!any(j, glue::to, glue::ended, glue::ending, glue::through)) return {};
  ++j;
  if (any(j, glue::in, glue::on)) ++j;
  phrase p = month_first(j);
  longer(p, day_first(j));
  if (!p) return {};
  p.begin = i;
  p.says.form = value_form::none;
  return p;
}

// "summer" behind a preposition, with or without its article.
phrase value_reader::bare_season(std::size_t i) const {
  if (i == 0 || !any(i - 1, glue::in, glue::for_, glue::until, glue::by,
                     glue::before, glue::during, glue::through, glue::since,
                     glue::over, glue::into, glue::of)) {
    return {};
  }
  const std::size_t s = is(i, glue::the) ? i + 1 : i;
  if (!has(s, word_class::season)) return {};
  const bool fall = word(s) == "fall";
  const bool noun = is_word(s + 1) && at(s + 1).classes == 0;
  if (noun || hyphen(s + 1) || fall) return {};
  phrase p = made(i, s + 1, value_form::season);
  p.says.month = static_cast<std::int16_t>(at(s).value(word_class::season) + 1);
  return p;
}

// "year's end", "the day before" where nothing follows that it is before.
phrase value_reader::day_before(std::size_t i) const {
  int unit = 0;
  bool plural = false;
  const std::size_t j = is(i, glue::the) ? i + 1 : i;
  const std::size_t end = unit_at(j, unit, plural);
  if (end == 0 || plural) return {};
  if (j == i) {
    const bool year_end = unit == static_cast<int>(date_unit::year) &&
                          mark(end, '\'') && is(end + 1, glue::s) &&
                          value(end + 2, word_class::boundary) == 0;
    return year_end ? made(i, end + 3, value_form::none) : phrase();
  }
  if (!any(end, glue::before, glue::after)) return {};
  const bool day = unit == static_cast<int>(date_unit::day);
  if (day && has(end + 1, word_class::deictic)) {
    phrase p = made(i, end + 2, value_form::unit_shift);
    p.says.shift =
        static_cast<std::int16_t>(at(end + 1).value(word_class::deictic) +
                                  (is(end, glue::before) ? -1 : 1));
    return p;
  }
  const bool free = !is_word(end + 1) ||
                    any(end + 1, glue::in, glue::on, glue::at, glue::and_);
  return free ? made(i, end + 1, value_form::none) : phrase();
}

// Every date, the longest.
phrase value_reader::date(std::size_t i) const {
  if (is(i, glue::the)) {
    phrase best = edged(i);
    longer(best, related(i));
    longer(best, seasonal(i));
    longer(best, bounded(i));
    longer(best, part_of(i));
    longer(best, bare_season(i));
    longer(best, day_before(i));
    longer(best, year_to(i));
    longer(best, nth_unit(i));
    return best;
  }
  phrase best = date_core(i);
  if (is_number(i)) {
    longer(best, duration(i));
    longer(best, compound(i));
    longer(best, nth_unit(i));
    longer(best, anniversary(i));
    longer(best, age(i));
    return best;
  }
  longer(best, edged(i));
  longer(best, bounded(i));
  longer(best, part_of(i));
  longer(best, duration(i));
  longer(best, compound(i));
  longer(best, bare_units(i));
  longer(best, bare_season(i));
  longer(best, day_before(i));
  longer(best, nth_unit(i));
  longer(best, anniversary(i));
  longer(best, age(i));
  longer(best, year_to(i));
  return best;
}

}  // namespace copydesk::entities
