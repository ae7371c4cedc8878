// SPDX-License-Identifier: Apache-2.0
// line_examples.hpp - lines of pages and of texts, with the kinds they may be.
#ifndef COPYDESK_SRC_TRAIN_LINE_EXAMPLES_HPP_
#define COPYDESK_SRC_TRAIN_LINE_EXAMPLES_HPP_

#include <string>
#include <vector>

#include "text/kinds.hpp"
#include "train/part.hpp"

namespace copydesk::train {

using kind_set = unsigned;  // a bit a paragraph_kind
constexpr kind_set only(paragraph_kind k) {
  return 1U << static_cast<unsigned>(k);
}

struct example {
  text::weighed_line line;
  kind_set right = 0;
  float weight = 1;
  int fold = -1;     // of our own lines
  char where = ' ';  // p on its page, a alone, l of a list; what is scored
  std::string text, file;  // of our own lines
};

// Lines of pages of our own, as they stand on their page and alone between
// paragraphs of text; and, as text, what stands in open news texts.
std::vector<example> read_line_examples(const job& j);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LINE_EXAMPLES_HPP_
