// SPDX-License-Identifier: Apache-2.0
// entities_linear.cpp - hostile shapes for names and values: the work doubles
// when the text doubles.
#include <cstdint>
#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "linear/doubling.hpp"
#include "text/laid_text.hpp"

namespace {

const copydesk_linear::shape shapes[] = {
    {"names", "", "Tom Reed "},
    {"names of one word", "", "Reed ", 1.85},
    {"other names each time", "", "Mr. X^ Y^ said. "},
    {"capitals", "", "A"},
    {"capitals with spaces", "", "A "},
    {"acronyms in brackets", "", "Union of X^ (UX^) "},
    {"titles", "", "Mr. "},
    {"titles before a name", "", "Prime Minister Dr. Gen. "},
    {"offices of", "", "minister of "},
    {"of and the", "", "Bank of the "},
    {"appositions", "", "Reed, the mayor of Rome, "},
    {"numbers", "", "9 "},
    {"numbers with commas", "", "1,000,"},
    {"numbers in words", "", "twenty one hundred and "},
    {"dates", "", "3 May 2031 "},
    {"months", "", "May "},
    {"days and commas", "", "Monday, "},
    {"times", "", "9:30 a.m. "},
    {"ranges", "", "1990-"},
    {"money", "", "$9 million "},
    {"currencies", "", "US$ "},
    {"percent", "", "9 percent "},
    {"percent signs", "", "9%"},
    {"slashes of dates", "", "9/9/"},
    {"quantities", "", "9 km "},
    {"numbers and offices", "", "and 9 of the "},
    {"hyphens", "", "Reed-", 1.85},
    {"possessives", "", "Reed's "},
    {"laws", "", "the Act of "},
    {"sections", "", "Section 9 of the "},
    {"letters and points", "", "U.S."},
    {"one long word", "", "abc"},
    {"one sentence of words", "", "talks went on and "},
    {"lines of names", "", "Tom Reed\n"},
    {"paragraphs of names", "", "Ann X^ met Tom Reed.\n\n"},
    {"spellings", "", "X^ "},
    {"results", "", "Reed X^ 2 (Roe 9, Lee 7) "},
    {"results in one bracket", "Rome 2 (", "Reed X^ 9, "},
    {"results of one team", "Results: Oslo 1, Rome 2. ", "Rome Rome "},
    {"small spellings", "", "x^ "},
};

// Of names found by words beside them.
const copydesk_linear::shape german_shapes[] = {
    {"offices", "Der ", "Pr\xC3\xA4sident ", 1.85},
    {"first names", "Der ", "Uwe "},
    {"surnames", "Uwe Brenner kam. ", "Brenner "},
    {"small words", "Der ", "Uwe von der "},
    {"joined names", "Der ", "Uwe und "},
    {"new nouns", "Der ", "Qx^ "},
    {"bodies", "Der ", "Bank "},
    {"initials", "Der ", "SPD "},
    {"places", "Der ", "Berlin "},
    {"forms of address", "Der ", "Frau "},
};

}  // namespace

int main() {
  const auto m = copydesk::model::built_in();
  if (!m) return 1;
  const auto wrong = [&](const auto& all, copydesk::text::language lang) {
    std::puts(copydesk::text::language_code(lang));
    return copydesk_linear::wrong_shapes(
        all, 2000, [&](const std::string& text) {
          const auto laid = copydesk::text::lay_out(text, lang);
          const std::uint64_t before = copydesk_linear::work();
          (void)copydesk::entities::find(laid, m.value(), {});
          return copydesk_linear::work() - before;
        });
  };
  return wrong(shapes, copydesk::text::language::en) +
         wrong(german_shapes, copydesk::text::language::de);
}
