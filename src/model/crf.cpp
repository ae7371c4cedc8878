// SPDX-License-Identifier: Apache-2.0
// crf.cpp - checks crf sections and decodes them.
//
// Idea: all sums are int16, brought back to a maximum of 0 after each token,
// so a vector register holds eight labels. Labels that may be followed by the
// same set of labels compete: one that lies behind the best of them by more
// than the whole range of transition weights cannot win and is passed over,
// which leaves a handful of them a token. No back pointers are kept: walking
// back, the one predecessor that matters is found again.
//
// Invariant: scores and forward sums lie in [floor_score, 0] after settle(),
// transitions in [barred, 2047], so no sum leaves int16.
// Source: Viterbi and max-marginals as in Sutton and McCallum, "An
// Introduction to Conditional Random Fields", 2012, section 4.
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
#include <cstring>

namespace copydesk::learned {
namespace {

constexpr std::size_t head_size = 64;
constexpr std::int16_t floor_score = -8000;
constexpr std::int16_t barred = -16000;
constexpr std::int16_t most_transition = 2047;

failure bad(std::size_t offset, const char* message) {
  return {errc::bad_model, offset, message};
}

std::size_t filled(std::size_t n) { return (n + 63) / 64 * 64; }

// Brings the maximum of labels to 0 and everything into range.
template <int W>
void settle(std::int16_t* s) noexcept {
  std::int16_t most = s[0];
  for (int i = 0; i < W; ++i) most = std::max(most, s[i]);
  for (int i = 0; i < W; ++i) {
    s[i] = std::max(static_cast<std::int16_t>(s[i] - most), floor_score);
  }
}

template <int W>
void raise(std::int16_t* out, const std::int16_t* by, int start) noexcept {
  const std::int16_t base = static_cast<std::int16_t>(start);
  for (int i = 0; i < W; ++i) {
    out[i] = std::max(out[i], static_cast<std::int16_t>(base + by[i]));
  }
}

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
  learn(c.forward_, c.labels_, c.stride_);
  learn(c.backward_, c.labels_, c.stride_);
  return c;
}

void crf::learn(moves& m, std::uint32_t labels, std::uint32_t stride) {
  int widest = -1;
  for (std::uint32_t x = 0; x <= labels; ++x) {
    std::uint64_t reach = 0;
    std::int16_t least = most_transition, most = barred;
    std::array<std::uint8_t, 4> few{};
    int count = 0;
    for (std::uint32_t y = 0; y < labels; ++y) {
      const std::int16_t v = m.weight[x * stride + y];
      if (v == barred) continue;
      least = std::min(least, v);
      most = std::max(most, v);
      reach |= std::uint64_t{1} << y;
      if (count < 4)
        few[static_cast<std::size_t>(count)] = static_cast<std::uint8_t>(y);
      ++count;
    }
    m.reach.push_back(reach);
    m.least.push_back(least);
    m.most.push_back(most);
    m.few.push_back(few);
    m.few_count.push_back(static_cast<std::uint8_t>(count <= 4 ? count : 0));
    if (count > widest && x < labels) {
      widest = count;
      m.widest = reach;
    }
  }
}

std::uint32_t crf::find_label(std::string_view name) const noexcept {
  for (std::uint32_t i = 0; i < labels_; ++i) {
    if (names_[i] == name) return i;
  }
  return no_label;
}

// One step of the recursion, forward or backward: out[y] = the best over x of
// at[x] + weight[x][y].
template <int W>
void crf::step(const moves& m, std::uint32_t labels, const std::int16_t* at,
               std::int16_t* out) noexcept {
  for (int i = 0; i < W; ++i) out[i] = barred;
  int bound = 2 * barred;
  for (std::uint32_t x = 0; x < labels; ++x) {
    if (m.reach[x] == m.widest) bound = std::max(bound, at[x] + m.least[x]);
  }
  for (std::uint32_t x = 0; x < labels; ++x) {
    const std::int16_t* w = m.weight.data() + std::size_t{x} * W;
    if (m.reach[x] == m.widest) {
      if (at[x] + m.most[x] >= bound) raise<W>(out, w, at[x]);
    } else if (at[x] != floor_score && m.few_count[x] != 0) {
      for (std::uint8_t i = 0; i < m.few_count[x]; ++i) {
        const std::uint8_t y = m.few[x][i];
        out[y] = std::max(out[y], static_cast<std::int16_t>(at[x] + w[y]));
      }
    } else if (at[x] != floor_score) {
      raise<W>(out, w, at[x]);
    }
  }
}

template <int W>
void crf::decode_wide(std::int16_t* scores, std::size_t count,
                      std::uint32_t before, std::uint32_t after, crf_work& work,
                      std::uint8_t* labels, std::int16_t* margins) const {
  work.forward.resize(count * W);
  std::int16_t* alpha = work.forward.data();
  for (std::size_t t = 0; t < count; ++t) {
    std::int16_t* e = scores + t * W;
    for (std::uint32_t y = labels_; y < W; ++y) e[y] = barred;
    settle<W>(e);
    std::int16_t* a = alpha + t * W;
    if (t == 0) {
      const std::int16_t* w = forward_.weight.data() + std::size_t{before} * W;
      std::copy(w, w + W, a);
    } else {
      step<W>(forward_, labels_, a - W, a);
    }
    for (int y = 0; y < W; ++y) a[y] = static_cast<std::int16_t>(a[y] + e[y]);
    settle<W>(a);
  }

  // From the end back: the one predecessor that gave each forward sum.
  const std::int16_t* into = backward_.weight.data() + std::size_t{after} * W;
  for (std::size_t t = count; t-- > 0;) {
    const std::int16_t* a = alpha + t * W;
    std::uint32_t best = 0;
    for (std::uint32_t x = 1; x < labels_; ++x) {
      if (a[x] + into[x] > a[best] + into[best]) best = x;
    }
    labels[t] = static_cast<std::uint8_t>(best);
    into = backward_.weight.data() + std::size_t{best} * W;
  }
  if (margins == nullptr) return;

  alignas(16) std::int16_t beta[W];
  alignas(16) std::int16_t next[W];
  std::copy_n(backward_.weight.data() + std::size_t{after} * W, W, beta);
  for (std::size_t t = count; t-- > 0;) {
    settle<W>(beta);
    const std::int16_t* a = alpha + t * W;
    int second = 4 * barred;
    for (std::uint32_t y = 0; y < labels_; ++y) {
      if (y != labels[t]) second = std::max(second, a[y] + beta[y]);
    }
    const int ahead = a[labels[t]] + beta[labels[t]] - second;
    margins[t] = static_cast<std::int16_t>(std::clamp(ahead, 0, 32767));
    const std::int16_t* e = scores + t * W;
    for (int y = 0; y < W; ++y) {
      next[y] = static_cast<std::int16_t>(beta[y] + e[y]);
    }
    settle<W>(next);
    step<W>(backward_, labels_, next, beta);
  }
}

void crf::decode(std::int16_t* scores, std::size_t count, std::uint32_t before,
                 std::uint32_t after, crf_work& work, std::uint8_t* labels,
                 std::int16_t* margins) const {
  if (count == 0) return;
  before = std::min(before, labels_);
  after = std::min(after, labels_);
  const auto run = [&](auto width) {
    decode_wide<decltype(width)::value>(scores, count, before, after, work,
                                        labels, margins);
  };
  with_width(run);
}

}  // namespace copydesk::learned
