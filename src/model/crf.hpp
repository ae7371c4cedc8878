// SPDX-License-Identifier: Apache-2.0
// crf.hpp - linear-chain models: hashed features in, labels out.
//
// Idea: a section of kind `crf` holds for each known feature a row of one
// int8 weight a label, and a matrix of transition weights. A token's scores
// are the sum of the rows of its features; decoding finds the best sequence
// of labels under the transitions (Viterbi), in integers, so every machine
// gives the same answer. One label a token makes it a linear classifier: use
// add() alone, without decode().
//
// How a room uses it:
//
//     const crf* c = m.get().find_crf(tag("QUOT"));       nullptr: no model
//     crf_sequence seq(*c);
//     for each token {
//       seq.next();                                       a new token
//       seq.add(mix(template_number, hash_of(word)));     its features
//     }
//     seq.decode(work);             work: a crf_work, kept and reused
//     seq.label(i), c->label_name(seq.label(i)), seq.margin(i)
//
// Where only labels are wanted, or margins of few sequences: decode_labels(),
// then find_margins().
//
// The trainer (train/crf_trainer.hpp) takes the very same features, so let one
// function make them for both. A feature that training did not keep costs one
// look-up and adds nothing. Let features carry their own template number (see
// hash.hpp), or two templates share weights.
//
// The label "O" has no weights of its own when the trainer was asked so: its
// score is 0 and all others are measured against it.
#ifndef COPYDESK_SRC_MODEL_CRF_HPP_
#define COPYDESK_SRC_MODEL_CRF_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "copydesk/result.hpp"
#include "model/bytes.hpp"
#include "model/lanes.hpp"

namespace copydesk::learned {

// A transition that never happens.
inline constexpr std::int16_t crf_barred = -16000;

// Memory that decoding works in; reuse it between calls.
struct crf_work {
  std::vector<std::int16_t> forward;
};

class crf {
 public:
  static constexpr std::uint32_t max_labels = 64;
  // Features of one token; more could overflow its int16 scores.
  static constexpr std::uint32_t max_features = 250;
  static constexpr std::uint32_t max_rows = 1U << 20;
  // Rows that a line of the index stands for.
  static constexpr std::uint32_t row_lanes = 30;
  // Stands for "the sequence begins (ends) here" in decode().
  static constexpr std::uint32_t no_label = max_labels;

  // Checks the bytes of a section; the result borrows them. The offset of a
  // failure counts from section.data(). O(section.size()).
  static result<crf> read(std::string_view section);

  std::uint32_t labels() const noexcept { return labels_; }
  // Scores a token takes: labels() rounded up to 4, 8 or a multiple of 16.
  std::uint32_t stride() const noexcept { return stride_; }
  static constexpr std::uint32_t stride_of(std::uint32_t labels) noexcept {
    return labels <= 4 ? 4 : labels <= 8 ? 8 : (labels + 15) / 16 * 16;
  }
  std::uint32_t rows() const noexcept { return rows_; }
  // "O", "B-PERSON"...; borrowed from the section. Requires i < labels().
  std::string_view label_name(std::uint32_t i) const noexcept {
    return names_[i];
  }
  // The label of that name, or no_label. O(labels()).
  std::uint32_t find_label(std::string_view name) const noexcept;
  // What one unit of score is in natural logarithms of odds.
  float unit() const noexcept { return unit_; }

  // Adds the weights of features to scores[0, stride()).
  void add(const std::uint64_t* features, std::size_t count,
           std::int16_t* scores) const noexcept;
  // Adds those of many tokens, whose scores stand one after another. ends[i]
  // is where the features of token i end and those of the next one begin.
  // Much faster than one by one: what each of them waits for in memory is
  // fetched side by side.
  void add(const std::uint64_t* features, const std::size_t* ends,
           std::size_t tokens, std::int16_t* scores) const noexcept;
  // Adds to the scores of `tokens` tokens, which stand one after another, sums
  // that were made before: which[each * i] and on are the places in `sums` of
  // those of token i, stride() numbers each.
  void add_sums(const std::int16_t* sums, const std::uint32_t* which,
                std::size_t each, std::size_t tokens,
                std::int16_t* scores) const noexcept;

  // Whether add() may use registers of 32 bytes where the processor has them,
  // as it does from read() on. The sums are the same; for tests.
  void use_wide_registers(bool yes) noexcept;

  // The best labels of `count` tokens whose scores stand one after another,
  // stride() each; scores are changed. `before` and `after` are the labels
  // on both sides, or no_label where the sequence begins or ends. Always gives
  // labels < labels(). O(count * labels()^2).
  void decode(std::int16_t* scores, std::size_t count, std::uint32_t before,
              std::uint32_t after, crf_work& work, std::uint8_t* labels) const;
  // For each token from `first` on by how much the best sequence beats the
  // best one with another label there, in units (the margin of a span is the
  // least of its tokens'). Requires the scores, labels and work of the last
  // decode(). Costs as much as decode() again, so ask only when a label is
  // worth it.
  void find_margins(const std::int16_t* scores, std::size_t count,
                    std::size_t first, std::uint32_t after,
                    const crf_work& work, const std::uint8_t* labels,
                    std::int16_t* margins) const;

