// SPDX-License-Identifier: Apache-2.0
// Names of news in other languages. The sentences are made up.
#include "entities/foreign_names.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "copydesk/document.hpp"
#include "copydesk/model.hpp"
#include "entities/foreign_clues.hpp"
#include "limits.hpp"

namespace entities = copydesk::entities;
namespace text = copydesk::text;
using text::language;

namespace {

// What is found in a text, told one after another.
template <class Tell>
std::string found_in(const std::string& story, language lang, Tell tell) {
  const auto m = copydesk::model::built_in();
  REQUIRE(m);
  const text::laid_text laid = text::lay_out(story, lang);
  std::string out;
  tell(entities::find(laid, m.value(), 0), [&](text::clean_span where) {
    out += (out.empty() ? "" : "|") + std::string(where.of(laid.clean));
    return &out;
  });
  return out;
}

// The names of a text, each with its type.
std::string names_of(const std::string& story, language lang) {
  return found_in(story, lang, [](const entities::entities& all, auto add) {
    for (const auto& x : all.mentions) {
      if (!x.value.empty()) continue;
      *add(x.where) += std::string(":") + copydesk::to_string(x.type);
    }
  });
}

// The titles of a text.
std::string titles_of(const std::string& story, language lang) {
  return found_in(story, lang, [](const entities::entities& all, auto add) {
    for (const auto& x : all.titles) add(x.where);
  });
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

  TEST_CASE("an office before a league or a club makes no person of it") {
    CHECK(names_of("Gestern kam Trainer FC Brockheim.", language::de) ==
          "FC Brockheim:ORG");
    CHECK(names_of("Abri\u00f3 el primer Congreso Nacional.", language::es) ==
          "Congreso Nacional:ORG");
  }

  TEST_CASE("a run of capitals is cut, and its names are found") {
    const std::uint32_t most = copydesk::limits::max_name_run;
    for (const std::uint32_t before : {most - 3, most - 2, most - 1, most}) {
      std::string story = "Gestern ";
      for (std::uint32_t i = 0; i < before; ++i) story += "Quarz ";
      // The run begins behind "Gestern"; beyond its end another one does.
      const bool cut = before == most - 1;
      CHECK_MESSAGE((names_of(story + "Uwe Brenner", language::de) ==
                     (cut ? "" : "Uwe Brenner:PERSON")),
                    before);
    }
  }

  TEST_CASE("a name has so many bytes") {
    for (const int more : {-1, 0, 1}) {
      const std::string name(copydesk::limits::max_name_bytes - 1 + more, 'a');
      CHECK((names_of("Gestern kam Frau X" + name + ".", language::de) ==
             "X" + name + ":PERSON") == (more <= 0));
    }
  }

  TEST_CASE("words of one office or name, however many") {
    for (const char* word : {"Pr\u00e4sident ", "Frau ", "Uwe ", "Uwe von "}) {
      std::string story = "Der ";
      for (int i = 0; i < 200000; ++i) story += word;
      const std::string found =
          names_of(story + "\n\nUwe Brenner kam.", language::de);
      const std::string last = "Uwe Brenner:PERSON";
      CHECK(found.size() >= last.size());
      CHECK(found.compare(found.size() - last.size(), last.size(), last) == 0);
    }
  }

  TEST_CASE("every word of the tables is folded as it is looked up") {
    std::ifstream file(COPYDESK_SOURCE_DIR "/src/data/foreign_names.tsv");
    REQUIRE(file.is_open());
    std::string line, kind, code, word;
    int words = 0;
    while (std::getline(file, line)) {
      if (line.empty() || line[0] == '#') continue;
      std::istringstream in(line);
      in >> kind >> code;
      for (const language lang :
           {language::de, language::fr, language::es, language::ru,
            language::it, language::pt, language::nl}) {
        if (text::language_code(lang) != code) continue;
        entities::clues known(lang);
        while (in >> word) {
          ++words;
          CHECK_MESSAGE(known(word) != 0, word);
        }
      }
    }
    CHECK(words > 1000);
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
    CHECK(titles_of("Beim Minister\n\nUwe Brenner kam.", language::de) == "");
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
