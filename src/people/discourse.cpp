// SPDX-License-Identifier: Apache-2.0
// discourse.cpp - follows who is spoken of; see discourse.hpp.
//
// Idea: one pass over the tokens. A mention of a name, a pronoun or a
// description is an occurrence of a referent; a pronoun or a definite
// description is given to the best of the referents before it (ranker.hpp).
// Invariant: occurrences are in text order; each has a referent. Cost: a
// bounded look back an anaphor. Source: entity-centric mention ranking.
#include "people/discourse.hpp"

#include <algorithm>

#include "limits.hpp"
#include "people/follower.hpp"
#include "people/roles.hpp"
#include "text/room.hpp"

namespace copydesk::people {
namespace {

noun_kind kind_of(entity_type t) {
  switch (t) {
    case entity_type::person:
      return noun_kind::person;
    case entity_type::norp:
      return noun_kind::people;
    case entity_type::org:
      return noun_kind::organization;
    case entity_type::gpe:
    case entity_type::loc:
    case entity_type::fac:
      return noun_kind::place;
    case entity_type::work:
    case entity_type::law:
      return noun_kind::document;
    default:
      return noun_kind::none;
  }
}

}  // namespace

answer& answers::put(std::uint32_t token) {
  auto at = all_.end();
  while (at != all_.begin() && (at - 1)->token > token) --at;
  if (at != all_.begin() && (at - 1)->token == token) return *(at - 1);
  return *all_.insert(at, {token, -1, 0.0F});
}

answer answers::at(std::uint32_t token) const {
  const auto at =
      std::partition_point(all_.begin(), all_.end(),
                           [&](const answer& a) { return a.token < token; });
  if (at == all_.end() || at->token != token) return {token, -1, 0.0F};
  return *at;
}

follower::follower(const reading& r, identities& who,
                   const weight_table& weights, std::vector<decision>* record)
    : r_(r), who_(who), weights_(weights), record_(record) {
  std::size_t most = 0;
  recent_.fill(-1);
  out_.referents.reserve(who.all.size());
  for (std::size_t i = 0; i < who.all.size(); ++i) {
    const identity& one = who.all[i];
    referent ref;
    ref.name = static_cast<std::int32_t>(i);
    ref.type = one.type;
    ref.kind = kind_of(one.type);
    ref.sex = one.sex;
    ref.plural = ref.kind == noun_kind::people;
    ref.in_headline = first_in_headline(ref.name);
    ref.one_word = one.words.size() == 1;
    ref.in_document = static_cast<std::uint8_t>(
        bucket(static_cast<std::uint32_t>(one.mentions.size()), {1, 2, 4}));
    out_.referents.push_back(std::move(ref));
    if (one.type != entity_type::person) continue;
    if (first_named_ < 0) first_named_ = static_cast<std::int32_t>(i);
    if (one.mentions.size() > most) {
      most = one.mentions.size();
      most_named_ = static_cast<std::int32_t>(i);
    }
  }
  out_.speaker_of.assign(r.said.quotations.size(), -1);
  find_sources();
  count_signs();
}

void follower::find_sources() {
  const auto& all = r_.said.quotations;
  named_speaker_.assign(all.size(), -1);
  source_token_.assign(all.size(), no_token);
  for (std::size_t q = 0; q < all.size(); ++q) {
    if (!all[q].has_source || all[q].source.empty()) continue;
    const std::uint32_t first = r_.token_at(all[q].source.begin);
    const std::uint32_t end = r_.token_at(all[q].source.end - 1) + 1;
    if (first >= r_.size()) continue;
    const phrase p = read_phrase(r_, first, std::min(end, r_.size()));
    std::uint32_t at = p.begin;
    if (p.named >= 0) {
      const auto m = static_cast<std::size_t>(p.named);
      named_speaker_[q] = who_.of_mention[m];
      at = r_.found.mentions[m].first_token;
    }
    sources_.emplace_back(at, static_cast<std::int32_t>(q));
    source_token_[q] = at;
  }
  std::sort(sources_.begin(), sources_.end());
}

// The token after the source phrase.
std::uint32_t follower::source_end(std::int32_t quotation) const {
  const auto& q = r_.said.quotations[static_cast<std::size_t>(quotation)];
  return std::min(r_.token_at(q.source.end - 1) + 1, r_.size());
}

// The quotations whose source has its head at `token` are said by referent.
void follower::said_by(std::uint32_t token, std::int32_t referent) {
  auto at = std::lower_bound(sources_.begin(), sources_.end(),
                             std::make_pair(token, std::int32_t{-1}));
  for (; at != sources_.end() && at->first == token; ++at) {
    const auto q = static_cast<std::size_t>(at->second);
    out_.speaker_of[q] = referent;
    named_speaker_[q] = referent;
    out_.referents[static_cast<std::size_t>(referent)].source_of = at->second;
    last_speaker_ = referent;
    last_source_ = token;
    if (!out_.occurrences.empty() && out_.occurrences.back().token == token) {
      out_.occurrences.back().source = true;
    }
  }
}

void follower::make_newest(std::int32_t referent) {
  if (newest_ == referent) return;
  const auto at = [this](std::int32_t i) -> auto& {
    return out_.referents[static_cast<std::size_t>(i)];
  };
  auto& ref = at(referent);
  if (ref.newer >= 0) at(ref.newer).older = ref.older;
  if (ref.older >= 0) at(ref.older).newer = ref.newer;
  ref.older = newest_;
  ref.newer = -1;
  if (newest_ >= 0) at(newest_).newer = referent;
  newest_ = referent;
}

void follower::note(std::uint32_t token, std::uint32_t end,
                    std::int32_t referent, named_by how, clause_role role) {
  auto& ref = out_.referents[static_cast<std::size_t>(referent)];
  occurrence o;
  o.token = token;
  o.end = end;
  o.referent = referent;
  o.how = how;
  o.role = role;
  if (ref.kind == noun_kind::person) {
    o.first_in_sentence = r_.sentence_of[token] != last_sentence_;
    last_sentence_ = r_.sentence_of[token];
    o.owned = owned(token);
  }
  subjects_ += role == clause_role::subject;
  o.subjects = subjects_;
  if (role == clause_role::subject) {
    ref.last_subject = static_cast<std::int32_t>(out_.occurrences.size());
    ++ref.as_subject;
  }
  look_around(o);
  ++ref.count;
  make_newest(referent);
  ref.last = static_cast<std::int32_t>(out_.occurrences.size());
  recent_[noted_++ % recent_.size()] = referent;
  text::make_room_if_full(out_.occurrences, token, r_.size() - token);
  out_.occurrences.push_back(o);
  if (role != clause_role::possessive || how == named_by::pronoun) {
    said_by(token, referent);
  }
}

// Where no verb is known by its form: behind a preposition an object, else the
// subject if it opens its sentence or an auxiliary stands beside it.
clause_role follower::foreign_role(std::uint32_t token,
                                   std::uint32_t end) const {
  const text::sentence& s = r_.sentence(token);
  if (token > s.first_token) {
    const word before = r_.words[token - 1];
    if (before == word::of || before == word::preposition) {
      return clause_role::object;
    }
    if (before == word::auxiliary) return clause_role::subject;
  }
  if (end < s.token_end && r_.words[end] == word::auxiliary) {
    return clause_role::subject;
  }
  const bool opens = r_.sentence_of[token] != last_sentence_;
  return opens ? clause_role::subject : clause_role::other;
}

// What the occurrence [token, end) is in its clause, by the words around it.
clause_role follower::role_of(std::uint32_t token, std::uint32_t end) const {
  const text::sentence& s = r_.sentence(token);
  if (end > token && r_.possessive_at(r_.laid.tokens[end - 1].where().end)) {
    return clause_role::possessive;
  }
  if (!r_.english()) return foreign_role(token, end);
  std::uint32_t t = end;
  if (t < s.token_end && r_.words[t] == word::close) ++t;
  if (t < s.token_end && r_.words[t] == word::open) {
    while (t < s.token_end && t < end + 8 && r_.words[t] != word::close) ++t;
    ++t;
  }
  if (t < s.token_end && r_.words[t] == word::comma) {
    // An apposition or a relative clause, if it is closed by a comma.
    for (std::uint32_t c = t + 1; c + 1 < s.token_end && c < t + 14; ++c) {
      if (c == t + 1 && verb_at(c)) {
        t = c;  // the comma closes an apposition: "its leader, X, was"
        break;
      }
      if (r_.words[c] == word::comma && verb_at(c + 1)) {
        t = c + 1;
        break;
      }
    }
  }
  for (int adverbs = 0; adverbs < 2 && t < s.token_end; ++adverbs) {
    const std::string_view w = r_.raw(t);
    const bool ly = w.size() > 3 && w.substr(w.size() - 2) == "ly";
    if (!ly && w != "also" && w != "then" && w != "later" && w != "who") break;
    ++t;
  }
  if (t < s.token_end && verb_at(t)) return clause_role::subject;
  if (token > s.first_token) {
    const word before = r_.words[token - 1];
    if (before == word::of || before == word::preposition ||
        before == word::to) {
      return clause_role::object;
    }
    if (verb_at(token - 1)) return clause_role::object;
  }
  return clause_role::other;
}

// "officials", "police": several people, and no verb whatever their ending.
bool follower::before_people(std::uint32_t token) const {
  if (token >= r_.size() || r_.words[token] != word::other ||
      r_.laid.tokens[token].letters != text::token_case::lower) {
    return false;
  }
  const noun n = r_.noun_at(token);
  return (n.kind == noun_kind::person || n.kind == noun_kind::people) &&
         (n.plural || r_.folded(token) == "police");
}

void follower::read_mention(std::uint32_t token) {
  const auto m = static_cast<std::size_t>(r_.mention_at[token]);
  const entities::mention& at = r_.found.mentions[m];
  if (at.first_token != token || who_.of_mention[m] < 0) return;
  const std::int32_t name = who_.of_mention[m];
  // "Pakistani officials": an adjective, nobody who could be meant; the place
  // of "Hong Kong authorities" is no more than an owner.
  const bool of_people = before_people(at.token_end);
  // "Democrats repeatedly noted": a noun; of some, their phrase says it.
  const bool noun = r_.raw(at.where).back() == 's' &&
                    (token == 0 || r_.words[token - 1] != word::many);
  if (at.type == entity_type::norp && !noun && at.token_end < r_.size() &&
      r_.words[at.token_end] == word::other &&
      (of_people || !verb_at(at.token_end))) {
    return;
  }
  const identity& one = who_.all[static_cast<std::size_t>(name)];
  const bool full = at.token_end - at.first_token > 1 || one.words.size() == 1;
  note(token, at.token_end, name, full ? named_by::full : named_by::part,
       of_people ? clause_role::possessive : role_of(token, at.token_end));
  read_pair(token, m);
}

// Whether "her" before the token owns what stands there.
bool follower::owns(std::uint32_t token) const {
  if (token >= r_.size()) return false;
  const word w = r_.words[token];
  if (w == word::number || w == word::many) return true;
  if (w != word::other || verb_at(token)) return false;
  constexpr std::string_view behind_objects[] = {
      "again", "alone", "away",  "back", "down", "in",       "instead",
      "off",   "out",   "there", "too",  "up",   "yesterday"};
  return !std::binary_search(std::begin(behind_objects),
                             std::end(behind_objects), r_.raw(token));
}

void follower::read_pronoun(std::uint32_t token) {
  const word w = r_.words[token];
  asked a;
  a.token = token;
  a.end = token + 1;
  if (male_pronoun(w)) a.sex = 1;
  if (female_pronoun(w)) a.sex = -1;
  const bool her_object = w == word::her && !owns(token + 1);
  if (w == word::he || w == word::she) {
    a.kind = anaphor::subject;
  } else if (w == word::him || her_object) {
    a.kind = anaphor::object;
    a.role = clause_role::object;
  } else if (w == word::his || w == word::her || w == word::hers) {
    a.kind = anaphor::possessive;
    a.role = clause_role::possessive;
  } else if (plural_pronoun(w)) {
    a.kind = anaphor::they;
  } else {
    a.kind = anaphor::it;
  }
  const auto at = std::lower_bound(sources_.begin(), sources_.end(),
                                   std::make_pair(token, std::int32_t{-1}));
  if (at != sources_.end() && at->first == token) {
    a.quotation = at->second;
    if (a.kind == anaphor::subject) a.kind = anaphor::source;
  }
  std::int32_t found = resolve(a);
  if (found < 0 && (w == word::he || w == word::she)) {
    phrase p;
    p.begin = p.head = token;
    p.end = token + 1;
    p.kind.kind = noun_kind::person;
    p.kind.sex = static_cast<std::int8_t>(2 * a.sex);
    found = open_referent(std::move(p), {});
    out_.referents[static_cast<std::size_t>(found)].pronoun = true;
  }
  out_.asked.put(token).pronoun = found;
  if (found >= 0) note(token, a.end, found, named_by::pronoun, a.role);
}

discourse follower::run() {
  std::uint32_t skip = 0;  // a description was read up to here
  auto next_source = sources_.begin();
  for (std::uint32_t t = 0; t < r_.size(); ++t) {
    while (next_source != sources_.end() && next_source->first < t) {
      ++next_source;
    }
    const bool source =
        next_source != sources_.end() && next_source->first == t;
    if (r_.mention_at[t] >= 0) {
      const auto& m =
          r_.found.mentions[static_cast<std::size_t>(r_.mention_at[t])];
      if (m.first_token == t) read_mention(t);
      const bool owner = m.first_token == t && t >= skip &&
                         (source || r_.possessive_at(m.where.end));
      if (owner && (source || person_owned(m.token_end))) {
        // "Kremlin spokesmen": the phrase starts with a name, is not one.
        if (read_description(t)) skip = m.token_end;
      }
      continue;
    }
    const word w = r_.words[t];
    const bool pronoun = is_pronoun(w);
    if (pronoun) read_pronoun(t);
    if (t < skip) continue;
    constexpr std::uint64_t articles = bit_of(word::the) | bit_of(word::a) |
                                       bit_of(word::this_that) |
                                       bit_of(word::many) | possessive_pronouns;
    const bool opens =
        (articles & bit_of(w)) != 0 ||
        (w == word::number && t > 0 && r_.words[t - 1] != word::preposition) ||
        (w == word::other && bare_plural(t));
    if (!opens && (!source || pronoun)) continue;
    if (pronoun && !possessive_pronoun(w)) continue;
    if (read_description(t)) skip = t + 1;
  }
  return std::move(out_);
}

discourse follow(const reading& r, identities& who, const weight_table& weights,
                 std::vector<decision>* record) {
  return follower(r, who, weights, record).run();
}

}  // namespace copydesk::people
