// SPDX-License-Identifier: Apache-2.0
// plain_dialogue.hpp - speech that a dash begins, in languages that use it.
//
// French, Spanish, Italian, Portuguese and Russian write a turn of talk as a
// paragraph that begins with a dash; a verb of saying, behind a second dash
// or right after the pause, tells who speaks, and the turn may go on behind
// it. A paragraph without such a verb is left alone: it may be a list.
#ifndef COPYDESK_SRC_QUOTES_PLAIN_DIALOGUE_HPP_
#define COPYDESK_SRC_QUOTES_PLAIN_DIALOGUE_HPP_

#include <vector>

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Appends what is found to `out`. O(tokens).
void add_dialogue(const reading& r, std::vector<attribution>& out);

// "Il faudra, a-t-il dit, un effort.": where marks hold the clause that tells,
// adds the quotation without it and gives true. Not in German. O(tokens of the
// pair), and O(1) behind each of its verbs.
bool told_inside(const reading& r, std::int32_t p,
                 std::vector<attribution>& out);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PLAIN_DIALOGUE_HPP_
