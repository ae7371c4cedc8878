// SPDX-License-Identifier: Apache-2.0
// crf_decode.cpp - the best labels of a sequence, and how sure they are.
//
// Idea: all sums are int16, brought back to a maximum of 0 after each token,
// so that a vector register holds eight labels; a step of the recursion
// is an addition and a maximum for each label before that can matter. No
// back pointers are kept: walking back, the one predecessor that matters is
// found again.
//
// Invariant: scores and forward sums lie in [floor_score, 0] after settle(),
// transitions in [barred, 2047], so no sum leaves int16.
// Cost: at most labels() * stride() / 8 additions a token, in news a fifth of
// that, and as much for margins.
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
  const eight most = s.most();
  // What is below this is below the floor; so no difference leaves int16.
  constexpr std::int16_t deep = -24768;
  const eight floor = eight::all(floor_score);
  s.raise(most.most(eight::all(deep)).plus(floor));
  s.subtract(most);
  s.raise(floor);
}

// One step of the recursion, forward (way 1) or backward (-1): at[y] becomes
// the best over x of at[x] + weight[x][y]. What is at the floor does not lead
// into the few labels that some may be followed by.
//
// Labels that few may follow are taken all at once, by how far the next one
// is. Of the others all are asked if they are a handful. If they are many, the
// best one leads, and only those are asked that are not so far behind it that
// they are nowhere better: again a handful.
template <int W, int way>
class stepper {
 public:
  explicit stepper(const crf::moves& m)
      : m_(m), near_(m.way == way), few_(W <= 16 && m.wide.size() <= 8) {
    std::fill(std::begin(from_), std::end(from_), crf_barred);
  }
  void step(wide<W>& at) noexcept {
    at.replace(wide<W>::load(m_.narrow.data()), floor_score, crf_barred);
    at.store(from_ + W);
    wide<W> best = wide<W>::all(crf_barred);
    if (near_) {
      const std::int16_t* weight = m_.near.data();
      raise(best, at, weight);
      raise(best, at.template moved<way>(crf_barred), weight + W);
      raise(best, at.template moved<2 * way>(crf_barred), weight + 2 * W);
    } else {
      for (const crf::moves::diagonal& d : m_.diagonals) {
        raise(best, wide<W>::load(from_ + W - d.apart), d.weight.data());
      }
    }
    if (few_) {
      for (const std::uint8_t x : m_.wide) raise_from(best, x);
    } else {
      follow_lead(best, at);
    }
    at = best;
  }

 private:
  static void raise(wide<W>& best, wide<W> to,
                    const std::int16_t* weight) noexcept {
    to.add(wide<W>::load(weight));
    best.raise(to);
  }
  void raise_from(wide<W>& best, std::uint32_t x) const noexcept {
    raise(best, wide<W>::all(from_[W + x]),
          m_.weight.data() + std::size_t{x} * W);
  }
  void follow_lead(wide<W>& best, wide<W> at) const noexcept {
    wide<W> open = at;
    open.add(wide<W>::load(m_.shut.data()));
    const auto lead = static_cast<std::uint32_t>(open.find(open.most()));
    raise_from(best, lead);
    at.add(wide<W>::load(m_.gain.data() + std::size_t{lead} * W));
    std::uint64_t others =
        at.above(from_[W + lead]) & ~(std::uint64_t{1} << lead);
    for (; others != 0; others &= others - 1) {
      raise_from(best, lowest(others));
    }
  }

  const crf::moves& m_;
  const bool near_;  // what the rooms' models have
  const bool few_;
  // In the middle what the step begins with, barred around it.
  std::int16_t from_[3 * W];
};

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
  stepper<W, 1> forward(c.forward);
  wide<W> a, e;
  for (std::size_t t = 0; t < c.count; ++t) {
    std::int16_t* at = scores + t * W;
    for (std::uint32_t y = c.labels; y < W; ++y) at[y] = crf_barred;
    e = wide<W>::load(at);
    settle<W>(e);
    e.store(at);
    if (t == 0) {
      a = wide<W>::load(c.forward.weight.data() + std::size_t{before} * W);
    } else {
      forward.step(a);
    }
    a.add(e);
    settle<W>(a);
    a.store(alpha + t * W);
  }
  // From the end back: the one predecessor that gave each forward sum. Lanes
  // past the last label are never the first with the greatest sum.
  std::size_t into = after;
  for (std::size_t t = c.count; t-- > 0;) {
    a = wide<W>::load(alpha + t * W);
    a.add(wide<W>::load(c.backward.weight.data() + into * W));
    into = static_cast<std::size_t>(a.find(a.most()));
    labels[t] = static_cast<std::uint8_t>(into);
  }
}

template <int W>
void go_backward(const chain& c, const std::int16_t* scores, std::size_t first,
                 std::uint32_t after, const std::int16_t* alpha,
                 const std::uint8_t* labels, std::int16_t* margins) noexcept {
  stepper<W, -1> backward(c.backward);
  // Lets all labels pass but one: the one in the middle of what it is read
  // from.
  std::int16_t but_one[2 * W];
  std::fill(std::begin(but_one), std::end(but_one), std::int16_t{32767});
  but_one[W] = -32768;
  wide<W> beta =
      wide<W>::load(c.backward.weight.data() + std::size_t{after} * W);
  for (std::size_t t = c.count; t-- > first;) {
    settle<W>(beta);
    wide<W> sum = wide<W>::load(alpha + t * W);
    sum.add(beta);
    std::int16_t all[W];
    sum.store(all);
    const int best = all[labels[t]];
    sum.lower(wide<W>::load(but_one + W - labels[t]));
    const int ahead = c.labels == 1 ? 32767 : best - sum.most().first();
    margins[t] = static_cast<std::int16_t>(std::clamp(ahead, 0, 32767));
    if (t == first) break;
    beta.add(wide<W>::load(scores + t * W));
    settle<W>(beta);
    backward.step(beta);
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
