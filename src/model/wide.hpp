// SPDX-License-Identifier: Apache-2.0
// wide.hpp - sums of many labels at once.
//
// Idea: a row of W int16 (4 or a multiple of 8) is kept in registers as
// vectors of the compiler's own kind, of 16 bytes, which every machine has;
// where there is no such kind, in an array.
#ifndef COPYDESK_SRC_MODEL_WIDE_HPP_
#define COPYDESK_SRC_MODEL_WIDE_HPP_

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace copydesk::learned {

#if defined(__GNUC__) || defined(__clang__)
template <int N>
struct lane_vector {
  typedef std::int16_t type __attribute__((vector_size(2 * N)));
};

template <int W>
struct wide {
  static constexpr int lanes = W < 8 ? W : 8;
  static constexpr int parts = W / lanes;
  using vector = typename lane_vector<lanes>::type;
  vector part[parts] = {};

  void load(const std::int16_t* from) noexcept {
    std::memcpy(part, from, sizeof part);
  }
  void store(std::int16_t* to) const noexcept {
    std::memcpy(to, part, sizeof part);
  }
  void fill(std::int16_t x) noexcept {
    for (int k = 0; k < parts; ++k) part[k] = vector{} + x;
  }
  void add(const wide& b) noexcept {
    for (int k = 0; k < parts; ++k) part[k] += b.part[k];
  }
  void subtract(std::int16_t x) noexcept {
    for (int k = 0; k < parts; ++k) part[k] -= x;
  }
  void raise(const wide& b) noexcept {
    for (int k = 0; k < parts; ++k) {
      part[k] = part[k] > b.part[k] ? part[k] : b.part[k];
    }
  }
  void raise(std::int16_t x) noexcept {
    wide b;
    b.fill(x);
    raise(b);
  }
  // What is equal to `old` becomes `fresh`, where `mask` has all bits.
  void replace(const wide& mask, std::int16_t old,
               std::int16_t fresh) noexcept {
    for (int k = 0; k < parts; ++k) {
      const vector here = (part[k] == old) & mask.part[k];
      part[k] = (part[k] & ~here) | (here & fresh);
    }
  }
  std::int16_t most() const noexcept {
    vector all = part[0];
    for (int k = 1; k < parts; ++k) {
      all = all > part[k] ? all : part[k];
    }
    return most_of<lanes>(all);
  }
  // The first lane that has x. Requires one.
  int find(std::int16_t x) const noexcept {
    int at = 0;
    for (int k = 0; k < parts; ++k) {
      const vector same = part[k] == x;
      std::int16_t lane[lanes];
      std::memcpy(lane, &same, sizeof lane);
      for (int h = 0; h < lanes; h += 4) {
        std::uint64_t four;
        std::memcpy(&four, lane + h, sizeof four);
        if (four == 0) continue;
        while (lane[h] == 0) ++h;
        return at + h;
      }
      at += lanes;
    }
    return 0;
  }

 private:
  template <int N>
  static std::int16_t most_of(const typename lane_vector<N>::type& v) noexcept {
    if constexpr (N == 4) {
      std::int16_t x[4];
      std::memcpy(x, &v, sizeof x);
      return std::max(std::max(x[0], x[1]), std::max(x[2], x[3]));
    } else {
      typename lane_vector<N / 2>::type half[2];
      std::memcpy(half, &v, sizeof v);
      const typename lane_vector<N / 2>::type all =
          half[0] > half[1] ? half[0] : half[1];
      return most_of<N / 2>(all);
    }
  }
};
#else
template <int W>
struct wide {
  std::int16_t lane[W];

  void load(const std::int16_t* from) noexcept {
    std::memcpy(lane, from, sizeof lane);
  }
  void store(std::int16_t* to) const noexcept {
    std::memcpy(to, lane, sizeof lane);
  }
  void fill(std::int16_t x) noexcept { std::fill(lane, lane + W, x); }
  void add(const wide& b) noexcept {
    for (int i = 0; i < W; ++i) {
      lane[i] = static_cast<std::int16_t>(lane[i] + b.lane[i]);
    }
  }
  void subtract(std::int16_t x) noexcept {
    for (int i = 0; i < W; ++i) {
      lane[i] = static_cast<std::int16_t>(lane[i] - x);
    }
  }
  void raise(const wide& b) noexcept {
    for (int i = 0; i < W; ++i) lane[i] = std::max(lane[i], b.lane[i]);
  }
  void raise(std::int16_t x) noexcept {
    for (int i = 0; i < W; ++i) lane[i] = std::max(lane[i], x);
  }
  void replace(const wide& mask, std::int16_t old,
               std::int16_t fresh) noexcept {
    for (int i = 0; i < W; ++i) {
      if (lane[i] == old && mask.lane[i] != 0) lane[i] = fresh;
    }
  }
  std::int16_t most() const noexcept {
    return *std::max_element(lane, lane + W);
  }
  int find(std::int16_t x) const noexcept {
    return static_cast<int>(std::find(lane, lane + W, x) - lane);
  }
};
#endif

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_WIDE_HPP_
