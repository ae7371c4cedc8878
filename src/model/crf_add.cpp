// SPDX-License-Identifier: Apache-2.0
// crf_add.cpp - sums the weights of features: where most of the time goes.
//
// Idea: the index fits the nearer caches, the rows do not. So features are
// taken a batch at a time, over the borders of tokens: look all of them up and
// ask memory for their rows, then add. Look-ups do not wait for each other,
// as there is no branch in them, and each asks for the line of a later one.
// Invariant: read() has seen that each row of the index is there.
// Cost: about 45 instructions a feature and 8 a 16 labels of its row.
#include <algorithm>
#include <type_traits>

#include "model/crf.hpp"
#include "model/wide.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define COPYDESK_AVX2 1
#endif

namespace copydesk::learned {
namespace {

// Where a model's rows lie.
struct row_index {
  const byte* index;
  const byte* weights;
  std::uint32_t lines;
};

// Features and what each of them has: the line it may be in, where its row is
// noted if it is there. Some lines more than features are known.
struct stretch {
  const std::uint64_t* features;
  const std::uint64_t* lines;
  std::size_t count;
  const byte** rows;
};

constexpr std::size_t ahead = 24;  // features; what a look at memory takes

// Notes the row of the lane that is the same, and counts it: 1, or 0 if there
// is none. Whether a feature is known cannot be foreseen, so there is no branch
// on it, nor anything that a compiler would make one of.
template <int W>
inline std::size_t note_row(const row_index& in, const byte* line,
                            std::uint32_t same, const byte** to) noexcept {
  same &= 0xfffffffcU;  // the first two numbers are that of the first row
  const std::uint32_t row = load32(line) + lowest(same | 0x80000000U) - 2;
  const std::uint32_t there = (same | (0U - same)) >> 31;
  const byte* w = in.weights + std::size_t{row & (0U - there)} * W;
  *to = w;
  fetch(w);
  if (W > 16) fetch(w + W - 1);
  return there;
}

// The machine's usual registers, of eight numbers.
struct usual {
  // How many of the features have rows.
  template <int W>
  static std::size_t find(const row_index& in, const stretch& s) noexcept {
    std::size_t found = 0;
    for (std::size_t i = 0; i < s.count; ++i) {
      fetch(in.index + s.lines[i + ahead]);
      const byte* line = in.index + s.lines[i];
      found +=
          note_row<W>(in, line, equal_lanes<32>(line, print_of(s.features[i])),
                      s.rows + found);
    }
    return found;
  }
  // Adds rows to the scores of one token.
  template <int W>
  static void add(const byte* const* rows, std::size_t count,
                  std::int16_t* scores) noexcept {
    wide<W> sum = wide<W>::load(scores);
    for (std::size_t i = 0; i < count; ++i) sum.add_bytes(rows[i]);
    sum.store(scores);
  }
};

#ifdef COPYDESK_AVX2
// Those of sixteen, where the processor has them: the same sums, in fewer
// instructions.
struct twice_as_wide {
  template <int W>
  __attribute__((target("avx2"))) static std::size_t find(
      const row_index& in, const stretch& s) noexcept {
    std::size_t found = 0;
    for (std::size_t i = 0; i < s.count; ++i) {
      fetch(in.index + s.lines[i + ahead]);
      const byte* line = in.index + s.lines[i];
      const auto* half = reinterpret_cast<const __m256i*>(line);
      const __m256i print =
          _mm256_set1_epi16(static_cast<short>(print_of(s.features[i])));
      // Packed by halves of registers: the two in the middle change places.
      const __m256i same = _mm256_permute4x64_epi64(
          _mm256_packs_epi16(
              _mm256_cmpeq_epi16(_mm256_loadu_si256(half), print),
              _mm256_cmpeq_epi16(_mm256_loadu_si256(half + 1), print)),
          0xd8);
      found += note_row<W>(
          in, line, static_cast<std::uint32_t>(_mm256_movemask_epi8(same)),
          s.rows + found);
    }
    return found;
  }
  template <int W>
  __attribute__((target("avx2"))) static void add(
      const byte* const* rows, std::size_t count,
      std::int16_t* scores) noexcept {
    constexpr int parts = W / 16;
    __m256i sum[parts];
    auto* const to = reinterpret_cast<__m256i*>(scores);
    for (int k = 0; k < parts; ++k) sum[k] = _mm256_loadu_si256(to + k);
    for (std::size_t i = 0; i < count; ++i) {
      const auto* row = reinterpret_cast<const __m128i*>(rows[i]);
      for (int k = 0; k < parts; ++k) {
        sum[k] = _mm256_add_epi16(
            sum[k], _mm256_cvtepi8_epi16(_mm_loadu_si128(row + k)));
      }
    }
    for (int k = 0; k < parts; ++k) _mm256_storeu_si256(to + k, sum[k]);
  }
};
#endif

template <int W, class Finder, class Adder>
void add_rows(const row_index& in, const std::uint64_t* features,
              const std::size_t* ends, std::size_t tokens,
              std::int16_t* scores) noexcept {
  constexpr std::size_t batch = 256;
  // Part of a batch: the token, and where its rows end.
  struct part {
    std::size_t token;
    std::size_t end;
  };
  const byte* rows[batch + 1];
  std::uint64_t lines[batch + ahead];
  part parts[batch];
  const std::size_t total = tokens == 0 ? 0 : ends[tokens - 1];
  std::size_t token = 0;
  for (std::size_t begin = 0; begin < total;) {
    const std::size_t end = std::min(total, begin + batch);
    const std::size_t size = end - begin;
    find_lines(features + begin, size, in.lines, lines);
    // The lines of the first features are asked for here, of others later.
    std::fill_n(lines + size, ahead, std::uint64_t{0});
    for (std::size_t i = 0; i < std::min(size, ahead); ++i) {
      fetch(in.index + lines[i]);
    }
    std::size_t found = 0, count = 0;
    for (std::size_t i = 0; i < size;) {
      while (ends[token] <= begin + i) ++token;
      const std::size_t stop = std::min(size, ends[token] - begin);
      found += Finder::template find<W>(
          in, {features + begin + i, lines + i, stop - i, rows + found});
      parts[count++] = {token, found};
      i = stop;
    }
    std::size_t r = 0;
    for (std::size_t k = 0; k < count; ++k) {
      Adder::template add<W>(rows + r, parts[k].end - r,
                             scores + parts[k].token * W);
      r = parts[k].end;
    }
    begin = end;
  }
}

}  // namespace

void crf::use_wide_registers(bool yes) noexcept {
#ifdef COPYDESK_AVX2
  wide_registers_ = yes && __builtin_cpu_supports("avx2");
#else
  (void)yes;
#endif
}

void crf::add(const std::uint64_t* features, const std::size_t* ends,
              std::size_t tokens, std::int16_t* scores) const noexcept {
  const row_index in{index_, weights_, lines_};
  with_width([&](auto width) {
    constexpr int W = decltype(width)::value;
#ifdef COPYDESK_AVX2
    if (wide_registers_) {
      using adder = std::conditional_t<W % 16 == 0, twice_as_wide, usual>;
      add_rows<W, twice_as_wide, adder>(in, features, ends, tokens, scores);
      return;
    }
#endif
    add_rows<W, usual, usual>(in, features, ends, tokens, scores);
  });
}

void crf::add(const std::uint64_t* features, std::size_t count,
              std::int16_t* scores) const noexcept {
  add(features, &count, 1, scores);
}

void crf::add_sums(const std::int16_t* sums, const std::uint32_t* which,
                   std::size_t each, std::size_t tokens,
                   std::int16_t* scores) const noexcept {
  with_width([&](auto width) {
    constexpr int W = decltype(width)::value;
    for (std::size_t t = 0; t < tokens; ++t, which += each, scores += W) {
      wide<W> sum = wide<W>::load(scores);
      for (std::size_t k = 0; k < each; ++k) {
        sum.add(wide<W>::load(sums + std::size_t{which[k]} * W));
      }
      sum.store(scores);
    }
  });
}

}  // namespace copydesk::learned
