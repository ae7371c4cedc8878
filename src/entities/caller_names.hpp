// SPDX-License-Identifier: Apache-2.0
// caller_names.hpp - finds the names of a caller's gazetteer.
#ifndef COPYDESK_SRC_ENTITIES_CALLER_NAMES_HPP_
#define COPYDESK_SRC_ENTITIES_CALLER_NAMES_HPP_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "copydesk/gazetteer.hpp"
#include "entities/entities.hpp"
#include "entities/words.hpp"

namespace copydesk {
inline namespace v1 {

struct gazetteer::data {
  struct entry {
    bool is_name = false;  // else longer names begin with it
    bool goes_on = false;
    entity_type type = entity_type::person;
    std::string id;
  };
  // By the hashes of the tokens as spelled; see entities/gazetteer.hpp.
  std::unordered_map<std::uint64_t, entry> phrases;
  std::size_t names = 0;
};

}  // namespace v1
}  // namespace copydesk

namespace copydesk::entities {

// The longest names from left to right, of confidence 1, their ids as values.
// O(tokens * limits::max_caller_phrase) at worst.
std::vector<mention> find_caller_names(const words& all, const gazetteer& g);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_CALLER_NAMES_HPP_
