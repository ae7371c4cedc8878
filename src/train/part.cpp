// SPDX-License-Identifier: Apache-2.0
#include "train/part.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace copydesk::train {
namespace {

std::vector<part>& all_parts() {
  static std::vector<part> all;
  return all;
}

// Each part reads what those before it have made: the names tagger the
// clusters, titles the names, quotations both.
constexpr const char* order[] = {"clusters", "lists",    "entities",
                                 "titles",   "quotes",   "samples",
                                 "people",   "dialogue", "lines"};

std::size_t rank(const char* name) {
  const auto at = std::find_if(
      std::begin(order), std::end(order),
      [&](const char* one) { return std::strcmp(one, name) == 0; });
  return static_cast<std::size_t>(at - std::begin(order));
}

// Parts that the order does not know come last, by name.
bool before(const part& a, const part& b) {
  const std::size_t x = rank(a.name), y = rank(b.name);
  return x != y ? x < y : std::strcmp(a.name, b.name) < 0;
}

}  // namespace

register_part::register_part(part p) {
  std::vector<part>& all = all_parts();
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const part& q) { return before(p, q); });
  all.insert(at, std::move(p));
}

const std::vector<part>& parts() { return all_parts(); }

double job::option(const std::string& name, double otherwise) const {
  for (const std::string& o : options) {
    if (o.size() > name.size() && o[name.size()] == '=' &&
        o.compare(0, name.size(), name) == 0) {
      return std::strtod(o.c_str() + name.size() + 1, nullptr);
    }
  }
  return otherwise;
}

}  // namespace copydesk::train
