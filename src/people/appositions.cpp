// SPDX-License-Identifier: Apache-2.0
// appositions.cpp - the name behind a description; see read_apposition in
// phrases.hpp.
//
// Idea: the name stands behind a comma ("the author, Professor X"), at the end
// of an office ("Secretary of State X") or behind "as" ("who gave her name as
// X"). Cost: limits::max_phrase tokens a phrase.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "limits.hpp"
#include "people/phrases.hpp"

namespace copydesk::people {
namespace {

// The person or body in apposition after `t` (a comma stands there).
std::int32_t apposed(const reading& r, std::uint32_t t, std::uint32_t end,
                     bool person) {
  const std::uint32_t stop = std::min(end, t + 10);
  bool verb = false, noun_before = false;
  for (++t; t < stop; ++t) {
    const word w = r.words[t];
    if (r.mention_at[t] >= 0) {
      const auto& m =
          r.found.mentions[static_cast<std::size_t>(r.mention_at[t])];
      const bool right =
          person ? m.type == entity_type::person : m.type == entity_type::org;
      // "met Ann Lee" is a clause, "retired General Ann Lee" is not.
      if (verb && !noun_before) return -1;
      if (right && !r.possessive_at(m.where.end)) return r.mention_at[t];
      t = std::max(m.token_end, t + 1) - 1;
      continue;
    }
    // Only titles and the like may stand between.
    noun_before = r.noun_at(t).kind == noun_kind::person;
    if (!noun_before) {
      const std::string folded = r.folded(t);
      noun_before = title_form(folded) != folded;
    }
    verb = verb || (r.verb_at(t) && !noun_before);
    if (ends_phrase(w) || w == word::conjunction || w == word::mark) return -1;
  }
  return -1;
}

// Said of persons and of companies.
bool may_be_body(std::string_view w) {
  constexpr std::string_view all[] = {
      "advertiser", "bidder",    "builder",   "buyer",       "carrier",
      "contractor", "creditor",  "developer", "distributor", "employer",
      "insurer",    "landlord",  "lender",    "maker",       "manufacturer",
      "operator",   "organiser", "organizer", "owner",       "producer",
      "promoter",   "provider",  "publisher", "rival",       "seller",
      "sponsor",    "supplier",  "tenant"};
  return std::binary_search(std::begin(all), std::end(all), w);
}

// "The ferry's operator, Merrin Lines": the body right behind the comma, closed
// by another or by the end.
std::int32_t body_behind(const reading& r, std::uint32_t comma,
                         std::uint32_t end) {
  std::uint32_t t = comma + 1;
  if (t < end && r.words[t] == word::the) ++t;
  if (t >= end || r.mention_at[t] < 0) return -1;
  const auto& m = r.found.mentions[static_cast<std::size_t>(r.mention_at[t])];
  const bool closed = m.token_end >= end || r.words[m.token_end] == word::comma;
  return m.type == entity_type::org && closed ? r.mention_at[t] : -1;
}

// "The Oba of Lagoria, Oba Femi Adelaja": an office taken for a body, and the
// person in apposition that holds it.
std::int32_t office_holder(const reading& r, const phrase& p,
                           std::uint32_t end) {
  const auto& m = r.found.mentions[static_cast<std::size_t>(p.named)];
  if (p.determiner != word::the || m.type == entity_type::person ||
      m.first_token + 2 >= m.token_end || m.token_end >= end ||
      r.words[m.first_token + 1] != word::of ||
      r.words[m.token_end] != word::comma ||
      r.noun_at(m.first_token).kind == noun_kind::organization) {
    return -1;
  }
  return apposed(r, m.token_end, end, true);
}

// Said of somebody for what they are to another: "the daughter of Senator X".
bool relation(std::string_view w) {
  constexpr std::string_view all[] = {
      "aide",      "assistant",    "associate",   "attorney",      "aunt",
      "boyfriend", "brother",      "child",       "confidant",     "cousin",
      "critic",    "daughter",     "father",      "fiance",        "fiancee",
      "friend",    "girlfriend",   "grandson",    "granddaughter", "husband",
      "lawyer",    "mother",       "nephew",      "niece",         "opponent",
      "partner",   "relative",     "rival",       "sister",        "son",
      "spokesman", "spokesperson", "spokeswoman", "supporter",     "uncle",
      "widow",     "widower",      "wife"};
  return std::find(std::begin(all), std::end(all), w) != std::end(all);
}

// "Secretary of State Ann Lee": a name behind the complement of its title.
std::int32_t titled(const reading& r, const phrase& p, std::uint32_t end) {
  if (p.kind.kind != noun_kind::person || p.kind.plural || p.end >= end ||
      (r.words[p.end] != word::of && r.words[p.end] != word::preposition)) {
    return -1;
  }
  if (relation(p.head_word)) return -1;
  std::uint32_t opened = p.end;  // the last preposition
  for (std::uint32_t t = p.end + 1, stop = std::min(end, t + 10); t < stop;
       ++t) {
    const word w = r.words[t];
    const bool right_behind =
        t == opened + 1 || (t == opened + 2 && r.words[t - 1] == word::the);
    if (r.mention_at[t] >= 0) {
      const auto& m =
          r.found.mentions[static_cast<std::size_t>(r.mention_at[t])];
      const bool person = m.type == entity_type::person;
      const bool owner = r.possessive_at(m.where.end);
      if (person) return right_behind || owner ? -1 : r.mention_at[t];
      if (owner) return -1;
      t = std::max(m.token_end, t + 1) - 1;
      continue;
    }
    // "Minister of State for Power Ann Lee"
    if (w == word::of || w == word::preposition) {
      opened = t;
      continue;
    }
    const bool address = is_honorific(w) || w == word::stop;
    if (address ? right_behind
                : w != word::other && w != word::the &&
                      w != word::conjunction && w != word::hyphen) {
      return -1;
    }
    if (w == word::stop && !is_honorific(r.words[t - 1])) return -1;
    // "wife of Senator X", but "Minister of the Interior Senator X"; "author of
    // a book about the ruler X".
    const bool person = r.noun_at(t).kind == noun_kind::person;
    const bool small = r.laid.tokens[t].letters == text::token_case::lower;
    if (w == word::other &&
        ((person && t <= opened + 2) || (small && opened != p.end))) {
      return -1;
    }
  }
  return -1;
}

// "who gave her name as Mrs Fang", "who asked to be identified only as Li":
// the name behind the "as" of the relative clause that starts at `t`.
std::int32_t called(const reading& r, std::uint32_t t, std::uint32_t end) {
  bool naming = false;
  for (const std::uint32_t stop = std::min(end, t + 10); t < stop; ++t) {
    const std::string_view w = r.raw(t);
    naming = naming || w == "name" || w == "named" || w == "identified";
    if (r.words[t] == word::comma || r.words[t] == word::stop) return -1;
    if (!naming || w != "as") continue;
    for (++t; t < stop; ++t) {
      if (r.mention_at[t] >= 0) {
        const auto& m =
            r.found.mentions[static_cast<std::size_t>(r.mention_at[t])];
        return m.type == entity_type::person ? r.mention_at[t] : -1;
      }
      if (r.words[t] != word::honorific_m && r.words[t] != word::honorific_f &&
          r.words[t] != word::honorific) {
        return -1;
      }
    }
  }
  return -1;
}

}  // namespace

void read_apposition(const reading& r, std::uint32_t end, phrase& p) {
  if (p.head == no_token) return;
  end = std::min(end, p.first + limits::max_phrase);
  if (p.named >= 0) {
    const std::int32_t holder = office_holder(r, p, end);
    if (holder >= 0) p.named = holder;
    return;
  }
  p.named = titled(r, p, end);
  if (p.named >= 0) return;
  // A lower-case noun with a name before it is a description; look behind it
  // for a name in apposition.
  const bool person = p.kind.kind == noun_kind::person;
  const bool body = p.kind.kind == noun_kind::organization;
  if (!person && !body && p.kind.kind != noun_kind::none) return;
  for (std::uint32_t c = p.end; c < end; ++c) {
    if (person && r.words[c] == word::who) p.named = called(r, c + 1, end);
    if (r.words[c] == word::who || r.words[c] == word::which ||
        r.words[c] == word::stop) {
      break;
    }
    if (r.words[c] != word::comma) continue;
    p.named = apposed(r, c, end, !body);
    if (p.named < 0 && c == p.end && may_be_body(p.head_word)) {
      p.named = body_behind(r, c, end);
    }
    const bool relative = c + 1 < end && r.words[c + 1] == word::who;
    if (p.named >= 0 || (c == p.end && !relative)) break;
  }
}

}  // namespace copydesk::people
