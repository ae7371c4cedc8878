// SPDX-License-Identifier: Apache-2.0
// line_learner.hpp - weights of lines from examples.
//
// Multinomial logistic regression with AdaGrad (Duchi et al. 2011). An example
// may have several right kinds; words are hidden at random, so that what is
// around them counts, too. Learned twice: with all features, then with those
// that weigh most.
#ifndef COPYDESK_SRC_TRAIN_LINE_LEARNER_HPP_
#define COPYDESK_SRC_TRAIN_LINE_LEARNER_HPP_

#include <array>
#include <unordered_set>
#include <vector>

#include "text/line_features.hpp"
#include "train/line_examples.hpp"

namespace copydesk::train {

using weights = std::array<float, text::line_kinds>;  // of a feature

struct line_settings {
  unsigned bits;
  std::size_t most_features, least_lines, least_text;
  int epochs;
  bool twice;
  double hide, decay, rate, scale;
  text::line_margins margins;
  explicit line_settings(const job& j)
      : bits(static_cast<unsigned>(j.option("bits", 13))),
        most_features(static_cast<std::size_t>(j.option("features", 7000))),
        least_lines(static_cast<std::size_t>(j.option("least_lines", 2))),
        least_text(static_cast<std::size_t>(j.option("least_text", 250))),
        epochs(static_cast<int>(j.option("epochs", 6))),
        twice(j.option("twice", 1) != 0),
        hide(j.option("hide", 0.15)),
        decay(j.option("decay", 2e-5)),
        rate(j.option("rate", 0.15)),
        scale(j.option("scale_weights", 12)),
        margins{static_cast<int>(j.option("boilerplate", 10)),
                static_cast<int>(j.option("byline", 8)),
                static_cast<int>(j.option("sentence", 12)),
                static_cast<int>(j.option("evidence", 3))} {}
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

// What is learned: weights by feature, and which words stand for themselves.
struct line_model {
  feature_ids ids;
  std::vector<weights> table;
  std::unordered_set<std::uint32_t> known;
  weights bias{};
};

template <class Known>
void features_of(const text::weighed_line& l, Known known,
                 std::vector<std::uint32_t>& out) {
  out.clear();
  const auto add = [&](std::uint32_t f) { out.push_back(f); };
  std::array<std::uint32_t, text::line_symbols::most> seen;
  text::line_feature::of_place(l.place, add);
  text::line_feature::of_words(l.symbols, known, seen, add);
  text::line_feature::of_line(l.symbols, l.place, seen, add);
}

// Learns from all examples but those of the fold `without` of `folds`; from
// all, if `folds` is 0.
line_model learn_lines(const line_settings& s, const std::vector<example>& all,
                       int without, int folds);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LINE_LEARNER_HPP_
