// SPDX-License-Identifier: Apache-2.0
// Idea: score = oddness as it stands - oddness read as UTF-8 + how telling the
// bytes are; see mojibake.hpp. Invariant: a reading is accepted only on its
// own neighbourhood and the evidence of the whole text, and less evidence
// never accepts more, so that repaired text stays as it is. Cost: a run is
// weighed in pieces of at most limits::mojibake_run sequences, so a character
// is looked at a bounded number of times. Source: our own; the observation
// that classes of neighbours tell mojibake from text is Robyn Speer's (ftfy).
#include "unicode/mojibake.hpp"

#include <algorithm>
#include <cstddef>

#include "limits.hpp"
#include "unicode/mojibake_classes.hpp"

namespace copydesk::unicode {
namespace {

using cls = character_class;
using charset = misread_charset;

struct sequence {
  std::size_t units = 0;  // 0: none
  char32_t decoded = 0;
  unsigned lead = 0;    // the first byte
  bool lost = false;    // a byte is unknown
  bool spaced = false;  // a space stands for byte 0xA0
};

struct run {
  std::size_t sequences = 0;
  std::size_t units = 0;
  int score = 0;
  bool whole = true;  // no byte lost
  charset from = charset::windows_1252;
  sequence parts[limits::mojibake_run];
};

constexpr char32_t replacement = 0xFFFD;

bool is_unknown(char32_t c) {
  return c == replacement || c == '?' || c == 0x1A;
}

std::size_t tails_after(unsigned lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

// ------------------------------------------------------------- sequences ---

// One sequence that is well-formed but for lost bytes, surrogates included.
sequence read_plain(const repair_units& units, std::size_t at, charset from) {
  sequence out;
  out.lead = byte_in(from, units[at].character);
  const std::size_t tails = tails_after(out.lead);
  if (tails == 0 || at + tails >= units.size()) return out;
  char32_t value = out.lead & (0x3FU >> tails);
  std::size_t real = 0, lost = 0, spaces = 0;
  for (std::size_t t = 1; t <= tails; ++t) {
    const char32_t c = units[at + t].character;
    unsigned byte = byte_in(from, c);
    if (byte >= 0x80 && byte < 0xC0) {
      ++real;
    } else if (c == ' ') {
      byte = 0xA0;
      ++spaces;
    } else if (is_unknown(c)) {
      byte = 0x80;
      ++lost;
    } else {
      return out;
    }
    if (t == 1 && !is_unknown(c)) {
      if ((out.lead == 0xE0 && byte < 0xA0) ||
          (out.lead == 0xF0 && byte < 0x90) ||
          (out.lead == 0xF4 && byte > 0x8F)) {
        return out;
      }
    }
    value = value << 6 | (byte & 0x3F);
  }
  if (spaces > 1 || (tails > 1 && real == 0)) return out;
  out.units = tails + 1;
  out.lost = lost != 0;
  out.spaced = spaces != 0;
  out.decoded = out.lost ? replacement : value;
  return out;
}

bool is_high_surrogate(const repair_units& units, std::size_t at,
                       charset from) {
  const unsigned byte = byte_in(from, units[at + 1].character);
  return (byte >= 0xA0 && byte < 0xB0) || units[at + 1].character == ' ';
}

// A pair of surrogates, each as three bytes (CESU-8).
sequence read_pair(const repair_units& units, std::size_t at, charset from,
                   const sequence& high) {
  sequence none;
  if (!is_high_surrogate(units, at, from) || at + 5 >= units.size()) {
    return none;
  }
  const sequence low = read_plain(units, at + 3, from);
  if (low.units == 0 || low.lead != 0xED) return none;
  const unsigned byte = byte_in(from, units[at + 4].character);
  if (byte < 0xB0 || byte > 0xBF) return none;
  sequence out = high;
  out.units = 6;
  out.lost = high.lost || low.lost;
  out.spaced = high.spaced || low.spaced;
  out.decoded = out.lost ? replacement
                         : 0x10000 + ((high.decoded - 0xD800) << 10) +
                               (low.decoded - 0xDC00);
  return out;
}

sequence read_sequence(const repair_units& units, std::size_t at, charset from,
                       bool guess) {
  sequence out = read_plain(units, at, from);
  const unsigned second =
      at + 1 < units.size() ? byte_in(from, units[at + 1].character) : 0;
  const bool dropped = out.units == 0 && (at + 2 >= units.size() ||
                                          units[at + 2].character < 0x80);
  if (guess && out.lead == 0xE2 && second == 0x80 &&
      (dropped || out.lost || out.spaced)) {
    // The closing quotation mark, U+201D, is the one that windows-1252 loses:
    // its last byte, 0x9D, is not assigned there. 0x98 is lost in the others.
    if (out.lost || from == charset::windows_1252) {
      if (!out.lost) out.units = 2;
      const bool in_word = dropped && at > 0 && at + 2 < units.size() &&
                           is_letter(class_of(units[at - 1].character)) &&
                           is_letter(class_of(units[at + 2].character));
      out.decoded = from != charset::windows_1252 ? 0x2018
                    : in_word                     ? 0x2010  // byte 0x90
                                                  : 0x201D;
      out.lost = true;
      out.spaced = false;
      return out;
    }
  }
  if (out.units != 0 && out.lead == 0xED && !out.lost &&
      out.decoded >= 0xD800) {
    return out.decoded < 0xDC00 ? read_pair(units, at, from, out) : sequence{};
  }
  if (out.units != 0 && out.lead == 0xED && out.lost &&
      is_high_surrogate(units, at, from)) {
    return read_pair(units, at, from, out);
  }
  return out;
}

// --------------------------------------------------------------- weighing ---

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
  if (s.lead >= 0xF0) return s.lead == 0xF0 ? 4 : 2;
  if (s.lead >= 0xE0) {
    if (s.lost && s.decoded != replacement) return 4;
    const bool picture = s.decoded >= 0x2600 && s.decoded < 0x27C0;
    return 1 + (picture ? 2 : 0) +
           (is_frequent(s.decoded) ? picture ? 1 : 2 : 0);
  }
  if (s.lost) return 0;
  const bool mac = from == charset::mac_roman;
  if (s.lead == 0xC3 && from == charset::windows_1252) return 3;
  if (s.lead <= 0xC3) return central(from) || of_boxes(from) || mac ? 2 : 0;
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

// The row of units being rewritten: [0, to) is done, [at, size) is to do.
struct view {
  const repair_units& units;
  std::size_t to, at;
  bool contiguous;  // what ends at `to` was mojibake up to `at`

  cls raw(std::size_t i) const {
    return i < units.size() ? class_of(units[i].character) : cls::space;
  }
  cls raw_before() const {
    return at == 0 ? cls::space : class_of(units[at - 1].character);
  }
  char32_t done(std::size_t back) const {
    return to < back ? U' ' : units[to - back].character;
  }
};

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
      in_word = true;
    } else if (!is_quotation(now)) {
      in_word = false;
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
      sum += oddness(class_of(before), now);
    }
    sum += rarity(now);
    if (misfits_case(before2, before, now, after)) sum += 3;
    before2 = before;
    before = c;
  }
  const std::size_t end = v.at + r.units;
  const bool capped = r.sequences == limits::mojibake_run;
  if (!capped && end < v.units.size() &&
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
bool is_lone_c3(const view& v, const run& r) {
  const sequence& s = r.parts[0];
  if (s.lead != 0xC3 || s.decoded != 0xE0 || s.spaced ||
      r.from != charset::windows_1252) {
    return false;
  }
  if (!is_letter(v.raw_before())) return true;
  const bool word = v.at > 1 && is_upper(class_of(v.units[v.at - 2].character));
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
  return (lead_charsets(c) & tail_charsets(v.units[v.at].character) &
          central_bits) != 0;
}

// A letter beside the run that the charset does not have: what was misread in
// it could not hold that letter.
bool is_foreign(const view& v, std::size_t at, charset from) {
  if (at >= v.units.size()) return false;
  const char32_t c = v.units[at].character;
  return c >= 0x80 && is_letter(class_of(c)) && byte_in(from, c) == 0;
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
  if (is_lone_c2(v, r.parts[0]) || is_lone_c3(v, r)) r.score += 2;
  const cls tail = v.raw(v.at + 2);
  if (r.parts[0].spaced && r.parts[0].lead == 0xE2 &&
      v.raw_before() == cls::space && tail == cls::currency) {
    r.score += 2;  // the word "\u00E2"
  }
  const char32_t first = r.parts[0].decoded;
  if ((first == 0xBF || first == 0xA1) && v.raw_before() == cls::space &&
      is_letter(v.raw(v.at + r.units))) {
    r.score += 1;
  }
  if (is_foreign(v, v.at + r.units, r.from)) r.score -= 3;
  if (!v.contiguous && v.at > 0 && is_foreign(v, v.at - 1, r.from)) {
    r.score -= 3;
  }
  if (v.contiguous) {
    r.score += 2;
  } else if (begins_inside(v)) {
    r.score -= 12;
  }
}

// Whether byte 0xA0 makes a frequent letter after this lead, so that the space
// after it may have been one.
bool takes_space(unsigned lead) {
  return lead == 0xC2 || lead == 0xCE || lead == 0xD0 || lead == 0xD7 ||
         lead == 0xD9;
}

run read_run(const view& v, charset from, bool seen, bool guess) {
  run r;
  r.from = from;
  std::size_t at = v.at;
  while (r.sequences < limits::mojibake_run && at < v.units.size()) {
    const sequence s = read_sequence(v.units, at, from, guess);
    if (s.units == 0) break;
    const bool alone = r.sequences == 0 && !v.contiguous;
    if (s.units == 2 && s.spaced && !takes_space(s.lead)) break;
    if (s.units == 2 && s.lost && s.lead < 0xE0 && alone && !seen &&
        v.units[at + 1].character != replacement) {
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

// The best reading of what begins at v.at; no sequences: none good enough.
run best_run(const view& v, const mojibake_evidence& evidence, bool guess) {
  run best;
  const char32_t first = v.units[v.at].character;
  std::uint32_t mask = lead_charsets(first);
  if (mask == 0 || v.at + 1 >= v.units.size()) return best;
  const char32_t second = v.units[v.at + 1].character;
  if (second != ' ' && !is_unknown(second)) mask &= tail_charsets(second);
  for (std::size_t i = 0; i < misread_charset_count; ++i) {
    if ((mask >> i & 1) == 0) continue;
    const charset from = static_cast<charset>(i);
    const bool seen = evidence.any(from);
    const run r = read_run(v, from, seen, guess);
    if (r.sequences == 0 || r.score < threshold(from, evidence)) continue;
    const bool better =
        r.score > best.score ||
        (r.score == best.score &&
         evidence.runs[i] > evidence.runs[static_cast<std::size_t>(best.from)]);
    if (best.sequences == 0 || better) best = r;
  }
  return best;
}

// -------------------------------------------------------------- lone leads ---

struct lone {
  char32_t decoded = 0;   // 0: none
  std::size_t units = 1;  // 2: the space after it is part of it
};

bool ends_word(const view& v, std::size_t at) {
  return at >= v.units.size() || !is_letter(v.raw(at));
}

bool spells(const view& v, std::size_t at, const char* word) {
  for (; *word != '\0'; ++word, ++at) {
    if (at >= v.units.size() ||
        v.units[at].character != static_cast<unsigned char>(*word)) {
      return false;
    }
  }
  return ends_word(v, at);
}

// What follows "\u00E0 " is not a word but the rest of one.
bool continues_word(const view& v, std::size_t at, bool in_word,
                    const mojibake_evidence& evidence) {
  if (!in_word) {
    if (spells(v, at, "s")) {
      return at + 1 >= v.units.size() || v.raw(at + 1) == cls::space;
    }
    for (const char* word : {"quele", "quela", "queles", "quelas", "quilo"}) {
      if (spells(v, at, word)) return true;
    }
    return false;
  }
  if (!evidence.vietnamese) return false;
  // What may follow the vowel in a Vietnamese syllable.
  for (const char* coda :
       {"i", "o", "u", "y", "m", "n", "ng", "nh", "p", "t", "c", "ch"}) {
    if (spells(v, at, coda)) return true;
  }
  return false;
}

// Byte 0xC3 before a lost 0xA0: "\u00E0".
lone read_lone_c3(const view& v, charset from, bool seen,
                  const mojibake_evidence& evidence, bool guess) {
  lone out;
  const cls before = v.raw_before();
  const std::size_t next = v.at + 1;
  const bool elided = before == cls::apostrophe ||
                      (v.at > 0 && v.units[v.at - 1].character == '\'');
  const bool in_word = is_lower(before) || elided;
  if (next < v.units.size() && is_lower(v.raw(next))) {
    // A lost soft hyphen, 0xAD: the commonest letter lost so.
    if (guess && from == charset::windows_1252 && before == cls::lower &&
        v.raw(next) == cls::lower) {
      out.decoded = 0xED;
    }
    return out;
  }
  if (next >= v.units.size() || v.units[next].character != ' ') return out;
  const bool sure = from == charset::windows_1252 && before == cls::lower;
  if (!sure && !(seen && (in_word || before == cls::space))) return out;
  if (is_upper(v.raw(next + 1)) && !seen) return out;
  out.decoded = 0xE0;
  const bool two =
      next + 1 < v.units.size() && v.units[next + 1].character == ' ';
  if (two || continues_word(v, next + 1, in_word, evidence)) out.units = 2;
  return out;
}

lone read_lone(const view& v, const mojibake_evidence& evidence, bool guess) {
  const std::uint32_t mask = lead_charsets(v.units[v.at].character);
  for (std::size_t i = 0; mask != 0 && i < misread_charset_count; ++i) {
    if ((mask >> i & 1) == 0) continue;
    const charset from = static_cast<charset>(i);
    const bool seen = evidence.any(from);
    const unsigned lead = byte_in(from, v.units[v.at].character);
    if (lead == 0xC3) {
      const lone out = read_lone_c3(v, from, seen, evidence, guess);
      if (out.decoded != 0) return out;
    }
    const std::size_t next = v.at + 1;
    if (!seen || next >= v.units.size() || v.units[next].character != ' ') {
      continue;
    }
    if (lead == 0xC5 && v.raw_before() == cls::space &&
        is_lower(v.raw(next + 1))) {
      return {0x160, 2};
    }
    if (v.contiguous && lead != 0xC2 && takes_space(lead)) {
      const bool two =
          next + 1 < v.units.size() && v.units[next + 1].character == ' ';
      return {(lead & 0x1FU) << 6 | 0x20U, two ? std::size_t{2} : 1};
    }
  }
  return {};
}

void put(repair_units& units, std::size_t to, std::size_t at,
         std::size_t length, char32_t decoded) {
  const std::size_t begin = units[at].begin;
  std::size_t end = begin;
  for (std::size_t i = at; i < at + length; ++i) {
    if (end_of(units[i]) > end) end = end_of(units[i]);
  }
  units[to] = make_unit(decoded, begin, end, number_of(repair_kind::mojibake));
}

}  // namespace

namespace {

bool same_reading(const run& a, const run& b) {
  if (a.sequences != b.sequences || !a.whole || !b.whole) return false;
  for (std::size_t i = 0; i < a.sequences; ++i) {
    if (a.parts[i].decoded != b.parts[i].decoded) return false;
  }
  return true;
}

}  // namespace

void gather_evidence(const repair_units& units, mojibake_evidence& evidence) {
  const mojibake_evidence none;
  for (std::size_t at = 0; at < units.size();) {
    const view v{units, at, at, false};
    const run best =
        units[at].character < 0x80 ? run{} : best_run(v, none, false);
    if (best.sequences == 0) {
      ++at;
      continue;
    }
    for (std::size_t i = 0; i < misread_charset_count; ++i) {
      const run r = read_run(v, static_cast<charset>(i), false, false);
      if (same_reading(r, best)) ++evidence.runs[i];
    }
    for (std::size_t i = 0; i < best.sequences; ++i) {
      const char32_t c = best.parts[i].decoded;
      if (c >= 0x1EA0 && c <= 0x1EF9) evidence.vietnamese = true;
    }
    at += best.units;
  }
}

bool undo_mojibake(repair_units& units, const mojibake_evidence& evidence,
                   bool guess) {
  bool changed = false;
  std::size_t to = 0;
  bool contiguous = false;
  for (std::size_t at = 0; at < units.size();) {
    if (units[at].character < 0x80) {
      units[to++] = units[at++];
      contiguous = false;
      continue;
    }
    const view v{units, to, at, contiguous};
    const run r = best_run(v, evidence, guess);
    if (r.sequences > 0) {
      for (std::size_t i = 0; i < r.sequences; ++i) {
        put(units, to++, at, r.parts[i].units, r.parts[i].decoded);
        at += r.parts[i].units;
      }
      changed = contiguous = true;
      continue;
    }
    const lone single = read_lone(v, evidence, guess);
    contiguous = false;
    if (single.decoded != 0) {
      put(units, to++, at, single.units, single.decoded);
      at += single.units;
      changed = true;
      continue;
    }
    units[to++] = units[at++];
  }
  units.resize(to);
  return changed;
}

}  // namespace copydesk::unicode
