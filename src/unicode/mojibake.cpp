// SPDX-License-Identifier: Apache-2.0
// Idea: from left to right the best run at each place is read as UTF-8
// (mojibake_runs.hpp); lead bytes that lost all the rest of their sequence are
// read by what stands around them. Invariant: a reading depends on its own
// neighbourhood and on the evidence of the whole text, and less evidence never
// accepts more, so that repaired text stays as it is. Cost: O(units).
#include "unicode/mojibake.hpp"

#include <cstddef>

#include "unicode/mojibake_classes.hpp"
#include "unicode/mojibake_runs.hpp"

namespace copydesk::unicode {
namespace {

using cls = character_class;
using charset = misread_charset;
using view = mojibake_view;
using run = mojibake_run;

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

// Byte 0xC3 with a small letter after it, in a word. NFKC made letters of the
// signs for bytes 0xAA and 0xBA; else a soft hyphen, 0xAD, was lost, and the
// letter is the commonest that has it.
lone read_c3_in_word(const view& v, const mojibake_evidence& evidence) {
  const char32_t next = v.units[v.at + 1].character;
  const bool letters = evidence.recomposed || evidence.soft_hyphens;
  if (letters && (next == 'o' || next == 'a')) {
    return {next == 'o' ? U'\u00FA' : U'\u00EA', 2};
  }
  if (next == 'o') return {};
  return {0xED, 1};
}

// Byte 0xC3 before a space that may have been 0xA0.
lone read_c3_at_end(const view& v, charset from, bool seen,
                    const mojibake_evidence& evidence) {
  const cls before = v.raw_before();
  const std::size_t next = v.at + 1;
  const bool elided = before == cls::apostrophe ||
                      (v.at > 0 && v.units[v.at - 1].character == '\'');
  const bool initial =
      is_upper(before) && (v.at < 2 || !is_letter(class_of(v.before2)));
  const bool in_word = is_lower(before) || elided || initial;
  const bool two =
      next + 1 < v.units.size() && v.units[next + 1].character == ' ';
  const bool sure = from == charset::windows_1252 &&
                    (before == cls::lower || (two && before == cls::space));
  if (!sure && !(seen && (in_word || before == cls::space))) return {};
  if (is_upper(v.raw(next + 1)) && !seen) return {};
  const bool joined = two || continues_word(v, next + 1, in_word, evidence);
  return {0xE0, joined ? std::size_t{2} : 1};
}

lone read_lone_c3(const view& v, charset from, bool seen,
                  const mojibake_evidence& evidence, bool guess) {
  const std::size_t next = v.at + 1;
  if (next >= v.units.size()) return {};
  if (v.units[next].character == ' ') {
    return read_c3_at_end(v, from, seen, evidence);
  }
  if (guess && from == charset::windows_1252 && v.raw_before() == cls::lower &&
      v.raw(next) == cls::lower) {
    return read_c3_in_word(v, evidence);
  }
  return {};
}

// Byte 0xC2 before a letter that NFKC made of a sign.
lone read_lone_c2(const view& v, const mojibake_evidence& evidence) {
  if (!evidence.recomposed || v.at + 1 >= v.units.size()) return {};
  const char32_t next = v.units[v.at + 1].character;
  const bool in_word = is_lower(v.raw_before()) || v.contiguous;
  if (!in_word || (next != 'o' && next != 'a')) return {};
  return {next == 'o' ? U'\u00BA' : U'\u00AA', 2};
}

lone read_lone(const view& v, const mojibake_evidence& evidence, bool guess) {
  const std::uint32_t mask = lead_charsets(v.units[v.at].character);
  for (std::size_t i = 0; mask != 0 && i < misread_charset_count; ++i) {
    if ((mask >> i & 1) == 0) continue;
    const charset from = static_cast<charset>(i);
    const bool seen = evidence.any(from);
    const unsigned lead = byte_in(from, v.units[v.at].character);
    lone out;
    if (lead == 0xC3) out = read_lone_c3(v, from, seen, evidence, guess);
    if (lead == 0xC2 && guess) out = read_lone_c2(v, evidence);
    if (out.decoded != 0) return out;
    const std::size_t next = v.at + 1;
    if (!seen || next >= v.units.size() || v.units[next].character != ' ') {
      continue;
    }
    if (lead == 0xC5 && v.raw_before() == cls::space && evidence.extended &&
        v.units[v.at].kind == 0 && is_lower(v.raw(next + 1))) {
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

bool same_reading(const run& a, const run& b) {
  if (a.sequences != b.sequences || !a.whole || !b.whole) return false;
  for (std::size_t i = 0; i < a.sequences; ++i) {
    if (a.parts[i].decoded != b.parts[i].decoded) return false;
  }
  return true;
}

// Counts a run for each charset that gives it the same characters, or others
// as likely.
void note_run(const view& v, const run& best, mojibake_evidence& evidence) {
  for (std::size_t i = 0; i < misread_charset_count; ++i) {
    const run r = read_run(v, static_cast<charset>(i), false, false);
    if (r.sequences == 0 || !r.whole) continue;
    if (same_reading(r, best) || r.score >= best.score) {
      evidence.sequences[i] += static_cast<std::uint32_t>(r.sequences);
    }
  }
  for (std::size_t i = 0; i < best.sequences; ++i) {
    const char32_t c = best.parts[i].decoded;
    if (c >= 0x1EA0 && c <= 0x1EF9) evidence.vietnamese = true;
    if (c >= 0x100 && c < 0x180) evidence.extended = true;
  }
  for (std::size_t i = v.at; i < v.at + best.units; ++i) {
    const repair_unit& u = v.units[i];
    if (u.character == 0xAD) evidence.soft_hyphens = true;
    if (u.kind == 0 && u.length == 3 && u.character < 0x100) {
      evidence.recomposed = true;
    }
  }
}

char32_t character_at(const repair_units& units, std::size_t at) {
  return at < units.size() ? units[at].character : 0;
}

// Nothing was rewritten yet.
view view_at(const repair_units& units, std::size_t at) {
  return {units, at, at, false, at < 2 ? U'\0' : units[at - 2].character};
}

bool unit_may_begin(const repair_units& units, std::size_t at) {
  return units[at].character >= 0x80 &&
         may_begin(units[at].character, character_at(units, at + 1),
                   character_at(units, at + 2));
}

}  // namespace

bool may_begin_at(std::string_view text, std::size_t at, char32_t c,
                  std::size_t length) {
  char32_t next = 0, third = 0;
  at += length;
  if (at < text.size()) next = decode_at(text, at, length);
  if (next >= 0x80 && at + length < text.size()) {
    third = decode_at(text, at + length, length);
  }
  return may_begin(c, next, third, all_charsets);
}

void gather_evidence(const repair_units& units, mojibake_evidence& evidence) {
  const mojibake_evidence none;
  for (std::size_t at = 0; at < units.size();) {
    if (!unit_may_begin(units, at)) {
      ++at;
      continue;
    }
    const view v = view_at(units, at);
    const run best = best_run(v, none, false);
    if (best.sequences == 0) {
      ++at;
      continue;
    }
    note_run(v, best, evidence);
    at += best.units;
  }
}

bool reads_mojibake(const repair_units& units, std::size_t at,
                    const mojibake_evidence& evidence, bool guess) {
  if (!unit_may_begin(units, at)) return false;
  const view v = view_at(units, at);
  return best_run(v, evidence, guess).sequences > 0 ||
         read_lone(v, evidence, guess).decoded != 0;
}

bool undo_mojibake(repair_units& units, const mojibake_evidence& evidence,
                   bool guess) {
  bool changed = false;
  std::size_t to = 0;
  bool contiguous = false;
  char32_t before = 0, before2 = 0;
  const auto pass_over = [&](std::size_t at, std::size_t length) {
    before2 = length == 1 ? before : units[at + length - 2].character;
    before = units[at + length - 1].character;
  };
  for (std::size_t at = 0; at < units.size();) {
    if (!(contiguous && units[at].character >= 0x80) &&
        !unit_may_begin(units, at)) {
      pass_over(at, 1);
      units[to++] = units[at++];
      contiguous = false;
      continue;
    }
    const view v{units, to, at, contiguous, before2};
    const run r = best_run(v, evidence, guess);
    if (r.sequences > 0) {
      pass_over(at, r.units);
      for (std::size_t i = 0; i < r.sequences; ++i) {
        put(units, to++, at, r.parts[i].units, r.parts[i].decoded);
        at += r.parts[i].units;
      }
      changed = contiguous = true;
      continue;
    }
    const lone single = read_lone(v, evidence, guess);
    contiguous = false;
    pass_over(at, single.units);
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
