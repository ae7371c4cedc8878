// SPDX-License-Identifier: Apache-2.0
// Texts made to break repair: it must end, keep its promises, and do no more
// for twice the text than twice the work. No clock is read (machines are
// busy): a quadratic pass over these sizes would run into the time limit of
// the test; `copydesk_repair_vectors work` runs one shape under a counter of
// instructions.
#include "unicode/repair.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

#include "hostile/repair_shapes.hpp"

namespace {

namespace unicode = copydesk::unicode;

}  // namespace

TEST_SUITE("hostile") {
  TEST_CASE("repair keeps its promises on texts made to break it") {
    std::size_t count = 0;
    const auto* shapes = copydesk_test::hostile_shapes(count);
    for (std::size_t i = 0; i < count; ++i) {
      INFO(std::string(shapes[i].name));
      const std::string text = copydesk_test::make(shapes[i], 300000);
      unicode::repaired made;
      if (!unicode::repair(text, made)) continue;
      CHECK_EQ(made.changes.source_length(), text.size());
      CHECK_EQ(made.changes.result_length(), made.text.size());
      CHECK_LE(made.text.size(), text.size() + text.size() / 2);
      CHECK_LE(made.notes.size(), text.size());
      unicode::repaired again;
      CHECK_FALSE(unicode::repair(made.text, again));
    }
  }
}
