// SPDX-License-Identifier: Apache-2.0
// Where names begin and end. The sentences are made up.
#include "entities/name_edges.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "entities/twin_places.hpp"
#include "model/embedded.hpp"
#include "model/model_data.hpp"
#include "unit/entities/given_names.hpp"

namespace entities = copydesk::entities;
namespace learned = copydesk::learned;
namespace text = copydesk::text;
using copydesk::entity_type;

namespace {

using step = copydesk::name_step;

// With the lists of the built-in model.
std::string after(step run, const std::string& story,
                  const std::vector<copydesk::given_name>& names) {
  const copydesk::model m = copydesk::model::built_in().value();
  return copydesk::after(run, story, names,
                         m.get().find_table(learned::tag("GAZE")));
}

constexpr auto person = entity_type::person;
constexpr auto norp = entity_type::norp;
constexpr auto org = entity_type::org;
constexpr auto gpe = entity_type::gpe;
constexpr auto work = entity_type::work;
constexpr auto law = entity_type::law;
constexpr auto loc = entity_type::loc;

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("forms of address are no part of a person's name") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "Then Cllr Ira Mill met Mrs Ash and Prof Dr Ira Vale.",
                {{"Cllr Ira Mill", person},
                 {"Mrs Ash", person},
                 {"Prof Dr Ira Vale", person}}) ==
          "Ira Mill:1|Ash:1|Ira Vale:1");
    CHECK(after(trim, "It was Datuk Ira Mill of Mill Chambers.",
                {{"Datuk Ira Mill of Mill Chambers", person}}) ==
          "Ira Mill:1|Mill Chambers:3");
  }

  TEST_CASE("first names that nobody claimed belong to the person") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "It led through Fabricio Dos Santos.",
                {{"Dos Santos", person}}) == "Fabricio Dos Santos:1");
    CHECK(after(trim, "Maria do Carmo Pinto sells fish.",
                {{"Carmo Pinto", person}}) == "Maria do Carmo Pinto:1");
    CHECK(after(trim, "Later, Pedro Ira Mill came.", {{"Ira Mill", person}}) ==
          "Pedro Ira Mill:1");
    // Claimed, an office, a place, a day, a word, another clause.
    CHECK(after(trim, "Then Pedro Ira Mill came.",
                {{"Pedro", org}, {"Ira Mill", person}}) ==
          "Pedro:3|Ira Mill:1");
    CHECK(after(trim, "In Kenya Ira Mill came.", {{"Ira Mill", person}}) ==
          "Ira Mill:1");
    CHECK(after(trim, "On Sunday Ira Mill came.", {{"Ira Mill", person}}) ==
          "Ira Mill:1");
    CHECK(after(trim, "So Ira Mill came, and so did he.",
                {{"Ira Mill", person}}) == "Ira Mill:1");
    CHECK(after(trim, "Before the Republic Ira Mill came.",
                {{"Ira Mill", person}}) == "Ira Mill:1");
    CHECK(after(trim, "Praise for Pedro\n\nIra Mill came.",
                {{"Ira Mill", person}}) == "Ira Mill:1");
    CHECK(after(trim, "It is Pedro-Ira.", {{"Ira", person}}) == "Ira:1");
    CHECK(after(trim, "Ira Mill", {{"Ira Mill", person}}) == "Ira Mill:1");
  }

  TEST_CASE("what a minister is for is no part of a name") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "Deputy Minister for Transport Ira Juma Mill came.",
                {{"Transport Ira Juma Mill", person}}) == "Ira Juma Mill:1");
    CHECK(after(trim, "The case for Transport Ira Juma Mill.",
                {{"Transport Ira Juma Mill", person}}) ==
          "Transport Ira Juma Mill:1");
    CHECK(after(trim, "The Minister for Pedro Ira Mill.",
                {{"Pedro Ira Mill", person}}) == "Pedro Ira Mill:1");
  }

  TEST_CASE("two places joined are two names, bodies are one") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "Down the Tigris and Euphrates it went.",
                {{"Tigris and Euphrates", org}}) == "Tigris:5|Euphrates:5");
    CHECK(after(trim, "Of Norway and New York.",
                {{"Norway and New York", org}}) == "Norway:4|New York:4");
    CHECK(after(trim, "Of Norway and Mill.", {{"Norway and Mill", org}}) ==
          "Norway and Mill:3");
    CHECK(after(trim, "He read Norway and.", {{"Norway and", org}}) ==
          "Norway and:3");
  }

  TEST_CASE("two places that are one country are one name") {
    const step join = entities::join_twins;
    CHECK(after(join, "In Trinidad and Tobago it rained.",
                {{"Trinidad", gpe}, {"Tobago", gpe}}) ==
          "Trinidad and Tobago:4");
    CHECK(after(join, "St Vincent and the Grenadines won.",
                {{"St Vincent", gpe}, {"Grenadines", loc}}) ==
          "St Vincent and the Grenadines:4");
    // Other places, other types, other words between.
    CHECK(after(join, "In Trinidad and Norway.",
                {{"Trinidad", gpe}, {"Norway", gpe}}) == "Trinidad:4|Norway:4");
    CHECK(after(join, "Of Trinidad and Tobago.",
                {{"Trinidad", person}, {"Tobago", gpe}}) ==
          "Trinidad:1|Tobago:4");
    CHECK(after(join, "Trinidad beat Tobago.",
                {{"Trinidad", gpe}, {"Tobago", gpe}}) == "Trinidad:4|Tobago:4");
    CHECK(after(join, "Trinidad and old Tobago.",
                {{"Trinidad", gpe}, {"Tobago", gpe}}) == "Trinidad:4|Tobago:4");
    CHECK(after(join, "Tobago", {{"Tobago", gpe}}) == "Tobago:4");
  }

  TEST_CASE("the time of an entry is no part of a name") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "19:41 Ira Mill spoke.", {{"19:41 Ira Mill", person}}) ==
          "Ira Mill:1");
  }

  TEST_CASE("an officer of Police is a person") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "Superintendent of Police Ira Mill came.",
                {{"Police Ira Mill", org}}) == "Ira Mill:1");
    CHECK(after(trim, "Superintendent of Police Complaints Board came.",
                {{"Police Complaints Board", org}}) ==
          "Police Complaints Board:3");
    CHECK(after(trim, "A friend of Police Ira Mill came.",
                {{"Police Ira Mill", org}}) == "Police Ira Mill:3");
    CHECK(after(trim, "Police Ira Mill.", {{"Police Ira Mill", org}}) ==
          "Police Ira Mill:3");
  }

  TEST_CASE("a first name that is also a title stays, and a title alone") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "There was Dean Mill with the Doctor.",
                {{"Dean Mill", person}, {"Doctor", person}}) ==
          "Dean Mill:1|Doctor:1");
    CHECK(after(trim, "There was Cllr Mill.", {{"Cllr Mill", org}}) ==
          "Cllr Mill:3");
  }

  TEST_CASE("The begins papers and works, not bodies") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "The Mill Council wrote to The Mill Times.",
                {{"The Mill Council", org}, {"The Mill Times", org}}) ==
          "Mill Council:3|The Mill Times:3");
    CHECK(after(trim, "The Central Bank of Ashford bought The Mill Bank.",
                {{"The Central Bank of Ashford", org},
                 {"The Mill Bank", work}}) ==
          "Central Bank of Ashford:3|The Mill Bank:9");
  }

  TEST_CASE("a name closes its brackets or ends before them") {
    const step trim = entities::trim_names;
    CHECK(after(trim, "The Mill Union (MU) sued Ash (Mill) Ltd today.",
                {{"Mill Union (MU", org}, {"Ash (Mill) Ltd", org}}) ==
          "Mill Union:3|Ash (Mill) Ltd:3");
    CHECK(after(trim, "They sued Ash (Mill) Ltd (AM) today.",
                {{"Ash (Mill) Ltd (AM", org}}) == "Ash (Mill) Ltd:3");
  }

  TEST_CASE("a last name alone is the person, unless it is a place or a body") {
    const step last = entities::take_last_names;
    CHECK(after(last, "Ira MILLARD left. MILLARD won.",
                {{"Ira MILLARD", person}, {"MILLARD", org}}) ==
          "Ira MILLARD:1|MILLARD:1");
    CHECK(after(last, "Ira Norway left Norway.",
                {{"Ira Norway", person}, {"Norway", org}}) ==
          "Ira Norway:1|Norway:3");
    CHECK(after(last, "Ira MILLARD left. MILLARD Bank won.",
                {{"Ira MILLARD", person}, {"MILLARD Bank", org}}) ==
          "Ira MILLARD:1|MILLARD Bank:3");
    CHECK(after(last, "MILLARD won.", {{"MILLARD", org}}) == "MILLARD:3");
  }

  TEST_CASE("a society of a place, too, is one name") {
    CHECK(after(entities::join_bodies, "The Wild Bird Society of Japan left.",
                {{"Wild Bird Society", org}, {"Japan", gpe}}) ==
          "Wild Bird Society of Japan:3");
  }

  TEST_CASE("a body and the place that it is of are one name") {
    const step join = entities::join_bodies;
    CHECK(after(join, "The High Court of Ashford met.",
                {{"High Court", org}, {"Ashford", gpe}}) ==
          "High Court of Ashford:3");
    CHECK(after(join, "The High Court of the Mills met.",
                {{"High Court", org}, {"Mills", gpe}}) ==
          "High Court of the Mills:3");
    CHECK(after(join, "Mill Club of Ashford met the High Court in Ashford.",
                {{"Mill Club", org},
                 {"Ashford", gpe},
                 {"High Court", org},
                 {"Ashford", gpe}}) ==
          "Mill Club:3|Ashford:4|High Court:3|Ashford:4");
  }

  TEST_CASE("initials in brackets count the words of a body") {
    const step read = entities::read_initials;
    CHECK(after(read, "The Association of Mills in Ashford (AMA) met.",
                {{"Association of Mills", org}, {"Ashford", gpe}}) ==
          "Association of Mills in Ashford:3");
    CHECK(after(read, "The Office of Ashford Mills (OOAM) met in Ashford.",
                {{"Ashford Mills", gpe}, {"Ashford", gpe}}) ==
          "Office of Ashford Mills:3|Ashford:4");
    CHECK(after(read, "The Mill Safety Act (MSA) passed.",
                {{"Mill Safety Act", law}}) == "Mill Safety Act:8");
  }

  TEST_CASE("initials of other words, or of no name, say nothing") {
    const step read = entities::read_initials;
    CHECK(after(read, "The Union of Mills in Ashford (UMB) met.",
                {{"Union of Mills", org}, {"Ashford", gpe}}) ==
          "Union of Mills:3|Ashford:4");
    CHECK(after(read, "A Chief Mill Officer (CMO) met Ira.",
                {{"Ira", person}}) == "Ira:1");
  }

  TEST_CASE("a place and a body's word that nobody claimed are one name") {
    const step join = entities::join_heads;
    CHECK(after(join, "It was said that Ashford Mill Authority met Ira.",
                {{"Ashford", gpe}, {"Ira", person}}) ==
          "Ashford Mill Authority:3|Ira:1");
    CHECK(after(join, "It was said that Ashfordian Police met.",
                {{"Ashfordian", norp}}) == "Ashfordian Police:3");
    CHECK(after(join, "There were these results there: Ashford Kea 29, Vale 3.",
                {{"Ashford", gpe}, {"Vale", gpe}}) == "Ashford Kea:3|Vale:4");
  }

  TEST_CASE("an office behind a place is no body, nor is another sentence") {
    const step join = entities::join_heads;
    CHECK(after(join, "It was said that Ashford Governor Ira left.",
                {{"Ashford", gpe}, {"Ira", person}}) == "Ashford:4|Ira:1");
    CHECK(after(join, "It was said in Ashford. Police left.",
                {{"Ashford", gpe}}) == "Ashford:4");
  }
}
