// SPDX-License-Identifier: Apache-2.0
// people.hpp - who is who, and who said it.
//
// Idea: mentions of one person, organization or place are gathered to one
// name (fullest form, aliases, titles, gender evidence); then each source
// phrase (a name, a pronoun, a description) is resolved to a name, a group
// or an unnamed speaker.
#ifndef COPYDESK_SRC_PEOPLE_PEOPLE_HPP_
#define COPYDESK_SRC_PEOPLE_PEOPLE_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/document.hpp"
#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "quotes/quotes.hpp"
#include "text/laid_text.hpp"
#include "text/offsets.hpp"

namespace copydesk::people {

struct person {  // or organization, place, group...
  entity_type type = entity_type::person;
  std::string text;                         // the fullest form
  std::vector<text::clean_span> titles;     // each title once
  std::vector<std::uint32_t> mentions;      // indices into entities::mentions
  std::vector<std::uint32_t> affiliations;  // indices into people::names
  std::int32_t sex = 0;                     // evidence: > 0 male, < 0 female
  std::string caller_id;                    // in the caller's gazetteer
};

struct attribution {
  bool known = false;      // false: no speaker at all
  text::clean_span where;  // the source phrase; may be empty (carried on)
  std::string text;        // who that is, by the fullest name
  std::int32_t name = -1;  // index into people::names
  speaker_kind kind = speaker_kind::unnamed;
  float confidence = 0;
};

struct people {
  std::vector<person> names;
  std::vector<std::int32_t> name_of_mention;  // one a mention; -1 for values
  std::vector<attribution> speakers;          // one a quotation
};

// O(tokens), with bounded candidates a phrase.
people resolve(const text::laid_text& laid, const entities::entities& found,
               const quotes::quotes& said, const model& m);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_PEOPLE_HPP_
