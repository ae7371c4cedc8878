// SPDX-License-Identifier: Apache-2.0
// detect_cjk.hpp - what a sample costs as text of an East Asian charset.
#ifndef COPYDESK_SRC_UNICODE_DETECT_CJK_HPP_
#define COPYDESK_SRC_UNICODE_DETECT_CJK_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::unicode {

struct cjk_guess {
  const char* label = "";
  std::uint32_t cost = 0;  // sixths of a nat, as in detect.cpp
};

// The cheapest of Shift_JIS, EUC-JP, GB18030, Big5 and EUC-KR. Judges the
// structure of the bytes and how common the characters are; ASCII between
// ASCII costs nothing here. O(sample).
cjk_guess cheapest_cjk(std::string_view sample);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_DETECT_CJK_HPP_
