// SPDX-License-Identifier: Apache-2.0
// head_words.hpp - words that leave no doubt what a name is the name of.
//
// Idea: what ends in Stadium or Highway is built, what ends in Cup or
// Championships is played for, what begins with Typhoon blows and what begins
// with HMAS swims, whatever the words between them look like. The tagger learns
// such words only where it has seen them often; here they are said. The words
// were chosen by hand; where the training news has one, few names with it are
// of another type. Names on a list of places ("West Bank") stay places.
#ifndef COPYDESK_SRC_ENTITIES_HEAD_WORDS_HPP_
#define COPYDESK_SRC_ENTITIES_HEAD_WORDS_HPP_

#include <string_view>
#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

// Gives names of several words the type of their first or last word. A person
// whose last word is also a surname ("Paul Street") stays one. O(m) for m
// mentions.
void read_head_words(const words& all, std::vector<mention>& names);

// A word taken for a person, or for a place that is on no list, is a body's
// name right behind what the body is called, set apart by commas: "the drivers'
// union, Ashford, denied". Words that are names of persons elsewhere stay
// persons. O(m) for m mentions.
void read_body_appositions(const words& all, std::vector<mention>& names);

// Whether names of several words that end with `word` are of one type, which
// is noted. O(log words known).
bool type_of_last_word(std::string_view word, entity_type& type);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_HEAD_WORDS_HPP_
