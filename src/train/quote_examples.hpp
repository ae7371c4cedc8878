// SPDX-License-Identifier: Apache-2.0
// quote_examples.hpp - texts with quotations marked in them.
//
// A block of lines is a text; an empty line stands between two, and lines that
// begin with '#' are passed over. <s1>, <k1> and <c1> open source, cue and
// content of the text's quotation 1, </s1> and so on close them; a source of
// two quotations is <s1,2>. Spans are nested; content may have several pieces.
#ifndef COPYDESK_SRC_TRAIN_QUOTE_EXAMPLES_HPP_
#define COPYDESK_SRC_TRAIN_QUOTE_EXAMPLES_HPP_

#include <string>
#include <vector>

#include "train/corpus.hpp"

namespace copydesk::train {

// Reads a file; one that is missing, or has tags that do not match, ends the
// program with a message.
std::vector<gold_document> read_quote_examples(const std::string& path);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_QUOTE_EXAMPLES_HPP_
