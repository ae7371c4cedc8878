// SPDX-License-Identifier: Apache-2.0
// values_amounts.cpp - money, percentages, measures.
//
// Idea: a number with a sign, a code or a word of money; with a per cent
// word; with a unit. Approximators and rates ("a day") stay outside, "per
// hour" of a speed inside.
// Cost: each rule looks at fewer than twenty atoms.
#include "entities/values_reader.hpp"

namespace copydesk::entities {

// A currency written behind its number: "dollars", "U.S. dollars", "CFA
// francs". Gives the place behind it, or 0.
std::size_t value_reader::currency_at(std::size_t i, int& code) const {
  if (at(i).code != 0) {  // 20 EUR as a sign: not the sign of what follows
    if (is_number(i + 1) || (mark(i, '$') && !joined(i))) return 0;
    code = at(i).code;
    return i + 1;
  }
  std::size_t j = i;
  while (j < i + 2 && !has(j, word_class::currency) && is_word(j) &&
         (at(j).letters == text::token_case::title ||
          at(j).letters == text::token_case::upper ||
          has(j, word_class::whose)) &&
         has(j + 1, word_class::currency)) {
    ++j;
  }
  if (j == i && has(i + 2, word_class::currency) &&
      (any(i, glue::hong, glue::new_))) {
    j = i + 2;
  }
  if (has(j, word_class::currency)) {
    if (j > i &&
        !any(j - 1, glue::us, glue::swiss, glue::cfa, glue::canadian,
             glue::australian, glue::singapore, glue::kong, glue::zealand) &&
        at(j - 1).classes != 0) {
      return 0;
    }
    code = at(j).value(word_class::currency);
    if (j > i && has(j - 1, word_class::whose)) {
      code = at(j - 1).value(word_class::whose);  // Swiss francs
    }
    return j + 1;
  }
  if (has(i, word_class::prefix) && at(i).end - at(i).begin >= 3 &&
      at(i).letters == text::token_case::upper) {
    code = at(i).value(word_class::prefix);
    return i + 1;
  }
  return 0;
}

// A sign or code before its number: "$", "US$", "GH\u00a2", "Rs", "R".
std::size_t value_reader::prefix_at(std::size_t i, int& code) const {
  if (at(i).code != 0 && at(i).kind == atom_kind::mark) {
    code = at(i).code;
    return i + 1;
  }
  const bool capital = at(i).letters != text::token_case::lower;
  const bool brief = at(i).end - at(i).begin == 1;
  const bool spelled = has(i, word_class::dollar_prefix) && !brief;
  const bool rupees = same_letters(word(i), "rs");
  if (!is_word(i) || !(capital || rupees || (spelled && mark(i + 1, '$')))) {
    return 0;
  }
  if (at(i + 1).code != 0 && at(i + 1).kind == atom_kind::mark) {
    const bool near =
        joined(i + 1) || (!brief && has(i, word_class::dollar_prefix));
    if (!near) return 0;
    if (has(i, word_class::dollar_prefix) && mark(i + 1, '$')) {
      code = at(i).value(word_class::dollar_prefix);
      return i + 2;
    }
    if (has(i, word_class::prefix)) {
      code = at(i).value(word_class::prefix);
      return i + 2;
    }
    code = at(i + 1).code;
    return at(i).letters == text::token_case::upper &&
                   at(i).end - at(i).begin <= 4
               ? i + 2
               : 0;
  }
  if (has(i, word_class::prefix)) {
    code = at(i).value(word_class::prefix);
    const std::size_t j = mark(i + 1, '.') && joined(i + 1) ? i + 2 : i + 1;
    if (!is_number(j)) return 0;
    // COP is also a conference, PEN a pen: small numbers behind them count.
    const std::string_view name = word(i);
    const bool word_like = name == "COP" || name == "PEN" || name == "TRY" ||
                           name == "MAD" || name == "CAD" || name == "LAK" ||
                           at(i).end - at(i).begin == 2;
    const bool sum = at(j).commas || at(j).point || at(j).number >= 100 ||
                     has(j + 1, word_class::scale) || same_letters(name, "rs");
    return word_like && !sum ? 0 : j;
  }
  if (has(i, word_class::letter_prefix) && joined(i + 1) && is_number(i + 1) &&
      !joined(i) && at(i).letters == text::token_case::upper) {
    const atom& n = at(i + 1);
    const bool big = n.commas || n.number >= 1000 ||
                     has(i + 2, word_class::scale) ||
                     (n.point && n.end - n.begin - n.digits == 3);
    if (!big && !(word(i) == "R" && n.number >= 20)) return 0;
    code = at(i).value(word_class::letter_prefix);
    return i + 1;
  }
  return 0;
}

// "$4 million", "US$2.5m", "Rs 20 crore", "$8 to $12 billion".
phrase value_reader::symbol_money(std::size_t i) const {
  int code = 0;
  const std::size_t j = prefix_at(i, code);
  if (j == 0 || !is_number(j)) return {};
  number_phrase n = number(j, true);
  if (!n) return {};
  phrase p = made(i, n.end, value_form::money, entity_type::money);
  p.says.amount = n.value;
  p.says.code = static_cast<std::int16_t>(code);
  int other = 0;
  std::size_t k = n.end;
  const bool dash = mark(k, '-') && at(k).space == at(k + 1).space;
  if (dash || is(k, glue::to)) {
    const std::size_t to = prefix_at(k + 1, other);
    const number_phrase m = number(to != 0 ? to : k + 1, true);
    if (m && is_number(to != 0 ? to : k + 1) && m.scaled && !n.scaled &&
        other == (to != 0 ? code : 0)) {
      p.end = m.end;
      p.says.amount_to = m.value;
      if (at(m.end - 1).has(word_class::scale)) {
        p.says.amount *= m.value / at(to != 0 ? to : k + 1).number;
      }
    }
  }
  if (has(p.end, word_class::currency) && !joined(p.end) &&
      at(p.end).value(word_class::currency) == code) {
    ++p.end;
  }
  return p;
}

// "14 million dollars", "half a cent", "millions of euros", "300-peso".
phrase value_reader::named_money(std::size_t i) const {
  number_phrase n = amount(i, true);
  std::size_t j = n.end;
  if (!n) {
    const bool multi = is(i, glue::multi);
    j = multi && hyphen(i + 1) ? i + 2 : i;
    if (!has(j, word_class::scale) || at(j).end - at(j).begin < 3) return {};
    n.open = true;
    ++j;
  }
  if (hyphen(j)) ++j;
  if (n.scaled && is(j, glue::of)) ++j;  // millones de euros
  if (n.scaled && word(j) == "d" && mark(j + 1, '\'')) j += 2;
  int code = 0;
  const std::size_t end = currency_at(j, code);
  if (end == 0) return {};
  if (has(j, word_class::unit) && is(end, glue::of)) return {};  // of weight
  if (year_number(i) && end == i + 2 && year(i)) return {};  // 2017 marks ...
  if (word(j) == "won" && n.value < 100 && !n.scaled && !n.open) return {};
  if (n.article && value(j, word_class::currency) >= 0 &&
      !has(j, word_class::unit)) {
    return {};  // "a dollar" is rarely an amount
  }
  phrase p = made(i, end, value_form::money, entity_type::money);
  p.says.amount = n.value;
  p.says.amount_to = n.to;
  const number_phrase first = n.to > 0 ? number(i, true) : number_phrase();
  if (first && is(first.end, glue::and_)) {  // two sums, the second named
    p.end = first.end;
    p.says.amount_to = 0;
  }
  p.says.open = n.open;
  p.says.code = static_cast<std::int16_t>(code);
  return p;
}

phrase value_reader::money(std::size_t i) const {
  phrase p = symbol_money(i);
  return p ? p : named_money(i);
}

// "148 million" in "to 61 million francs from 148 million": a sum whose
// currency a sum before it has said. Requires the code of that.
phrase value_reader::implied_money(std::size_t i, std::int16_t code) const {
  if (!is_number(i) || i == 0) return {};
  if (!any(i - 1, glue::from, glue::against, glue::to, glue::of)) return {};
  const number_phrase n = number(i, true);
  if (!n || !n.scaled) return {};
  const bool free = n.end >= atoms_.size() ||
                    at(n.end).kind == atom_kind::mark ||
                    any(n.end, glue::to, glue::in, glue::from, glue::a) ||
                    has(n.end, word_class::shift);
  if (!free || hyphen(n.end)) return {};
  phrase p = made(i, n.end, value_form::money, entity_type::money);
  p.says.amount = n.value;
  p.says.code = code;
  return p;
}

// "14 percent", "4.5%", "three-tenths of a percent", "10 to 15 per cent".
phrase value_reader::percent(std::size_t i) const {
  if (joined(i) && is_number(i) && is_word(i - 1)) return {};
  const number_phrase n = amount(i);
  if (!n || (n.article && !has(n.end, word_class::percent))) return {};
  std::size_t j = hyphen(n.end) ? n.end + 1 : n.end;
  std::size_t end = 0;
  if (has(j, word_class::percent)) {
    end = j + 1;
  } else if (is(j, glue::per)) {
    j = hyphen(j + 1) ? j + 2 : j + 1;
    if (is(j, glue::cent)) end = j + 1;
  } else if (is(j, glue::percentage) && any(j + 1, glue::points, glue::point)) {
    end = j + 2;
  }
  if (end == 0 || n.article) return {};
  phrase p = made(i, end, value_form::percent, entity_type::percent);
  p.says.amount = n.value;
  p.says.amount_to = n.to;
  p.says.open = n.open;
  return p;
}

// A unit behind its number: "square kilometres", "km per hour", "metric
// tons", "degrees Celsius". Gives the place behind it, or 0.
std::size_t value_reader::measure_at(std::size_t i, draft& d) const {
  std::size_t j = i;
  const int before =
      at(j).has(word_class::glue) ? at(j).value(word_class::glue) : 0;
  if (any(j, glue::square, glue::cubic, glue::metric, glue::nautical,
          glue::light)) {
    j = hyphen(j + 1) ? j + 2 : j + 1;
    if (before == static_cast<int>(glue::light)) {
      const bool years =
          value(j, word_class::date_units) ==
              static_cast<int>(date_unit::year) ||
          value(j, word_class::date_unit) == static_cast<int>(date_unit::year);
      return years ? j + 1 : 0;
    }
  }
  if (!has(j, word_class::unit)) return 0;
  const atom& u = at(j);
  if (u.end - u.begin == 1 && !joined(j) && word(j) != "m") return 0;
  if (word(j) == "m" && counted_noun(j + 1)) return 0;  // 1.1m patients
  d.code = static_cast<std::int16_t>(u.value(word_class::unit));
  d.power = before == static_cast<int>(glue::square)  ? 2
            : before == static_cast<int>(glue::cubic) ? 3
                                                      : 1;
  ++j;
  if (has(j, word_class::unit) &&
      (code_of(at(j).value(word_class::unit)) == std::string_view("degC") ||
       code_of(at(j).value(word_class::unit)) == std::string_view("degF"))) {
    d.code = static_cast<std::int16_t>(at(j).value(word_class::unit));
    return j + 1;
  }
  if (hyphen(j) && has(j + 1, word_class::time_unit)) return j + 2;
  const std::size_t per = hyphen(j) ? j + 1 : j;
  if (any(per, glue::per, glue::an, glue::a)) {
    const std::size_t k = hyphen(per + 1) ? per + 2 : per + 1;
    if (has(k, word_class::time_unit)) {
      d.per_hour =
          value(k, word_class::time_unit) == static_cast<int>(time_unit::hour);
      return k + 1;
    }
  }
  if (mark(j, '/') && joined(j) && is_word(j + 1) && joined(j + 1)) {
    d.per_hour = word(j + 1) == "h";
    return j + 2;
  }
  return j;
}

// "12 km", "170-meter", "minus 5 degrees Celsius", "eight to 10 inches".
phrase value_reader::quantity(std::size_t i) const {
  const bool minus =
      is(i, glue::minus) || (mark(i, '-') && !joined(i) && joined(i + 1));
  const std::size_t start = minus ? i + 1 : i;
  if (is_number(start) && joined(start) &&
      (is_word(start - 1) || (mark(start - 1, '-') && is_number(start - 2)))) {
    return {};
  }
  const number_phrase n = amount(start);
  if (!n) return {};
  draft d;
  std::size_t j = hyphen(n.end) ? n.end + 1 : n.end;
  if (n.open && is(j, glue::of)) ++j;
  std::size_t end = measure_at(j, d);
  if (end == 0) return {};
  if (n.article && code_of(d.code) == "bbl") return {};  // the price of one
  if (n.article && !any(end, glue::of, glue::from, glue::above, glue::below,
                        glue::in, glue::to, glue::and_)) {
    if (i == 0 || !any(i - 1, glue::about, glue::than, glue::nearly,
                       glue::almost, glue::by, glue::within)) {
      return {};
    }
  }
  phrase p = made(i, end, value_form::quantity, entity_type::quantity);
  const std::size_t inches = is(end, glue::and_) ? end + 1 : end;
  if (code_of(d.code) == "ft" && is_number(inches) &&
      code_of(value(inches + 1, word_class::unit)) == "in") {
    p.end = inches + 2;  // 5 feet 2 inches
    return made(i, p.end, value_form::none, entity_type::quantity);
  }
  p.says = d;
  p.says.form = d.code != 0 ? value_form::quantity : value_form::none;
  p.says.amount = minus ? -n.value : n.value;
  p.says.amount_to = n.to;
  p.says.open = n.open;
  return p;
}

// "magnitude 6.8", "magnitude of 7", "7.9-magnitude", "6.1 on the Richter
// scale".
phrase value_reader::magnitude(std::size_t i) const {
  phrase p;
  std::size_t j = i;
  if (is(i, glue::magnitude)) {
    j = is(i + 1, glue::of) ? i + 2 : i + 1;
    if (hyphen(j)) ++j;
    if (!is_number(j) || at(j).number > 10) return p;
    p = made(i, j + 1, value_form::quantity, entity_type::quantity);
  } else if (is_number(i) && at(i).number <= 10) {
    j = hyphen(i + 1) ? i + 2 : i + 1;
    std::size_t end = 0;
    if (is(j, glue::magnitude)) end = j + 1;
    if (is(j, glue::on) && is(j + 1, glue::the) && is(j + 2, glue::richter) &&
        is(j + 3, glue::scale)) {
      end = j + 4;
    }
    if (end == 0) return p;
    p = made(i, end, value_form::quantity, entity_type::quantity);
    j = i;
  } else {
    return p;
  }
  p.says.amount = at(j).number;
  return p;
}

}  // namespace copydesk::entities
