// SPDX-License-Identifier: Apache-2.0
// lattice.cpp - sums in the space of exponentials, one scale a token.
#include "train/lattice.hpp"

#include <algorithm>

namespace copydesk::train {

bool lattice::run(const std::vector<float>& e, const std::vector<float>& t,
                  const std::vector<float>& t_back,
                  const std::vector<float>& to_end, std::size_t n,
                  std::size_t labels, std::size_t width) {
  alpha.assign(n * width, 0);
  beta.assign(n * width, 0);
  scale.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    float* a = &alpha[i * width];
    const float* from = i == 0 ? nullptr : a - width;
    if (i == 0) {
      std::copy_n(&t[labels * width], width, a);
    } else {
      for (std::size_t x = 0; x < labels; ++x) {
        if (from[x] < 1e-9F) continue;
        const float* row = &t[x * width];
        for (std::size_t y = 0; y < width; ++y) a[y] += from[x] * row[y];
      }
    }
    float sum = 0;
    for (std::size_t y = 0; y < width; ++y) a[y] *= e[i * width + y];
    for (std::size_t y = 0; y < labels; ++y) sum += a[y];
    if (!(sum > 1e-30F)) return false;
    scale[i] = 1 / sum;
    for (std::size_t y = 0; y < width; ++y) a[y] *= scale[i];
  }
  for (std::size_t i = n; i-- > 0;) {
    float* b = &beta[i * width];
    if (i + 1 == n) {
      std::copy_n(to_end.data(), width, b);
    } else {
      const float* after = b + width;
      for (std::size_t y = 0; y < labels; ++y) {
        const float v = after[y] * e[(i + 1) * width + y];
        if (v < 1e-9F) continue;
        const float* row = &t_back[y * width];
        for (std::size_t x = 0; x < width; ++x) b[x] += v * row[x];
      }
    }
    float sum = 0;
    for (std::size_t y = 0; y < labels; ++y) sum += b[y] * alpha[i * width + y];
    if (!(sum > 1e-30F)) return false;
    // So that alpha * beta of a token is its distribution.
    for (std::size_t y = 0; y < width; ++y) b[y] /= sum;
  }
  return true;
}

}  // namespace copydesk::train
