// SPDX-License-Identifier: Apache-2.0
// letter_runs.hpp - the classes of 64 bytes at a time, as bits.
//
// A window over the text holds a bit for each byte that is an ASCII letter, a
// capital letter, white space; the end and the case of a word are then a few
// operations on these bits, without a branch a byte.
#ifndef COPYDESK_SRC_TEXT_LETTER_RUNS_HPP_
#define COPYDESK_SRC_TEXT_LETTER_RUNS_HPP_

#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/characters.hpp"
#include "text/laid_text.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace copydesk::text {

struct letter_window {
  static constexpr std::uint32_t width = 64;

  std::uint64_t letters = 0;   // a to z, A to Z
  std::uint64_t capitals = 0;  // A to Z
  std::uint64_t spaces = 0;    // space, and 9 to 13

  // The window at text[at]; bits beyond the end are 0.
  letter_window(std::string_view text, std::size_t at) noexcept {
    const std::size_t size = text.size() - at;
#if defined(__SSE2__)
    if (size >= width) {
      add64(text.data() + at);
    } else {
      // Every paragraph has an end: zeros are neither letters nor spaces.
      char rest[width] = {};
      std::memcpy(rest, text.data() + at, size);
      add64(rest);
    }
#else
    for (std::uint32_t i = 0; i < width && i < size; ++i) {
      const std::uint8_t c =
          byte_classes[static_cast<unsigned char>(text[at + i])];
      const std::uint64_t bit = std::uint64_t{1} << i;
      if ((c & byte_class::letter) != 0) letters |= bit;
      if ((c & byte_class::upper) != 0) capitals |= bit;
      if ((c & byte_class::space) != 0) spaces |= bit;
    }
#endif
  }

  // The number of one bits of `bits` from bit `from` on, up to bit 63.
  static std::uint32_t run(std::uint64_t bits, std::uint32_t from) noexcept {
    const std::uint64_t rest = ~(bits >> from);
#if defined(__GNUC__)
    // Bits above 63 - from came in as 0, so rest has a bit unless from is 0.
    const auto n = static_cast<std::uint32_t>(
        rest == 0 ? width : static_cast<std::uint32_t>(__builtin_ctzll(rest)));
#else
    std::uint32_t n = 0;
    while (n < width && (rest >> n & 1U) == 0) ++n;
#endif
    return n;
  }

  // The case of the word of `len` letters at bit `from`. 0 < len < width.
  token_case case_of(std::uint32_t from, std::uint32_t len) const noexcept {
    const std::uint64_t all = (std::uint64_t{1} << len) - 1;
    const std::uint64_t upper = capitals >> from & all;
    // Without a branch, for it would often be predicted wrongly: mixed, less
    // what makes it one of the others.
    const unsigned none = upper == 0;
    const unsigned every = upper == all;
    const unsigned first = upper == 1;
    static_assert(static_cast<int>(token_case::lower) == 1 &&
                  static_cast<int>(token_case::title) == 2 &&
                  static_cast<int>(token_case::upper) == 3 &&
                  static_cast<int>(token_case::mixed) == 4);
    return static_cast<token_case>(4 - 3 * none - every -
                                   2 * (first & ~every & 1U));
  }

 private:
#if defined(__SSE2__)
  void add64(const char* text) noexcept {
    for (unsigned i = 0; i < 4; ++i) add16(text + 16 * i, 16 * i);
  }
  void add16(const char* text, unsigned shift) noexcept {
    const __m128i bytes =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
    // Signed comparison: the range is moved to the low end of the numbers.
    const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const __m128i is_letter = _mm_cmplt_epi8(
        _mm_add_epi8(small, _mm_set1_epi8(static_cast<char>(-128 - 'a'))),
        _mm_set1_epi8(static_cast<char>(-128 + 26)));
    const __m128i is_small = _mm_cmpeq_epi8(bytes, small);
    const __m128i is_space = _mm_or_si128(
        _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')),
        _mm_cmplt_epi8(
            _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - 9))),
            _mm_set1_epi8(static_cast<char>(-128 + 5))));
    const auto bits = [shift](__m128i mask) {
      return static_cast<std::uint64_t>(
                 static_cast<std::uint32_t>(_mm_movemask_epi8(mask)))
             << shift;
    };
    letters |= bits(is_letter);
    capitals |= bits(_mm_andnot_si128(is_small, is_letter));
    spaces |= bits(is_space);
  }
#endif
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LETTER_RUNS_HPP_
