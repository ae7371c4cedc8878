// SPDX-License-Identifier: Apache-2.0
// byte_block.hpp - what 64 bytes are, as bits.
//
// Idea: five comparisons of whole registers say of each byte what part of
// UTF-8 it is; the characters beyond ASCII are then found by counting zeros,
// without a branch a byte, and their form is checked by shifting bits.
#ifndef COPYDESK_SRC_UNICODE_BYTE_BLOCK_HPP_
#define COPYDESK_SRC_UNICODE_BYTE_BLOCK_HPP_

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace copydesk::unicode {

using byte = unsigned char;

// Plain are 20-7E without '&', and the line feed.
constexpr bool is_plain(byte b) noexcept {
  return (b >= 0x20 && b < 0x7F && b != '&') || b == '\n';
}

// Zeros below the lowest bit. Requires bits != 0.
inline unsigned lowest_bit(std::uint64_t bits) noexcept {
#if defined(__GNUC__)
  return static_cast<unsigned>(__builtin_ctzll(bits));
#else
  unsigned n = 0;
  while ((bits >> n & 1) == 0) ++n;
  return n;
#endif
}

#if defined(__SSE2__)

// FF for each of 16 bytes that is not plain. A signed comparison finds both
// controls and what is not ASCII, the latter being negative.
inline __m128i odd_of(const byte* p) noexcept {
  const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i line = _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'));
  const __m128i odd =
      _mm_andnot_si128(line, _mm_cmplt_epi8(v, _mm_set1_epi8(0x20)));
  return _mm_or_si128(odd, _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F)),
                                        _mm_cmpeq_epi8(v, _mm_set1_epi8('&'))));
}

inline unsigned odd_mask_of(__m128i odd) noexcept {
  return static_cast<unsigned>(_mm_movemask_epi8(odd));
}

inline const byte* next_odd(const byte* p, const byte* end) noexcept {
  while (end - p >= 64) {
    const __m128i a = odd_of(p), b = odd_of(p + 16), c = odd_of(p + 32),
                  d = odd_of(p + 48);
    if (odd_mask_of(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) !=
        0) {
      const std::uint64_t low = odd_mask_of(a) | odd_mask_of(b) << 16;
      const std::uint64_t high = odd_mask_of(c) | odd_mask_of(d) << 16;
      return p + __builtin_ctzll(low | high << 32);
    }
    p += 64;
  }
  while (end - p >= 16) {
    const unsigned mask = odd_mask_of(odd_of(p));
    if (mask != 0) return p + __builtin_ctz(mask);
    p += 16;
  }
  while (p != end && is_plain(*p)) ++p;
  return p;
}

#else

inline const byte* next_odd(const byte* p, const byte* end) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  while (end - p >= 8) {
    std::uint64_t v;
    std::memcpy(&v, p, 8);
    // High bits: not ASCII; below 20; equal to 7F; equal to '&'. Borrows may
    // set one too many, which the loop below sorts out.
    const std::uint64_t odd =
        v | (v - ones * 0x20) | (v + ones) | ((v ^ ones * '&') - ones);
    if ((odd & ones * 0x80) != 0) break;
    p += 8;
  }
  while (p != end && is_plain(*p)) ++p;
  return p;
}

#endif

inline unsigned count_bits(std::uint64_t bits) noexcept {
  bits -= bits >> 1 & 0x5555555555555555u;
  bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return static_cast<unsigned>(bits * 0x0101010101010101u >> 56);
}

