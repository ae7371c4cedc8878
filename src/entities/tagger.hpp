// SPDX-License-Identifier: Apache-2.0
// tagger.hpp - finds names by the model's sections ENTY, GAZE and CLUS.
//
// Idea: most tokens of news are in lower case and far from any capital; they
// are no part of a name and cost nothing here. The others form islands, and
// each island is labelled as a sequence of its own. In a sentence without
// case (all lower, all capitals) the whole sentence is one island.
#ifndef COPYDESK_SRC_ENTITIES_TAGGER_HPP_
#define COPYDESK_SRC_ENTITIES_TAGGER_HPP_

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"
#include "model/crf.hpp"

namespace copydesk::entities {

// Consecutive tokens of one sentence, labelled together: [first, end).
struct island {
  std::uint32_t first = 0, end = 0, sentence = 0;
};

// The islands of a sentence, in order. Used by the trainer too.
void find_islands(const words& all, std::uint32_t sentence,
                  std::vector<island>& out);

// The types that a tagger knows, and their names in labels: "B-PERSON".
struct type_name {
  entity_type type;
  std::string_view name;
};
inline constexpr type_name tagged_types[] = {
    {entity_type::person, "PERSON"}, {entity_type::norp, "NORP"},
    {entity_type::org, "ORG"},       {entity_type::gpe, "GPE"},
    {entity_type::loc, "LOC"},       {entity_type::fac, "FAC"},
    {entity_type::event, "EVENT"},   {entity_type::law, "LAW"},
    {entity_type::work, "WORK"},     {entity_type::product, "PRODUCT"},
};

// Confidence by type and margin (section CALI): a byte, 0 to 255, for each
// type in the order of tagged_types and each of its margins.
inline constexpr std::size_t calibration_steps = 64;
inline constexpr int calibration_step = 8;  // units of score
inline constexpr std::size_t calibration_size =
    std::size(tagged_types) * calibration_steps;

// Appends the names found, in text order. `calibration` is the bytes of CALI;
// if they are not calibration_size, confidence only grows with the margin
// (see uncalibrated()). O(tokens of islands).
void tag(const words& all, const learned::crf& names,
         std::string_view calibration, std::vector<mention>& out);

// Odds (margin in natural logarithms) as a confidence, and back.
constexpr float uncalibrated(float odds) noexcept {
  return (odds + 0.5F) / (odds + 1.0F);
}
constexpr float odds_of(float confidence) noexcept {
  return confidence >= 1.0F ? 1e6F : (confidence - 0.5F) / (1.0F - confidence);
}

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_TAGGER_HPP_
