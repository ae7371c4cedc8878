// SPDX-License-Identifier: Apache-2.0
// Common nouns and offices that are written like names. The sentences are made
// up.
#include "entities/common_nouns.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "entities/words.hpp"
#include "text/laid_text.hpp"

namespace entities = copydesk::entities;
namespace text = copydesk::text;
using copydesk::entity_type;

namespace {

// What is left of names that stand one after another in a text.
std::string kept(const std::string& story,
                 const std::vector<const char*>& names,
                 entity_type type = entity_type::org) {
  const text::laid_text laid = text::lay_out(story, text::language::en);
  const entities::words w(laid, nullptr, nullptr);
  std::vector<entities::mention> found;
  std::size_t from = 0;
  for (const char* name : names) {
    const std::size_t at = laid.clean.find(name, from);
    REQUIRE(at != std::string::npos);
    from = at + std::string(name).size();
    entities::mention m;
    REQUIRE(entities::on_tokens(
        laid,
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)},
        type, m));
    found.push_back(m);
  }
  entities::drop_common_nouns(w, found);
  std::string out;
  for (const entities::mention& m : found) {
    out += (out.empty() ? "" : "|") + std::string(m.where.of(laid.clean));
  }
  return out;
}

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("abbreviations of more than one thing are no names") {
    CHECK(kept("The NGOs of Ashford met MPs.", {"NGOs", "Ashford", "MPs"}) ==
          "Ashford");
    CHECK(kept("The Jets beat the As.", {"Jets", "As"}) == "Jets|As");
  }

  TEST_CASE("the score of a game is no name") {
    CHECK(kept("Ashford won 2-1 and 10-12.", {"Ashford", "2-1", "10-12"}) ==
          "Ashford");
    CHECK(kept("The 737-800, the 747-8 and the 2-1b flew.",
               {"737-800", "747-8", "2-1b"},
               entity_type::product) == "737-800|747-8|2-1b");
    CHECK(kept("It was 9-11.", {"9-11"}, entity_type::event) == "9-11");
  }

  TEST_CASE("common abbreviations are no names unless a bracket explains one") {
    CHECK(kept("The GDP that BBC named fell.", {"GDP", "BBC"}) == "BBC");
    CHECK(kept("The Party of Reform (PR) won. The PR led.", {"PR", "PR"}) ==
          "PR|PR");
  }

  TEST_CASE("a title alone is no name, as part of one it is") {
    CHECK(kept("The Crown Prince saw the Kingdom.",
               {"Crown Prince", "Kingdom"}) == "");
    CHECK(kept("The United Kingdom won.", {"United Kingdom"}) ==
          "United Kingdom");
  }

  TEST_CASE("an office in charge of something is no body") {
    CHECK(kept("The Minister for Roads came.", {"Minister for Roads"}) == "");
    CHECK(kept("The Deputy Inspector General of Police came.",
               {"Deputy Inspector General of Police"}) == "");
    CHECK(kept("The Ministry of Roads came.", {"Ministry of Roads"}) ==
          "Ministry of Roads");
    CHECK(kept("She read The President of Ashford.", {"President of Ashford"},
               entity_type::work) == "President of Ashford");
  }
}
