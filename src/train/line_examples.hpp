// SPDX-License-Identifier: Apache-2.0
// line_examples.hpp - lines of pages and of texts, with the kinds they may be.
#ifndef COPYDESK_SRC_TRAIN_LINE_EXAMPLES_HPP_
#define COPYDESK_SRC_TRAIN_LINE_EXAMPLES_HPP_

#include <memory>
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

// A text that examples stand in, those [first, end), in order.
struct line_document {
  std::unique_ptr<std::string> text;
  text::laid_text laid;
  std::size_t first = 0, end = 0;
  unsigned part = 0;  // documents with one number are read together
};

struct line_examples {
  std::vector<example> all;
  std::vector<line_document> documents;
};

// Lines of pages of our own, as they stand on their page and alone between
// paragraphs of text; and, as text, what stands in open news texts.
line_examples read_line_examples(const job& j);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LINE_EXAMPLES_HPP_
