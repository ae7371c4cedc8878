// SPDX-License-Identifier: Apache-2.0
// random_numbers.hpp - the trainer's random numbers: the same on every
// machine, from a seed. Source: splitmix64, S. Vigna, public domain.
#ifndef COPYDESK_SRC_TRAIN_RANDOM_NUMBERS_HPP_
#define COPYDESK_SRC_TRAIN_RANDOM_NUMBERS_HPP_

#include <cstdint>

namespace copydesk::train {

class random_numbers {
 public:
  explicit random_numbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t operator()() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  // In [0, 1).
  float unit() { return static_cast<float>((*this)() >> 40) * 0x1p-24F; }
  double precise_unit() {
    return static_cast<double>((*this)() >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_RANDOM_NUMBERS_HPP_
