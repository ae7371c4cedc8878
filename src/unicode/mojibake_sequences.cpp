// SPDX-License-Identifier: Apache-2.0
// Idea: bytes are taken from the charset's table; a space may have been byte
// 0xA0, and a byte may be unknown. Invariant: a sequence without lost bytes is
// well-formed UTF-8 (RFC 3629), or a pair of surrogates in three bytes each
// (CESU-8, Unicode Technical Report 26). Cost: O(1).
#include "unicode/mojibake_sequences.hpp"

namespace copydesk::unicode {
namespace {

using charset = misread_charset;

constexpr char32_t replacement = 0xFFFD;

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
  if (spaces > 1 || (tails > 1 && real == 0) || lost > 1) return out;
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

}  // namespace

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

}  // namespace copydesk::unicode
