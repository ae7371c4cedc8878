// SPDX-License-Identifier: Apache-2.0
// sentences.hpp - where sentences end.
//
// Rules over tokens, with the lists of abbreviations and of sentence openers;
// tests/spec/sentences.txt sets them out. A sentence never crosses the end of
// the token range it is given (a paragraph).
#ifndef COPYDESK_SRC_TEXT_SENTENCES_HPP_
#define COPYDESK_SRC_TEXT_SENTENCES_HPP_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/laid_text.hpp"

namespace copydesk::text {

// Appends the sentences of the tokens [first, end) of `laid` to
// laid.sentences, for the paragraph with index `paragraph`. `caseless` says
// that the text does not begin sentences with capital letters. O(end - first).
void add_sentences(laid_text& laid, std::uint32_t first, std::uint32_t end,
                   std::uint32_t paragraph, bool caseless);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_SENTENCES_HPP_
