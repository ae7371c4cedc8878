// SPDX-License-Identifier: Apache-2.0
// segmentation.hpp - the default boundaries of UAX #29, exactly.
//
// Extended grapheme clusters and words as Unicode 15.0 defines them, without
// any tailoring; every row of the Unicode conformance files holds. tokens.hpp
// builds on these rules.
#ifndef COPYDESK_SRC_TEXT_SEGMENTATION_HPP_
#define COPYDESK_SRC_TEXT_SEGMENTATION_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::text {

// The end of the word segment that begins at `at`; white space and
// punctuation are segments too. Requires well-formed UTF-8, at < text.size()
// and that `at` is itself a boundary (0, or a result of this function).
// Walking a whole text is O(text.size()).
std::uint32_t next_word_boundary(std::string_view text,
                                 std::uint32_t at) noexcept;

// The end of the extended grapheme cluster that begins at `at`; the same
// requirements and cost.
std::uint32_t next_grapheme_boundary(std::string_view text,
                                     std::uint32_t at) noexcept;

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_SEGMENTATION_HPP_