// Some bytes in a row, and what is true of each: 16 in a register, or one.
#if defined(__SSE2__)
struct wide_mask {
  __m128i m;
  std::uint64_t bits() const noexcept {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(m));
  }
};
inline wide_mask operator|(wide_mask a, wide_mask b) noexcept {
  return {_mm_or_si128(a.m, b.m)};
}
inline wide_mask operator&(wide_mask a, wide_mask b) noexcept {
  return {_mm_and_si128(a.m, b.m)};
}
struct wide_bytes {
  static constexpr unsigned size = 16;
  __m128i v;
  explicit wide_bytes(const byte* p) noexcept
      : v(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))) {}
  wide_mask is(unsigned b) const noexcept {
    return {_mm_cmpeq_epi8(v, _mm_set1_epi8(static_cast<char>(b)))};
  }
  // Of bytes from 80 on, for which alone these two hold what they say.
  wide_mask high_from(unsigned b) const noexcept {
    return {_mm_cmpgt_epi8(v, _mm_set1_epi8(static_cast<char>(b - 1)))};
  }
  wide_mask high_below(unsigned b) const noexcept {
    return {_mm_cmplt_epi8(v, _mm_set1_epi8(static_cast<char>(b)))};
  }
  wide_mask odd_number() const noexcept {
    const __m128i one = _mm_set1_epi8(1);
    return {_mm_cmpeq_epi8(_mm_and_si128(v, one), one)};
  }
  wide_mask between(unsigned low, unsigned high) const noexcept {
    const __m128i span = _mm_set1_epi8(static_cast<char>(high - low));
    const __m128i from = _mm_sub_epi8(v, _mm_set1_epi8(static_cast<char>(low)));
    return {_mm_cmpeq_epi8(_mm_min_epu8(from, span), from)};
  }
  wide_mask is_letter() const noexcept {
    const __m128i lower = _mm_or_si128(v, _mm_set1_epi8(0x20));
    const __m128i from = _mm_sub_epi8(lower, _mm_set1_epi8('a'));
    const __m128i span = _mm_set1_epi8('z' - 'a');
    return {_mm_cmpeq_epi8(_mm_min_epu8(from, span), from)};
  }
};
#else
struct wide_mask {
  bool m;
  std::uint64_t bits() const noexcept { return m; }
};
inline wide_mask operator|(wide_mask a, wide_mask b) noexcept {
  return {a.m || b.m};
}
inline wide_mask operator&(wide_mask a, wide_mask b) noexcept {
  return {a.m && b.m};
}
struct wide_bytes {
  static constexpr unsigned size = 1;
  byte v;
  explicit wide_bytes(const byte* p) noexcept : v(*p) {}
  wide_mask is(unsigned b) const noexcept { return {v == b}; }
  wide_mask high_from(unsigned b) const noexcept { return {v >= b}; }
  wide_mask high_below(unsigned b) const noexcept { return {v < b}; }
  wide_mask odd_number() const noexcept { return {(v & 1) != 0}; }
  wide_mask between(unsigned low, unsigned high) const noexcept {
    return {v >= low && v <= high};
  }
  wide_mask is_letter() const noexcept {
    return {(v | 0x20) >= 'a' && (v | 0x20) <= 'z'};
  }
};
#endif

// One bit for each of the 64 bytes from p on: what `of` says of them, which
// gets the address of some at a time, and gives their wide_mask.
template <class F>
inline std::uint64_t bits_where(const byte* p, F&& of) noexcept {
  std::uint64_t out = 0;
  for (unsigned i = 0; i < 64; i += wide_bytes::size) {
    out |= of(p + i).bits() << i;
  }
  return out;
}

// One bit a byte.
struct byte_block {
  static constexpr unsigned width = 64;

  byte_block() = default;

  std::uint64_t lead = 0;     // C0-FF: a character beyond ASCII begins
  std::uint64_t three = 0;    // E0-FF: of three bytes at least
  std::uint64_t four = 0;     // F0-FF: of four
  std::uint64_t tail = 0;     // 80-BF
  std::uint64_t special = 0;  // ASCII that is not plain

  // The 64 bytes at p.
  explicit byte_block(const byte* p) noexcept {
#if defined(__SSE2__)
    std::uint64_t high = 0;
    __m128i most = _mm_setzero_si128();
    for (unsigned i = 0; i < width; i += 16) {
      const __m128i v =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + i));
      // Signed: what is not ASCII is negative, and in order.
      const __m128i ctrl = _mm_andnot_si128(_mm_cmpeq_epi8(v, all('\n')),
                                            _mm_cmplt_epi8(v, all(0x20)));
      const __m128i sign = _mm_or_si128(_mm_cmpeq_epi8(v, all(0x7F)),
                                        _mm_cmpeq_epi8(v, all('&')));
      high |= bits(v) << i;
      tail |= bits(_mm_cmplt_epi8(v, all(0xC0))) << i;
      special |= bits(_mm_or_si128(ctrl, sign)) << i;
      most = _mm_max_epu8(most, v);
    }
    lead = high & ~tail;
    special &= ~high;
    const __m128i longer = _mm_max_epu8(most, all(0xE0));
    if (bits(_mm_cmpeq_epi8(longer, most)) == 0) return;
    for (unsigned i = 0; i < width; i += 16) {
      const __m128i v =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + i));
      three |= bits(_mm_cmpgt_epi8(v, all(0xDF))) << i;
      four |= bits(_mm_cmpgt_epi8(v, all(0xEF))) << i;
    }
    three &= high;
    four &= high;
#else
    for (unsigned i = 0; i < width; ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if (p[i] >= 0xC0) lead |= bit;
      if (p[i] >= 0xE0) three |= bit;
      if (p[i] >= 0xF0) four |= bit;
      if ((p[i] & 0xC0) == 0x80) tail |= bit;
      if (p[i] < 0x80 && !is_plain(p[i])) special |= bit;
    }
#endif
  }

 private:
#if defined(__SSE2__)
  static std::uint64_t bits(__m128i mask) noexcept {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(mask));
  }
  static __m128i all(int b) noexcept {
    return _mm_set1_epi8(static_cast<char>(b));
  }
#endif
};

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_BYTE_BLOCK_HPP_
