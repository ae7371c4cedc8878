// SPDX-License-Identifier: Apache-2.0
// crf_decode.cpp - the best labels of a sequence, and how sure they are.
//
// Idea: all sums are int16, brought back to a maximum of 0 after each token,
// so that a vector register holds eight labels; a step of the recursion
// is an addition and a maximum for each label before, without a branch. No
// back pointers are kept: walking back, the one predecessor that matters is
// found again.
//
// Invariant: scores and forward sums lie in [floor_score, 0] after settle(),
// transitions in [barred, 2047], so no sum leaves int16.
// Cost: labels() * stride() / 8 additions a token, and as much for margins.
// Source: Viterbi and max-marginals as in Sutton and McCallum, "An
// Introduction to Conditional Random Fields", 2012, section 4.
#include <algorithm>

#include "model/crf.hpp"
#include "model/wide.hpp"

namespace copydesk::learned {
namespace {

constexpr std::int16_t floor_score = -8000;

// Brings the maximum of labels to 0 and everything into range.
template <int W>
inline void settle(wide<W>& s) noexcept {
  const std::int16_t most = s.most();
  // What is below this is below the floor; so no difference leaves int16.
  constexpr std::int16_t deep = -24768;
  s.raise(static_cast<std::int16_t>(std::max(most, deep) + floor_score));
  s.subtract(most);
  s.raise(floor_score);
}

// One step of the recursion, forward or backward: out[y] = the best over x of
// at[x] + weight[x][y]. What is at the floor does not lead into the few labels
// that some may be followed by.
template <int W>
inline void step(const crf::moves& m, std::uint32_t labels,
                 wide<W>& at) noexcept {
  wide<W> narrow;
  narrow.load(m.narrow.data());
  at.replace(narrow, floor_score, crf_barred);
  std::int16_t from[W];
  at.store(from);
  wide<W> best[2];  // two, which do not wait for each other
  best[0].fill(crf_barred);
  best[1].fill(crf_barred);
  const std::int16_t* w = m.weight.data();
  for (std::uint32_t x = 0; x < labels; ++x, w += W) {
    wide<W> to, by;
    to.load(w);
    by.fill(from[x]);
    to.add(by);
    best[x % 2].raise(to);
  }
  best[0].raise(best[1]);
  at = best[0];
}

// Both directions, and what they go over.
struct chain {
  const crf::moves& forward;
  const crf::moves& backward;
  std::uint32_t labels;
  std::size_t count;
};

template <int W>
void go_forward(const chain& c, std::int16_t* scores, std::uint32_t before,
                std::uint32_t after, std::int16_t* alpha,
                std::uint8_t* labels) noexcept {
  wide<W> a, e;
  for (std::size_t t = 0; t < c.count; ++t) {
    std::int16_t* at = scores + t * W;
    for (std::uint32_t y = c.labels; y < W; ++y) at[y] = crf_barred;
    e.load(at);
    settle<W>(e);
    e.store(at);
    if (t == 0) {
      a.load(c.forward.weight.data() + std::size_t{before} * W);
    } else {
      step<W>(c.forward, c.labels, a);
    }
    a.add(e);
    settle<W>(a);
    a.store(alpha + t * W);
  }
  // From the end back: the one predecessor that gave each forward sum. Lanes
  // past the last label are never the first with the greatest sum.
  std::size_t into = after;
  for (std::size_t t = c.count; t-- > 0;) {
    a.load(alpha + t * W);
    e.load(c.backward.weight.data() + into * W);
    a.add(e);
    into = static_cast<std::size_t>(a.find(a.most()));
    labels[t] = static_cast<std::uint8_t>(into);
  }
}

template <int W>
void go_backward(const chain& c, const std::int16_t* scores, std::size_t first,
                 std::uint32_t after, const std::int16_t* alpha,
                 const std::uint8_t* labels, std::int16_t* margins) noexcept {
  wide<W> beta, sum;
  beta.load(c.backward.weight.data() + std::size_t{after} * W);
  for (std::size_t t = c.count; t-- > first;) {
    settle<W>(beta);
    sum.load(alpha + t * W);
    sum.add(beta);
    std::int16_t all[W];
    sum.store(all);
    const int best = all[labels[t]];
    all[labels[t]] = -32768;
    sum.load(all);
    const int ahead = c.labels == 1 ? 32767 : best - sum.most();
    margins[t] = static_cast<std::int16_t>(std::clamp(ahead, 0, 32767));
    if (t == first) break;
    sum.load(scores + t * W);
    beta.add(sum);
    settle<W>(beta);
    step<W>(c.backward, c.labels, beta);
  }
}

}  // namespace

void crf::decode(std::int16_t* scores, std::size_t count, std::uint32_t before,
                 std::uint32_t after, crf_work& work,
                 std::uint8_t* labels) const {
  if (count == 0) return;
  before = std::min(before, labels_);
  after = std::min(after, labels_);
  work.forward.resize(count * stride_);
  const chain c{forward_, backward_, labels_, count};
  with_width([&](auto width) {
    constexpr int W = decltype(width)::value;
    std::int16_t* alpha = work.forward.data();
    go_forward<W>(c, scores, before, after, alpha, labels);
  });
}

void crf::find_margins(const std::int16_t* scores, std::size_t count,
                       std::size_t first, std::uint32_t after,
                       const crf_work& work, const std::uint8_t* labels,
                       std::int16_t* margins) const {
  after = std::min(after, labels_);
  const chain c{forward_, backward_, labels_, count};
  with_width([&](auto width) {
    constexpr int W = decltype(width)::value;
    const std::int16_t* alpha = work.forward.data();
    go_backward<W>(c, scores, first, after, alpha, labels, margins);
  });
}

}  // namespace copydesk::learned
