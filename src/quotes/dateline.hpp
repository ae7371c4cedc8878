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

// The first token of a content of that sentence, or the one after the dateline
// where the content begins with a paragraph and its dateline. Reads at most 16
// tokens.
std::uint32_t after_dateline(const text::laid_text& laid,
                             std::uint32_t sentence, token_range content);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_DATELINE_HPP_
