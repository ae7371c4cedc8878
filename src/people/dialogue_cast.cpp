// SPDX-License-Identifier: Apache-2.0
// dialogue_cast.cpp - who may say a turn; see dialogue.cpp.
//
// Idea: whoever its source may mean, is spoken of beside it, says or is
// addressed in a turn near by, or was spoken of before; in this order, up to
// limits::max_voices.
#include <algorithm>

#include "people/dialogue_stage.hpp"

namespace copydesk::people {

void stage::look(std::uint32_t begin, std::uint32_t end,
                 std::vector<sighting_of_voice>& out) {
  out.clear();
  auto o = std::partition_point(
      d_.occurrences.begin(), d_.occurrences.end(),
      [begin](const occurrence& x) { return x.token < begin; });
  for (std::uint32_t k = begin; k < end; ++k) {
    for (; o != d_.occurrences.end() && o->token <= k; ++o) {
      if (r_.quote_at[k] >= 0 || !is_person(o->referent)) continue;
      out.push_back({voice_of(o->referent), k, o->role});
    }
    if (r_.words[k] == word::i && r_.quote_at[k] < 0) {
      const std::string_view w = r_.raw(k);
      const clause_role role = w[0] == 'I' ? clause_role::subject
                               : w == "my" ? clause_role::possessive
                                           : clause_role::other;
      out.push_back({narrator_voice(), k, role});
    }
  }
}

void stage::gather(std::size_t i) {
  turn& t = out_.turns[i];
  const std::uint32_t floor =
      t.begin > limits::max_beat ? t.begin - limits::max_beat : 0;
  const std::uint32_t from =
      i > 0 ? std::max(out_.turns[i - 1].end, floor) : floor;
  const bool last = i + 1 == out_.turns.size();
  const std::uint32_t ceiling =
      std::min(r_.size(), t.end + limits::max_beat / 2);
  const std::uint32_t to =
      last ? ceiling
           : std::min(std::max(out_.turns[i + 1].begin, t.end), ceiling);
  look(std::min(from, t.begin), t.begin, before_);
  look(t.end, to, after_);
  if (i > 0) drop(source_of(out_.turns[i - 1]), before_);
  drop(source_of(t), before_);
  drop(source_of(t), after_);
  if (!last) drop(source_of(out_.turns[i + 1]), after_);
  const std::uint32_t source = source_of(t);
  std::int32_t ranked = -1;
  if (source != no_token && d_.speaker_of[t.quotation] >= 0 &&
      is_person(d_.speaker_of[t.quotation])) {
    ranked = static_cast<std::int32_t>(voice_of(d_.speaker_of[t.quotation]));
    enter(static_cast<std::uint32_t>(ranked), t, 0);
  }
  for (std::size_t k = before_.size(), n = 0; k-- > 0 && n < 6; ++n) {
    enter(before_[k].voice, t, 1);
  }
  for (std::size_t k = 0; k < after_.size() && k < 2; ++k) {
    enter(after_[k].voice, t, 2);
  }
  enter_neighbours(i, t);
  enter_earlier(t);
  for (possible_voice& p : t.cast) {
    describe(i, t, ranked, p);
  }
}

void stage::enter(std::uint32_t v, turn& t, unsigned origin) const {
  if (t.cast.size() >= limits::max_voices) return;
  const voice& one = out_.voices[v];
  if (one.referent < 0 && !one.narrator) return;
  if (one.referent >= 0 && !is_person(one.referent)) return;
  if (t.sex * one.sex < -1) return;
  if (one.narrator && t.how != told::open) return;
  for (const possible_voice& p : t.cast) {
    if (p.voice == v) return;
  }
  possible_voice p;
  p.voice = v;
  p.add(telling::origin + origin);
  p.add(telling::origin_how + 8 * static_cast<unsigned>(t.how) + origin);
  t.cast.push_back(p);
}

void stage::enter_neighbours(std::size_t i, turn& t) {
  const std::size_t size = out_.turns.size();
  for (std::size_t away = 1; away <= 6; ++away) {
    if (i >= away) {
      const turn& o = out_.turns[i - away];
      for (const possible_voice& p : o.cast) {
        if (away == 1 || o.how == told::by_name) {
          enter(p.voice, t, o.how == told::by_name ? 3 : 4);
        }
      }
    }
    if (i + away < size) {
      const turn& o = out_.turns[i + away];
      if (o.how == told::by_name) enter(o.cast[0].voice, t, 3);
    }
    if (away > 2) continue;
    if (i >= away) enter_named_in(out_.turns[i - away], t);
    if (i + away < size) enter_named_in(out_.turns[i + away], t);
  }
}

void stage::enter_earlier(turn& t) {
  const auto& all = d_.occurrences;
  const auto from = std::partition_point(
      all.begin(), all.end(),
      [&](const occurrence& x) { return x.token < t.begin; });
  auto o = from;
  for (std::size_t n = 0; o != all.begin() && n < limits::max_occurrences_back;
       ++n) {
    --o;
    if (t.cast.size() >= limits::max_voices) return;
    const referent& one = d_.referents[static_cast<std::size_t>(o->referent)];
    if (!is_person(o->referent)) continue;
    if (one.name >= 0 || one.as_subject > 0) {
      enter(voice_of(o->referent), t, one.name >= 0 ? 6 : 7);
    }
  }
  for (std::int32_t most : most_named_) enter(voice_of(most), t, 7);
}

void stage::find_most_named() {
  for (std::size_t i = 0; i < who_.all.size(); ++i) {
    if (who_.all[i].type != entity_type::person) continue;
    const auto more = [&](std::int32_t a, std::int32_t b) {
      return who_.all[static_cast<std::size_t>(a)].mentions.size() >
             who_.all[static_cast<std::size_t>(b)].mentions.size();
    };
    const auto one = static_cast<std::int32_t>(i);
    most_named_.insert(
        std::upper_bound(most_named_.begin(), most_named_.end(), one, more),
        one);
    if (most_named_.size() > 3) most_named_.pop_back();
  }
}

void stage::enter_named_in(const turn& o, turn& t) {
  for_named_in(o, [&](std::size_t m) {
    if (addressed(m, o)) enter(voice_of(who_.of_mention[m]), t, 5);
  });
}

bool stage::separates(std::uint32_t token) const {
  const word w = r_.words[token];
  return w == word::comma || w == word::stop || w == word::mark ||
         w == word::dash;
}

bool stage::addressed(std::size_t mention, const turn& o) const {
  const auto& m = r_.found.mentions[mention];
  if (m.token_end < o.end && !separates(m.token_end) &&
      r_.raw(m.token_end) != "dear") {
    return false;
  }
  std::uint32_t k = m.first_token;
  while (k > o.begin && (is_honorific(r_.words[k - 1]) ||
                         r_.raw(k - 1) == "." || r_.raw(k - 1) == "old" ||
                         r_.raw(k - 1) == "my" || r_.raw(k - 1) == "dear")) {
    --k;
  }
  return k <= o.begin || separates(k - 1) || r_.words[k - 1] == word::other
             ? k != m.first_token || k <= o.begin || separates(k - 1)
             : false;
}

unsigned stage::named_in(const turn& o, const voice& v) const {
  if (!v.named) return 0;
  unsigned out = 0;
  for_named_in(o, [&](std::size_t m) {
    if (who_.of_mention[m] != v.referent) return;
    out = std::max(out, addressed(m, o) ? 2u : 1u);
  });
  return out;
}

}  // namespace copydesk::people
