// SPDX-License-Identifier: Apache-2.0
// couples.hpp - what honorifics tell of people with one surname: "Mr. Bennet"
// and "Mrs. Bennet" are two.
#ifndef COPYDESK_SRC_PEOPLE_COUPLES_HPP_
#define COPYDESK_SRC_PEOPLE_COUPLES_HPP_

#include <array>
#include <cstdint>
#include <string>

#include "people/forms.hpp"
#include "people/names.hpp"

namespace copydesk::people {

// How many mentions of a form have a male and a female honorific; of those
// alone that a surname follows, not "Lord Henry" or "Aunt Ann", if asked.
// None of what is no person, or has an id of the caller's. Looks at four times
// limits::max_namesakes mentions.
std::array<std::uint32_t, 2> honorifics_of(const reading& r, const form& f,
                                           bool of_surnames);

// The name as it stands behind its honorific: "Mrs. Bennet". The name alone
// where no mention has one. O(mentions).
std::string with_honorific(const reading& r, const identity& who);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_COUPLES_HPP_
