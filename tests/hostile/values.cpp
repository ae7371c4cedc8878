// SPDX-License-Identifier: Apache-2.0
// Texts made to break the value rules: they must end, and what is found must
// grow with the text and not faster. No clock is read (machines are busy): a
// quadratic pass over these sizes would run into the time limit of the test.
#include "entities/values.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/laid_text.hpp"

namespace {

std::string repeated(const char* unit, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += unit;
  return out;
}

std::size_t count(const std::string& text) {
  const auto laid = copydesk::text::lay_out(text, copydesk::text::language::en);
  std::size_t n = 0;
  std::uint32_t last = 0;
  for (const auto& m : copydesk::entities::find_values(laid)) {
    REQUIRE_LE(last, m.where.begin);
    REQUIRE_LE(m.where.end, text.size());
    last = m.where.end;
    ++n;
  }
  return n;
}

}  // namespace

TEST_SUITE("hostile") {
  TEST_CASE("values of one thing said over and over grow with the text") {
    const char* units[] = {
        "7 ",
        "7",
        "7,",
        "7.",
        "7-",
        "7/",
        "March ",
        "a ",
        "the ",
        "two ",
        "twenty-",
        "hundred ",
        "thousand ",
        "half a ",
        "tens of ",
        "last ",
        "the last ",
        "early ",
        "the end of ",
        "$",
        "$7 ",
        "$7 to ",
        "% ",
        "Monday ",
        "Monday night ",
        "1,000,",
        "10:",
        "km ",
        "per ",
        "eid al ",
        "new year ' ",
        "in ",
        "the first half of ",
        "one hour, ",
        "aged ",
        ", 61, ",
        "(61), ",
        "1990s-",
        "'90s ",
        "2-1/2 ",
        "between 1 and ",
        "\xE2\x82\xAC",
        "1,00,",
        "00",
        "US$ ",
        "was 61. ",
    };
    for (const char* unit : units) {
      CAPTURE(unit);
      const std::size_t few = count(repeated(unit, 1 << 12));
      const std::size_t many = count(repeated(unit, 1 << 15));
      CHECK_LE(many, 8 * few + 64);
    }
  }

  TEST_CASE("a megabyte of numbers, of and, of months is read to its end") {
    CHECK_EQ(count(repeated("and ", 1 << 20)), 0);
    CHECK_GT(count(repeated("June ", 1 << 20)), 0);
    CHECK_LE(count(repeated("1984 ", 1 << 20)), (1u << 20) / 5 + 1);
  }

  TEST_CASE("a number of a million digits is one amount") {
    CHECK_EQ(count("It cost $" + repeated("9", 1 << 20) + "."), 1);
  }
}
