// SPDX-License-Identifier: Apache-2.0
// tokens.hpp - words, numbers, marks, punctuation and symbols.
//
// The words are those of UAX #29 under the tailoring of news that
// tests/spec/tokens.txt sets out: possessive 's apart, abbreviations with
// their points, numbers and web addresses whole.
#ifndef COPYDESK_SRC_TEXT_TOKENS_HPP_
#define COPYDESK_SRC_TEXT_TOKENS_HPP_

#include <string_view>
#include <vector>

#include "text/laid_text.hpp"

namespace copydesk::text {

// Appends the tokens of clean[where] to `out`, in text order; every byte that
// is not white space is in exactly one of them. Requires well-formed UTF-8
// and `where` on character boundaries. O(where.size()).
void add_tokens(std::string_view clean, clean_span where, language lang,
                std::vector<token>& out);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_TOKENS_HPP_
