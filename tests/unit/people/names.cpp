// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/people/marked.hpp"

namespace {

using copydesk_people::resolve;

// "Ann Lee: 0 2; Bob Roe: 1"
std::string names(const std::string& with_marks) {
  const auto m = resolve(with_marks);
  std::string out;
  for (const auto& p : m->who.names) {
    if (!out.empty()) out += "; ";
    out += p.text + ":";
    for (std::uint32_t i : p.mentions) out += ' ' + std::to_string(i);
  }
  return out;
}

std::string titles(const std::string& with_marks) {
  const auto m = resolve(with_marks);
  std::string out;
  for (const auto& p : m->who.names) {
    for (const auto t : p.titles) {
      if (!out.empty()) out += "; ";
      out += std::string(t.of(m->text));
    }
  }
  return out;
}

TEST_SUITE("people") {
  TEST_CASE("mentions of one person are one name, by the fullest form") {
    struct {
      const char *text, *names;
    } const table[] = {
        {"[P Ann Lee] spoke. [P Lee] left.", "Ann Lee: 0 1"},
        {"[P Lavrov] spoke. Then [P Sergei Lavrov] left.",
         "Sergei Lavrov: 0 1"},
        {"[P Ann Lee] spoke. [P Ann] left.", "Ann Lee: 0 1"},
        {"[P Ann Lee]'s car. [P LEE] left.", "Ann Lee: 0 1"},
        {"[P Bill Gates] and [P William Gates].", "Bill Gates: 0 1"},
        {"[P Barack Obama], [P Barack H. Obama].", "Barack H. Obama: 0 1"},
        {"[P Kim Jong-un] and [P Kim Jong Un], [P Kim].", "Kim Jong Un: 0 1 2"},
        {"[P Moammar Gadhafi], or [P Muammar Gaddafi], or [P Khadafi].",
         "Moammar Gadhafi: 0 1 2"},
        {"[P Aung San Suu Kyi] met [P Suu Kyi].", "Aung San Suu Kyi: 0 1"},
        {"[P J\u00FCrgen M\u00FCller] and [P Muller]",
         "J\u00FCrgen M\u00FCller: 0 1"},
    };
    for (const auto& row : table) CHECK_EQ(names(row.text), row.names);
  }

  TEST_CASE("two people of one surname stay two") {
    struct {
      const char *text, *names;
    } const table[] = {
        {"[P Ann Lee] met [P Bob Lee].", "Ann Lee: 0; Bob Lee: 1"},
        {"[P Ann Lee] met [P Bob Lee]. Mr. [P Lee] left, Ms. [P Lee] stayed.",
         "Ann Lee: 0 3; Bob Lee: 1 2"},
        {"[P Ann Lee] spoke. [P Bob Roe] spoke. [P Dan Lee] came. [P Lee] "
         "left.",
         "Ann Lee: 0; Bob Roe: 1; Dan Lee: 2 3"},
        {"[P Maria Silva] and [P Mario Silva]",
         "Maria Silva: 0; Mario Silva: 1"},
    };
    for (const auto& row : table) CHECK_EQ(names(row.text), row.names);
  }

  TEST_CASE("bodies have acronyms and short forms, places stay apart") {
    struct {
      const char *text, *names;
    } const table[] = {
        {"The [O Badminton World Federation] ([O BWF]) met. [O BWF] left.",
         "Badminton World Federation: 0 1 2"},
        {"The [O European Union] met. The [O EU] left.", "European Union: 0 1"},
        {"[O Gulf Crescent Bank] fell. [O Gulf Crescent] rose.",
         "Gulf Crescent Bank: 0 1"},
        {"[O Chicago Bulls] play in [G Chicago].",
         "Chicago Bulls: 0; Chicago: 1"},
        {"[O Bank of Japan] and [G Japan]", "Bank of Japan: 0; Japan: 1"},
        {"The [G U.S.] and the [G United States]", "United States: 0 1"},
        {"The [O National Forestry Corporation] ([O Conaf]) said.",
         "National Forestry Corporation: 0 1"},
        {"On [D Monday] [G Moscow] spoke for [G Russia].",
         "Moscow: 1; Russia: 2"},
    };
    for (const auto& row : table) CHECK_EQ(names(row.text), row.names);
  }

  TEST_CASE("titles stand before a name, behind it, or in a copula") {
    struct {
      const char *text, *titles;
    } const table[] = {
        {"President [P Ann Lee] spoke.", "President"},
        {"Then [N Russian] Foreign Minister [P Sergei Lavrov] left.",
         "Russian Foreign Minister"},
        {"[P Lavrov], the [N Russian] foreign minister, left.",
         "Russian foreign minister"},
        {"[P Lavrov] the russian foreign minister told him.",
         "russian foreign minister"},
        {"Its chairman, [P Rui Leite], left.", "chairman"},
        {"Mr. [P Leite] left.", ""},
        {"[P Ann Lee], the police chief said.", ""},
        {"President [P Ann Lee] spoke. President [P Lee] left.", "President"},
        {"[P Lavrov] the russian foreign minister told him. [P Lavrov], the "
         "Russian foreign minister, left.",
         "Russian foreign minister"},
    };
    for (const auto& row : table) CHECK_EQ(titles(row.text), row.titles);
  }
}

}  // namespace
