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

#include "model/crf.hpp"
#include "model/wide.hpp"

namespace copydesk::learned {
namespace {

// Where a model's rows lie.
struct row_index {
  const byte* index;
  const byte* weights;
  std::uint32_t lines;
};

// The row of a feature, and all bits; or 0 and 0. Whether a feature is known
// cannot be foreseen, so there is no branch on it, nor anything that a compiler
// would make one of.
struct found_row {
  std::uint32_t row, there;
};
inline found_row find_row(const byte* line, std::uint64_t feature) noexcept {
  // The first two numbers of the line are that of its first row.
  const std::uint32_t same =
      equal_lanes<32>(line, print_of(feature)) & 0xfffffffcU;
  const std::uint32_t row = load32(line) + lowest(same | 0x80000000U) - 2;
  const std::uint32_t there = 0U - ((same | (0U - same)) >> 31);
  return {row & there, there};
}

template <int W>
void add_rows(const row_index& in, const std::uint64_t* features,
              const std::size_t* ends, std::size_t tokens,
              std::int16_t* scores) noexcept {
  constexpr std::size_t batch = 256;
  constexpr std::size_t ahead = 24;  // features; what a look at memory takes
  // Part of a batch: the token, and where its rows end.
  struct part {
    std::size_t token;
    std::uint32_t end;
  };
  const byte* rows[batch];
  std::uint64_t lines[batch + ahead];
  part parts[batch];
  const std::size_t total = tokens == 0 ? 0 : ends[tokens - 1];
  std::size_t token = 0;
  for (std::size_t begin = 0; begin < total;) {
    const std::size_t end = std::min(total, begin + batch);
    const std::size_t size = end - begin;
    find_lines(features + begin, size, in.lines, lines);
    // The lines of the first features are asked for here, of others later.
    for (std::size_t i = 0; i < ahead; ++i) {
      if (i >= size) lines[i] = 0;
      lines[size + i] = 0;
      fetch(in.index + lines[i]);
    }
    std::uint32_t found = 0, count = 0;
    for (std::size_t i = 0; i < size;) {
      while (ends[token] <= begin + i) ++token;
      for (const std::size_t stop = std::min(size, ends[token] - begin);
           i < stop; ++i) {
        fetch(in.index + lines[i + ahead]);
        const found_row r = find_row(in.index + lines[i], features[begin + i]);
        const byte* w = in.weights + std::size_t{r.row} * W;
        rows[found] = w;
        found -= r.there;
        fetch(w);
        if (W > 16) fetch(w + W - 1);
      }
      parts[count++] = {token, found};
    }
    std::uint32_t r = 0;
    for (std::uint32_t k = 0; k < count; ++k) {
      std::int16_t* out = scores + parts[k].token * W;
      wide<W> sum = wide<W>::load(out);
      for (; r < parts[k].end; ++r) sum.add_bytes(rows[r]);
      sum.store(out);
    }
    begin = end;
  }
}

}  // namespace

void crf::add(const std::uint64_t* features, const std::size_t* ends,
              std::size_t tokens, std::int16_t* scores) const noexcept {
  const row_index in{index_, weights_, lines_};
  with_width([&](auto width) {
    constexpr int W = decltype(width)::value;
    add_rows<W>(in, features, ends, tokens, scores);
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
