// SPDX-License-Identifier: Apache-2.0
// feature_parts.hpp - what the features of all three decisions are made of.
//
// Idea: small numbers packed side by side into one that is then mixed, and
// distances in coarse steps.
#ifndef COPYDESK_SRC_QUOTES_FEATURE_PARTS_HPP_
#define COPYDESK_SRC_QUOTES_FEATURE_PARTS_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/hash.hpp"
#include "quotes/features.hpp"

namespace copydesk::quotes {

inline constexpr std::uint8_t bucket_of[] = {
    0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8,
    8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10};

// Up to 4 each number for itself, then up to 6, 9, 14, 22, 40, or more.
constexpr std::uint8_t bucket(std::uint32_t n) {
  return bucket_of[n < 41 ? n : 41];
}

inline std::uint64_t pack(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0,
                          std::uint64_t d = 0) {
  return a | b << 16 | c << 32 | d << 48;
}

inline std::uint64_t pack3(std::uint64_t a, std::uint64_t b, std::uint64_t c,
                           std::uint64_t d = 0, std::uint64_t e = 0) {
  return a | b << 8 | c << 16 | d << 24 | e << 32;
}

// Ending of the form: what tense and person it can be.
inline std::uint64_t ending(const reading& r, std::uint32_t t) {
  const std::string_view s = r.laid.tokens[t].where().of(r.laid.clean);
  const auto n = s.size();
  const word_ending e = r.words[t].ending;
  if (n > 4 && e == word_ending::ing) return 1;
  if (n > 3 && e == word_ending::ed) return 2;
  if (n > 2 && s[n - 1] == 's') return 3;
  if (n > 2 && s[n - 1] == 'n') return 4;
  return 5;
}

// The last three bytes of the form, or as many as there are.
inline std::uint64_t suffix(const reading& r, std::uint32_t t) {
  const std::string_view s = r.laid.tokens[t].where().of(r.laid.clean);
  // Most are longer: then there is no loop.
  return s.size() > 3 ? learned::hash_of(std::string_view(&s.end()[-3], 3))
                      : learned::hash_of(s);
}

// Writes features one after another; there must be room.
class feature_writer {
 public:
  explicit feature_writer(std::uint64_t* to) : at_(to) {}
  void add(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0) {
    *at_++ = learned::mix(learned::mix(number, a), b);
  }
  // Behind the last one.
  std::uint64_t* end() const { return at_; }

 private:
  std::uint64_t* at_;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_FEATURE_PARTS_HPP_
