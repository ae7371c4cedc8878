// SPDX-License-Identifier: Apache-2.0
// repair_scan.hpp - the tables of the fast pass of repair.
//
// Idea: one lookup a character, one a pair. Each character below scan_limit
// has a number below 64: its class (mojibake_classes.hpp) and a bit for
// whether any charset could have made it of a byte of UTF-8, or scan_judged
// for those that are judged alone.
#ifndef COPYDESK_SRC_UNICODE_REPAIR_SCAN_HPP_
#define COPYDESK_SRC_UNICODE_REPAIR_SCAN_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace copydesk::unicode {

inline constexpr char32_t scan_limit = 0x3000;
inline constexpr std::uint8_t scan_judged = 59;  // no such class and bit
inline constexpr std::uint8_t scan_c2_c3 = 36;   // U+00C2 and U+00C3
inline constexpr std::uint8_t scan_e2 = 35;      // U+00E2

// That number (six bits of a row), and two bits: scan_active, where NFC must
// look at the character, or it is judged alone, among those that no charset
// has; scan_mark for marks.
inline constexpr std::uint8_t scan_number = 63;
inline constexpr std::uint8_t scan_mark = 64;
inline constexpr std::uint8_t scan_active = 128;
// From here to U+1FFF, and from U+3000 to U+DFFF, no charset has a character.
inline constexpr char32_t scan_free_from = 0x540;
extern const std::array<std::uint8_t, scan_limit> scan_characters;

// By number of the first * 64 + number of the second: 0 normal, 1 a pair that
// mojibake may have made, 2 the second is to be judged alone, 3 a pair that
// mojibake may have made if a letter follows, 4 one that it may have made if
// the first is the mark of a letter of ASCII.
extern const std::array<std::uint8_t, 64 * 64> scan_pairs;

// The first byte at or after `at` that is not plain ASCII: not ASCII, an
// ampersand, or a control but line feed and tab. O(bytes skipped), 64 at once.
std::size_t skip_plain(std::string_view text, std::size_t at);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_REPAIR_SCAN_HPP_
