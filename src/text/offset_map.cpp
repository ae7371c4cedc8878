// SPDX-License-Identifier: Apache-2.0
// offset_map.cpp - spans through an edit list, in both directions.
//
// Idea: the begin of a span goes to the begin of what its first byte came
// from, the end to the end of what its last byte came from; within a kept
// stretch bytes correspond one by one. Cost: O(log edits).
#include "text/offset_map.hpp"

#include <algorithm>

namespace copydesk::text {
namespace {

using unicode::edits;

// A piece as seen from one side.
struct sides {
  std::uint32_t from_begin, to_begin, to_end;
  bool kept;
};

template <bool ToSource>
sides find(const edits& list, std::uint32_t offset) noexcept {
  if (ToSource) {
    const edits::piece p = list.at_result(offset);
    return {p.result_begin, p.source_begin, p.source_end, p.kept};
  }
  const edits::piece p = list.at_source(offset);
  return {p.source_begin, p.result_begin, p.result_end, p.kept};
}

template <bool ToSource>
std::pair<std::uint32_t, std::uint32_t> through(const edits& list,
                                                std::uint32_t begin,
                                                std::uint32_t end) noexcept {
  if (list.unchanged()) return {begin, end};
  const std::uint32_t from_size =
      ToSource ? list.result_length() : list.source_length();
  const std::uint32_t to_size =
      ToSource ? list.source_length() : list.result_length();
  begin = std::min(begin, from_size);
  end = std::max(begin, std::min(end, from_size));
  if (begin == from_size) return {to_size, to_size};
  const sides b = find<ToSource>(list, begin);
  const std::uint32_t first =
      b.kept ? b.to_begin + (begin - b.from_begin) : b.to_begin;
  if (begin == end) return {first, first};
  const sides e = find<ToSource>(list, end - 1);
  return {first, e.kept ? e.to_begin + (end - e.from_begin) : e.to_end};
}

}  // namespace

span offset_map::to_source(clean_span clean) const noexcept {
  const auto found = through<true>(changes_, clean.begin, clean.end);
  return {found.first, found.second};
}

clean_span offset_map::to_clean(span source) const noexcept {
  const auto found = through<false>(changes_, source.begin, source.end);
  return {found.first, found.second};
}

}  // namespace copydesk::text
