// SPDX-License-Identifier: Apache-2.0
// values_years.cpp - years, decades, centuries, quarters and named days.
//
// Idea: a number of four digits alone is a year unless something says that
// it counts or numbers things; decades and centuries have their own endings;
// named days come from a list.
// Cost: each rule looks at fewer than twenty atoms.
#include "entities/values_reader.hpp"

namespace copydesk::entities {
namespace {

bool in(int v, int low, int high) { return v >= low && v <= high; }

}  // namespace

// Does what stands around the four digits at i allow a year?
bool value_reader::year_context(std::size_t i) const {
  const atom& a = at(i);
  const bool led =
      i > 0 && any(i - 1, glue::in, glue::since, glue::until, glue::from,
                   glue::by, glue::of, glue::through, glue::before, glue::after,
                   glue::between, glue::during, glue::circa, glue::till);
  if (a.whole < 1500 && !led) return false;
  if (i > 0) {
    if (is(i - 1, glue::least) && i > 2 &&
        !any(i - 3, glue::until, glue::since)) {
      return false;
    }
    if (any(i - 1, glue::than, glue::about, glue::nearly, glue::almost,
            glue::above, glue::below, glue::around, glue::approximately,
            glue::roughly, glue::no, glue::number, glue::flight,
            glue::resolution, glue::route, glue::room, glue::highway,
            glue::channel, glue::article, glue::section, glue::chapter,
            glue::page, glue::model)) {
      return false;
    }
    if (at(i - 1).code != 0 || mark(i - 1, '#')) return false;
    if (has(i - 1, word_class::prefix) && !led) return false;
    if (joined(i) && !mark(i - 1, '(') && !mark(i - 1, '[') &&
        !mark(i - 1, '\'') && !mark(i - 1, '"') && !mark(i - 1, '/') &&
        !mark(i - 1, '-')) {
      return false;
    }
    if (hyphen(i - 1) && !any(i - 2, glue::pre, glue::post) &&
        !is_number(i - 2) && !has(i - 2, word_class::edge)) {
      return false;
    }
  }
  if (joined(i + 1) && at(i + 1).code != 0) return false;
  // A noun in the plural behind it is what is counted: 2000 people.
  const bool which =
      i > 0 && (any(i - 1, glue::the, glue::s) || is_word(i - 1) == false);
  if (counted_noun(i + 1) && !led && !which &&
      (a.whole < 1900 || a.whole > 2030 || i == 0)) {
    return false;
  }
  const bool verb = word(i + 1) == "marks" || (led && word(i + 1) == "won");
  return !has(i + 1, word_class::scale) && !has(i + 1, word_class::unit) &&
         (verb || !has(i + 1, word_class::currency)) &&
         !has(i + 1, word_class::date_units) &&
         !has(i + 1, word_class::time_units) && !(has(i + 1, word_class::zone));
}

// "2017", "2004-08", "2009 - 10", "1998/99".
phrase value_reader::year(std::size_t i) const {
  if (is_number(i) && at(i).digits == 3 && i > 0 && is(i - 1, glue::in) &&
      mark(i + 1, ',') && at(i).end - at(i).begin == 3) {
    phrase old = made(i, i + 1, value_form::date);  // founded in 963,
    old.says.year = at(i).whole;
    return old;
  }
  if (!year_number(i) || !year_context(i)) return {};
  phrase p = made(i, i + 1, value_form::date);
  p.says.year = at(i).whole;
  const std::size_t j = i + 1;
  if ((mark(j, '-') || mark(j, '/')) && is_number(j + 1) &&
      at(j).space == at(j + 1).space) {
    const atom& to = at(j + 1);
    const bool full = year_number(j + 1) && to.whole > p.says.year;
    const bool two = to.digits == 2 && to.whole > p.says.year % 100;
    const bool one = to.digits == 1 && to.whole > p.says.year % 10;
    const bool more = joined(j + 2) && (mark(j + 2, '-') || mark(j + 2, '/'));
    if ((full || two || one) && !to.point && !more) {
      p.end = j + 2;
      p.says.form = value_form::none;
    } else if (!at(j).space && !full) {
      return {};  // a score, a part number
    }
  }
  return p;
}

// "1990s", "'90s", "mid-1990s"; "the" and "early" are taken by edged().
phrase value_reader::decade(std::size_t i) const {
  std::size_t j = i;
  if (mark(j, '\'') && joined(j + 1)) ++j;
  if (!is_number(j) || !joined(j + 1)) return {};
  std::size_t s = j + 1;
  if (mark(s, '\'') && joined(s + 1)) ++s;
  if (!is(s, glue::s) || at(j).whole < 0 || at(j).whole % 10 != 0) return {};
  const int year = at(j).whole;
  const bool full = at(j).digits == 4 && in(year, 1000, 2190);
  const bool brief = at(j).digits == 2 && year > 0;
  if (!full && !brief) return {};
  phrase p = made(i, s + 1, value_form::decade);
  p.says.year = full ? year : year < 30 ? 2000 + year : 1900 + year;
  if (mark(s + 1, '-') && is_number(s + 2)) {
    const std::size_t to = s + 3;  // 1990s-2000s; not a chain of them
    if (joined(to) && is(to, glue::s)) {
      p.end = to + 1;
      p.says.form = value_form::none;
    }
  }
  return p;
}

// "19th century", "ninth-century", "19th and 20th centuries".
phrase value_reader::century(std::size_t i) const {
  int number = 0, to = 0;
  const auto unit = static_cast<int>(date_unit::century);
  std::size_t j = ordinal(i, number);
  if (j == 0) return {};
  if (any(j, glue::and_, glue::to, glue::or_)) {
    std::size_t k = has(j + 1, word_class::edge) ? j + 2 : j + 1;
    const std::size_t end = ordinal(k, to);
    if (end != 0 && (value(end, word_class::date_units) == unit ||
                     value(end, word_class::date_unit) == unit)) {
      return made(i, end + 1, value_form::none);
    }
    return {};
  }
  if (hyphen(j)) ++j;
  if (value(j, word_class::date_unit) != unit) return {};
  phrase p = made(i, j + 1, value_form::century);
  p.says.year = number;
  return p;
}

// "the second quarter of 2009", "third-quarter", "Q3 2017"; "the" is taken
// by part_of().
phrase value_reader::quarter(std::size_t i) const {
  int number = 0;
  std::size_t j = 0;
  const std::string_view q = word(i);
  if ((q == "Q" || q == "q") && joined(i + 1) && is_number(i + 1)) {
    number = at(i + 1).whole;
    j = i + 2;
  } else {
    const std::size_t end = ordinal(i, number);
    if (end == 0) return {};
    j = hyphen(end) ? end + 1 : end;
    if (any(j, glue::fiscal, glue::financial)) ++j;
    if (value(j, word_class::date_unit) !=
        static_cast<int>(date_unit::quarter)) {
      return {};
    }
    ++j;
  }
  if (!in(number, 1, 4)) return {};
  phrase p = made(i, j, value_form::quarter);
  p.says.month = static_cast<std::int16_t>(number);
  p.end = year_tail(j, p.says);
  return p;
}

// "fiscal 2023", "fiscal year 2023", "FY2023", "FY23".
phrase value_reader::fiscal(std::size_t i) const {
  std::size_t j = i + 1;
  if (is(i, glue::fy)) {
    if (!is_number(j)) return {};
    const int y = at(j).whole;
    if (!year_number(j) && at(j).digits != 2) return {};
    phrase p = made(i, j + 1, value_form::date);
    p.says.year = y < 100 ? 2000 + y : y;
    return p;
  }
  if (!any(i, glue::fiscal, glue::financial)) return {};
  if (value(j, word_class::date_unit) == static_cast<int>(date_unit::year)) {
    ++j;
  }
  if (!year_number(j)) return {};
  phrase p = year(j);
  p.begin = i;
  p.end = p.end == 0 ? j + 1 : p.end;
  p.says.form = value_form::date;
  p.says.year = at(j).whole;
  return p;
}

// "325 B.C.", "A.D. 79".
phrase value_reader::era(std::size_t i) const {
  if (is(i, glue::ad) && is_number(i + 1) && at(i + 1).digits <= 4) {
    phrase p = made(i, i + 2, value_form::date);
    p.says.year = at(i + 1).whole;
    return p;
  }
  if (!is_number(i) || at(i).whole < 1) return {};
  const bool before = any(i + 1, glue::bc, glue::bce);
  const bool after = any(i + 1, glue::ad, glue::ce) &&
                     at(i + 1).letters == text::token_case::upper;
  if (!before && !after) return {};
  phrase p = made(i, i + 2, value_form::date);
  p.says.year = before ? -at(i).whole : at(i).whole;
  return p;
}

// A month of another calendar with its day: "Bhadra 21", "15 Tishrei".
phrase value_reader::other_month(std::size_t i) const {
  int day = 0;
  const auto month = word_class::month_other;
  if (has(i, month) && at(i).letters != text::token_case::lower) {
    std::size_t end = day_at(i + 1, day);
    if (mark(end, ',') && year_number(end + 1)) end += 2;
    return end != 0 ? made(i, end, value_form::none) : phrase();
  }
  const std::size_t end = is_number(i) ? day_at(i, day) : 0;
  if (end == 0 || !has(end, month)) return {};
  return made(i, year_number(end + 1) ? end + 2 : end + 1, value_form::none);
}

// "Christmas Eve", "Eid al-Fitr", from src/data/values_holidays.tsv: the
// longest name whose words stand here, capitalised at its head.
phrase value_reader::named_day(std::size_t i) const {
  if (!has(i, word_class::phrase)) return {};
  if (at(i).letters == text::token_case::lower) return {};
  const int first = at(i).value(word_class::phrase);
  std::string_view head;
  for (int k = first; const phrase_entry* e = phrase_at(k); ++k) {
    std::string_view rest = e->words;
    const std::string_view own = rest.substr(0, rest.find(' '));
    if (k == first) head = own;
    if (own != head) break;
    std::size_t j = i;
    bool fits = true;
    while (fits && !rest.empty()) {
      const std::size_t cut = rest.find(' ');
      const std::string_view w = rest.substr(0, cut);
      rest = cut == std::string_view::npos ? "" : rest.substr(cut + 1);
      fits = j == i || (w == "'" ? mark(j, '\'') : same_letters(word(j), w)) ||
             (w == "-" && mark(j, '-'));
      ++j;
    }
    if (!fits || j > atoms_.size()) continue;
    phrase p =
        made(i, j, e->date.empty() ? value_form::none : value_form::fixed);
    p.says.text = e->date;
    return p;
  }
  return {};
}

}  // namespace copydesk::entities
