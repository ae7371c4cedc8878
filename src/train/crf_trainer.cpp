// SPDX-License-Identifier: Apache-2.0
// crf_trainer.cpp - forward-backward, AdaGrad, pruning, rounding.
//
// Idea: everything runs in the space of exponentials with one scale a token.
// The gradient of a token's label is the difference of two expectations, and
// is taken as 0 below `too_small`, so a step touches few weights.
//
// Cost: about labels^2 / 4 vector operations a token for the sums and two
// cache misses a feature. Single-threaded, so that floats add up in one order.
#include "train/crf_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <unordered_map>

#include "model/crf.hpp"
#include "train/lattice.hpp"
#include "train/learner.hpp"
#include "train/random_numbers.hpp"

namespace copydesk::train {
namespace {

constexpr float too_small = 1e-4F;

}  // namespace

crf_trainer::crf_trainer(std::vector<std::string> labels)
    : labels_(std::move(labels)) {}

std::uint32_t crf_trainer::label(const std::string& name) const {
  const auto at = std::find(labels_.begin(), labels_.end(), name);
  return static_cast<std::uint32_t>(at - labels_.begin());
}

void crf_trainer::close() {
  if (!sequences_.empty()) sequences_.back().token_end = token_begin_.size();
}

void crf_trainer::begin(float weight) {
  close();
  if (!sequences_.empty() &&
      sequences_.back().first_token == sequences_.back().token_end) {
    sequences_.pop_back();
  }
  sequences_.push_back({token_begin_.size(), 0, weight});
}

void crf_trainer::next(std::uint64_t allowed) {
  token_begin_.push_back(features_.size());
  allowed_.push_back(allowed);
}

namespace {

// Features as small numbers: those seen at least min_count times.
struct vocabulary {
  std::vector<std::uint64_t> features;  // by number
  std::vector<std::uint32_t> ids;  // of all occurrences; no_feature: left out
};

vocabulary count_features(const std::vector<std::uint64_t>& all,
                          std::uint32_t min_count) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  seen.reserve(all.size() / 8);
  for (const std::uint64_t f : all) ++seen[f];
  vocabulary v;
  for (const auto& [f, n] : seen) {
    if (n >= min_count) v.features.push_back(f);
  }
  std::sort(v.features.begin(), v.features.end());
  for (auto& [f, n] : seen) n = no_feature;
  for (std::size_t i = 0; i < v.features.size(); ++i) {
    seen[v.features[i]] = static_cast<std::uint32_t>(i);
  }
  v.ids.reserve(all.size());
  for (const std::uint64_t f : all) v.ids.push_back(seen[f]);
  return v;
}

// One pass of learning after another over the same sequences.
class passes {
 public:
  passes(const crf_options& o, const std::vector<std::string>& labels,
         const std::vector<std::size_t>& token_begin,
         const std::vector<std::uint64_t>& allowed,
         const std::vector<std::uint32_t>& ids, std::size_t features)
      : options_(o),
        token_begin_(token_begin),
        allowed_(allowed),
        ids_(ids),
        random_(o.seed) {
    l_.labels = labels.size();
    l_.width = (labels.size() + 7) / 8 * 8;
    l_.rows.assign(features * l_.labels, slot());
    const std::size_t side = l_.labels + 1;
    l_.moves.assign(side * side, slot());
    l_.bars = o.bioes ? learned::bioes_transitions(labels)
                      : std::vector<std::int16_t>(side * side, 0);
    l_.decay = o.decay;
    l_.outside_at_zero = o.outside_at_zero;
  }

  learner& weights() { return l_; }

  // Other dice from here on.
  void reseed(std::uint64_t seed) { random_ = random_numbers(seed); }

