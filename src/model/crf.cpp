// SPDX-License-Identifier: Apache-2.0
// crf.cpp - checks crf sections.
//
// Layout of a section: u32 version (2), labels, rows, lines of the index, unit
// in 2^-24 nats, bytes of names, zeros to 64; the names, each with its length
// in a byte before it, filled to 64; transitions, i16 (labels + 1)^2, by label
// before (last: begin) and after (last: end), filled to 64; the index, lines
// of a u32 (the number of the line's first row) and 30 fingerprints, u16 (0:
// none), whose rows follow one another (see lanes.hpp); the rows, int8, each
// filled to stride().
#include "model/crf.hpp"

#include <algorithm>
#include <vector>

namespace copydesk::learned {
namespace {

constexpr std::size_t head_size = 64;
constexpr std::int16_t barred = crf_barred;
constexpr std::int16_t most_transition = 2047;

failure bad(std::size_t offset, const char* message) {
  return {errc::bad_model, offset, message};
}

std::size_t filled(std::size_t n) { return (n + 63) / 64 * 64; }

}  // namespace

result<crf> crf::read(std::string_view section) {
  const byte* p = reinterpret_cast<const byte*>(section.data());
  if (section.size() < head_size) {
    return bad(section.size(), "crf section cut short");
  }
  if (load32(p) != 2) return bad(0, "unknown kind of crf section");
  crf c;
  c.labels_ = load32(p + 4);
  c.rows_ = load32(p + 8);
  c.lines_ = load32(p + 12);
  c.unit_ = static_cast<float>(load32(p + 16)) / 16777216.0F;
  const std::uint32_t names_size = load32(p + 20);
  if (c.labels_ < 1 || c.labels_ > max_labels) return bad(4, "labels");
  if (c.rows_ > max_rows) return bad(8, "rows out of range");
  if (c.lines_ < 1 || c.lines_ > max_rows) {
    return bad(12, "index size out of range");
  }
  if (names_size > 64 * max_labels) return bad(20, "names out of range");
  for (std::size_t i = 24; i < head_size; ++i) {
    if (p[i] != 0) return bad(i, "head not zero");
  }
  c.stride_ = stride_of(c.labels_);

  const std::size_t side = c.labels_ + 1;
  const std::size_t moves_at = head_size + filled(names_size);
  const std::size_t index = moves_at + filled(2 * side * side);
  const std::size_t weights = index + std::size_t{c.lines_} * line_size;
  if (section.size() != weights + std::size_t{c.rows_} * c.stride_) {
    return bad(8, "crf size does not fit its section");
  }
  std::size_t at = head_size;
  for (std::uint32_t i = 0; i < c.labels_; ++i) {
    if (at >= head_size + names_size ||
        p[at] > head_size + names_size - at - 1) {
      return bad(at, "label name past the names");
    }
    c.names_.push_back(section.substr(at + 1, p[at]));
    at += 1 + p[at];
  }
  c.index_ = p + index;
  c.weights_ = p + weights;
  for (std::size_t i = 0; i < c.lines_; ++i) {
    const byte* line = c.index_ + i * line_size;
    // Rows that its fingerprints stand for: up to the last that is there.
    std::uint32_t used = row_lanes;
    while (used > 0 && load16(line + 4 + 2 * (used - 1)) == 0) --used;
    const std::uint32_t first = load32(line);
    if (first > c.rows_ || used > c.rows_ - first) {
      return bad(index + line_size * i, "index past the rows");
    }
  }
  const std::size_t w = c.stride_;
  c.forward_.weight.assign(w * side, barred);
  c.backward_.weight.assign(w * side, barred);
  for (std::size_t x = 0; x < side; ++x) {
    for (std::size_t y = 0; y < side; ++y) {
      const std::size_t where = moves_at + 2 * (x * side + y);
      const auto v = static_cast<std::int16_t>(load16(p + where));
      if (v != barred && (v < -most_transition || v > most_transition)) {
        return bad(where, "transition out of range");
      }
      if (y < c.labels_) c.forward_.weight[x * w + y] = v;
      if (x < c.labels_) c.backward_.weight[y * w + x] = v;
    }
  }
  c.use_wide_registers(true);
  learn(c.forward_, c.labels_, c.stride_);
  learn(c.backward_, c.labels_, c.stride_);
  return c;
}

void crf::learn(moves& m, std::uint32_t labels, std::uint32_t stride) {
  const auto weight = [&](std::uint32_t x, std::uint32_t y) {
    return m.weight[x * stride + y];
  };
  std::vector<std::uint64_t> reach;
  std::uint64_t widest = 0;
  int most = -1;
  for (std::uint32_t x = 0; x < labels; ++x) {
    std::uint64_t to = 0;
    int count = 0;
    for (std::uint32_t y = 0; y < labels; ++y) {
      if (weight(x, y) == barred) continue;
      to |= std::uint64_t{1} << y;
      ++count;
    }
    reach.push_back(to);
    if (count > most) {
      most = count;
      widest = to;
    }
  }
  m.narrow.assign(stride, -1);
  m.shut.assign(stride, barred);
  for (std::uint32_t x = 0; x < labels; ++x) {
    if (reach[x] != widest) continue;
    m.narrow[x] = m.shut[x] = 0;
    m.wide.push_back(static_cast<std::uint8_t>(x));
  }
  for (std::uint32_t x = 0; x < labels; ++x) {
    if (m.narrow[x] == 0) continue;
    for (std::uint32_t y = 0; y < labels; ++y) {
      if (weight(x, y) == barred) continue;
      const int apart = static_cast<int>(y) - static_cast<int>(x);
      std::size_t k = 0;
      while (k < m.diagonals.size() && m.diagonals[k].apart != apart) ++k;
      if (k == m.diagonals.size()) {
        m.diagonals.push_back({apart, {}});
        m.diagonals[k].weight.assign(stride, barred);
      }
      m.diagonals[k].weight[y] = weight(x, y);
    }
  }
  m.near.assign(std::size_t{3} * stride, barred);
  for (const crf::moves::diagonal& d : m.diagonals) {
    if (d.apart != 0) m.way = d.apart > 0 ? 1 : -1;
  }
  for (const crf::moves::diagonal& d : m.diagonals) {
    const int steps = d.apart * m.way;
    if (steps < 0 || steps > 2 || (m.way == 0 && d.apart != 0)) {
      m.way = 0;
      break;
    }
    std::copy(d.weight.begin(), d.weight.end(),
              m.near.begin() + steps * static_cast<int>(stride));
  }
  m.gain.assign(std::size_t{labels} * stride, barred);
  for (std::uint32_t x = 0; x < labels; ++x) {
    for (std::uint32_t z = 0; z < labels; ++z) {
      if (m.narrow[x] != 0 || m.narrow[z] != 0) continue;
      int gain = barred;
      for (std::uint32_t y = 0; y < labels; ++y) {
        if (weight(x, y) == barred) continue;
        gain = std::max(gain, weight(z, y) - weight(x, y));
      }
      m.gain[x * stride + z] = static_cast<std::int16_t>(gain);
    }
  }
}

std::uint32_t crf::find_label(std::string_view name) const noexcept {
  for (std::uint32_t i = 0; i < labels_; ++i) {
    if (names_[i] == name) return i;
  }
  return no_label;
}

}  // namespace copydesk::learned
