// SPDX-License-Identifier: Apache-2.0
// calibration.hpp - from margins to the chance of being right.
//
// Idea: the share of right names grows with the margin; it is estimated from
// documents that the tagger was not trained on, by pooling adjacent violators
// over steps of the margin, and shifted for each type so that the type's mean
// is met.
// Source: Zadrozny and Elkan, "Transforming classifier scores into accurate
// multiclass probability estimates", 2002.
#ifndef COPYDESK_SRC_TRAIN_CALIBRATION_HPP_
#define COPYDESK_SRC_TRAIN_CALIBRATION_HPP_

#include <cstddef>
#include <string>
#include <vector>

namespace copydesk::train {

struct calibration_case {
  std::size_t type = 0;  // number in entities::tagged_types
  int margin = 0;        // units of score
  bool right = false;
};

// The bytes of section CALI (see entities/tagger.hpp).
std::string fit_calibration(const std::vector<calibration_case>& cases);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_CALIBRATION_HPP_
