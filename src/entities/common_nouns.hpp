// SPDX-License-Identifier: Apache-2.0
// common_nouns.hpp - what is written like a name and is none.
//
// Idea: news writes many common nouns and offices with capitals: "the NGOs",
// "GDP", "the Crown Prince", "the Inspector General of Police". The tagger has
// seen few of them and takes them for bodies. Six kinds are told by their
// form alone: the score of a game; a hash tag; an abbreviation with an s of
// more than one; an abbreviation of a closed list, unless the document explains
// it in brackets behind a name ("the Centre for Policy Inquiry (CPI)"); a title
// alone; an office and what it is in charge of.
#ifndef COPYDESK_SRC_ENTITIES_COMMON_NOUNS_HPP_
#define COPYDESK_SRC_ENTITIES_COMMON_NOUNS_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Takes common nouns off. O(m log m) for m mentions.
void drop_common_nouns(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_COMMON_NOUNS_HPP_
