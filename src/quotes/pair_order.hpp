// SPDX-License-Identifier: Apache-2.0
// pair_order.hpp - pairs of marks from the order in which they closed to that
// of the text.
#ifndef COPYDESK_SRC_QUOTES_PAIR_ORDER_HPP_
#define COPYDESK_SRC_QUOTES_PAIR_ORDER_HPP_

#include "quotes/marks.hpp"

namespace copydesk::quotes {

// Puts the pairs in the order of their first tokens, outer before inner, gives
// each the pair around it as parent, and the carried pairs and the repairs
// their order. No two pairs cross each other. O(n log n) in pairs and repairs.
void put_in_order(marks& out);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PAIR_ORDER_HPP_
