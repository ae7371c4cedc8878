// SPDX-License-Identifier: Apache-2.0
// people_score.hpp - how often the room people is right.
#ifndef COPYDESK_SRC_TRAIN_PEOPLE_SCORE_HPP_
#define COPYDESK_SRC_TRAIN_PEOPLE_SCORE_HPP_

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "train/part.hpp"
#include "train/people_gold.hpp"

namespace copydesk::train {

// Which candidates of a decision are right by the annotation.
class gold_answers {
 public:
  gold_answers(const people_document& d, const people_trace& t);
  // False if the annotation says nothing of this decision.
  bool right_candidates(const people::decision& made,
                        std::vector<bool>& right) const;

 private:
  bool by_speaker(const people::decision& made, std::vector<bool>& r) const;
  bool by_pair(const people::decision& made, std::vector<bool>& r) const;
  bool by_cluster(const people::decision& made, std::vector<bool>& r) const;
  int cluster_of(text::clean_span s) const;
  text::clean_span place_of(const people::candidate& c) const;

  const people_document& d_;
  const people_trace& t_;
  std::map<std::uint32_t, std::size_t> source_at_;  // token -> quotation
};

// GUM genres whose texts are free, and every other set.
bool may_learn_from(const std::string& id);

// Prints the scores on all sets of the job. --set errors=N: and N errors.
void score_people(const job& j, const model& m, std::ostream& out);

// The same with other weights than those in the library.
void score_weights(const job& j, const model& m,
                   const people::weight_table& weights, std::ostream& out);

// A pronoun and two names: document i by the weights i % folds.
void score_folds(const job& j,
                 const std::vector<std::unique_ptr<people_document>>& docs,
                 std::size_t folds,
                 const std::vector<people::weight_table>& weights,
                 const std::string& what, std::ostream& out);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_PEOPLE_SCORE_HPP_
