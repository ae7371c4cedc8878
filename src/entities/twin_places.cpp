// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. The list is short and closed: countries, provinces and
// councils, from ISO 3166 and the lists of British councils.
#include "entities/twin_places.hpp"

#include <cstdint>

#include "entities/overlaps.hpp"
#include "model/hash.hpp"

namespace copydesk::entities {
namespace {

using learned::hash_of;

constexpr std::uint64_t and_hash = hash_of("and");
constexpr std::uint64_t ampersand_hash = hash_of("&");
constexpr std::uint64_t the_hash = hash_of("the");

// The last word of the first name, and the first one of the second.
struct twin {
  std::uint64_t first, second;
};
constexpr twin twins[] = {
    {hash_of("antigua"), hash_of("barbuda")},
    {hash_of("trinidad"), hash_of("tobago")},
    {hash_of("kitts"), hash_of("nevis")},
    {hash_of("vincent"), hash_of("grenadines")},
    {hash_of("bosnia"), hash_of("herzegovina")},
    {hash_of("bosnia"), hash_of("hercegovina")},
    {hash_of("tome"), hash_of("principe")},
    {hash_of("tom\xC3\xA9"), hash_of("pr\xC3\xADncipe")},
    {hash_of("turks"), hash_of("caicos")},
    {hash_of("wallis"), hash_of("futuna")},
    {hash_of("pierre"), hash_of("miquelon")},
    {hash_of("newfoundland"), hash_of("labrador")},
    {hash_of("jammu"), hash_of("kashmir")},
    {hash_of("tyne"), hash_of("wear")},
    {hash_of("perth"), hash_of("kinross")},
    {hash_of("dumfries"), hash_of("galloway")},
    {hash_of("argyll"), hash_of("bute")},
    {hash_of("brighton"), hash_of("hove")},
    {hash_of("hammersmith"), hash_of("fulham")},
    {hash_of("kensington"), hash_of("chelsea")},
    {hash_of("barking"), hash_of("dagenham")},
};

bool is_place(const mention& m) {
  return m.type == entity_type::gpe || m.type == entity_type::loc;
}

bool are_twins(const words& all, const mention& a, const mention& b) {
  if (!is_place(a) || !is_place(b)) return false;
  std::uint32_t t = a.token_end;
  if (t >= b.first_token ||
      (all[t].lower != and_hash && all[t].lower != ampersand_hash)) {
    return false;
  }
  ++t;
  if (t < b.first_token && all[t].lower == the_hash) ++t;
  if (t != b.first_token) return false;
  const std::uint64_t first = all[a.token_end - 1].lower;
  const std::uint64_t second = all[b.first_token].lower;
  for (const twin& x : twins) {
    if (x.first == first && x.second == second) return true;
  }
  return false;
}

}  // namespace

void join_twins(const words& all, std::vector<mention>& names) {
  join(names, [&](mention& one, const mention& next) {
    const bool twins = are_twins(all, one, next);
    if (twins) one.type = entity_type::gpe;
    return twins;
  });
}

}  // namespace copydesk::entities
