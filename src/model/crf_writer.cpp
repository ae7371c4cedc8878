// SPDX-License-Identifier: Apache-2.0
// crf_writer.cpp - the writing side of crf.cpp.
//
// Idea: rows are ordered by the line of the index that they belong to, so that
// a line needs the number of its first row alone. A line has room for 30, and
// two thirds of that are filled on average: of one that would have more, and
// of two features that look alike in it, those of least weight are left out,
// about one feature in a thousand.
#include "model/crf_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "model/bytes.hpp"
#include "model/crf.hpp"
#include "model/lanes.hpp"

namespace copydesk::learned {
namespace {

void fill_up(std::string& out) {
  while (out.size() % 64 != 0) out.push_back('\0');
}

constexpr std::size_t mean_rows = 20;  // of a line

struct placed {
  std::size_t line;
  int weight;  // how much its row can change, at most
  std::uint64_t feature;
  std::size_t row;
};

// The rows that are kept, line by line; in a line, the weightiest first.
std::vector<placed> place(const crf_weights& w, std::uint32_t lines) {
  const std::size_t labels = w.labels.size();
  std::vector<placed> all;
  for (std::size_t r = 0; r < w.features.size(); ++r) {
    int weight = 0;
    for (std::size_t i = 0; i < labels; ++i) {
      weight = std::max(weight, std::abs(int{w.rows[r * labels + i]}));
    }
    all.push_back({line_of(w.features[r], lines), weight, w.features[r], r});
  }
  std::sort(all.begin(), all.end(), [](const placed& a, const placed& b) {
    if (a.line != b.line) return a.line < b.line;
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.feature < b.feature;
  });
  std::vector<placed> kept;
  std::size_t first = 0;  // of the line, in kept
  for (const placed& p : all) {
    if (first == kept.size() || kept[first].line != p.line) first = kept.size();
    bool stays = kept.size() - first < crf::row_lanes;
    for (std::size_t i = first; i < kept.size(); ++i) {
      stays = stays && print_of(kept[i].feature) != print_of(p.feature);
    }
    if (stays) kept.push_back(p);
  }
  return kept;
}

char place_of(const std::string& label) {
  return label.size() > 1 && label[1] == '-' ? label[0] : 'O';
}

bool may_follow(const std::string& a, const std::string& b) {
  const char x = place_of(a), y = place_of(b);
  const bool open = x == 'B' || x == 'I';
  const bool goes_on = y == 'I' || y == 'E';
  if (open != goes_on) return false;
  return !open || a.compare(1, a.npos, b, 1, b.npos) == 0;
}

}  // namespace

std::string write_crf(const crf_weights& w) {
  const auto lines =
      static_cast<std::uint32_t>(w.features.size() / mean_rows + 1);
  const std::vector<placed> rows = place(w, lines);

  std::string names;
  for (const std::string& n : w.labels) {
    const std::string cut = n.substr(0, 62);
    names.push_back(static_cast<char>(cut.size()));
    names += cut;
  }
  std::string out;
  put(out, 2, 4);
  put(out, w.labels.size(), 4);
  put(out, rows.size(), 4);
  put(out, lines, 4);
  put(out, static_cast<std::uint64_t>(std::lround(w.unit * 16777216.0F)), 4);
  put(out, names.size(), 4);
  fill_up(out);
  out += names;
  fill_up(out);
  std::string moves;
  for (const std::int16_t t : w.transitions) {
    put(moves, static_cast<std::uint16_t>(t), 2);
  }
  fill_up(moves);
  out += moves;
  std::size_t r = 0;
  for (std::size_t line = 0; line < lines; ++line) {
    put(out, r, 4);
    for (; r < rows.size() && rows[r].line == line; ++r) {
      put(out, print_of(rows[r].feature), 2);
    }
    fill_up(out);
  }
  const std::size_t labels = w.labels.size();
  const std::size_t stride = crf::stride_of(static_cast<std::uint32_t>(labels));
  for (const placed& p : rows) {
    out.append(reinterpret_cast<const char*>(w.rows.data()) + p.row * labels,
               labels);
    out.append(stride - labels, '\0');
  }
  return out;
}

std::vector<std::int16_t> bioes_transitions(
    const std::vector<std::string>& labels) {
  const std::size_t side = labels.size() + 1;
  std::vector<std::int16_t> out(side * side, 0);
  for (std::size_t x = 0; x < side; ++x) {
    for (std::size_t y = 0; y < side; ++y) {
      const std::string a = x < labels.size() ? labels[x] : "O";
      const std::string b = y < labels.size() ? labels[y] : "O";
      if (!may_follow(a, b)) out[x * side + y] = crf_weights::barred;
    }
  }
  return out;
}

}  // namespace copydesk::learned
