// SPDX-License-Identifier: Apache-2.0
// results.hpp - the names of lines of results: teams, and who scored.
//
// Idea: "Corran Athletic 2 (Da Luz 14, Moyle 77 pen) Ferrybank 1", "Standings:
// Linwood 54 points, Harbour 50" have no sentence around their names, and say
// by their form what each is: a team stands before its score, a player before
// what is counted of them in brackets. Countries stay countries. What a line
// calls a team is one at its other places in the document, too.
#ifndef COPYDESK_SRC_ENTITIES_RESULTS_HPP_
#define COPYDESK_SRC_ENTITIES_RESULTS_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Finds the names of such lines; what the tagger made of their words gives
// way. O(tokens + m log m) for m mentions.
void read_results(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_RESULTS_HPP_
