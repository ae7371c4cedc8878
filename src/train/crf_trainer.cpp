// SPDX-License-Identifier: Apache-2.0
// crf_trainer.cpp - several learners, their mean, pruning, rounding.
#include "train/crf_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <mutex>
#include <numeric>
#include <thread>
#include <unordered_map>

#include "model/crf_writer.hpp"
#include "train/crf_passes.hpp"

namespace copydesk::train {

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

constexpr std::uint32_t none = crf_examples::no_feature;

// Features as small numbers: those seen at least min_count times. Gives the
// features by number, and the numbers of all occurrences in `ids`.
std::vector<std::uint64_t> count_features(const std::vector<std::uint64_t>& all,
                                          std::uint32_t min_count,
                                          std::vector<std::uint32_t>& ids) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  seen.reserve(all.size() / 8);
  for (const std::uint64_t f : all) ++seen[f];
  std::vector<std::uint64_t> features;
  for (const auto& [f, n] : seen) {
    if (n >= min_count) features.push_back(f);
  }
  std::sort(features.begin(), features.end());
  for (auto& [f, n] : seen) n = none;
  for (std::size_t i = 0; i < features.size(); ++i) {
    seen[features[i]] = static_cast<std::uint32_t>(i);
  }
  ids.reserve(all.size());
  for (const std::uint64_t f : all) ids.push_back(seen[f]);
  return features;
}

// How much a row can do: its weights' length times how often it may act.
std::vector<std::uint32_t> best_rows(const crf_numbers& l, std::size_t features,
                                     const std::vector<std::uint32_t>& ids,
                                     std::size_t most) {
  std::vector<float> value(features, 0);
  std::vector<std::uint32_t> count(features, 0);
  for (const std::uint32_t id : ids) {
    if (id != none) ++count[id];
  }
  for (std::size_t f = 0; f < features; ++f) {
    float sum = 0;
    for (std::size_t y = 0; y < l.labels; ++y) {
      const float w = l.rows[f * l.width + y];
      sum += w * w;
    }
    value[f] = sum * std::sqrt(static_cast<float>(count[f]));
  }
  std::vector<std::uint32_t> order(features);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(
      order.begin(), order.end(),
      [&](std::uint32_t a, std::uint32_t b) { return value[a] > value[b]; });
  while (!order.empty() && value[order.back()] == 0) order.pop_back();
  if (order.size() > most) order.resize(most);
  std::sort(order.begin(), order.end());
  return order;
}

// The best rows alone; features and their occurrences are counted anew.
crf_numbers cut(crf_numbers all, std::size_t most,
                std::vector<std::uint64_t>& features,
                std::vector<std::uint32_t>& ids) {
  const std::vector<std::uint32_t> best =
      best_rows(all, features.size(), ids, most);
  std::vector<std::uint32_t> renumber(features.size(), none);
  const std::size_t w = all.width;
  for (std::size_t i = 0; i < best.size(); ++i) {
    renumber[best[i]] = static_cast<std::uint32_t>(i);
    if (best[i] == i) continue;
    std::copy_n(&all.rows[best[i] * w], w, &all.rows[i * w]);
    std::copy_n(&all.row_squares[best[i] * w], w, &all.row_squares[i * w]);
    features[i] = features[best[i]];
  }
  features.resize(best.size());
  all.rows.resize(best.size() * w);
  all.row_squares.resize(best.size() * w);
  for (std::uint32_t& id : ids) {
    if (id != none) id = renumber[id];
  }
  return all;
}

std::int16_t rounded_move(float w, float unit) {
  const long v = std::lround(w / unit);
  return static_cast<std::int16_t>(std::clamp(v, -2047L, 2047L));
}

