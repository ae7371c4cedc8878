// SPDX-License-Identifier: Apache-2.0
// Idea and cost: see the header. A word is found by halving the sorted table.
#include "quotes/german_lists.hpp"

#include <algorithm>
#include <iterator>

namespace copydesk::quotes {
namespace {

struct german_word {
  std::string_view spelled;
  std::uint64_t lists;  // a bit for each list that has it
};

struct german_end {
  std::string_view letters;
  german_ending list;
};

#include "quotes/german_lists.inc"

}  // namespace

bool is_in(std::string_view s, german_list list) {
  const german_word* w = std::lower_bound(
      std::begin(german_words), std::end(german_words), s,
      [](const german_word& a, std::string_view b) { return a.spelled < b; });
  return w != std::end(german_words) && w->spelled == s &&
         (w->lists >> static_cast<unsigned>(list) & 1) != 0;
}

bool ends_as(std::string_view s, german_ending list) {
  for (const german_end& e : german_ends) {
    if (e.list == list && s.size() >= e.letters.size() &&
        s.substr(s.size() - e.letters.size()) == e.letters) {
      return true;
    }
  }
  return false;
}

}  // namespace copydesk::quotes
