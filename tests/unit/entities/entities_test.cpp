// SPDX-License-Identifier: Apache-2.0
// Names, titles and values together, by the model in the library; and what
// the caller adds. The sentences are made up.
#include "entities/entities.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "copydesk/copydesk.hpp"

namespace entities = copydesk::entities;
namespace text = copydesk::text;
using copydesk::entity_type;

namespace {

const copydesk::model& learned_model() {
  static const copydesk::model m = copydesk::model::built_in().value();
  return m;
}

const char* name_of(entity_type t) {
  static const char* const all[] = {"?",    "PERSON", "NORP",    "ORG",
                                    "GPE",  "LOC",    "FAC",     "EVENT",
                                    "LAW",  "WORK",   "PRODUCT", "DATE",
                                    "TIME", "MONEY",  "PERCENT", "QUANTITY"};
  return all[static_cast<int>(t)];
}

std::string show(const std::string& s, const entities::entities& found) {
  std::string out;
  for (const entities::mention& m : found.mentions) {
    if (!out.empty()) out += ", ";
    out += std::string(m.where.of(s)) + " " + name_of(m.type);
  }
  for (const entities::title& t : found.titles) {
    out += ", (" + std::string(t.where.of(s)) + ")";
  }
  return out;
}

std::string found_in(const std::string& s,
                     const entities::find_options& o = {}) {
  const text::laid_text laid = text::lay_out(s, text::language::en);
  return show(s, entities::find(laid, learned_model(), o));
}

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("names of persons, places, bodies and peoples are found") {
    struct row {
      const char* text;
      const char* found;
    };
    for (const row& r : std::vector<row>{
             {"German Chancellor Angela Merkel met French officials in Paris.",
              "German NORP, Angela Merkel PERSON, French NORP, Paris GPE, "
              "(German Chancellor)"},
             {"Talks on the West Bank and on the Red Sea failed in Cairo.",
              "West Bank LOC, Red Sea LOC, Cairo GPE"},
             {"The United Nations sent aid to Somalia.",
              "United Nations ORG, Somalia GPE"},
             {"Mr. Okafor works for the World Bank in Nigeria.",
              "Okafor PERSON, World Bank ORG, Nigeria GPE, (Mr.)"},
         }) {
      CAPTURE(r.text);
      CHECK(found_in(r.text) == r.found);
    }
  }

  TEST_CASE("what stands in brackets before a title is none of it") {
    for (const char* with : {"[And yet] ", "", "(again) ", "yet] "}) {
      CAPTURE(with);
      const std::string s = "They waited. " + std::string(with) +
                            "NATO Secretary-General Jens Dahlberg, beside his "
                            "deputies, could not say so.";
      CHECK(found_in(s).find("(NATO Secretary-General)") != std::string::npos);
    }
  }

  TEST_CASE("mentions are in order, on tokens, without overlaps") {
    const std::string s =
        "WARSAW, March 3 - President Andrzej Duda said on Tuesday that the "
        "European Union owed Poland 20 million euros, 5 percent of the sum. "
        "the european union said nothing. THE EUROPEAN UNION SAID NOTHING.";
    const text::laid_text laid = text::lay_out(s, text::language::en);
    const entities::entities found =
        entities::find(laid, learned_model(), 0.0F);
    CHECK(found.mentions.size() > 5);
    std::uint32_t free = 0;
    for (const entities::mention& m : found.mentions) {
      CHECK(m.first_token >= free);
      REQUIRE(m.first_token < m.token_end);
      CHECK(m.where.begin == laid.tokens[m.first_token].where().begin);
      CHECK(m.where.end == laid.tokens[m.token_end - 1].where().end);
      CHECK(m.confidence >= 0.0F);
      CHECK(m.confidence <= 1.0F);
      free = m.token_end;
    }
  }

  TEST_CASE("a threshold leaves out what is less sure, and nothing else") {
    const std::string s =
        "Ana Torres of Acme Widgets told the Halden Gazette in Oslo that "
        "Zorvex and Quillon Peak were sold to Bram Aldous.";
    const text::laid_text laid = text::lay_out(s, text::language::en);
    const auto all = entities::find(laid, learned_model(), 0.0F).mentions;
    for (const float least : {0.3F, 0.6F, 0.9F, 1.0F}) {
      std::size_t expected = 0;
      for (const entities::mention& m : all) {
        expected += m.confidence >= least ? 1 : 0;
      }
      CHECK(entities::find(laid, learned_model(), least).mentions.size() ==
            expected);
    }
  }

