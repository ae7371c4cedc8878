// SPDX-License-Identifier: Apache-2.0
// quotes_linear.cpp - hostile shapes for quotations: the work doubles when the
// text doubles.
#include <cstdint>
#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "linear/doubling.hpp"
#include "quotes/quotes.hpp"
#include "text/laid_text.hpp"

namespace {

const copydesk_linear::shape shapes[] = {
    {"opening marks", "", "\u201C"},
    {"closing marks", "", "\u201D"},
    {"straight marks", "", "\" "},
    {"single marks", "", "' "},
    {"marks that touch", "", "\"'\"'"},
    {"open marks before words", "", "\"a "},
    {"closed marks after words", "", "a\u201D "},
    {"short questions", "", "\"a?\" b "},
    {"short quotations", "", "\"a,\" he said. "},
    {"one sentence of quotations", "", "\"a,\" he said, "},
    {"nested openings", "", "\u201C\u2018a "},
    {"verbs alone", "", "said "},
    {"a verb a paragraph", "", "he said:\n\n"},
    {"paragraphs carried on", "", "\u201CWe went on.\n\n"},
    {"turns", "", "A: we went there\n\n"},
    {"colons", "", "Smith: "},
    {"one quotation full of verbs", "\u201C", "they said it and "},
    {"commas and verbs", "", ", he said "},
    {"guillemets both ways", "", "\u00BBa\u00AB \u00ABb\u00BB "},
};

}  // namespace

int main() {
  const auto m = copydesk::model::built_in();
  if (!m) return 1;
  return copydesk_linear::wrong_shapes(
      shapes, 20000, [&](const std::string& text) {
        const auto laid =
            copydesk::text::lay_out(text, copydesk::text::language::en);
        const copydesk::entities::entities none;
        const std::uint64_t before = copydesk_linear::work();
        (void)copydesk::quotes::find(laid, none, m.value());
        return copydesk_linear::work() - before;
      });
}
