// SPDX-License-Identifier: Apache-2.0
// one_type.hpp - one name, one type, in one document.
//
// Idea: "Ashford" beside a verb may look like a person and beside a score like
// a club, but within an article a name nearly always means one thing. All
// mentions of the same words take the type with the most evidence: the sum of
// the log odds of their confidences. Only persons, bodies and places take
// part; rarer types are too weakly known to win over them.
// Source: the non-local evidence of Finkel, Grenager and Manning,
// "Incorporating non-local information", 2005, as a vote instead of sampling.
#ifndef COPYDESK_SRC_ENTITIES_ONE_TYPE_HPP_
#define COPYDESK_SRC_ENTITIES_ONE_TYPE_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Gives the mentions of one name one type. A mention whose type changes is as
// sure as the surest mention of the new type, less half of what it was sure
// of before. O(m log m) for m mentions. Requires confidences in [0, 1].
void agree_on_types(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_ONE_TYPE_HPP_
