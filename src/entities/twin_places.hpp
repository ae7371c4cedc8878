// SPDX-License-Identifier: Apache-2.0
// twin_places.hpp - places whose one name joins two: "Trinidad and Tobago".
#ifndef COPYDESK_SRC_ENTITIES_TWIN_PLACES_HPP_
#define COPYDESK_SRC_ENTITIES_TWIN_PLACES_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Makes one place of two that stand on both sides of "and" and are known to be
// one country, state or council. Keeps text order. O(m) for m mentions.
void join_twins(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_TWIN_PLACES_HPP_
