// SPDX-License-Identifier: Apache-2.0
// line_score.hpp - what a line of a page is, by learned weights.
//
// The phrases of page_lines.tsv know the furniture that somebody wrote down;
// here the words, their neighbours, the shape of a line and its place are
// weighed, so that lines nobody thought of are told, too.
#ifndef COPYDESK_SRC_TEXT_LINE_SCORE_HPP_
#define COPYDESK_SRC_TEXT_LINE_SCORE_HPP_

#include "text/line_context.hpp"
#include "text/line_features.hpp"
#include "text/page_lines.hpp"

namespace copydesk::text {

// What an English paragraph, of at most line_symbols::most tokens, weighs by
// itself. O(1).
line_sum weigh_line(const line_symbols& line, const line_place& place);

// Its kind, beside its neighbours. O(1).
line_verdict verdict_in_context(const line_sum& sum, const line_place& place,
                                const line_context& context);

// A hash that is the same on every machine.
std::uint32_t line_hash(std::string_view text);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LINE_SCORE_HPP_
