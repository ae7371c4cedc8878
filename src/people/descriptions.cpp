// SPDX-License-Identifier: Apache-2.0
// descriptions.cpp - "the minister", "his mother", "a 34-year-old": the part
// of following the discourse that reads noun phrases; see discourse.hpp.
//
// Idea: a phrase beside a name tells of that name; a definite one is resolved
// against the roles that names have; any other opens a referent of its own.
// Cost: limits::max_phrase tokens a phrase.
#include <algorithm>

#include "limits.hpp"
#include "people/follower.hpp"
#include "people/roles.hpp"
#include "text/room.hpp"

namespace copydesk::people {
namespace {

std::vector<std::string> split(std::string_view s) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < s.size()) {
    const std::size_t space = std::min(s.find_first_of(" -", at), s.size());
    if (space > at) out.emplace_back(s.substr(at, space - at));
    at = space + 1;
  }
  return out;
}

}  // namespace

// The phrase stands beside a name that it describes: "X, the minister,".
bool follower::beside_name(const phrase& p, std::int32_t& name) const {
  std::uint32_t t = p.begin;
  if (t == 0) return false;
  if (r_.words[t - 1] == word::comma && t > 1) --t;
  const bool comma = t != p.begin;
  const std::int32_t m = r_.mention_at[t - 1];
  if (m < 0) return false;
  const auto& at = r_.found.mentions[static_cast<std::size_t>(m)];
  if (at.type != entity_type::person &&
      (at.type != entity_type::org || !comma)) {
    return false;
  }
  if ((at.type == entity_type::person) != (p.kind.kind == noun_kind::person)) {
    return false;
  }
  if (p.end < r_.size() && comma && verb_at(p.end)) return false;
  name = who_.of_mention[static_cast<std::size_t>(m)];
  return true;
}

std::int32_t follower::open_referent(phrase&& p,
                                     std::vector<std::string>&& head) {
  text::make_room_if_full(out_.descriptions, p.begin, r_.size() - p.begin);
  // Names are referents from the start: how many there are says nothing about
  // how many are described.
  if (out_.referents.size() == out_.referents.capacity()) {
    out_.referents.reserve(out_.referents.size() +
                           out_.descriptions.capacity() -
                           out_.descriptions.size());
  }
  referent ref;
  ref.description = static_cast<std::uint32_t>(out_.descriptions.size());
  ref.kind = p.kind.kind;
  ref.sex = p.kind.sex;
  ref.plural = p.kind.plural;
  const std::uint64_t bits = word_bits(head);
  out_.descriptions.push_back({std::move(p), std::move(head), bits});
  out_.referents.push_back(std::move(ref));
  return static_cast<std::int32_t>(out_.referents.size() - 1);
}

// "the woman's quotes": the phrase up to its first owner.
void follower::first_owner(phrase& p) const {
  for (std::uint32_t t = p.begin + 1; t < p.head; ++t) {
    if (r_.words[t] != word::possessive || r_.mention_at[t - 1] >= 0) continue;
    const phrase owner = read_phrase(r_, p.begin, t);
    if (owner.head == t - 1 && owner.kind.kind == noun_kind::person) p = owner;
    return;
  }
}

// "his operatives": a noun that no list has, by its ending several people.
void follower::plural_by_ending(phrase& p) const {
  const std::string& w = p.head_word;
  if (p.kind.kind != noun_kind::none || p.age != 0 || w.size() < 5 ||
      p.determiner == word::a || r_.mention_at[p.head] >= 0 ||
      r_.laid.tokens[p.head].letters != text::token_case::lower) {
    return;
  }
  const char before = w[w.size() - 2];
  if (w.back() == 's' && before != 's' && before != 'u' && before != 'i') {
    p.kind.kind = noun_kind::people;
    p.kind.plural = true;
  }
}

// Names no person: a share, an amount, a word that is no noun we know and has
// no article ("PolitiFact", "73 percent").
bool follower::opaque(const phrase& p) const {
  if (!r_.english()) return true;  // nothing is known of its nouns
  // "officials in Kabul", "Harvest Awards organization": told anew, without an
  // article.
  const bool bare = p.determiner == word::other || p.determiner == word::many;
  if (bare && p.owner < 0 &&
      (p.kind.plural || p.kind.kind == noun_kind::organization)) {
    return true;
  }
  if (p.kind.kind != noun_kind::none || p.age != 0) return false;
  return p.determiner == word::other || r_.mention_at[p.head] >= 0;
}

