// SPDX-License-Identifier: Apache-2.0
// Bounds of src/limits.hpp on who is considered for a pronoun or a turn of a
// dialogue: one below, at it, one beyond, seen from inside the room.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "limits.hpp"
#include "people/dialogue.hpp"
#include "people/discourse.hpp"
#include "people/names.hpp"
#include "people/roles.hpp"
#include "people/speakers.hpp"
#include "unit/people/marked.hpp"

namespace {

using namespace copydesk;
using copydesk_people::marked;

// A surname with a number of its own.
std::string surname(std::size_t number) {
  std::string out = "Q";
  for (number += 16; number != 0; number /= 16) {
    out += static_cast<char>('a' + number % 16);
  }
  return out;
}

// What was asked of the last pronoun.
people::decision last_asked(const marked& m, people::identities& who) {
  const people::reading r = people::read(m.laid, m.found, m.said);
  who = people::gather_names(r);
  people::gather_roles(r, who);
  std::vector<people::decision> all;
  people::follow(r, who, people::learned_weights(), &all);
  REQUIRE_FALSE(all.empty());
  return all.back();
}

std::size_t with_referent(const people::decision& d) {
  return static_cast<std::size_t>(std::count_if(
      d.candidates.begin(), d.candidates.end(),
      [](const people::candidate& c) { return c.referent >= 0; }));
}

people::conversation talk_of(const marked& m) {
  const people::reading r = people::read(m.laid, m.found, m.said);
  people::identities who = people::gather_names(r);
  people::gather_roles(r, who);
  const people::discourse d = people::follow(r, who, people::learned_weights());
  return people::read_conversation(r, who, d, people::told_speakers(r, who, d));
}

}  // namespace

TEST_SUITE("people") {
  TEST_CASE("so many persons are candidates for a pronoun") {
    for (const int more : {-1, 0, 1}) {
      const std::size_t count = limits::max_candidates + more;
      std::string text;
      for (std::size_t i = 0; i < count; ++i) {
        text += "[P John " + surname(i) + "] ran. ";
      }
      const auto m = copydesk_people::resolve(text + "He slept.");
      people::identities who;
      CHECK(with_referent(last_asked(*m, who)) ==
            std::min(count, limits::max_candidates));
      CHECK(who.all.size() == count);
    }
  }

  TEST_CASE("a candidate is among so many mentions before a pronoun") {
    for (const int more : {-1, 0, 1}) {
      std::string text = "[P John Stone] ran. ";
      for (std::size_t i = 1; i < limits::max_occurrences_back + more; ++i) {
        text += "[P Mary Lee] ran. ";
      }
      const auto m = copydesk_people::resolve(text + "He slept.");
      people::identities who;
      CHECK_MESSAGE((with_referent(last_asked(*m, who)) == 1) == (more <= 0),
                    more);
    }
  }

  TEST_CASE("a turn has so many voices") {
    for (const int more : {-1, 0, 1}) {
      const std::size_t count = limits::max_voices + more;
      std::string text = "\"{1d Come in.}\"\n\n";
      for (std::size_t i = 0; i < count; ++i) {
        text += "[P John " + surname(i) + "] sat. ";
      }
      text += "\"{2d It rains.}\"\n\n\"{3d So it does.}\"\n";
      const auto m = copydesk_people::resolve(text);
      const people::conversation talk = talk_of(*m);
      REQUIRE(talk.turns.size() == 3);
      CHECK(talk.turns[1].cast.size() == std::min(count, limits::max_voices));
    }
  }

  TEST_CASE("a beat of so many words is no long one") {
    std::vector<unsigned> gaps;
    for (const int more : {-1, 0, 1}) {
      // The words between the marks and the point behind them.
      std::string text = "[P John Stone] sat.\n\n\"{1d Come in.}\"\n\nIt";
      for (std::uint32_t i = 2; i < limits::max_beat + more; ++i) {
        text += " fell";
      }
      text += ".\n\n\"{2d It rains.}\"\n\n\"{3d So it does.}\"\n";
      const people::conversation talk =
          talk_of(*copydesk_people::resolve(text));
      REQUIRE(talk.turns.size() == 3);
      gaps.push_back(talk.turns[1].gap);
    }
    CHECK(gaps[0] == gaps[1]);
    CHECK(gaps[2] != gaps[1]);
  }

  TEST_CASE("so many turns are weighed together") {
    // Two voices that take turns; the first turn alone tells which of them is
    // whose, and the last one would be told otherwise.
    constexpr std::uint16_t told = people::dialogue_features - 1;
    for (const int more : {-1, 0, 1}) {
      people::conversation c;
      c.voices.resize(2);
      c.turns.resize(limits::max_turns + more);
      for (people::turn& t : c.turns) {
        t.gap = 3;  // near the one before, whatever its form
        t.cast.resize(2);
        t.cast[1].voice = 1;
      }
      people::dialogue_weights w{};
      const people::turn_link change = people::link_of(c, 1, -1, 0, 1);
      const people::turn_link stay = people::link_of(c, 1, -1, 0, 0);
      REQUIRE(stay.size > 0);
      for (std::size_t f = 0; f < change.size; ++f) w[change.features[f]] += 8;
      for (std::size_t f = 0; f < stay.size; ++f) w[stay.features[f]] -= 8;
      w[told] = 4;
      const std::size_t last = c.turns.size() - 1;
      c.turns[0].cast[last % 2 == 0 ? 1 : 0].add(told);
      const std::vector<people::casting> got = people::cast_voices(c, w);
      CHECK(got[last - 1].chosen == 0);
      CHECK_MESSAGE((got[last].chosen == 1) == (more <= 0), more);
    }
  }
}
