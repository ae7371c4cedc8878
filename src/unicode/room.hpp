// SPDX-License-Identifier: Apache-2.0
// room.hpp - capacity for a list that grows while a text is read.
//
// Idea: a vector that doubles takes up to three times what it needs while it
// grows. How much of the text is left, and how dense the list has been so far,
// says better how long it will be.
#ifndef COPYDESK_SRC_UNICODE_ROOM_HPP_
#define COPYDESK_SRC_UNICODE_ROOM_HPP_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace copydesk::unicode {

// Makes room in `out`, which is full: for as many entries as `left` units of a
// text give if `done` units gave out.size(), and a sixteenth more; for no more
// than one a unit. Of the first few units nothing is concluded. It is a quarter
// of what there is then, and always an eighth, so that all growth together is
// linear although `left` is only what is known so far. O(out.size()).
template <class T>
void make_room(std::vector<T>& out, std::size_t done, std::size_t left) {
  constexpr std::size_t telling = 1024;
  std::size_t more = out.size() / 4 + 16;
  if (done >= telling) {
    const std::uint64_t like_before =
        std::uint64_t{left} * out.size() / done / 16 * 17;
    more = std::max(more, static_cast<std::size_t>(like_before));
  }
  more = std::max(std::min(more, left + 1), out.size() / 8 + 1);
  out.reserve(out.size() + more);
}

template <class T>
void make_room_if_full(std::vector<T>& out, std::size_t done,
                       std::size_t left) {
  if (out.size() == out.capacity()) make_room(out, done, left);
}

// Gives back all memory of a list that nobody reads any more. ("= {}" empties
// a vector and keeps its memory.)
template <class T>
void give_back(std::vector<T>& list) {
  std::vector<T>().swap(list);
}

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_ROOM_HPP_
