// SPDX-License-Identifier: Apache-2.0
// scan.hpp - the one fast look at a text that is probably fine already.
//
// Idea: most news is well-formed UTF-8 in NFC, and undamaged. One pass settles
// all three, so that such text is neither decoded nor repaired nor normalized
// nor copied.
#ifndef COPYDESK_SRC_UNICODE_SCAN_HPP_
#define COPYDESK_SRC_UNICODE_SCAN_HPP_

#include <cstddef>
#include <string_view>

namespace copydesk::unicode {

struct scan_result {
  std::size_t valid = 0;          // length of the well-formed prefix
  std::size_t nfc = 0;            // length of the prefix of it known to be NFC
  std::size_t controls = 0;       // of C0 but tab, line feed, return; and DEL
  std::size_t first_control = 0;  // where; meaningful if controls != 0
  bool ascii = true;              // the well-formed prefix is ASCII
  bool sound = true;  // no entity, control, lone pair that repair might change
};

// Looks at bytes until the first ill-formed one. O(bytes.size()): about a
// quarter of a cycle a byte for ASCII, one to two for other scripts.
scan_result scan(std::string_view bytes) noexcept;

// The first place from `at` on where well-formed UTF-8 may not be NFC, or its
// size. Requires that text may be cut at `at`. O(result - at).
std::size_t nfc_length(std::string_view utf8, std::size_t at) noexcept;

// Length of the ASCII prefix of bytes from `at` on. O(result).
std::size_t ascii_length(std::string_view bytes, std::size_t at) noexcept;

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_SCAN_HPP_
