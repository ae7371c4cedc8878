// SPDX-License-Identifier: Apache-2.0
// romance.hpp - whether a text is in a Romance language, as far as repair asks.
#ifndef COPYDESK_SRC_UNICODE_ROMANCE_HPP_
#define COPYDESK_SRC_UNICODE_ROMANCE_HPP_

#include <string_view>

namespace copydesk::unicode {

// Two of the small words of Spanish, French and Italian, and none of the
// English ones. Requires well-formed UTF-8. O(text).
bool reads_romance(std::string_view text);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_ROMANCE_HPP_
