// SPDX-License-Identifier: Apache-2.0
// part.hpp - a part of the model, and how it is made.
//
// Idea: each room that learns has one file train_ROOM.cpp with a function that
// reads its data sets, learns and sets its sections; a registrar at namespace
// scope names it. copydesk-train runs the parts that were asked for and copies
// the sections of the others from the base model.
//
//     static void train(const job& j, learned::model_writer& out) { ... }
//     static const register_part quotes({"quotes", "cues, contents, sources",
//                                        {"QUOT", "CUES"}, train, nullptr});
#ifndef COPYDESK_SRC_TRAIN_PART_HPP_
#define COPYDESK_SRC_TRAIN_PART_HPP_

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "copydesk/model.hpp"
#include "model/model_writer.hpp"

namespace copydesk::train {

// What the command line asked for.
struct job {
  std::string data;     // folder of the JSON Lines files, with a slash
  std::string sources;  // folder of the lexicons (src/data), with a slash
  std::uint64_t seed = 1;
  float scale = 1;                   // passes over the data, times this
  std::vector<std::string> options;  // --set NAME=VALUE, for experiments
  std::function<void(const std::string&)> tell;  // progress, one line

  // The value given to NAME by --set, or `otherwise`.
  double option(const std::string& name, double otherwise) const;
};

struct part {
  const char* name;  // of --only
  const char* summary;
  std::vector<const char*> tags;  // its sections
  void (*train)(const job&, learned::model_writer&);
  // Prints scores of a finished model on the development sets; may be null.
  void (*score)(const job&, const model&, std::ostream&);
};

struct register_part {
  explicit register_part(part p);
};

// In the order in which they are learned.
const std::vector<part>& parts();

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_PART_HPP_
