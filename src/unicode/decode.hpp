// SPDX-License-Identifier: Apache-2.0
// decode.hpp - from bytes of any encoding to well-formed UTF-8.
//
// Idea: a byte order mark decides, then the declared charset, then whether
// the bytes are well-formed UTF-8, then the shape of UTF-16 without a mark,
// then a guess among the legacy charsets of news. Text that is well-formed
// UTF-8 is not copied. What cannot be decoded becomes U+FFFD, one for each
// maximal subpart, and a note.
// Source: Unicode Standard 3.9 and 23.8; labels of the WHATWG Encoding
// Standard.
#ifndef COPYDESK_SRC_UNICODE_DECODE_HPP_
#define COPYDESK_SRC_UNICODE_DECODE_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/result.hpp"
#include "unicode/edits.hpp"
#include "unicode/repair.hpp"
#include "unicode/scan.hpp"

namespace copydesk::unicode {

struct decoded_text {
  // Well-formed UTF-8: `owned`, or a part of the caller's bytes.
  std::string_view text() const noexcept {
    return is_owned ? std::string_view(owned) : borrowed;
  }

  bool is_owned = false;
  std::string owned;
  std::string_view borrowed;
  edits changes;                   // bytes -> text
  std::vector<repair_note> notes;  // of kind encoding; source bytes
  const char* encoding = "UTF-8";  // IANA name, static
  bool sound = false;              // repair() is known to find nothing
};

// Decodes. `charset` is a declared label ("" = none); a byte order mark
// overrules it. Fails with bad_text (binary data: at the first control that
// no text has), unsupported (a charset this build cannot read) or invalid (an
// unknown label). `seen` is scan(bytes), if the caller has it.
// O(bytes.size()).
result<decoded_text> decode(std::string_view bytes, std::string_view charset,
                            const scan_result* seen = nullptr);

// Puts U+FFFD for the ill-formed bytes [begin, end) into out. One note a run of
// them, with a replacement character for each.
void put_bad(std::uint32_t begin, std::uint32_t end, decoded_text& out);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_DECODE_HPP_
