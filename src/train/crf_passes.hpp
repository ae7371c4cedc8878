// SPDX-License-Identifier: Apache-2.0
// crf_passes.hpp - passes of learning over examples; used by crf_trainer.cpp.
#ifndef COPYDESK_SRC_TRAIN_CRF_PASSES_HPP_
#define COPYDESK_SRC_TRAIN_CRF_PASSES_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "train/crf_trainer.hpp"
#include "train/lattice.hpp"
#include "train/random_numbers.hpp"

namespace copydesk::train {

// What is learned from. Features are numbers; `no_feature` is left out.
struct crf_examples {
  static constexpr std::uint32_t no_feature = 0xffffffff;
  struct sequence {
    std::size_t first_token, token_end;
    float weight;
  };
  std::vector<sequence> sequences;
  std::vector<std::size_t> token_begin;  // into ids, one more than tokens
  std::vector<std::uint64_t> allowed;    // labels of each token
  std::vector<std::uint32_t> ids;
};

// Weights with the sums of their squared gradients.
struct crf_numbers {
  std::size_t labels = 0, width = 0;       // width: labels to a multiple of 8
  std::vector<float> rows, row_squares;    // features x width
  std::vector<float> moves, move_squares;  // (labels + 1)^2

  void resize(std::size_t label_count, std::size_t features);
  // Adds `other` times `by`.
  void add(const crf_numbers& other, float by);
};

// Leaves each token of `in` the one label of the likeliest sequence that its
// labels allow.
void settle(const crf_numbers& by, const std::vector<std::int16_t>& bars,
            crf_examples& in);

// One learner, with its own order of the examples. Borrows all it is given.
class crf_passes {
 public:
  // `bars`: which transitions are forbidden, as learned::bioes_transitions().
  crf_passes(const crf_options& o, const std::vector<std::int16_t>& bars,
             const crf_examples& from, std::uint64_t seed);

  // Where to begin from.
  void set(const crf_numbers& from) { l_ = from; }
  // The last weights; or their mean over the steps of the last run(), where
  // options.mean asks for it.
  crf_numbers take() { return std::move(l_); }

  // Told of each pass: its number from 1 on and the loss a token.
  using report = std::function<void(int, double)>;
  // Passes while the rate falls from `begin` to `end`.
  void run(int epochs, float begin, float end, const report& tell);

 private:
  double step(std::size_t first, std::size_t end, float weight, float rate);
  void expand_move(std::size_t at);
  void expand_moves();
  void score(std::size_t first, std::size_t n);
  void touch(float& w, float& square, float gradient) const;
  void update_rows(std::size_t n, float weight);
  void add_pairs(const lattice& m, const std::vector<float>& e, std::size_t n,
                 float sign);
  void update_moves(std::size_t n, float weight);

  const crf_options& options_;
  const std::vector<std::int16_t>& bars_;
  const crf_examples& from_;
  random_numbers random_, shuffle_;
  std::vector<std::size_t> order_;
  crf_numbers l_;
  float rate_ = 0;
  lattice all_, gold_;
  std::vector<float> e_, bound_, t_, t_back_, to_end_, pairs_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::size_t> kept_begin_;
};

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_CRF_PASSES_HPP_
