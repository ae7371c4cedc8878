// SPDX-License-Identifier: Apache-2.0
// text_linear.cpp - hostile shapes for the layout of text: the work doubles
// when the text doubles.
#include <cstdint>
#include <string>

#include "linear/doubling.hpp"
#include "text/laid_text.hpp"

namespace {

using copydesk_linear::shape;

const shape shapes[] = {
    {"points", "", "."},
    {"points with spaces", "", ". "},
    {"abbreviations without end", "", "a."},
    {"initials", "", "A. "},
    {"initials without spaces", "", "U."},
    {"apostrophes", "", "'"},
    {"possessives", "x", "'s"},
    {"letters and apostrophes", "", "a'"},
    {"curly apostrophes in a word", "", "a\u2019"},
    {"straight quotation marks", "", "\""},
    {"closing quotation marks", "He said.", "\u201D"},
    {"opening quotation marks", "He said. ", "\u201C"},
    {"closing brackets after a point", "No.", ")"},
    {"opening brackets", "", "("},
    {"brackets that open after points", "", ". ("},
    {"one letter", "", "x"},
    {"one capital letter", "", "X"},
    {"digits", "", "9"},
    {"numbers with points", "", "9."},
    {"numbers with colons", "", "9:"},
    {"signs of e-mail", "", "@"},
    {"words before a sign that never comes", "", "aa-"},
    {"halves of e-mail addresses", "", "a@"},
    {"begins of web addresses", "", "http://"},
    {"begins of web addresses with spaces", "", "www. "},
    {"middle dots", "", "a\u00B7"},
    {"combining marks", "a", "\u0301"},
    {"a middle character and combining marks", "a:", "\u0301"},
    {"joiners", "", "\u200D"},
    {"flags", "", "\U0001F1E6"},
    {"pictures and joiners", "", "\u2764\u200D"},
    {"Hebrew with quotation marks", "", "\u05D0\""},
    {"Katakana", "", "\u30A2"},
    {"Thai", "", "\u0E01"},
    {"ideographs", "", "\u4E2D"},
    {"ideographic full stops", "", "\u4E2D\u3002"},
    {"spaces", "", " "},
    {"no-break spaces", "", "\u00A0"},
    {"line breaks", "", "\n"},
    {"carriage returns", "", "\r"},
    {"line separators", "", "\u2028"},
    {"a letter a line", "", "a\n"},
    {"hard-wrapped lines", "",
     "every line of this text is about as long as the next one is here\n"},
    {"item numbers", "", "1. "},
    {"items in a row", "1) a ", "2) a "},
    {"bullets", "", "\u2022 "},
    {"ellipses", "", "\u2026"},
    {"ellipses with spaces", "", "... "},
    {"question marks", "", "?"},
    {"question marks with spaces", "", "? "},
    {"dashes", "", "-"},
    {"dashes with spaces", "", "- "},
    {"sentences of one word", "", "No. "},
    {"sentences that never end", "", "Mr. "},
    {"capital words after a quotation", "\u201CNo?\u201D ", "Abc "},
    {"references", "End.", "[1]"},
    {"a bracket that never closes", "End.\u201D (", "a "},
    {"lines of boilerplate", "", "Scroll to Top\n"},
    {"lines that begin like boilerplate", "", "sign up for\n"},
    {"lines of bylines", "", "By Tom Reed\n\n"},
    {"bars", "", "Home | "},
    {"ampersands", "", "A&"},
    {"underscores", "", "_"},
    {"hashes", "", "#a"},
    {"backquotes", "", "`"},
    {"nulls", "", "\x01"},
};

std::uint64_t work_on(const std::string& text) {
  const std::uint64_t before = copydesk_linear::work();
  const auto laid = copydesk::text::lay_out(text, copydesk::text::language::en);
  if (laid.tokens.size() > text.size()) std::puts("more tokens than bytes");
  return copydesk_linear::work() - before;
}

}  // namespace

int main() {
  return copydesk_linear::wrong_shapes(shapes, 1000, work_on, 65536);
}
