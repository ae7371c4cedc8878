// SPDX-License-Identifier: Apache-2.0
// kinds.hpp - what each paragraph of a page is, from its words and its place.
#ifndef COPYDESK_SRC_TEXT_KINDS_HPP_
#define COPYDESK_SRC_TEXT_KINDS_HPP_

#include "text/laid_text.hpp"

namespace copydesk::text {

// Sets kind and reason of all paragraphs of `laid`, whose tokens and sentences
// are set. O(paragraphs).
void set_kinds(laid_text& laid);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_KINDS_HPP_
