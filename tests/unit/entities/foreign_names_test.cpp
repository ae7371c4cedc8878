// SPDX-License-Identifier: Apache-2.0
// Names of news in other languages. The sentences are made up.
#include "entities/foreign_names.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "copydesk/document.hpp"
#include "copydesk/model.hpp"
#include "entities/fold.hpp"
#include "entities/foreign_clues.hpp"
#include "model/model_data.hpp"

namespace entities = copydesk::entities;
namespace text = copydesk::text;
using text::language;

namespace {

// The names of a text, each with its type.
std::string names_of(const std::string& story, language lang) {
  const auto m = copydesk::model::built_in();
  REQUIRE(m);
  const text::laid_text laid = text::lay_out(story, lang);
  std::string out;
  for (const auto& x : entities::find(laid, m.value(), 0).mentions) {
    if (!x.value.empty()) continue;
    out += (out.empty() ? "" : "|") + std::string(x.where.of(laid.clean)) +
           ":" + copydesk::to_string(x.type);
  }
  return out;
}

// The titles of a text.
std::string titles_of(const std::string& story, language lang) {
  const auto m = copydesk::model::built_in();
  REQUIRE(m);
  const text::laid_text laid = text::lay_out(story, lang);
  std::string out;
  for (const auto& x : entities::find(laid, m.value(), 0).titles) {
    out += (out.empty() ? "" : "|") + std::string(x.where.of(laid.clean));
  }
  return out;
}

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("German nouns are no names, however they look") {
    CHECK(names_of("Nach dem Sturm bleibt der Hafen bis zum Ende der Woche "
                   "geschlossen. Zwei Kr\u00e4ne sind umgest\u00fcrzt.",
                   language::de) == "");
    CHECK(names_of("Der Zug steht in Zug.", language::de) == "Zug:GPE");
  }

  TEST_CASE("a given name begins a person, whatever stands before it") {
    CHECK(names_of("Das sagte Verkehrsminister Uwe Brenner in Berlin. Brenner "
                   "reist nach Nordkorea.",
                   language::de) ==
          "Uwe Brenner:PERSON|Berlin:GPE|Brenner:PERSON|Nordkorea:GPE");
    CHECK(names_of("El ministro de Transporte Juan Aranda habl\u00f3 ayer.",
                   language::es) == "Juan Aranda:PERSON");
    CHECK(names_of("Gestern sprach Kanzlerin Brockmeyer von der Pflicht.",
                   language::de) == "Brockmeyer:PERSON");
    CHECK(names_of("Uwe Brenner von der Partei kam.", language::de) ==
          "Uwe Brenner:PERSON");
    CHECK(names_of("Uwe Brenner und der Chef kamen.", language::de) ==
          "Uwe Brenner:PERSON");
  }

  TEST_CASE("small words that belong to a surname stay with it") {
    CHECK(names_of("Ursula von der Leine sprach. Von der Leine ging, und die "
                   "Rede von Brenner begann.",
                   language::de) ==
          "Ursula von der Leine:PERSON|Von der Leine:PERSON");
  }

  TEST_CASE("a form of address, a body and a building speak for a name") {
    CHECK(names_of("Gestern kam Frau Brockmeyer.", language::de) ==
          "Brockmeyer:PERSON");
    CHECK(names_of("Anteile der Ashford AG fielen.", language::de) ==
          "Ashford AG:ORG");
    CHECK(names_of("Am Flughafen Brockheim und beim Hersteller Ashford.",
                   language::de) == "Flughafen Brockheim:FAC|Ashford:ORG");
    CHECK(names_of("La empresa Muelles Unidos calla.", language::es) ==
          "Muelles Unidos:ORG");
  }

  TEST_CASE("places are known in the language and in its cases") {
    CHECK(names_of("Er kam aus \u00c4gypten. \u00c4gyptens Norden wartet.",
                   language::de) == "\u00c4gypten:GPE|\u00c4gyptens:GPE");
    CHECK(names_of("\u041e\u043d\u0438 \u0436\u0438\u043b\u0438 \u0432 "
                   "\u0413\u0435\u0440\u043c\u0430\u043d\u0438\u0438.",
                   language::ru) ==
          "\u0413\u0435\u0440\u043c\u0430\u043d\u0438\u0438:GPE");
    CHECK(names_of("Ils vivaient en Allemagne, en Asie.", language::fr) ==
          "Allemagne:GPE|Asie:LOC");
  }

  TEST_CASE("a Russian surname is told by its ending") {
    CHECK(names_of("\u0412\u0447\u0435\u0440\u0430 \u043f\u0440\u0438\u0448"
                   "\u0451\u043b \u0418\u0432\u0430\u043d \u041f\u0435\u0442"
                   "\u0440\u043e\u0432.",
                   language::ru) ==
          "\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432:"
          "PERSON");
    CHECK(
        entities::russian_surname("\u0421\u043e\u043a\u043e\u043b\u043e\u0432"
                                  "\u0430"));
    CHECK_FALSE(entities::russian_surname("\u0434\u043e\u043c"));
    CHECK_FALSE(entities::russian_surname(""));
  }

  TEST_CASE("an office right before a person is a title") {
    CHECK(titles_of("Die neue Hafenmeisterin Ingrid Solheim kam. Kanzlerin "
                    "Brockmeyer nicht.",
                    language::de) == "Hafenmeisterin|Kanzlerin");
    CHECK(titles_of("Die Rede von Uwe Brenner war kurz, sagte Uwe Brenner.",
                    language::de) == "");
    CHECK(titles_of("El ministro de Transporte, Juan Aranda, habló.",
                    language::es) == "ministro de Transporte");
    CHECK(titles_of("Juan Aranda habló con el ministro.", language::es) == "");
    CHECK(titles_of(", Uwe Brenner", language::de) == "");
  }

  TEST_CASE("texts without names and of one word") {
    CHECK(names_of("", language::de) == "");
    CHECK(names_of("Uwe", language::de) == "");
    CHECK(names_of("Uwe Brenner", language::de) == "Uwe Brenner:PERSON");
    CHECK(names_of("von", language::nl) == "");
  }

  TEST_CASE("English, and what is no language here, is left to the tagger") {
    CHECK_FALSE(entities::has_foreign_names(language::en));
    CHECK_FALSE(entities::has_foreign_names(language::other));
    CHECK(entities::has_foreign_names(language::nl));
  }

  TEST_CASE("classes of words") {
    entities::clues de(language::de), es(language::es);
    CHECK((de("Dr.") & entities::clue::address) != 0);
    CHECK((de("DIE") & entities::clue::small) != 0);
    CHECK((es("Die") & entities::clue::small) == 0);
    CHECK((es("Costa de Marfil") & entities::clue::place) != 0);
    CHECK(de("") == 0);
    CHECK(de(std::string(65, 'a')) == 0);
    CHECK(de("s") == 0);
  }
}
