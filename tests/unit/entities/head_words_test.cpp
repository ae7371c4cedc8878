// SPDX-License-Identifier: Apache-2.0
// Words that say what a name is the name of, and the places of datelines. The
// sentences are made up.
#include "entities/head_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "copydesk/model.hpp"
#include "entities/dateline_places.hpp"
#include "entities/laws.hpp"
#include "entities/papers.hpp"
#include "model/model_data.hpp"
#include "unit/entities/given_names.hpp"

namespace entities = copydesk::entities;
namespace text = copydesk::text;
using copydesk::entity_type;

namespace {

using step = copydesk::name_step;
using copydesk::after;

constexpr auto person = entity_type::person;
constexpr auto org = entity_type::org;
constexpr auto gpe = entity_type::gpe;
constexpr auto work = entity_type::work;
constexpr auto law = entity_type::law;

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("the last or the first word tells the type") {
    const step heads = entities::read_head_words;
    CHECK(after(heads, "They met in Mill Stadium on Ashford Road.",
                {{"Mill Stadium", org}, {"Ashford Road", gpe}}) ==
          "Mill Stadium:6|Ashford Road:6");
    CHECK(after(heads, "Typhoon Ira hit HMAS Ashford.",
                {{"Typhoon Ira", org}, {"HMAS Ashford", person}}) ==
          "Typhoon Ira:7|HMAS Ashford:10");
    CHECK(after(heads, "Ashford Securities sued Banco Mill.",
                {{"Ashford Securities", person}, {"Banco Mill", gpe}}) ==
          "Ashford Securities:3|Banco Mill:3");
  }

  TEST_CASE("a conference on something is a meeting, of clubs a body") {
    const step heads = entities::read_head_words;
    CHECK(
        after(heads, "The Lima Security Conference and the Mill Conference.",
              {{"Lima Security Conference", org}, {"Mill Conference", org}}) ==
        "Lima Security Conference:7|Mill Conference:3");
  }

  TEST_CASE("a treaty of something is a law") {
    const step laws = entities::read_laws;
    CHECK(after(laws, "Of the Treaty of Mill and the Protocol on Ash.",
                {{"Treaty of Mill", org}, {"Protocol on Ash", gpe}}) ==
          "Treaty of Mill:8|Protocol on Ash:8");
    CHECK(after(laws, "The Treaty Club, the Club of Ash and Treaty Of Ash.",
                {{"Treaty Club", org},
                 {"Club of Ash", org},
                 {"Treaty Of Ash", law}}) ==
          "Treaty Club:3|Club of Ash:3|Treaty Of Ash:8");
    CHECK(after(laws, "Here Statute of Mill spoke.",
                {{"Statute of Mill", person}}) == "Statute of Mill:1");
  }

  TEST_CASE("a capital article belongs to papers alone") {
    const step take = entities::take_articles;
    CHECK(after(take, "He told The Ash Post and The Mill Bank.",
                {{"Ash Post", org}, {"Mill Bank", org}}) ==
          "The Ash Post:3|Mill Bank:3");
    CHECK(after(take, "He told the Ash Post.", {{"Ash Post", org}}) ==
          "Ash Post:3");
    CHECK(after(take, "The Ash Post is a hill.", {{"Ash Post", gpe}}) ==
          "Ash Post:4");
    CHECK(after(take, "Ash Post", {{"Ash Post", org}}) == "Ash Post:3");
  }

  TEST_CASE("one word alone, and rarer types, stay what they are") {
    const step heads = entities::read_head_words;
    CHECK(after(heads, "The Bank sold Cup.",
                {{"Bank", gpe}, {"Cup", person}}) == "Bank:4|Cup:1");
    CHECK(after(heads, "She read The Long Road.", {{"The Long Road", work}}) ==
          "The Long Road:9");
  }

  TEST_CASE("a body's name stands in apposition to what it is") {
    const auto m = copydesk::model::built_in();
    REQUIRE(m);
    const auto* lists =
        m.value().get().find_table(copydesk::learned::tag("GAZE"));
    const auto of = [&](const char* story) {
      return after(entities::read_body_appositions, story,
                   {{"Ashfordarna", person}}, lists);
    };
    CHECK(of("The drivers' union, Ashfordarna, said no.") == "Ashfordarna:3");
    CHECK(of("They left the union, Ashfordarna.") == "Ashfordarna:3");
    CHECK(of("He told the union Ashfordarna, and left.") == "Ashfordarna:1");
    CHECK(of("The driver, Ashfordarna, said no.") == "Ashfordarna:1");
    CHECK(of("The union, Ashfordarna said, won.") == "Ashfordarna:1");
    CHECK(of("The union, Ashfordarna") == "Ashfordarna:1");
    CHECK(of("Ashfordarna") == "Ashfordarna:1");
  }

  TEST_CASE("a report comes from the place in capitals at its head") {
    const step place = entities::read_datelines;
    CHECK(after(place, "ASHFORD, May 3 (Mill News) \u2014 Rain fell.", {}) ==
          "ASHFORD:4");
    CHECK(after(place, "PORT ASHFORD - Mill Bank rose.",
                {{"PORT ASHFORD - Mill Bank", org}}) ==
          "PORT ASHFORD:4|Mill Bank:3");
    CHECK(after(place, "ASHFORD, Kent \u2013 Rain fell.",
                {{"ASHFORD", person}, {"Kent", gpe}}) == "ASHFORD:4|Kent:4");
  }

  TEST_CASE("the point of a state in a dateline ends no dateline") {
    CHECK(after(entities::read_datelines,
                "ASHFORD, Man. \u2014 Rain fell on Monday.",
                {}) == "ASHFORD:4");
  }

  TEST_CASE("lakes and mountains, but not bodies that are called so") {
    const step heads = entities::read_head_words;
    CHECK(after(heads, "Lake Ira and Mount Ira",
                {{"Lake Ira", gpe}, {"Mount Ira", org}}) ==
          "Lake Ira:5|Mount Ira:3");
  }

  TEST_CASE("agencies, flashes and speakers are no places") {
    const step place = entities::read_datelines;
    CHECK(after(place, "MNA - Rain fell.", {}) == "");
    CHECK(after(place, "EXCLUSIVE - Rain fell.", {}) == "");
    CHECK(after(place, "ASHFORD: Rain fell.", {}) == "");
    CHECK(after(place, "ASHFORD, who won, left.", {}) == "");
  }
}
