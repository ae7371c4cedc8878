// SPDX-License-Identifier: Apache-2.0
// said.hpp - where speech without its marks must have begun or ended.
//
// Idea: "..., she said." closes what stands before its comma; "she said: ..."
// opens what stands after its colon. Used for lost marks, before any cue has
// been decided, so only plain reporting verbs beside a short noun phrase
// count. Each call reads the tokens of its range a bounded number of times.
#ifndef COPYDESK_SRC_QUOTES_SAID_HPP_
#define COPYDESK_SRC_QUOTES_SAID_HPP_

#include <cstdint>
#include <vector>

#include "quotes/marks.hpp"
#include "quotes/words.hpp"
#include "text/laid_text.hpp"

namespace copydesk::quotes {

// Whether the tokens from `at` are an attribution that closes a quotation:
// "she said", "said John Smith, a lawyer", "the minister told reporters".
bool is_attribution(const text::laid_text& laid, const word_list& words,
                    std::uint32_t at, std::uint32_t end);

// The end of the speech that begins at `begin`: after the comma, question or
// exclamation mark before its attribution; no_token if none stands before
// `end`.
std::uint32_t end_of_speech(const text::laid_text& laid, const word_list& words,
                            std::uint32_t begin, std::uint32_t end);

// The beginning of the speech that ends at `close`, a closing mark: the first
// sentence that begins at `from` or later and is not told by another
// attribution, or what follows "she said:". `from` is the token after the
// last quotation of the paragraph, or `first`, the paragraph's first token.
std::uint32_t begin_of_speech(const text::laid_text& laid,
                              const word_list& words, std::uint32_t from,
                              std::uint32_t close, std::uint32_t first);

// Whether the pair ends with the pause or the full stop of speech. O(1) for
// each mark at its end.
bool ends_speech(const text::laid_text& laid, const pair& p);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_SAID_HPP_
