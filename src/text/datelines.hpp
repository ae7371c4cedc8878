// SPDX-License-Identifier: Apache-2.0
// datelines.hpp - "GOTHENBURG, Sweden (Reuters) - " at the head of a text.
//
// Idea: places, agencies and dates are capitalized words, numbers, commas,
// points and brackets; a spaced dash ends them, and the text begins behind it
// with a capital letter, a number or a quotation mark. Words between brackets
// may be in lower case ("(dpa)").
#ifndef COPYDESK_SRC_TEXT_DATELINES_HPP_
#define COPYDESK_SRC_TEXT_DATELINES_HPP_

#include <cstdint>

#include "text/laid_text.hpp"

namespace copydesk::text {

// The token after the dateline that begins at `first` and lies before `end`;
// `first` if there is none. Reads at most 16 tokens.
std::uint32_t past_dateline(const laid_text& laid, std::uint32_t first,
                            std::uint32_t end);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_DATELINES_HPP_
