// SPDX-License-Identifier: Apache-2.0
// values_format.hpp - writing down what a phrase says.
//
// Forms (ISO 8601, and TIMEX3 where ISO has no word for it):
//   2017-03-14  2017-03  2017  199X  18XX (the 19th century)  BC0325
//   2017-Q3  2017-H1  2017-SU (SP SU FA WI)  2017-W09  2017-W09-WE
//   XXXX-03-14  XXXX-WXX-2 (a Tuesday)  XXXX-12-25
//   T15:30  T18:00Z  XXXX-WXX-1TNI (Monday night; TMO TAF TEV TNI)
//   P3D P2W P2.5Y PT40M  PXY (some years)  P3Y..P5Y (a range)
//   PRESENT_REF PAST_REF FUTURE_REF (today, last year, next week, when the
//   document's date is not known)
//   USD 14000000  USD 8000000000..12000000000  4.5%  12 km
#ifndef COPYDESK_SRC_ENTITIES_VALUES_FORMAT_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_FORMAT_HPP_

#include <string>

#include "entities/values.hpp"
#include "entities/values_reader.hpp"

namespace copydesk::entities {

// The value of `p`, or "". `today` is the date of the document, or has year
// 0; `ahead` says that the sentence speaks of what will be. O(1).
std::string write_value(const phrase& p, civil_date today, bool ahead);

// Days from 1970-01-01, in the proleptic Gregorian calendar, and back
// (H. Hinnant, chrono-compatible low-level date algorithms). Requires a
// valid date of the years 1 to 9999.
int days_of(civil_date d);
civil_date date_of(int days);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_FORMAT_HPP_
