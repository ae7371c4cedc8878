// SPDX-License-Identifier: Apache-2.0
// speakers.hpp - from resolved phrases to one speaker a quotation.
#ifndef COPYDESK_SRC_PEOPLE_SPEAKERS_HPP_
#define COPYDESK_SRC_PEOPLE_SPEAKERS_HPP_

#include <vector>

#include "people/dialogue.hpp"
#include "people/discourse.hpp"
#include "people/people.hpp"

namespace copydesk::people {

// One attribution a quotation, in their order. O(quotations *
// limits::max_phrase).
std::vector<attribution> attribute(
    const reading& r, const identities& who, const discourse& d,
    const dialogue_weights& weights = learned_dialogue_weights());

// The same without quotations that nothing beside them tells.
std::vector<attribution> told_speakers(const reading& r, const identities& who,
                                       const discourse& d);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_SPEAKERS_HPP_