std::string pack(const crf_numbers& l, const std::vector<std::string>& labels,
                 const std::vector<std::int16_t>& bars,
                 const std::vector<std::uint64_t>& features) {
  std::vector<float> sizes;
  for (const float w : l.rows) {
    if (w != 0) sizes.push_back(std::fabs(w));
  }
  std::sort(sizes.begin(), sizes.end());
  // One weight in two thousand may be cut to 127 units.
  const float most =
      sizes.empty() ? 1.0F : sizes[sizes.size() - 1 - sizes.size() / 2000];
  learned::crf_weights w;
  w.labels = labels;
  w.unit = std::clamp(most / 127, 1e-4F, 0.25F);
  for (std::size_t i = 0; i < l.moves.size(); ++i) {
    w.transitions.push_back(bars[i] != 0 ? learned::crf_weights::barred
                                         : rounded_move(l.moves[i], w.unit));
  }
  w.features = features;
  for (std::size_t f = 0; f < features.size(); ++f) {
    for (std::size_t y = 0; y < l.labels; ++y) {
      const long v = std::lround(l.rows[f * l.width + y] / w.unit);
      w.rows.push_back(static_cast<std::int8_t>(std::clamp(v, -127L, 127L)));
    }
  }
  return learned::write_crf(w);
}

// The mean of what options.runs learners make of `begin`, in that many passes
// while the rate falls from `from` to `to`.
crf_numbers learn(const crf_options& o, const std::vector<std::int16_t>& bars,
                  const crf_examples& examples, const crf_numbers& begin,
                  int epochs, float from, float to,
                  const crf_trainer::report& tell) {
  crf_numbers mean;
  mean.resize(begin.labels, begin.rows.size() / begin.width);
  const int runs = std::max(o.runs, 1), threads = std::max(o.threads, 1);
  std::mutex telling;
  for (int first = 0; first < runs; first += threads) {
    std::vector<std::unique_ptr<crf_passes>> learners;
    std::vector<std::thread> work;
    for (int r = first; r < std::min(first + threads, runs); ++r) {
      const std::uint64_t seed = o.seed + static_cast<std::uint64_t>(r) * 7919;
      learners.push_back(std::make_unique<crf_passes>(o, bars, examples, seed));
      crf_passes* p = learners.back().get();
      work.emplace_back([&, p, r] {
        p->set(begin);
        p->run(epochs, from, to, [&](int epoch, double loss) {
          char line[80];
          std::snprintf(line, sizeof line,
                        "run %d, epoch %d: loss %.4f a token", r + 1, epoch,
                        loss);
          const std::lock_guard<std::mutex> lock(telling);
          if (tell) tell(line);
        });
      });
    }
    for (std::thread& t : work) t.join();
    for (const std::unique_ptr<crf_passes>& p : learners) {
      mean.add(p->take(), 1.0F / static_cast<float>(runs));
    }
  }
  return mean;
}

}  // namespace

std::string crf_trainer::train(const crf_options& options, const report& tell) {
  close();
  crf_examples examples;
  examples.token_begin = std::move(token_begin_);
  examples.token_begin.push_back(features_.size());
  examples.allowed = std::move(allowed_);
  for (const sequence& s : sequences_) {
    examples.sequences.push_back({s.first_token, s.token_end, s.weight});
  }
  std::vector<std::uint64_t> features =
      count_features(features_, options.min_count, examples.ids);
  const auto say = [&](const char* form, auto... a) {
    char line[160];
    std::snprintf(line, sizeof line, form, a...);
    if (tell) tell(line);
  };
  say("%zu sequences, %zu tokens, %zu features, %zu kept",
      examples.sequences.size(), examples.allowed.size(), features_.size(),
      features.size());
  features_ = {};

  const std::size_t side = labels_.size() + 1;
  const std::vector<std::int16_t> bars =
      options.bioes ? learned::bioes_transitions(labels_)
                    : std::vector<std::int16_t>(side * side, 0);
  const float rate = options.rate;
  crf_numbers numbers;
  numbers.resize(labels_.size(), features.size());
  if (options.settle > 0) {
    crf_options first = options;
    first.runs = 1;
    numbers = learn(first, bars, examples, numbers, options.settle, rate,
                    rate * 0.6F, tell);
    settle(numbers, bars, examples);
  }
  numbers = learn(options, bars, examples, numbers, options.epochs,
                  options.settle > 0 ? rate * 0.6F : rate, rate * 0.3F, tell);

  numbers = cut(std::move(numbers), options.max_rows, features, examples.ids);
  say("%zu rows kept", features.size());
  numbers = learn(options, bars, examples, numbers, options.epochs_pruned,
                  rate * 0.3F, rate * 0.05F, tell);
  return pack(numbers, labels_, bars, features);
}

}  // namespace copydesk::train
