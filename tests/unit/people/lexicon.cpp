// SPDX-License-Identifier: Apache-2.0
#include "people/lexicon.hpp"

#include <doctest/doctest.h>

namespace {

using namespace copydesk::people;

TEST_SUITE("people") {
  TEST_CASE("names are compared without case and diacritics") {
    struct {
      const char *raw, *folded;
    } const table[] = {
        {"\u0160E\u0160ELJ", "seselj"},
        {"Nguy\u1EC5n", "nguyen"},
        {"\u0110\u1EB7ng", "dang"},
        {"\u0141\u00F3d\u017A", "lodz"},
        {"O\u2019Neill", "o'neill"},
        {"\u00C6r\u00F8 Stra\u00DFe", "aero strasse"},
        {"\u041B\u0410\u0412\u0420\u041E\u0412",
         "\u043B\u0430\u0432\u0440\u043E\u0432"},
        {"\u5B89\u500D", "\u5B89\u500D"},
        {"", ""},
    };
    for (const auto& row : table) CHECK_EQ(fold(row.raw), row.folded);
  }

  TEST_CASE("a first name tells the sex, an unknown one by its ending") {
    struct {
      const char* name;
      int sex;
      bool known;
    } const table[] = {
        {"aaron", 2, true},      {"mary", -2, true}, {"jean-claude", 2, true},
        {"xzqk", 0, false},      {"", 0, false},     {"yolandita", -1, false},
        {"mary-xzqk", -2, true},
    };
    for (const auto& row : table) {
      CAPTURE(row.name);
      const name_sex s = sex_of_first_name(row.name);
      CHECK_EQ(s.sex, row.sex);
      CHECK_EQ(s.known, row.known);
    }
  }

  TEST_CASE("a noun is a person, a group, a body or a document") {
    struct {
      const char* word;
      noun_kind kind;
      int sex;
      bool plural;
    } const table[] = {
        {"spokeswoman", noun_kind::person, -2, false},
        {"spokesmen", noun_kind::people, 2, true},
        {"ministers", noun_kind::people, 0, true},
        {"ministries", noun_kind::organization, 0, true},
        {"police", noun_kind::people, 0, true},
        {"34-year-old", noun_kind::person, 0, false},
        {"co-author", noun_kind::person, 0, false},
        {"secretary-general", noun_kind::person, 0, false},
        {"report", noun_kind::document, 0, false},
        {"city", noun_kind::place, 0, false},
        {"time", noun_kind::none, 0, false},
        {"", noun_kind::none, 0, false},
    };
    for (const auto& row : table) {
      CAPTURE(row.word);
      const noun n = noun_of(row.word);
      CHECK_EQ(n.kind, row.kind);
      CHECK_EQ(n.sex, row.sex);
      CHECK_EQ(n.plural, row.plural);
    }
  }

  TEST_CASE("spellings of one sound are made one") {
    const char* const same[][2] = {
        {"gaddafi", "khadafi"},  {"gaddafi", "qaddafi"},
        {"zawahri", "zawahiri"}, {"yanukovych", "yanukovich"},
        {"mohammed", "mohamed"}, {"sergei", "sergey"},
    };
    for (const auto& pair : same) {
      CHECK_EQ(sound_of(pair[0]), sound_of(pair[1]));
    }
    const char* const differ[][2] = {
        {"lavrov", "lebed"}, {"hansen", "jansen"}, {"miller", "muller-x"}};
    for (const auto& pair : differ) {
      CHECK_NE(sound_of(pair[0]), sound_of(pair[1]));
    }
  }

  TEST_CASE("titles, names and demonyms have a long form") {
    CHECK_EQ(title_form("fm"), "foreign minister");
    CHECK_EQ(title_form("spokeswoman"), "spokesperson");
    CHECK_EQ(title_form("zebra"), "zebra");
    CHECK_EQ(alias_form("u.s."), "united states");
    CHECK_EQ(country_of("russian"), "russia");
    CHECK_EQ(country_of("zebra"), "");
    CHECK_EQ(long_first_name("bill"), "william");
  }
}

}  // namespace
