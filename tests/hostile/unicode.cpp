// SPDX-License-Identifier: Apache-2.0
// Texts made to break decoding, normalization and the map. Each shape is built
// at two sizes; the work is counted as instructions by work/count_work.py, and
// here, without a clock, by what must not grow faster than the text: the
// result, the map and its changes. A quadratic pass over these sizes would run
// into the time limit of the test.
#include <doctest/doctest.h>

#include <string>

#include "copydesk/normalize.hpp"
#include "hostile/unicode_shapes.hpp"

using namespace copydesk;

TEST_SUITE("hostile") {
  TEST_CASE("shapes of 64 KB are cleaned in linear time and memory") {
    for (const copydesk_test::shape& s : copydesk_test::unicode_shapes()) {
      CAPTURE(std::string(s.name));
      const std::string text = copydesk_test::built(s, 1 << 16);
      normalize_options how;
      how.nfkc = how.fold_case = s.nfkc;
      const auto made = normalize(text, how);
      if (!made) {
        // Without ICU a text may be taken for a charset that is not built in.
#if defined(COPYDESK_ICU)
        CHECK(made.error().code == errc::bad_text);
#else
        CHECK((made.error().code == errc::bad_text ||
               made.error().code == errc::unsupported));
#endif
        continue;
      }
      CHECK_LE(made.value().text().size(), 12 * text.size());
      CHECK_LE(made.value().map_memory(),
               std::max(4 * made.value().text().size(), text.size() / 8) + 16);
    }
  }
}
