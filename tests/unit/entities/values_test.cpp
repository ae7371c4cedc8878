// SPDX-License-Identifier: Apache-2.0
#include "entities/values.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "entities/values_atoms.hpp"
#include "entities/values_format.hpp"
#include "text/laid_text.hpp"

namespace {

using copydesk::entities::atom;
using copydesk::entities::civil_date;
using copydesk::entities::find_values;
using copydesk::entities::mention;

std::string found(const std::string& text, civil_date today = {}) {
  const auto laid = copydesk::text::lay_out(text, copydesk::text::language::en);
  std::string out;
  for (const mention& m : find_values(laid, today)) {
    if (!out.empty()) out += " | ";
    out += m.where.of(laid.clean);
  }
  return out;
}

std::string values(const std::string& text, civil_date today = {}) {
  const auto laid = copydesk::text::lay_out(text, copydesk::text::language::en);
  std::string out;
  for (const mention& m : find_values(laid, today)) {
    if (!out.empty()) out += " | ";
    out += m.value;
  }
  return out;
}

struct example {
  const char* text;
  const char* expected;
};

// A generator without a seed from outside: the same on every machine.
struct lcg {
  std::uint64_t state;
  std::uint32_t next(std::uint32_t n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state >> 33) % n;
  }
};

constexpr const char* pieces[] = {
    "March",
    "may",
    "3",
    "14",
    "2017",
    "the",
    "last",
    "year",
    "years",
    "of",
    "and",
    "to",
    "-",
    ",",
    ".",
    "$",
    "US$",
    "million",
    "percent",
    "%",
    "km",
    "per",
    "hour",
    "Monday",
    "night",
    "early",
    "ago",
    "two",
    "half",
    "a",
    "dozen",
    "third",
    "quarter",
    "century",
    "1990s",
    "\xE2\x82\xAC",
    "Rs",
    "crore",
    "a.m.",
    ":",
    "30",
    "GMT",
    "end",
    "this",
    "that",
    "week",
    "old",
    "Eid",
    "al",
    "'",
    "s",
    "/",
    "9",
    "11",
    "tens",
    "thousands",
    "minus",
    "degrees",
    "Celsius",
    "people",
    "age",
    "(",
    ")",
    "\n\n",
    "said",
    "\xD0\xBC\xD0\xB0\xD1\x8F",
    "\xE2\x80\x93",
    "0",
};

std::string random_text(lcg& random) {
  std::string text;
  const std::uint32_t n = 1 + random.next(40);
  for (std::uint32_t k = 0; k < n; ++k) {
    text += pieces[random.next(sizeof pieces / sizeof pieces[0])];
    if (random.next(4) != 0) text += ' ';
  }
  return text;
}

}  // namespace

