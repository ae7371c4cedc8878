// SPDX-License-Identifier: Apache-2.0
// features_near.cpp - what the words around a candidate tell; see ranker.hpp
// for the list of features.
//
// Idea: clauses, lists, brackets and owners, as far as a few words before and
// behind show them, and whose sentences these are. Cost: O(1) a candidate.
#include <algorithm>

#include "limits.hpp"
#include "people/follower.hpp"

namespace copydesk::people {

namespace f = feature;

bool follower::first_in_headline(std::int32_t name) const {
  const identity& one = who_.all[static_cast<std::size_t>(name)];
  const std::uint32_t token = r_.found.mentions[one.mentions[0]].first_token;
  const text::sentence& s = r_.sentence(token);
  return r_.laid.paragraphs[s.paragraph].kind == paragraph_kind::headline;
}

// What it was the subject of.
void follower::describe_subject(const asked& a, const referent& c,
                                candidate& out) const {
  if (c.last_subject < 0) {
    out.add(f::last_subject + 4);
    return;
  }
  const occurrence& o =
      out_.occurrences[static_cast<std::size_t>(c.last_subject)];
  const std::uint32_t back = a.sentence - r_.sentence_of[o.token];
  out.add(f::last_subject + bucket(back, {0, 1, 4}));
  out.add(f::subject_count + bucket(c.as_subject, {1, 2}));
}

// How it was named last, by role and distance. Who needs one word only is
// known; the writer gives others their full names.
void follower::describe_form(const referent& c, const occurrence& o,
                             unsigned near, candidate& out) const {
  constexpr unsigned forms[] = {0, 1, 2, 4};  // pronoun, full, part, described
  const unsigned form = o.how == named_by::full && c.one_word
                            ? 3u
                            : forms[static_cast<std::size_t>(o.how)];
  out.add(f::form_role + 12 * form + 4 * near + static_cast<unsigned>(o.role));
}

// "his wife X", "Y's friend X": named for what it is to another.
bool follower::owned(std::uint32_t token) const {
  for (std::uint32_t t = token; t > 0 && token - t < 4; --t) {
    const word w = r_.words[t - 1];
    if (possessive_pronoun(w) || w == word::possessive) return true;
    const std::int32_t m = r_.mention_at[t - 1];
    if (m >= 0) {
      return r_.possessive_at(
          r_.found.mentions[static_cast<std::size_t>(m)].where.end);
    }
    if (w != word::other && !(w == word::comma && t == token)) return false;
  }
  return false;
}

// Sees the words right before and behind an occurrence, once for all that may
// mean it.
void follower::look_around(occurrence& o) const {
  if (o.token > 0) {
    const word before = r_.words[o.token - 1];
    if (before == word::conjunction) o.behind_word = f::coordinated;
    if (before == word::of) o.behind_word = f::after_of;
    if (before == word::preposition || before == word::to) {
      o.behind_word =
          r_.raw(o.token - 1) == "by" ? f::after_by : f::after_preposition;
    }
  }
  for (std::uint32_t t = o.end; t < std::min(o.end + 2, r_.size()); ++t) {
    if (r_.words[t] == word::who) ++o.relative;
  }
  for (std::uint32_t t = o.token; t > 0 && o.token - t < 4; --t) {
    if (r_.words[t - 1] == word::close) break;
    if (r_.words[t - 1] == word::open) {
      o.in_brackets = true;
      break;
    }
  }
  const std::uint32_t far =
      o.token > limits::max_phrase ? o.token - limits::max_phrase : 0U;
  for (std::uint32_t t = std::max(r_.sentence(o.token).first_token, far);
       t < o.token && !o.subordinate; ++t) {
    const word w = r_.words[t];
    o.subordinate = w == word::but || w == word::who || w == word::which;
  }
}

void follower::count_signs() {
  signs_.reserve(r_.size() / every + std::size_t{1});
  std::uint64_t now = 0;
  for (std::uint32_t t = 0; t <= r_.size(); ++t) {
    if (t % every == 0) signs_.push_back(now);
    if (t < r_.size()) now += sign_at(t);
  }
}

// What the token adds to the counts.
std::uint64_t follower::sign_at(std::uint32_t t) const {
  static constexpr auto by_word = [] {
    std::array<std::uint64_t, 64> out{};
    const auto put = [&out](word w, std::uint64_t n) {
      out[static_cast<std::size_t>(w)] += n;
    };
    for (const word w :
         {word::but, word::who, word::which, word::colon, word::stop}) {
      put(w, signs::one(signs::clause));
    }
    put(word::mark, signs::one(signs::mark));
    put(word::which, signs::one(signs::that));
    return out;
  }();
  static_assert(static_cast<std::size_t>(word::mark) < by_word.size());
  const word w = r_.words[t];
  const word before = r_.words[t == 0 ? 0 : t - 1];
  const word next = r_.words[t + 1 < r_.size() ? t + 1 : t];
  const unsigned listed =
      (w == word::comma ? 1U : 0U) & (next == word::conjunction ? 1U : 0U);
  const unsigned verb =
      (r_.verbs[t] ? 1U : 0U) &
      ((t == 0 ? 1U : 0U) | (before != word::auxiliary ? 1U : 0U));
  return by_word[static_cast<std::size_t>(w)] +
         listed * signs::one(signs::coordinated) +
         verb * signs::one(signs::verb);
}

std::uint64_t follower::signs_before(std::uint32_t token) const {
  std::uint64_t now = signs_[token / every];
  for (std::uint32_t t = token - token % every; t < token; ++t) {
    now += sign_at(t);
  }
  return now;
}

void follower::describe_words(const occurrence& o, candidate& out) const {
  out.add_if(o.behind_word != 0, o.behind_word);
  for (unsigned i = 0; i < o.relative; ++i) out.add(f::relative);
  out.add_if(o.in_brackets, f::in_brackets);
}

// In one sentence: who stands between, and which word.
void follower::describe_near(const asked& a, const occurrence& o,
                             candidate& out) const {
  const std::uint32_t subjects = std::min(2u, subjects_ - o.subjects);
  out.add(f::subjects_between + subjects +
          (o.role == clause_role::subject ? 0u : 3u));
  if (o.end + 1 == a.token) {
    const word w = r_.words[o.end];
    out.add(f::joined +
            (w == word::conjunction                                     ? 0u
             : w == word::preposition || w == word::to || w == word::of ? 1u
             : w == word::comma                                         ? 2u
             : verb_at(o.end)                                           ? 3u
                                                                        : 4u));
  }
  if (a.kind == anaphor::possessive && o.role == clause_role::subject) {
    std::uint32_t t = o.end;
    while (t < a.token && r_.words[t] == word::auxiliary) ++t;
    out.add_if(t == a.token && t > o.end, f::predicate);
  }
}

// See feature::behind_role.
unsigned follower::word_behind(const asked& a) const {
  if (a.token == a.first) return 0;
  switch (r_.words[a.token - 1]) {
    case word::which:
    case word::who:
      return 1;
    case word::but:
      return 2;
    case word::conjunction:
      return 3;
    case word::comma:
      return 4;
    case word::preposition:
    case word::of:
      return 6;
    case word::to:
      return 7;
    default:
      return verb_at(a.token - 1) ? 5 : 8;
  }
}

// Who was meant most often, and who was the last subject.
void follower::compare(std::vector<candidate>& all, std::size_t before) const {
  std::uint32_t most = 0;
  std::int32_t newest = -1;
  std::size_t such = 0;
  for (std::size_t i = 0; i < before; ++i) {
    const auto& c = out_.referents[static_cast<std::size_t>(all[i].referent)];
    if (c.count > most) {
      most = c.count;
      such = 0;
    }
    such += c.count == most;
    newest = std::max(newest, c.last_subject);
  }
  for (std::size_t i = 0; i < before; ++i) {
    const auto& c = out_.referents[static_cast<std::size_t>(all[i].referent)];
    if (c.count == most) all[i].add(f::top_count + (such > 1 ? 1u : 0u));
    if (newest >= 0 && c.last_subject == newest) {
      all[i].add(f::newest_subject);
    }
  }
}

// "when", "after", "having": the clause is no main one.
bool follower::opens_clause(std::uint32_t token) const {
  const word w = r_.words[token];
  if (w == word::but || w == word::preposition || w == word::to) return true;
  if (w != word::other) return false;
  const std::string s = r_.folded(token);
  return s == "though" || s == "unless" || s == "whether" || s == "like" ||
         s == "till" || s == "besides" || s == "following" || s == "even" ||
         (s.size() > 4 && s.compare(s.size() - 3, 3, "ing") == 0);
}

// The name behind the clause of the pronoun; see feature::later_place.
void follower::describe_place_later(const asked& a, std::uint32_t token,
                                    bool known, std::size_t persons,
                                    candidate& out) const {
  std::uint32_t start = a.token;
  while (start > a.first && a.token - start < 14) {
    const word w = r_.words[start - 1];
    if (w == word::comma || w == word::stop || w == word::colon ||
        w == word::mark || w == word::dash) {
      break;
    }
    --start;
  }
  while (start < a.token && r_.words[start] == word::conjunction) ++start;
  const bool opens = start < a.token && opens_clause(start);
  const bool first = start <= a.first + 1;
  std::uint32_t comma = no_token;
  for (std::uint32_t t = a.end; t < token; ++t) {
    if (r_.words[t] == word::comma) comma = t;
  }
  out.add_if(persons > 0, f::later_second);
  if (!opens || comma == no_token) {
    out.add_if(known, f::later_known);
    return;
  }
  const auto m = static_cast<std::size_t>(r_.mention_at[token]);
  const bool subject =
      role_of(token, r_.found.mentions[m].token_end) == clause_role::subject;
  out.add(f::later_place + (known ? 12u : 0u) + (first ? 0u : 6u) +
          2 * bucket(token - comma, {1, 4}) + (subject ? 0u : 1u));
}

}  // namespace copydesk::people
