// SPDX-License-Identifier: Apache-2.0
// The lists that keep a number for each token in less than four bytes.
#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "text/nested_ranges.hpp"
#include "text/packed_numbers.hpp"
#include "text/sentence_numbers.hpp"
#include "text/slow_numbers.hpp"

namespace {

using namespace copydesk::text;

// Reproducible numbers, none of them the same for long.
std::uint32_t next(std::uint32_t& state) {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("the sentence of each token is the one that holds it") {
    std::uint32_t state = 7;
    for (const std::uint32_t longest : {1u, 2u, 300u}) {
      laid_text laid;
      std::vector<std::uint32_t> right;
      for (std::uint32_t s = 0; right.size() < 5000; ++s) {
        sentence one;
        one.first_token = static_cast<std::uint32_t>(right.size());
        right.insert(right.end(), 1 + next(state) % longest, s);
        one.token_end = static_cast<std::uint32_t>(right.size());
        laid.sentences.push_back(one);
      }
      laid.tokens.assign(right.size(), token({0, 1}, token_kind::word,
                                             token_case::lower, true, false));
      const sentence_numbers kept(laid);
      bool same = true;
      for (std::size_t t = 0; t < right.size(); ++t) {
        same = same && kept[t] == right[t];
      }
      CHECK_MESSAGE(same, longest);
    }
  }

  TEST_CASE("a token without a mention has none") {
    std::uint32_t state = 8;
    for (const std::uint32_t gap : {2u, 9u, 500u}) {
      std::vector<std::int32_t> right(4000, -1);
      std::int32_t number = 0;
      for (std::size_t t = 0; t < right.size(); ++t) {
        // Some mentions are passed over; each has a token of its own.
        if (next(state) % gap == 0) right[t] = number;
        ++number;
      }
      slow_numbers kept(right.size());
      for (std::size_t t = 0; t < right.size(); ++t) {
        if (right[t] >= 0) kept.set(t, right[t]);
      }
      bool same = true;
      for (std::size_t t = 0; t < right.size(); ++t) {
        same = same && kept[t] == right[t];
      }
      CHECK_MESSAGE(same, gap);
    }
  }

  TEST_CASE("the range of the largest number around a token is found") {
    std::uint32_t state = 9;
    for (const std::uint32_t count : {0u, 1u, 5u, 60u, 900u}) {
      for (const std::uint32_t longest : {1u, 8u, 200u}) {
        constexpr std::uint32_t tokens = 1003;
        std::vector<std::int32_t> right(tokens, -1);
        std::vector<numbered_range> ranges;
        for (std::uint32_t i = 0; i < count; ++i) {
          const std::uint32_t begin = next(state) % tokens;
          std::uint32_t end = begin + next(state) % (longest + 1);
          if (end > tokens) end = tokens;
          ranges.push_back({begin, end, static_cast<std::int32_t>(i)});
          for (std::uint32_t t = begin; t < end; ++t) {
            right[t] = static_cast<std::int32_t>(i);
          }
        }
        const nested_ranges found(tokens, ranges);
        bool same = true;
        for (std::uint32_t t = 0; t < tokens; ++t) {
          same = same && found[t] == right[t];
        }
        CHECK_MESSAGE(same, count, " ranges of up to ", longest);
      }
    }
  }

  TEST_CASE("no token, no range") {
    CHECK(nested_ranges(0, {})[0] == -1);
    CHECK(nested_ranges(32, {{0, 32, 5}})[31] == 5);
    CHECK(nested_ranges(32, {{0, 32, 5}})[32] == -1);
  }

  TEST_CASE("numbers beyond two bytes are kept, and those before them") {
    const std::vector<std::uint32_t> right = {
        0, 1, 65535, 65536, 3, 0x12345678, 0xFFFFFFFF, 65535, 0};
    packed_numbers kept;
    for (const std::uint32_t n : right) kept.push_back(n);
    CHECK(kept.size() == right.size());
    for (std::size_t i = 0; i < right.size(); ++i) CHECK(kept[i] == right[i]);
  }
}
