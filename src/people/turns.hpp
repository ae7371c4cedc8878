// SPDX-License-Identifier: Apache-2.0
// turns.hpp - gives the turns of a dialogue to their speakers.
#ifndef COPYDESK_SRC_PEOPLE_TURNS_HPP_
#define COPYDESK_SRC_PEOPLE_TURNS_HPP_

#include <vector>

#include "people/dialogue.hpp"

namespace copydesk::people {

// Fills in who says the open turns of a tale, and sets right whom a pronoun
// or a description beside a turn means; news is left to the rule of the
// running speaker. `out`: what sources tell, one a quotation. Cost: see
// read_conversation and cast_voices; nothing where no turn is open.
void take_turns(const reading& r, const identities& who, const discourse& d,
                const dialogue_weights& weights, std::vector<attribution>& out);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_TURNS_HPP_
