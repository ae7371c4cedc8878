// SPDX-License-Identifier: Apache-2.0
// dateline_places.hpp - the place that a report comes from.
//
// Idea: "TAIZ, Yemen - " or "PORT VILA (Melanesian News Agency) - " begins with
// a place in capitals, which says nothing of its type by its looks and has no
// sentence around it. A name in capitals at the head of a dateline is the place
// that the report comes from, unless it is a short word on no list of places
// ("AFP - ").
#ifndef COPYDESK_SRC_ENTITIES_DATELINE_PLACES_HPP_
#define COPYDESK_SRC_ENTITIES_DATELINE_PLACES_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Finds the places of datelines; what the tagger made of their words gives way.
// O(paragraphs + m) for m mentions.
void read_datelines(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_DATELINE_PLACES_HPP_
