// SPDX-License-Identifier: Apache-2.0
// ranker.cpp - sums of integer weights; see ranker.hpp.
//
// Idea: a log-linear model over the candidates of one anaphor, its weights
// times 256 as integers, so that the order never depends on the machine.
// Source: mention-ranking coreference (Denis and Baldridge 2008).
#include "people/ranker.hpp"

namespace copydesk::people {
namespace {

#include "people/weights.inc"

// 65536 * exp(-x / 256), x in steps of 64, up to where it is nothing.
constexpr std::int64_t falling[] = {
    65536, 51040, 39750, 30957, 24109, 18776, 14623, 11388, 8869, 6907,
    5380,  4190,  3263,  2541,  1979,  1541,  1200,  935,   728,  567,
    442,   344,   268,   209,   162,   127,   99,    77,    60,   47,
    36,    28,    22,    17,    13,    10,    8,     6,     5,    4};

}  // namespace

std::int64_t share(std::int64_t behind) {
  if (behind < 0) behind = 0;
  const std::int64_t step = behind / 64;
  constexpr auto last =
      static_cast<std::int64_t>(sizeof falling / sizeof *falling) - 1;
  if (step >= last) return step == last ? falling[last] : 0;
  const std::int64_t a = falling[step], b = falling[step + 1];
  return a + (b - a) * (behind % 64) / 64;
}

const weight_table& learned_weights() { return weights; }

std::size_t choose(const std::vector<candidate>& candidates) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    if (candidates[i].score > candidates[best].score) best = i;
  }
  return best;
}

}  // namespace copydesk::people
