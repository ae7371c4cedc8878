// SPDX-License-Identifier: Apache-2.0
// line_context.hpp - what is around a line, once all were looked at.
//
// The second look: what the neighbours seem to be by themselves, whether the
// headline and the author stand above, whether a name of an author is in the
// line. Its weights are added to what the line weighs by itself. The library
// and the trainer read the same features here.
#ifndef COPYDESK_SRC_TEXT_LINE_CONTEXT_HPP_
#define COPYDESK_SRC_TEXT_LINE_CONTEXT_HPP_

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/line_features.hpp"

namespace copydesk::text {

struct line_context {
  paragraph_kind own = paragraph_kind::body;  // at the first look
  line_scores sum{};
  std::array<line_look, 2> before{}, after{};  // the nearest first
  std::uint8_t above = 0;    // bits of the kinds that stand above
  std::uint8_t author = 0;   // how an author of the page is in the line
  std::uint8_t address = 0;  // 1 an address, 2 one with an author's name
  std::uint32_t head = 0;    // the first word after those with capitals

  void note(paragraph_kind k) {
    above = static_cast<std::uint8_t>(above | 1U << static_cast<unsigned>(k));
  }
  // By the bits of page_authors::in; `shortly`: the line begins with a word of
  // an author's name. Of credited authors: 1 a name alone, 2 at the beginning,
  // 3 one word of it, 4 further on; of names that stand alone elsewhere 5, 6
  // and 8, of others 9, 10 and 12: alone, at the beginning, further on.
  void set_author(std::uint8_t bits, bool shortly) {
    const unsigned from = (bits & 1U) != 0 ? 0 : (bits & 2U) != 0 ? 4 : 8;
    unsigned how = (bits & 16U) != 0 ? 1 : (bits & 8U) != 0 ? 2 : 4;
    if (bits == 0 || (from > 0 && shortly)) how = shortly ? 3 : 0;
    author = static_cast<std::uint8_t>(how == 0 || how == 3 ? how : from + how);
  }
  // The margins for the line, of those for all.
  line_margins margins(line_margins of, const line_place& p) const {
    if ((author > 0 && author < 5) || p.ruled == paragraph_kind::byline)
      of.byline = of.credited;
    return of;
  }
  void set_head(const line_symbols& line) {
    std::uint32_t run = 0;
    while (run < line.size() && line.at(run).shape >= 'A' &&
           line.at(run).shape <= 'Z')
      ++run;
    head = run < line.size() && run > 0 ? line.at(run).word : 0;
  }
};

namespace line_feature {

// A score of the first look, in sixteens.
constexpr std::uint32_t step(std::int32_t score) {
  return static_cast<std::uint32_t>(std::clamp(score / 16, -6, 6) + 8);
}

template <class Add>
void of_context(const line_context& c, const line_place& p, Add add) {
  const auto own = static_cast<std::uint32_t>(c.own);
  const auto look = static_cast<std::uint32_t>(p.itself);
  const std::uint32_t self = own * 8 + look;
  const std::uint32_t above = (c.above >> 1) & 7U;  // headline, date, author
  const std::uint32_t place = above * 4 + p.zone;
  add(plain('1', self));
  add(plain('2', own * 16 + step(c.sum[3])));
  add(plain('3', own * 16 + step(c.sum[5])));
  add(joined(plain('4', own), place));
  add(joined(plain('5', look), place));
  const auto near = [&](char what, line_look a, line_look b) {
    add(joined(plain(what, a, b), own + 64));
    add(joined(plain(what, a, b), look));
  };
  near('B', c.before[0], line_look::edge);
  near('A', c.after[0], line_look::edge);
  near('b', c.before[0], c.before[1]);
  near('a', c.after[0], c.after[1]);
  near('N', c.before[0], c.after[0]);
  add(joined(plain('O', c.before[0], c.after[0]), place));
  if (c.address != 0) {
    add(joined(plain('M', c.address), self));
    add(joined(plain('m', c.address), place));
  }
  if (c.author == 0) return;
  add(plain('W', c.author));
  add(joined(plain('w', c.author), self));
  add(joined(plain('X', c.author), place));
  add(joined(plain('x', c.author), static_cast<std::uint32_t>(c.before[0])));
  add(joined(plain('y', c.author), static_cast<std::uint32_t>(c.after[0])));
  if (c.head != 0) {
    add(joined(plain('V', c.author), c.head));
    add(joined(plain('v', c.author < 5), c.head));
  }
}

}  // namespace line_feature

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LINE_CONTEXT_HPP_
