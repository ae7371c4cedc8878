// SPDX-License-Identifier: Apache-2.0
// table.cpp - reads and writes table sections.
//
// Idea: lines are filled to five eighths on average; the writer takes more of
// them until no key is more than max_probe lines from home, so a reader never
// has to look further, whatever the bytes are.
#include "model/table.hpp"

#include <algorithm>

namespace copydesk::learned {
namespace {

constexpr std::size_t head = 64;
constexpr std::size_t lanes = 16;
constexpr std::size_t mean_keys = 10;  // of a line

struct line {
  std::uint16_t prints[lanes] = {};
  std::uint16_t values[lanes] = {};
  std::size_t used = 0;
};

bool fill(const std::vector<std::pair<std::uint64_t, std::uint16_t>>& pairs,
          std::vector<line>& lines) {
  for (const auto& [key, value] : pairs) {
    std::size_t at = line_of(key, static_cast<std::uint32_t>(lines.size()));
    std::uint32_t i = 0;
    while (lines[at].used == lanes && i < table::max_probe) {
      at = at + 1 == lines.size() ? 0 : at + 1;
      ++i;
    }
    if (i == table::max_probe) return false;
    line& l = lines[at];
    l.prints[l.used] = print_of(key);
    l.values[l.used++] = value;
  }
  return true;
}

}  // namespace

result<table> table::read(std::string_view section) {
  const byte* p = reinterpret_cast<const byte*>(section.data());
  if (section.size() < head) {
    return failure{errc::bad_model, section.size(), "table cut short"};
  }
  if (load32(p) != 2) {
    return failure{errc::bad_model, 0, "unknown kind of table"};
  }
  const std::uint32_t lines = load32(p + 4);
  if (lines < 1 || lines > max_lines) {
    return failure{errc::bad_model, 4, "table size out of range"};
  }
  for (std::size_t i = 8; i < head; ++i) {
    if (p[i] != 0) return failure{errc::bad_model, i, "table head not zero"};
  }
  if (section.size() != head + lines * line_size) {
    return failure{errc::bad_model, 4, "table size does not fit its section"};
  }
  table t;
  t.start_ = p + head;
  t.lines_ = lines;
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
  std::size_t count = kept.size() / mean_keys + 1;
  std::vector<line> lines(count);
  while (!fill(kept, lines)) {
    count += count / 8 + 1;
    lines.assign(count, {});
  }
  std::string out;
  put(out, 2, 4);
  put(out, count, 4);
  out.append(head - 8, '\0');
  for (const line& l : lines) {
    for (const std::uint16_t x : l.prints) put(out, x, 2);
    for (const std::uint16_t x : l.values) put(out, x, 2);
  }
  return out;
}

}  // namespace copydesk::learned
