// SPDX-License-Identifier: Apache-2.0
#include "train/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "entities/tagger.hpp"

namespace copydesk::train {
namespace {

constexpr std::size_t steps = entities::calibration_steps;

std::size_t step_of(int margin) {
  return std::min<std::size_t>(
      static_cast<std::size_t>(margin / entities::calibration_step), steps - 1);
}

double squash(double x) { return 1 / (1 + std::exp(-x)); }
double odds(double p) { return std::log(p / (1 - p)); }

// The share of right ones by step, never falling.
std::vector<double> rising(const std::vector<calibration_case>& cases) {
  struct block {
    double right, all;
    std::size_t width;
  };
  std::vector<block> blocks;
  for (std::size_t s = 0; s < steps; ++s) {
    block b{0.5, 1, 1};  // so that no step is empty
    for (const calibration_case& c : cases) {
      if (step_of(c.margin) != s) continue;
      b.right += c.right ? 1 : 0;
      b.all += 1;
    }
    if (b.all == 1) b = {0.0005, 0.001, 1};
    blocks.push_back(b);
    while (blocks.size() > 1) {
      const block last = blocks.back();
      block& before = blocks[blocks.size() - 2];
      if (before.right * last.all < last.right * before.all) break;
      before = {before.right + last.right, before.all + last.all,
                before.width + last.width};
      blocks.pop_back();
    }
  }
  std::vector<double> out;
  for (const block& b : blocks) {
    out.insert(out.end(), b.width, std::clamp(b.right / b.all, 0.02, 0.995));
  }
  return out;
}

}  // namespace

std::string fit_calibration(const std::vector<calibration_case>& cases) {
  const std::vector<double> curve = rising(cases);
  std::string out;
  for (std::size_t type = 0; type < std::size(entities::tagged_types); ++type) {
    // Twenty cases of the whole pull a rare type to the mean.
    const auto excess = [&](double shift) {
      double sum = 20 * (squash(shift) - 0.5);
      for (const calibration_case& c : cases) {
        if (c.type != type) continue;
        sum +=
            squash(odds(curve[step_of(c.margin)]) + shift) - (c.right ? 1 : 0);
      }
      return sum;
    };
    double low = -4, high = 4;
    for (int i = 0; i < 40; ++i) {
      const double middle = (low + high) / 2;
      (excess(middle) > 0 ? high : low) = middle;
    }
    for (std::size_t s = 0; s < steps; ++s) {
      const double p = squash(odds(curve[s]) + low);
      out.push_back(static_cast<char>(std::lround(p * 255)));
    }
  }
  return out;
}

}  // namespace copydesk::train
