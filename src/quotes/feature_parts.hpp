// SPDX-License-Identifier: Apache-2.0
// feature_parts.hpp - what the features of all three decisions are made of.
//
// Idea: small numbers packed side by side into one that is then mixed, and
// distances in coarse steps.
#ifndef COPYDESK_SRC_QUOTES_FEATURE_PARTS_HPP_
#define COPYDESK_SRC_QUOTES_FEATURE_PARTS_HPP_

#include <cstddef>
#include <cstdint>

#include "model/hash.hpp"
#include "quotes/features.hpp"

namespace copydesk::quotes {

inline std::uint64_t bucket(std::uint32_t n) {
  if (n <= 4) return n;
  if (n <= 6) return 5;
  if (n <= 9) return 6;
  if (n <= 14) return 7;
  if (n <= 22) return 8;
  if (n <= 40) return 9;
  return 10;
}

inline std::uint64_t pack(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0,
                          std::uint64_t d = 0) {
  return a | b << 16 | c << 32 | d << 48;
}

inline std::uint64_t pack3(std::uint64_t a, std::uint64_t b, std::uint64_t c,
                           std::uint64_t d = 0, std::uint64_t e = 0) {
  return a | b << 8 | c << 16 | d << 24 | e << 32;
}

// Fills a list, whose number of features is known to fit.
class feature_writer {
 public:
  explicit feature_writer(feature_list& out)
      : out_(out), at_(out.values.data()) {}
  ~feature_writer() {
    out_.count = static_cast<std::size_t>(at_ - out_.values.data());
  }
  feature_writer(const feature_writer&) = delete;
  feature_writer& operator=(const feature_writer&) = delete;
  void add(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0) {
    *at_++ = learned::mix(learned::mix(number, a), b);
  }

 private:
  feature_list& out_;
  std::uint64_t* at_;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_FEATURE_PARTS_HPP_
