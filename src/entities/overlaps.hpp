// SPDX-License-Identifier: Apache-2.0
// overlaps.hpp - mentions of two kinds that claim the same words.
#ifndef COPYDESK_SRC_ENTITIES_OVERLAPS_HPP_
#define COPYDESK_SRC_ENTITIES_OVERLAPS_HPP_

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "entities/entities.hpp"

namespace copydesk::entities {

inline bool before(const mention& a, const mention& b) {
  return a.where.begin < b.where.begin;
}

// Takes mentions off `from` that overlap one of `others` which wins(its size,
// the size of the mention). Both are in text order, without overlaps.
template <class Wins>
void drop(std::vector<mention>& from, const std::vector<mention>& others,
          Wins wins) {
  std::size_t kept = 0, k = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const mention& m = from[i];
    while (k < others.size() && others[k].where.end <= m.where.begin) ++k;
    bool stays = true;
    for (std::size_t j = k;
         j < others.size() && others[j].where.begin < m.where.end; ++j) {
      stays = stays && !wins(others[j].where.size(), m.where.size());
    }
    if (!stays) continue;
    if (kept != i) from[kept] = std::move(from[i]);
    ++kept;
  }
  from.resize(kept);
}

// Makes one of a mention and the next one where joins(one, next), as often as
// it can. Keeps text order.
template <class Joins>
void join(std::vector<mention>& names, Joins joins) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (kept > 0 && joins(names[kept - 1], names[i])) {
      names[kept - 1].token_end = names[i].token_end;
      names[kept - 1].where.end = names[i].where.end;
      continue;
    }
    if (kept != i) names[kept] = std::move(names[i]);
    ++kept;
  }
  names.resize(kept);
}

// Both lists do not overlap with each other any more.
inline std::vector<mention> joined(std::vector<mention> a,
                                   std::vector<mention> b) {
  std::vector<mention> out;
  out.reserve(a.size() + b.size());
  std::merge(std::make_move_iterator(a.begin()),
             std::make_move_iterator(a.end()),
             std::make_move_iterator(b.begin()),
             std::make_move_iterator(b.end()), std::back_inserter(out), before);
  return out;
}

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_OVERLAPS_HPP_
