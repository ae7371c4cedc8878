// SPDX-License-Identifier: Apache-2.0
// plain.hpp - who speaks a whole quotation, by word order alone.
//
// For languages that the learned models do not know: German, French, Spanish,
// Italian, Portuguese, Russian. Each quotation that stands on its own looks
// for a reporting verb right after it ("...", sagte X; "...", a dit X;
// "...", dijo X), then before its colon or comma (X sagte: "..."), and takes
// the noun phrase beside the verb as the source. Indirect speech is not found
// this way.
#ifndef COPYDESK_SRC_QUOTES_PLAIN_HPP_
#define COPYDESK_SRC_QUOTES_PLAIN_HPP_

#include <vector>

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// In order of the quotations. A pair that is a name stands on its own no
// more (r.whole). O(pairs): a bounded number of tokens each.
std::vector<attribution> attribute_plainly(reading& r);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PLAIN_HPP_
