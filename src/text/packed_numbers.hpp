// SPDX-License-Identifier: Apache-2.0
// packed_numbers.hpp - a list of numbers that are mostly below 65,536: two
// bytes each, and two more once one is not.
#ifndef COPYDESK_SRC_TEXT_PACKED_NUMBERS_HPP_
#define COPYDESK_SRC_TEXT_PACKED_NUMBERS_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace copydesk::text {

class packed_numbers {
 public:
  void reserve(std::size_t count) { low_.reserve(count); }
  std::size_t size() const noexcept { return low_.size(); }

  void push_back(std::uint32_t number) {
    if (number > 0xFFFF && high_.empty()) {
      high_.reserve(low_.capacity());
      high_.assign(low_.size(), 0);
    }
    if (number > 0xFFFF || !high_.empty()) {
      high_.push_back(static_cast<std::uint16_t>(number >> 16));
    }
    low_.push_back(static_cast<std::uint16_t>(number));
  }

  std::uint32_t operator[](std::size_t i) const noexcept {
    const std::uint32_t low = low_[i];
    return high_.empty() ? low : low | std::uint32_t{high_[i]} << 16;
  }

 private:
  std::vector<std::uint16_t> low_;
  std::vector<std::uint16_t> high_;  // empty while all of it would be 0
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_PACKED_NUMBERS_HPP_
