// SPDX-License-Identifier: Apache-2.0
// Idea: the ranges are taken up by where they begin. Those that have begun lie
// on a heap, the largest number on top; one that has ended is taken off when it
// comes to the top. Cost: O(n log n) in ranges.
#include "text/nested_ranges.hpp"

#include <algorithm>

#include "text/room.hpp"

namespace copydesk::text {

void nested_ranges::change_to(std::uint32_t token, std::int32_t number) {
  if (!changes_.empty() && changes_.back().token == token) {
    changes_.back().number = number;
  } else if (changes_.empty() || changes_.back().number != number) {
    changes_.push_back({token, number});
  }
}

nested_ranges::nested_ranges(std::size_t tokens,
                             std::vector<numbered_range> ranges) {
  const auto before = [](const numbered_range& a, const numbered_range& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.number < b.number;
  };
  const auto outer = [](const numbered_range& a, const numbered_range& b) {
    return a.number < b.number;
  };
  std::sort(ranges.begin(), ranges.end(), before);
  std::vector<numbered_range> open;
  // Up to a token: the ends before it.
  const auto leave = [&](std::uint32_t token) {
    while (!open.empty() && open.front().end <= token) {
      const std::uint32_t end = open.front().end;
      while (!open.empty() && open.front().end <= end) {
        std::pop_heap(open.begin(), open.end(), outer);
        open.pop_back();
      }
      change_to(end, open.empty() ? -1 : open.front().number);
    }
  };
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (ranges[i].begin >= ranges[i].end) continue;
    leave(ranges[i].begin);
    make_room_if_full(changes_, i, 2 * (ranges.size() - i));
    open.push_back(ranges[i]);
    std::push_heap(open.begin(), open.end(), outer);
    change_to(ranges[i].begin, open.front().number);
  }
  leave(static_cast<std::uint32_t>(tokens));
  before_.reserve(tokens / block + 1);
  std::uint32_t i = 0;
  for (std::size_t at = 0; at <= tokens; at += block) {
    while (i < changes_.size() && changes_[i].token < at) ++i;
    before_.push_back(i);
  }
}

}  // namespace copydesk::text
