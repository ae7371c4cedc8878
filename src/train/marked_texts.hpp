// SPDX-License-Identifier: Apache-2.0
// marked_texts.hpp - texts with quotations and names marked in them.
//
// Lines that begin with '#' are passed over. <s1>, <k1> and <c1> open source,
// cue and content of the text's quotation 1, </s1> and so on close them; a
// source of two quotations is <s1,2>. Content may have several pieces. In
// articles, [PERSON Ana Kolar] is a name of that type and [T Dr] a title;
// there are no brackets but these. Marks of both kinds are nested.
#ifndef COPYDESK_SRC_TRAIN_MARKED_TEXTS_HPP_
#define COPYDESK_SRC_TRAIN_MARKED_TEXTS_HPP_

#include <string>
#include <vector>

#include "train/corpus.hpp"

namespace copydesk::train {

// Reads a file in which a block of lines is a text, an empty line stands
// between two, and quotations alone are marked. One that is missing, or has
// marks that do not match, ends the program with a message.
std::vector<gold_document> read_quote_examples(const std::string& path);

// The same for a file in which "=== name" begins a text, and names and titles
// are marked, too.
std::vector<gold_document> read_articles(const std::string& path);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_MARKED_TEXTS_HPP_
