// SPDX-License-Identifier: Apache-2.0
// properties.hpp - what normalization needs to know of a code point.
//
// Idea: two table look-ups give a small class; classes below first_active
// cannot be changed by NFC, nor change anything around them. Nearly all news
// consists of those. Tables: normalization_data.inc, generated.
// Source: Unicode Standard Annex #15, section 9, "Detecting Normalization
// Forms"; the Unicode Character Database.
#ifndef COPYDESK_SRC_UNICODE_PROPERTIES_HPP_
#define COPYDESK_SRC_UNICODE_PROPERTIES_HPP_

#include <cstdint>

namespace copydesk::unicode::data {

struct properties {
  std::uint8_t ccc;    // canonical combining class
  std::uint8_t flags;  // see the functions below
};

// One step of a canonical decomposition: the code point is these two, of which
// the second is none (0) or is not taken apart itself.
struct decomposition {
  char32_t code, first, second;
};

#include "unicode/normalization_data.inc"

// The class of a code point, an index into classes. O(1).
constexpr std::uint8_t class_of(char32_t code) noexcept {
  if (code >= inert_from) return 0;
  return stage2[stage1[code >> 6] * 64u + (code & 63)];
}

// Quick check: 0 yes, 1 maybe, 2 no.
constexpr unsigned nfc_quick(properties p) noexcept { return p.flags & 3; }
constexpr unsigned nfkc_quick(properties p) noexcept {
  return p.flags >> 2 & 3;
}

// Whether the form may depend on what stands before the code point.
constexpr bool joins_nfc(properties p) noexcept { return p.flags & 16; }
constexpr bool joins_nfkc(properties p) noexcept { return p.flags & 32; }

}  // namespace copydesk::unicode::data

#endif  // COPYDESK_SRC_UNICODE_PROPERTIES_HPP_
