// SPDX-License-Identifier: Apache-2.0
// names_corpus.hpp - what each corpus says in our types.
#ifndef COPYDESK_SRC_TRAIN_NAMES_CORPUS_HPP_
#define COPYDESK_SRC_TRAIN_NAMES_CORPUS_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/span.hpp"
#include "text/laid_text.hpp"
#include "train/part.hpp"

namespace copydesk::train {

// Sets of types are bits in the order of entities::tagged_types.
inline constexpr std::uint64_t all_types = (1U << 10) - 1;
// In a set: it may also be no name at all by our guideline.
inline constexpr std::uint64_t or_nothing = 1U << 15;

// In a set: the tokens may have any labels, also across the span's ends.
inline constexpr std::uint64_t anything = 1U << 14;

// The set of a type's name: "PLACE" is GPE, LOC and FAC, "MISC" any of the
// rarer ones or nothing; 0 for what is no name (dates).
std::uint64_t types_of(const std::string& name);

struct span_labels {
  span where;
  std::uint64_t types = 0;
};

struct names_document {
  std::string text;
  std::vector<span_labels> spans;
};

struct names_corpus {
  std::string name;
  float weight = 1;
  std::uint64_t open_types = 0;  // not annotated
  std::vector<names_document> documents;
};

// All corpora of the shipped tagger, from j.data; the articles of our own from
// j.sources.
std::vector<names_corpus> names_corpora(const job& j);

// Corpora without names, whose texts a tagger annotates.
std::vector<names_corpus> bare_corpora(const job& j);

// O, then B-, I-, E-, S- of each type.
std::vector<std::string> name_labels();

// Labels of tokens as sets of bits.
class label_set {
 public:
  explicit label_set(const std::vector<std::string>& labels);
  // Labels of `types` at a place: 'B', 'I', 'E', 'S', or '*' for all.
  std::uint64_t of(std::uint64_t types, char place) const;
  // What is left of a set at the first (last) token of a sequence.
  std::uint64_t at_edge(std::uint64_t set, bool first) const;

 private:
  std::vector<std::string> labels_;
};

// The labels that each token may have. Spans that do not begin and end with
// tokens are counted in `missed`.
std::vector<std::uint64_t> allowed_labels(const text::laid_text& laid,
                                          const std::vector<span_labels>& gold,
                                          std::uint64_t open_types,
                                          const label_set& tags,
                                          std::size_t& missed);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_NAMES_CORPUS_HPP_
