// SPDX-License-Identifier: Apache-2.0
// names.hpp - which mentions are one person, organization or place.
//
// Works on the words of the names alone; pronouns and descriptions are
// resolved later, against what this file gathers.
#ifndef COPYDESK_SRC_PEOPLE_NAMES_HPP_
#define COPYDESK_SRC_PEOPLE_NAMES_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/document.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

// What a person is said to be: the title beside the name, an apposition.
struct role {
  text::clean_span where;          // as it stands, without article
  std::vector<std::string> words;  // folded; title_form of the whole first
  bool title = false;              // to be listed; false: only for matching
};

// One name while it is gathered.
struct identity {
  entity_type type = entity_type::person;
  std::vector<std::uint32_t> mentions;  // in text order
  std::vector<std::string> words;       // of the fullest form, folded
  std::string text;                     // the fullest form as it stands
  std::string alias;                    // alias_form of the words
  int sex = 0;                          // evidence: > 0 male, < 0 female
  int age = 0;
  std::vector<role> roles;
  std::vector<std::uint32_t> affiliations;  // identities that roles name
  std::string caller_id;                    // in the caller's gazetteer, or ""
};

struct identities {
  std::vector<identity> all;             // in order of the first mention
  std::vector<std::int32_t> of_mention;  // -1 for dates, money and the like
};

// True for types that have names: all but dates, times and amounts.
bool has_name(entity_type t);

// O(mentions * limits::max_namesakes).
identities gather_names(const reading& r);

// The sex that the honorific right before the mention tells, or 0.
int sex_of_honorific(const reading& r, const entities::mention& m);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_NAMES_HPP_
