// SPDX-License-Identifier: Apache-2.0
// facts.cpp - what a name carries beside its mentions: the caller's id, the
// quotations it said, whom it belongs to, its sex.
#include <doctest/doctest.h>

#include <string>

#include "copydesk/copydesk.hpp"

namespace copydesk {
namespace {

document read(const std::string& text, const gazetteer* names = nullptr) {
  static const analyzer reader = analyzer::create().value();
  options opts;
  opts.names = names;
  return reader.analyze(text, opts).value();
}

const name* by_text(const document& d, const std::string& text) {
  for (const name& n : d.names) {
    if (n.text == text) return &n;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("people") {
  TEST_CASE("a name is found by the caller's id, under each of its forms") {
    const auto g = gazetteer::load(
        "Ann Tarnow\tPERSON\tp1\nA. Tarnow\tPERSON\tp1\n"
        "Anna Tarnow\tPERSON\tp2\nBlue Door\tORG\tb9\n");
    REQUIRE(g);
    const document d = read(
        "Ann Tarnow came to the Blue Door. Anna Tarnow stayed away. A. Tarnow "
        "said that it was late.",
        &g.value());
    const std::int32_t first = d.name_of_id("p1");
    const std::int32_t second = d.name_of_id("p2");
    REQUIRE(first >= 0);
    REQUIRE(second >= 0);
    CHECK(first != second);
    CHECK(d.names[static_cast<std::size_t>(first)].mentions.size() == 2);
    CHECK(d.names[static_cast<std::size_t>(second)].text == "Anna Tarnow");
    CHECK(d.name_of_id("b9") >= 0);
    CHECK(d.name_of_id("p3") == -1);
    CHECK(d.name_of_id("") == -1);
  }

  TEST_CASE("without ids spellings of one name are one") {
    const document d = read("Ann Tarnow came. Anne Tarnow said it was late.");
    CHECK(d.name_of_id("p1") == -1);
    for (const name& n : d.names) CHECK(n.caller_id.empty());
  }

  TEST_CASE("a name has its quotations, affiliations and sex") {
    const document d = read(
        "Kremlin spokesman Dmitry Orlov said the talks were over. \"We are "
        "done,\" he said. Mrs. Helen Carver, a lawyer, disagreed: \"They are "
        "not,\" she said.");
    const name* him = by_text(d, "Dmitry Orlov");
    const name* her = by_text(d, "Helen Carver");
    const name* kremlin = by_text(d, "Kremlin");
    REQUIRE(him != nullptr);
    REQUIRE(her != nullptr);
    REQUIRE(kremlin != nullptr);
    CHECK(him->gender >= 4);
    CHECK(her->gender <= -4);
    CHECK(kremlin->gender == 0);
    REQUIRE(him->affiliations.size() == 1);
    CHECK(&d.names[him->affiliations[0]] == kremlin);
    CHECK(her->affiliations.empty());
    CHECK(him->quotes.size() >= 2);
    for (const name& n : d.names) {
      for (const std::uint32_t q : n.quotes) {
        REQUIRE(q < d.quotes.size());
        CHECK(&d.names[static_cast<std::size_t>(d.quotes[q].speaker.name)] ==
              &n);
      }
    }
  }
}

}  // namespace copydesk
