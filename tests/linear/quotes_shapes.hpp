// SPDX-License-Identifier: Apache-2.0
// quotes_shapes.hpp - texts that are hard on the search for quotations.
#ifndef COPYDESK_TESTS_LINEAR_QUOTES_SHAPES_HPP_
#define COPYDESK_TESTS_LINEAR_QUOTES_SHAPES_HPP_

#include "linear/doubling.hpp"

namespace copydesk_linear {

inline constexpr shape quotes_shapes[] = {
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
    {"a leading word without a comma", "While ",
     "\"we go\" he said and \"it is so\" "},
    {"commas and verbs", "", ", he said "},
    {"participles behind a form of be", "", "the mayor of town is saying "},
    {"marks that could cross", "", "\u201Ea, b \u201Cc\u201D d\u201D "},
    {"guillemets both ways", "", "\u00BBa\u00AB \u00ABb\u00BB "},
    {"dashes of dialogue", "", "\u2014 a, dit-il, b "},
    {"a turn of dialogue a paragraph", "", "\u2014 a, dit-il.\n\n"},
    {"a verb, marks, as", "", "X hat \u201Ea\u201C als "},
    {"pairs side by side", "", "\u201EWir gehen.\u201C "},
    {"pairs side by side that are told", "",
     "\u201EWir gehen.\u201C \u201EEs ist so\u201C, sagte X "},
    {"clauses that tell inside marks", "\u00AB", "on va, a dit Luc, "},
    {"names in front of brackets", "", "Max Kern (\u201Eich gehe\u201C) "},
    {"a subject in the subjunctive", "", "es sei \u201Ea\u201C, er gehe, "},
};

}  // namespace copydesk_linear

#endif  // COPYDESK_TESTS_LINEAR_QUOTES_SHAPES_HPP_
