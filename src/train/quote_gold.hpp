// SPDX-License-Identifier: Apache-2.0
// quote_gold.hpp - annotated quotations laid over the tokens of the library.
#ifndef COPYDESK_SRC_TRAIN_QUOTE_GOLD_HPP_
#define COPYDESK_SRC_TRAIN_QUOTE_GOLD_HPP_

#include <vector>

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"
#include "train/corpus.hpp"

namespace copydesk::train {

// An annotated quotation in tokens.
struct gold_tokens {
  std::vector<quotes::token_range> content;
  quotes::token_range source, cue;
  bool speech = true;
};

// With `objects` the content of "urged members to vote", "accused the firm of
// lying" begins behind the cue: some annotators leave out who is meant, others
// do not. O(log tokens + tokens of the quotation).
gold_tokens in_tokens(const quotes::reading& r, const gold_quote& q,
                      bool objects);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_QUOTE_GOLD_HPP_
