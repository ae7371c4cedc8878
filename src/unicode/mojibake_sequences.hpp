// SPDX-License-Identifier: Apache-2.0
// mojibake_sequences.hpp - sequences of UTF-8 that were read in a single-byte
// charset, also where a byte of them was lost.
#ifndef COPYDESK_SRC_UNICODE_MOJIBAKE_SEQUENCES_HPP_
#define COPYDESK_SRC_UNICODE_MOJIBAKE_SEQUENCES_HPP_

#include <cstddef>

#include "unicode/mojibake_classes.hpp"
#include "unicode/repair_units.hpp"

namespace copydesk::unicode {

struct sequence {
  std::size_t units = 0;  // 0: none
  char32_t decoded = 0;
  unsigned lead = 0;    // the first byte
  bool lost = false;    // a byte is unknown
  bool spaced = false;  // a space stands for byte 0xA0
};

// The sequence that begins at units[at], read from the charset: well-formed
// but for lost bytes; surrogates come in pairs (CESU-8). `guess`: a lost byte
// is the likely one where there is such. O(1).
sequence read_sequence(const repair_units& units, std::size_t at,
                       misread_charset from, bool guess);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_MOJIBAKE_SEQUENCES_HPP_
