// SPDX-License-Identifier: Apache-2.0
// offsets.hpp - places in the clean text, as a type of their own.
//
// Invariant: a clean_span counts bytes of the clean text (UTF-8), a
// copydesk::span counts units of the caller's text. Nothing converts one to
// the other but the offset map, and only src/analyze.cpp calls it.
#ifndef COPYDESK_SRC_TEXT_OFFSETS_HPP_
#define COPYDESK_SRC_TEXT_OFFSETS_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::text {

// Half-open byte range [begin, end) of the clean text.
struct clean_span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  // Requires end <= clean.size(). Borrows from clean.
  constexpr std::string_view of(std::string_view clean) const noexcept {
    return clean.substr(begin, size());
  }
  constexpr bool contains(clean_span inner) const noexcept {
    return begin <= inner.begin && inner.end <= end;
  }
  constexpr bool overlaps(clean_span other) const noexcept {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(clean_span a, clean_span b) noexcept {
    return a.begin == b.begin && a.end == b.end;
  }
  friend constexpr bool operator!=(clean_span a, clean_span b) noexcept {
    return !(a == b);
  }
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_OFFSETS_HPP_
