// SPDX-License-Identifier: Apache-2.0
// crf_writer.cpp - the writing side of crf.cpp.
//
// Idea: the index doubles until every feature lies within max_probe slots of
// its home. Two features that look alike there (same slots, same
// fingerprint) would share a row: the later one is left out, at about one
// feature in fifty thousand.
#include "model/crf_writer.hpp"

#include <algorithm>
#include <cmath>

#include "model/bytes.hpp"
#include "model/crf.hpp"

namespace copydesk::learned {
namespace {

void fill_up(std::string& out) {
  while (out.size() % 64 != 0) out.push_back('\0');
}

bool fill_index(const std::vector<std::uint64_t>& features, int log,
                std::uint32_t row_mask, std::vector<std::uint32_t>& slots) {
  slots.assign(std::size_t{1} << log, 0);
  for (std::size_t r = 0; r < features.size(); ++r) {
    const std::uint64_t f = features[r];
    const std::uint32_t print = static_cast<std::uint32_t>(f) & ~row_mask;
    std::size_t slot = static_cast<std::size_t>(f >> (64 - log));
    bool twin = false;
    std::uint32_t i = 0;
    for (; i < crf::max_probe && slots[slot] != 0; ++i) {
      twin = twin || (slots[slot] & ~row_mask) == print;
      slot = (slot + 1) & (slots.size() - 1);
    }
    if (twin) continue;
    if (i == crf::max_probe) return false;
    slots[slot] = print | static_cast<std::uint32_t>(r + 1);
  }
  return true;
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
  int row_bits = 1;
  while ((std::size_t{1} << row_bits) <= w.features.size() + 1) ++row_bits;
  const std::uint32_t row_mask = (1U << row_bits) - 1;
  int log = 4;
  while ((std::size_t{1} << log) < 2 * w.features.size()) ++log;
  std::vector<std::uint32_t> slots;
  while (!fill_index(w.features, log, row_mask, slots)) ++log;

  std::string names;
  for (const std::string& n : w.labels) {
    const std::string cut = n.substr(0, 62);
    names.push_back(static_cast<char>(cut.size()));
    names += cut;
  }
  std::string out;
  put(out, 1, 4);
  put(out, w.labels.size(), 4);
  put(out, w.features.size(), 4);
  put(out, static_cast<std::uint64_t>(log), 4);
  put(out, static_cast<std::uint64_t>(row_bits), 4);
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
  for (const std::uint32_t s : slots) put(out, s, 4);
  const std::size_t labels = w.labels.size();
  const std::size_t stride = (labels + 15) / 16 * 16;
  for (std::size_t r = 0; r < w.features.size(); ++r) {
    out.append(reinterpret_cast<const char*>(w.rows.data()) + r * labels,
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
