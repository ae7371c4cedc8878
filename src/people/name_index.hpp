// SPDX-License-Identifier: Apache-2.0
// name_index.hpp - from words to the few names that have them.
//
// Idea: an open-addressed table of 64-bit hashes, which stand for the words;
// the values of a key are a chain in one vector. No memory before the first
// value; O(1) a look-up.
#ifndef COPYDESK_SRC_PEOPLE_NAME_INDEX_HPP_
#define COPYDESK_SRC_PEOPLE_NAME_INDEX_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "limits.hpp"

namespace copydesk::people {

class name_index {
 public:
  // Adds a value to those of `key`, unless it is the last one of them or they
  // are limits::max_namesakes.
  void put(std::uint64_t key, std::uint32_t value) {
    if (2 * used_ >= slots_.size()) grow();
    slot& s = slots_[place_of(key)];
    if (s.count == limits::max_namesakes) return;
    if (s.count != 0 && links_[s.last].value == value) return;
    const auto at = static_cast<std::uint32_t>(links_.size());
    links_.push_back({value, none});
    if (s.count == 0) {
      s.key = key;
      s.first = at;
      ++used_;
    } else {
      links_[s.last].next = at;
    }
    s.last = at;
    ++s.count;
  }
  // Calls f with each value of `key`, in the order in which they were put,
  // until it says true: then says so, too.
  template <class F>
  bool any(std::uint64_t key, F&& f) const {
    if (slots_.empty()) return false;
    const slot& s = slots_[place_of(key)];
    if (s.count == 0) return false;
    for (std::uint32_t at = s.first; at != none; at = links_[at].next) {
      if (f(links_[at].value)) return true;
    }
    return false;
  }
  // The first value of `key` for which `right` is true, or -1.
  template <class Right>
  std::int32_t first(std::uint64_t key, Right&& right) const {
    std::int32_t out = -1;
    any(key, [&](std::uint32_t value) {
      if (right(value)) out = static_cast<std::int32_t>(value);
      return out >= 0;
    });
    return out;
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  struct slot {
    std::uint64_t key = 0;
    std::uint32_t first = 0, last = 0, count = 0;  // count 0: free
  };
  struct link {
    std::uint32_t value, next;
  };

  std::size_t place_of(std::uint64_t key) const {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].key != key) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }
  void grow() {
    std::vector<slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const slot& s : old) {
      if (s.count != 0) slots_[place_of(s.key)] = s;
    }
  }

  std::vector<slot> slots_;
  std::vector<link> links_;
  std::size_t used_ = 0;
};

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_NAME_INDEX_HPP_
