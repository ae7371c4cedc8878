// SPDX-License-Identifier: Apache-2.0
// copydesk/span.hpp - a place in the caller's text.
//
// Every result of copydesk is a span of the bytes that the caller passed in,
// as they stood: never of a cleaned copy. Spans are half-open, [begin, end),
// and always lie on the boundaries of characters.
#ifndef COPYDESK_SPAN_HPP_
#define COPYDESK_SPAN_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk {
inline namespace v1 {

// Half-open range [begin, end) of the caller's text.
//
// Unit: bytes, unless the options asked for UTF-16 units or code points; then
// the same numbers count those. begin <= end always holds.
struct span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  // Number of units covered.
  constexpr std::uint32_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }

  // The bytes of `text` that this span covers. Requires that the span counts
  // bytes and end <= text.size(). Borrows from text. O(1).
  constexpr std::string_view of(std::string_view text) const noexcept {
    return {text.data() + begin, size()};
  }

  friend constexpr bool operator==(span a, span b) noexcept {
    return a.begin == b.begin && a.end == b.end;
  }
  friend constexpr bool operator!=(span a, span b) noexcept {
    return !(a == b);
  }
};

// What the numbers of a span count.
enum class offset_unit : std::int32_t {
  bytes = 0,       // bytes of the input as it was passed in
  utf16 = 1,       // UTF-16 code units of the input as decoded
  codepoints = 2,  // Unicode code points of the input as decoded
};

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_SPAN_HPP_
