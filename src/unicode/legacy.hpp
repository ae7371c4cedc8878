// SPDX-License-Identifier: Apache-2.0
// legacy.hpp - charsets that are not Unicode.
//
// Idea: single-byte charsets are tables of our own; the multi-byte ones of
// East Asia go through ICU, one character at a time, so that each knows its
// bytes.
#ifndef COPYDESK_SRC_UNICODE_LEGACY_HPP_
#define COPYDESK_SRC_UNICODE_LEGACY_HPP_

#include <string_view>

#include "copydesk/result.hpp"
#include "unicode/decode.hpp"

namespace copydesk::unicode {

// What a label of a charset stands for.
enum class charset_kind {
  unknown,
  utf8,
  utf16le,
  utf16be,
  utf32le,
  utf32be,
  legacy
};

struct charset {
  charset_kind kind = charset_kind::unknown;
  const char* name = "";           // IANA name, static
  const char* converter = "";      // ICU's name of it; "" = table
  const char16_t* high = nullptr;  // table of the bytes 80-FF; 0 = undefined
};

// The charset of a label, as in the WHATWG Encoding Standard, without regard
// to case and surrounding space. O(log labels).
charset find_charset(std::string_view label) noexcept;

// Decodes bytes of a legacy charset into `out` (text, changes, notes,
// encoding). ok, unsupported (no ICU in this build) or no_memory. O(bytes).
errc decode_legacy(std::string_view bytes, const charset& from,
                   decoded_text& out);

// The same for the multi-byte ones: through ICU.
errc decode_through_icu(std::string_view bytes, const charset& from,
                        decoded_text& out);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_LEGACY_HPP_
