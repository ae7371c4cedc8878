// SPDX-License-Identifier: Apache-2.0
// statements.hpp - what stands in the paragraphs behind "The minister said:".
//
// Ranges are half-open, in tokens of r.laid. The functions keep nothing and own
// nothing.
#ifndef COPYDESK_SRC_QUOTES_STATEMENTS_HPP_
#define COPYDESK_SRC_QUOTES_STATEMENTS_HPP_

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Whether the cue is the last verb of a paragraph that ends with a colon, and
// the next one begins without marks, as texts of press offices do, and pages
// whose indented quotations lost their indent. O(tokens of the sentence).
bool awaits_statement(const reading& r, std::uint32_t cue);

// The statement behind such a cue, a piece a paragraph: the next one, and those
// up to the last one in which somebody speaks of himself or of us ("we have
// agreed"), before there are marks or another colon leads to something.
// O(tokens of these paragraphs and of three more).
void take_statement(const reading& r, attribution& out);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_STATEMENTS_HPP_
