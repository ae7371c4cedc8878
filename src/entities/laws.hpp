// SPDX-License-Identifier: Apache-2.0
// laws.hpp - laws and treaties by their last word, "Minsk Agreements", or their
// first one, "Treaty of Lisbon".
//
// The last word of a law's name says what it is more surely than the tagger,
// which sees the names in it first (NATO-Russia Founding Act).
#ifndef COPYDESK_SRC_ENTITIES_LAWS_HPP_
#define COPYDESK_SRC_ENTITIES_LAWS_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Gives mentions whose last word is a law's, or whose first one is before "of"
// or "on", and capitalized words before such a word, the type law; mentions
// inside them are theirs. Keeps text order. O(tokens + mentions).
void read_laws(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_LAWS_HPP_
