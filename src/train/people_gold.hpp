// SPDX-License-Identifier: Apache-2.0
// people_gold.hpp - gold annotation as what the room people reads, and what
// it should answer.
#ifndef COPYDESK_SRC_TRAIN_PEOPLE_GOLD_HPP_
#define COPYDESK_SRC_TRAIN_PEOPLE_GOLD_HPP_

#include <memory>
#include <string>
#include <vector>

#include "copydesk/model.hpp"
#include "people/discourse.hpp"
#include "people/people.hpp"
#include "people/roles.hpp"
#include "people/speakers.hpp"
#include "train/corpus.hpp"

namespace copydesk::train {

// Who said it, one entry of speakers_dev.
struct gold_speaker {
  span source;
  std::vector<std::vector<span>> contents;
  std::string name, kind;
  bool pronoun = false, quoted = false, sure = false;
};

// A pronoun and two names, of the GAP sets.
struct gold_pair {
  span pronoun, a, b;
  bool a_coref = false, b_coref = false;
  std::string title;  // of the page
};

struct people_document {
  gold_document gold;
  std::vector<gold_speaker> speakers;
  bool has_pair = false;
  gold_pair pair;
  std::vector<std::size_t> quote_of;  // a quotation: index into gold.quotes

  text::laid_text laid;  // borrows gold.text
  entities::entities found;
  quotes::quotes said;
};

// Reads a set and lays it out. Entities and quotations are gold where the
// set has them, else what the model finds. Documents do not move.
// `headline`: GAP's titles of pages go before the text.
std::vector<std::unique_ptr<people_document>> read_people(
    const std::string& path, const model& m, bool headline = false);

// What the room made of a document, with all that lies between.
struct people_trace {
  people::reading read;
  people::identities who;
  people::discourse said;
  std::vector<people::attribution> speakers;
  std::vector<people::decision> decisions;
};
people_trace trace_people(const people_document& d,
                          const people::weight_table& weights);

// 2: equal names after case, titles and middle initials are put aside; 1: one
// is the end or the head of the other; 0: neither.
int same_name(const std::string& a, const std::string& b);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_PEOPLE_GOLD_HPP_
