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
#include <vector>

#include "unicode/repair_units.hpp"

namespace copydesk::unicode {

// A stretch of whole lines.
struct repair_lines {
  std::size_t begin, end;
};

// read_units() of [begin, end) without those that no step of repair with the
// default options, or without guesses, changes or asks for. Those of the lines
// that are named, in order, are read where something could be damaged, with
// some plain words around it, and so are letters that are written from right to
// left; of others no more than the line feeds. What repair finds in these units
// is what it finds in all of them, if it finds something in these lines alone,
// and the text is no HTML source (whose tags reach far). O(end - begin).
void read_units_near_damage(std::string_view text, std::size_t begin,
                            std::size_t end,
                            const std::vector<repair_lines>& lines,
                            repair_units& units);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_REPAIR_PLACES_HPP_
