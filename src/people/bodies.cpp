// SPDX-License-Identifier: Apache-2.0
// bodies.cpp - see bodies.hpp.
//
// Idea: two sorted lists of words, one of nouns, one of what stands in names.
// Cost: a binary search a word. Source: src/data/bodies.tsv.
#include "people/bodies.hpp"

#include <algorithm>
#include <iterator>

namespace copydesk::people {
namespace {

using s = body_sort;

struct sorted_word {
  std::string_view text;
  body_sort sort;
};

#include "people/bodies.inc"

template <std::size_t N>
body_sort sort_in(const sorted_word (&in)[N], std::string_view w) {
  const auto at = std::lower_bound(
      std::begin(in), std::end(in), w,
      [](const sorted_word& x, std::string_view y) { return x.text < y; });
  return at != std::end(in) && at->text == w ? at->sort : s::unknown;
}

struct sorts {
  body_sort noun, name;
};
// Besides equal ones.
constexpr sorts agreeing[] = {
    {s::agency, s::wire},     {s::government, s::place},
    {s::group, s::party},     {s::group, s::company},
    {s::group, s::team},      {s::press, s::wire},
    {s::group, s::assembly},  {s::assembly, s::group},
    {s::agency, s::ministry}, {s::ministry, s::agency},
    {s::school, s::group},    {s::group, s::school},
    {s::group, s::agency},    {s::group, s::force},
};

}  // namespace

body_sort sort_of_noun(std::string_view folded) {
  return sort_in(nouns, folded);
}

body_sort sort_of_name(const std::vector<std::string>& words,
                       entity_type type) {
  if (type == entity_type::gpe || type == entity_type::loc) return s::place;
  for (std::size_t i = words.size(); i-- > 0;) {
    const body_sort found = sort_in(name_parts, words[i]);
    if (found != s::unknown) return found;
  }
  return s::unknown;
}

int sorts_agree(body_sort noun, body_sort name) {
  if (noun == s::unknown) return 0;
  if (name == s::unknown) return noun == s::place ? -1 : 0;
  if (noun == name) return 1;
  for (const sorts& it : agreeing) {
    if (it.noun == noun && it.name == name) return 1;
  }
  return -1;
}

}  // namespace copydesk::people
