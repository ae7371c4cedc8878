// SPDX-License-Identifier: Apache-2.0
// values_numbers.cpp - numbers as news writes them.
//
// Idea: digits or words, with a scale ("2.5 million", "12 lakh", "$4m"), a
// half ("two and a half"), or open ("several hundred", "tens of millions
// of"). A spelled number is read left to right; hundred multiplies what
// stands before it, larger scales close it.
// Cost: a spelled number has at most max_words atoms.
#include "entities/values_reader.hpp"

namespace copydesk::entities {
namespace {

// Longer chains of number words are lists or nonsense, not numbers.
constexpr int max_words = 12;

double power_of_ten(int exponent) {
  double p = 1;
  for (int i = 0; i < exponent; ++i) p *= 10;
  return p;
}

}  // namespace

bool same_letters(std::string_view any_case, std::string_view lower) {
  if (any_case.size() != lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = any_case[i];
    if ((c >= 'A' && c <= 'Z' ? c + 0x20 : c) != lower[i]) return false;
  }
  return true;
}

// A capitalised word that means nothing to this grammar: part of a name.
bool value_reader::name_like(std::size_t i) const {
  const atom& a = at(i);
  return is_word(i) && a.classes == 0 &&
         (a.letters == text::token_case::title ||
          a.letters == text::token_case::mixed);
}

// Takes the scale words behind `n`: "million", "hundred thousand", "-million".
// With `letters` also those of one letter: 4m, 3k, 2b, 1t.
void value_reader::scale(number_phrase& n, bool letters) const {
  for (int k = 0; k < 3; ++k) {
    std::size_t j = n.end;
    if (hyphen(j) && has(j + 1, word_class::scale)) ++j;
    if (!has(j, word_class::scale)) return;
    const bool one_letter = at(j).end - at(j).begin == 1;
    if (one_letter && (!letters || !joined(j))) return;
    n.value *= power_of_ten(at(j).value(word_class::scale));
    n.scaled = true;
    n.end = j + 1;
  }
}

void value_reader::and_a_half(number_phrase& n) const {
  std::size_t j = n.end;
  const bool dashes = hyphen(j);
  if (dashes) ++j;
  if (!is(j, glue::and_)) return;
  j += dashes && hyphen(j + 1) ? 2 : 1;
  if (!is(j, glue::a)) return;
  j += dashes && hyphen(j + 1) ? 2 : 1;
  const int part = value(j, word_class::fraction);
  if (part != 2 && part != 4) return;
  n.value += 1.0 / part;
  n.end = j + 1;
}

// A spelled number: "three", "twenty-eight", "one hundred and fifty".
number_phrase value_reader::cardinal(std::size_t i) const {
  number_phrase n;
  double total = 0, group = 0;
  int last = -1;  // the last cardinal, or 1000 after a scale
  std::size_t j = i;
  for (int k = 0; k < max_words; ++k) {
    if (n && hyphen(j) &&
        (has(j + 1, word_class::cardinal) || has(j + 1, word_class::scale))) {
      ++j;
    } else if (n && is(j, glue::and_) && last == 1000 &&
               has(j + 1, word_class::cardinal)) {
      ++j;
    }
    if (has(j, word_class::cardinal)) {
      const int v = at(j).value(word_class::cardinal);
      const bool fits = last < 0 || last == 1000 ||
                        (last >= 20 && last < 100 && v > 0 && v < 10);
      if (!fits) break;
      group += v;
      last = v;
    } else if (n && has(j, word_class::scale) && at(j).end - at(j).begin > 1) {
      const int p = at(j).value(word_class::scale);
      group *= power_of_ten(p);
      if (p > 2) {
        total += group;
        group = 0;
      }
      last = 1000;
      n.scaled = true;
    } else {
      break;
    }
    n.end = ++j;
  }
  n.value = total + group;
  n.word = true;
  return n;
}

// "several", "a few hundred", "dozens of", "tens of millions of".
number_phrase value_reader::vague(std::size_t i) const {
  number_phrase n;
  n.word = true;
  n.open = true;
  if (has(i, word_class::scales)) {
    std::size_t j = i;
    while (j < i + 6 && has(j, word_class::scales) && is(j + 1, glue::of)) {
      n.end = j += 2;
    }
    return n;
  }
  if (!has(i, word_class::vague)) return n;
  const int v = at(i).value(word_class::vague);
  n.end = i + 1;
  n.open = v == 0;
  n.value = v;
  if (is(n.end, glue::of) && v == 2) ++n.end;
  scale(n, false);
  return n;
}

// A lower-case noun in the plural, by its letters: what a number counts.
bool value_reader::counted_noun(std::size_t i) const {
  const std::string_view w = word(i);
  return is_word(i) && at(i).classes == 0 &&
         at(i).letters == text::token_case::lower && w.size() > 3 &&
         ((w.back() == 's' && w[w.size() - 2] != 's') || w == "people");
}

number_phrase value_reader::spelled(std::size_t i) const {
  number_phrase n;
  n.word = true;
  if (any(i, glue::a, glue::an)) {
    n.value = 1;
    n.end = i + 1;
    scale(n, false);
    if (n.scaled) return n;
    number_phrase more = vague(i + 1);
    if (more && !has(i + 1, word_class::scales)) return more;
    n.article = true;
    return n;
  }
  if (value(i, word_class::fraction) == 2) {  // half a million, half an hour
    std::size_t j = hyphen(i + 1) ? i + 2 : i + 1;
    if (has(j, word_class::scale)) {  // half million
      n.value = 0.5;
      n.end = j;
      scale(n, false);
      return n;
    }
    if (!any(j, glue::a, glue::an)) return n;
    n.end = hyphen(j + 1) ? j + 2 : j + 1;
    n.value = 0.5;
    scale(n, false);
    return n;
  }
  n = cardinal(i);
  if (!n) return vague(i);
  std::size_t j = hyphen(n.end) ? n.end + 1 : n.end;
  if (has(j, word_class::fraction)) {  // three-tenths, one quarter
    const std::size_t of = j + 1;
    if (is(of, glue::of) && any(of + 1, glue::a, glue::an)) {
      n.end = of + 2;
      n.value /= at(j).value(word_class::fraction);
      return n;
    }
  }
  and_a_half(n);
  scale(n, false);
  return n;
}

// One number at i.
number_phrase value_reader::number(std::size_t i, bool letters) const {
  if (!is_number(i)) {
    return is_word(i) ? spelled(i) : number_phrase();
  }
  number_phrase n;
  if (joined(i + 1) && has(i + 1, word_class::suffix)) return n;
  n.value = at(i).number;
  n.end = i + 1;
  const std::size_t part = mark(i + 1, '-') && joined(i + 1) ? i + 2 : i + 1;
  if (is_number(part) && mark(part + 1, '/') && joined(part + 1) &&
      is_number(part + 2) && joined(part + 2) && at(part + 2).number > 0 &&
      at(part).number < at(part + 2).number && at(part + 2).digits < 3) {
    n.value += at(part).number / at(part + 2).number;  // 2-1/2
    n.end = part + 3;
  } else if (mark(i + 1, '/') && joined(i + 1) && is_number(i + 2) &&
             joined(i + 2) && at(i + 2).number <= 16 &&
             n.value < at(i + 2).number && !mark(i + 3, '/')) {
    n.value /= at(i + 2).number;  // 1/2 cup
    n.end = i + 3;
  }
  and_a_half(n);
  scale(n, letters);
  return n;
}

// A number or a range of two: "10 to 15", "two or three", "10-15"; joined by
// "and" only behind "between".
number_phrase value_reader::amount(std::size_t i, bool letters) const {
  number_phrase n = number(i, letters);
  if (!n || n.article || n.open) return n;
  const std::size_t j = n.end;
  const bool dash = mark(j, '-') && (at(j).space == at(j + 1).space);
  const bool between = is(j, glue::and_) && i > 0 && is(i - 1, glue::between);
  if (!dash && !between && !any(j, glue::to, glue::or_)) return n;
  if (!is_number(j + 1) && !has(j + 1, word_class::cardinal)) return n;
  const number_phrase m = number(j + 1, letters);
  if (!m || m.open || m.article) return n;
  if (n.scaled == m.scaled && m.value <= n.value) return n;
  n.end = m.end;
  n.to = m.value;
  if (m.scaled && !n.scaled && at(j + 1).number > 0) {  // 8 to 12 billion
    n.value *= m.value / at(j + 1).number;
  }
  return n;
}

// "first", "twenty-first", "21st"; gives the place behind it, or 0.
std::size_t value_reader::ordinal(std::size_t i, int& v) const {
  if (is_number(i)) {
    if (!joined(i + 1) || !has(i + 1, word_class::suffix)) return 0;
    v = at(i).whole;
    return v < 0 ? 0 : i + 2;
  }
  if (has(i, word_class::ordinal)) {
    v = at(i).value(word_class::ordinal);
    return i + 1;
  }
  const int tens = value(i, word_class::cardinal);
  const std::size_t j = hyphen(i + 1) ? i + 2 : i + 1;
  if (tens >= 20 && has(j, word_class::ordinal) &&
      at(j).value(word_class::ordinal) < 10) {
    v = tens + at(j).value(word_class::ordinal);
    return j + 1;
  }
  return 0;
}

}  // namespace copydesk::entities
