// SPDX-License-Identifier: Apache-2.0
// normalize.hpp - NFC, and the forms that the options ask for.
//
// Idea: cut the text where neither half can change the other, look only at
// the pieces that the quick check does not vouch for, and say what changed.
// Text already in the form is found by reading it and costs no memory.
#ifndef COPYDESK_SRC_UNICODE_NORMALIZE_HPP_
#define COPYDESK_SRC_UNICODE_NORMALIZE_HPP_

#include <cstddef>
#include <string>
#include <string_view>

#include "copydesk/normalize.hpp"
#include "unicode/edits.hpp"
#include "unicode/scan.hpp"

namespace copydesk::unicode {

struct normalized {
  std::string text;
  edits changes;
};

enum class outcome {
  unchanged,  // the text is in the form already; `out` was left alone
  changed,
  too_big,  // the form would be longer than limits::max_clean_bytes
};

// Puts well-formed UTF-8 into the form that the options ask for. `doubts` are
// the places where a scan of the text doubted that it is NFC, if the caller has
// them: nothing else is looked at when nothing but NFC is asked for.
// Linear in utf8.size() for any text: long runs of combining marks are sorted
// by counting. Source: UAX #15; case folding and NFKC_Casefold as in section
// 3.13 of the Unicode Standard, applied to NFD so that they are stable.
outcome normalize(std::string_view utf8, const normalize_options& options,
                  const scan_places* doubts, normalized& out);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_NORMALIZE_HPP_
