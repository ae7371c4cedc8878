// SPDX-License-Identifier: Apache-2.0
// Idea: order by first token, outer before inner; then parents by one sweep
// with the pairs that stand around.
#include "quotes/pair_order.hpp"

#include <algorithm>
#include <vector>

namespace copydesk::quotes {

void put_in_order(marks& out) {
  std::vector<pair>& all = out.pairs;
  // Until then a pair's number in order of closing stands as its parent.
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].parent = static_cast<std::int32_t>(i);
  }
  std::sort(all.begin(), all.end(), [](const pair& x, const pair& y) {
    if (x.outer_first() != y.outer_first()) {
      return x.outer_first() < y.outer_first();
    }
    if (x.outer_end() != y.outer_end()) return x.outer_end() > y.outer_end();
    return x.parent < y.parent;
  });
  std::vector<std::int32_t> place(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    place[static_cast<std::size_t>(all[i].parent)] =
        static_cast<std::int32_t>(i);
  }
  std::vector<std::int32_t> around;
  for (std::size_t i = 0; i < all.size(); ++i) {
    pair& p = all[i];
    while (!around.empty() &&
           all[static_cast<std::size_t>(around.back())].end <=
               p.outer_first()) {
      around.pop_back();
    }
    p.parent = around.empty() ? -1 : around.back();
    around.push_back(static_cast<std::int32_t>(i));
  }
  for (carried_pair& c : out.carried) {
    c.pair = place[static_cast<std::size_t>(c.pair)];
    c.from = place[static_cast<std::size_t>(c.from)];
  }
  std::sort(out.carried.begin(), out.carried.end(),
            [](const carried_pair& x, const carried_pair& y) {
              return x.pair < y.pair;
            });
  const auto before = [](const mark_repair& a, const mark_repair& b) {
    return a.where.begin < b.where.begin;
  };
  std::vector<mark_repair>& repairs = out.repairs;
  // Sorting takes memory of its own.
  if (std::is_sorted(repairs.begin(), repairs.end(), before)) return;
  std::stable_sort(repairs.begin(), repairs.end(), before);
}

}  // namespace copydesk::quotes
