// SPDX-License-Identifier: Apache-2.0
// composition.hpp - what a code point is made of, and what two of them make.
//
// Idea: the canonical decompositions of the Unicode Character Database, one
// step each, are found by two tables of numbers, one by the code point, one by
// the pair that it is made of; Hangul is counted out. Source: Unicode Standard
// 3.7, 3.11 and 3.12; the tables are those of properties.hpp.
#ifndef COPYDESK_SRC_UNICODE_COMPOSITION_HPP_
#define COPYDESK_SRC_UNICODE_COMPOSITION_HPP_

#include <cstdint>
#include <vector>

#include "unicode/properties.hpp"

namespace copydesk::unicode {

// Null: the code point is not taken apart, or is a syllable of Hangul. O(1).
const data::decomposition* decomposition_of(char32_t code) noexcept;

// The primary composite of two code points, Hangul included; 0: there is none.
// O(1).
char32_t compose(char32_t first, char32_t second) noexcept;

// Appends the full canonical decomposition, marks in the order of the tables.
// O(1). Throws std::bad_alloc.
void append_decomposed(char32_t code, std::vector<char32_t>& out);

// Composes code points in canonical order (Unicode Standard 3.11, D117). O(n).
void compose_all(std::vector<char32_t>& codes) noexcept;

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_COMPOSITION_HPP_
