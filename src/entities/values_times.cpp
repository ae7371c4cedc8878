// SPDX-License-Identifier: Apache-2.0
// values_times.cpp - times of the day and lengths below a day.
//
// Idea: a clock reading needs a sign that it is one (a colon, a.m., GMT,
// o'clock, "in the morning"); a part of the day needs a day beside it, or is
// a word that says both (overnight, tonight).
// Cost: each rule looks at fewer than twenty atoms.
#include "entities/values_reader.hpp"

namespace copydesk::entities {

std::size_t value_reader::time_unit_at(std::size_t i, int& unit,
                                       bool& plural) const {
  plural = has(i, word_class::time_units);
  if (!plural && !has(i, word_class::time_unit)) return 0;
  unit = plural ? at(i).value(word_class::time_units)
                : at(i).value(word_class::time_unit);
  return i + 1;
}

// "a.m.", "pm", "in the morning", "o'clock"; hours: 0, 12, or -1 if unknown.
std::size_t value_reader::meridiem(std::size_t i, int& hours) const {
  if (has(i, word_class::meridiem)) {
    hours = at(i).value(word_class::meridiem) * 12;
    return i + 1;
  }
  if (is(i, glue::o) && mark(i + 1, '\'') && is(i + 2, glue::clock)) {
    hours = -1;
    int more = 0;
    const std::size_t end = is(i + 3, glue::o) ? 0 : meridiem(i + 3, more);
    if (end != 0) {
      hours = more;
      return end;
    }
    return i + 3;
  }
  if (is(i, glue::in) && is(i + 1, glue::the) &&
      has(i + 2, word_class::day_part)) {
    hours = at(i + 2).value(word_class::day_part) ==
                    static_cast<int>(day_part::morning)
                ? 0
                : 12;
    return i + 3;
  }
  return 0;
}

// "GMT", "(GMT)", "local time", "Eastern time": the place behind it, or i.
std::size_t value_reader::zone(std::size_t i) const {
  const std::size_t z = mark(i, '(') ? i + 1 : i;
  const bool sure = value(z, word_class::zone) == 0;  // GMT, gmt
  if (has(z, word_class::zone) &&
      (sure || at(z).letters == text::token_case::upper)) {
    return z == i ? z + 1 : i;
  }
  if (is(i, glue::local) && is(i + 1, glue::time)) return i + 2;
  if (is(i, glue::local)) return i + 1;
  if ((name_like(i) || is(i, glue::standard)) && is(i + 1, glue::time)) {
    return i + 2;
  }
  return i;
}

// The digits or the word of an hour at i, with its minutes; end 0: none.
value_reader::clock_digits value_reader::hour_at(std::size_t i) const {
  clock_digits c;
  if (!is_number(i)) {
    const number_phrase n = cardinal(i);
    if (!n || n.value > 12) return c;
    c.hour = static_cast<int>(n.value);
    c.end = n.end;
    return c;
  }
  if (joined(i) && !mark(i - 1, '(') && !mark(i - 1, '-')) return c;
  const atom& a = at(i);
  if (a.commas || a.number > 2400) return c;
  const int number = static_cast<int>(a.number);
  c.hour = number;
  c.end = i + 1;
  if (mark(i + 1, ':') && joined(i + 1) && is_number(i + 2) && joined(i + 2) &&
      at(i + 2).digits == 2 && a.digits <= 2) {
    c.minute = static_cast<int>(at(i + 2).number);
    c.sure = !at(i + 2).point;
    c.end = i + 3;
    if (mark(c.end, ':') && is_number(c.end + 1)) c.end += 2;
  } else if (a.point) {
    if (a.end - a.begin - a.digits != 3) return {};
    c.minute = static_cast<int>((a.number - number) * 100 + 0.5);
  } else if (a.digits == 4) {
    c.military = true;
    c.minute = number % 100;
    c.hour = number / 100;
  }
  return c.hour > 24 || c.minute > 59 ? clock_digits() : c;
}

// "9 a.m.", "8.30 p.m.", "14:30", "1530 GMT", "four o'clock", "noon".
phrase value_reader::clock(std::size_t i) const {
  if (has(i, word_class::day_point)) {
    const bool name = i > 0 && at(i).letters == text::token_case::title;
    phrase p = made(i, i + 1, value_form::clock);
    p.says.part =
        static_cast<std::int8_t>(1 + at(i).value(word_class::day_point));
    return name ? phrase() : p;
  }
  clock_digits c = hour_at(i);
  if (c.end == 0) return {};
  int shift = 0;
  std::size_t end = meridiem(c.end, shift);
  if (end == 0 && !c.military && is_number(c.end + 1) &&
      (mark(c.end, '-') || (is(c.end, glue::to) && is_number(i)))) {
    const std::size_t to = mark(c.end + 2, ':') ? c.end + 4 : c.end + 2;
    end = meridiem(to, shift);  // 9-11 a.m., 8.30 to 9.30 p.m.
  }
  const bool half_day = end != 0 && !c.military;
  if (!half_day) {
    end = c.end;
    shift = 0;
  }
  const bool sure = c.sure || half_day;
  const std::size_t z = zone(end);
  const bool zoned =
      z != end &&
      (c.military || sure || (has(end, word_class::zone) && at(i).digits <= 2));
  const bool hours_word =
      (c.military || sure) && z == end &&
      value(end, word_class::time_units) == static_cast<int>(time_unit::hour);
  if (!sure && !zoned && !hours_word) return {};
  phrase p = made(i, hours_word ? end + 1 : z, value_form::clock);
  p.says.utc = z != end && value(end, word_class::zone) == 0;
  if (half_day && c.hour == 12 && shift >= 0) c.hour = 0;
  if (c.hour > 12) shift = 0;
  p.says.amount = shift < 0 ? -1 : (c.hour + shift) * 60 + c.minute;
  return p;
}

// "Monday night", "June evening", "last night", "this morning", "early
// morning", "tonight".
phrase value_reader::part_of_day(std::size_t i) const {
  if (has(i, word_class::tonight)) {
    phrase p = made(i, i + 1, value_form::clock);
    p.says.part = 1 + static_cast<int>(day_part::night);
    p.says.has_shift = true;
    return p;
  }
  if (has(i, word_class::overnight)) {
    const bool day = has(i + 1, word_class::weekday);
    return made(i, day ? i + 2 : i + 1, value_form::none);
  }
  std::size_t j = i;
  if (has(j, word_class::edge)) j = hyphen(j + 1) ? j + 2 : j + 1;
  if (j == i + 2) {  // late-night
    const bool part = has(j, word_class::day_part);
    return part ? made(i, j + 1, value_form::none) : phrase();
  }
  const std::size_t day = j;
  if (has(j, word_class::relative)) {
    const int rel = at(j).value(word_class::relative);
    if (rel != static_cast<int>(relative::last) &&
        rel != static_cast<int>(relative::this_) &&
        rel != static_cast<int>(relative::next) &&
        rel != static_cast<int>(relative::each) &&
        rel != static_cast<int>(relative::same) &&
        rel != static_cast<int>(relative::that)) {
      return {};
    }
    ++j;
  }
  draft says;
  says.form = value_form::clock;
  says.shift =
      value(day, word_class::relative) == static_cast<int>(relative::last) ? -1
                                                                           : 0;
  says.has_shift = j > day;
  if (has(j, word_class::weekday)) {
    says.day = static_cast<std::int16_t>(at(j++).value(word_class::weekday));
  } else if (has(j, word_class::deictic)) {
    says.shift = static_cast<std::int16_t>(at(j++).value(word_class::deictic));
    says.has_shift = true;
  }
  if (j == day && has(j, word_class::month) && month_alone(j)) {
    if (at(j + 1).letters != text::token_case::lower) return {};
    says = draft();  // one June evening: no day of the calendar
    ++j;
  }
  if (is(j, glue::eve)) return {};
  if (has(j, word_class::edge) && j > day) ++j;
  const bool part = has(j, word_class::day_part);
  const bool parts = has(j, word_class::day_parts);
  if ((!part && !parts) || j == i) return {};
  if (j == day && hyphen(j + 1)) return {};
  phrase p = made(i, j + 1, value_form::clock);
  if (says.form == value_form::none) {
    p.says = says;
    return p;
  }
  says.part = static_cast<std::int8_t>(
      1 + value(j, part ? word_class::day_part : word_class::day_parts));
  p.says = says;
  if (value(p.end, word_class::time_units) == 0) {  // early morning hours
    ++p.end;
    if (is(p.end, glue::of) && has(p.end + 1, word_class::weekday)) ++p.end;
    if (has(p.end, word_class::weekday)) ++p.end;
  }
  p.end = zone(p.end);
  return p;
}

// "two hours", "9.88 seconds", "one hour, eight minutes and 41 seconds".
phrase value_reader::hours(std::size_t i) const {
  int unit = 0;
  bool plural = false;
  if (has(i, word_class::time_units)) {
    const bool led = i > 0 && any(i - 1, glue::for_, glue::in, glue::within,
                                  glue::take, glue::takes, glue::took,
                                  glue::just, glue::lasted, glue::after);
    draft ignored;
    const std::size_t end = duration_tail(i + 1, ignored);
    if (i > 0 && has(i - 1, word_class::suffix)) return {};
    if (end == i + 1 && !led && !any(i + 1, glue::after, glue::before)) {
      return {};
    }
    return made(i, end, value_form::none);
  }
  const number_phrase n = amount(i);
  if (!n) return {};
  const bool dash = hyphen(n.end);
  std::size_t j = time_unit_at(dash ? n.end + 1 : n.end, unit, plural);
  if (j == 0 || (n.word && n.value == 0 && !n.open)) return {};  // zero hour
  if (n.article) {
    if (unit != static_cast<int>(time_unit::hour) ||
        (i > 0 &&
         (has(i - 1, word_class::unit) || has(i - 1, word_class::currency)))) {
      return {};
    }
  }
  if (!plural && !dash && n.value != 1 && !n.article && n.value >= 1 &&
      !is_number(j) && unit == static_cast<int>(time_unit::second)) {
    return {};  // "the 12 second ..." is an ordinal
  }
  phrase p = made(i, j, value_form::duration);
  p.says.unit = static_cast<std::uint8_t>(100 + unit);
  p.says.amount = n.value;
  p.says.amount_to = n.to;
  p.says.open = n.open;
  number_phrase half;
  half.end = j;
  if (n.article) and_a_half(half);
  if (half.end != j) {  // an hour and a half
    p.end = half.end;
    p.says.amount = n.value + half.value;
  }
  for (int k = 0; k < 2; ++k) {
    std::size_t next = p.end;
    if (mark(next, ',')) ++next;
    if (is(next, glue::and_)) ++next;
    const number_phrase m = number(next);
    int smaller = 0;
    const std::size_t end =
        m && !m.article ? time_unit_at(m.end, smaller, plural) : 0;
    if (end == 0 || smaller <= unit) break;
    unit = smaller;
    p.end = end;
    p.says.form = value_form::none;
  }
  p.end = duration_tail(p.end, p.says);
  return p;
}

// "the 52nd minute", "80th-minute".
phrase value_reader::nth_minute(std::size_t i) const {
  int number = 0, unit = 0;
  bool plural = false;
  const std::size_t j = ordinal(i, number);
  if (j == 0) return {};
  const std::size_t end = time_unit_at(hyphen(j) ? j + 1 : j, unit, plural);
  const bool minute = unit == static_cast<int>(time_unit::minute);
  return end != 0 && minute && !plural ? made(i, end, value_form::none)
                                       : phrase();
}

// "half past eight", "quarter to nine".
phrase value_reader::past_hour(std::size_t i) const {
  const int part = value(i, word_class::fraction);
  if (part != 2 && part != 4) return {};
  const int past = value(i + 1, word_class::relative);
  const bool after = past == static_cast<int>(relative::past);
  if (!after && !is(i + 1, glue::to)) return {};
  const number_phrase n = number(i + 2);
  if (!n || n.value > 12 || n.value < 1 || n.article) return {};
  int hours = 0;
  const std::size_t end = meridiem(n.end, hours);
  if (!after && end == 0 && !n.word) return {};
  return made(i, end != 0 ? end : n.end, value_form::none);
}

// Every time, the longest; a day right behind or before it belongs to it.
phrase value_reader::time_of_day(std::size_t i) const {
  phrase best = part_of_day(i);
  longer(best, hours(i));
  longer(best, nth_minute(i));
  longer(best, past_hour(i));
  phrase c = clock(i);
  if (c) {
    std::size_t j = c.end;
    const bool both = is(j, glue::to) ||
                      (is(j, glue::and_) && i > 0 && is(i - 1, glue::between));
    if (phrase to = both ? clock(j + 1) : phrase()) {
      c.end = to.end;
      c.says.form = value_form::none;
    } else if (has(j, word_class::weekday)) {
      c.end = j + 1;
      c.says.day = static_cast<std::int16_t>(at(j).value(word_class::weekday));
    }
  }
  longer(best, c);
  best.type = entity_type::time;
  return best;
}

}  // namespace copydesk::entities
