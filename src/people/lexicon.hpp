// SPDX-License-Identifier: Apache-2.0
// lexicon.hpp - what words tell about people: sex, role, nation, other forms.
//
// All look-ups take folded words (see fold) and cost O(len). The
// tables are src/data/*.tsv, made into tables.inc by make_tables.py.
#ifndef COPYDESK_SRC_PEOPLE_LEXICON_HPP_
#define COPYDESK_SRC_PEOPLE_LEXICON_HPP_

#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk::people {

// Lower case without diacritics for Latin letters ("\u0160e\u0161elj" ->
// "seselj"), typographic apostrophes to ', hyphens of all kinds to -; other
// letters as they are. O(len).
std::string fold(std::string_view word);
void fold_into(std::string_view word, std::string& out);

// Whether `tail` and something before it make up the word.
inline bool ends(std::string_view s, std::string_view tail) {
  return s.size() > tail.size() && s.back() == tail.back() &&
         s.compare(s.size() - tail.size(), tail.size(), tail) == 0;
}

// The sex that a first name tells: 2 male, 1 mostly or by its ending male, 0
// nothing, -1 and -2 female. `known` tells whether the name is in the list.
struct name_sex {
  std::int8_t sex = 0;
  bool known = false;
};
name_sex sex_of_first_name(std::string_view folded);

// The sex that a form of address before a name tells ("Cllr", "Do\u00f1a",
// "Datuk"), with or without its point: 2 male, -2 female, 0 none. `known`
// tells whether it is one. Takes the word as it stands, not folded.
name_sex sex_of_address(std::string_view raw);

// What a noun can be as the head of a source phrase.
enum class noun_kind : std::uint8_t {
  none,          // unknown, or none of these
  person,        // minister
  people,        // officials, police
  organization,  // ministry
  document,      // report
  place,         // city
};
struct noun {
  noun_kind kind = noun_kind::none;
  std::int8_t sex = 0;  // 2 male, -2 female
  bool plural = false;
};
// Knows plurals in -s, -es, -ies of the listed nouns, and the last part of a
// hyphenated word ("co-author").
noun noun_of(std::string_view folded);

// "er@de" -> "he", the name of a class of people/reading.hpp; "" if it is none.
std::string_view class_of_foreign(std::string_view word_at_language);

// "russian" -> "russia"; "" if it is no demonym.
std::string_view country_of(std::string_view folded);
// "fm" -> "foreign minister", "spokeswoman" -> "spokesperson"; the word
// itself if it has no other form.
std::string_view title_form(std::string_view folded);
// "u.s." -> "united states"; the name itself if it has no other form.
std::string_view alias_form(std::string_view folded);
// "bill" -> "william"; the name itself if it has no other form.
std::string_view long_first_name(std::string_view folded);

// What stays of a name when spellings of one sound are made one and vowels
// are left out: "gaddafi", "khadafi" and "qaddafi" -> "kdf". O(len).
std::string sound_of(std::string_view folded);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_LEXICON_HPP_
