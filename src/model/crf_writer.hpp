// SPDX-License-Identifier: Apache-2.0
// crf_writer.hpp - the bytes of a crf section, from weights in integers.
//
// Used by the trainer and the tests; the layout is in crf.cpp.
#ifndef COPYDESK_SRC_MODEL_CRF_WRITER_HPP_
#define COPYDESK_SRC_MODEL_CRF_WRITER_HPP_

#include <cstdint>
#include <string>
#include <vector>

namespace copydesk::learned {

struct crf_weights {
  // A transition that must not happen.
  static constexpr std::int16_t barred = -16000;

  std::vector<std::string> labels;  // at most crf::max_labels
  float unit = 0.03125F;            // natural logarithms of odds a unit
  // (labels + 1)^2 weights, [before][after], within +-2047 or barred; the
  // last `before` is the beginning, the last `after` the end.
  std::vector<std::int16_t> transitions;
  std::vector<std::uint64_t> features;  // distinct
  std::vector<std::int8_t> rows;        // labels.size() a feature
};

// Deterministic; the order of features decides nothing. About one feature in a
// thousand is left out. Requires at most crf::max_rows features.
std::string write_crf(const crf_weights& w);

// Transitions that keep to B- I- E- S- labels ("O" and others stand alone):
// 0 where allowed, barred elsewhere.
std::vector<std::int16_t> bioes_transitions(
    const std::vector<std::string>& labels);

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_CRF_WRITER_HPP_
