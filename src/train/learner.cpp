// SPDX-License-Identifier: Apache-2.0
// Idea and sources: see the header. Cost: O(weights) each, with a sort.
#include "train/learner.hpp"

#include <algorithm>
#include <numeric>

#include "model/crf_writer.hpp"

namespace copydesk::train {
namespace {

std::int16_t rounded_move(float w, float unit) {
  const long v = std::lround(w / unit);
  return static_cast<std::int16_t>(std::clamp(v, -2047L, 2047L));
}

}  // namespace

void add_weights(learner& sum, const learner& l) {
  const auto all = [](std::vector<slot>& to, const std::vector<slot>& from) {
    for (std::size_t i = 0; i < to.size(); ++i) {
      to[i].w += from[i].w;
      to[i].g += from[i].g;
    }
  };
  all(sum.rows, l.rows);
  all(sum.moves, l.moves);
}

void divide_weights(learner& sum, float by) {
  for (std::vector<slot>* part : {&sum.rows, &sum.moves}) {
    for (slot& s : *part) {
      s.w /= by;
      s.g /= by;
    }
  }
}

std::vector<std::uint32_t> best_rows(const learner& l, std::size_t features,
                                     const std::vector<std::uint32_t>& ids,
                                     std::size_t most) {
  std::vector<float> value(features, 0);
  std::vector<std::uint32_t> count(features, 0);
  for (const std::uint32_t id : ids) {
    if (id != no_feature) ++count[id];
  }
  for (std::size_t f = 0; f < features; ++f) {
    float sum = 0;
    for (std::size_t y = 0; y < l.labels; ++y) {
      sum += l.rows[f * l.labels + y].w * l.rows[f * l.labels + y].w;
    }
    value[f] = sum * std::sqrt(static_cast<float>(count[f]));
  }
  std::vector<std::uint32_t> order(features);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(
      order.begin(), order.end(),
      [&](std::uint32_t a, std::uint32_t b) { return value[a] > value[b]; });
  while (!order.empty() && value[order.back()] == 0) order.pop_back();
  if (order.size() > most) order.resize(most);
  std::sort(order.begin(), order.end());
  return order;
}

std::string pack_weights(const learner& l,
                         const std::vector<std::string>& labels,
                         const std::vector<std::uint64_t>& features) {
  std::vector<float> sizes;
  for (const slot& s : l.rows) {
    if (s.w != 0) sizes.push_back(std::fabs(s.w));
  }
  std::sort(sizes.begin(), sizes.end());
  // One weight in two thousand may be cut to 127 units.
  const float most =
      sizes.empty() ? 1.0F : sizes[sizes.size() - 1 - sizes.size() / 2000];
  learned::crf_weights w;
  w.labels = labels;
  w.unit = std::clamp(most / 127, 1e-4F, 0.25F);
  for (std::size_t i = 0; i < l.moves.size(); ++i) {
    w.transitions.push_back(l.bars[i] != 0
                                ? learned::crf_weights::barred
                                : rounded_move(l.moves[i].w, w.unit));
  }
  w.features = features;
  for (const slot& s : l.rows) {
    const long v = std::lround(s.w / w.unit);
    w.rows.push_back(static_cast<std::int8_t>(std::clamp(v, -127L, 127L)));
  }
  return learned::write_crf(w);
}

}  // namespace copydesk::train