  TEST_CASE("names of the caller are found whatever the model says") {
    const auto g = copydesk::gazetteer::load(
        "# comment\nZorvex\tPRODUCT\tQ1\nBlue Door\tFAC\nBlue\tORG\tQ3\r\n");
    REQUIRE(g);
    CHECK(g.value().size() == 3);
    entities::find_options o;
    o.names = &g.value();
    CHECK(found_in("they sold zorvex and Zorvex at the Blue Door.", o) ==
          "Zorvex PRODUCT, Blue Door FAC");
    CHECK(found_in("nobody likes Blue", o) == "Blue ORG");
    const std::string s = "we saw Zorvex";
    const text::laid_text laid = text::lay_out(s, text::language::en);
    const auto found = entities::find(laid, learned_model(), o);
    REQUIRE(found.mentions.size() == 1);
    CHECK(found.mentions[0].value == "Q1");
    CHECK(found.mentions[0].confidence == 1.0F);
  }

  TEST_CASE("a name may begin with a number sign or a backslash") {
    struct row {
      std::string lines;
      std::string found;
    };
    const std::string s = "they saw #Brix and \\Brix there";
    const text::laid_text laid = text::lay_out(s, text::language::en);
    for (const row& r : std::vector<row>{
             {"#Brix\tORG\tid", ""},
             {"\\#Brix\tORG\tid", "#Brix;"},
             {"\\\\Brix\tORG\tid", "\\Brix;"},
             {"\\Brix\tORG\tid", "\\Brix;"},
             {"\\\\#Brix\tORG\tid", ""},
             {"\xEF\xBB\xBF\\#Brix\tORG\tid", "#Brix;"},
             {"\xEF\xBB\xBF# no\n\\#Brix\tFAC\tid\n\\\\Brix\tORG\tid",
              "#Brix;\\Brix;"},
         }) {
      CAPTURE(r.lines);
      const auto g = copydesk::gazetteer::load(r.lines);
      REQUIRE(g);
      entities::find_options o;
      o.names = &g.value();
      std::string found;
      for (const auto& m : entities::find(laid, learned_model(), o).mentions) {
        if (m.value == "id") found += std::string(m.where.of(s)) + ";";
      }
      CHECK(found == r.found);
    }
  }

  TEST_CASE("a gazetteer that is wrong says in which line") {
    struct row {
      const char* lines;
      std::uint64_t offset;
    };
    for (const row& r : std::vector<row>{
             {"Acme\tCOMPANY\n", 0},
             {"Acme\tORG\nBram\n", 9},
             {"Acme\tORG\n\n\tORG\n", 10},
             {"\\#\n", 0},
             {"Acme\tORG\n\\\tORG\n\\#Acme\tCOMPANY\n", 15},
             {"a b c d e f g h i j k l m n o p q\tORG", 0},
             {"Acme\tORG\nBram\tORG\tq\xFE\n", 9},
             {"Acme\tORG\n# \xC3\n", 9},
         }) {
      CAPTURE(r.lines);
      const auto g = copydesk::gazetteer::load(r.lines);
      REQUIRE(!g);
      CHECK(g.error().code == copydesk::errc::invalid);
      CHECK(g.error().offset == r.offset);
    }
    CHECK(copydesk::gazetteer::load("").value().size() == 0);
  }

  TEST_CASE("the caller's own recognizer takes the place of ours") {
    const std::string s = "Angela Merkel met Nobody on Tuesday in Paris.";
    copydesk::entity e;
    e.type = entity_type::org;
    e.where = {18, 22};  // "Nobo": widened to its token
    copydesk::entity again = e;
    again.where = {20, 24};  // overlaps: left out
    const std::vector<copydesk::entity> given = {again, e};
    copydesk::options o;
    o.language = "en";
    o.entities = &given;
    const auto d = copydesk::analyzer::create().value().analyze(s, o).value();
    REQUIRE(d.entities.size() == 2);
    CHECK(d.entities[0].text == "Nobody");
    CHECK(d.entities[0].type == entity_type::org);
    CHECK(d.entities[1].text == "Tuesday");
  }

  TEST_CASE("spans of the caller outside the text do no harm") {
    const std::vector<copydesk::entity> given = [] {
      std::vector<copydesk::entity> out(3);
      out[0].where = {500, 600};
      out[1].where = {3, 3};
      out[2].where = {0, 4000000000U};
      return out;
    }();
    copydesk::options o;
    o.entities = &given;
    const auto a = copydesk::analyzer::create().value();
    for (const char* s : {"", "One.", "One two. Three four."}) {
      const auto d = a.analyze(s, o);
      CHECK(d);
    }
  }

  TEST_CASE("the same text gives the same mentions") {
    const std::string s =
        "Khaled Drareni told Reuters in Algiers that the Hirak Movement and "
        "the African Union would meet at the Aswan Forum.";
    CHECK(found_in(s) == found_in(s));
  }
}
