// SPDX-License-Identifier: Apache-2.0
// kinds.hpp - what each paragraph of a page is, from its words and its place.
#ifndef COPYDESK_SRC_TEXT_KINDS_HPP_
#define COPYDESK_SRC_TEXT_KINDS_HPP_

#include <functional>
#include <vector>

#include "text/laid_text.hpp"
#include "text/line_context.hpp"
#include "text/line_features.hpp"

namespace copydesk::text {

// Sets kind and reason of all paragraphs of `laid`, whose tokens and sentences
// are set. O(paragraphs).
void set_kinds(laid_text& laid);

// A paragraph whose kind the weights decide.
struct weighed_line {
  std::uint32_t paragraph = 0;
  line_symbols symbols;
  line_place place;
  line_sum sum;          // if asked for
  line_context context;  // as well
};

// All of them in an English text, for the trainer. With `weigh`, what each
// weighs by itself, and its context by that.
std::vector<weighed_line> weighed_lines(
    laid_text laid,
    const std::function<line_sum(const line_symbols&, const line_place&)>&
        weigh = {});

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_KINDS_HPP_
