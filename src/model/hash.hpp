// SPDX-License-Identifier: Apache-2.0
// hash.hpp - the hashes that features and lexicon keys are known by.
//
// Idea: a feature is never a string. It is a 64-bit number mixed from the
// number of its template and the hashes of the words it looks at; the model
// knows its weight row by that number alone. The same functions run in the
// trainer, so both agree by construction.
//
// Part of the model format: a change here makes every model invalid, so it
// comes with a new format_version.
#ifndef COPYDESK_SRC_MODEL_HASH_HPP_
#define COPYDESK_SRC_MODEL_HASH_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::learned {

// Spreads every bit over all others; a bijection. (The finalizer of
// MurmurHash3, A. Appleby, public domain.)
constexpr std::uint64_t spread(std::uint64_t x) noexcept {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  x ^= x >> 33;
  return x;
}

// One number from two; the order matters. One multiplication: cheap enough for
// forty features a token.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t x = (a ^ (b * 0x9e3779b97f4a7c15ULL)) + 0x2545f4914f6cdd1dULL;
  x *= 0xd6e8feb86659fd93ULL;
  return x ^ (x >> 32);
}

// Of the Fowler-Noll-Vo hash of 64 bits, version 1a.
inline constexpr std::uint64_t fnv_basis = 0xcbf29ce484222325ULL;
inline constexpr std::uint64_t fnv_prime = 0x100000001b3ULL;

// Goes on from `h`; without spread(), which comes last.
constexpr std::uint64_t fnv(std::uint64_t h, std::string_view text) noexcept {
  for (const char c : text) {
    h = (h ^ static_cast<unsigned char>(c)) * fnv_prime;
  }
  return h;
}

// Bytes to a number. O(text.size()).
constexpr std::uint64_t hash_of(std::string_view text,
                                std::uint64_t seed = 0) noexcept {
  return spread(fnv(seed ^ fnv_basis, text));
}

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_HASH_HPP_
