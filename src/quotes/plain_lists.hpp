// SPDX-License-Identifier: Apache-2.0
// plain_lists.hpp - the lists of words that rules ask for by name.
//
// Which words are in which list stands in src/data/plain_lists.tsv, from
// which the tables are made (make_plain_lists.py). Words are compared as they
// are spelled, byte by byte: a list has both cases of a word where both count.
#ifndef COPYDESK_SRC_QUOTES_PLAIN_LISTS_HPP_
#define COPYDESK_SRC_QUOTES_PLAIN_LISTS_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::quotes {

#include "quotes/plain_list_names.inc"

// Whether the list has the word. O(log of the words of all lists).
bool is_in(std::string_view s, plain_list list);

// Whether the word ends as one of the list does; it may be the end itself.
// O(ends of all lists).
bool ends_as(std::string_view s, plain_ending list);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PLAIN_LISTS_HPP_
