// SPDX-License-Identifier: Apache-2.0
// Generated from src/data/values_*.tsv; do not edit. To make it again:
//   python3 src/entities/make_value_words.py
#ifndef COPYDESK_SRC_ENTITIES_VALUES_GLUE_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_GLUE_HPP_

namespace copydesk::entities {

// The small words of the grammar, each by its own name.
enum class glue : int {
  none,
  a, about, above, ad, after, against, age, aged, almost, an, and_,
  anniversary, approximately, around, article, as, at, australian, back, bc,
  bce, be, been, before, below, between, beyond, birthday, by, came, canadian,
  ce, cent, cfa, channel, chapter, circa, clock, come, comes, consecutive,
  cubic, dated, daylight, dead, died, dies, during, ended, ending, entire, eve,
  exceed, financial, fiscal, flight, for_, from, full, fy, he, highway, hit,
  hong, in, into, is, it, just, kong, lasted, lasting, lasts, least, light,
  local, magnitude, metric, minus, model, more, multi, nautical, nearly, new_,
  no, not_, number, o, of, old, on, only, or_, over, page, per, percentage,
  period, plus, point, points, post, pre, reach, reached, resolution, richter,
  room, roughly, route, s, scale, section, she, since, singapore, single, so,
  some, spend, spent, square, standard, sterling, straight, swiss, take, takes,
  than, the, through, throughout, till, time, to, took, top, toward, towards,
  turned, under, until, up, us, was, were, whole, with, within, zealand,
};

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_GLUE_HPP_
