// SPDX-License-Identifier: Apache-2.0
// learner.hpp - the weights of a model while they are learned.
//
// Idea: a weight moves by AdaGrad's rule; the mean of several runs that differ
// in their dice is steadier than any of them; in the end the rows that do
// least are cut and the rest is rounded to int8.
// Source: Duchi et al., "Adaptive subgradient methods", 2011.
#ifndef COPYDESK_SRC_TRAIN_LEARNER_HPP_
#define COPYDESK_SRC_TRAIN_LEARNER_HPP_

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace copydesk::train {

// Number of a feature that is not learned.
inline constexpr std::uint32_t no_feature = 0xffffffff;

// A weight and the sum of its squared gradients.
struct slot {
  float w = 0, g = 0;
};

struct learner {
  std::size_t labels = 0, width = 0;  // width: labels to a multiple of 8
  std::vector<slot> rows;             // features x labels
  std::vector<slot> moves;            // (labels + 1)^2
  std::vector<std::int16_t> bars;
  float rate = 0, decay = 0;
  bool outside_at_zero = true;

  void touch(slot& s, float gradient) const {
    s.g += gradient * gradient;
    s.w += rate * (gradient / (std::sqrt(s.g) + 1e-6F) - decay * s.w);
  }
};

// sum += l, weight by weight. Both have the same shape. O(weights).
void add_weights(learner& sum, const learner& l);
void divide_weights(learner& sum, float by);

// The numbers of the `most` features that can do most, ascending: a row's
// weights' length times the root of how often it acts in `ids`. Features
// without any weight are left out. O(features log features).
std::vector<std::uint32_t> best_rows(const learner& l, std::size_t features,
                                     const std::vector<std::uint32_t>& ids,
                                     std::size_t most);

// The bytes of a crf section: weights rounded to int8 of one unit.
std::string pack_weights(const learner& l,
                         const std::vector<std::string>& labels,
                         const std::vector<std::uint64_t>& features);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LEARNER_HPP_