TEST_SUITE("entities") {
  TEST_CASE("a word that is also a month, a day or a unit is no value") {
    const example table[] = {
        {"They may march on the capital if talks fail.", ""},
        {"The second man won a second term; the third fell.", ""},
        {"The sun sat low and the men sat down to wed.", ""},
        {"May he rest in peace, the crowd sang.", ""},
        {"The Women's March for Life drew a crowd.", ""},
        {"Theresa May said that April Jones had won.", ""},
        {"She won it 6-3 6-4 and the men's final 7-5.", ""},
        {"A quarter of the vote, a third of the seats.", ""},
        {"The house was full of books and the fall was long.", ""},
        {"Half the team was out by half-time.", ""},
        {"The climate talks of COP27 followed COP 26.", ""},
        {"Group 2 won and Leeds 1 won too.", ""},
    };
    for (const example& e : table) {
      CAPTURE(e.text);
      CHECK_EQ(found(e.text), e.expected);
    }
  }

  TEST_CASE("a number of four digits is a year unless it counts or numbers") {
    const example table[] = {
        {"It was signed in 1994.", "1994"},
        {"In all 2017 marks 20 years since the treaty.", "2017 | 20 years"},
        {"More than 2000 people fled.", ""},
        {"He raised 1,994 of them.", ""},
        {"Resolution 1559 asked for it.", ""},
        {"Flight 1985 was late.", ""},
        {"Some 1900 MW were lost.", "1900 MW"},
        {"From 1998-2002 he sat in prison.", "1998-2002"},
    };
    for (const example& e : table) {
      CAPTURE(e.text);
      CHECK_EQ(found(e.text), e.expected);
    }
  }

  TEST_CASE("a number of more digits than anybody counts is no day") {
    for (const std::size_t zeros : {3, 9, 253, 254, 255, 256, 400}) {
      CAPTURE(zeros);
      const std::string day = std::string(zeros, '0') + '5';
      CHECK_EQ(found("They voted on May " + day + " in the hall."), "May");
    }
    // Larger than any number of 64 bits, and than a double.
    CHECK_EQ(found("It cost " + std::string(400, '9') + " in all."), "");
  }

  TEST_CASE("lower case and capitals are read where they are plain") {
    const example table[] = {
        {"the vote is on 5 march 2019.", "5 march 2019"},
        {"they met on monday and in september.", "monday | september"},
        {"THE VOTE WAS MOVED TO MARCH 5, 2019.", "MARCH 5, 2019"},
        {"SALES ROSE 4.5 PERCENT TO $3 MILLION.", "4.5 PERCENT | $3 MILLION"},
    };
    for (const example& e : table) {
      CAPTURE(e.text);
      CHECK_EQ(found(e.text), e.expected);
    }
  }

  TEST_CASE("what is relative is resolved against the document's date") {
    const civil_date today = {2017, 3, 14};  // a Tuesday
    const example table[] = {
        {"He spoke on Tuesday.", "2017-03-14"},
        {"He spoke on Monday.", "2017-03-13"},
        {"He will speak on Monday.", "2017-03-20"},
        {"He spoke last Tuesday.", "2017-03-07"},
        {"He spoke yesterday and left today.", "2017-03-13 | 2017-03-14"},
        {"It fell last year and last month.", "2016 | 2017-02"},
        {"It begins next week.", "2017-W12"},
        {"It ended in December.", "2016-12"},
        {"It began on May 5.", "2017-05-05"},
        {"It began in May of last year.", "2016-05"},
        {"He came ten years ago.", "2007"},
        {"He came 3 days ago.", "2017-03-11"},
        {"It fell in the third quarter of last year.", "2016-Q3"},
        {"They met on Sunday night.", "2017-03-12TNI"},
    };
    for (const example& e : table) {
      CAPTURE(e.text);
      CHECK_EQ(values(e.text, today), e.expected);
    }
  }

  TEST_CASE("a value is written down in one plain form") {
    const example table[] = {
        {"At 12 a.m. and at 12 p.m. it rang.", "T00:00 | T12:00"},
        {"At 9:05 p.m. it rang.", "T21:05"},
        {"It left at 0915 GMT.", "T09:15Z"},
        {"It lasted 90 minutes.", "PT90M"},
        {"It lasted an hour and a half.", "PT1.5H"},
        {"It lasted two decades.", "P20Y"},
        {"It lasted three to five years.", "P3Y..P5Y"},
        {"It lasted several weeks.", "PXW"},
        {"He reigned in 325 B.C. and fell.", "BC0325"},
        {"It opened on 2017-03-14.", "2017-03-14"},
        {"It opened on 14.03.2017.", "2017-03-14"},
        {"It opened on 14/03/2017.", "2017-03-14"},
        {"It opened on 3/4/2017.", "2017"},
        {"It cost R1.9 million.", "ZAR 1900000"},
        {"It cost Tk 60 lakh.", "BDT 6000000"},
        {"It cost 2 million Canadian dollars.", "CAD 2000000"},
        {"It cost 7.5 trillion won.", "KRW 7500000000000"},
        {"It cost 80 kobo.", "NGN 0.8"},
        {"It fell to 61 million euros ($66 million) from 148 million.",
         "EUR 61000000 | USD 66000000 | EUR 148000000"},
        {"It fell to 61 million euros from 148 million.",
         "EUR 61000000 | EUR 148000000"},
        {"It grew by two-thirds of a percent.", "0.6667%"},
        {"It holds 2.5 million barrels.", "2500000 bbl"},
        {"It is 5.5 square miles.", "5.5 mi2"},
        {"It blew at 90 km/h.", "90 km/h"},
    };
    for (const example& e : table) {
      CAPTURE(e.text);
      CHECK_EQ(values(e.text), e.expected);
    }
  }

  TEST_CASE("the date that the head of the text states is the document's") {
    const example table[] = {
        {"TAMALE, 14 March 2017 \xE2\x80\x94 The council voted on Monday.",
         "2017-03-14 | 2017-03-13"},
        {"Council votes\n\nBy Ama Mensah\nMarch 14, 2017\n\nTAMALE - The "
         "council of the town voted on Monday to close the old dam.",
         "2017-03-14 | 2017-03-13"},
        {"The council voted on Monday. It last met on 14 March 2017.",
         "XXXX-WXX-1 | 2017-03-14"},
    };
    for (const example& e : table) {
      CAPTURE(e.text);
      CHECK_EQ(values(e.text), e.expected);
    }
  }

  TEST_CASE("day numbers go forth and back over four centuries") {
    int last = copydesk::entities::days_of({1799, 12, 31});
    for (int day = last + 1; day < last + 150000; ++day) {
      const civil_date d = copydesk::entities::date_of(day);
      REQUIRE_EQ(copydesk::entities::days_of(d), day);
    }
    CHECK_EQ(copydesk::entities::days_of({1970, 1, 1}), 0);
    CHECK_EQ(copydesk::entities::days_of({2000, 3, 1}), 11017);
  }

  TEST_CASE("atoms are in order and cover all but white space") {
    lcg random{7};
    std::vector<atom> atoms;
    for (int round = 0; round < 2000; ++round) {
      const std::string text = random_text(random);
      copydesk::entities::read_atoms(
          text, {0, static_cast<std::uint32_t>(text.size())},
          copydesk::text::language::en, atoms);
      std::uint32_t at = 0;
      for (const atom& a : atoms) {
        REQUIRE_LE(at, a.begin);
        for (; at < a.begin; ++at) {
          REQUIRE_NE(text.find_first_of(" \n", at), std::string::npos);
          REQUIRE_EQ(text.find_first_of(" \n", at), at);
        }
        REQUIRE_LT(a.begin, a.end);
        at = a.end;
      }
    }
  }

  TEST_CASE("mentions are sorted, apart, inside one sentence, on tokens") {
    lcg random{11};
    std::size_t count = 0;
    for (int round = 0; round < 20000; ++round) {
      const std::string text = random_text(random);
      CAPTURE(text);
      const auto laid =
          copydesk::text::lay_out(text, copydesk::text::language::en);
      std::uint32_t last = 0;
      for (const mention& m : find_values(laid, {2017, 3, 14})) {
        ++count;
        REQUIRE_LE(last, m.where.begin);
        REQUIRE_LT(m.where.begin, m.where.end);
        last = m.where.end;
        REQUIRE_LT(m.first_token, m.token_end);
        REQUIRE_LE(m.token_end, laid.tokens.size());
        REQUIRE_LE(laid.tokens[m.first_token].where().begin, m.where.begin);
        REQUIRE_GE(laid.tokens[m.token_end - 1].where().end, m.where.end);
        std::size_t inside = 0;
        for (const auto& s : laid.sentences) {
          inside += s.where.contains(m.where) ? 1 : 0;
        }
        REQUIRE_EQ(inside, 1);
      }
    }
    CHECK_GT(count, 20000);
  }
}
