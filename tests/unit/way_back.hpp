// SPDX-License-Identifier: Apache-2.0
// way_back.hpp - the promises of normalized_text, checked on one input.
#ifndef COPYDESK_TESTS_UNIT_WAY_BACK_HPP_
#define COPYDESK_TESTS_UNIT_WAY_BACK_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/normalize.hpp"

namespace copydesk_test {

// "" if every promise holds for these bytes and options, or which one does
// not. Checks the units bytes, UTF-16 and code points against counting by
// hand; `every` = check each n-th character (1 = all); `units` = those to check
// beside bytes. O(bytes log changes).
std::string broken_promise(std::string_view bytes,
                           const copydesk::normalize_options& options,
                           std::uint32_t every = 1,
                           const std::vector<copydesk::offset_unit>& units = {
                               copydesk::offset_unit::utf16,
                               copydesk::offset_unit::codepoints});

}  // namespace copydesk_test

#endif  // COPYDESK_TESTS_UNIT_WAY_BACK_HPP_
