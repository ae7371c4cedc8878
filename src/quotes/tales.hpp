// SPDX-License-Identifier: Apache-2.0
// tales.hpp - what marks enclose in tales, where people talk in turn and most
// turns have no cue.
//
// Idea: news is full of bodies, nations and dates; a text with few of them and
// several pairs of marks is a tale. There a sentence in marks is speech however
// short, and the next paragraph's is somebody else's.
#ifndef COPYDESK_SRC_QUOTES_TALES_HPP_
#define COPYDESK_SRC_QUOTES_TALES_HPP_

#include <cstdint>
#include <vector>

#include "quotes/reading.hpp"

namespace copydesk::quotes {

class tales {
 public:
  // O(tokens + pairs). `r` must outlive the object.
  explicit tales(const reading& r);

  bool is_tale() const noexcept { return tale_; }

  // Whether a paragraph has so many quotations that it must be several turns:
  // a text that has lost its line ends. O(1).
  bool packed(std::uint32_t paragraph) const;

  // Whether a pair of a tale is speech: it begins and stops as a sentence.
  // O(1).
  bool speaks(const pair& q) const;

 private:
  const reading& r_;
  bool tale_ = false;
  std::vector<std::uint32_t> pairs_in_;  // one a paragraph
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_TALES_HPP_
