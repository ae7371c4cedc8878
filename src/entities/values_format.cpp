// SPDX-License-Identifier: Apache-2.0
// values_format.cpp - from a draft to ISO 8601, TIMEX3 and amounts.
//
// Idea: each form has its own small writer; what depends on the document's
// date is computed on day numbers and falls back to a form with X. Numbers
// are written without the C library, so that no locale can touch them.
// Cost: O(1), one short string.
#include "entities/values_format.hpp"

#include <cstdint>

namespace copydesk::entities {

int days_of(civil_date d) {
  const int y = d.year - (d.month <= 2 ? 1 : 0);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400;
  const int doy =
      (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

civil_date date_of(int days) {
  days += 719468;
  const int era = (days >= 0 ? days : days - 146096) / 146097;
  const int doe = days - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  civil_date d;
  d.day = doy - (153 * mp + 2) / 5 + 1;
  d.month = mp + (mp < 10 ? 3 : -9);
  d.year = yoe + era * 400 + (d.month <= 2 ? 1 : 0);
  return d;
}

namespace {

void put_digits(std::int64_t v, int width, std::string& out) {
  char buffer[24];
  int n = 0;
  do {
    buffer[n++] = static_cast<char>('0' + v % 10);
    v /= 10;
  } while (v > 0);
  while (n < width) buffer[n++] = '0';
  while (n > 0) out += buffer[--n];
}

// Decimal, at most four decimals, no exponent. Gives false if it is too big.
bool put_number(double v, std::string& out) {
  if (!(v > -9e18 && v < 9e18)) return false;
  if (v < 0) {
    out += '-';
    v = -v;
  }
  if (v >= 9e14) {
    put_digits(static_cast<std::int64_t>(v), 1, out);
    return true;
  }
  const auto scaled = static_cast<std::int64_t>(v * 10000 + 0.5);
  put_digits(scaled / 10000, 1, out);
  std::int64_t part = scaled % 10000;
  if (part == 0) return true;
  out += '.';
  int width = 4;
  while (part % 10 == 0) {
    part /= 10;
    --width;
  }
  put_digits(part, width, out);
  return true;
}

// "3", "X" if open, "3..5" with `after` behind each.
bool put_amount(const draft& d, std::string_view before, std::string_view after,
                std::string& out) {
  out += before;
  if (d.open) {
    out += 'X';
  } else if (!put_number(d.amount, out)) {
    return false;
  }
  if (d.amount_to > 0) {
    out += after;
    out += "..";
    out += before;
    if (!put_number(d.amount_to, out)) return false;
  }
  out += after;
  return true;
}

int weekday_of(int days) {  // Monday is 1
  return ((days + 3) % 7 + 7) % 7 + 1;
}

void put_date(civil_date d, std::string& out) {
  put_digits(d.year, 4, out);
  if (d.month == 0) return;
  out += '-';
  put_digits(d.month, 2, out);
  if (d.day == 0) return;
  out += '-';
  put_digits(d.day, 2, out);
}

// ISO week of a day: "2017-W09".
void put_week(int days, std::string& out) {
  const int thursday = days + 4 - weekday_of(days);
  const civil_date d = date_of(thursday);
  const int first = days_of({d.year, 1, 1});
  put_digits(d.year, 4, out);
  out += "-W";
  put_digits((thursday - first) / 7 + 1, 2, out);
}

// The year of a month (and day) without one: the nearest to `today`, or on
// the side that "last" and "next" say.
int year_near(const draft& d, civil_date today) {
  if (d.year_shift) return today.year + d.shift;
  const int day = d.day != 0 ? d.day : 15;
  const int here = days_of(today);
  int best = today.year;
  int gap = 1000;
  for (int y = today.year - 1; y <= today.year + 1; ++y) {
    const int away = days_of({y, d.month, day}) - here;
    const bool side =
        !d.has_shift || d.shift == 0 || (d.shift < 0 ? away < 0 : away > 0);
    const int size = away < 0 ? -away : away;
    if (side && size < gap) {
      best = y;
      gap = size;
    }
  }
  return best;
}

std::string write_date(const draft& d, civil_date today) {
  std::string out;
  if (d.year < 0) {
    out += "BC";
    put_digits(-d.year, 4, out);
    return out;
  }
  if (d.year != 0) {
    put_date({d.year, d.month, d.day}, out);
    return out;
  }
  if (today.year != 0) {
    put_date({year_near(d, today), d.month, d.day}, out);
    return out;
  }
  out = "XXXX-";
  put_digits(d.month, 2, out);
  if (d.day != 0) {
    out += '-';
    put_digits(d.day, 2, out);
  }
  return out;
}

std::string write_weekday(const draft& d, civil_date today, bool ahead) {
  std::string out;
  if (today.year == 0) {
    out = "XXXX-WXX-";
    put_digits(d.day, 1, out);
    return out;
  }
  const int here = days_of(today);
  int back = (weekday_of(here) - d.day + 7) % 7;  // 0 is today
  if (d.has_shift && d.shift < 0 && back == 0) back = 7;
  if (d.has_shift ? d.shift > 0 : ahead && back != 0) back -= 7;
  if (d.has_shift && d.shift == 0 && ahead && back > 0) back -= 7;
  put_date(date_of(here - back), out);
  return out;
}

std::string reference(int shift) {
  return shift < 0 ? "PAST_REF" : shift > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

// `today` moved by `n` units, as coarse as the unit.
std::string moved(int unit, int n, civil_date today) {
  std::string out;
  if (n < -9999 || n > 9999) return out;
  const int here = days_of(today);
  switch (static_cast<date_unit>(unit)) {
    case date_unit::day:
      put_date(date_of(here + n), out);
      break;
    case date_unit::fortnight:
      put_week(here + 14 * n, out);
      break;
    case date_unit::week:
      put_week(here + 7 * n, out);
      break;
    case date_unit::weekend:
      put_week(here + 7 * n, out);
      out += "-WE";
      break;
    case date_unit::month: {
      const int months = today.year * 12 + today.month - 1 + n;
      if (months >= 12) put_date({months / 12, months % 12 + 1, 0}, out);
      break;
    }
    case date_unit::quarter: {
      const int quarters = today.year * 4 + (today.month - 1) / 3 + n;
      if (quarters < 4) break;
      put_digits(quarters / 4, 4, out);
      out += "-Q";
      put_digits(quarters % 4 + 1, 1, out);
      break;
    }
    case date_unit::year:
      if (today.year + n > 0) put_digits(today.year + n, 4, out);
      break;
    case date_unit::decade:
      if (today.year / 10 + n > 0) {
        put_digits(today.year / 10 + n, 3, out);
        out += 'X';
      }
      break;
    case date_unit::century:
      if (today.year / 100 + n > 0) {
        put_digits(today.year / 100 + n, 2, out);
        out += "XX";
      }
      break;
    default:
      break;
  }
  return out;
}

std::string write_duration(const draft& d, civil_date today) {
  const bool whole =
      !d.open && d.amount_to == 0 && d.amount > 0 && d.amount < 9999 &&
      d.amount == static_cast<double>(static_cast<int>(d.amount));
  if (d.has_shift && whole && today.year != 0 && d.unit < 100) {
    return moved(d.unit, d.shift * static_cast<int>(d.amount), today);
  }
  draft scaled = d;
  const char* letter = "";
  int times = 1;
  if (d.unit >= 100) {
    constexpr const char* letters[] = {"H", "M", "S", ""};
    letter = letters[(d.unit - 100) & 3];
  } else {
    switch (static_cast<date_unit>(d.unit)) {
      case date_unit::day:
        letter = "D";
        break;
      case date_unit::week:
        letter = "W";
        break;
      case date_unit::fortnight:
        letter = "W";
        times = 2;
        break;
      case date_unit::month:
        letter = "M";
        break;
      case date_unit::quarter:
        letter = "M";
        times = 3;
        break;
      case date_unit::year:
        letter = "Y";
        break;
      case date_unit::decade:
        letter = "Y";
        times = 10;
        break;
      case date_unit::century:
        letter = "Y";
        times = 100;
        break;
      case date_unit::millennium:
        letter = "Y";
        times = 1000;
        break;
      default:
        break;
    }
  }
  if (*letter == '\0') return {};
  scaled.amount *= times;
  scaled.amount_to *= times;
  std::string out;
  return put_amount(scaled, d.unit >= 100 ? "PT" : "P", letter, out)
             ? out
             : std::string();
}

// "2017-Q3", "XXXX-SU": a year and a part of it.
std::string write_part(const draft& d, civil_date today,
                       std::string_view part) {
  std::string out;
  if (d.year > 0) {
    put_digits(d.year, 4, out);
  } else if (today.year != 0 && (d.has_shift || d.year_shift)) {
    put_digits(today.year + d.shift, 4, out);
  } else {
    out = "XXXX";
  }
  out += '-';
  out += part;
  return out;
}

std::string write_clock(const draft& d, civil_date today, bool ahead) {
  std::string out;
  if (d.day != 0) {
    out = write_weekday(d, today, ahead);
  } else if (d.has_shift && today.year != 0) {
    out = moved(static_cast<int>(date_unit::day), d.shift, today);
  }
  if (d.part > 0) {
    constexpr const char* parts[] = {"",    "TMO", "TAF",    "TEV",
                                     "TNI", "TMI", "T12:00", "T24:00"};
    if (d.part > 7) return {};
    return out + parts[d.part];
  }
  if (d.amount < 0) return {};
  const int minutes = static_cast<int>(d.amount);
  out += 'T';
  put_digits(minutes / 60, 2, out);
  out += ':';
  put_digits(minutes % 60, 2, out);
  if (d.utc) out += 'Z';
  return out;
}

std::string write_money(draft d) {
  std::string code(code_of(d.code));
  if (code.size() != 3) return {};
  if (code[2] >= 'a') {  // a hundredth of the unit
    code[2] = static_cast<char>(code[2] - 0x20);
    d.amount /= 100;
    d.amount_to /= 100;
  }
  std::string out = code + ' ';
  return put_amount(d, "", "", out) ? out : std::string();
}

std::string write_quantity(const draft& d) {
  std::string unit;
  if (d.code != 0) {
    unit = " ";
    if (d.power == 2 || d.power == 3) {
      unit += code_of(d.code);
      unit += d.power == 2 ? '2' : '3';
    } else {
      unit += code_of(d.code);
    }
    if (d.per_hour && code_of(d.code) != "mph") unit += "/h";
  }
  std::string out;
  return put_amount(d, "", "", out) ? out + unit : std::string();
}

}  // namespace

std::string write_value(const phrase& p, civil_date today, bool ahead) {
  const draft& d = p.says;
  std::string out;
  switch (d.form) {
    case value_form::none:
      return {};
    case value_form::date:
      return write_date(d, today);
    case value_form::weekday:
      return write_weekday(d, today, ahead);
    case value_form::unit_shift:
      return today.year != 0 ? moved(d.unit, d.shift, today)
                             : reference(d.shift);
    case value_form::duration:
      return write_duration(d, today);
    case value_form::decade:
      put_digits(d.year / 10, 3, out);
      return out + "X";
    case value_form::century:
      put_digits(d.year > 0 ? d.year - 1 : 0, 2, out);
      return out + "XX";
    case value_form::quarter:
      out = "Q";
      put_digits(d.month, 1, out);
      return write_part(d, today, out);
    case value_form::half_year:
      out = "H";
      put_digits(d.month, 1, out);
      return write_part(d, today, out);
    case value_form::season: {
      constexpr const char* names[] = {"", "SP", "SU", "FA", "WI"};
      return write_part(d, today,
                        names[d.month >= 1 && d.month <= 4 ? d.month : 0]);
    }
    case value_form::fixed:
      return "XXXX-" + std::string(d.text.substr(2));
    case value_form::clock:
      return write_clock(d, today, ahead);
    case value_form::money:
      return write_money(d);
    case value_form::percent:
      return put_amount(d, "", "%", out) ? out : std::string();
    case value_form::quantity:
      return write_quantity(d);
  }
  return {};
}

}  // namespace copydesk::entities
