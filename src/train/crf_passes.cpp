// SPDX-License-Identifier: Apache-2.0
// crf_passes.cpp - forward-backward and AdaGrad steps, a sequence at a time.
//
// Idea: everything runs in the space of exponentials with one scale a token.
// The gradient of a token's label is the difference of two expectations, and
// is taken as 0 below `too_small`, so a step touches few weights.
//
// Cost: about labels^2 / 4 vector operations a token for the sums and two
// cache misses a feature. One thread a learner, so that floats add up in one
// order.
#include "train/crf_passes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace copydesk::train {
namespace {

constexpr float too_small = 1e-4F;
// How often in a pass the weights are added to their mean.
constexpr std::size_t looks = 8;

void add_all(const std::vector<float>& from, float by, std::vector<float>& to) {
  for (std::size_t i = 0; i < from.size(); ++i) to[i] += from[i] * by;
}

}  // namespace

void crf_numbers::resize(std::size_t label_count, std::size_t features) {
  labels = label_count;
  width = (labels + 7) / 8 * 8;
  const std::size_t side = labels + 1;
  rows.assign(features * width, 0);
  row_squares.assign(features * width, 0);
  moves.assign(side * side, 0);
  move_squares.assign(side * side, 0);
}

void crf_numbers::add(const crf_numbers& other, float by) {
  add_all(other.rows, by, rows);
  add_all(other.row_squares, by, row_squares);
  add_all(other.moves, by, moves);
  add_all(other.move_squares, by, move_squares);
}

void settle(const crf_numbers& by, const std::vector<std::int16_t>& bars,
            crf_examples& in) {
  const std::size_t n = by.labels, side = n + 1;
  constexpr float never = -1e30F;
  std::vector<float> best, next, score(by.width);
  std::vector<std::size_t> from;
  const auto move = [&](std::size_t x, std::size_t y) {
    return bars[x * side + y] != 0 ? never : by.moves[x * side + y];
  };
  for (const crf_examples::sequence& s : in.sequences) {
    from.assign((s.token_end - s.first_token) * n, 0);
    best.assign(n, never);
    for (std::size_t t = s.first_token; t < s.token_end; ++t) {
      score.assign(by.width, 0);
      for (std::size_t f = in.token_begin[t]; f < in.token_begin[t + 1]; ++f) {
        if (in.ids[f] == crf_examples::no_feature) continue;
        const float* row = &by.rows[std::size_t{in.ids[f]} * by.width];
        for (std::size_t y = 0; y < by.width; ++y) score[y] += row[y];
      }
      next.assign(n, never);
      for (std::size_t y = 0; y < n; ++y) {
        if ((in.allowed[t] >> y & 1) == 0) continue;
        if (t == s.first_token) {
          next[y] = move(n, y) + score[y];
          continue;
        }
        for (std::size_t x = 0; x < n; ++x) {
          const float v = best[x] + move(x, y) + score[y];
          if (v <= next[y]) continue;
          next[y] = v;
          from[(t - s.first_token) * n + y] = x;
        }
      }
      best.swap(next);
    }
    std::size_t y = 0;
    for (std::size_t x = 0; x < n; ++x) {
      if (best[x] + move(x, n) > best[y] + move(y, n)) y = x;
    }
    if (s.first_token == s.token_end || best[y] + move(y, n) < never / 2) {
      continue;  // no sequence fits
    }
    for (std::size_t t = s.token_end; t > s.first_token; --t) {
      in.allowed[t - 1] = crf_trainer::only(static_cast<std::uint32_t>(y));
      y = from[(t - 1 - s.first_token) * n + y];
    }
  }
}

crf_passes::crf_passes(const crf_options& o,
                       const std::vector<std::int16_t>& bars,
                       const crf_examples& from, std::uint64_t seed)
    : options_(o),
      bars_(bars),
      from_(from),
      random_(seed),
      shuffle_(seed ^ 0x5eed),
      order_(from.sequences.size()) {
  std::iota(order_.begin(), order_.end(), 0);
}

