// SPDX-License-Identifier: Apache-2.0
// repair_places.hpp - the places of a damaged text at which repair must look.
//
// Idea: a text is seldom damaged in more than a few places. Of a text without
// markup the rest need not become units: every step judges a character by its
// neighbours, by the line it is in or by what the text as a whole has shown.
#ifndef COPYDESK_SRC_UNICODE_REPAIR_PLACES_HPP_
#define COPYDESK_SRC_UNICODE_REPAIR_PLACES_HPP_

#include <cstddef>
#include <string_view>

#include "unicode/repair_units.hpp"

namespace copydesk::unicode {

// read_units() without those that no step of repair with the default options,
// or without guesses, changes or asks for: each place where something could
// be damaged is read with some plain words around it, and so are all line
// feeds and letters that are written from right to left. What repair finds in
// these units is what it finds in all of them, if the text is no HTML source
// (whose tags reach far). O(end - begin); in most scripts but the Latin
// one nearly all is read.
void read_units_near_damage(std::string_view text, std::size_t begin,
                            std::size_t end, repair_units& units);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_REPAIR_PLACES_HPP_
