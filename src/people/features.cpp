// SPDX-License-Identifier: Apache-2.0
// features.cpp - what speaks for and against a candidate; see ranker.hpp for
// the list of features.
//
// Idea: distance, grammar as far as word order tells it, agreement, who
// spoke last, how the candidate has been described. Cost: O(1) a candidate,
// but for the roles of a name, which are bounded.
#include <algorithm>

#include "limits.hpp"
#include "people/bodies.hpp"
#include "people/follower.hpp"
#include "people/roles.hpp"

namespace copydesk::people {
namespace {

namespace f = feature;

// A role and an identity: their words, and the bits of these.
template <class Worded>
bool has(const Worded& one, std::uint64_t bit, std::string_view w) {
  return (one.bits & bit) != 0 &&
         std::find(one.words.begin(), one.words.end(), w) != one.words.end();
}

template <class Worded>
bool has_all(const Worded& one, std::uint64_t bits,
             const std::vector<std::string>& wanted) {
  return (bits & ~one.bits) == 0 &&
         std::all_of(wanted.begin(), wanted.end(), [&](const std::string& w) {
           return std::find(one.words.begin(), one.words.end(), w) !=
                  one.words.end();
         });
}

// The phrase names a party that the candidate's roles name another of, or
// only one of the two is a vice or a deputy, or the candidate was it once.
bool excluded(const asked& a, const identity& one) {
  const auto with_head = [&](const role& it) {
    return !a.head.empty() && has_all(it, a.head_bits, a.head);
  };
  bool other_side = false, same_side = false, other_rank = false,
       same_rank = false, held = false, holds = false;
  for (const role& it : one.roles) {
    if (!a.side.empty() && it.sided) {
      for (const std::string& w : it.words) {
        if (!names_side(w)) continue;
        const bool same = w.compare(0, 5, a.side, 0, 5) == 0;
        same_side = same_side || same;
        other_side = other_side || !same;
      }
    }
    if (!with_head(it)) continue;
    held = held || it.past;
    holds = holds || !it.past;
    other_rank = other_rank || it.lesser != a.lesser;
    same_rank = same_rank || it.lesser == a.lesser;
  }
  // "The president" is not "former president X".
  if (held && !holds && !a.past) return true;
  return (other_side && !same_side) || (other_rank && !same_rank);
}

}  // namespace

// Requires a candidate without a name.
bool follower::same_head(const asked& a, const referent& c) const {
  const description& one = out_.descriptions[c.description];
  return one.bits == a.head_bits && one.words == a.head;
}

bool follower::head_in_roles(const asked& a, const referent& c) const {
  if (a.head.empty()) return false;
  if (c.name < 0) return same_head(a, c);
  const identity& one = who_.all[static_cast<std::size_t>(c.name)];
  for (const role& it : one.roles) {
    if (has_all(it, a.head_bits, a.head)) return true;
  }
  return c.kind != noun_kind::person && has_all(one, a.head_bits, a.head);
}

bool follower::describe(const asked& a, std::int32_t referent_index,
                        std::int32_t at, std::size_t rank, bool alone,
                        candidate& out) const {
  const referent& c = out_.referents[static_cast<std::size_t>(referent_index)];
  const bool here =
      at >= 0 &&
      r_.sentence_of[out_.occurrences[static_cast<std::size_t>(at)].token] ==
          a.sentence;
  out.add(f::rank + static_cast<unsigned>(std::min<std::size_t>(rank, 4)) +
          (here ? 5u : 0u));
  out.add_if(here && alone, f::only_in_sentence);
  if (at >= 0) {
    describe_place(a, c, out_.occurrences[static_cast<std::size_t>(at)], out);
  } else {
    out.add(f::sentences + 6);
  }
  out.add_if(c.name >= 0, f::in_document + c.in_document);
  out.add_if(c.count > 0, f::count + bucket(c.count, {1, 2, 4}));
  out.add_if(referent_index == most_named_, f::most_named);
  out.add_if(referent_index == first_named_, f::first_named);
  out.add_if(
      a.kind == anaphor::they && (c.plural || c.kind == noun_kind::people),
      f::several);
  if (a.sex != 0) {
    const int agree = c.sex * a.sex;
    out.add(f::sex + (agree <= 3 ? 1u : 0u) + (agree <= 0 ? 1u : 0u) +
            (agree < 0 ? 1u : 0u) + (agree <= -4 ? 1u : 0u));
  }
  // none, person, people, organization, document, place
  constexpr unsigned sorts[] = {3, 0, 3, 1, 3, 2};
  const unsigned sort =
      c.name < 0 ? 4u : sorts[static_cast<std::size_t>(c.kind)];
  out.add(c.pronoun ? unsigned{f::nameless} : f::kind + sort);
  if (referent_index == last_speaker_) {
    const bool near = r_.sentence(last_source_).paragraph == a.paragraph;
    out.add(f::last_speaker + (near ? 1u : 0u));
  } else if (c.source_of >= 0) {
    out.add(f::spoke);
  }
  out.add_if(
      a.around >= 0 &&
          named_speaker_[static_cast<std::size_t>(a.around)] == referent_index,
      f::says_this);
  if (std::find(a.spoken_of.begin(), a.spoken_of.end(), referent_index) !=
      a.spoken_of.end()) {
    const auto q = static_cast<std::size_t>(a.quotation);
    const bool none = r_.said.quotations[q].kind == quote_kind::indirect;
    out.add(f::spoken_of + (none ? 1u : 0u));
  }
  const bool head = describe_role(a, referent_index, out);
  out.add_if(c.in_headline, f::in_headline);
  if (c.count > 0) describe_subject(a, c, out);
  return head;
}

void follower::describe_place(const asked& a, const referent& c,
                              const occurrence& o, candidate& out) const {
  const std::uint32_t back = a.sentence - r_.sentence_of[o.token];
  out.add(f::sentences + bucket(back, {0, 1, 2, 4, 8}));
  out.add(f::distance + bucket(a.token - o.token, {4, 8, 16, 32, 64}));
  out.add(f::roles + static_cast<unsigned>(o.role));
  out.add(f::named_by + static_cast<unsigned>(o.how));
  const std::int32_t there = r_.quote_at[o.token];
  const std::int32_t here = a.around;
  const unsigned both = there == here ? 3u : 4u;
  const unsigned one = (there >= 0 ? 1u : 0u) + (here >= 0 ? 2u : 0u);
  out.add(f::quoted + (one == 3 ? both : one));
  out.add_if(a.quotation >= 0 && there == a.quotation, f::in_own_content);
  const std::uint32_t po = r_.sentence(o.token).paragraph;
  out.add(f::paragraph + bucket(a.paragraph - po, {0, 1}));
  const unsigned near = std::min(back, 2u);
  out.add_if(o.first_in_sentence, f::sentence_first);
  out.add_if(o.first_in_sentence, f::first_back + near);
  out.add(f::role_back + 4 * near + static_cast<unsigned>(o.role));
  out.add_if(a.sex != 0 && back < 2, f::behind_role + 8 * a.behind + 4 * near +
                                         static_cast<unsigned>(o.role));
  out.add_if(back == 0 && o.role == a.role, f::parallel_here);
  if (a.token <= a.first + 1) {
    out.add(f::opening_role + 4 * near + static_cast<unsigned>(o.role));
    out.add_if(o.first_in_sentence, f::opening_first + near);
  }
  out.add_if(back < 2 && o.subordinate, f::subordinate + near);
  describe_form(c, o, near, out);
  signs all;  // between the two, not too far
  if (back == 0) {
    const std::uint32_t end = std::min(a.token, o.end + 2 * limits::max_phrase);
    if (o.end < end) all = between(o.end, end);
    const unsigned clauses =
        std::min(2u, all.of(signs::clause) + all.of(signs::coordinated));
    out.add(f::clauses_role + 4 * clauses + static_cast<unsigned>(o.role));
    if (a.sex != 0) {
      out.add(f::verbs_role + 4 * std::min(3u, all.of(signs::verb)) +
              static_cast<unsigned>(o.role));
    }
  }
  out.add_if(o.owned, f::owned + (back == 0 ? 1u : 0u));
  describe_words(o, out);
  if (back == 0) {
    describe_near(a, o, out);
    if (all.of(signs::that) != 0) {
      out.add(f::in_that_clause + (o.role == clause_role::subject ? 0u : 1u));
    }
    out.add_if(all.of(signs::mark) != 0, f::mark_between);
  }
  out.add_if(o.source, f::speaker_before);
  out.add_if(back == 1 && o.role == clause_role::subject,
             f::next_sentence_subject);
  out.add_if(back == 1 && o.role == a.role, f::parallel);
  if (back == 0 && o.role == clause_role::subject) {
    // No new clause between; far away there is one.
    const bool clause = a.token < o.end + 2 * limits::max_phrase &&
                        all.of(signs::clause) == 0 && all.of(signs::mark) == 0;
    out.add_if(clause && a.kind == anaphor::object, f::clash_object);
    out.add_if(clause && a.kind == anaphor::possessive, f::clause_subject);
    out.add(f::copies);
  }
  out.add_if(o.role == clause_role::possessive && o.end + 3 >= a.token,
             f::after_possessive);
  out.add_if(
      c.count == 1 && r_.laid.paragraphs[po].kind == paragraph_kind::headline,
      f::headline);
}

// How often it was meant of late.
void follower::describe_recent(std::int32_t referent_index,
                               candidate& out) const {
  std::uint32_t count = 0;
  for (const std::int32_t one : recent_) count += one == referent_index;
  out.add_if(count > 0, f::recent + bucket(count, {1, 2, 4}));
}

// Named later in the sentence: "When he was minister, Lee formed".
void follower::describe_later(const asked& a, std::uint32_t token,
                              candidate& out) const {
  bool clause = false;
  for (std::uint32_t t = a.first; t <= a.token && t < a.first + 6; ++t) {
    const word w = r_.words[t];
    clause = clause || w == word::but || w == word::preposition;
  }
  bool comma = false;
  for (std::uint32_t t = a.token; t < token; ++t) {
    comma = comma || r_.words[t] == word::comma;
  }
  const auto m = static_cast<std::size_t>(r_.mention_at[token]);
  const bool subject =
      role_of(token, r_.found.mentions[m].token_end) == clause_role::subject;
  out.add(clause && comma && subject ? f::later_subject : f::later_other);
  if (clause && token > 0 && r_.words[token - 1] == word::comma) {
    out.add(f::later_opening);
  }
}

bool follower::describe_role(const asked& a, std::int32_t referent_index,
                             candidate& out) const {
  if (a.kind != anaphor::description && a.kind != anaphor::body) return false;
  const referent& c = out_.referents[static_cast<std::size_t>(referent_index)];
  const bool head = head_in_roles(a, c);
  if (c.name < 0) {
    const description& said = out_.descriptions[c.description];
    if (head || (a.head.empty() && said.words.empty())) {
      out.add(f::same_head);
    } else {
      out.add(f::head_other);
    }
    if (a.described.age != 0 && said.told.age != 0) {
      out.add(f::age + (a.described.age == said.told.age ? 0u : 1u));
    }
    return head;
  }
  const identity& one = who_.all[static_cast<std::size_t>(c.name)];
  if (a.described.age != 0) {
    out.add(f::age + (one.age == a.described.age ? 0u
                      : one.age != 0             ? 1u
                                                 : 2u));
  }
  if (c.kind == noun_kind::person) {
    out.add(head                ? f::head_in_role
            : one.roles.empty() ? f::no_role
                                : f::head_other);
  } else {
    out.add_if(has_all(one, a.head_bits, a.head), f::head_in_name);
    const int agree =
        a.sort == body_sort::unknown
            ? 0
            : sorts_agree(a.sort, sort_of_name(one.words, c.type));
    out.add(agree > 0   ? f::sort_agrees
            : agree < 0 ? f::sort_differs
                        : f::sort_differs + 1);
  }
  std::size_t match = 0;
  bool nation = false, in_name = false;
  for (const std::string& w : a.modifiers) {
    const std::uint64_t bit = word_bit(w);
    bool found = false;
    for (const role& it : one.roles) found = found || has(it, bit, w);
    match += found;
    nation = nation || (found && w.size() > 3);
    in_name = in_name || has(one, bit, w);
  }
  out.add_if(in_name, f::modifier_in_name);
  out.add_if(excluded(a, one), f::conflict);
  if (c.kind == noun_kind::person) describe_bodies(a, one, out);
  if (!head) {
    out.add_if(nation, f::nation_in_role);
    return false;
  }
  out.add(f::modifiers + (a.modifiers.empty()           ? 3u
                          : match == a.modifiers.size() ? 0u
                          : match > 0                   ? 1u
                                                        : 2u));
  return true;
}

// Whether the body that the phrase names is one that the candidate is of.
void follower::describe_bodies(const asked& a, const identity& one,
                               candidate& out) const {
  for (const std::int32_t inside : a.inside) {
    const referent& body = out_.referents[static_cast<std::size_t>(inside)];
    if (body.name < 0 || body.type != entity_type::org) continue;
    const identity& its = who_.all[static_cast<std::size_t>(body.name)];
    bool named = std::find(one.affiliations.begin(), one.affiliations.end(),
                           static_cast<std::uint32_t>(body.name)) !=
                 one.affiliations.end();
    for (const role& it : one.roles) {
      named = named || has_all(it, its.bits, its.words);
    }
    const bool others = !one.affiliations.empty();
    out.add(named ? unsigned{f::body_named}
                  : f::body_missing + (others ? 1u : 0u));
    return;
  }
}

void follower::describe_none(const asked& a, std::size_t others,
                             std::size_t heads, candidate& out) const {
  out.add(f::none_bias);
  out.add(f::none_candidates +
          bucket(static_cast<std::uint32_t>(others), {0, 1, 3}));
  if (a.kind != anaphor::description && a.kind != anaphor::body) return;
  out.add(f::none_head + bucket(static_cast<std::uint32_t>(heads), {0, 1}));
  const word d = a.described.determiner;
  out.add(f::none_determiner +
          (d == word::the                                    ? 0u
           : d == word::this_that                            ? 1u
           : possessive_pronoun(d) || a.described.owner >= 0 ? 2u
           : d == word::other                                ? 3u
                                                             : 4u));
  out.add(f::none_modifiers +
          bucket(static_cast<std::uint32_t>(a.modifiers.size()), {0, 1}));
  out.add_if(a.quotation >= 0, f::none_source);
  out.add_if(a.described.kind.plural, f::none_plural);
}

}  // namespace copydesk::people