void crf_passes::run(int epochs, float begin, float end, const report& tell) {
  expand_moves();
  crf_numbers mean;
  std::size_t looked = 0;
  if (options_.mean) {
    mean.resize(l_.labels, l_.rows.size() / std::max<std::size_t>(l_.width, 1));
  }
  const std::size_t every = order_.size() / looks + 1;
  const auto count = static_cast<float>(order_.size());
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order_.size(); i > 1; --i) {
      std::swap(order_[i - 1], order_[shuffle_() % i]);
    }
    double loss = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const crf_examples::sequence& s = from_.sequences[order_[i]];
      const float done =
          (static_cast<float>(epoch) + static_cast<float>(i) / count) /
          static_cast<float>(epochs);
      if (s.first_token != s.token_end) {
        loss += step(s.first_token, s.token_end, s.weight,
                     begin + (end - begin) * done);
      }
      // The first half is still on its way.
      if (options_.mean && 2 * done >= 1 && i % every == every - 1) {
        mean.add(l_, 1);
        ++looked;
      }
    }
    tell(epoch + 1, loss / static_cast<double>(from_.allowed.size()));
  }
  if (looked == 0) return;
  const float by = 1.0F / static_cast<float>(looked);
  l_.resize(l_.labels, l_.rows.size() / l_.width);
  l_.add(mean, by);
}

// Steps for tokens [first, end); gives minus the log likelihood.
double crf_passes::step(std::size_t first, std::size_t end, float weight,
                        float rate) {
  rate_ = rate;
  const std::size_t n = end - first;
  score(first, n);
  if (!all_.run(e_, t_, t_back_, to_end_, n, l_.labels, l_.width)) return 0;
  bound_ = e_;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t y = 0; y < l_.width; ++y) {
      if (y >= 64 || (from_.allowed[first + i] >> y & 1) == 0) {
        bound_[i * l_.width + y] = 0;
      }
    }
  }
  if (!gold_.run(bound_, t_, t_back_, to_end_, n, l_.labels, l_.width)) {
    return 0;
  }
  double loss = 0;
  for (std::size_t i = 0; i < n; ++i) {
    loss += std::log(gold_.scale[i]) - std::log(all_.scale[i]);
  }
  update_rows(n, weight);
  update_moves(n, weight);
  return loss * weight;
}

// The exponential of a transition, where the sums look for it.
void crf_passes::expand_move(std::size_t at) {
  const std::size_t side = l_.labels + 1, w = l_.width;
  const std::size_t x = at / side, y = at % side;
  const float v = std::exp(l_.moves[at]);
  if (y < l_.labels) t_[x * w + y] = v;
  if (x < l_.labels && y < l_.labels) t_back_[y * w + x] = v;
  if (x < l_.labels && y == l_.labels) to_end_[x] = v;
}

void crf_passes::expand_moves() {
  const std::size_t side = l_.labels + 1, w = l_.width;
  t_.assign(side * w, 0);
  t_back_.assign(side * w, 0);
  to_end_.assign(w, 0);
  for (std::size_t i = 0; i < side * side; ++i) {
    if (bars_[i] == 0) expand_move(i);
  }
}

void crf_passes::score(std::size_t first, std::size_t n) {
  const std::size_t w = l_.width;
  const float keep = 1 - options_.dropout;
  e_.assign(n * w, 0);
  kept_.clear();
  kept_begin_.assign(1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t f = from_.token_begin[first + i];
         f < from_.token_begin[first + i + 1]; ++f) {
      const std::uint32_t id = from_.ids[f];
      if (id == crf_examples::no_feature) continue;
      if (options_.dropout > 0 && random_.unit() < options_.dropout) continue;
      kept_.push_back(id);
      for (std::size_t y = 0; y < w; y += 16) {
        __builtin_prefetch(&l_.rows[std::size_t{id} * w + y]);
      }
    }
    kept_begin_.push_back(kept_.size());
  }
  for (std::size_t i = 0; i < n; ++i) {
    float* s = &e_[i * w];
    for (std::size_t k = kept_begin_[i]; k < kept_begin_[i + 1]; ++k) {
      const float* row = &l_.rows[std::size_t{kept_[k]} * w];
      for (std::size_t y = 0; y < w; ++y) s[y] += row[y];
    }
    float most = -1e30F;
    for (std::size_t y = 0; y < l_.labels; ++y) {
      s[y] /= keep;
      most = std::max(most, s[y]);
    }
    for (std::size_t y = 0; y < l_.labels; ++y) {
      s[y] = std::exp(std::max(s[y] - most, -40.0F));
    }
  }
}

