// SPDX-License-Identifier: Apache-2.0
// train_dialogue.cpp - learns the weights of people/dialogue.hpp.
//
// Idea: a conditional random field of the second order over the turns of a
// text, trained by AdaGrad on the share that paths with the right voices have
// of all paths. A voice is right if it has the name of the speaker, or if the
// quotations that it is told for are the speaker's. Texts are read as the
// library reads them, quotations and names included; where a set has lost its
// paragraphs, half of the copies get them back at the turns.
// --score scores each tale by weights learned from others (--set folds=N).
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <random>

#include "people/dialogue.hpp"
#include "train/dialogue_gold.hpp"
#include "train/part.hpp"

namespace copydesk::train {
namespace {

using nlohmann::json;

constexpr std::size_t features = people::dialogue_features;
using real_weights = std::vector<double>;

people::dialogue_weights rounded(const real_weights& w) {
  people::dialogue_weights out{};
  for (std::size_t i = 0; i < features; ++i) {
    out[i] = static_cast<std::int16_t>(
        std::lround(std::clamp(w[i] * 256.0, -4000.0, 4000.0)));
  }
  return out;
}

// ---- the chain

constexpr std::size_t wide = limits::max_voices;

class chain_sums {
 public:
  chain_sums(const talk_sample& s, const real_weights& w)
      : s_(s), c_(s.talk), w_(w) {}

  // Adds the gradient of the loss to `g`; returns the loss.
  double run(std::map<std::uint16_t, double>& g) {
    double loss = 0;
    std::size_t begin = 0;
    while (begin < c_.turns.size()) {
      std::size_t end = begin + 1;
      while (end < c_.turns.size() && !c_.turns[begin].cast.empty() &&
             end - begin < limits::max_turns && !c_.turns[end].cast.empty() &&
             people::link_of(c_, end, -1, 0, 0).size > 0) {
        ++end;
      }
      bool known = false;
      for (std::size_t t = begin; t < end; ++t) {
        known = known || !s_.right[t].empty();
      }
      if (known) {
        loss += walk(begin, end, false, 1, g) - walk(begin, end, true, -1, g);
      }
      begin = end;
    }
    return loss;
  }

 private:
  using table = std::array<double, wide * wide>;

  template <class F>
  double sum(const F& f) const {
    double out = 0;
    for (std::size_t i = 0; i < f.size; ++i) out += w_[f.features[i]];
    return out;
  }

  static unsigned pattern(bool earlier, std::uint32_t z, std::uint32_t a,
                          std::uint32_t b) {
    if (a == b) return 0;
    if (!earlier || z == a) return 1;
    return z == b ? 2 : 3;
  }

  people::turn_link link(std::size_t t, unsigned pattern) const {
    const std::int64_t earlier[] = {-1, -1, 1, 2};
    return people::link_of(c_, t, earlier[pattern], 0, pattern == 0 ? 0 : 1);
  }

  // log of the sum over all paths (held: of those that are right); adds
  // `sign` times the expected features.
  double walk(std::size_t begin, std::size_t end, bool held, double sign,
              std::map<std::uint16_t, double>& g) {
    const std::size_t n = end - begin;
    std::vector<table> ahead(n), back(n);
    std::vector<std::array<double, wide>> own(n);
    std::vector<std::array<double, 4>> links(n);
    double log_sum = 0;
    const auto size = [&](std::size_t t) { return c_.turns[t].cast.size(); };
    const auto voice = [&](std::size_t t, std::size_t i) {
      return c_.turns[t].cast[i].voice;
    };
    for (std::size_t t = begin; t < end; ++t) {
      const auto& right = s_.right[t];
      for (std::size_t i = 0; i < size(t); ++i) {
        const bool may = !held || right.empty() || right[i];
        own[t - begin][i] = may ? std::exp(sum(c_.turns[t].cast[i])) : 0;
      }
      for (unsigned p = 0; p < 4 && t > begin; ++p) {
        links[t - begin][p] = std::exp(sum(link(t, p)));
      }
    }
    const auto normalise = [&](table& x) {
      double total = 0;
      for (double v : x) total += v;
      if (total <= 0) return;
      for (double& v : x) v /= total;
      log_sum += std::log(total);
    };
    for (std::size_t t = begin; t < end; ++t) {
      table& x = ahead[t - begin];
      x.fill(0);
      if (t == begin) {
        for (std::size_t b = 0; b < size(t); ++b) x[b] = own[0][b];
      } else {
        const bool earlier = t > begin + 1;
        for (std::size_t a = 0; a < size(t - 1); ++a) {
          for (std::size_t b = 0; b < size(t); ++b) {
            double v = 0;
            for (std::size_t z = 0; z < (earlier ? size(t - 2) : 1); ++z) {
              v += ahead[t - 1 - begin][z * wide + a] *
                   links[t - begin]
                        [pattern(earlier, earlier ? voice(t - 2, z) : 0,
                                 voice(t - 1, a), voice(t, b))];
            }
            x[a * wide + b] = v * own[t - begin][b];
          }
        }
      }
      normalise(x);
    }
    const double out = log_sum;
    back[n - 1].fill(1);
    for (std::size_t t = end - 1; t > begin; --t) {
      table& x = back[t - 1 - begin];
      x.fill(0);
      const bool earlier = t > begin + 1;
      table flow{};  // of pairs at t, for the links
      double total = 0;
      std::array<double, 4> by_pattern{};
      for (std::size_t z = 0; z < (earlier ? size(t - 2) : 1); ++z) {
        for (std::size_t a = 0; a < size(t - 1); ++a) {
          for (std::size_t b = 0; b < size(t); ++b) {
            const unsigned p = pattern(earlier, earlier ? voice(t - 2, z) : 0,
                                       voice(t - 1, a), voice(t, b));
            const double v = links[t - begin][p] * own[t - begin][b] *
                             back[t - begin][a * wide + b];
            x[z * wide + a] += v;
            const double whole = v * ahead[t - 1 - begin][z * wide + a];
            by_pattern[p] += whole;
            flow[a * wide + b] += whole;
            total += whole;
          }
        }
      }
      if (total > 0) {
        for (unsigned p = 0; p < 4; ++p) {
          add(link(t, p), sign * by_pattern[p] / total, g);
        }
        for (std::size_t b = 0; b < size(t); ++b) {
          double share = 0;
          for (std::size_t a = 0; a < size(t - 1); ++a) {
            share += flow[a * wide + b];
          }
          add(c_.turns[t].cast[b], sign * share / total, g);
        }
      }
      double high = 0;
      for (double v : x) high = std::max(high, v);
      if (high > 0) {
        for (double& v : x) v /= high;
      }
    }
    double total = 0;
    for (std::size_t b = 0; b < size(begin); ++b) {
      total += ahead[0][b] * back[0][b];
    }
    for (std::size_t b = 0; b < size(begin) && total > 0; ++b) {
      add(c_.turns[begin].cast[b], sign * ahead[0][b] * back[0][b] / total, g);
    }
    return out;
  }

