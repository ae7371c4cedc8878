// SPDX-License-Identifier: Apache-2.0
// values.cpp - the driver of the value grammar.
//
// Idea: sentence by sentence, cut into atoms; at each atom that can begin a
// value take the longest phrase of any rule, and go on behind it.
// Invariant: mentions grow from left to right, so they never overlap.
// Cost: O(bytes): a rule looks at a bounded number of atoms.
#include "entities/values.hpp"

#include "entities/values_atoms.hpp"
#include "entities/values_reader.hpp"

namespace copydesk::entities {
namespace {

// How sure a rule is, by type: right on 9 of 10 press texts or more.
constexpr float rule_confidence = 0.95f;

void add(const phrase& p, const std::vector<atom>& atoms,
         const text::laid_text& laid, const text::sentence& s,
         std::uint32_t& token, std::vector<mention>& out) {
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
  out.push_back(std::move(m));
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

std::vector<mention> find_values(const text::laid_text& laid) {
  std::vector<mention> out;
  std::vector<atom> atoms;
  for (const text::sentence& s : laid.sentences) {
    read_atoms(laid.clean, s.where, laid.lang, atoms);
    const value_reader reader(atoms, laid.clean);
    std::uint32_t token = s.first_token;
    std::size_t i = 0;
    while (i < atoms.size()) {
      const atom& a = atoms[i];
      if (a.classes == 0 && a.kind == atom_kind::word &&
          !(a.end - a.begin == 1 ||
            (i + 1 < atoms.size() && atoms[i + 1].code != 0))) {
        ++i;
        continue;
      }
      const phrase p = reader.longest(i);
      if (!p) {
        ++i;
        continue;
      }
      add(p, atoms, laid, s, token, out);
      i = p.end;
    }
  }
  return out;
}

}  // namespace copydesk::entities
