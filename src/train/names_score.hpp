// SPDX-License-Identifier: Apache-2.0
// names_score.hpp - strict scores of the names tagger on measuring sets.
#ifndef COPYDESK_SRC_TRAIN_NAMES_SCORE_HPP_
#define COPYDESK_SRC_TRAIN_NAMES_SCORE_HPP_

#include <iosfwd>

#include "train/part.hpp"

namespace copydesk::train {

// Span and type have to be right. Sets of other types than ours are scored on
// PERSON, ORG and PLACE. A quick look while training; the ledger in
// bench/accuracy is made with the whole command.
void score_names(const job& j, const model& m, std::ostream& out);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_NAMES_SCORE_HPP_
