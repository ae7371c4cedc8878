// SPDX-License-Identifier: Apache-2.0
// sightings.hpp - likely cues and what each of them claims, side by side.
//
// Idea: cues of one sentence compete and agree: "he said she would warn" has
// one cue inside the content of the other, "officials said, adding that" has
// two with one source. Each likely cue is looked at closely on its own; only
// then, when its neighbours are known, is it judged. Shared with the trainer.
//
// In order of use: clear(); look() at each candidate in text order; then read
// at(i) and beside(i). Memory is reused. The reader clears at
// limits::max_sightings, the trainer at the end of a document.
#ifndef COPYDESK_SRC_QUOTES_SIGHTINGS_HPP_
#define COPYDESK_SRC_QUOTES_SIGHTINGS_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/crf.hpp"
#include "quotes/features.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// A cue with the labels around it.
struct sighting {
  window around;
  arguments_found found;
  int speech = 0, thought = 0;       // scores of the cue model
  std::uint32_t token = 0;           // the cue
  std::uint32_t source = no_token;   // first token of the source
  std::uint32_t content = no_token;  // first token of the content
};

// Whether a verb is a cue by where it stands, whatever the models know of it:
// she boomed: "..."; "...," adding that, referring to. O(1).
bool is_plain(const reading& r, std::uint32_t token);

class sightings {
 public:
  // Both models must outlive the object.
  sightings(const learned::crf& cues, const learned::crf& arguments);

  void clear() { count_ = 0; }
  std::size_t size() const { return count_; }

  // Keeps the candidate unless it is hopeless; whether it did. With `plain`
  // the words around may save one (is_plain()). O(window).
  bool look(const reading& r, std::uint32_t token, style as,
            bool plain = false);

  const sighting& at(std::size_t i) const { return all_[i]; }

  // What the nearest sightings on both sides say about sighting i, if they
  // stand in its window. O(log window).
  neighbours beside(const reading& r, std::size_t i) const;

 private:
  void label(const reading& r, style as, sighting& s);

  const learned::crf& cues_;
  feature_list features_;
  argument_view view_;
  learned::crf_sequence sequence_;
  learned::crf_work decoding_;
  std::vector<sighting> all_;
  std::size_t count_ = 0;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_SIGHTINGS_HPP_
