// SPDX-License-Identifier: Apache-2.0
// foreign_titles.hpp - offices beside persons in other languages than English.
//
// Idea: right before a person stands what he is: a word of src/data/
// foreign_names.tsv ("ministro de Transporte"), or in German a noun whose last
// part is one ("Hafenmeisterin").
#ifndef COPYDESK_SRC_ENTITIES_FOREIGN_TITLES_HPP_
#define COPYDESK_SRC_ENTITIES_FOREIGN_TITLES_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// The titles before the persons among `mentions`, which are in text order.
// O(m) for m mentions.
std::vector<title> find_foreign_titles(const words& all,
                                       const std::vector<mention>& mentions);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_FOREIGN_TITLES_HPP_
