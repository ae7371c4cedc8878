// SPDX-License-Identifier: Apache-2.0
// values.hpp - dates, times, money, percentages and quantities by rules.
//
// Idea: values are a small closed grammar over number words, months,
// weekdays, units, currencies and the words that modify them. It is written
// by hand, one function a phrase, and reads atoms: words and digits finer
// than tokens. No learning, no regular expressions.
//
// Conventions: approximators ("about", "nearly") and leading articles stay
// outside, but "the past week", "the end of May", "the 1990s" are whole;
// ages, named days and bare lengths of a day or longer are DATE; a part of a
// day ("Monday night") and shorter lengths are TIME.
//
// Resolved values: dates and times as in ISO 8601, with X for what is not
// said, as TIMEX3 does ("XXXX-03-05"; "199X" for the 1990s); lengths as P3D,
// PT2H; money as "GHS 14000000" (ISO 4217, XXX if the words do not say whose
// rupees); "4.5%"; "12 km". Empty where nothing plain can be said.
#ifndef COPYDESK_SRC_ENTITIES_VALUES_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_HPP_

#include <vector>

#include "entities/entities.hpp"
#include "text/laid_text.hpp"

namespace copydesk::entities {

// A day of the Gregorian calendar; year 0: none is known.
struct civil_date {
  int year = 0;
  int month = 0;
  int day = 0;
};

// All values of the text, in text order; they do not overlap, and each lies
// inside one sentence. O(laid.clean.size()), memory of the longest sentence.
//
// `today` is the date of the document, against which "Tuesday" and "last
// year" are resolved. If it has no year, the first full date of a dateline or
// byline is taken; if there is none, such values stay relative.
std::vector<mention> find_values(const text::laid_text& laid,
                                 civil_date today = {});

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_HPP_
