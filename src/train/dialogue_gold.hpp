// SPDX-License-Identifier: Apache-2.0
// dialogue_gold.hpp - tales and news with who says each turn, read as the
// library reads them.
#ifndef COPYDESK_SRC_TRAIN_DIALOGUE_GOLD_HPP_
#define COPYDESK_SRC_TRAIN_DIALOGUE_GOLD_HPP_

#include <memory>
#include <string>
#include <vector>

#include "people/dialogue.hpp"
#include "train/people_gold.hpp"

namespace copydesk::train {

using people::conversation;

struct talk_sample {
  conversation talk;
  std::vector<std::vector<bool>> right;  // a turn, a voice; empty: not known
  float weight = 1;
};

struct talk_document {
  std::string id, text;
  std::unique_ptr<people_document> read;
  std::unique_ptr<people_trace> trace;
  talk_sample made;
};

struct gold_turn {
  std::vector<span> content;
  std::string speaker;  // an id, the same for one speaker
  std::string name;     // what it is called
};

struct gold_tale {
  std::string id, text;
  std::vector<gold_turn> turns;
};

// The tales of a set with speaker_id, or the texts of one with speaker_name.
std::vector<gold_tale> read_tales(const std::string& path);

// A sentence a line is no paragraph: line ends become spaces.
void without_lines(gold_tale& t);

// Sets a line end where another speaker begins, before the sentence that
// leads to the turn if it names the speaker.
void with_paragraphs(gold_tale& t);

// Lays the text out by the model and says which voices are right.
talk_document make_talk(const gold_tale& gold, const model& m, float weight);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_DIALOGUE_GOLD_HPP_
