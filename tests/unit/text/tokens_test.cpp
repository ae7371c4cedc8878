// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "text/laid_text.hpp"

namespace copydesk::text {
namespace {

// The tokens of a text, with | between them.
std::string tokens_of(const std::string& text) {
  const laid_text laid = lay_out(text, language::en);
  std::string out;
  for (const token& t : laid.tokens) {
    if (!out.empty()) out += '|';
    out += t.where().of(text);
  }
  return out;
}

struct row {
  const char* text;
  const char* tokens;
};

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("words are cut as news needs them") {
    const row table[] = {
        {"Putin's aide", "Putin|'s|aide"},
        {"NATO\u2019s expansion", "NATO|\u2019s|expansion"},
        {"the U.S.'s role", "the|U.S.|'s|role"},
        {"the ministers' plan", "the|ministers|'|plan"},
        {"don't, O'Brien of L'Or\u00E9al", "don't|,|O'Brien|of|L'Or\u00E9al"},
        {"NATO Secretary-General", "NATO|Secretary|-|General"},
        {"Mr. Smith of U.S. Steel", "Mr.|Smith|of|U.S.|Steel"},
        {"at 5:30 a.m. in Jan. 2017", "at|5:30|a.m.|in|Jan.|2017"},
        {"J. K. Rowling, J.K.Rowling", "J.|K.|Rowling|,|J.K.|Rowling"},
        {"$1,234.50 or 12.5%", "$|1,234.50|or|12.5|%"},
        {"US$5m and 10p.m.", "US|$|5m|and|10|p.m."},
        {"No. 5 said no. We go", "No.|5|said|no|.|We|go"},
        {"``Yes,'' she said.", "``|Yes|,|''|she|said|."},
        {"write to jane.doe-x@example.co.uk.",
         "write|to|jane.doe-x@example.co.uk|."},
        {"see https://example.com/a-b_(c)?d=e, now",
         "see|https://example.com/a-b_(c)?d=e|,|now"},
        {"@copydesk on #news", "@copydesk|on|#news"},
        {"AT&T fell 3.5p", "AT&T|fell|3.5p"},
        {"the end.Next one", "the|end|.|Next|one"},
        {"wait... what?!", "wait|...|what|?!"},
        {"\u041B\u0430\u0432\u0440\u043E\u0432 \u0441\u043A\u0430\u0437\u0430"
         "\u043B.",
         "\u041B\u0430\u0432\u0440\u043E\u0432|\u0441\u043A\u0430\u0437\u0430"
         "\u043B|."},
    };
    for (const row& r : table) CHECK_EQ(tokens_of(r.text), r.tokens);
  }
}

}  // namespace copydesk::text