  template <class F>
  static void add(const F& f, double v, std::map<std::uint16_t, double>& g) {
    if (v == 0) return;
    for (std::size_t i = 0; i < f.size; ++i) g[f.features[i]] += v;
  }

  const talk_sample& s_;
  const conversation& c_;
  const real_weights& w_;
};

real_weights learn_once(const std::vector<const talk_sample*>& all,
                        const job& j, std::uint64_t seed) {
  real_weights w(features, 0), square(features, 1e-2), mean(features, 0);
  const int passes = static_cast<int>(j.option("passes", 20));
  const double rate = j.option("rate", 0.2), decay = j.option("decay", 0.2);
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937_64 random(seed);
  int counted = 0;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random() % i]);
    }
    double loss = 0;
    for (std::size_t index : order) {
      std::map<std::uint16_t, double> g;
      loss += chain_sums(*all[index], w).run(g);
      for (const auto& [f, v] : g) {
        const double step = all[index]->weight * v + decay * w[f];
        square[f] += step * step;
        w[f] -= rate * step / std::sqrt(square[f]);
      }
    }
    if (j.tell) j.tell("dialogue: loss " + std::to_string(loss));
    if (2 * pass < passes) continue;
    ++counted;
    for (std::size_t i = 0; i < features; ++i) mean[i] += w[i];
  }
  for (double& v : mean) v /= counted;
  return mean;
}

// The mean of several orders of the texts.
real_weights learn(const std::vector<const talk_sample*>& all, const job& j) {
  const int orders = static_cast<int>(j.option("orders", 4));
  real_weights out(features, 0);
  for (int order = 0; order < orders; ++order) {
    const real_weights w =
        learn_once(all, j, j.seed + static_cast<std::uint64_t>(order));
    for (std::size_t i = 0; i < features; ++i) out[i] += w[i] / orders;
  }
  return out;
}

void write_weights(const people::dialogue_weights& w, const std::string& path) {
  std::ofstream out(path);
  out << "// SPDX-License-Identifier: Apache-2.0\n"
         "// Generated by copydesk-train --only dialogue "
         "(train_dialogue.cpp) from litbank,\n// own/press_train, "
         "own/voa_train; do not edit.\n"
         "// clang-format off\n"
         "constexpr dialogue_weights voice_weights = {{\n";
  for (std::size_t i = 0; i < w.size(); ++i) {
    out << w[i] << (i + 1 == w.size() ? "" : i % 16 == 15 ? ",\n" : ",");
  }
  out << "}};\n// clang-format on\n";
}

// Who says what, in the form of the command's output.
void write_answers(const talk_document& d, const people::dialogue_weights& w,
                   std::ostream& out) {
  const auto all =
      people::attribute(d.trace->read, d.trace->who, d.trace->said, w);
  json quotes = json::array();
  for (std::size_t q = 0; q < all.size(); ++q) {
    json one;
    for (const auto& s : d.read->said.quotations[q].content) {
      one["content"].push_back({s.begin, s.end});
    }
    if (all[q].known) {
      one["speaker"] = {{"span", {all[q].where.begin, all[q].where.end}},
                        {"name", all[q].text},
                        {"confidence", all[q].confidence}};
    }
    quotes.push_back(std::move(one));
  }
  out << json({{"id", d.id}, {"quotes", quotes}}).dump() << '\n';
}

