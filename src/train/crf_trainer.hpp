// SPDX-License-Identifier: Apache-2.0
// crf_trainer.hpp - learns the weights of a linear-chain model.
//
// Idea: conditional likelihood of the labels, by stochastic gradient steps a
// sequence with AdaGrad rates and features dropped at random; afterwards the
// rows that matter least are cut, the rest is trained on, and the weights are
// rounded to int8. A token may leave its label open: it then carries a set of
// allowed labels and the likelihood is that of the set, so corpora of
// different guidelines can be learned together ("place" is any of GPE, LOC
// and FAC; a corpus without nationalities says nothing about them).
//
//     crf_trainer t({"O", "B-CUE", "I-CUE", "E-CUE", "S-CUE"});
//     for each sequence {
//       t.begin();
//       for each token {
//         t.next(crf_trainer::only(label));   or any set of labels, as bits
//         t.add(feature);                     the features of model/crf.hpp
//       }
//     }
//     writer.set(tag("QUOT"), section_kind::crf, t.train(options, report));
//
// One token a sequence gives a logistic (maximum entropy) classifier.
//
// Open labels have several solutions, and the mean of two of them is none.
// After `settle` passes each open label therefore becomes the likeliest one of
// those allowed, and only then several learners go their own ways.
//
// Several learners that see the examples in another order and lose other
// features make one better than each: the mean of their weights costs nothing
// when it is used. They learn side by side and are added up in order.
//
// Deterministic: the same calls and options give the same bytes. Memory is 8
// bytes a feature of a token and, for each learner at work, 8 bytes a weight of
// a kept feature, 16 with `mean`; about 5 us a token and pass. The outside
// label has no weights.
// Sources: Duchi et al., "Adaptive subgradient methods", 2011; Lafferty et al.,
// "Conditional random fields", 2001; Tsuboi et al., "Training conditional
// random fields using incomplete annotations", 2008.
#ifndef COPYDESK_SRC_TRAIN_CRF_TRAINER_HPP_
#define COPYDESK_SRC_TRAIN_CRF_TRAINER_HPP_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/crf_writer.hpp"

namespace copydesk::train {

struct crf_options {
  int epochs = 8;                   // with all features
  int epochs_pruned = 4;            // after the cut to max_rows
  float rate = 0.15F;               // AdaGrad's step, falling to a twentieth
  float decay = 1e-6F;              // L2, applied where a weight is touched
  float dropout = 0.35F;            // chance of a feature to be left out
  std::uint32_t min_count = 2;      // rarer features are not learned
  std::uint32_t max_rows = 100000;  // of the finished section
  std::uint64_t seed = 1;
  bool bioes = true;  // keep to B- I- E- S- sequences
  int settle = 0;     // passes before open labels are settled
  bool mean = false;  // weights: the mean of those on the way
  int runs = 1;       // learners of other seeds, whose mean is taken
  int threads = 2;    // learners at once; changes no byte
};

class crf_trainer {
 public:
  // Told how far it is; may be empty.
  using report = std::function<void(const std::string&)>;

  // At most 64 labels; the first one is the outside label.
  explicit crf_trainer(std::vector<std::string> labels);

  static constexpr std::uint64_t only(std::uint32_t label) {
    return std::uint64_t{1} << label;
  }
  // Index of a label. Requires that it exists.
  std::uint32_t label(const std::string& name) const;
  const std::vector<std::string>& labels() const { return labels_; }

  // A sequence that counts `weight` times.
  void begin(float weight = 1);
  // A token with the labels it may have. Requires a non-empty set.
  void next(std::uint64_t allowed);
  // A feature of the token.
  void add(std::uint64_t feature) { features_.push_back(feature); }
  std::size_t tokens() const { return token_begin_.size(); }

  // Learns and gives the bytes of a crf section. The features given are used
  // up.
  std::string train(const crf_options& options, const report& tell);

 private:
  struct sequence {
    std::size_t first_token, token_end;
    float weight;
  };
  void close();
  std::vector<std::string> labels_;
  std::vector<sequence> sequences_;
  std::vector<std::size_t> token_begin_;  // into features_
  std::vector<std::uint64_t> allowed_;
  std::vector<std::uint64_t> features_;
};

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_CRF_TRAINER_HPP_
