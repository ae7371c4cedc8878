// SPDX-License-Identifier: Apache-2.0
// naming.hpp - by which of its forms a name is called.
#ifndef COPYDESK_SRC_PEOPLE_NAMING_HPP_
#define COPYDESK_SRC_PEOPLE_NAMING_HPP_

#include <cstdint>
#include <utility>
#include <vector>

#include "people/forms.hpp"
#include "people/names.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

// Gives each identity of `out` the type, the words and the text of its fullest
// form. `used` holds an identity and a form that is used for it, each pair once
// and in the order of the text; it is sorted, and the words of the forms are
// given back when nobody needs them any more. O(used * log used).
void name_all(const reading& r,
              std::vector<std::pair<std::int32_t, std::uint32_t>>& used,
              std::vector<form>& forms, identities& out);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_NAMING_HPP_
