// SPDX-License-Identifier: Apache-2.0
#include "train/part.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace copydesk::train {
namespace {

std::vector<part>& all_parts() {
  static std::vector<part> all;
  return all;
}

}  // namespace

register_part::register_part(part p) {
  std::vector<part>& all = all_parts();
  const auto at = std::find_if(all.begin(), all.end(), [&](const part& q) {
    return std::strcmp(p.name, q.name) < 0;
  });
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
