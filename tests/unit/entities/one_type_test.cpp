// SPDX-License-Identifier: Apache-2.0
// The vote of a document on the type of a name. The sentence is made up.
#include "entities/one_type.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/entities/given_names.hpp"

namespace entities = copydesk::entities;
namespace text = copydesk::text;
using copydesk::entity_type;

namespace {

const std::string& story() {
  static const std::string s =
      "Ashford won. Ashford lost. Ashford came. ASHFORD left. Mill Lane ran.";
  return s;
}

// The types after the vote; each mention stands behind the one before it.
std::vector<entities::mention> voted(
    const std::vector<copydesk::given_name>& all) {
  const text::laid_text laid = text::lay_out(story(), text::language::en);
  const entities::words w(laid, nullptr, nullptr);
  std::vector<entities::mention> names = copydesk::mentions_of(laid, all);
  entities::agree_on_types(w, names);
  return names;
}

constexpr auto person = entity_type::person;
constexpr auto org = entity_type::org;
constexpr auto gpe = entity_type::gpe;

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("the sum of the evidence decides, not the number of mentions") {
    const auto two = voted({{"Ashford", org, 0.7F},
                            {"Ashford", person, 0.98F},
                            {"Ashford", org, 0.7F}});
    for (const auto& m : two) CHECK(m.type == person);
    CHECK(two[0].confidence == doctest::Approx(0.98 * 0.65));
    CHECK(two[1].confidence == doctest::Approx(0.98));
    const auto many = voted({{"Ashford", org, 0.9F},
                             {"Ashford", person, 0.95F},
                             {"Ashford", org, 0.9F}});
    for (const auto& m : many) CHECK(m.type == org);
  }

  TEST_CASE("names that are spelled apart do not vote together") {
    const auto apart = voted({{"Ashford", org, 0.95F}, {"ASHFORD", gpe, 0.6F}});
    CHECK(apart[0].type == org);
    CHECK(apart[1].type == gpe);
  }

  TEST_CASE("a tie and a rare type change nothing") {
    const auto tie = voted({{"Ashford", org, 0.9F}, {"Ashford", gpe, 0.9F}});
    CHECK(tie[0].type == org);
    CHECK(tie[1].type == gpe);
    const auto rare = voted({{"Ashford", entity_type::work, 0.6F},
                             {"Ashford", person, 0.99F},
                             {"Mill Lane", entity_type::fac, 0.5F}});
    CHECK(rare[0].type == entity_type::work);
    CHECK(rare[2].type == entity_type::fac);
    CHECK(voted({}).empty());
  }
}
