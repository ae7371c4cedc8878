// SPDX-License-Identifier: Apache-2.0
// lists.hpp - the lists of names in src/data, packed for the model.
#ifndef COPYDESK_SRC_TRAIN_LISTS_HPP_
#define COPYDESK_SRC_TRAIN_LISTS_HPP_

#include <string>

namespace copydesk::train {

// The bytes of section GAZE from the TSV files of `folder` (with a slash);
// see entities/gazetteer.hpp.
std::string read_lists(const std::string& folder);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LISTS_HPP_
