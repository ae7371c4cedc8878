// SPDX-License-Identifier: Apache-2.0
// dateline.hpp - "GOTHENBURG, Sweden (Reuters) - " at the head of a paragraph.
//
// A dateline is the newspaper's, so it is never a part of what was said, even
// where the words behind it are content from their first one.
#ifndef COPYDESK_SRC_QUOTES_DATELINE_HPP_
#define COPYDESK_SRC_QUOTES_DATELINE_HPP_

#include <cstdint>

#include "quotes/attribution.hpp"
#include "text/laid_text.hpp"

namespace copydesk::quotes {

// The token after the dateline that begins at `first`, the first token of a
// paragraph; `first` if there is none. Reads at most 16 tokens.
std::uint32_t after_dateline(const text::laid_text& laid, std::uint32_t first,
                             std::uint32_t end);

// The same for a content of that sentence: its first token, or the one after
// the dateline where the content begins with a paragraph and its dateline.
std::uint32_t after_any_dateline(const text::laid_text& laid,
                                 std::uint32_t sentence, token_range content);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_DATELINE_HPP_
