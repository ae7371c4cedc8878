// SPDX-License-Identifier: Apache-2.0
// renamed.hpp - annotated documents again, with other names in them.
//
// Idea: a model learns by heart what the persons, towns and bodies of its
// texts are called, and is then read on a world of other ones. A copy of a
// document in which every name of a person, place or body is another one, the
// same throughout, leaves only what stands around the names and how names are
// built to learn from. Half of the new persons are from the lists of the model,
// half are made of parts of two of them, so that being on no list is common;
// half of the places stay what they are, since places are known by heart. The
// last word of a longer name may become another one of its kind: a stadium an
// airport, a festival a summit.
#ifndef COPYDESK_SRC_TRAIN_RENAMED_HPP_
#define COPYDESK_SRC_TRAIN_RENAMED_HPP_

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "train/names_corpus.hpp"
#include "train/random_numbers.hpp"

namespace copydesk::train {

class name_changer {
 public:
  // Reads the lists in `folder` (src/data); bodies are also those that the
  // corpora annotate.
  name_changer(const std::string& folder,
               const std::vector<names_corpus>& corpora);

  // The document with other names; spans keep their types.
  names_document change(const names_document& d, random_numbers& random) const;

 private:
  struct changes;
  std::string any(const std::vector<std::string>& list,
                  random_numbers& random) const;
  std::string other_word(const std::vector<std::string>& list,
                         random_numbers& random) const;
  std::string other_person(const std::string& name, changes& c,
                           random_numbers& random) const;
  std::string other_place(const std::string& name,
                          random_numbers& random) const;
  std::string other_body(const std::string& name, random_numbers& random) const;
  std::string other_parts(const std::string& name, std::uint64_t type,
                          random_numbers& random) const;

  std::vector<std::string> given_, surnames_, cities_, countries_, bodies_,
      short_bodies_;
  // Words that names of one type alone end with.
  std::map<std::uint64_t, std::vector<std::string>> heads_;
  std::unordered_set<std::string> is_country_, is_place_, is_surname_;
};

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_RENAMED_HPP_
