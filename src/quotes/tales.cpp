// SPDX-License-Identifier: Apache-2.0
// tales.cpp - see tales.hpp.
#include "quotes/tales.hpp"

#include "quotes/said.hpp"

namespace copydesk::quotes {
namespace {

constexpr std::size_t fewest_pairs = 3;
constexpr std::uint32_t most_pairs = 6;  // of one speaker in a paragraph

// Bodies, nations, places and dates in a thousand tokens; novels have 12 in
// the middle, news 46 and more.
constexpr std::size_t most_names = 18;

}  // namespace

tales::tales(const reading& r) : r_(r) {
  if (r.pairs.size() < fewest_pairs) return;
  std::size_t names = 0;
  for (const std::uint8_t n : r.names) {
    if (n == 0 || n >= 16) continue;
    const auto type = static_cast<entity_type>(n);
    names += type == entity_type::org || type == entity_type::norp ||
             type == entity_type::gpe || type == entity_type::date;
  }
  tale_ = 1000 * names < most_names * r.names.size();
  if (!tale_) return;
  pairs_in_.assign(r.laid.paragraphs.size(), 0);
  for (std::size_t p = 0; p < r.pairs.size(); ++p) {
    if (!r.whole[p] || r.whole_parent(static_cast<std::int32_t>(p)) >= 0) {
      continue;
    }
    ++pairs_in_[r.laid.sentences[r.sentence_of[r.pairs[p].first]].paragraph];
  }
}

bool tales::packed(std::uint32_t paragraph) const {
  return tale_ && pairs_in_[paragraph] > most_pairs;
}

bool tales::speaks(const pair& q) const {
  if (!tale_ || !q.has_open || q.end <= q.first) return false;
  if (!ends_speech(r_.laid, q)) return false;
  if (r_.laid.tokens[q.first].letters == text::token_case::lower) return false;
  if (q.open() == 0) return true;
  const std::uint32_t before = q.open() - 1;
  if (r_.sentence_of[before] != r_.sentence_of[q.first]) return true;
  const std::uint8_t g = r_.tags[before];
  return g == tag_right_mark || g == tag_other_mark || g == tag_colon ||
         g == tag_stop;
}

}  // namespace copydesk::quotes
