// SPDX-License-Identifier: Apache-2.0
// dialogue_narrator.cpp - the name of who tells a tale; see dialogue.cpp.
//
// Idea: "said I" beside a turn; whoever is addressed in the turns before and
// after is the narrator, if he addresses nobody of that name and the narration
// hardly ever uses it. Cost: O(turns + mentions).
#include "people/dialogue_stage.hpp"

namespace copydesk::people {

void stage::name_narrator() {
  if (narrator_ < 0) return;
  std::vector<int> votes(who_.all.size(), 0);
  const auto says = [&](const turn& t) {
    return t.how == told::by_name &&
           t.cast[0].voice == static_cast<std::uint32_t>(narrator_);
  };
  const auto vote = [&](const turn& t, int by) {
    if (t.addressed >= 0) votes[static_cast<std::size_t>(t.addressed)] += by;
  };
  const auto& all = out_.turns;
  for (std::size_t t = 0; t < all.size(); ++t) {
    if (!says(all[t])) continue;
    vote(all[t], -3);  // nobody calls himself
    if (t > 0 && all[t].gap / 3 != far && !says(all[t - 1])) {
      vote(all[t - 1], 1);
    }
    if (t + 1 < all.size() && all[t + 1].gap / 3 != far && !says(all[t + 1])) {
      vote(all[t + 1], 1);
    }
  }
  std::int32_t best = -1;
  int most = 0;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (votes[i] <= most || of_referent_[i] >= 0 || told_of(who_.all[i])) {
      continue;
    }
    most = votes[i];
    best = static_cast<std::int32_t>(i);
  }
  if (best < 0) return;
  of_referent_[static_cast<std::size_t>(best)] = narrator_;
  voice& one = out_.voices[static_cast<std::size_t>(narrator_)];
  one.referent = best;
  one.named = true;
  one.sex = who_.all[static_cast<std::size_t>(best)].sex;
}

// Named outside of quotations more than once in four times.
bool stage::told_of(const identity& one) const {
  std::size_t outside = 0;
  for (const std::uint32_t m : one.mentions) {
    outside += r_.quote_at[r_.found.mentions[m].first_token] < 0;
  }
  return 4 * outside > one.mentions.size();
}

}  // namespace copydesk::people