  // The weights of going from a label to the next one, or back: a row of
  // stride() for each label, the last one from outside the sequence.
  struct moves {
    std::vector<std::int16_t> weight;
    // For each label -1 if fewer labels may follow it than follow another.
    std::vector<std::int16_t> narrow;
    // Weights from narrow labels by how far the next one is: to label y from
    // y - apart.
    struct diagonal {
      int apart = 0;
      std::vector<std::int16_t> weight;  // by the next label
    };
    std::vector<diagonal> diagonals;
    // 1 (or -1) if no diagonal is apart by anything but 0, this or twice this;
    // otherwise 0. Then their weights once more, a row for each of the three.
    int way = 0;
    std::vector<std::int16_t> near;
    // A row for each label x that is not narrow: by how much another one, z,
    // does better from its weights at most. If z is behind x by as much or
    // more, it is nowhere better than x. What the diagonals hold is never
    // better; crf_decode.cpp leaves it out.
    std::vector<std::int16_t> gain;
    std::vector<std::int16_t> shut;  // crf_barred for narrow labels, else 0
    std::vector<std::uint8_t> wide;  // the others
  };

 private:
  crf() = default;
  static void learn(moves& m, std::uint32_t labels, std::uint32_t stride);
  // Calls run with stride() as a constant.
  template <class Run>
  void with_width(Run&& run) const {
    switch (stride_) {
      case 4:
        return run(std::integral_constant<int, 4>());
      case 8:
        return run(std::integral_constant<int, 8>());
      case 16:
        return run(std::integral_constant<int, 16>());
      case 32:
        return run(std::integral_constant<int, 32>());
      case 48:
        return run(std::integral_constant<int, 48>());
      default:
        return run(std::integral_constant<int, 64>());
    }
  }

  const byte* index_ = nullptr;
  const byte* weights_ = nullptr;
  std::uint32_t lines_ = 1;
  std::uint32_t rows_ = 0;
  std::uint32_t labels_ = 0;
  std::uint32_t stride_ = 0;
  float unit_ = 0;
  bool wide_registers_ = false;
  std::vector<std::string_view> names_;
  moves forward_, backward_;
};

// Features of a sequence, gathered token by token, then decoded. Keep it and
// clear() it for the next sequence.
class crf_sequence {
 public:
  explicit crf_sequence(const crf& c) : crf_(c) {}
  void clear() noexcept { ends_.clear(); }
  void next() { ends_.push_back(count()); }
  // Requires a token and at most crf::max_features calls for it.
  void add(std::uint64_t feature) {
    *room(1) = feature;
    ++ends_.back();
  }
  std::size_t size() const noexcept { return ends_.size(); }
  // Adds several at once, which `write` puts where it is told to, at most
  // `most` of them; it gives where they end. Requires a token.
  template <class Write>
  void add_with(std::size_t most, Write&& write) {
    std::uint64_t* const to = room(most);
    ends_.back() += static_cast<std::size_t>(write(to) - to);
  }
  void decode_labels(crf_work& work) {
    scores_.assign(size() * crf_.stride(), 0);
    crf_.add(features_.data(), ends_.data(), size(), scores_.data());
    labels_.resize(size());
    crf_.decode(scores_.data(), size(), crf::no_label, crf::no_label, work,
                labels_.data());
  }
  // Margins of the tokens from `first` on, after decode_labels().
  void find_margins(const crf_work& work, std::size_t first) {
    margins_.resize(size());
    crf_.find_margins(scores_.data(), size(), first, crf::no_label, work,
                      labels_.data(), margins_.data());
  }
  void decode(crf_work& work) {
    decode_labels(work);
    find_margins(work, 0);
  }
  std::uint32_t label(std::size_t i) const noexcept { return labels_[i]; }
  int margin(std::size_t i) const noexcept { return margins_[i]; }

 private:
  std::size_t count() const noexcept {
    return ends_.empty() ? 0 : ends_.back();
  }
  // Memory for `most` more features.
  std::uint64_t* room(std::size_t most) {
    const std::size_t from = count();
    if (features_.size() < from + most) features_.resize(2 * (from + most));
    return features_.data() + from;
  }

  const crf& crf_;
  std::vector<std::uint64_t> features_;  // with room behind the last one
  std::vector<std::size_t> ends_;        // of each token's features
  std::vector<std::int16_t> scores_, margins_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_CRF_HPP_
