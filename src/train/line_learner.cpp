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

// How the loss of an example rises with the score of each kind: scores p give
// the kinds their odds. 0 for the body, which others are weighed against, and
// where it hardly does.
weights slopes_of(const example& e, weights p) {
  const float top = *std::max_element(p.begin(), p.end());
  float all = 0, good = 0;
  for (std::size_t k = 0; k < line_kinds; ++k) {
    p[k] = std::exp(p[k] - top);
    all += p[k];
    if ((e.right >> k & 1U) != 0) good += p[k];
  }
  weights out{};
  for (std::size_t k = 1; k < line_kinds; ++k) {
    const float wanted = (e.right >> k & 1U) != 0 ? p[k] / good : 0;
    const float g = (p[k] / all - wanted) * e.weight;
    if (std::abs(g) >= 1e-4F) out[k] = g;
  }
  return out;
}

// A step of AdaGrad for the features of an example.
void descend(const weights& slopes, const std::vector<std::uint32_t>& ids,
             double decay, double rate, std::vector<weights>& table,
             std::vector<weights>& squares) {
  const auto less = static_cast<float>(decay);
  const auto most = static_cast<float>(rate);
  for (std::size_t k = 1; k < line_kinds; ++k) {
    if (slopes[k] == 0) continue;
    for (const std::uint32_t i : ids) {
      float& w = table[i][k];
      const float move = slopes[k] + less * w;
      squares[i][k] += move * move;
      w -= most * move / std::sqrt(squares[i][k]);
    }
  }
}

class learner {
 public:
  learner(const line_settings& s, std::vector<const example*> chosen)
      : settings_(s), chosen_(std::move(chosen)) {}

