// SPDX-License-Identifier: Apache-2.0
// detect.hpp - which legacy charset bytes without a label are in.
#ifndef COPYDESK_SRC_UNICODE_DETECT_HPP_
#define COPYDESK_SRC_UNICODE_DETECT_HPP_

#include <string_view>

#include "unicode/legacy.hpp"

namespace copydesk::unicode {

// The charset that bytes that are not well-formed UTF-8 are most likely in.
// Looks at a bounded sample around the bytes that are not ASCII. O(sample).
charset detect(std::string_view bytes);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_DETECT_HPP_
