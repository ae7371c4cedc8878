// SPDX-License-Identifier: Apache-2.0
// features.hpp - what the attribution models look at. Shared with the trainer,
// so the two cannot drift apart.
//
// Three decisions, each a model of its own:
//   cue        is this word the cue of speech (S), of a thought (T) or none?
//   argument   for a cue: which units around it are content and source?
//   verdict    the cue decision again, knowing what was found
// A feature is a number mixed from the number of its template and what it
// looks at (model/hash.hpp). Cost: a constant number of features each.
#ifndef COPYDESK_SRC_QUOTES_FEATURES_HPP_
#define COPYDESK_SRC_QUOTES_FEATURES_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Filled by a feature_writer (feature_parts.hpp).
struct feature_list {
  std::array<std::uint64_t, 120> values;
  std::size_t count = 0;
};

// Whose conventions the annotation follows: own gold, or PolNeAR's (thoughts
// count, the cue takes auxiliaries, the content takes "that").
enum class style : std::uint8_t { own = 0, polnear = 1 };

// Labels of the argument model: begin, inside, end of a span, or a span of one
// unit; the words around the cue that belong to it; the cue itself.
enum argument : std::uint8_t {
  outside = 0,
  content_begin,
  content_in,
  content_end,
  content_one,
  source_begin,
  source_in,
  source_end,
  source_one,
  cue_part,
  cue_head,
  arguments
};
inline constexpr const char* argument_names[arguments] = {
    "O",        "B-CONTENT", "I-CONTENT", "E-CONTENT", "S-CONTENT", "B-SOURCE",
    "I-SOURCE", "E-SOURCE",  "S-SOURCE",  "CUE",       "HEAD"};

constexpr bool is_content(std::uint8_t label) {
  return label >= content_begin && label <= content_one;
}
constexpr bool is_source(std::uint8_t label) {
  return label >= source_begin && label <= source_one;
}
// Whether a span begins with the label.
constexpr bool is_first(std::uint8_t label) {
  return label == content_begin || label == content_one ||
         label == source_begin || label == source_one;
}

// Labels of the cue and verdict models.
enum decision : std::uint8_t { no_cue = 0, speech, thought, decisions };
inline constexpr const char* decision_names[decisions] = {"O", "SPEECH",
                                                          "THOUGHT"};

// Whether the token can be a cue at all: the gate.
bool is_candidate(const reading& r, std::uint32_t token);

void cue_features(const reading& r, std::uint32_t token, style as,
                  feature_list& out);

// What all units of a window share, and each has of its own.
class argument_view {
 public:
  // A unit has no more features than this.
  static constexpr std::size_t most = 48;

  // Looks at another window; borrows both until the next one. O(units).
  void look(const reading& r, const window& w, style as);
  // Writes the features of a unit from `to` on, which has room for `most` of
  // them; gives where they end.
  std::uint64_t* features(std::uint32_t unit, std::uint64_t* to) const;

 private:
  // A unit; its `last` and `next` are the tags of the punctuation that is
  // nearest before and after it, if any.
  struct spot {
    std::uint32_t hash = 1;
    std::uint16_t cluster = 0;
    std::uint16_t between = 0;  // the side of the cue, what it is apart from it
    std::uint8_t tag = tag_edge;
    std::uint8_t name = 0;
    std::uint8_t last = 0, last_far = 0, next = 0, next_far = 0;
  };
  static constexpr std::size_t edge = 2;  // spots without a unit

  const reading* r_ = nullptr;
  const window* w_ = nullptr;
  std::vector<spot> spots_;  // the units, and edges
  std::uint64_t style_ = 0;
  std::uint64_t class_ = 0, lemma_ = 0, form_ = 0;  // of the cue
  std::uint64_t shape_ = 0;
};

// What the argument model found for a cue.
struct arguments_found {
  std::vector<std::uint8_t> labels;  // one a unit
};

// What another cue of the window says about this one.
struct neighbour {
  bool there = false;
  std::uint8_t my_role = 0;   // what this cue is by the other's labels
  std::uint8_t its_role = 0;  // what the other is by this one's
  int score = 0;              // of the other's cue model
  bool same_source = false;
  bool same_content = false;  // both begin at one token
  std::uint32_t lemma = 0;
};
struct neighbours {
  neighbour left, right;
};

void verdict_features(const reading& r, const window& w,
                      const arguments_found& found, int speech_score,
                      int thought_score, const neighbours& beside, style as,
                      feature_list& out);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_FEATURES_HPP_
