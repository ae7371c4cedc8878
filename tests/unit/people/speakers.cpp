// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/people/marked.hpp"

namespace {

using copydesk::speaker_kind;
using copydesk_people::resolve;

// The speakers in order, "|" between.
std::string speakers(const std::string& with_marks) {
  const auto m = resolve(with_marks);
  std::string out;
  for (const auto& a : m->who.speakers) {
    if (!out.empty()) out += " | ";
    out += a.known ? a.text : "-";
  }
  return out;
}

TEST_SUITE("people") {
  TEST_CASE("a pronoun is who it stands for") {
    struct {
      const char *text, *speakers;
    } const table[] = {
        {"[P Ann Lee] spoke on Monday. {1 It works}, <1 she> said.", "Ann Lee"},
        {"[P Ann Lee] met [P Bob Roe]. {1 It works}, <1 he> said.", "Bob Roe"},
        {"[P Ann Lee] met [P Bob Roe]. {1 It works}, <1 she> said.", "Ann Lee"},
        {"<1 [P Ann Lee]> said {1 it works}. {2 It is late}, <2 she> said.",
         "Ann Lee | Ann Lee"},
        {"{1d It works}, <1 [P Ann Lee]> said. <2 I> {2 hope}, <3 she> said.",
         "Ann Lee"},
    };
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK_EQ(speakers(table[i].text), table[i].speakers);
    }
  }

  TEST_CASE("a description is who was described so") {
    struct {
      const char *text, *speakers;
    } const table[] = {
        {"[P Lavrov], the [N Russian] foreign minister, met [P Jens Roe]. "
         "{1 It is sad}, <1 the Russian FM> said.",
         "Lavrov"},
        {"Prime Minister [P Ann Lee] met coach [P Bob Roe]. {1 It is late}, "
         "<1 the coach> said.",
         "Bob Roe"},
        {"[P Bob Roe], 34, met [P Ann Lee], 61. {1 It is late}, <1 the "
         "34-year-old> said.",
         "Bob Roe"},
        {"The [O Umoja Reform Alliance] won. {1 It is late}, <1 the alliance> "
         "said.",
         "Umoja Reform Alliance"},
    };
    for (const auto& row : table) CHECK_EQ(speakers(row.text), row.speakers);
  }

  TEST_CASE("a place of a compound is no speaker") {
    CHECK_EQ(speakers("<1 the [G Paris]-based [O Blue Fund]> said {1 it "
                      "works}."),
             "Blue Fund");
    CHECK_EQ(speakers("<1 A [G Paris]-based group> said {1 it works}."),
             "A Paris-based group");
  }

  TEST_CASE("they are a nation or party that spoke, with an adverb too") {
    CHECK_EQ(
        speakers("<1 [N Reds]> repeatedly said {1 it works}. <2 They> said "
                 "{2 it is late}."),
        "Reds | Reds");
    CHECK_EQ(speakers("<1 Some [N Reds]> privately said {1 it works}."),
             "Some Reds");
  }

  TEST_CASE("it is one, no group") {
    CHECK_EQ(speakers("<1 The report> says {1 it works}. Regional agencies "
                      "met. <2 It> says {2 it is late}."),
             "The report | The report");
  }

  TEST_CASE("who was not described so is not named so") {
    CHECK_EQ(speakers("A film about [P Ann Lee] and [P Bob Roe] was shown to "
                      "[P Eve Poe]. It asked whether [P Tim Poe] or [P Jan "
                      "Sol] was late for [P Max Novo].\n\nIt rained. The "
                      "gate was shut. As a phone rang, <1 the announcer> said "
                      "{1 it is late}."),
             "the announcer");
  }

  TEST_CASE("who is not named is kept by the fullest phrase") {
    struct {
      const char* text;
      const char* speaker;
      speaker_kind kind;
    } const table[] = {
        {"{1 It is late}, <1 residents> said.", "residents",
         speaker_kind::group},
        {"{1 It is late}, <1 a spokesman for the company> said.",
         "a spokesman for the company", speaker_kind::unnamed},
        {"<1 A report by the council> said {1 it is late}.",
         "A report by the council", speaker_kind::document},
        {"{1 It is late}, <1 the ministry> said.", "the ministry",
         speaker_kind::organization},
        {"{1 It is late}, <1 [P Ann Lee]'s lawyer> said.", "Ann Lee's lawyer",
         speaker_kind::unnamed},
        {"{1 It is late}, <1 a doctor at the clinic> said. {2 It is bad}, <2 "
         "she> said.",
         "a doctor at the clinic", speaker_kind::unnamed},
    };
    for (const auto& row : table) {
      CAPTURE(row.text);
      const auto m = resolve(row.text);
      const auto& last = m->who.speakers.back();
      CHECK_EQ(last.text, row.speaker);
      CHECK_EQ(last.kind, row.kind);
      CHECK_EQ(last.name, -1);
    }
  }

  TEST_CASE("the name in a source phrase is its head, not what is beside it") {
    struct {
      const char *text, *speaker;
    } const table[] = {
        {"<1 Its chairman, [P Rui Leite],> said {1 it is late}.", "Rui Leite"},
        {"<1 [P Ann Lee], a lawyer for [P Bob Roe],> said {1 it is late}.",
         "Ann Lee"},
        {"<1 [G Moscow] mayor [P Ann Lee]> said {1 it is late}.", "Ann Lee"},
        {"<1 A lawyer for [P Bob Roe], [P Ann Lee],> said {1 it is late}.",
         "Ann Lee"},
        {"<1 The [O White House]> said {1 it is late}.", "White House"},
        {"<1 A [O White House] spokesman> said {1 it is late}.",
         "A White House spokesman"},
    };
    for (const auto& row : table) CHECK_EQ(speakers(row.text), row.speaker);
  }

  TEST_CASE("a quotation without a source goes on with its speaker") {
    CHECK_EQ(speakers("{1d It works}, <1 [P Ann Lee]> said. {2d It is "
                      "late.}\n\n{3d And cold.}"),
             "Ann Lee | Ann Lee | Ann Lee");
    CHECK_EQ(speakers("{1d It works}, [P Ann Lee] wrote."), "-");
  }

  TEST_CASE("no quotations and no names are no work") {
    const auto m = resolve("");
    CHECK(m->who.names.empty());
    CHECK(m->who.speakers.empty());
  }
}

}  // namespace