void count(const std::vector<talk_document>& all,
           const people::dialogue_weights& w,
           const std::vector<std::size_t>& which, std::size_t (&right)[4],
           std::size_t (&of)[4]) {
  for (std::size_t i : which) {
    const talk_sample& s = all[i].made;
    const auto cast = people::cast_voices(s.talk, w);
    for (std::size_t t = 0; t < s.talk.turns.size(); ++t) {
      if (s.right[t].empty()) continue;
      const auto how = static_cast<std::size_t>(s.talk.turns[t].how);
      ++of[how];
      right[how] += s.right[t][cast[t].chosen];
    }
  }
}

struct corpora {
  std::vector<talk_document> plain, laid;  // tales, with and without paragraphs
  std::vector<talk_document> news;
};

corpora read_all(const job& j, const model& m) {
  corpora out;
  const auto laid = static_cast<float>(j.option("laid", 0.5));
  for (const gold_tale& t : read_tales(j.data + "litbank.jsonl")) {
    gold_tale one = t, two = t;
    without_lines(one);
    with_paragraphs(two);
    out.plain.push_back(make_talk(one, m, 1));
    out.laid.push_back(make_talk(two, m, laid));
  }
  for (const char* set : {"own/press_train", "own/voa_train"}) {
    for (const gold_tale& t : read_tales(j.data + set + ".jsonl")) {
      talk_document d = make_talk(t, m, 1);
      const auto& right = d.made.right;
      if (std::any_of(right.begin(), right.end(),
                      [](const auto& r) { return !r.empty(); })) {
        out.news.push_back(std::move(d));
      }
    }
  }
  std::fprintf(stderr, "dialogue: %zu tales, %zu texts of news\n",
               out.plain.size(), out.news.size());
  return out;
}

// Weights learned from all tales but every `folds`th one; folds = 0: all.
people::dialogue_weights learn_without(const corpora& c, int folds, int fold,
                                       const job& j) {
  std::vector<const talk_sample*> all;
  for (std::size_t i = 0; i < c.plain.size(); ++i) {
    if (folds > 0 && static_cast<int>(i) % folds == fold) continue;
    all.push_back(&c.plain[i].made);
    all.push_back(&c.laid[i].made);
  }
  for (const talk_document& d : c.news) all.push_back(&d.made);
  return rounded(learn(all, j));
}

void train(const job& j, learned::model_writer& out) {
  // Names and quotations of the model that is being made.
  const std::string base = out.finish("base");
  const auto m = model::load(base);
  if (!m) return;
  const corpora c = read_all(j, m.value());
  write_weights(learn_without(c, 0, 0, j),
                j.sources + "../people/dialogue_weights.inc");
}

// Each tale by weights learned from others. Writes people_folds.jsonl, and
// people_folds_laid.jsonl of the texts with paragraphs, for
// score_speakers.py.
void score(const job& j, const model& m, std::ostream& out) {
  const corpora c = read_all(j, m);
  const int folds = static_cast<int>(j.option("folds", 5));
  const std::vector<talk_document>* sets[] = {&c.plain, &c.laid};
  std::ofstream answers[] = {std::ofstream("people_folds.jsonl"),
                             std::ofstream("people_folds_laid.jsonl")};
  std::size_t right[2][4] = {}, of[2][4] = {};
  for (int fold = 0; fold < folds; ++fold) {
    const people::dialogue_weights w = learn_without(c, folds, fold, j);
    std::vector<std::size_t> test;
    for (std::size_t i = 0; i < c.plain.size(); ++i) {
      if (static_cast<int>(i) % folds == fold) test.push_back(i);
    }
    for (int k = 0; k < 2; ++k) {
      count(*sets[k], w, test, right[k], of[k]);
      for (std::size_t i : test) write_answers((*sets[k])[i], w, answers[k]);
    }
  }
  const char* names[] = {"open", "pronoun", "description"};
  for (int k = 0; k < 2; ++k) {
    for (int h = 0; h < 3; ++h) {
      char line[96];
      std::snprintf(
          line, sizeof line, "%s, %s: %zu of %zu (%.1f %%)\n",
          k == 0 ? "as it is" : "with paragraphs", names[h], right[k][h],
          of[k][h],
          100.0 * static_cast<double>(right[k][h]) /
              static_cast<double>(std::max<std::size_t>(of[k][h], 1)));
      out << line;
    }
  }
}

const register_part dialogue_part({"dialogue",
                                   "who speaks in turn (writes "
                                   "people/dialogue_weights.inc)",
                                   {},
                                   train,
                                   score});

}  // namespace
}  // namespace copydesk::train