// "environmentalists worry", "voters who": people without an article.
bool follower::bare_plural(std::uint32_t token) const {
  const std::string_view w = r_.raw(token);
  if (r_.words[token] != word::other || token < phrase_end_ || w.size() < 6 ||
      w.back() != 's' || token + 1 >= r_.size() ||
      r_.laid.tokens[token].letters == text::token_case::upper) {
    return false;
  }
  const noun n = r_.noun_at(token);
  return n.plural &&
         (n.kind == noun_kind::person || n.kind == noun_kind::people);
}

// "show insiders", "black listeners": what stands before the bare noun.
void follower::with_adjectives(phrase& p) const {
  const std::uint32_t first = r_.sentence(p.head).first_token;
  for (int words = 0; words < 3 && p.begin > first; ++words) {
    const std::uint32_t t = p.begin - 1;
    const std::string_view w = r_.raw(t);
    if (r_.words[t] != word::other || r_.mention_at[t] >= 0 ||
        r_.laid.tokens[t].letters != text::token_case::lower || verb_at(t) ||
        w.back() == 'y' || w.back() == 'g') {
      return;
    }
    p.begin = t;
  }
}

// Who is named in the phrase is not who it means, nor is the owner.
void follower::names_inside(asked& a, std::uint32_t end) const {
  const std::int32_t owner = out_.asked.at(a.token).pronoun;
  if (owner >= 0) a.inside.push_back(owner);
  end = std::min(end, a.token + limits::max_phrase);
  for (std::uint32_t t = a.token; t < end; ++t) {
    const std::int32_t m = r_.mention_at[t];
    if (m < 0) continue;
    const std::int32_t name = who_.of_mention[static_cast<std::size_t>(m)];
    if (name >= 0) a.inside.push_back(name);
  }
}

// "Ann Lee and Mr Roe": the two together, for a "they" to come.
void follower::read_pair(std::uint32_t token, std::size_t m) {
  const entities::mention& second = r_.found.mentions[m];
  if ((second.type != entity_type::person && second.type != entity_type::org) ||
      r_.possessive_at(second.where.end)) {
    return;
  }
  std::uint32_t t = token;
  for (int words = 0; words < 3 && t > 0; ++words) {
    const word w = r_.words[t - 1];
    if (w == word::conjunction) break;
    if (w != word::the && !is_honorific(w) && w != word::other) {
      return;
    }
    --t;
  }
  if (t < 2 || r_.words[t - 1] != word::conjunction || r_.raw(t - 1) != "and") {
    return;
  }
  t -= 2;
  if (r_.words[t] == word::comma && t > 0) {
    --t;
    // "Ann Lee, Republican of Iowa, and Bob Roe"
    for (std::uint32_t back = 0; back < 6 && t > back + 1; ++back) {
      if (r_.words[t - back] != word::comma) continue;
      t -= back + 1;
      break;
    }
  }
  const std::int32_t before = r_.mention_at[t];
  if (before < 0) return;
  const auto& first = r_.found.mentions[static_cast<std::size_t>(before)];
  if (first.type != second.type) return;
  phrase p;
  p.begin = first.first_token;
  while (p.begin > 0 && is_honorific(r_.words[p.begin - 1])) {
    --p.begin;
  }
  p.head = second.token_end - 1;
  p.end = second.token_end;
  p.kind.kind = noun_kind::people;
  p.kind.plural = true;
  const std::pair<std::int32_t, std::int32_t> names = {
      who_.of_mention[static_cast<std::size_t>(before)], who_.of_mention[m]};
  std::int32_t both = -1;
  for (std::size_t i = pairs_.size(); i-- > 0 && pairs_.size() - i <= 8;) {
    if (pairs_[i].first == names) both = pairs_[i].second;
  }
  if (both < 0) {
    both = open_referent(std::move(p), {});
    pairs_.emplace_back(names, both);
  }
  note(token, second.token_end, both, named_by::full,
       role_of(token, second.token_end));
  const bool spoke =
      last_source_ == first.first_token && last_speaker_ >= 0 &&
      last_speaker_ == who_.of_mention[static_cast<std::size_t>(before)];
  if (spoke) {
    out_.referents[static_cast<std::size_t>(both)].source_of =
        out_.referents[static_cast<std::size_t>(last_speaker_)].source_of;
    last_speaker_ = both;
  }
}

