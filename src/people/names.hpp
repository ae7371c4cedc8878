// SPDX-License-Identifier: Apache-2.0
// names.hpp - which mentions are one person, organization or place.
//
// Works on the words of the names alone; pronouns and descriptions are
// resolved later, against what this file gathers.
#ifndef COPYDESK_SRC_PEOPLE_NAMES_HPP_
#define COPYDESK_SRC_PEOPLE_NAMES_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

// One of 64 bits for a word, so that a list that lacks it is told at once most
// of the time.
inline std::uint64_t word_bit(std::string_view w) {
  if (w.empty()) return 1;
  const auto byte = [&](std::size_t i) {
    return std::size_t{static_cast<unsigned char>(w[i])};
  };
  return std::uint64_t{1} << ((w.size() + 7 * byte(0) +
                               31 * byte(w.size() - 1)) %
                              64);
}
inline std::uint64_t word_bits(const std::vector<std::string>& words) {
  std::uint64_t out = 0;
  for (const std::string& w : words) out |= word_bit(w);
  return out;
}

// What a person is said to be: the title beside the name, an apposition.
struct role {
  text::clean_span where;          // as it stands, without article
  std::vector<std::string> words;  // folded; title_form of the whole first
  bool title = false;              // to be listed; false: only for matching
  // Set by add_role() from the words:
  bool lesser = false;     // one is "vice", "deputy"...
  bool past = false;       // one is "former", "late"...
  bool sided = false;      // one is of a party: "republican"
  std::uint64_t bits = 0;  // word_bits()
};

// One name while it is gathered.
struct identity {
  entity_type type = entity_type::person;
  std::vector<std::uint32_t> mentions;  // in text order
  std::vector<std::string> words;       // of the fullest form, folded
  std::uint64_t bits = 0;               // word_bits() of them
  std::string text;                     // the fullest form as it stands
  int sex = 0;                          // evidence: > 0 male, < 0 female
  int age = 0;
  std::vector<role> roles;
  std::vector<std::uint32_t> affiliations;  // identities that roles name
  std::string_view caller_id;  // in the caller's gazetteer, or ""; borrowed
                               // from a mention
};

struct identities {
  std::vector<identity> all;             // in order of the first mention
  std::vector<std::int32_t> of_mention;  // -1 for dates, money and the like
};

// True for types that have names: all but dates, times and amounts.
bool has_name(entity_type t);

// O(mentions * limits::max_namesakes).
identities gather_names(const reading& r);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_NAMES_HPP_
