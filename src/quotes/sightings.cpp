// SPDX-License-Identifier: Apache-2.0
// Idea and cost: see the header. Invariant: sightings are in text order.
#include "quotes/sightings.hpp"

#include <algorithm>
#include <string_view>

namespace copydesk::quotes {
namespace {

// A cue is looked at closer unless its odds are worse than e^-0.3: with e^-1 no
// figure of the development sets is better by more than seeds move it.
constexpr float hopeless = -0.3F;

// What a token is to a cue by its labels.
enum role : std::uint8_t { no_role, in_content, in_source, in_cue, afar };

role role_of(const sighting& s, std::uint32_t token) {
  const std::vector<unit>& u = s.around.units;
  const auto at = std::partition_point(
      u.begin(), u.end(), [&](const unit& x) { return x.end <= token; });
  if (at == u.end() || at->first > token) return afar;
  const std::uint8_t l =
      s.found.labels[static_cast<std::size_t>(at - u.begin())];
  if (is_content(l)) return in_content;
  if (is_source(l)) return in_source;
  return l == cue_part || l == cue_head ? in_cue : no_role;
}

neighbour tell(const reading& r, const sighting& me, const sighting& other) {
  neighbour n;
  n.its_role = role_of(me, other.token);
  if (n.its_role == afar) return {};
  n.my_role = role_of(other, me.token);
  n.score = std::max(other.speech, other.thought);
  n.same_source = me.source != no_token && me.source == other.source;
  n.same_content = me.content != no_token && me.content == other.content;
  n.lemma = r.words[other.token].lemma + 1u;
  n.there = true;
  return n;
}

// Whether the scores of the cue model are too low to look any closer.
bool is_hopeless(const learned::crf& c, const std::int16_t* scores) {
  const int best = std::max(scores[speech], scores[thought]);
  return static_cast<float>(best) * c.unit() < hopeless;
}

}  // namespace

sightings::sightings(const learned::crf& cues, const learned::crf& arguments)
    : cues_(cues), sequence_(arguments) {}

bool is_plain(const reading& r, std::uint32_t t) {
  if ((r.words[t].flags & cue_verb) == 0 || t == 0 || t + 2 >= r.tags.size()) {
    return false;
  }
  if (r.tags[t + 1] == tag_colon) {
    return r.whole_at(t + 2) >= 0 && r.tags[t] == tag_cue_verb;
  }
  static constexpr std::string_view referring = "referring";
  if (r.tags[t - 1] != tag_right_mark || !ends_in_ing(r, t)) return false;
  if (r.laid.tokens[t].where().of(r.laid.clean) == referring) {
    return r.words[t + 1].tag == word_tag::to;
  }
  return r.words[t].cue == cue_class::say &&
         r.words[t + 1].tag == word_tag::that;
}

bool sightings::look(const reading& r, std::uint32_t token, style as,
                     bool plain) {
  cue_features(r, token, as, features_);
  std::int16_t scores[16] = {};
  cues_.add(features_.values.data(), features_.count, scores);
  if (is_hopeless(cues_, scores) && !(plain && is_plain(r, token))) {
    return false;
  }
  if (count_ == all_.size()) all_.emplace_back();
  sighting& s = all_[count_++];
  s.token = token;
  s.speech = scores[speech];
  s.thought = scores[thought];
  look_around(r, token, s.around);
  label(r, as, s);
  return true;
}

// The label of each unit.
void sightings::label(const reading& r, style as, sighting& s) {
  const window& w = s.around;
  sequence_.clear();
  view_.look(r, w, as);
  const auto n = static_cast<std::uint32_t>(w.units.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    sequence_.next();
    sequence_.add_with(argument_view::most, [&](std::uint64_t* to) {
      return view_.features(i, to);
    });
  }
  sequence_.decode_labels(decoding_);
  s.found.labels.resize(n);
  s.source = s.content = no_token;
  for (std::uint32_t i = n; i-- > 0;) {
    const auto label = static_cast<std::uint8_t>(sequence_.label(i));
    s.found.labels[i] = label;
    if (is_source(label)) s.source = w.units[i].first;
    if (is_content(label)) s.content = w.units[i].first;
  }
}

neighbours sightings::beside(const reading& r, std::size_t i) const {
  neighbours n;
  if (i > 0) n.left = tell(r, all_[i], all_[i - 1]);
  if (i + 1 < count_) n.right = tell(r, all_[i], all_[i + 1]);
  return n;
}

}  // namespace copydesk::quotes
