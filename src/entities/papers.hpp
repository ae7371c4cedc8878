// SPDX-License-Identifier: Apache-2.0
// papers.hpp - the article that newspapers have in their names.
#ifndef COPYDESK_SRC_ENTITIES_PAPERS_HPP_
#define COPYDESK_SRC_ENTITIES_PAPERS_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// "The New York Times": a capital "The" before a body whose last word names a
// paper is part of the name, as the annotated news has it. O(m).
void take_articles(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_PAPERS_HPP_
