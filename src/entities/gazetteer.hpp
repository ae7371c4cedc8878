// SPDX-License-Identifier: Apache-2.0
// gazetteer.hpp - lists of names in the model, and where they match.
//
// Idea: a table (model/table.hpp) maps the hash of a phrase to the set of
// lists that it stands on, as bits; one more bit says that longer phrases
// begin with it, so matching walks on only while it can succeed. The hash of
// a phrase is that of its folded words, mixed from left to right. A match is a
// hint to the tagger, never a decision.
#ifndef COPYDESK_SRC_ENTITIES_GAZETTEER_HPP_
#define COPYDESK_SRC_ENTITIES_GAZETTEER_HPP_

#include <cstdint>
#include <string_view>

#include "model/hash.hpp"

namespace copydesk::entities {

// The lists. Part of the model format, like hash.hpp.
enum class list : std::uint8_t {
  given_name,
  surname,
  country,
  city,
  region,
  location,
  people,        // nationalities, ethnic and religious groups
  organization,  // bodies, parties, companies, media
  organization_head,
  event_head,
  law_head,
  facility_head,
  location_head,
  title_word,
  thing_head,  // of works and products
};
inline constexpr int list_count = 15;
inline constexpr std::uint16_t goes_on = 0x8000;  // longer phrases begin so
inline constexpr std::uint32_t max_phrase = 7;    // words

constexpr std::uint16_t bit(list l) noexcept {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(l));
}

// What states and towns stand on, and what names of persons do.
inline constexpr std::uint16_t town_lists = static_cast<std::uint16_t>(
    bit(list::country) | bit(list::city) | bit(list::region));
inline constexpr std::uint16_t person_lists =
    static_cast<std::uint16_t>(bit(list::given_name) | bit(list::surname));

// The hash of a phrase that is one word longer. Begin with 0.
constexpr std::uint64_t phrase_key(std::uint64_t so_far,
                                   std::uint64_t word) noexcept {
  return learned::mix(so_far * 3 + 0x6a09e667f3bcc909ULL, word);
}

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_GAZETTEER_HPP_
