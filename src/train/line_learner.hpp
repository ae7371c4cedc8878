// SPDX-License-Identifier: Apache-2.0
// line_learner.hpp - weights of lines from examples.
//
// Multinomial logistic regression with AdaGrad (Duchi et al. 2011). An example
// may have several right kinds; words are hidden at random, so that what is
// around them counts, too. Learned twice: with all features, then with those
// that weigh most.
#ifndef COPYDESK_SRC_TRAIN_LINE_LEARNER_HPP_
#define COPYDESK_SRC_TRAIN_LINE_LEARNER_HPP_

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <unordered_set>
#include <vector>

#include "text/line_features.hpp"
#include "train/line_examples.hpp"

namespace copydesk::train {

using weights = std::array<float, text::line_kinds>;  // of a feature

struct line_settings {
  unsigned bits;
  std::size_t most_features, least_lines, least_text;
  int epochs, orders;
  std::uint64_t seed;
  bool twice;
  double hide, decay, rate, scale;
  unsigned parts;  // of the documents, for contexts
  double context_decay, context_rate;
  int context_epochs;
  std::uint32_t context_least;
  text::line_margins margins;
  explicit line_settings(const job& j)
      : bits(static_cast<unsigned>(j.option("bits", 14))),
        most_features(static_cast<std::size_t>(j.option("features", 13000))),
        least_lines(static_cast<std::size_t>(j.option("least_lines", 2))),
        least_text(static_cast<std::size_t>(j.option("least_text", 250))),
        epochs(static_cast<int>(j.option("epochs", 6))),
        orders(static_cast<int>(j.option("orders", 8))),
        seed(static_cast<std::uint64_t>(j.option("seed", 7))),
        twice(j.option("twice", 1) != 0),
        hide(j.option("hide", 0.15)),
        decay(j.option("decay", 2e-5)),
        rate(j.option("rate", 0.15)),
        scale(j.option("scale_weights", 12)),
        parts(static_cast<unsigned>(j.option("parts", 4))),
        context_decay(j.option("context_decay", 2e-4)),
        context_rate(j.option("context_rate", 0.1)),
        context_epochs(static_cast<int>(j.option("context_epochs", 6))),
        context_least(
            static_cast<std::uint32_t>(j.option("context_least", 20))),
        margins{static_cast<int>(j.option("boilerplate", 24)),
                static_cast<int>(j.option("byline", 24)),
                static_cast<int>(j.option("sentence", 24)),
                static_cast<int>(j.option("evidence", 3)),
                static_cast<int>(j.option("credited", 0))} {}
};

// Numbers of features, in an open-addressing table.
class feature_ids {
 public:
  static constexpr std::uint32_t none = ~0U;

  // `sorted` without 0.
  void set(const std::vector<std::uint32_t>& sorted) {
    features_ = sorted;
    bits_ = 4;
    while ((std::size_t{1} << bits_) < 2 * sorted.size()) ++bits_;
    slots_.assign(std::size_t{1} << bits_, none);
    for (std::uint32_t i = 0; i < sorted.size(); ++i) {
      std::size_t at = slot(sorted[i]);
      while (slots_[at] != none) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = i;
    }
  }
  std::uint32_t find(std::uint32_t feature) const {
    if (slots_.empty()) return none;
    std::size_t at = slot(feature);
    while (slots_[at] != none && features_[slots_[at]] != feature)
      at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  const std::vector<std::uint32_t>& features() const { return features_; }

 private:
  std::size_t slot(std::uint32_t feature) const {
    return (feature * text::line_feature::mixer) >> (32 - bits_);
  }
  std::vector<std::uint32_t> features_, slots_;
  unsigned bits_ = 0;
};

inline int rounded(double x, int most) {
  return std::clamp(static_cast<int>(std::lround(x)), -most, most);
}

// What is learned: weights by feature, and which words stand for themselves.
struct line_model {
  feature_ids ids;
  std::vector<weights> table;
  std::unordered_set<std::uint32_t> known;
  weights bias{};
  feature_ids context_ids;
  std::vector<weights> context;
};

template <class Known>
void features_of(const text::line_symbols& line, const text::line_place& place,
                 Known known, std::vector<std::uint32_t>& out) {
  out.clear();
  const auto add = [&](std::uint32_t f) { out.push_back(f); };
  std::array<std::uint32_t, text::line_symbols::most> seen;
  text::line_feature::of_place(place, add);
  text::line_feature::of_words(line, known, seen, add);
  text::line_feature::of_line(line, place, seen, add);
}

// What the line weighs by itself, in the numbers that are written.
text::line_sum sum_of(const line_settings& s, const line_model& m,
                      const text::line_symbols& line,
                      const text::line_place& place);

// What it weighs in its context, which look_again() found.
text::line_scores scores_in_context(const line_settings& s, const line_model& m,
                                    const example& e);

// Sets sums and contexts of the examples of the documents for which
// chosen(document) is true, by what `m` says of all lines of theirs.
void look_again(const line_settings& s, const line_model& m, line_examples& all,
                const std::function<bool(const line_document&)>& chosen);

// Learns from all examples but those of the fold `without` of `folds`; from
// all, if `folds` is 0. The weights of contexts are learned from what lines
// weigh by those of other documents.
line_model learn_lines(const line_settings& s, line_examples& all, int without,
                       int folds);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LINE_LEARNER_HPP_
