// SPDX-License-Identifier: Apache-2.0
// Idea: score = oddness as it stands - oddness read as UTF-8 + how telling the
// bytes are. Invariant: less evidence never accepts more. Cost: a run is
// weighed in pieces of at most limits::mojibake_run sequences. Source: our
// own; that classes of neighbours tell mojibake from text is an observation of
// Robyn Speer's (ftfy).
#include "unicode/mojibake_runs.hpp"

#include <algorithm>

namespace copydesk::unicode {
namespace {

using cls = character_class;
using charset = misread_charset;
using view = mojibake_view;
using run = mojibake_run;

constexpr char32_t replacement = 0xFFFD;

// Characters that are in news everywhere, and in mojibake therefore.
bool is_frequent(char32_t c) {
  return (c >= 0x2010 && c <= 0x2026) || c == 0x2030 || c == 0x2039 ||
         c == 0x203A || c == 0x20AC || c == 0x2122 || c == replacement ||
         c == 0xFEFF || c == 0x2713 || c == 0x2714 || c == 0x2764 ||
         c == 0x2605 || c == 0x2606 || c == 0x25CF || c == 0x25A0 ||
         c == 0x2192 || c == 0x2212;
}

int rarity(cls c) {
  switch (c) {
    case cls::rare_letter:
      return 3;
    case cls::private_use:
      return 8;
    case cls::mark:
    case cls::box:
    case cls::space:
    case cls::c1:
      return 1;
    default:
      return 0;
  }
}

bool central(charset from) {
  return from == charset::windows_1252 || from == charset::windows_1250 ||
         from == charset::iso_8859_2;
}

bool of_boxes(charset from) {
  return from == charset::cp437 || from == charset::cp866;
}

// How telling the bytes of a sequence are by themselves.
int weight(const sequence& s, charset from) {
  if (s.lead >= 0xF0) {
    const bool picture = s.decoded >= 0x1F000 && s.decoded < 0x1FB00;
    return picture ? 4 : 2;
  }
  if (s.lead >= 0xE0) {
    if (s.lost) return s.decoded != replacement ? 4 : 1;
    const bool picture = s.decoded >= 0x2600 && s.decoded < 0x27C0;
    return 1 + (picture ? 2 : 0) +
           (is_frequent(s.decoded) ? picture ? 1 : 2 : 0);
  }
  if (s.lost) return 0;
  const bool mac = from == charset::mac_roman;
  if (s.lead == 0xC3 && from == charset::windows_1252) return 3;
  if (s.lead <= 0xC3) return central(from) || of_boxes(from) || mac ? 2 : 0;
  if (s.lead == 0xC5 && from == charset::windows_1250) return 2;
  if (s.lead <= 0xC5) {
    const bool letters = central(from) || from == charset::windows_1257;
    return letters || of_boxes(from) || mac ? 1 : 0;
  }
  if (s.lead == 0xCC) return central(from) ? 1 : 0;
  if (s.lead < 0xCE || s.lead > 0xD1) return 0;
  return central(from) || of_boxes(from) ? 2 : 0;
}

bool pairs_again(char32_t x, char32_t y) {
  return (lead_charsets(x) & tail_charsets(y)) != 0;
}

int threshold(charset from, const mojibake_evidence& evidence) {
  return (evidence.any(from) ? 2 : 4) + (central(from) ? 0 : 1);
}

// A word or a sign of its own in a text that was misread in many places.
bool is_whole_word(const mojibake_view& v, const mojibake_run& r,
                   const mojibake_evidence& evidence) {
  if (evidence.sequences[static_cast<std::size_t>(r.from)] < 3) return false;
  return r.whole && r.score >= 0 && !is_letter(v.raw_before()) &&
         !is_letter(v.raw(v.at + r.units)) &&
         (r.parts[0].lead == 0xC2 || is_letter(class_of(r.parts[0].decoded)));
}

bool is_punctuation(cls c) {
  return c == cls::dash || c == cls::closing || c == cls::turned ||
         c == cls::apostrophe || c == cls::ellipsis || c == cls::guillemet ||
         c == cls::opening;
}

bool is_quotation(cls c) { return c == cls::turned || c == cls::guillemet; }

int raw_oddness(const view& v, std::size_t length) {
  int sum = 0;
  cls before = v.raw_before();
  bool in_word = is_letter(before);  // through quotation marks too
  for (std::size_t i = v.at; i <= v.at + length; ++i) {
    const cls now = v.raw(i);
    sum += oddness(before, now);
    if (is_letter(now)) {
      if (in_word && is_quotation(before)) sum += 3;
      if ((before == cls::dash || before == cls::ellipsis) && i >= v.at + 2) {
        // One script before a dash, another after it.
        const cls first = v.raw(i - 2);
        if (is_letter(first)) sum += oddness(first, now) >= 4 ? 4 : 0;
      }
      in_word = true;
    } else if (!is_quotation(now)) {
      in_word = false;
    }
    if (now == cls::dash && i >= v.at + 2 && v.raw(i - 2) == cls::dash) {
      sum += 2;  // Cyrillic in MacRoman: a dash, a sign, a dash, a sign...
    }
    if (now == cls::upper_accented && before == cls::upper_accented &&
        is_lower(v.raw(i + 1))) {
      sum += 2;
    }
    before = now;
  }
  return sum;
}

// A small letter among capitals.
bool misfits_case(char32_t before2, char32_t before, cls now, cls after) {
  if (now != cls::lower_accented) return false;
  const cls b = class_of(before);
  if (b != cls::upper && b != cls::upper_accented) return false;
  return is_upper(class_of(before2)) || is_upper(after);
}

int decoded_oddness(const view& v, const run& r) {
  int sum = 0;
  char32_t before2 = v.done(2), before = v.done(1);
  for (std::size_t i = 0; i < r.sequences; ++i) {
    const char32_t c = r.parts[i].decoded;
    const cls now = class_of(c);
    const cls after = i + 1 < r.sequences ? class_of(r.parts[i + 1].decoded)
                                          : v.raw(v.at + r.units);
    if (!pairs_again(before, c) && now != cls::lost) {
      sum += before == 0xB0 ? 0 : oddness(class_of(before), now);
    }
    sum += rarity(now);
    if (misfits_case(before2, before, now, after)) sum += 3;
    before2 = before;
    before = c;
  }
  const std::size_t end = v.at + r.units;
  const bool capped = r.sequences == limits::mojibake_run;
  if (!capped && end < v.units.size() && before != 0xB0 &&
      !pairs_again(before, v.units[end].character)) {
    sum += oddness(class_of(before), v.raw(end));
  }
  return sum;
}

// "100\u00C2\u00A0km": a lone capital that ends a word begun by no letter.
bool is_lone_c2(const view& v, const sequence& s) {
  if (s.lead != 0xC2 || s.decoded != 0xA0) return false;
  const cls before = v.raw_before();
  return !is_letter(before) && before != cls::space && before != cls::nbsp;
}

// "\u00C3\u00A0": a lone capital, or one between a capital and a small letter.
bool is_lone_c3(const view& v, bool seen, const run& r) {
  const sequence& s = r.parts[0];
  if (s.lead != 0xC3 || s.decoded != 0xE0 || s.spaced) return false;
  if (r.from != charset::windows_1252 && !seen) return false;
  if (!is_letter(v.raw_before())) return true;
  const bool word = v.at > 1 && is_upper(class_of(v.before2));
  return !word && is_lower(v.raw(v.at + 2));
}

// What stands before makes it likely that a run begins in the middle of
// something else, out of which nothing is read.
bool begins_inside(const view& v) {
  if (v.at == 0) return false;
  const char32_t c = v.units[v.at - 1].character;
  const cls before = class_of(c);
  if (c >= 0x80 && (before == cls::superscript || before == cls::rare ||
                    before == cls::currency || before == cls::math)) {
    return true;
  }
  constexpr std::uint32_t central_bits = 7;
  const auto pairs = [](char32_t x, char32_t y) {
    return (lead_charsets(x) & tail_charsets(y) & central_bits) != 0;
  };
  return pairs(c, v.units[v.at].character) ||
         (v.at > 1 && before != cls::c1 && pairs(v.before2, c));
}

// A letter beside the run that the charset does not have: what was misread in
// it could not hold that letter.
bool is_foreign(const view& v, std::size_t at, charset from) {
  if (at >= v.units.size()) return false;
  const char32_t c = v.units[at].character;
  return c >= 0x80 && is_letter(class_of(c)) && byte_in(from, c) == 0;
}

// "\u00E2" as a word of its own.
bool is_lone_e2(const view& v, const run& r) {
  const sequence& s = r.parts[0];
  return s.lead == 0xE2 && !is_letter(v.raw_before()) && s.units == 3 &&
         !is_letter(v.raw(v.at + 1)) &&
         (!s.spaced || v.raw(v.at + 2) == cls::currency);
}

bool begins_whole(const repair_units& units, std::size_t at, charset from) {
  if (at >= units.size()) return false;
  const sequence s = read_sequence(units, at, from, false);
  return s.units != 0 && !s.lost && !s.spaced;
}

void weigh(const view& v, bool seen, run& r) {
  const int raw = raw_oddness(v, r.units);
  // Sequences in a row are telling, but not where nothing is odd: Cyrillic
  // words can be read as UTF-8 misread in CP866.
  const int row = std::min(raw, 2 * static_cast<int>(r.sequences - 1));
  r.score = raw + row - decoded_oddness(v, r);
  for (std::size_t i = 0; i < r.sequences; ++i) {
    r.score += weight(r.parts[i], r.from);
    if (r.parts[i].spaced && r.parts[i].units > 2 && !seen) r.score -= 2;
  }
  if (is_lone_c2(v, r.parts[0])) r.score += 2;
  if (is_lone_c3(v, seen, r)) r.score += central(r.from) ? 2 : 3;
  // A no-break space in a word.
  const std::size_t end = v.at + r.units;
  if (seen && end > v.at && v.raw(end - 1) == cls::nbsp &&
      is_lower(v.raw(end))) {
    r.score += 1;
  }
  if (is_lone_e2(v, r)) r.score += 2;
  const char32_t first = r.parts[0].decoded;
  if ((first == 0xBF || first == 0xA1) && v.raw_before() == cls::space &&
      is_letter(v.raw(v.at + r.units))) {
    r.score += 1;
  }
  // Nothing at all is odd: only the commonest leads count then.
  const char32_t lead = v.units[v.at].character;
  if (raw == 0 && !seen && lead != 0xC2 && lead != 0xC3 && lead != 0xE2) {
    r.score = 0;
  }
  if (is_foreign(v, v.at + r.units, r.from)) r.score -= 3;
  if (!v.contiguous && v.at > 0 && is_foreign(v, v.at - 1, r.from)) {
    r.score -= 3;
  }
  if (v.contiguous) {
    r.score += 2;
  } else if (begins_inside(v)) {
    r.score -= 100;
  }
}

}  // namespace

bool takes_space(unsigned lead) {
  return lead == 0xC2 || lead == 0xCE || lead == 0xD0 || lead == 0xD7 ||
         lead == 0xD9;
}

mojibake_run read_run(const mojibake_view& v, misread_charset from, bool seen,
                      bool guess) {
  run r;
  r.from = from;
  std::size_t at = v.at;
  while (r.sequences < limits::mojibake_run && at < v.units.size()) {
    const sequence s = read_sequence(v.units, at, from, guess);
    if (s.units == 0) break;
    const bool alone = r.sequences == 0 && !v.contiguous;
    if (s.units == 2 && s.spaced &&
        (!takes_space(s.lead) || is_punctuation(v.raw(at)))) {
      break;
    }
    if (s.units == 2 && s.lost && s.lead < 0xE0 && alone && !seen &&
        v.units[at + 1].character != replacement &&
        !begins_whole(v.units, at + 2, from)) {
      break;
    }
    if (s.lost && !central(from) && !seen) break;
    if (class_of(s.decoded) == cls::private_use) break;
    r.parts[r.sequences++] = s;
    at += s.units;
  }
  // A space at the end is the space between two words.
  while (r.sequences > 0) {
    const sequence& last = r.parts[r.sequences - 1];
    if (!(last.units == 2 && last.spaced && last.lead != 0xC2)) break;
    at -= last.units;
    --r.sequences;
  }
  for (std::size_t i = 0; i < r.sequences; ++i) {
    if (r.parts[i].lost || r.parts[i].spaced) r.whole = false;
  }
  r.units = at - v.at;
  if (r.sequences > 0) weigh(v, seen, r);
  return r;
}

mojibake_run best_run(const mojibake_view& v, const mojibake_evidence& evidence,
                      bool guess) {
  run best;
  const char32_t first = v.units[v.at].character;
  std::uint32_t mask = lead_charsets(first);
  if (mask == 0 || v.at + 1 >= v.units.size()) return best;
  const char32_t second = v.units[v.at + 1].character;
  if (second != ' ' && !is_unknown(second)) mask &= tail_charsets(second);
  for (std::size_t i = 0; i < misread_charset_count; ++i) {
    if ((mask >> i & 1) == 0) continue;
    const charset from = static_cast<charset>(i);
    if (read_sequence(v.units, v.at, from, guess).units == 0) continue;
    const bool seen = evidence.any(from);
    const run r = read_run(v, from, seen, guess);
    if (r.sequences == 0 || (r.score < threshold(from, evidence) &&
                             !is_whole_word(v, r, evidence))) {
      continue;
    }
    const bool better =
        r.score > best.score ||
        (r.score == best.score &&
         evidence.sequences[i] >
             evidence.sequences[static_cast<std::size_t>(best.from)]);
    if (best.sequences == 0 || better) best = r;
  }
  return best;
}

}  // namespace copydesk::unicode
