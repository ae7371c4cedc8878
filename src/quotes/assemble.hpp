// SPDX-License-Identifier: Apache-2.0
// assemble.hpp - attributions and marks become quotations.
//
// Idea: each attribution is a quotation. A whole quotation that no cue
// reached either goes on with the one before it ("...," she said. "..."), or
// with that of the paragraph before (opening marks repeated), or stands
// alone; what is left between marks is not speech: a scare quote, a title, a
// nickname, a term.
#ifndef COPYDESK_SRC_QUOTES_ASSEMBLE_HPP_
#define COPYDESK_SRC_QUOTES_ASSEMBLE_HPP_

#include <vector>

#include "quotes/attribution.hpp"
#include "quotes/quotes.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Fills `out`. O((attributions + pairs) log of these).
void assemble(const reading& r, std::vector<attribution> found, style as,
              std::vector<quotation>& out);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_ASSEMBLE_HPP_
