// SPDX-License-Identifier: Apache-2.0
// roles.hpp - titles, offices, ages and kin beside names, and what they tell.
#ifndef COPYDESK_SRC_PEOPLE_ROLES_HPP_
#define COPYDESK_SRC_PEOPLE_ROLES_HPP_

#include <string_view>
#include <vector>

#include "people/names.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

// Fills roles, age and sex of every person in `who`. O(mentions *
// limits::max_phrase).
void gather_roles(const reading& r, identities& who);

// The titles to list: each once, in its best-cased way, honorifics left out.
std::vector<text::clean_span> titles_of(const reading& r, const identity& who);

// Adds a role and the sex it tells; a second one of the same words counts
// once, and the better-cased stays.
void add_role(const reading& r, role it, identity& who);

// Words of which a role has one: two of them are two people.
bool names_side(std::string_view folded);
// "former", "late"; "vice", "deputy".
bool names_past(std::string_view folded);
bool names_lesser(std::string_view folded);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_ROLES_HPP_