  line_model run() {
    find_known();
    find_features();
    if (settings_.twice) {
      learn(settings_.seed);
      prune();
    }
    learn_often();
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
      features_of(e->line.symbols, e->line.place, known, fs);
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

  // The mean of what is learned in several orders: one alone leaves much to
  // chance.
  void learn_often() {
    std::vector<weights> sum(model_.table.size());
    weights bias{};
    for (int i = 0; i < settings_.orders; ++i) {
      learn(settings_.seed + static_cast<std::uint64_t>(i));
      for (std::size_t f = 0; f < sum.size(); ++f)
        for (std::size_t k = 0; k < line_kinds; ++k)
          sum[f][k] += model_.table[f][k];
      for (std::size_t k = 0; k < line_kinds; ++k) bias[k] += model_.bias[k];
    }
    const auto n = static_cast<float>(settings_.orders);
    for (weights& w : sum)
      for (float& x : w) x /= n;
    for (float& x : bias) x /= n;
    model_.table = std::move(sum);
    model_.bias = bias;
  }

  void learn(std::uint64_t seed) {
    random_numbers random(seed);
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
            e->line.symbols, e->line.place,
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
    const weights g = slopes_of(e, p);
    for (std::size_t k = 1; k < line_kinds; ++k)
      model_.bias[k] -= 0.002F * g[k];
    descend(g, ids, settings_.decay, settings_.rate, model_.table, squares);
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

// Calls use(id) for the features of the context that the model has.
template <class Use>
void each_context_id(const line_model& m, const example& e, Use use) {
  text::line_feature::of_context(
      e.line.context, e.line.place, [&](std::uint32_t f) {
        const std::uint32_t id = m.context_ids.find(f);
        if (id != feature_ids::none) use(id);
      });
}

// Learns the weights of contexts, with what lines weigh by themselves as
// given.
class context_learner {
 public:
  context_learner(const line_settings& s, std::vector<const example*> chosen,
                  line_model& m)
      : settings_(s), chosen_(std::move(chosen)), model_(m) {}

  void run() {
    find_features();
    random_numbers random(settings_.seed);
    std::vector<weights> mean(model_.context.size());
    int counted = 0;
    for (int epoch = 0; epoch < settings_.context_epochs; ++epoch) {
      for (std::size_t i = chosen_.size(); i > 1; --i)
        std::swap(chosen_[i - 1], chosen_[random() % i]);
      for (const example* e : chosen_) step(*e);
      if (2 * epoch < settings_.context_epochs) continue;
      ++counted;
      for (std::size_t i = 0; i < mean.size(); ++i)
        for (std::size_t k = 0; k < line_kinds; ++k)
          mean[i][k] += model_.context[i][k];
    }
    for (weights& w : mean)
      for (float& x : w) x /= static_cast<float>(std::max(1, counted));
    model_.context = std::move(mean);
  }

 private:
  void find_features() {
    std::unordered_map<std::uint32_t, std::uint32_t> count;
    for (const example* e : chosen_)
      text::line_feature::of_context(
          e->line.context, e->line.place,
          [&](std::uint32_t f) { count[f] += e->fold >= 0 ? 5 : 1; });
    std::vector<std::uint32_t> kept;
    for (const auto& [f, n] : count)
      if (n >= settings_.context_least && f != 0) kept.push_back(f);
    std::sort(kept.begin(), kept.end());
    model_.context_ids.set(kept);
    model_.context.assign(kept.size(), {});
    squares_.assign(kept.size(), {});
    for (weights& q : squares_) q.fill(1e-6F);
  }

  void step(const example& e) {
    ids_.clear();
    each_context_id(model_, e, [&](std::uint32_t id) { ids_.push_back(id); });
    weights p{};
    for (std::size_t k = 1; k < line_kinds; ++k) {
      p[k] = static_cast<float>(e.line.sum.scores[k] / settings_.scale);
      for (const std::uint32_t i : ids_) p[k] += model_.context[i][k];
    }
    descend(slopes_of(e, p), ids_, settings_.context_decay,
            settings_.context_rate, model_.context, squares_);
  }

  const line_settings settings_;
  std::vector<const example*> chosen_;
  line_model& model_;
  std::vector<weights> squares_;
  std::vector<std::uint32_t> ids_;
};

}  // namespace

text::line_sum sum_of(const line_settings& s, const line_model& m,
                      const text::line_symbols& line,
                      const text::line_place& place) {
  static thread_local std::vector<std::uint32_t> fs;
  text::line_sum out;
  features_of(
      line, place,
      [&](std::uint32_t w) {
        if (m.known.count(w) == 0) return false;
        const std::uint32_t id = m.ids.find(w);
        if (id != feature_ids::none)
          out.evidence =
              std::max(out.evidence, rounded(s.scale * m.table[id][5], 127));
        return true;
      },
      fs);
  for (std::size_t k = 1; k < line_kinds; ++k)
    out.scores[k] = rounded(s.scale * m.bias[k], 10000);
  for (const std::uint32_t f : fs) {
    const std::uint32_t id = m.ids.find(f);
    if (id == feature_ids::none) continue;
    for (std::size_t k = 1; k < line_kinds; ++k)
      out.scores[k] += rounded(s.scale * m.table[id][k], 127);
  }
  out.kind =
      text::kind_of_scores(out.scores, out.evidence, place, s.margins.halved());
  return out;
}

text::line_scores scores_in_context(const line_settings& s, const line_model& m,
                                    const example& e) {
  text::line_scores out = e.line.sum.scores;
  each_context_id(m, e, [&](std::uint32_t id) {
    for (std::size_t k = 1; k < line_kinds; ++k)
      out[k] += rounded(s.scale * m.context[id][k], 127);
  });
  return out;
}

void look_again(const line_settings& s, const line_model& m, line_examples& all,
                const std::function<bool(const line_document&)>& chosen) {
  for (const line_document& d : all.documents) {
    if (d.first == d.end || !chosen(d)) continue;
    std::size_t at = d.first;
    for (text::weighed_line& l : text::weighed_lines(
             d.laid,
             [&](const line_symbols&line, const text::line_place&place) {
               return sum_of(s, m, line, place);
             })) {
      if (at == d.end || all.all[at].line.paragraph != l.paragraph) continue;
      all.all[at].line.sum = l.sum;
      all.all[at++].line.context = l.context;
    }
  }
}

line_model learn_lines(const line_settings& s, line_examples& all, int without,
                       int folds) {
  const auto taken = [&](const example& e) {
    return e.fold < 0 || folds == 0 || e.fold % folds != without;
  };
  const unsigned parts = s.parts;
  const auto part = [&](const line_document& d) {
    return d.part / std::max(1U, static_cast<unsigned>(folds)) % parts;
  };
  const auto examples = [&](unsigned but) {
    std::vector<const example*> out;
    for (const line_document& d : all.documents) {
      if (part(d) == but) continue;
      for (std::size_t i = d.first; i < d.end; ++i)
        if (taken(all.all[i])) out.push_back(&all.all[i]);
    }
    return out;
  };
  for (unsigned p = 0; p < parts; ++p) {
    const line_model others = learner(s, examples(p)).run();
    look_again(s, others, all,
               [&](const line_document& d) { return part(d) == p; });
  }
  line_model out = learner(s, examples(parts)).run();
  context_learner(s, examples(parts), out).run();
  return out;
}

}  // namespace copydesk::train
