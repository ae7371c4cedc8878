// SPDX-License-Identifier: Apache-2.0
// mojibake.hpp - UTF-8 that was read in a single-byte charset, read aright.
//
// Idea: a character of the text that is in some charset the first byte of a
// sequence of UTF-8, followed by characters that are the rest of it there, is
// a candidate; candidates in a row make a run. A run is read as UTF-8 when
// the text as it stands is odder, by the pairs of characters in it and at its
// ends, than the text read so. The threshold falls for a charset that the
// text has shown elsewhere without doubt.
//
// A byte may be lost: U+00A0 that became a space, U+FFFD or "?" or nothing
// where the charset has no character. Where one reading is likely the text is
// read so, else as U+FFFD.
#ifndef COPYDESK_SRC_UNICODE_MOJIBAKE_HPP_
#define COPYDESK_SRC_UNICODE_MOJIBAKE_HPP_

#include <array>
#include <cstdint>
#include <string_view>

#include "unicode/mojibake_classes.hpp"
#include "unicode/repair_units.hpp"

namespace copydesk::unicode {

// What the text as a whole has shown.
struct mojibake_evidence {
  // By charset: how many sequences were read from it without any evidence.
  std::array<std::uint32_t, misread_charset_count> sequences{};
  bool vietnamese = false;    // letters that only Vietnamese has
  bool extended = false;      // letters of Latin Extended-A
  bool recomposed = false;    // it went through NFKC or NFD afterwards
  bool soft_hyphens = false;  // soft hyphens are bytes 0xAD still

  bool any(misread_charset from) const {
    return sequences[static_cast<std::size_t>(from)] != 0;
  }
  // The charsets for which this makes a difference, one bit each.
  std::uint32_t charsets() const {
    if (recomposed || soft_hyphens) return all_charsets;
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < misread_charset_count; ++i) {
      if (sequences[i] != 0) out |= 1U << i;
    }
    return out;
  }
};

// may_begin() of the character c of `length` bytes at text[at].
bool may_begin_at(std::string_view text, std::size_t at, char32_t c,
                  std::size_t length);

// Whether undo_mojibake() changes units[at] if it changes nothing before it.
// O(1).
bool reads_mojibake(const repair_units& units, std::size_t at,
                    const mojibake_evidence& evidence, bool guess);

// Adds what a row of units shows. O(units).
void gather_evidence(const repair_units& units, mojibake_evidence& evidence);

// Undoes one layer of mojibake. `guess`: read a sequence with a lost byte as
// the one likely character. Returns whether anything changed. O(units).
bool undo_mojibake(repair_units& units, const mojibake_evidence& evidence,
                   bool guess);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_MOJIBAKE_HPP_
