// SPDX-License-Identifier: Apache-2.0
// plain.hpp - marks, dashes, spaces, ellipses and digits made plain ASCII.
//
// Idea: rules that map one code point to one of ASCII (U+2026 to three of
// them), so that applying them twice is applying them once, and no result
// combines with its neighbours.
// Source: property Quotation_Mark and Dash of the Unicode Character Database,
// without those that are letters of a script; Zs; Nd.
#ifndef COPYDESK_SRC_UNICODE_PLAIN_HPP_
#define COPYDESK_SRC_UNICODE_PLAIN_HPP_

#include "copydesk/normalize.hpp"

namespace copydesk::unicode {

struct plain_rules {
  bool marks = false, dashes = false, spaces = false, ellipses = false,
       digits = false;

  static plain_rules of(const normalize_options& options) noexcept {
    return {options.plain_marks, options.plain_dashes, options.plain_spaces,
            options.plain_ellipses, options.plain_digits};
  }
  bool any() const noexcept {
    return marks || dashes || spaces || ellipses || digits;
  }
  // Whether a character of ASCII may change.
  bool any_ascii() const noexcept { return spaces; }

  // What the code point becomes; '.' stands for three of them if it was none.
  char32_t map(char32_t code) const noexcept;
  bool changes(char32_t code) const noexcept {
    return any() && map(code) != code;
  }
};

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_PLAIN_HPP_
