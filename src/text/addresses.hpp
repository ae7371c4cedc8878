// SPDX-License-Identifier: Apache-2.0
// addresses.hpp - web and e-mail addresses in running text.
#ifndef COPYDESK_SRC_TEXT_ADDRESSES_HPP_
#define COPYDESK_SRC_TEXT_ADDRESSES_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::text {

// The end of the web address that begins at text[at] ("http://", "https://",
// "www."), or `at` if none does: up to white space, a quotation mark or a
// bracket that it did not open, without the punctuation at its end.
// O(result - at).
std::uint32_t url_end(std::string_view text, std::uint32_t at) noexcept;

// The end of the e-mail address that begins at text[at] and whose sign @
// stands at `sign`, or `at` if there is none. The part before the sign has at
// most 64 bytes (RFC 5321). O(result - at).
std::uint32_t email_end(std::string_view text, std::uint32_t at,
                        std::uint32_t sign) noexcept;

inline constexpr std::uint32_t longest_local_part = 64;

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_ADDRESSES_HPP_
