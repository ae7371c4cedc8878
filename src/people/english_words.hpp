// SPDX-License-Identifier: Apache-2.0
// english_words.hpp - what an English word tells by its form.
#ifndef COPYDESK_SRC_PEOPLE_ENGLISH_WORDS_HPP_
#define COPYDESK_SRC_PEOPLE_ENGLISH_WORDS_HPP_

#include <string_view>

#include "people/reading.hpp"

namespace copydesk::people {

// The class of the word, "US" and words of no class apart; of one with an
// apostrophe that of its first part, if it is a pronoun or an auxiliary.
word english_word(std::string_view raw);

// A finite verb, as far as the form of a word of no closed class tells.
bool has_verb_form(std::string_view raw);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_ENGLISH_WORDS_HPP_
