// SPDX-License-Identifier: Apache-2.0
// doubling.hpp - runs hostile shapes at three sizes and compares their work.
#ifndef COPYDESK_TESTS_LINEAR_DOUBLING_HPP_
#define COPYDESK_TESTS_LINEAR_DOUBLING_HPP_

#include <cstdint>
#include <cstdio>
#include <string>

#include "linear/work.hpp"

namespace copydesk_linear {

struct shape {
  const char* name;
  const char* head;  // once
  const char* unit;  // repeated; ^ is a word that is new each time
  double least = 0;  // of work for twice the text; 0: as the test has it
};

inline std::string text_of(const shape& s, std::size_t bytes) {
  std::string out = s.head;
  for (std::size_t n = 0; out.size() < bytes; ++n) {
    for (const char* c = s.unit; *c != '\0'; ++c) {
      if (*c != '^') {
        out += *c;
        continue;
      }
      for (std::size_t k = n, i = 0; i < 4; k /= 26, ++i)
        out += static_cast<char>('a' + k % 26);
    }
  }
  return out;
}

// Prints each shape, and returns how many are wrong: those whose work is not
// `least` (the shape's own, if it has one) to 2.15 times as much for a text of
// twice the size, or more than `most` basic blocks a byte: a constant that is no
// constant shows there.
// `work_on(text)` returns the work.
template <class shapes, class work_function>
int wrong_shapes(const shapes& all, double most, work_function work_on,
                 std::size_t smallest = 16384, double least = 1.9) {
  const std::size_t sizes[] = {smallest, 2 * smallest, 4 * smallest};
  int wrong = 0;
  for (const shape& s : all) {
    std::uint64_t last = 0;
    for (const std::size_t size : sizes) {
      const std::string text = text_of(s, size);
      const std::uint64_t now = work_on(text);
      const double ratio =
          last == 0 ? 2 : static_cast<double>(now) / static_cast<double>(last);
      const double each =
          static_cast<double>(now) / static_cast<double>(text.size());
      const bool good = ratio >= (s.least > 0 ? s.least : least) &&
                        ratio <= 2.15 && each < most;
      if (!good) ++wrong;
      if (!good || size == sizes[2]) {
        std::printf("%-4s %-42s %7zu bytes, ratio %.3f, %.1f blocks a byte\n",
                    good ? "ok" : "BAD", s.name, size, ratio, each);
      }
      last = now;
    }
  }
  if (work() == 0) {
    std::puts("nothing was counted");
    return 1;
  }
  return wrong;
}

}  // namespace copydesk_linear

#endif  // COPYDESK_TESTS_LINEAR_DOUBLING_HPP_
