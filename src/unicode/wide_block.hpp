// SPDX-License-Identifier: Apache-2.0
// wide_block.hpp - byte_block.hpp in registers of 32 and 64 bytes, where the
// processor has them.
#ifndef COPYDESK_SRC_UNICODE_WIDE_BLOCK_HPP_
#define COPYDESK_SRC_UNICODE_WIDE_BLOCK_HPP_

#include "unicode/byte_block.hpp"
#include "unicode/scan.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define COPYDESK_WIDE_BLOCKS 1
#endif

namespace copydesk::unicode {

#ifndef COPYDESK_WIDE_BLOCKS

inline registers widest_registers() noexcept { return registers::usual; }

#else

// FF for each byte that is not plain: one more than it, and signed, controls,
// DEL and what is not ASCII are all below 21.
__attribute__((target("avx2"))) inline __m256i odd_of(__m256i v) noexcept {
  const __m256i odd = _mm256_cmpgt_epi8(
      _mm256_set1_epi8(0x21), _mm256_add_epi8(v, _mm256_set1_epi8(1)));
  const __m256i line = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n'));
  return _mm256_or_si256(_mm256_andnot_si256(line, odd),
                         _mm256_cmpeq_epi8(v, _mm256_set1_epi8('&')));
}

__attribute__((target("avx2"))) inline __m256i thirty_two(
    const byte* p) noexcept {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
}

__attribute__((target("avx2"))) inline std::uint64_t both_bits(
    __m256i low, __m256i high) noexcept {
  const std::uint64_t a = static_cast<std::uint32_t>(_mm256_movemask_epi8(low));
  const std::uint64_t b =
      static_cast<std::uint32_t>(_mm256_movemask_epi8(high));
  return a | b << 32;
}

__attribute__((target("avx512bw"))) inline std::uint64_t odd_bits(
    __m512i v) noexcept {
  const __mmask64 odd = _mm512_cmplt_epi8_mask(
      _mm512_add_epi8(v, _mm512_set1_epi8(1)), _mm512_set1_epi8(0x21));
  const __mmask64 line = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n'));
  return (odd & ~line) | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('&'));
}

// What the processor has, with all that scan.cpp compiles for beside them.
// "Wide" below requires registers of 32 bytes, "widest" of 64.
inline registers widest_registers() noexcept {
  if (!__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("popcnt")) {
    return registers::usual;
  }
  if (__builtin_cpu_supports("avx512bw")) return registers::of_64;
  return __builtin_cpu_supports("avx2") ? registers::of_32 : registers::usual;
}

__attribute__((target("avx2"))) inline const byte* next_odd_wide(
    const byte* p, const byte* end) noexcept {
  for (; end - p >= 64; p += 64) {
    const __m256i a = odd_of(thirty_two(p)), b = odd_of(thirty_two(p + 32));
    if (_mm256_movemask_epi8(_mm256_or_si256(a, b)) == 0) continue;
    return p + __builtin_ctzll(both_bits(a, b));
  }
  return next_odd(p, end);
}

__attribute__((target("avx2"))) inline byte_block block_wide(
    const byte* p) noexcept {
  byte_block out;
  const __m256i a = thirty_two(p), b = thirty_two(p + 32);
  const std::uint64_t high = both_bits(a, b);
  // Signed: what is not ASCII is negative, and in order.
  const __m256i leads = _mm256_set1_epi8(static_cast<char>(0xC0));
  out.tail =
      both_bits(_mm256_cmpgt_epi8(leads, a), _mm256_cmpgt_epi8(leads, b));
  out.lead = high & ~out.tail;
  out.special = both_bits(odd_of(a), odd_of(b)) & ~high;
  const __m256i two = _mm256_set1_epi8(static_cast<char>(0xDF));
  out.three =
      both_bits(_mm256_cmpgt_epi8(a, two), _mm256_cmpgt_epi8(b, two)) & high;
  const __m256i long_ones = _mm256_set1_epi8(static_cast<char>(0xEF));
  out.four = out.three == 0 ? 0
                            : both_bits(_mm256_cmpgt_epi8(a, long_ones),
                                        _mm256_cmpgt_epi8(b, long_ones)) &
                                  high;
  return out;
}

__attribute__((target("avx512bw"))) inline const byte* next_odd_widest(
    const byte* p, const byte* end) noexcept {
  for (; end - p >= 64; p += 64) {
    const std::uint64_t odd = odd_bits(_mm512_loadu_si512(p));
    if (odd != 0) return p + __builtin_ctzll(odd);
  }
  return next_odd(p, end);
}

__attribute__((target("avx512bw"))) inline byte_block block_widest(
    const byte* p) noexcept {
  byte_block out;
  const __m512i v = _mm512_loadu_si512(p);
  const auto from = [v](unsigned b) __attribute__((target("avx512bw"))) {
    return std::uint64_t{
        _mm512_cmpge_epu8_mask(v, _mm512_set1_epi8(static_cast<char>(b)))};
  };
  out.lead = from(0xC0);
  out.three = from(0xE0);
  out.four = from(0xF0);
  const std::uint64_t high = _mm512_movepi8_mask(v);
  out.tail = high & ~out.lead;
  out.special = odd_bits(v) & ~high;
  return out;
}

#endif

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_WIDE_BLOCK_HPP_
