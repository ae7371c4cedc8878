// SPDX-License-Identifier: Apache-2.0
// foreign_names.hpp - names in news of other languages than English.
//
// Idea: the tagger has learned from English alone. In other languages it knows
// places and persons by its lists and by their looks, but not where a name
// ends, and in German every noun looks like one. So words with capitals are
// joined to runs, and a run is a name only where something speaks for it that
// holds in every language: a list of names, a given name at its head, what a
// body or a building is called, a form of address, a Russian ending, or the
// tagger's word for the very same run where nouns are written small. What is a
// person or a place once is one in the whole document.
// The words of six languages and Dutch are those of src/data/foreign_names.tsv;
// text in yet others is left to the tagger.
#ifndef COPYDESK_SRC_ENTITIES_FOREIGN_NAMES_HPP_
#define COPYDESK_SRC_ENTITIES_FOREIGN_NAMES_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"
#include "text/laid_text.hpp"

namespace copydesk::entities {

// Whether names of the language are found here.
bool has_foreign_names(text::language lang);

// The names of a text of such a language; `tagged` is what the tagger found.
// In text order, without overlaps. O(tokens).
std::vector<mention> find_foreign_names(const words& all,
                                        const std::vector<mention>& tagged);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_FOREIGN_NAMES_HPP_
