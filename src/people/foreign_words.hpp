// SPDX-License-Identifier: Apache-2.0
// foreign_words.hpp - closed-class words of languages other than English, as
// far as "who?" asks for them.
#ifndef COPYDESK_SRC_PEOPLE_FOREIGN_WORDS_HPP_
#define COPYDESK_SRC_PEOPLE_FOREIGN_WORDS_HPP_

#include <string_view>

#include "people/reading.hpp"
#include "text/laid_text.hpp"

namespace copydesk::people {

// Of a word as it stands; word::other if it is none. O(log n). "sie" of German
// is she, for they is rarer beside a cue; possessives are given only where
// they tell the owner's sex.
word foreign_word(std::string_view raw, text::language lang);

// "Er sagte, ...": the tagger, which has learned from English alone, took
// words of a clause for a name.
bool words_of_clause(const reading& r, const entities::mention& m);

// The sex that a Russian name tells by its ending, in Cyrillic: 2 male, -2
// female, 0 nothing.
int sex_of_russian(std::string_view word);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_FOREIGN_WORDS_HPP_
