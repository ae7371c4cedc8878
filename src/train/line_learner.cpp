// SPDX-License-Identifier: Apache-2.0
// line_learner.cpp - weights of lines from examples.
#include "train/line_learner.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_map>

#include "train/random_numbers.hpp"

namespace copydesk::train {
namespace {

using text::line_kinds;
using text::line_symbols;

class learner {
 public:
  learner(const line_settings& s, const std::vector<example>& all, int without,
          int folds)
      : settings_(s) {
    for (const example& e : all) {
      if (e.fold < 0 || folds == 0 || e.fold % folds != without)
        chosen_.push_back(&e);
    }
  }

  line_model run() {
    find_known();
    find_features();
    learn();
    if (settings_.twice) {
      prune();
      learn();
    }
    return std::move(model_);
  }

 private:
  void find_known() {
    std::unordered_map<std::uint32_t, std::size_t> ours, texts;
    for (const example* e : chosen_) {
      if (e->where == 'p') continue;  // counted alone
      std::unordered_set<std::uint32_t> words;
      for (std::uint32_t i = 0; i < e->line.symbols.size(); ++i)
        words.insert(e->line.symbols.at(i).word);
      const bool own = e->fold >= 0 && (e->where == 'a' || e->where == 'l');
      const bool text = e->fold < 0 && e->weight != 0.4F;
      for (const std::uint32_t w : words) {
        if (text) ++texts[w];
        if (own || (e->fold < 0 && !text)) ++ours[w];
      }
    }
    for (const auto& [w, n] : ours)
      if (n >= settings_.least_lines) model_.known.insert(w);
    for (const auto& [w, n] : texts)
      if (n >= settings_.least_text) model_.known.insert(w);
  }

  void find_features() {
    // Of features of text alone, only frequent ones say anything.
    constexpr std::uint32_t once = 5, enough = 10;
    std::unordered_map<std::uint32_t, std::uint32_t> count;
    std::vector<std::uint32_t> fs;
    const auto known = [&](std::uint32_t w) { return is_known(w); };
    for (const example* e : chosen_) {
      features_of(e->line, known, fs);
      for (const std::uint32_t f : fs) count[f] += e->fold >= 0 ? once : 1;
    }
    std::vector<std::uint32_t> kept;
    for (const auto& [f, n] : count)
      if (n >= enough && f != 0) kept.push_back(f);
    number(std::move(kept));
  }

  void number(std::vector<std::uint32_t> features) {
    std::sort(features.begin(), features.end());
    model_.ids.set(features);
    model_.table.assign(features.size(), {});
  }

  bool is_known(std::uint32_t w) const { return model_.known.count(w) != 0; }

  void learn() {
    random_numbers random(7);
    std::vector<weights> squares(model_.table.size());
    for (weights& q : squares) q.fill(1e-6F);
    std::fill(model_.table.begin(), model_.table.end(), weights{});
    model_.bias.fill(-1);
    model_.bias[0] = 0;
    std::vector<const example*> order = chosen_;
    std::vector<std::uint32_t> fs, ids;
    std::vector<weights> mean(model_.table.size());
    weights mean_bias{};
    int counted = 0;
    for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
      for (const example* e : order) {
        features_of(
            e->line,
            [&](std::uint32_t w) {
              return is_known(w) && random.unit() >= settings_.hide;
            },
            fs);
        ids.clear();
        for (const std::uint32_t f : fs) {
          const std::uint32_t id = model_.ids.find(f);
          if (id != feature_ids::none) ids.push_back(id);
        }
        step(*e, ids, squares);
      }
      if (2 * epoch < settings_.epochs) continue;
      ++counted;
      for (std::size_t i = 0; i < mean.size(); ++i)
        for (std::size_t k = 0; k < line_kinds; ++k)
          mean[i][k] += model_.table[i][k];
      for (std::size_t k = 0; k < line_kinds; ++k)
        mean_bias[k] += model_.bias[k];
    }
    const float n = static_cast<float>(std::max(1, counted));
    for (std::size_t i = 0; i < mean.size(); ++i)
      for (std::size_t k = 0; k < line_kinds; ++k)
        model_.table[i][k] = mean[i][k] / n;
    for (std::size_t k = 0; k < line_kinds; ++k)
      model_.bias[k] = mean_bias[k] / n;
  }

  void step(const example& e, const std::vector<std::uint32_t>& ids,
            std::vector<weights>& squares) {
    weights p = model_.bias;
    for (const std::uint32_t i : ids)
      for (std::size_t k = 1; k < line_kinds; ++k) p[k] += model_.table[i][k];
    const float top = *std::max_element(p.begin(), p.end());
    float all = 0, good = 0;
    for (std::size_t k = 0; k < line_kinds; ++k) {
      p[k] = std::exp(p[k] - top);
      all += p[k];
      if ((e.right >> k & 1U) != 0) good += p[k];
    }
    const auto decay = static_cast<float>(settings_.decay);
    const auto rate = static_cast<float>(settings_.rate);
    for (std::size_t k = 1; k < line_kinds; ++k) {
      const float wanted = (e.right >> k & 1U) != 0 ? p[k] / good : 0;
      const float g = (p[k] / all - wanted) * e.weight;
      if (std::abs(g) < 1e-4F) continue;
      model_.bias[k] -= 0.002F * g;
      for (const std::uint32_t i : ids) {
        float& w = model_.table[i][k];
        const float move = g + decay * w;
        squares[i][k] += move * move;
        w -= rate * move / std::sqrt(squares[i][k]);
      }
    }
  }

  // Keeps the features that weigh most; words that stand for themselves first.
  void prune() {
    std::vector<std::pair<float, std::uint32_t>> best;
    const auto& features = model_.ids.features();
    for (std::size_t i = 0; i < features.size(); ++i) {
      float most = 0;
      for (const float w : model_.table[i]) most = std::max(most, std::abs(w));
      if (is_known(features[i])) most += 0.3F;
      best.emplace_back(-most, features[i]);
    }
    std::sort(best.begin(), best.end());
    if (best.size() > settings_.most_features)
      best.resize(settings_.most_features);
    std::vector<std::uint32_t> kept;
    std::unordered_set<std::uint32_t> words;
    for (const auto& [most, f] : best) {
      kept.push_back(f);
      if (is_known(f)) words.insert(f);
    }
    std::fprintf(stderr, "lines: %zu words of %zu, %zu features of %zu\n",
                 words.size(), model_.known.size(), kept.size(),
                 features.size());
    model_.known = std::move(words);
    number(std::move(kept));
  }

  const line_settings settings_;
  std::vector<const example*> chosen_;
  line_model model_;
};

}  // namespace

line_model learn_lines(const line_settings& s, const std::vector<example>& all,
                       int without, int folds) {
  return learner(s, all, without, folds).run();
}

}  // namespace copydesk::train
