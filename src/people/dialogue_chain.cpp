// SPDX-License-Identifier: Apache-2.0
// dialogue_chain.cpp - the best voices of all turns at once; see dialogue.hpp.
//
// Idea: Viterbi's algorithm over pairs of neighbours, forwards and backwards,
// so that each voice of each turn has the score of the best path through it.
// Whether a voice follows itself, or comes back after another, is all that a
// link asks, so a turn has four scores of links. Cost: limits::max_voices ^ 3
// a turn, memory for limits::max_turns of them.
#include <algorithm>

#include "people/dialogue.hpp"
#include "people/ranker.hpp"

namespace copydesk::people {
namespace {

#include "people/dialogue_weights.inc"

template <class Features>
std::int32_t sum_of(const dialogue_weights& w, const Features& f) {
  std::int32_t out = 0;
  for (std::size_t i = 0; i < f.size; ++i) out += w[f.features[i]];
  return out;
}

constexpr std::size_t wide = limits::max_voices;

struct step {
  std::array<std::int32_t, wide * wide> ahead{}, back{};
  std::array<std::int32_t, wide> own{};
  std::int32_t same = 0, other = 0, returns = 0, third = 0;
};

class chain {
 public:
  chain(const conversation& c, const dialogue_weights& w) : c_(c), w_(w) {}

  std::vector<casting> run() {
    std::vector<casting> out(c_.turns.size());
    std::size_t begin = 0;
    while (begin < c_.turns.size()) {
      const std::size_t end = end_of(begin);
      weigh(begin, end);
      for (std::size_t t = begin; t < end; ++t) out[t] = best(begin, t);
      begin = end;
    }
    return out;
  }

 private:
  // A talk ends where the turn before does not count, or nobody is known.
  std::size_t end_of(std::size_t begin) const {
    std::size_t t = begin + 1;
    if (c_.turns[begin].cast.empty()) return t;
    while (t < c_.turns.size() && t - begin < limits::max_turns &&
           !c_.turns[t].cast.empty() && link_of(c_, t, -1, 0, 0).size > 0) {
      ++t;
    }
    return t;
  }

  std::size_t voices(std::size_t t) const { return c_.turns[t].cast.size(); }
  std::uint32_t voice_at(std::size_t t, std::size_t i) const {
    return c_.turns[t].cast[i].voice;
  }

  void weigh(std::size_t begin, std::size_t end) {
    steps_.assign(end - begin, step{});
    for (std::size_t t = begin; t < end; ++t) {
      step& s = steps_[t - begin];
      for (std::size_t i = 0; i < voices(t); ++i) {
        s.own[i] = sum_of(w_, c_.turns[t].cast[i]);
      }
      if (t == begin) continue;
      s.same = sum_of(w_, link_of(c_, t, -1, 0, 0));
      s.other = sum_of(w_, link_of(c_, t, -1, 0, 1));
      s.returns = sum_of(w_, link_of(c_, t, 1, 0, 1));
      s.third = sum_of(w_, link_of(c_, t, 2, 0, 1));
    }
    for (std::size_t t = begin; t < end; ++t) forwards(begin, t);
    for (std::size_t t = end - 1; t > begin; --t) backwards(begin, t);
  }

  std::int32_t linked(std::size_t begin, std::size_t t, bool has_earlier,
                      std::uint32_t z, std::uint32_t a, std::uint32_t b) const {
    const step& s = steps_[t - begin];
    if (a == b) return s.same;
    if (!has_earlier || z == a) return s.other;
    return z == b ? s.returns : s.third;
  }

  // ahead[a, b]: the best path up to here that ends in voices a, b.
  void forwards(std::size_t begin, std::size_t t) {
    step& s = steps_[t - begin];
    if (t == begin) {
      for (std::size_t b = 0; b < voices(t); ++b) s.ahead[b] = s.own[b];
      return;
    }
    const step& p = steps_[t - 1 - begin];
    const bool earlier = t > begin + 1;
    for (std::size_t a = 0; a < voices(t - 1); ++a) {
      for (std::size_t b = 0; b < voices(t); ++b) {
        std::int32_t high = 0;
        const std::size_t all = earlier ? voices(t - 2) : 1;
        for (std::size_t z = 0; z < all; ++z) {
          const std::int32_t v =
              p.ahead[z * wide + a] +
              linked(begin, t, earlier, earlier ? voice_at(t - 2, z) : 0,
                     voice_at(t - 1, a), voice_at(t, b));
          if (z == 0 || v > high) high = v;
        }
        s.ahead[a * wide + b] = high + s.own[b];
      }
    }
  }

  // back[a, b] of the turn before `t`: the best that can follow a, b there.
  void backwards(std::size_t begin, std::size_t t) {
    const step& s = steps_[t - begin];
    step& p = steps_[t - 1 - begin];
    const bool earlier = t > begin + 1;
    const std::size_t all = earlier ? voices(t - 2) : 1;
    for (std::size_t z = 0; z < all; ++z) {
      for (std::size_t a = 0; a < voices(t - 1); ++a) {
        std::int32_t high = 0;
        for (std::size_t b = 0; b < voices(t); ++b) {
          const std::int32_t v =
              s.back[a * wide + b] + s.own[b] +
              linked(begin, t, earlier, earlier ? voice_at(t - 2, z) : 0,
                     voice_at(t - 1, a), voice_at(t, b));
          if (b == 0 || v > high) high = v;
        }
        p.back[z * wide + a] = high;
      }
    }
  }

  casting best(std::size_t begin, std::size_t t) const {
    const step& s = steps_[t - begin];
    const std::size_t before = t > begin ? voices(t - 1) : 1;
    struct voice {
      std::int32_t score = 0;
    };
    std::vector<voice> all(voices(t));
    casting out;
    for (std::size_t b = 0; b < all.size(); ++b) {
      for (std::size_t a = 0; a < before; ++a) {
        const std::int32_t v = s.ahead[a * wide + b] + s.back[a * wide + b];
        if (a == 0 || v > all[b].score) all[b].score = v;
      }
      if (all[b].score > all[out.chosen].score) {
        out.chosen = static_cast<std::uint32_t>(b);
      }
    }
    if (!all.empty()) out.sure = certainty(all, out.chosen);
    return out;
  }

  const conversation& c_;
  const dialogue_weights& w_;
  std::vector<step> steps_;
};

}  // namespace

const dialogue_weights& learned_dialogue_weights() { return voice_weights; }

std::vector<casting> cast_voices(const conversation& c,
                                 const dialogue_weights& w) {
  return chain(c, w).run();
}

}  // namespace copydesk::people
