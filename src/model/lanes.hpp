// SPDX-License-Identifier: Apache-2.0
// lanes.hpp - looks for a fingerprint in a cache line.
//
// Idea: what is looked up by hash lies in lines of 64 bytes, 32 numbers of 16
// bits each; a key can only be in the one line that its high bits name, and is
// known there by its low 16 bits. All numbers of a line are compared at once,
// so a look-up waits for memory once and has no loop.
#ifndef COPYDESK_SRC_MODEL_LANES_HPP_
#define COPYDESK_SRC_MODEL_LANES_HPP_

#include <cstddef>
#include <cstdint>

#include "model/bytes.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace copydesk::learned {

inline constexpr std::size_t line_size = 64;  // 2^6

// The line of a key, one of `lines`.
constexpr std::size_t line_of(std::uint64_t key, std::uint32_t lines) noexcept {
  return static_cast<std::size_t>((key >> 32) * lines >> 32);
}

// Where the lines of `count` keys begin, in bytes from the first line.
inline void find_lines(const std::uint64_t* keys, std::size_t count,
                       std::uint32_t lines, std::uint64_t* begins) noexcept {
  std::size_t i = 0;
#if defined(__SSE2__)
  const __m128i all = _mm_set1_epi64x(lines);
  const __m128i whole = _mm_set1_epi64x(-static_cast<int>(line_size));
  for (; i + 2 <= count; i += 2) {
    __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(keys + i));
    x = _mm_mul_epu32(_mm_srli_epi64(x, 32), all);
    x = _mm_and_si128(_mm_srli_epi64(x, 26), whole);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(begins + i), x);
  }
#endif
  for (; i < count; ++i) begins[i] = line_of(keys[i], lines) * line_size;
}

// What a key is known by in its line; never 0, which stands for nothing.
constexpr std::uint16_t print_of(std::uint64_t key) noexcept {
  const auto low = static_cast<std::uint16_t>(key);
  return low == 0 ? std::uint16_t{1} : low;
}

// Asks memory for a line that will be read soon.
inline void fetch(const void* p) noexcept {
#if defined(__GNUC__) || defined(__clang__)
  __builtin_prefetch(p);
#else
  (void)p;
#endif
}

// Index of the lowest bit that is set. Requires one.
inline std::uint32_t lowest(std::uint32_t bits) noexcept {
#if defined(__GNUC__) || defined(__clang__)
  return static_cast<std::uint32_t>(__builtin_ctz(bits));
#else
  std::uint32_t i = 0;
  while ((bits >> i & 1) == 0) ++i;
  return i;
#endif
}

inline std::uint32_t lowest(std::uint64_t bits) noexcept {
#if defined(__GNUC__) || defined(__clang__)
  return static_cast<std::uint32_t>(__builtin_ctzll(bits));
#else
  const auto low = static_cast<std::uint32_t>(bits);
  return low != 0 ? lowest(low)
                  : 32 + lowest(static_cast<std::uint32_t>(bits >> 32));
#endif
}

// Which of the first `lanes` numbers (16 or 32) at p are equal to `print`, as
// bits.
template <int lanes>
std::uint32_t equal_lanes(const byte* p, std::uint16_t print) noexcept {
  static_assert(lanes == 16 || lanes == 32, "whole registers");
#if defined(__SSE2__)
  const auto load = [p](int i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + i);
  };
  const __m128i all = _mm_set1_epi16(static_cast<short>(print));
  const auto pair = [&](int i) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(
        _mm_cmpeq_epi16(load(i), all), _mm_cmpeq_epi16(load(i + 1), all))));
  };
  if (lanes == 16) return pair(0);
  return pair(0) | pair(2) << 16;
#else
  std::uint32_t bits = 0;
  for (int i = 0; i < lanes; ++i) {
    bits |= (load16(p + 2 * i) == print ? 1U : 0U) << i;
  }
  return bits;
#endif
}

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_LANES_HPP_
