// SPDX-License-Identifier: Apache-2.0
// capital.hpp - whether a word is written with a capital letter.
//
// One question that sentence rules, datelines and quotations ask alike.
#ifndef COPYDESK_SRC_TEXT_CAPITAL_HPP_
#define COPYDESK_SRC_TEXT_CAPITAL_HPP_

#include "text/laid_text.hpp"

namespace copydesk::text {

// Whether a capital letter is among the token's letters.
constexpr bool has_capital(const token& t) noexcept {
  return t.letters != token_case::none && t.letters != token_case::lower;
}

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_CAPITAL_HPP_
