// SPDX-License-Identifier: Apache-2.0
// offset_map.hpp - the way between clean text and the caller's text.
//
// Two layers: the source bytes <-> the text as decoded (UTF-8; absent when
// the input is well-formed UTF-8 without a BOM), and the text as decoded <->
// clean text (absent when nothing was changed). Both are edit lists.
//
// Invariants: monotone in both directions; a span maps to whole characters;
// the whole maps to the whole.
#ifndef COPYDESK_SRC_TEXT_OFFSET_MAP_HPP_
#define COPYDESK_SRC_TEXT_OFFSET_MAP_HPP_

#include <cstdint>

#include "copydesk/span.hpp"
#include "text/offsets.hpp"

namespace copydesk::text {

class offset_map {
 public:
  // Source bytes that gave the clean bytes. An empty clean span maps to an
  // empty source span. O(log edits).
  span to_source(clean_span clean) const;

 private:
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_OFFSET_MAP_HPP_
