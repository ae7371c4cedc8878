// SPDX-License-Identifier: Apache-2.0
// letter_runs.hpp - runs of ASCII letters, 64 bytes at a time.
//
// A window over the text holds a bit for each byte that is an ASCII letter,
// and one for each that is a capital letter; the end and the case of a word
// are then a few operations on these bits, without a branch a byte.
#ifndef COPYDESK_SRC_TEXT_LETTER_RUNS_HPP_
#define COPYDESK_SRC_TEXT_LETTER_RUNS_HPP_

#include <cstdint>
#include <string_view>

#include "text/characters.hpp"
#include "text/laid_text.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace copydesk::text {

class letter_runs {
 public:
  static constexpr std::uint32_t width = 64;

  explicit letter_runs(std::string_view text) noexcept : text_(text) {}

  // The number of ASCII letters from text[at] on, at most `width`, and the
  // case of the word they make if it is one. Requires at < text.size().
  std::uint32_t run(std::uint32_t at, token_case& letters) noexcept {
    std::uint32_t from = at - begin_;
    if (from >= width) from = load(at);
    std::uint32_t len = zeros(~(letters_ >> from));
    if (len + from >= width && from != 0) {  // it may go on after the window
      from = load(at);
      len = zeros(~letters_);
    }
    const std::uint64_t all =
        len == width ? ~std::uint64_t{0} : (std::uint64_t{1} << len) - 1;
    letters = case_of(capitals_ >> from & all, all);
    return len;
  }

 private:
  // The number of zero bits below the lowest one; `width` if there is none.
  static std::uint32_t zeros(std::uint64_t bits) noexcept {
#if defined(__GNUC__)
    return bits == 0 ? width
                     : static_cast<std::uint32_t>(__builtin_ctzll(bits));
#else
    std::uint32_t n = 0;
    while (n < width && (bits >> n & 1U) == 0) ++n;
    return n;
#endif
  }
  static token_case case_of(std::uint64_t capitals,
                            std::uint64_t all) noexcept {
    if (capitals == 0) return token_case::lower;
    if (capitals == all) return token_case::upper;
    return capitals == 1 ? token_case::title : token_case::mixed;
  }

  // Moves the window to `at`. Returns 0, the place of `at` in it.
  std::uint32_t load(std::uint32_t at) noexcept {
    begin_ = at;
    letters_ = capitals_ = 0;
#if defined(__SSE2__)
    if (text_.size() - at >= width) {
      for (unsigned i = 0; i < 4; ++i) load16(at + 16 * i, 16 * i);
      return 0;
    }
#endif
    const std::size_t size = text_.size() - at;
    for (std::uint32_t i = 0; i < width && i < size; ++i) {
      const std::uint8_t c =
          byte_classes[static_cast<unsigned char>(text_[at + i])];
      if ((c & byte_class::letter) != 0) letters_ |= std::uint64_t{1} << i;
      if ((c & byte_class::upper) != 0) capitals_ |= std::uint64_t{1} << i;
    }
    return 0;
  }
#if defined(__SSE2__)
  void load16(std::uint32_t at, unsigned shift) noexcept {
    const __m128i bytes =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(text_.data() + at));
    // Signed comparison: letters are moved to the low end of the range.
    const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const __m128i moved =
        _mm_add_epi8(small, _mm_set1_epi8(static_cast<char>(-128 - 'a')));
    const __m128i is_letter =
        _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-128 + 26)));
    const __m128i is_small = _mm_cmpeq_epi8(bytes, small);
    const auto letters =
        static_cast<std::uint64_t>(_mm_movemask_epi8(is_letter));
    const auto capitals = static_cast<std::uint64_t>(
        _mm_movemask_epi8(_mm_andnot_si128(is_small, is_letter)));
    letters_ |= letters << shift;
    capitals_ |= capitals << shift;
  }
#endif

  std::string_view text_;
  std::uint32_t begin_ = 0xFFFFFFFF;  // of the window; none yet
  std::uint64_t letters_ = 0;
  std::uint64_t capitals_ = 0;
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LETTER_RUNS_HPP_
