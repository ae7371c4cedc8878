// SPDX-License-Identifier: Apache-2.0
// table.cpp - reads and writes table sections.
//
// Idea: linear probing at a load of at most one half; the writer doubles the
// table until no key is more than max_probe slots from home, so a reader
// never has to look further, whatever the bytes are.
#include "model/table.hpp"

#include <algorithm>

namespace copydesk::learned {
namespace {

constexpr std::size_t head = 16;
constexpr int max_log = 22;

bool fill(const std::vector<std::pair<std::uint64_t, std::uint16_t>>& pairs,
          int log, std::vector<std::uint32_t>& slots) {
  slots.assign(std::size_t{1} << log, 0);
  for (const auto& [key, value] : pairs) {
    std::size_t slot = static_cast<std::size_t>(key >> (64 - log));
    std::uint32_t i = 0;
    while (slots[slot] != 0 && i < table::max_probe) {
      slot = (slot + 1) & (slots.size() - 1);
      ++i;
    }
    if (i == table::max_probe) return false;
    slots[slot] = static_cast<std::uint32_t>(key & 0xffff) << 16 | value;
  }
  return true;
}

}  // namespace

result<table> table::read(std::string_view section) {
  const byte* p = reinterpret_cast<const byte*>(section.data());
  if (section.size() < head) {
    return failure{errc::bad_model, section.size(), "table cut short"};
  }
  if (load32(p) != 1) {
    return failure{errc::bad_model, 0, "unknown kind of table"};
  }
  const std::uint32_t log = load32(p + 4);
  if (log < 1 || log > max_log) {
    return failure{errc::bad_model, 4, "table size out of range"};
  }
  if (load64(p + 8) != 0) {
    return failure{errc::bad_model, 8, "table head not zero"};
  }
  if (section.size() != head + (std::size_t{4} << log)) {
    return failure{errc::bad_model, 4, "table size does not fit its section"};
  }
  table t;
  t.slots_ = p + head;
  t.mask_ = (std::uint64_t{1} << log) - 1;
  t.shift_ = 64 - static_cast<int>(log);
  return t;
}

std::string write_table(
    std::vector<std::pair<std::uint64_t, std::uint16_t>> pairs) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](auto& a, auto& b) { return a.first < b.first; });
  std::vector<std::pair<std::uint64_t, std::uint16_t>> kept;
  for (const auto& p : pairs) {
    if (!kept.empty() && kept.back().first == p.first) kept.pop_back();
    kept.push_back(p);
  }
  kept.erase(std::remove_if(kept.begin(), kept.end(),
                            [](auto& p) { return p.second == 0; }),
             kept.end());
  int log = 1;
  while ((std::size_t{1} << log) < 2 * kept.size()) ++log;
  std::vector<std::uint32_t> slots;
  while (!fill(kept, log, slots)) ++log;
  std::string out;
  put(out, 1, 4);
  put(out, static_cast<std::uint64_t>(log), 4);
  put(out, 0, 8);
  for (const std::uint32_t s : slots) put(out, s, 4);
  return out;
}

}  // namespace copydesk::learned
