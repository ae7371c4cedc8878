// SPDX-License-Identifier: Apache-2.0
// people_linear.cpp - hostile shapes for who is who: the work doubles when the
// text doubles.
#include <cstdint>
#include <cstdio>
#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "linear/doubling.hpp"
#include "people/people.hpp"
#include "quotes/quotes.hpp"
#include "text/laid_text.hpp"

namespace {

const copydesk_linear::shape shapes[] = {
    {"many middle names", "", "Ann X^ Reed met him. "},
    {"one person", "", "Tom Reed met Reed. "},
    {"persons", "", "Ann X^ met Tom Y^. "},
    // In German a surname is one where the text has the full name.
    {"one surname, many first names", "Tom Reed came. ",
     "Mr. Qx^ Reed met Mr. Qy^ Reed. "},
    {"one first name, many surnames", "", "Ann X^ met her. "},
    {"pronouns", "Tom Reed came. ", "He met him. "},
    {"said he", "Tom Reed came. ", "\"Yes,\" he said. "},
    {"said she", "Ann Reed came. ", "She said she knew. "},
    {"who", "Tom Reed, ", "who said, who "},
    {"descriptions", "Tom Reed came. ", "The minister said the mayor knew. "},
    {"titles", "", "President X^ said so. "},
    {"titles that pass on", "", "the minister, Tom Reed, the mayor, "},
    {"acronyms", "", "The Union of X^ (UX^) met. "},
    {"an organization and its letters", "The Union of Coal Makers (UCM) met. ",
     "UCM met UCM. "},
    {"turns", "", "A: we went there\n\n"},
    {"questions and answers", "", "Q: Who?\n\nA: Tom Reed.\n\n"},
    {"quotations without speaker", "Tom Reed came.\n\n", "\"We went.\"\n\n"},
    {"open turns of many", "",
     "Ann Lee met Tom Roe. \"Yes?\" \"No, Ann!\" I left. \"Oh, Tom.\" "},
    {"Mr and Mrs", "",
     "\"Yes,\" said Mr. Reed. \"No,\" said Mrs. Reed. \"Oh?\" "},
    {"quotations of many", "", "\"We went,\" Ann X^ said.\n\n"},
    {"they", "Ann Reed and Tom Reed came. ", "They said they knew. "},
    {"nicknames", "", "Robert \"Bob\" X^ met Bob. "},
    {"initials", "", "J. X^ met J. Reed. "},
    {"possessives", "", "Reed's wife's brother's "},
    {"sons", "", "Tom Reed Jr. met Tom Reed Sr. "},
    // What is said inside what is said ends at a bound: the start of the text
    // costs more a byte than the rest.
    {"I", "\"", "I said I knew, and I ", 1.75},
    {"appositions", "",
     "Tom X^, the mayor of Rome, met Ann Y^, the head of the bank. "},
    {"places", "", "Rome met Paris of X^. "},
    {"generals", "The attorney", "-general"},
    {"hyphens", "", "Ann-Marie-"},
    {"clauses before a name", "Tom Reed met Tim Roe. ",
     "When he met X^ Roe, Reed "},
};

}  // namespace

int main() {
  using copydesk::text::language;
  const auto m = copydesk::model::built_in();
  if (!m) return 1;
  int wrong = 0;
  for (const language lang : {language::en, language::de}) {
    std::puts(copydesk::text::language_code(lang));
    wrong += copydesk_linear::wrong_shapes(
        shapes, 2000,
        [&](const std::string& text) {
          const auto laid = copydesk::text::lay_out(text, lang);
          auto found = copydesk::entities::find(laid, m.value(), {});
          auto said = copydesk::quotes::find(laid, found, m.value());
          const std::uint64_t before = copydesk_linear::work();
          (void)copydesk::people::resolve(laid, found, said, m.value());
          return copydesk_linear::work() - before;
        },
        65536);
  }
  return wrong;
}
