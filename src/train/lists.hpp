// SPDX-License-Identifier: Apache-2.0
// lists.hpp - the lists of names in src/data, packed for the model.
#ifndef COPYDESK_SRC_TRAIN_LISTS_HPP_
#define COPYDESK_SRC_TRAIN_LISTS_HPP_

#include <functional>
#include <string>

namespace copydesk::train {

// Tells of each entry of a TSV file its name and, as they stand, the kinds
// behind the tab.
void read_entries(
    const std::string& path,
    const std::function<void(const std::string&, const std::string&)>& take);

// The bytes of section GAZE from the TSV files of `folder` (with a slash);
// see entities/gazetteer.hpp.
std::string read_lists(const std::string& folder);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LISTS_HPP_
