// SPDX-License-Identifier: Apache-2.0
// lattice.hpp - the forward and backward sums of one sequence.
#ifndef COPYDESK_SRC_TRAIN_LATTICE_HPP_
#define COPYDESK_SRC_TRAIN_LATTICE_HPP_

#include <cstddef>
#include <vector>

namespace copydesk::train {

// The sums of one sequence under one set of allowed labels.
struct lattice {
  std::vector<float> alpha, beta, scale;

  // e: exponentials of scores (tokens x width); t: of transitions
  // ((labels + 1) x width), to_end: of the last transition. Gives whether the
  // sequence has any allowed path.
  bool run(const std::vector<float>& e, const std::vector<float>& t,
           const std::vector<float>& t_back, const std::vector<float>& to_end,
           std::size_t n, std::size_t labels, std::size_t width);
};

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LATTICE_HPP_
