// SPDX-License-Identifier: Apache-2.0
// name_edges.hpp - where a name begins and ends, by what stands in it.
//
// Idea: the tagger sees a handful of words at a time; some edges are told by
// words of a closed class or by what the text itself says. Forms of address
// ("Cllr", "Datuk") are no part of a person's name; a person "of" a body is two
// names; initials in brackets count the words that they stand for.
#ifndef COPYDESK_SRC_ENTITIES_NAME_EDGES_HPP_
#define COPYDESK_SRC_ENTITIES_NAME_EDGES_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Takes forms of address, offices, what a minister is for, and trades off the
// beginnings of persons and adds first names that nobody claimed,
// "The" off the beginnings of bodies where it only begins the sentence, and
// what follows a bracket that the name does not close, "Police" off an officer
// of Police. Parts "Ana Diaz of Greenpeace", "Tigris and Euphrates". Keeps text
// order. O(m) for m mentions.
void trim_names(const words& all, std::vector<mention>& names);

// A word taken for a body that is the last one of a person's name in the same
// document, and on no list of bodies or places, is that person. O(m log m).
void take_last_names(const words& all, std::vector<mention>& names);

// Makes one of a body and the place that it is of, where the tagger found two:
// "Supreme Court of Victoria". O(m).
void join_bodies(const words& all, std::vector<mention>& names);

// Makes one of a place and the words behind it that nobody claimed, where the
// last one tells a type by itself (Authority, Stadium), or a number follows as
// in results: "Ontario Power Authority", "Canterbury Kea 29". O(m).
void join_heads(const words& all, std::vector<mention>& names);

// Gives bodies the extent that their initials in brackets tell: "Association
// of Banks in Lebanon (ABL)". Mentions inside are theirs. Keeps text order.
// O(tokens + mentions).
void read_initials(const words& all, std::vector<mention>& names);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_NAME_EDGES_HPP_
