// SPDX-License-Identifier: Apache-2.0
// units.hpp - offsets in bytes, UTF-16 units and code points.
//
// Idea: one bit a byte, set as many times within a character's bytes as it
// has units; the number of units before an offset is the number of bits
// before it. A count every 64 bits makes that O(1), and the way back
// O(log n). 12 bytes for 64; nothing if each byte is a unit.
// Source: rank and select on bit vectors (Jacobson 1989).
#ifndef COPYDESK_SRC_TEXT_UNITS_HPP_
#define COPYDESK_SRC_TEXT_UNITS_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/span.hpp"
#include "unicode/edits.hpp"

namespace copydesk::text {

class unit_index {
 public:
  // Each byte is a unit.
  unit_index() = default;

  // Units of `decoded`, well-formed UTF-8 that `changes` made of some source;
  // offsets are then those of the source. A character without source bytes
  // counts nothing. O(source + decoded).
  unit_index(std::string_view decoded, const unicode::edits& changes,
             offset_unit unit);

  // Units before byte `offset`, the begin of a character or the end of the
  // text. O(1).
  std::uint32_t units(std::uint32_t offset) const noexcept;

  // The byte at which unit number `unit` begins; for the second of a surrogate
  // pair, a byte inside of its character, so that who maps on from there has to
  // widen to whole characters. From the total on, the end of the text.
  // O(log n).
  std::uint32_t bytes(std::uint32_t unit) const noexcept;

  std::size_t memory() const noexcept {
    return blocks_.capacity() * sizeof(block);
  }

 private:
  struct block {
    std::uint32_t before, low, high;  // units before; the bits
  };
  std::uint64_t bits(std::size_t i) const noexcept {
    return blocks_[i].low | static_cast<std::uint64_t>(blocks_[i].high) << 32;
  }
  void set(std::uint32_t at) noexcept;
  void mark_text(std::string_view text, std::uint32_t at, bool utf16) noexcept;

  std::vector<block> blocks_;  // empty: each byte is a unit
  std::uint32_t size_ = 0;     // bytes
  std::uint32_t total_ = 0;    // units
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_UNITS_HPP_
