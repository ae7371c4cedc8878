// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "people/discourse.hpp"
#include "people/roles.hpp"
#include "unit/people/marked.hpp"

namespace {

using copydesk_people::resolve;
namespace people = copydesk::people;

// Whom the first he, his, him... of the text means.
std::string meant(const std::string& with_marks) {
  const auto m = resolve(with_marks);
  const people::reading r = people::read(m->laid, m->found, m->said);
  people::identities who = people::gather_names(r);
  people::gather_roles(r, who);
  const people::discourse d = people::follow(r, who, people::learned_weights());
  for (std::uint32_t t = 0; t < r.size(); ++t) {
    if (!people::male_pronoun(r.words[t]) &&
        !people::female_pronoun(r.words[t])) {
      continue;
    }
    const std::int32_t found = d.asked.at(t).pronoun;
    if (found < 0) return "-";
    const auto& one = d.referents[static_cast<std::size_t>(found)];
    return one.name < 0 ? "?"
                        : who.all[static_cast<std::size_t>(one.name)].text;
  }
  return "no pronoun";
}

TEST_SUITE("people") {
  TEST_CASE("a pronoun in an opening clause is the subject behind it") {
    CHECK_EQ(meant("[P Tim Poe] saw [P Bob Roe]. After his term ended, "
                   "[P Roe] left."),
             "Bob Roe");
    CHECK_EQ(meant("[P Tim Poe] saw [P Bob Roe]. When he was minister, "
                   "[P Roe] built the gate."),
             "Bob Roe");
    // Without the clause it is who was the subject.
    CHECK_EQ(meant("[P Tim Poe] saw [P Bob Roe]. He was minister in May."),
             "Tim Poe");
  }

  TEST_CASE("the object of a verb is not its subject") {
    CHECK_EQ(meant("[P Tim Poe] was late. [P Bob Roe] followed him home."),
             "Tim Poe");
    CHECK_EQ(meant("[P Eve Poe] was late. [P Ann Lee] led her out."),
             "Eve Poe");
    CHECK_EQ(meant("[P Eve Poe] was late. [P Ann Lee] sold her two houses."),
             "Ann Lee");
  }
}

}  // namespace
