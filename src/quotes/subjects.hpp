// SPDX-License-Identifier: Apache-2.0
// subjects.hpp - the noun phrase that does what a verb says, as far as tags
// tell.
//
// Ranges are half-open, in tokens of r.laid. The functions keep nothing and own
// nothing.
#ifndef COPYDESK_SRC_QUOTES_SUBJECTS_HPP_
#define COPYDESK_SRC_QUOTES_SUBJECTS_HPP_

#include <cstdint>

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// The end of the noun phrase that begins at `first`, or of several joined by
// "and"; `first` if none does. O(tokens of the phrase).
std::uint32_t phrase_end(const reading& r, std::uint32_t first,
                         std::uint32_t end);

// The noun phrase that begins the sentence and stands right before a verb, or
// before a date or an aside and a verb; empty if there is none up to `end`.
// O(end - first), at most as many tokens as a window has.
token_range subject_of(const reading& r, std::uint32_t first,
                       std::uint32_t end);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_SUBJECTS_HPP_