void crf_passes::touch(float& w, float& square, float gradient) const {
  square += gradient * gradient;
  w += rate_ * (gradient / (std::sqrt(square) + 1e-6F) - options_.decay * w);
}

void crf_passes::update_rows(std::size_t n, float weight) {
  const std::size_t w = l_.width;
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t who[64];
    float by[64];
    std::size_t count = 0;
    for (std::size_t y = 1; y < l_.labels; ++y) {
      const std::size_t at = i * w + y;
      const float g =
          gold_.alpha[at] * gold_.beta[at] - all_.alpha[at] * all_.beta[at];
      if (std::fabs(g) < too_small) continue;
      who[count] = y;
      by[count++] = g * weight;
    }
    if (count == 0) continue;
    for (std::size_t k = kept_begin_[i]; k < kept_begin_[i + 1]; ++k) {
      for (std::size_t y = 0; y < w; y += 16) {
        __builtin_prefetch(&l_.row_squares[std::size_t{kept_[k]} * w + y]);
      }
    }
    for (std::size_t k = kept_begin_[i]; k < kept_begin_[i + 1]; ++k) {
      float* row = &l_.rows[std::size_t{kept_[k]} * w];
      float* squares = &l_.row_squares[std::size_t{kept_[k]} * w];
      for (std::size_t c = 0; c < count; ++c) {
        touch(row[who[c]], squares[who[c]], by[c]);
      }
    }
  }
}

// Adds the expected transitions of a lattice, times `sign`.
void crf_passes::add_pairs(const lattice& m, const std::vector<float>& e,
                           std::size_t n, float sign) {
  const std::size_t w = l_.width, side = l_.labels + 1;
  std::vector<float> into(w);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const float* a = &m.alpha[i * w];
    const float* b = &m.beta[(i + 1) * w];
    float total = 0;
    for (std::size_t y = 0; y < w; ++y) into[y] = b[y] * e[(i + 1) * w + y];
    // The pairs of a step sum to 1; `total` makes it so.
    for (std::size_t x = 0; x < l_.labels; ++x) {
      if (a[x] < too_small) continue;
      float sum = 0;
      for (std::size_t y = 0; y < w; ++y) sum += into[y] * t_[x * w + y];
      total += a[x] * sum;
    }
    if (!(total > 0)) continue;
    for (std::size_t x = 0; x < l_.labels; ++x) {
      if (a[x] < too_small) continue;
      const float v = sign * a[x] / total;
      for (std::size_t y = 0; y < l_.labels; ++y) {
        pairs_[x * side + y] += v * into[y] * t_[x * w + y];
      }
    }
  }
  for (std::size_t y = 0; y < l_.labels; ++y) {
    pairs_[l_.labels * side + y] += sign * m.alpha[y] * m.beta[y];
    const std::size_t last = (n - 1) * w + y;
    pairs_[y * side + l_.labels] += sign * m.alpha[last] * m.beta[last];
  }
}

void crf_passes::update_moves(std::size_t n, float weight) {
  pairs_.assign(l_.moves.size(), 0);
  add_pairs(gold_, bound_, n, weight);
  add_pairs(all_, e_, n, -weight);
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (bars_[i] == 0 && std::fabs(pairs_[i]) > too_small) {
      touch(l_.moves[i], l_.move_squares[i], pairs_[i]);
      expand_move(i);
    }
  }
}

}  // namespace copydesk::train
