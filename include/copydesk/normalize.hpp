// SPDX-License-Identifier: Apache-2.0
// copydesk/normalize.hpp - clean text from any bytes, with an exact way back.
//
// Useful on its own: no model is needed. The steps, in order:
//   decode     which charset, and every ill-formed byte
//   repair     mojibake, HTML entities, controls, soft hyphens...
//   normalize  NFC, and what the options below ask for
#ifndef COPYDESK_NORMALIZE_HPP_
#define COPYDESK_NORMALIZE_HPP_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk {
inline namespace v0 {

// What normalize() does beyond decoding. The default changes nothing in text
// that is well-formed, undamaged and in NFC.
struct normalize_options {
  std::string charset;          // declared charset; "" = find out
  bool repair = true;           // mend mojibake, entities, controls...
  bool nfkc = false;            // NFKC instead of NFC
  bool fold_case = false;       // full case folding (with nfkc: NFKC_Casefold)
  bool plain_marks = false;     // quotation marks to " and '
  bool plain_dashes = false;    // dashes and hyphens to -
  bool plain_spaces = false;    // every white space in a line to U+0020
  bool plain_ellipses = false;  // U+2026 to ...
  bool plain_digits = false;    // decimal digits of all scripts to 0-9
  std::size_t max_bytes = 0;    // refuse longer input; 0 = 256 MiB
};

}  // namespace v0
}  // namespace copydesk

#endif  // COPYDESK_NORMALIZE_HPP_
