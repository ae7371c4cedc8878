// SPDX-License-Identifier: Apache-2.0
// layouts.hpp - quotations that the layout tells, without a reporting verb.
//
// Headlines ("Taxes will rise: minister", "Minister: taxes will rise") and
// transcripts ("Q: ... A: ...", "SMITH: ..."). The source is beside a colon,
// there is no cue.
#ifndef COPYDESK_SRC_QUOTES_LAYOUTS_HPP_
#define COPYDESK_SRC_QUOTES_LAYOUTS_HPP_

#include <vector>

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Appends what the layout tells to `found`: attributions whose cue is the
// colon. Those of `found` whose cue is the same colon stay as they are.
// O(tokens).
void add_layouts(const reading& r, std::vector<attribution>& found);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_LAYOUTS_HPP_
