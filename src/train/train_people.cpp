// SPDX-License-Identifier: Apache-2.0
// train_people.cpp - learns the weights of people/ranker.hpp.
//
// Idea: a log-linear model over the candidates of each pronoun and
// description, trained to give the set of right candidates the most of the
// probability (AdaGrad). Decisions change what later ones see, so the texts
// are read again with the new weights, a few rounds. Sets: own/*_train
// (speaker names), gum_train of the genres that may be learned from
// (clusters), gap_validation. The result is printed as people/weights.inc.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <ostream>
#include <random>

#include "train/part.hpp"
#include "train/people_gold.hpp"
#include "train/people_score.hpp"

namespace copydesk::train {
namespace {

using people::anaphor;
using people::anaphor_classes;
using people::decision;

struct instance {
  decision made;
  std::vector<bool> right;
  float weight = 1;
};

using real_table = std::vector<std::array<double, people::feature::total>>;

people::weight_table rounded(const real_table& w) {
  people::weight_table out{};
  for (std::size_t k = 0; k < anaphor_classes; ++k) {
    for (std::size_t i = 0; i < people::feature::total; ++i) {
      const double v = std::clamp(w[k][i] * 256.0, -4000.0, 4000.0);
      out[k][i] = static_cast<std::int16_t>(std::lround(v));
    }
  }
  return out;
}

// What is believed before any text was read; the texts move it. Needed for
// what they hardly show (ages) but everyone knows.
real_table prior() {
  real_table w(anaphor_classes);
  for (auto& row : w) row.fill(0);
  const auto set = [&](anaphor k, unsigned f, double v) {
    w[static_cast<std::size_t>(k)][f] = v;
  };
  namespace f = people::feature;
  for (anaphor k : {anaphor::subject, anaphor::object, anaphor::possessive,
                    anaphor::source, anaphor::description}) {
    const double sex[] = {0.5, 0.3, 0, -1.5, -3};
    for (unsigned i = 0; i < 5; ++i) set(k, f::sex + i, sex[i]);
    set(k, f::says_this, -1);
    // Hardly a he or she is nobody who was spoken of.
    if (k != anaphor::description) set(k, f::none_bias, -3);
  }
  for (anaphor k : {anaphor::source, anaphor::description}) {
    set(k, f::in_own_content, -2);
  }
  for (anaphor k : {anaphor::description, anaphor::body}) {
    set(k, f::age, 3);
    set(k, f::age + 1, -3);
    set(k, f::head_in_role, 1.5);
    set(k, f::modifiers, 1.5);
    set(k, f::modifiers + 2, -1);
    set(k, f::modifiers + 3, 0.5);
    set(k, f::conflict, -3);
    set(k, f::body_named, 1);
    set(k, f::body_missing, -1.5);
    set(k, f::body_missing + 1, -2);
    set(k, f::head_other, -0.5);
    set(k, f::same_head, 1.5);
    set(k, f::head_in_name, 1.5);
    set(k, f::sort_agrees, 1);
    set(k, f::sort_differs, -2);
    set(k, f::none_determiner + 1, -0.5);
  }
  return w;
}

void keep(const decision& d, std::vector<bool> right, float weight,
          std::vector<instance>& out) {
  const bool some = std::find(right.begin(), right.end(), true) != right.end();
  const bool all = std::find(right.begin(), right.end(), false) == right.end();
  if (some && !all) out.push_back({d, std::move(right), weight});
}

void collect(const std::vector<std::unique_ptr<people_document>>& set,
             const people::weight_table& weights, float weight,
             std::size_t folds, std::size_t fold, std::vector<instance>& out) {
  for (std::size_t i = 0; i < set.size(); ++i) {
    const auto& d = set[i];
    if (d->has_pair && i % folds == fold) continue;
    const people_trace t = trace_people(*d, weights);
    const gold_answers gold(*d, t);
    for (const decision& made : t.decisions) {
      std::vector<bool> right;
      // Clusters of other genres say little of what news calls people.
      if (d->gold.has_clusters &&
          (made.kind == anaphor::description || made.kind == anaphor::body)) {
        continue;
      }
      if (gold.right_candidates(made, right)) {
        keep(made, std::move(right), weight, out);
      }
    }
  }
}

bool together(anaphor k) {
  return k == anaphor::subject || k == anaphor::object ||
         k == anaphor::possessive || k == anaphor::source;
}

double learn(const std::vector<instance>& all, int passes, double rate,
             double decay, std::uint64_t seed, real_table& w) {
  const real_table start = prior();
  // Pronouns of one person share a row; their own rows hold the difference.
  real_table shared(1), shared_square(1);
  shared[0].fill(0);
  shared_square[0].fill(1e-3);
  real_table square(anaphor_classes);
  for (auto& row : square) row.fill(1e-3);
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937_64 random(seed);
  double loss = 0;
  real_table mean(anaphor_classes);  // of the later passes
  for (auto& row : mean) row.fill(0);
  int counted = 0;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random() % i]);
    }
    loss = 0;
    for (std::size_t index : order) {
      const instance& it = all[index];
      const auto k = static_cast<std::size_t>(it.made.kind);
      const auto& cs = it.made.candidates;
      std::vector<double> p(cs.size());
      double high = -1e9;
      for (std::size_t c = 0; c < cs.size(); ++c) {
        for (const std::size_t id : cs[c].features) {
          p[c] += w[k][id];
          if (together(it.made.kind)) p[c] += shared[0][id];
        }
        high = std::max(high, p[c]);
      }
      double sum = 0, good = 0;
      for (std::size_t c = 0; c < cs.size(); ++c) {
        p[c] = std::exp(p[c] - high);
        sum += p[c];
        if (it.right[c]) good += p[c];
      }
      loss -= it.weight * std::log(good / sum);
      for (std::size_t c = 0; c < cs.size(); ++c) {
        const double g =
            it.weight * (p[c] / sum - (it.right[c] ? p[c] / good : 0));
        if (std::abs(g) < 1e-9) continue;
        for (const std::size_t id : cs[c].features) {
          if (together(it.made.kind)) {
            const double both = g + 0.2 * decay * shared[0][id];
            shared_square[0][id] += both * both;
            shared[0][id] -= rate * both / std::sqrt(shared_square[0][id]);
          }
          const double step = g + decay * (w[k][id] - start[k][id]);
          square[k][id] += step * step;
          w[k][id] -= rate * step / std::sqrt(square[k][id]);
        }
      }
    }
    if (2 * pass < passes) continue;
    ++counted;
    for (std::size_t k = 0; k < anaphor_classes; ++k) {
      const bool both = together(static_cast<anaphor>(k));
      for (std::size_t i = 0; i < people::feature::total; ++i) {
        mean[k][i] += w[k][i] + (both ? shared[0][i] : 0);
      }
    }
  }
  for (std::size_t k = 0; k < anaphor_classes; ++k) {
    for (std::size_t i = 0; i < people::feature::total; ++i) {
      w[k][i] = mean[k][i] / std::max(1, counted);
    }
  }
  return loss / static_cast<double>(std::max<std::size_t>(1, all.size()));
}