// What stands before the head, and behind it: "of Russia".
void follower::read_modifiers(asked& a, std::uint32_t first,
                              std::uint32_t end) const {
  const phrase& p = a.described;
  a.modifiers = describing_words(r_, first, p.head);
  if (p.end >= end || r_.words[p.end] != word::of) return;
  std::uint32_t more = p.end;
  while (more < end && more < p.end + 6 && r_.words[more] != word::comma &&
         r_.words[more] != word::stop && !verb_at(more)) {
    ++more;
  }
  for (std::string& w : describing_words(r_, p.end, more)) {
    a.modifiers.push_back(std::move(w));
  }
}

// A description that starts at `token`. False if there is none.
bool follower::read_description(std::uint32_t token) {
  std::uint32_t end = r_.sentence(token).token_end;
  const auto its = std::lower_bound(sources_.begin(), sources_.end(),
                                    std::make_pair(token, std::int32_t{-1}));
  const bool source = its != sources_.end() && its->first == token;
  if (source) end = std::min(end, source_end(its->second));
  if (!source && !r_.english()) return false;
  phrase p = read_head(r_, token, end);
  if (p.head == no_token || p.begin != token) return false;
  if (source || p.kind.kind != noun_kind::none) read_apposition(r_, end, p);
  if (p.named >= 0) return false;
  if (!source && r_.words[token] == word::other) with_adjectives(p);
  if (!source) first_owner(p);
  phrase_end_ = std::max(phrase_end_, p.head + 1);
  if (source) plural_by_ending(p);
  if (p.kind.kind == noun_kind::none && !source) return false;
  if (r_.words[token] == word::number && !source &&
      (!p.kind.plural || p.kind.kind == noun_kind::organization)) {
    return false;
  }
  if (p.kind.kind == noun_kind::document && !source) return false;
  if (p.kind.kind == noun_kind::place && p.determiner != word::the && !source) {
    return false;
  }
  std::int32_t name = -1;
  if (!source && beside_name(p, name)) {
    return true;
  }
  // "X is the minister": says what X is, not who comes next.
  if (!source && token > 0 && r_.words[token - 1] == word::auxiliary &&
      p.determiner == word::a) {
    return false;
  }
  asked a;
  a.token = token;
  a.end = p.head + 1;
  a.role = role_of(token, p.head + 1);
  a.sex = p.kind.sex;
  a.kind = p.kind.kind == noun_kind::organization ||
                   p.kind.kind == noun_kind::place ||
                   p.kind.kind == noun_kind::document
               ? anaphor::body
               : anaphor::description;
  a.head = split(title_form(p.head_word));
  if (source) a.quotation = its->second;
  a.described = std::move(p);
  follow_description(a, end);
  return true;
}

// Finds whom it means, or opens a referent, and notes it. `end` is that of the
// sentence or source.
void follower::follow_description(asked& a, std::uint32_t end) {
  phrase& p = a.described;
  const std::uint32_t first =
      p.determiner == word::other ? p.begin : p.begin + 1;
  std::int32_t found = -1;
  if (!opaque(p)) {
    read_modifiers(a, first, end);
    names_inside(a, a.quotation >= 0 ? end : a.end);
    found = resolve(a);
  }
  if (found < 0) {
    found = open_referent(std::move(p), std::move(a.head));
  } else if (out_.referents[static_cast<std::size_t>(found)].name >= 0 &&
             p.kind.kind == noun_kind::person) {
    identity& one = who_.all[static_cast<std::size_t>(
        out_.referents[static_cast<std::size_t>(found)].name)];
    role it;
    it.where = {r_.laid.tokens[first].where().begin,
                r_.laid.tokens[p.head].where().end};
    it.words = describing_words(r_, first, p.head + 1);
    const std::string text = fold(r_.raw(it.where));
    for (const role& old : one.roles) {
      if (old.title && fold(r_.raw(old.where)) == text) it.title = true;
    }
    add_role(r_, std::move(it), one);
  }
  note(a.token, a.end, found, named_by::description, a.role);
}

}  // namespace copydesk::people
