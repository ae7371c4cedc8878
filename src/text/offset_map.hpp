// SPDX-License-Identifier: Apache-2.0
// offset_map.hpp - the way between clean text and the caller's text.
//
// Idea: one edit list from the source bytes to the clean bytes, composed of
// those of decoding, repair and normalization; and, when the caller counts
// in another unit than bytes, a unit_index over the source and one over the
// clean text.
//
// Invariants: monotone in both directions; a span of whole characters maps to
// whole characters. Text that nothing was changed in has no list.
#ifndef COPYDESK_SRC_TEXT_OFFSET_MAP_HPP_
#define COPYDESK_SRC_TEXT_OFFSET_MAP_HPP_

#include <cstddef>
#include <cstdint>
#include <utility>

#include "copydesk/span.hpp"
#include "text/offsets.hpp"
#include "text/units.hpp"
#include "unicode/edits.hpp"

namespace copydesk::text {

class offset_map {
 public:
  // Maps every offset to itself.
  offset_map() = default;
  // Takes the composed list over.
  explicit offset_map(unicode::edits changes) : changes_(std::move(changes)) {
    changes_.shrink();
  }

  // Source bytes that gave the clean bytes: the smallest range, without what
  // was deleted around it. An empty clean span maps to an empty source span.
  // O(log edits).
  span to_source(clean_span clean) const noexcept;

  // Clean bytes that the source bytes gave; empty, at the place where they
  // would be, if they were deleted. O(log edits).
  clean_span to_clean(span source) const noexcept;

  // The unit of source offsets, and its index (see units.hpp).
  void set_units(unit_index source) { source_units_ = std::move(source); }

  // A span of source bytes in that unit. O(1).
  span in_unit(span bytes) const noexcept {
    return {source_units_.units(bytes.begin), source_units_.units(bytes.end)};
  }
  // And back. O(log n).
  span in_bytes(span units) const noexcept {
    return {source_units_.bytes(units.begin), source_units_.bytes(units.end)};
  }

  const unicode::edits& changes() const noexcept { return changes_; }

  // Heap memory in use: at most 4 bytes a clean byte (see edits.hpp), and
  // 3/16 of a byte a source byte for a unit other than bytes.
  std::size_t memory() const noexcept {
    return changes_.memory() + source_units_.memory();
  }

 private:
  unicode::edits changes_;
  unit_index source_units_;
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_OFFSET_MAP_HPP_
