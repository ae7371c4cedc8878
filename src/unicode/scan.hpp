// SPDX-License-Identifier: Apache-2.0
// scan.hpp - the one fast look at a text that is probably fine already.
//
// Idea: most news is well-formed UTF-8 in NFC, and undamaged. One pass settles
// all three, so that such text is neither decoded nor repaired nor normalized
// nor copied. Where it is in doubt it notes the place, so that repair and
// normalization need not look for it again.
#ifndef COPYDESK_SRC_UNICODE_SCAN_HPP_
#define COPYDESK_SRC_UNICODE_SCAN_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace copydesk::unicode {

struct scan_result {
  std::size_t valid = 0;          // length of the well-formed prefix
  std::size_t nfc = 0;            // length of the prefix of it known to be NFC
  std::size_t controls = 0;       // of C0 but tab, line feed, return; and DEL
  std::size_t first_control = 0;  // where; meaningful if controls != 0
  bool sound = true;  // no entity, control, lone pair that repair might change
};

// Places that are to be looked at closely, in text order; those from `end` on
// are not noted, for there are too many of them (limits::scan_places).
struct scan_places {
  std::vector<std::uint32_t> at;
  std::size_t end = 0;
};

struct scan_notes {
  scan_places odd;     // second of a pair of characters, or a character, that
                       // damage may have made
  scan_places doubts;  // a character that NFC may change
};

// Looks at bytes until the first ill-formed one. O(bytes.size()): about a
// quarter of a cycle a byte for ASCII, one to two for other scripts. Throws
// std::bad_alloc if there are notes to make.
scan_result scan(std::string_view bytes) noexcept;
scan_result scan(std::string_view bytes, scan_notes& notes);

// The same with no wider registers than `most`, to compare them.
enum class registers : std::uint8_t { usual, of_32, of_64 };
scan_result scan_as(registers most, std::string_view bytes) noexcept;

// The places of one kind from `from` on, up to the number that a list takes.
// Requires well-formed UTF-8 and from <= utf8.size(). O(bytes until the list is
// full).
void note_odd(std::string_view utf8, std::size_t from, scan_places& odd);
void note_doubts(std::string_view utf8, std::size_t from, scan_places& doubts);

// Length of the ASCII prefix of bytes from `at` on. O(result).
std::size_t ascii_length(std::string_view bytes, std::size_t at) noexcept;

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_SCAN_HPP_
