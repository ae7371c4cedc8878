// SPDX-License-Identifier: Apache-2.0
// people.cpp - the order of the steps in this room.
//
// Idea: read (closed-class words) -> names (forms to identities) -> roles
// (what stands beside names) -> discourse (pronouns, descriptions) ->
// speakers. Cost: O(tokens), each step bounded by src/limits.hpp.
#include "people/people.hpp"

#include "people/discourse.hpp"
#include "people/names.hpp"
#include "people/reading.hpp"
#include "people/roles.hpp"
#include "people/speakers.hpp"
#include "text/room.hpp"

namespace copydesk::people {

people resolve(const text::laid_text& laid, const entities::entities& found,
               const quotes::quotes& said, const model&) {
  const reading r = read(laid, found, said);
  identities who = gather_names(r);
  gather_roles(r, who);
  discourse d = follow(r, who, learned_weights());

  people out;
  out.speakers = attribute(r, who, d);
  for (std::size_t i = 0; i < who.all.size(); ++i) {
    who.all[i].sex = d.referents[i].sex;
    text::give_back(who.all[i].words);
  }
  d = {};
  out.name_of_mention = std::move(who.of_mention);
  out.names.reserve(who.all.size());
  for (identity& one : who.all) {
    person p;
    p.type = one.type;
    if (one.type == entity_type::person) p.titles = titles_of(r, one);
    p.text = std::move(one.text);
    p.mentions = std::move(one.mentions);
    if (one.type == entity_type::person) {
      p.sex = one.sex;
      p.affiliations = std::move(one.affiliations);
    }
    p.caller_id = std::string(one.caller_id);
    out.names.push_back(std::move(p));
  }
  return out;
}

}  // namespace copydesk::people
