// SPDX-License-Identifier: Apache-2.0
// one_type.cpp - mentions sorted by the hash of their words; each run of equal
// hashes is one name. Equal means spelled alike: "Turkey" and "turkey", or
// "BP" and "Bp", are two.
#include "entities/one_type.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>

#include "entities/gazetteer.hpp"
#include "model/hash.hpp"

namespace copydesk::entities {
namespace {

constexpr entity_type votable[] = {entity_type::person, entity_type::org,
                                   entity_type::gpe, entity_type::loc,
                                   entity_type::fac};
constexpr std::size_t choices = std::size(votable);
constexpr std::size_t gpe = 2;
static_assert(votable[gpe] == entity_type::gpe);
// For each mention of a country's name: as much as a confidence of 0.82.
constexpr std::int64_t country_evidence = 554;
constexpr float country_confidence = 0.82F;

std::size_t choice_of(entity_type type) {
  return static_cast<std::size_t>(
      std::find(std::begin(votable), std::end(votable), type) -
      std::begin(votable));
}

// Log odds to the base of 2, in 1/256; nothing below even, so that doubt is no
// evidence against a type. By halves and a straight line between the powers of
// 2, as integers: sums are the same on every machine.
std::int64_t evidence(float confidence) {
  const float c = std::clamp(confidence, 0.5F, 0.99F);
  int power = 0;
  const float part = std::frexp(c / (1.0F - c), &power);  // in [0.5, 1)
  return (power - 2) * 256 + static_cast<std::int64_t>(part * 512.0F);
}

// Is the name that of a country, and not also a person's ("Jordan")?
bool is_country(const words& all, const mention& m) {
  if (m.token_end == m.first_token + 1) {
    const std::uint16_t lists = all[m.first_token].lists;
    return (lists & bit(list::country)) != 0 &&
           (lists & bit(list::surname)) == 0;
  }
  return (all.phrases(m.first_token) & bit(list::country)) != 0 &&
         (all.phrases(m.token_end - 1) >> 16 & bit(list::country)) != 0;
}

struct place {
  std::uint64_t name = 0;
  std::size_t index = 0;
};

bool operator<(const place& a, const place& b) {
  return std::pair(a.name, a.index) < std::pair(b.name, b.index);
}

void vote(const words& all, const place* begin, const place* end,
          std::vector<mention>& names) {
  std::array<std::int64_t, choices> sum{};
  std::array<float, choices> surest{};
  for (const place* p = begin; p != end; ++p) {
    const mention& m = names[p->index];
    const std::size_t c = choice_of(m.type);
    sum[c] += evidence(m.confidence);
    surest[c] = std::max(surest[c], m.confidence);
  }
  if (is_country(all, names[begin->index])) {
    sum[gpe] += country_evidence * (end - begin);
    surest[gpe] = std::max(surest[gpe], country_confidence);
  }
  const auto best = static_cast<std::size_t>(
      std::max_element(sum.begin(), sum.end()) - sum.begin());
  for (const place* p = begin; p != end; ++p) {
    mention& m = names[p->index];
    const std::size_t c = choice_of(m.type);
    if (sum[best] <= sum[c]) continue;  // no better, or its own
    m.type = votable[best];
    m.confidence = surest[best] * (1.0F - m.confidence / 2.0F);
  }
}

}  // namespace

void agree_on_types(const words& all, std::vector<mention>& names) {
  std::vector<place> places;
  places.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (choice_of(names[i].type) == choices) continue;
    std::uint64_t hash = 0;
    for (std::uint32_t t = names[i].first_token; t < names[i].token_end; ++t) {
      hash = learned::mix(hash + 1, all[t].cased);
    }
    places.push_back({hash, i});
  }
  std::sort(places.begin(), places.end());
  const place* p = places.data();
  const place* const end = p + places.size();
  while (p != end) {
    const place* next = p + 1;
    while (next != end && next->name == p->name) ++next;
    vote(all, p, next, names);
    p = next;
  }
}

}  // namespace copydesk::entities
