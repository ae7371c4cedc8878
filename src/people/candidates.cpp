// SPDX-License-Identifier: Apache-2.0
// candidates.cpp - whom a pronoun or a description may mean, and the choice;
// see discourse.hpp.
//
// Idea: the last distinct referents that suit in kind and sex, the names that
// come later in the sentence, and for a description without any match before
// it the names with such a role further on. Cost: limits::max_candidates and
// limits::max_occurrences_back an anaphor.
#include <algorithm>

#include "limits.hpp"
#include "people/follower.hpp"
#include "people/roles.hpp"

namespace copydesk::people {
namespace {

// Of own/*_train no right speaker that is described, but never so before, is
// less sure.
constexpr float least_sure = 0.35F;

}  // namespace

// "He lied," Moran said: who says the words between marks around a pronoun is
// meant by "I" there, not by "he".
bool follower::speaks_around(const asked& a, std::int32_t referent) const {
  for (std::int32_t q = a.around; q >= 0;) {
    const auto i = static_cast<std::size_t>(q);
    const quotes::quotation& it = r_.said.quotations[i];
    const bool here = it.kind == quote_kind::direct;
    if (here && named_speaker_[i] == referent) return true;
    q = it.parent;
  }
  return false;
}

// "He told Moran that Kern was late": he is not Moran, and rather not Kern.
// O(tokens of the quotation); a quotation has one source.
void follower::names_spoken_of(asked& a) const {
  if (a.kind != anaphor::source || a.quotation < 0) return;
  const auto& q = r_.said.quotations[static_cast<std::size_t>(a.quotation)];
  const auto person_at = [&](std::uint32_t t) {
    const std::int32_t m = t < r_.size() ? r_.mention_at[t] : -1;
    if (m < 0) return std::int32_t{-1};
    const auto i = static_cast<std::size_t>(m);
    const entities::mention& at = r_.found.mentions[i];
    const bool begins = at.first_token == t && at.type == entity_type::person;
    return begins ? who_.of_mention[i] : std::int32_t{-1};
  };
  if (q.has_cue && q.cue.begin > q.source.begin) {
    std::uint32_t t = r_.token_at(q.cue.end - 1) + 1;
    const bool title = t + 1 < r_.size() &&
                       r_.laid.tokens[t].letters == text::token_case::title &&
                       r_.sentence_of[t] == r_.sentence_of[t + 1];
    if (title && person_at(t) < 0) ++t;  // "told Mr. Moran"
    a.hearer = person_at(t);
    // "told Moran's lawyer"
    if (a.hearer >= 0) {
      t = r_.found.mentions[static_cast<std::size_t>(r_.mention_at[t])]
              .token_end;
      if (r_.after_possessive(t) != t) a.hearer = -1;
    }
  }
  for (const text::clean_span piece : q.content) {
    const std::uint32_t end = r_.token_at(piece.end - 1) + 1;
    for (std::uint32_t t = r_.token_at(piece.begin); t < end; ++t) {
      if (a.spoken_of.size() == limits::max_candidates) return;
      const std::int32_t named = person_at(t);
      if (named >= 0) a.spoken_of.push_back(named);
    }
  }
}

bool follower::suits(const asked& a, std::int32_t referent_index) const {
  // "the daughter of Senator X" is not Senator X.
  if (std::find(a.inside.begin(), a.inside.end(), referent_index) !=
      a.inside.end()) {
    return false;
  }
  const bool pronoun =
      a.kind != anaphor::description && a.kind != anaphor::body;
  if (pronoun && speaks_around(a, referent_index)) return false;
  if (a.hearer >= 0 && a.hearer == referent_index) return false;
  const referent& c = out_.referents[static_cast<std::size_t>(referent_index)];
  switch (a.kind) {
    case anaphor::they:
      return c.plural || c.kind == noun_kind::organization ||
             c.kind == noun_kind::people || c.type == entity_type::gpe;
    case anaphor::it:
      return c.kind != noun_kind::person && c.kind != noun_kind::people &&
             !c.plural;
    case anaphor::body:
      if (a.described.kind.kind == noun_kind::document) {
        return c.kind == noun_kind::document &&
               (c.name < 0 || head_in_roles(a, c));
      }
      return (c.kind == noun_kind::organization ||
              c.kind == noun_kind::place) &&
             (!c.plural || a.described.kind.plural);
    case anaphor::description:
      if (a.described.kind.plural) {
        return c.name < 0 && c.kind == noun_kind::people && same_head(a, c);
      }
      return c.kind == noun_kind::person;
    default:
      // "sie" of German is also they and what is female to its grammar.
      if (!r_.english() && (a.sex < 0 ? c.sex >= 0 : c.sex < 0)) return false;
      return c.kind == noun_kind::person && !c.plural && !(c.sex * a.sex < -3);
  }
}

// Pairs (referent, its occurrence to be measured from), nearest first.
void follower::find_candidates(const asked& a) {
  before_.clear();
  const std::size_t all = out_.occurrences.size();
  const std::size_t stop = all > limits::max_occurrences_back
                               ? all - limits::max_occurrences_back
                               : 0;
  for (std::int32_t i = newest_; i >= 0;) {
    const referent& ref = out_.referents[static_cast<std::size_t>(i)];
    if (static_cast<std::size_t>(ref.last) < stop) break;
    if (suits(a, i)) {
      before_.emplace_back(i, ref.last);
      if (before_.size() == limits::max_candidates) break;
    }
    i = ref.older;
  }
}

// "his father Anton", "his wife, Ann Lee": the name belongs to the phrase.
bool follower::owned_here(const asked& a, std::uint32_t name) const {
  if (a.kind != anaphor::possessive) return false;
  for (std::uint32_t t = a.end; t < name; ++t) {
    const word w = r_.words[t];
    if (w == word::comma) {
      return t + 1 == name && t > a.end &&
             r_.noun_at(t - 1).kind == noun_kind::person;
    }
    if ((w != word::other && w != word::hyphen) || r_.mention_at[t] >= 0 ||
        verb_at(t)) {
      return false;
    }
  }
  return true;
}

// Persons named later in the sentence: "In his speech, Obama said".
void follower::later_in_sentence(const asked& a, std::size_t before,
                                 std::vector<candidate>& out) const {
  if (a.kind == anaphor::they || a.kind == anaphor::description ||
      a.kind == anaphor::body) {
    return;
  }
  const std::uint32_t end =
      std::min(r_.sentence(a.token).token_end, a.token + limits::max_phrase);
  std::size_t later = 0, persons = 0;
  for (std::uint32_t t = a.end; t < end && persons < 4; ++t) {
    const std::int32_t m = r_.mention_at[t];
    if (m < 0) continue;
    const auto& at = r_.found.mentions[static_cast<std::size_t>(m)];
    if (at.first_token != t) continue;
    const std::int32_t ref = who_.of_mention[static_cast<std::size_t>(m)];
    if (ref < 0 || !suits(a, ref) || owned_here(a, t)) continue;
    const auto same = [&](const candidate& c) { return c.referent == ref; };
    const auto known = std::find_if(out.begin(), out.end(), same);
    if (known != out.end()) {
      const auto which = static_cast<std::size_t>(known - out.begin());
      if (which < before && a.sex != 0) {
        describe_place_later(a, t, true, persons, *known);
      }
      ++persons;
      continue;
    }
    candidate c = fresh(a);
    c.referent = ref;
    describe(a, ref, -1, before + later, false, c);
    describe_later(a, t, c);
    if (a.sex != 0) describe_place_later(a, t, false, persons, c);
    out.push_back(std::move(c));
    ++later;
    ++persons;
  }
}

// "Iran's intelligence minister says", and the name comes two lines later:
// the first names of the document with such a role.
void follower::later_in_document(const asked& a,
                                 std::vector<candidate>& out) const {
  if (a.kind != anaphor::description || a.described.kind.plural ||
      a.described.determiner == word::a) {
    return;
  }
  std::size_t looked = 0, later = 0;
  const std::size_t all =
      std::min(who_.all.size(), limits::max_occurrences_back);
  for (std::size_t i = 0; i < all; ++i) {
    const referent& c = out_.referents[i];
    if (c.count > 0 || c.kind != noun_kind::person) continue;
    if (++looked > limits::max_candidates || later == 3) break;
    if (!suits(a, static_cast<std::int32_t>(i)) || !head_in_roles(a, c)) {
      continue;
    }
    candidate later_one = fresh(a);
    later_one.referent = static_cast<std::int32_t>(i);
    describe(a, later_one.referent, -1, later, false, later_one);
    later_one.add(feature::forward);
    out.push_back(std::move(later_one));
    ++later;
  }
}

// "Italy's prime minister has confirmed it. Silvio Berlusconi said": the first
// sentence of a text says what he is, the second who.
void follower::next_sentence(const asked& a,
                             std::vector<candidate>& out) const {
  if ((a.kind != anaphor::description && a.kind != anaphor::body) ||
      a.quotation < 0 || a.described.kind.plural) {
    return;
  }
  const std::uint32_t s = r_.sentence_of[a.token];
  const auto kind_at = [this](std::uint32_t sentence) {
    return r_.laid.paragraphs[r_.laid.sentences[sentence].paragraph].kind;
  };
  if (s + 1 >= r_.laid.sentences.size() ||
      a.token > r_.laid.sentences[s].first_token + 1 ||
      (s > 0 && (s > 8 || kind_at(s - 1) == paragraph_kind::body))) {
    return;
  }
  const text::sentence& next = r_.laid.sentences[s + 1];
  const std::uint32_t end = std::min(next.token_end, next.first_token + 6);
  for (std::uint32_t t = next.first_token; t < end; ++t) {
    const std::int32_t m = r_.mention_at[t];
    if (m < 0) continue;
    const std::int32_t ref = who_.of_mention[static_cast<std::size_t>(m)];
    if (ref < 0 || !suits(a, ref)) continue;
    const auto same = [&](const candidate& c) { return c.referent == ref; };
    const auto known = std::find_if(out.begin(), out.end(), same);
    const unsigned which = t > next.first_token ? 1 : 0;
    if (known != out.end()) {
      known->add(feature::next_opening + which);
      return;
    }
    candidate c = fresh(a);
    c.referent = ref;
    describe(a, ref, -1, out.size(), false, c);
    c.add(feature::next_opening + which);
    out.push_back(std::move(c));
    return;
  }
}

// "They said" right after a group said something, "it added" after a body.
bool follower::goes_on(const asked& a) const {
  if (a.quotation < 0 || last_speaker_ < 0) return false;
  if (a.kind != anaphor::they && a.kind != anaphor::it) return false;
  const referent& c = out_.referents[static_cast<std::size_t>(last_speaker_)];
  if (r_.sentence(a.token).paragraph >
      r_.sentence(last_source_).paragraph + 1) {
    return false;
  }
  if (a.kind == anaphor::they) {
    return c.plural || c.kind == noun_kind::people;
  }
  return !c.plural &&
         (c.kind == noun_kind::organization || c.kind == noun_kind::document);
}

// Who says something is somebody: the best of the subjects nearby that "they"
// or "it" can mean.
std::int32_t follower::likely_source(const asked& a,
                                     const std::vector<candidate>& from) const {
  if (a.quotation < 0 || (a.kind != anaphor::they && a.kind != anaphor::it)) {
    return -1;
  }
  const candidate* best = nullptr;
  for (const candidate& c : from) {
    if (c.referent < 0) continue;
    const referent& one = out_.referents[static_cast<std::size_t>(c.referent)];
    if (one.last < 0) continue;
    const occurrence& o = out_.occurrences[static_cast<std::size_t>(one.last)];
    const bool several = one.plural || one.kind == noun_kind::people;
    const bool body = one.kind == noun_kind::organization ||
                      one.kind == noun_kind::document ||
                      one.type == entity_type::gpe;
    if (a.kind == anaphor::they ? !several : several || !body) continue;
    if (r_.sentence_of[a.token] - r_.sentence_of[o.token] > 2) continue;
    if (o.role == clause_role::possessive) continue;
    if (best == nullptr || c.score > best->score) best = &c;
  }
  return best == nullptr ? -1 : best->referent;
}

// A person's or people's noun stands behind the owner: "Lee's lawyer".
bool follower::person_owned(std::uint32_t token) const {
  const std::uint32_t t = r_.after_possessive(token);
  if (t == token || t >= r_.size() || r_.words[t] != word::other) return false;
  const noun_kind k = r_.noun_of_compound(t, r_.compound_end(t)).kind;
  return k == noun_kind::person || k == noun_kind::people;
}

// What all candidates are compared with.
void follower::learn(asked& a) const {
  const text::sentence& s = r_.sentence(a.token);
  a.sentence = r_.sentence_of[a.token];
  a.paragraph = s.paragraph;
  a.first = s.first_token;
  a.around = r_.quote_at[a.token];
  a.behind = word_behind(a);
  a.head_bits = word_bits(a.head);
  names_spoken_of(a);
  if (!a.head.empty()) a.sort = sort_of_noun(a.head.back());
  for (const std::string& w : a.modifiers) {
    a.past = a.past || names_past(w);
    a.lesser = a.lesser || names_lesser(w);
    if (names_side(w)) a.side = w;
  }
}

// Fills the candidates and their scores, and chooses.
void follower::weigh(const asked& a, decision& d) {
  d.token = a.token;
  d.kind = a.kind;
  find_candidates(a);
  std::size_t heads = 0;
  std::size_t here = 0;
  for (const auto& [ref, at] : before_) {
    here +=
        r_.sentence_of[out_.occurrences[static_cast<std::size_t>(at)].token] ==
        a.sentence;
  }
  d.candidates.clear();
  d.candidates.reserve(before_.size() + 4);
  for (std::size_t i = 0; i < before_.size(); ++i) {
    candidate& c = d.candidates.emplace_back(fresh(a));
    c.referent = before_[i].first;
    heads += describe(a, before_[i].first, before_[i].second, i, here == 1, c);
    describe_recent(before_[i].first, c);
  }
  if (a.sex != 0) compare(d.candidates, before_.size());
  later_in_sentence(a, before_.size(), d.candidates);
  if (heads == 0) later_in_document(a, d.candidates);
  next_sentence(a, d.candidates);
  candidate none = fresh(a);
  describe_none(a, d.candidates.size(), heads, none);
  d.candidates.push_back(std::move(none));
  d.chosen = choose(d.candidates);
}

std::int32_t follower::resolve(asked& a) {
  decision& d = now_;
  learn(a);
  weigh(a, d);
  std::int32_t found = d.candidates[d.chosen].referent;
  float& sure = out_.asked.put(a.token).sure;
  sure = certainty(d.candidates, d.chosen);
  // "The announcer said" of one whose part is not known is rather nobody
  // named than the likeliest of many.
  if (found >= 0 && a.kind == anaphor::description && sure < least_sure &&
      !head_in_roles(a, out_.referents[static_cast<std::size_t>(found)])) {
    found = -1;
  }
  // "The report says. It adds": what spoke in the sentence before goes on.
  const bool on = goes_on(a);
  if (on && (found < 0 || (a.kind == anaphor::it &&
                           a.sentence <= r_.sentence_of[last_source_] + 1))) {
    found = last_speaker_;
    sure = std::max(sure, 0.5F);
  }
  if (found < 0 && (found = likely_source(a, d.candidates)) >= 0) sure = 0.35F;
  if (found >= 0 && a.sex != 0 && sure > 0.8F) {
    out_.referents[static_cast<std::size_t>(found)].sex += a.sex;
  }
  if (record_ != nullptr) record_->push_back(d);
  return found;
}

}  // namespace copydesk::people