  // Steps for tokens [first, end); gives minus the log likelihood.
  double step(std::size_t first, std::size_t end, float weight, float rate) {
    l_.rate = rate;
    const std::size_t n = end - first;
    score(first, n);
    bool open = false;
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint64_t a = allowed_[first + i];
      open = open || (a & (a - 1)) != 0;
    }
    if (!all_.run(e_, t_, t_back_, to_end_, n, l_.labels, l_.width)) return 0;
    bound_ = e_;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t y = 0; y < l_.width; ++y) {
        if (y >= 64 || (allowed_[first + i] >> y & 1) == 0) {
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
    (void)open;
    update_rows(first, n, weight);
    update_moves(n, weight);
    return loss * weight;
  }

 private:
  // Exponentials of transitions, remade after they changed.
  void expand_moves() {
    const std::size_t side = l_.labels + 1, w = l_.width;
    t_.assign(side * w, 0);
    t_back_.assign(side * w, 0);
    to_end_.assign(w, 0);
    for (std::size_t x = 0; x < side; ++x) {
      for (std::size_t y = 0; y < side; ++y) {
        if (l_.bars[x * side + y] != 0) continue;
        const float v = std::exp(l_.moves[x * side + y].w);
        if (y < l_.labels) t_[x * w + y] = v;
        if (x < l_.labels && y < l_.labels) t_back_[y * w + x] = v;
        if (x < l_.labels && y == l_.labels) to_end_[x] = v;
      }
    }
  }

  void score(std::size_t first, std::size_t n) {
    expand_moves();
    const std::size_t w = l_.width;
    const float keep = 1 - options_.dropout;
    e_.assign(n * w, 0);
    kept_.clear();
    kept_begin_.assign(1, 0);
    for (std::size_t i = 0; i < n; ++i) {
      float* s = &e_[i * w];
      for (std::size_t f = token_begin_[first + i];
           f < token_begin_[first + i + 1]; ++f) {
        const std::uint32_t id = ids_[f];
        if (id == no_feature) continue;
        if (options_.dropout > 0 && random_.unit() < options_.dropout) continue;
        kept_.push_back(id);
        const slot* row = &l_.rows[std::size_t{id} * l_.labels];
        for (std::size_t y = 0; y < l_.labels; ++y) s[y] += row[y].w;
      }
      kept_begin_.push_back(kept_.size());
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

  void update_rows(std::size_t, std::size_t n, float weight) {
    const std::size_t w = l_.width;
    for (std::size_t i = 0; i < n; ++i) {
      std::size_t who[64];
      float by[64];
      std::size_t count = 0;
      for (std::size_t y = l_.outside_at_zero ? 1 : 0; y < l_.labels; ++y) {
        const std::size_t at = i * w + y;
        const float g =
            gold_.alpha[at] * gold_.beta[at] - all_.alpha[at] * all_.beta[at];
        if (std::fabs(g) < too_small) continue;
        who[count] = y;
        by[count++] = g * weight;
      }
      if (count == 0) continue;
      for (std::size_t k = kept_begin_[i]; k < kept_begin_[i + 1]; ++k) {
        slot* row = &l_.rows[std::size_t{kept_[k]} * l_.labels];
        for (std::size_t c = 0; c < count; ++c) l_.touch(row[who[c]], by[c]);
      }
    }
  }

  // Adds the expected transitions of a lattice, times `sign`.
  void add_pairs(const lattice& m, const std::vector<float>& e, std::size_t n,
                 float sign) {
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

  void update_moves(std::size_t n, float weight) {
    pairs_.assign(l_.moves.size(), 0);
    add_pairs(gold_, bound_, n, weight);
    add_pairs(all_, e_, n, -weight);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (l_.bars[i] == 0 && std::fabs(pairs_[i]) > too_small) {
        l_.touch(l_.moves[i], pairs_[i]);
      }
    }
  }

  const crf_options& options_;
  const std::vector<std::size_t>& token_begin_;
  const std::vector<std::uint64_t>& allowed_;
  const std::vector<std::uint32_t>& ids_;
  random_numbers random_;
  learner l_;
  lattice all_, gold_;
  std::vector<float> e_, bound_, t_, t_back_, to_end_, pairs_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::size_t> kept_begin_;
};

}  // namespace

std::string crf_trainer::train(const crf_options& options, const report& tell) {
  close();
  token_begin_.push_back(features_.size());
  vocabulary v = count_features(features_, options.min_count);
  const auto say = [&](const char* form, auto... a) {
    char line[160];
    std::snprintf(line, sizeof line, form, a...);
    if (tell) tell(line);
  };
  say("%zu sequences, %zu tokens, %zu features, %zu kept", sequences_.size(),
      allowed_.size(), features_.size(), v.features.size());

  std::vector<std::size_t> order(sequences_.size());
  std::iota(order.begin(), order.end(), 0);
  random_numbers shuffle(options.seed ^ 0x5eed);
  const auto run = [&](passes& p, int epochs, float begin, float end) {
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[shuffle() % i]);
      }
      double loss = 0;
      for (std::size_t i = 0; i < order.size(); ++i) {
        const sequence& s = sequences_[order[i]];
        const float done =
            (static_cast<float>(epoch) +
             static_cast<float>(i) / static_cast<float>(order.size())) /
            static_cast<float>(epochs);
        if (s.first_token == s.token_end) continue;
        loss += p.step(s.first_token, s.token_end, s.weight,
                       begin + (end - begin) * done);
      }
      say("epoch %d: loss %.4f a token", epoch + 1,
          loss / static_cast<double>(allowed_.size()));
    }
  };

  // The mean of several runs that begin alike and differ in their dice.
  const auto run_all = [&](passes& p, int epochs, float begin, float end) {
    const learner start = options.runs > 1 ? p.weights() : learner();
    learner sum;
    for (int k = 0; k < options.runs; ++k) {
      if (k > 0) {
        p.weights() = start;
        p.reseed(options.seed + 1000003 * static_cast<std::uint64_t>(k));
      }
      run(p, epochs, begin, end);
      if (options.runs == 1) return;
      if (k == 0) {
        sum = p.weights();
      } else {
        add_weights(sum, p.weights());
      }
    }
    divide_weights(sum, static_cast<float>(options.runs));
    p.weights() = std::move(sum);
  };

  const float rate = options.rate;
  passes full(options, labels_, token_begin_, allowed_, v.ids,
              v.features.size());
  run_all(full, options.epochs, rate, rate * 0.3F);

  const std::vector<std::uint32_t> best =
      best_rows(full.weights(), v.features.size(), v.ids, options.max_rows);
  say("%zu rows kept", best.size());
  std::vector<std::uint32_t> renumber(v.features.size(), no_feature);
  std::vector<std::uint64_t> features;
  for (const std::uint32_t f : best) {
    renumber[f] = static_cast<std::uint32_t>(features.size());
    features.push_back(v.features[f]);
  }
  for (std::uint32_t& id : v.ids) {
    if (id != no_feature) id = renumber[id];
  }
  passes pruned(options, labels_, token_begin_, allowed_, v.ids,
                features.size());
  const std::size_t labels = labels_.size();
  for (std::size_t i = 0; i < best.size(); ++i) {
    std::copy_n(&full.weights().rows[best[i] * labels], labels,
                &pruned.weights().rows[i * labels]);
  }
  pruned.weights().moves = full.weights().moves;
  full.weights() = learner();
  run_all(pruned, options.epochs_pruned, rate * 0.3F, rate * 0.05F);
  return pack_weights(pruned.weights(), labels_, features);
}

}  // namespace copydesk::train
