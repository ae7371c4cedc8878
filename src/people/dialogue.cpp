// SPDX-License-Identifier: Apache-2.0
// dialogue.cpp - turns and the voices each may have; see dialogue.hpp.
//
// Idea: a turn looks at the words between it and its neighbours. Whoever is
// spoken of there, is addressed in the turn before or after, or says a turn
// near by may be its voice; limits::max_voices of them, the likelier first.
// Cost: limits::max_beat tokens on either side of a turn.
#include "people/dialogue.hpp"

#include <algorithm>

#include "people/dialogue_stage.hpp"

namespace copydesk::people {

conversation stage::run() {
  out_.kind = kind_of_text(r_);
  read_turns();
  bool some = false;
  for (const turn& t : out_.turns) some = some || t.how != told::by_name;
  if (!some) {
    out_.turns.clear();
    return std::move(out_);
  }
  find_most_named();
  out_.laid_out = begins_paragraphs();
  for (std::size_t t = 0; t < out_.turns.size(); ++t) {
    read_gap(t);
    turn& it = out_.turns[t];
    for_named_in(it, [&](std::size_t m) {
      if (it.addressed < 0 && addressed(m, it)) {
        it.addressed = who_.of_mention[m];
      }
    });
  }
  name_narrator();
  for (std::size_t t = 0; t < out_.turns.size(); ++t) {
    if (out_.turns[t].how != told::by_name) gather(t);
  }
  return std::move(out_);
}

void stage::read_turns() {
  const auto& all = r_.said.quotations;
  for (std::size_t q = 0; q < all.size(); ++q) {
    const quotes::quotation& it = all[q];
    if (it.kind != quote_kind::direct || it.parent >= 0 || it.content.empty() ||
        it.content.back().empty()) {
      continue;
    }
    turn t;
    t.quotation = static_cast<std::uint32_t>(q);
    t.begin = r_.token_at(it.content.front().begin);
    t.end = std::min(r_.token_at(it.content.back().end - 1) + 1, r_.size());
    if (t.begin >= t.end) continue;
    t.question = r_.laid.clean[it.content.back().end - 1] == '?';
    read_voice(q, t);
    out_.turns.push_back(std::move(t));
  }
}

void stage::read_voice(std::size_t q, turn& t) {
  const attribution& a = sofar_[q];
  if (!a.known) return;
  t.how = told::by_name;
  const std::uint32_t first = r_.token_at(a.where.begin);
  const std::uint32_t end =
      a.where.empty() ? first : r_.token_at(a.where.end - 1) + 1;
  const word w = first < r_.size() ? r_.words[first] : word::other;
  if (w == word::i && end == first + 1 && r_.quote_at[first] < 0) {
    return told_by(narrator_voice(), t);
  }
  const std::int32_t ref = d_.speaker_of[q];
  if (w == word::he || w == word::she) {
    t.how = told::by_pronoun;
    t.sex = w == word::he ? 1 : -1;
    return;
  }
  bool name_there = false;
  for (std::uint32_t i = first; i < std::min(end, first + 8); ++i) {
    name_there = name_there || r_.mention_at[i] >= 0;
  }
  const bool person =
      a.kind == speaker_kind::person || a.kind == speaker_kind::unnamed;
  if (!name_there && person && ref >= 0 && is_person(ref)) {
    t.how = told::by_noun;
    t.sex = d_.referents[static_cast<std::size_t>(ref)].sex;
    return;
  }
  if (a.name >= 0) {
    const std::int32_t person = person_called(a.name);
    return told_by(voice_of(person), t);
  }
  if (ref >= 0) return told_by(voice_of(ref), t);
  voice other;
  out_.voices.push_back(other);
  told_by(static_cast<std::uint32_t>(out_.voices.size() - 1), t);
}

void stage::told_by(std::uint32_t v, turn& t) {
  possible_voice only;
  only.voice = v;
  t.cast.push_back(only);
  ++out_.voices[v].said;
}

std::int32_t stage::person_called(std::int32_t name) const {
  const identity& one = who_.all[static_cast<std::size_t>(name)];
  if (one.type == entity_type::person || out_.kind > 0 ||
      one.words.size() != 1) {
    return name;
  }
  const std::size_t all =
      std::min(who_.all.size(), limits::max_occurrences_back);
  for (std::size_t i = 0; i < all; ++i) {
    const identity& o = who_.all[i];
    if (o.type == entity_type::person && o.words.size() > 1 &&
        o.words[0] == one.words[0]) {
      return static_cast<std::int32_t>(i);
    }
  }
  return name;
}

bool stage::is_person(std::int32_t ref) const {
  const referent& one = d_.referents[static_cast<std::size_t>(ref)];
  return one.kind == noun_kind::person && !one.plural;
}

std::uint32_t stage::voice_of(std::int32_t ref) {
  std::int32_t& v = of_referent_[static_cast<std::size_t>(ref)];
  if (v < 0) {
    const referent& one = d_.referents[static_cast<std::size_t>(ref)];
    voice made;
    made.referent = ref;
    made.named = one.name >= 0;
    made.sex = one.sex;
    made.count = one.count;
    v = static_cast<std::int32_t>(out_.voices.size());
    out_.voices.push_back(made);
  }
  return static_cast<std::uint32_t>(v);
}

std::uint32_t stage::narrator_voice() {
  if (narrator_ < 0) {
    voice made;
    made.narrator = true;
    narrator_ = static_cast<std::int32_t>(out_.voices.size());
    out_.voices.push_back(made);
  }
  return static_cast<std::uint32_t>(narrator_);
}

bool stage::begins_paragraphs() const {
  std::size_t opening = 0;
  for (const turn& t : out_.turns) opening += opens_paragraph(t);
  return 3 * opening > out_.turns.size();
}

bool stage::opens_paragraph(const turn& t) const {
  const std::uint32_t first =
      r_.laid.sentences[r_.laid.paragraphs[paragraph(t.begin)].first_sentence]
          .first_token;
  return t.begin <= first + 2;
}

std::uint32_t stage::paragraph(std::uint32_t token) const {
  return r_.sentence(token).paragraph;
}

unsigned stage::layout(const turn& t) const {
  return !out_.laid_out ? 0 : opens_paragraph(t) ? 1 : 2;
}

void stage::read_gap(std::size_t i) {
  turn& t = out_.turns[i];
  unsigned g = far;
  if (i > 0) g = form_of_gap(out_.turns[i - 1], t);
  t.gap = static_cast<std::uint8_t>(3 * g + layout(t));
}

unsigned stage::form_of_gap(const turn& before, const turn& t) const {
  if (t.begin < before.end || t.begin - before.end > 3 * limits::max_beat) {
    return far;
  }
  std::uint32_t last = no_token, words = 0;
  for (std::uint32_t k = before.end; k < t.begin; ++k) {
    if (r_.words[k] == word::mark) continue;
    last = k;
    ++words;
  }
  if (words == 0 || (words == 1 && r_.words[last] == word::stop)) {
    return nothing;
  }
  const std::uint32_t theirs = source_of(before), ours = source_of(t);
  const bool own = within(ours, before.end, t.begin);
  const bool other = within(theirs, before.end, t.begin);
  if (own) return other ? both_cues : own_cue;
  if (other) {
    return r_.sentence_of[theirs] == r_.sentence_of[last] ? cue : cue_and_more;
  }
  if (words > limits::max_beat) return long_beat;
  const word w = r_.words[last];
  return w == word::colon || w == word::comma ? lead : beat;
}

unsigned kind_of_text(const reading& r) {
  std::size_t n = 0;
  for (const entities::mention& m : r.found.mentions) {
    n += m.type == entity_type::org || m.type == entity_type::norp ||
         m.type == entity_type::gpe || m.type == entity_type::date;
  }
  const std::size_t per_thousand = 1000 * n / std::max(r.size(), 1u);
  return per_thousand < 18 ? 0 : per_thousand < 32 ? 1 : 2;
}

conversation read_conversation(const reading& r, const identities& who,
                               const discourse& d,
                               const std::vector<attribution>& sofar) {
  return stage(r, who, d, sofar).run();
}

turn_link link_of(const conversation& c, std::size_t t, std::int64_t earlier,
                  std::int64_t before, std::int64_t now) {
  turn_link out;
  const auto add = [&out](unsigned f) {
    out.features[out.size++] = static_cast<std::uint16_t>(f);
  };
  const turn& it = c.turns[t];
  const unsigned g = it.gap / 3, layout = it.gap % 3;
  if (before < 0 || g == far) return out;
  const auto how = static_cast<unsigned>(it.how);
  const bool same = before == now;
  const unsigned place = ((c.kind * gap_forms + g) * 3 + layout) * 4 + how;
  add(telling::same + place * 2 + same);
  add(telling::same_alone + g * 2 + same);
  const bool question = c.turns[t - 1].question;
  add(telling::asked + ((c.kind * 2 + question) * 2 + (g == nothing)) * 2 +
      same);
  if (earlier < 0 || c.turns[t - 1].gap / 3 == far || same ||
      earlier == before) {
    return out;
  }
  const bool back = earlier == now;
  add(telling::back_two + place * 2 + back);
  add(telling::back_alone + g * 2 + back);
  add(telling::gaps_two + (c.turns[t - 1].gap / 3 * gap_forms + g) * 2 + back);
  add(telling::three + c.kind * 2 + back);
  return out;
}

}  // namespace copydesk::people