void write_weights(const people::weight_table& w, const std::string& path) {
  std::ofstream out(path);
  out << "// SPDX-License-Identifier: Apache-2.0\n"
         "// Generated by copydesk-train --only people (train_people.cpp) "
         "from own/press_train,\n// own/voa_train, gum_train, "
         "gap_validation; do not edit.\n"
         "// clang-format off\n"
         "constexpr weight_table weights = {{\n";
  for (const auto& row : w) {
    out << "{{";
    for (std::size_t i = 0; i < row.size(); ++i) {
      out << row[i] << (i + 1 == row.size() ? "" : i % 16 == 15 ? ",\n" : ",");
    }
    out << "}},\n";
  }
  out << "}};\n// clang-format on\n";
}

struct source {
  const char* name;
  float weight;
  bool headline = false;
};

using source_sets = std::vector<std::vector<std::unique_ptr<people_document>>>;

// The pairs whose index modulo `folds` is `fold` are not learned from.
real_table learn_all(const job& j, const std::vector<source>& sources,
                     const source_sets& sets, std::size_t folds,
                     std::size_t fold) {
  real_table w = prior();
  // What is read again moves the weights back and forth: the mean of the later
  // rounds.
  const int rounds = static_cast<int>(j.option("rounds", 8));
  const int late = rounds / 2;
  real_table late_mean(anaphor_classes);
  for (auto& row : late_mean) row.fill(0);
  for (int round = 0; round < rounds; ++round) {
    std::vector<instance> all;
    for (std::size_t s = 0; s < sets.size(); ++s) {
      const std::size_t before = all.size();
      collect(sets[s], rounded(w), sources[s].weight, folds, fold, all);
      if (round == 0 && folds == 1) {
        std::fprintf(stderr, "people: %s: %zu decisions\n", sources[s].name,
                     all.size() - before);
      }
    }
    // The mean of several orders of the examples: one alone moves a figure by
    // a point.
    const int orders = static_cast<int>(j.option("orders", 8));
    real_table mean(anaphor_classes);
    for (auto& row : mean) row.fill(0);
    double loss = 0;
    for (int order = 0; order < orders; ++order) {
      w = prior();
      loss += learn(all, static_cast<int>(j.option("passes", 15)),
                    j.option("rate", 0.15), j.option("decay", 0.3),
                    j.seed + static_cast<std::uint64_t>(order), w) /
              orders;
      for (std::size_t k = 0; k < anaphor_classes; ++k) {
        for (std::size_t i = 0; i < people::feature::total; ++i) {
          mean[k][i] += w[k][i] / orders;
        }
      }
    }
    w = mean;
    if (folds == 1) {
      std::fprintf(stderr, "people: round %d: loss %.4f\n", round, loss);
    }
    for (std::size_t k = 0; round >= late && k < anaphor_classes; ++k) {
      for (std::size_t i = 0; i < people::feature::total; ++i) {
        late_mean[k][i] += w[k][i] / (rounds - late);
      }
    }
  }
  return late_mean;
}

