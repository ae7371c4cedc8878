// SPDX-License-Identifier: Apache-2.0
#include "unicode/edits.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "unit/random_text.hpp"

using namespace copydesk_test;
using copydesk::unicode::edits;

namespace {

// A list as it was asked for: each stretch or replacement by itself.
struct plain_step {
  std::uint32_t source, result;
  bool kept;
};
using plain_list = std::vector<plain_step>;

// A random list that reads `source` bytes.
plain_list random_list(randoms& r, std::uint32_t source) {
  plain_list out;
  while (source != 0) {
    const bool kept = r.below(2) == 0;
    constexpr std::uint32_t most[] = {1, 3, 9, 200, 20000};
    const std::uint32_t n =
        std::min(source, r.below(most[r.below(5)]) + (kept ? 1 : 0));
    out.push_back({n, kept ? n : r.below(most[r.below(4)]), kept});
    if (out.back().kept == false && r.below(3) == 0) {
      const std::uint32_t times = n == 0 ? 3 : std::min(source / n, 40u);
      for (std::uint32_t i = 1; i < times; ++i) {
        out.push_back(out.back());
        source -= n;
      }
    }
    source -= n;
  }
  return out;
}

edits built(const plain_list& list) {
  edits out;
  for (const plain_step& s : list) {
    if (s.kept) {
      out.keep(s.source);
    } else {
      out.replace(s.source, s.result);
    }
  }
  return out;
}

std::uint32_t result_of(const plain_list& list) {
  std::uint32_t n = 0;
  for (const plain_step& s : list) n += s.result;
  return n;
}

// For each source byte, the range of the result that its step covers.
using ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
ranges by_byte(const plain_list& list) {
  ranges out;
  std::uint32_t at = 0;
  for (const plain_step& s : list) {
    for (std::uint32_t i = 0; i < s.source; ++i) {
      if (s.kept) {
        out.push_back({at + i, at + i + 1});
      } else {
        out.push_back({at, at + s.result});
      }
    }
    at += s.result;
  }
  return out;
}

std::pair<std::uint32_t, std::uint32_t> looked_up(const edits& list,
                                                  std::uint32_t at) {
  const edits::piece p = list.at_source(at);
  if (!p.kept) return {p.result_begin, p.result_end};
  const std::uint32_t to = p.result_begin + (at - p.source_begin);
  return {to, to + 1};
}

}  // namespace

TEST_SUITE("unicode") {
  TEST_CASE("an edit list finds each byte's counterpart") {
    randoms r(11);
    for (int i = 0; i < 2000; ++i) {
      const plain_list list = random_list(r, r.below(3000));
      const edits packed = built(list);
      const ranges want = by_byte(list);
      REQUIRE_EQ(packed.source_length(), want.size());
      REQUIRE_EQ(packed.result_length(), result_of(list));
      int wrong = 0;
      for (std::uint32_t at = 0; at < want.size(); at += 1 + r.below(20)) {
        const auto got = looked_up(packed, at);
        // Neighbouring deletions are one; they all end up at one place.
        wrong += got != want[at];
      }
      REQUIRE_EQ(wrong, 0);
    }
  }

  TEST_CASE("composed lists lead where one after the other leads") {
    randoms r(12);
    for (int i = 0; i < 2000; ++i) {
      const plain_list first = random_list(r, r.below(800));
      const plain_list then = random_list(r, result_of(first));
      const edits both = edits::compose(built(first), built(then));
      const ranges a = by_byte(first), b = by_byte(then);
      REQUIRE_EQ(both.source_length(), a.size());
      REQUIRE_EQ(both.result_length(), result_of(then));
      int wrong = 0;
      for (std::uint32_t at = 0; at < a.size(); ++at) {
        const auto got = looked_up(both, at);
        for (std::uint32_t m = a[at].first; m < a[at].second; ++m) {
          wrong += b[m].first < got.first || b[m].second > got.second;
        }
      }
      REQUIRE_EQ(wrong, 0);
    }
  }

  TEST_CASE("a list of small changes takes few bytes") {
    struct row {
      const char* what;
      std::uint32_t kept, source, result;
      double most;  // bytes for each byte of the result
    };
    const row rows[] = {{"a letter, a soft hyphen", 1, 2, 0, 2.2},
                        {"Cyrillic of one byte, a space", 1, 1, 2, 0.8},
                        {"UTF-16 of ASCII", 0, 2, 1, 0.01},
                        {"a quotation mark as an entity", 5, 6, 1, 0.4},
                        {"a letter for fifty bytes", 0, 50, 1, 0.01},
                        {"a long deletion between letters", 1, 5000, 0, 4.4}};
    for (const row& x : rows) {
      CAPTURE(x.what);
      edits list;
      for (int i = 0; i < 10000; ++i) {
        list.keep(x.kept);
        list.replace(x.source, x.result);
      }
      list.shrink();
      CHECK_LE(static_cast<double>(list.memory()),
               x.most * static_cast<double>(list.result_length()) + 16);
    }
  }

  TEST_CASE("a list that changes nothing takes no memory") {
    edits list;
    for (int i = 0; i < 1000; ++i) list.keep(1000);
    CHECK(list.unchanged());
    CHECK_EQ(list.memory(), 0);
    CHECK_EQ(list.source_length(), 1000000);
  }
}
