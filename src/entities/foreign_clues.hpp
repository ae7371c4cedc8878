// SPDX-License-Identifier: Apache-2.0
// foreign_clues.hpp - what words of other languages say about names
// beside them.
//
// The tables are those of src/data/foreign_names.tsv and foreign_places.tsv.
#ifndef COPYDESK_SRC_ENTITIES_FOREIGN_CLUES_HPP_
#define COPYDESK_SRC_ENTITIES_FOREIGN_CLUES_HPP_

#include <string>
#include <string_view>

#include "text/laid_text.hpp"

namespace copydesk::entities {

// What a word says; it may say several things.
struct clue {
  enum : int {
    small = 1,        // no name: "Die", "Montag"
    joins = 2,        // stands inside a name: "von"
    address = 4,      // a person follows: "Frau"
    body = 8,         // Bank, before or behind the others of its name
    built = 16,       // Flughafen
    land = 32,        // lago
    kind = 64,        // Unternehmen: its name follows
    also = 128,       // joins two names: "und"
    place = 256,      // a country or a city
    continent = 512,  // Asien
    given = 1024,     // a first name
  };
};

class clues {
 public:
  explicit clues(text::language lang) : lang_(lang) {}

  // Those of a word, or of several words of a place, as they stand in the text.
  // Of places also the genitive of German and the cases of Russian. O(size).
  int operator()(std::string_view raw);

 private:
  int of_folded();
  int of_russian_case();

  const text::language lang_;
  std::string key_;  // the folded word
};

// By its ending, a surname of Russian, in Cyrillic letters.
bool russian_surname(std::string_view word);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_FOREIGN_CLUES_HPP_
