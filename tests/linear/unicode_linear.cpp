// SPDX-License-Identifier: Apache-2.0
// unicode_linear.cpp - hostile shapes for repair: the work doubles when the
// text doubles.
#include <cstdint>
#include <cstdio>
#include <string>

#include "hostile/repair_shapes.hpp"
#include "linear/work.hpp"
#include "unicode/repair.hpp"

namespace {

std::uint64_t work_on(const std::string& text) {
  const std::uint64_t before = copydesk_linear::work();
  copydesk::unicode::repaired made;
  copydesk::unicode::repair(text, made);
  return copydesk_linear::work() - before;
}

}  // namespace

int main() {
  constexpr std::size_t sizes[] = {131072, 262144, 524288};
  std::size_t count = 0;
  int wrong = 0;
  const auto* shapes = copydesk_test::hostile_shapes(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t last = 0;
    for (const std::size_t size : sizes) {
      const std::string text = copydesk_test::make(shapes[i], size);
      const std::uint64_t now = work_on(text);
      const double ratio =
          last == 0 ? 2 : static_cast<double>(now) / static_cast<double>(last);
      const double each =
          static_cast<double>(now) / static_cast<double>(text.size());
      // Of plain text there is less work than what is done once.
      const bool good =
          (ratio >= 1.9 || each < 1) && ratio <= 2.15 && each < 2000;
      if (!good) ++wrong;
      if (!good || size == sizes[2]) {
        std::printf("%s %-40s %7zu bytes, ratio %.3f, %.1f blocks a byte\n",
                    good ? "     " : "WRONG", shapes[i].name, text.size(),
                    ratio, each);
      }
      last = now;
    }
  }
  return wrong == 0 ? 0 : 1;
}
