// SPDX-License-Identifier: Apache-2.0
// Cleans one hostile shape, for count_work.py to count instructions:
//   copydesk_unicode_work            lists the shapes
//   copydesk_unicode_work I SIZE     cleans shape I at SIZE bytes
#include <cstdio>
#include <cstdlib>
#include <string>

#include "copydesk/normalize.hpp"
#include "hostile/unicode_shapes.hpp"

int main(int argc, char** argv) {
  const auto shapes = copydesk_test::unicode_shapes();
  if (argc < 3) {
    for (const auto& s : shapes) std::puts(s.name);
    return 0;
  }
  const auto& s = shapes.at(std::strtoul(argv[1], nullptr, 10));
  const std::size_t size = std::strtoul(argv[2], nullptr, 10);
  const std::string text = copydesk_test::built(s, size);
  copydesk::normalize_options how;
  how.nfkc = how.fold_case = s.nfkc;
  // Once small, so that what is done once is not counted.
  const auto first = copydesk::normalize("e\xCC\x81", how);
  const auto made = copydesk::normalize(text, how);
  return first && (made || size != 0) ? 0 : 1;
}
