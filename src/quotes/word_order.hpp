// SPDX-License-Identifier: Apache-2.0
// word_order.hpp - what the order of words tells where the labels of a cue are
// silent or took one thing for another.
//
// The window is that of the cue; ranges are half-open, in tokens of r.laid, and
// stay inside it. The functions keep nothing and own nothing; attribution.cpp
// is the only user. Each is O(units of the window).
#ifndef COPYDESK_SRC_QUOTES_WORD_ORDER_HPP_
#define COPYDESK_SRC_QUOTES_WORD_ORDER_HPP_

#include "quotes/attribution.hpp"
#include "quotes/features.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// The labels have no content, or no more than where and to whom it was said
// ("..., he told The Herald"), but the cue is sure: "..., she said." and "...,
// said Kern" tell what stands before the comma, "according to her, ..." what
// stands after it, "she said ..." what follows. What is told is taken off the
// source: "The road is closed, two officials". Nothing without a source.
void fill_by_word_order(const reading& r, const window& w, attribution& out);

// "Road will open in May, says mayor": a headline, whose last words were taken
// for what was said.
void turn_around(const reading& r, const window& w, attribution& out);

// "The latest test, the ministry said, was its biggest", "If it rains, she
// said, they will wait": what stands before an attribution between commas goes
// on behind it.
void take_subject(const reading& r, const window& w, attribution& out);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_WORD_ORDER_HPP_
