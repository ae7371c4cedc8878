// SPDX-License-Identifier: Apache-2.0
// values.cpp - the driver of the value grammar.
//
// Idea: sentence by sentence, cut into atoms; at each atom that can begin a
// value take the longest phrase of any rule, and go on behind it.
// Invariant: mentions grow from left to right, so they never overlap.
// Cost: O(bytes): a rule looks at a bounded number of atoms.
#include "entities/values.hpp"

#include "entities/values_atoms.hpp"
#include "entities/values_format.hpp"
#include "entities/values_reader.hpp"

namespace copydesk::entities {
namespace {

// How sure a rule is, by type: right on 9 of 10 press texts or more.
constexpr float rule_confidence = 0.95f;

// `token` is a token at or before the phrase; it is moved on.
mention mention_of(const phrase& p, const std::vector<atom>& atoms,
                   const text::laid_text& laid, const text::sentence& s,
                   std::uint32_t& token) {
  mention m;
  m.where = {atoms[p.begin].begin, atoms[p.end - 1].end};
  m.type = p.type;
  m.confidence = rule_confidence;
  while (token < s.token_end && laid.tokens[token].where.end <= m.where.begin) {
    ++token;
  }
  m.first_token = token;
  std::uint32_t end = token;
  while (end < s.token_end && laid.tokens[end].where.begin < m.where.end) {
    ++end;
  }
  m.token_end = end;
  return m;
}

}  // namespace

phrase value_reader::longest(std::size_t i) const {
  phrase best = date(i);
  for (const phrase& other :
       {time_of_day(i), money(i), percent(i), quantity(i), magnitude(i)}) {
    if (other.end > best.end ||
        (other.end == best.end && other.type != entity_type::time)) {
      if (other) best = other;
    }
  }
  return best;
}

namespace {

// Can no value begin at atom i? Most words of a text end here.
bool idle(const std::vector<atom>& atoms, std::size_t i) {
  const atom& a = atoms[i];
  if (a.classes != 0 || a.kind != atom_kind::word) return false;
  const bool sign = i + 1 < atoms.size() && atoms[i + 1].code != 0;
  return !sign && a.end - a.begin != 1;
}

// Does the sentence speak of what will be, close before atom i?
bool looks_ahead(const std::vector<atom>& atoms, std::size_t i) {
  constexpr std::size_t reach = 16;
  for (std::size_t k = i; k-- > 0 && k + reach > i;) {
    if (atoms[k].has(word_class::glue) &&
        atoms[k].value(word_class::glue) == static_cast<int>(glue::will)) {
      return true;
    }
  }
  return false;
}

// The first full date of a dateline or byline.
civil_date stated_date(const text::laid_text& laid) {
  std::vector<atom> atoms;
  for (const text::sentence& s : laid.sentences) {
    const paragraph_kind kind = laid.paragraphs[s.paragraph].kind;
    if (kind != paragraph_kind::dateline && kind != paragraph_kind::byline) {
      continue;
    }
    read_atoms(laid.clean, s.where, laid.lang, atoms);
    const value_reader reader(atoms, laid.clean);
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      if (idle(atoms, i)) continue;
      const phrase p = reader.longest(i);
      if (p && p.says.form == value_form::date && p.says.year > 0 &&
          p.says.day > 0) {
        return {p.says.year, p.says.month, p.says.day};
      }
    }
  }
  return {};
}

}  // namespace

std::vector<mention> find_values(const text::laid_text& laid,
                                 civil_date today) {
  std::vector<mention> out;
  std::vector<atom> atoms;
  if (today.year == 0) today = stated_date(laid);
  for (const text::sentence& s : laid.sentences) {
    read_atoms(laid.clean, s.where, laid.lang, atoms);
    const value_reader reader(atoms, laid.clean);
    std::uint32_t token = s.first_token;
    std::size_t i = 0;
    while (i < atoms.size()) {
      const phrase p = idle(atoms, i) ? phrase() : reader.longest(i);
      if (!p) {
        ++i;
        continue;
      }
      out.push_back(mention_of(p, atoms, laid, s, token));
      out.back().value = write_value(p, today, looks_ahead(atoms, i));
      i = p.end;
    }
  }
  return out;
}

}  // namespace copydesk::entities
