// SPDX-License-Identifier: Apache-2.0
// attribution.hpp - cues, and for each cue its content and its source.
//
// Idea: a gate (the lexicon) proposes cues, a linear model keeps those that
// can be one; for each of them a linear-chain model labels the units around
// it as content, source or neither; a last linear model, which sees what was
// found, says whether it is speech, a thought or nothing. Without a model in
// `m` nothing is found.
#ifndef COPYDESK_SRC_QUOTES_ATTRIBUTION_HPP_
#define COPYDESK_SRC_QUOTES_ATTRIBUTION_HPP_

#include <cstdint>
#include <vector>

#include "copydesk/model.hpp"
#include "model/format.hpp"
#include "quotes/features.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

inline constexpr std::uint32_t cue_model = learned::tag("QCUE");
inline constexpr std::uint32_t argument_model = learned::tag("QARG");
inline constexpr std::uint32_t verdict_model = learned::tag("QVER");

struct token_range {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool empty() const noexcept { return first >= end; }
};

struct attribution {
  std::uint32_t cue = 0;  // the cue's token
  decision what = no_cue;
  float confidence = 0;              // of the decision, in [0, 1]
  std::vector<token_range> content;  // in text order, without marks at the
                                     // edges, without "that"
  std::vector<std::int32_t> whole;   // the pairs that stand in it as a unit
  token_range source;                // empty: none
  token_range cue_words;             // with auxiliaries and adverbs, around cue
  std::int32_t level = -1;           // the whole pair that it stands in
  std::uint32_t window_first = 0;    // where what the cue was seen in begins
  std::uint32_t window_end = 0;      // the token after its sentence
  bool dialogue = false;  // between dashes: its words count as marked
  bool has_cue = true;    // false: `cue` only says where it is told
};

// All attributions of the document that are speech, or with `thoughts` all.
// In order of the cue. O(tokens), and O(window) for each likely cue.
std::vector<attribution> attribute(const reading& r, const model& m, style as,
                                   bool thoughts);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_ATTRIBUTION_HPP_
