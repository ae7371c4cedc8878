// SPDX-License-Identifier: Apache-2.0
// dialogue_features.cpp - what speaks for a voice at a turn; see dialogue.cpp.
//
// Idea: small features, most of them by how the voice of the turn is told. Each
// reads what dialogue_cast.cpp saw beside the turn, or a few turns around it.
#include <algorithm>

#include "people/dialogue_stage.hpp"
#include "people/follower.hpp"

namespace copydesk::people {

std::uint32_t stage::source_of(const turn& t) const {
  const attribution& a = sofar_[t.quotation];
  if (!a.known || a.where.empty()) return no_token;
  return r_.token_at(a.where.begin);
}

void stage::describe(std::size_t i, const turn& t, std::int32_t ranked,
                     possible_voice& p) const {
  const voice& v = out_.voices[p.voice];
  const auto k = static_cast<unsigned>(t.how);
  const unsigned g = t.gap / 3;
  const unsigned place = place_before(t, p.voice);
  p.add(telling::before + (k * gap_forms + g) * 10 + place);
  p.add(telling::before_alone + place);
  p.add(telling::near + near_turns(i, p.voice));
  p.add(telling::after + ((k * 4 + form_after(i)) * 3 + layout_after(i)) * 4 +
        place_after(t, p.voice));
  if (out_.laid_out) {
    p.add(telling::paragraph + k * places + place_in_paragraph(t, p.voice));
  }
  p.add(telling::inside + k * 3 + named_in(t, v));
  if (i > 0 && g != far) {
    const unsigned how = g == nothing ? 0 : g == beat || g == lead ? 1 : 2;
    p.add(telling::addressed_before + (k * 3 + how) * 3 +
          named_in(out_.turns[i - 1], v));
  }
  if (i + 1 < out_.turns.size() && out_.turns[i + 1].gap / 3 != far) {
    p.add(telling::addressed_after + k * 3 + named_in(out_.turns[i + 1], v));
  }
  describe_address(i, t, v, p);
  if (t.how == told::by_noun) p.add(telling::head + head_agrees(t, v));
  if (t.sex != 0) {
    const int s = v.sex * t.sex;
    p.add(telling::sex + k * 5 + (s > 1 ? 0 : s == 1 ? 1 : s == 0 ? 2 : 3));
  }
  if (ranked >= 0) {
    const bool it = static_cast<std::uint32_t>(ranked) == p.voice;
    const float sure = d_.asked.at(source_of(t)).sure;
    const unsigned how = sure > 0.9F ? 3 : sure > 0.7F ? 2 : sure > 0 ? 1 : 4;
    p.add(telling::ranked + k * 5 + (it ? how : 0));
  }
  p.add(telling::count + k * 5 + bucket(v.count, {1, 2, 4, 9}));
  p.add(telling::recent + k * 6 + place_in_order(p.voice));
  p.add(telling::form + k * 3 + (v.narrator ? 2 : v.named ? 0 : 1));
  if (narrator_ >= 0) {
    const bool there = seen(before_, static_cast<std::uint32_t>(narrator_));
    p.add(telling::narrator + k * 4 + (v.narrator ? 2 : 0) + there);
  }
  p.add(telling::said + k * 4 + bucket(v.said, {0, 1, 3}));
  p.add(telling::said_back + k * 6 + turns_away(i, p.voice, true));
  p.add(telling::said_ahead + k * 6 + turns_away(i, p.voice, false));
}

int stage::addressed_sex(const turn& o) const {
  struct address {
    std::string_view word;
    int sex;
  };
  constexpr address all[] = {{"aunt", -1},     {"boy", 1},    {"father", 1},
                             {"gentlemen", 1}, {"girl", -1},  {"lad", 1},
                             {"ma'am", -1},    {"madam", -1}, {"mamma", -1},
                             {"man", 1},       {"miss", -1},  {"mother", -1},
                             {"papa", 1},      {"sir", 1},    {"sister", -1},
                             {"son", 1},       {"uncle", 1}};
  const std::uint32_t end = std::min(o.end, o.begin + limits::max_beat);
  for (std::uint32_t k = o.begin; k < end; ++k) {
    if (k + 1 < o.end && !separates(k + 1)) continue;
    if (r_.words[k] != word::other && !is_honorific(r_.words[k])) continue;
    std::uint32_t b = k;
    while (b > o.begin && (r_.raw(b - 1) == "my" || r_.raw(b - 1) == "dear" ||
                           r_.raw(b - 1) == "old")) {
      --b;
    }
    if (b > o.begin && !separates(b - 1)) continue;
    const std::string w = r_.folded(k);
    for (const address& a : all) {
      if (a.word == w) return a.sex;
    }
  }
  return 0;
}

void stage::describe_address(std::size_t i, const turn& t, const voice& v,
                             possible_voice& p) const {
  const auto add = [&](unsigned where, int sex) {
    if (sex == 0) return;
    const int s = sex * v.sex;
    p.add(telling::address + where * 3 + (s > 0 ? 0 : s < 0 ? 1 : 2));
  };
  add(0, addressed_sex(t));
  if (i > 0 && t.gap / 3 != far) {
    add(t.gap / 3 == nothing ? 1 : 2, addressed_sex(out_.turns[i - 1]));
  }
  if (i + 1 < out_.turns.size() && out_.turns[i + 1].gap / 3 != far) {
    add(3, addressed_sex(out_.turns[i + 1]));
  }
}

unsigned stage::head_agrees(const turn& t, const voice& v) const {
  const std::int32_t said = d_.speaker_of[t.quotation];
  if (said < 0 || v.referent < 0) return 0;
  const std::uint32_t from = source_of(t);
  const std::uint32_t end =
      std::min(r_.size(), r_.token_at(sofar_[t.quotation].where.end - 1) + 1);
  if (end <= from) return 0;
  const std::string w = r_.folded(end - 1);
  const referent& one = d_.referents[static_cast<std::size_t>(v.referent)];
  if (one.name < 0) return d_.described(one).head_word == w ? 1 : 0;
  const identity& it = who_.all[static_cast<std::size_t>(one.name)];
  for (const role& x : it.roles) {
    if (std::find(x.words.begin(), x.words.end(), w) != x.words.end()) {
      return 2;
    }
  }
  for (std::size_t k = 0; k < it.mentions.size() && k < 8; ++k) {
    const std::uint32_t first = r_.found.mentions[it.mentions[k]].first_token;
    if (first > 0 && r_.folded(first - 1) == w) return 2;
  }
  return 0;
}

unsigned stage::place_in_order(std::uint32_t v) const {
  unsigned rank = 0;
  for (std::size_t k = before_.size(); k-- > 0 && rank < 5; ++rank) {
    if (before_[k].voice == v) return std::min(rank, 4u);
  }
  return 5;
}

unsigned stage::place_before(const turn& t, std::uint32_t v) const {
  return place_in(v, 0, t.begin);
}

unsigned stage::place_in_paragraph(const turn& t, std::uint32_t v) const {
  const std::uint32_t first =
      r_.laid.sentences[r_.laid.paragraphs[paragraph(t.begin)].first_sentence]
          .first_token;
  return place_in(v, first, t.begin) % places;
}

unsigned stage::place_in(std::uint32_t v, std::uint32_t floor,
                         std::uint32_t end) const {
  unsigned best = absent;
  std::uint32_t token = no_token;
  bool subject = false;  // one was met
  for (std::size_t k = before_.size(); k-- > 0;) {
    const sighting_of_voice& s = before_[k];
    if (s.token < floor) break;
    const bool is = s.role == clause_role::subject;
    if (s.voice == v) {
      const unsigned here = is && !subject ? last_subject
                            : is           ? a_subject
                            : s.role == clause_role::possessive
                                ? owner
                                : object_or_other;
      if (best == absent || here < best) {
        best = here;
        token = s.token;
      }
    }
    subject = subject || is;
  }
  if (best == absent || end == 0) return best;
  std::uint32_t last = end - 1;
  while (last > token && r_.words[last] == word::mark) --last;
  return best + (r_.sentence_of[token] == r_.sentence_of[last]
                     ? unsigned{places}
                     : 0u);
}

unsigned stage::form_after(std::size_t i) const {
  const turn& t = out_.turns[i];
  const bool last = i + 1 == out_.turns.size();
  const std::uint32_t end = last ? r_.size() : out_.turns[i + 1].begin;
  if (!last && out_.turns[i + 1].gap / 3 == nothing) return 0;
  if (within(source_of(t), t.end, end)) return 1;
  std::uint32_t k = t.end;
  while (k < end && r_.words[k] == word::mark) ++k;
  if (k >= end) return 0;
  return r_.laid.tokens[k].letters == text::token_case::lower ? 2 : 3;
}

unsigned stage::layout_after(std::size_t i) const {
  const turn& t = out_.turns[i];
  if (!out_.laid_out) return 0;
  std::uint32_t k = t.end;
  while (k < r_.size() && r_.words[k] == word::mark) ++k;
  if (k >= r_.size()) return 1;
  return paragraph(k) != paragraph(t.end - 1) ? 1 : 2;
}

unsigned stage::place_after(const turn& t, std::uint32_t v) const {
  std::uint32_t k = t.end;
  while (k < r_.size() && r_.words[k] == word::mark) ++k;
  if (k >= r_.size()) return 0;
  bool subject = false;
  for (const sighting_of_voice& s : after_) {
    const bool here = r_.sentence_of[s.token] == r_.sentence_of[k];
    const bool is = s.role == clause_role::subject;
    if (s.voice == v) return !here ? 3 : is && !subject ? 1 : 2;
    subject = subject || is;
  }
  return 0;
}

unsigned stage::near_turns(std::size_t i, std::uint32_t v) const {
  unsigned mine = 0, others = 0;
  std::uint32_t other = no_token;
  const std::size_t first = i > 4 ? i - 4 : 0;
  const std::size_t end = std::min(i + 5, out_.turns.size());
  for (std::size_t o = first; o < end; ++o) {
    if (out_.turns[o].how != told::by_name) continue;
    const std::uint32_t its = out_.turns[o].cast[0].voice;
    if (its == v) {
      ++mine;
    } else if (its != other) {
      other = its;
      ++others;
    }
  }
  return (std::min(mine, 3u) * 3 + std::min(others, 2u)) +
         (out_.turns[i].how == told::open ? 0 : 12);
}

unsigned stage::turns_away(std::size_t i, std::uint32_t v, bool back) const {
  for (std::size_t away = 1; away <= 6; ++away) {
    if (back ? i < away : i + away >= out_.turns.size()) break;
    const turn& o = out_.turns[back ? i - away : i + away];
    if (o.how == told::by_name && o.cast[0].voice == v) {
      return static_cast<unsigned>(std::min<std::size_t>(away, 5)) - 1;
    }
  }
  return 5;
}

}  // namespace copydesk::people
