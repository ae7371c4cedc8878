// SPDX-License-Identifier: Apache-2.0
// layout.hpp - lines and paragraphs, and what each paragraph is.
//
// tests/spec/layout.txt sets the rules out.
#ifndef COPYDESK_SRC_TEXT_LAYOUT_HPP_
#define COPYDESK_SRC_TEXT_LAYOUT_HPP_

#include <string_view>
#include <vector>

#include "text/laid_text.hpp"

namespace copydesk::text {

// The paragraphs of clean text: begin, end and kind; their sentence ranges
// stay empty. O(clean.size()).
std::vector<paragraph> find_paragraphs(std::string_view clean);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LAYOUT_HPP_
