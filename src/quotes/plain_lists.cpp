// SPDX-License-Identifier: Apache-2.0
// Idea and cost: see the header. A word is found by halving the sorted table.
#include "quotes/plain_lists.hpp"

#include <algorithm>
#include <iterator>

namespace copydesk::quotes {
namespace {

struct listed_word {
  std::string_view spelled;
  std::uint64_t lists;  // a bit for each list that has it
};

struct listed_end {
  std::string_view letters;
  plain_ending list;
};

#include "quotes/plain_lists.inc"

}  // namespace

bool is_in(std::string_view s, plain_list list) {
  const listed_word* w = std::lower_bound(
      std::begin(listed_words), std::end(listed_words), s,
      [](const listed_word& a, std::string_view b) { return a.spelled < b; });
  return w != std::end(listed_words) && w->spelled == s &&
         (w->lists >> static_cast<unsigned>(list) & 1) != 0;
}

bool ends_as(std::string_view s, plain_ending list) {
  for (const listed_end& e : listed_ends) {
    if (e.list == list && s.size() >= e.letters.size() &&
        s.substr(s.size() - e.letters.size()) == e.letters) {
      return true;
    }
  }
  return false;
}

}  // namespace copydesk::quotes
