// SPDX-License-Identifier: Apache-2.0
// windows_1252.hpp - what windows-1252 means by 0x80..0x9F, the places where
// ISO-8859-1 and Unicode have C1 controls.
#ifndef COPYDESK_SRC_UNICODE_WINDOWS_1252_HPP_
#define COPYDESK_SRC_UNICODE_WINDOWS_1252_HPP_

namespace copydesk::unicode {

// The character of byte c; 0 where the charset defines none. Requires
// 0x80 <= c < 0xA0.
constexpr char32_t windows_1252(char32_t c) {
  constexpr char32_t table[32] = {
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return table[c - 0x80];
}

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_WINDOWS_1252_HPP_