void train(const job& j, learned::model_writer& out) {
  // Names of the model that is being made.
  const std::string base = out.finish("base");
  const auto m = model::load(base);
  if (!m) return;
  const std::vector<source> sources = {
      {"own/press_train", static_cast<float>(j.option("own", 2))},
      {"own/voa_train", static_cast<float>(j.option("own", 2))},
      {"gum_train", static_cast<float>(j.option("gum", 0.5))},
      {"gap_validation", static_cast<float>(j.option("gap", 1))},
      {"gap_validation", static_cast<float>(j.option("title", 0.5)), true}};
  source_sets sets;
  for (const source& s : sources) {
    sets.push_back(
        read_people(j.data + s.name + ".jsonl", m.value(), s.headline));
    auto& set = sets.back();
    // Of GUM, only the genres whose texts may be learned from.
    set.erase(std::remove_if(
                  set.begin(), set.end(),
                  [](const auto& d) { return !may_learn_from(d->gold.id); }),
              set.end());
  }
  const auto folds = static_cast<std::size_t>(j.option("folds", 0));
  if (folds > 1) {
    std::vector<people::weight_table> weights;
    for (std::size_t k = 0; k < folds; ++k) {
      weights.push_back(rounded(learn_all(j, sources, sets, folds, k)));
    }
    score_folds(j, sets[3], folds, weights, "gap_validation by folds",
                std::cout);
    score_folds(j, sets[4], folds, weights,
                "gap_validation by folds, under the page's title", std::cout);
    return;
  }
  const real_table w = learn_all(j, sources, sets, 1, 1);
  if (j.option("write", 1) != 0) {
    write_weights(rounded(w), j.sources + "../people/weights.inc");
  } else {
    score_weights(j, m.value(), rounded(w), std::cout);
  }
}

const register_part people_part({"people",
                                 "whom pronouns and descriptions mean "
                                 "(writes people/weights.inc)",
                                 {},
                                 train,
                                 score_people});

}  // namespace
}  // namespace copydesk::train
