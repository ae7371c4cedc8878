// SPDX-License-Identifier: Apache-2.0
// bodies.hpp - what sort of body a noun or a name is: "the newspaper" is The
// Herald, not the party that it writes of.
#ifndef COPYDESK_SRC_PEOPLE_BODIES_HPP_
#define COPYDESK_SRC_PEOPLE_BODIES_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"

namespace copydesk::people {

enum class body_sort : std::uint8_t {
  unknown,
  press,       // newspaper, broadcaster
  wire,        // news agency
  agency,      // agency, bureau, office
  company,     // company, airline, bank
  party,       // party
  court,       // court, tribunal
  school,      // university, institute
  ministry,    // ministry, department
  force,       // army, police
  assembly,    // parliament, council
  group,       // group, union, alliance
  government,  // government, administration
  place,       // country, city
  team,        // club, team
};

// Of a noun, folded: "newspaper" -> press. O(log n).
body_sort sort_of_noun(std::string_view folded);

// Of a name by its words, folded, the last one first: "jakarta herald" ->
// press. O(words * log n).
body_sort sort_of_name(const std::vector<std::string>& words, entity_type type);

// Whether a noun of the one sort can mean a name of the other: 1 yes, 0 not
// known, -1 no.
int sorts_agree(body_sort noun, body_sort name);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_BODIES_HPP_
