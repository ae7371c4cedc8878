// SPDX-License-Identifier: Apache-2.0
// head_words.cpp - see head_words.hpp.
#include "entities/head_words.hpp"

#include <algorithm>
#include <string_view>

#include "entities/gazetteer.hpp"

namespace copydesk::entities {
namespace {

struct head_word {
  std::string_view word;
  entity_type type;
};

#include "entities/head_words.inc"

template <std::size_t n>
const head_word* find(std::string_view word, const head_word (&list)[n]) {
  const head_word* const at = std::lower_bound(
      std::begin(list), std::end(list), word,
      [](const head_word& h, std::string_view w) { return h.word < w; });
  return at == std::end(list) || at->word != word ? nullptr : at;
}

// Land that the lists count among the countries.
bool is_land(std::string_view name) {
  constexpr std::string_view all[] = {"Gaza Strip", "Golan Heights",
                                      "West Bank"};
  return std::find(std::begin(all), std::end(all), name) != std::end(all);
}

// Is it the West Bank?
bool listed_place(const words& all, const mention& m) {
  constexpr std::uint32_t places = town_lists | bit(list::location);
  return (m.type == entity_type::gpe || m.type == entity_type::loc) &&
         (all.phrases(m.first_token) & all.phrases(m.token_end - 1) >> 16 &
          places) != 0;
}

// "Munich Security Conference"; a conference of clubs or parties is a body.
bool is_meeting(std::string_view before, std::string_view last) {
  static constexpr std::string_view conference = "Conference";
  static constexpr std::string_view topics[] = {
      "Biodiversity", "Climate", "Defence",    "Defense", "Development",
      "Donors",       "Energy",  "Healthcare", "Peace",   "Reconstruction",
      "Security",     "Tech",    "Water"};
  return last == conference && std::find(std::begin(topics), std::end(topics),
                                         before) != std::end(topics);
}

}  // namespace

bool type_of_last_word(std::string_view word, entity_type& type) {
  const head_word* const h = find(word, lasts);
  if (h != nullptr) type = h->type;
  return h != nullptr;
}

void read_body_appositions(const words& all, std::vector<mention>& names) {
  const std::vector<text::token>& t = all.laid().tokens;
  const auto is_sign = [&](std::uint32_t at, std::string_view signs) {
    return at < t.size() && t[at].where().size() == 1 &&
           signs.find(all.laid().clean[t[at].where().begin]) != signs.npos;
  };
  for (mention& m : names) {
    const std::uint32_t at = m.first_token;
    const bool mistaken =
        m.type == entity_type::person || m.type == entity_type::gpe;
    if (!mistaken || m.token_end != at + 1 || at < 2) continue;
    if (is_sign(at - 1, ",") && is_sign(m.token_end, ",.;") &&
        t[at - 2].letters == text::token_case::lower &&
        (all[at - 2].lists & bit(list::organization_head)) != 0 &&
        (all[at].lists & (person_lists | town_lists)) == 0) {
      m.type = entity_type::org;
    }
  }
}

void read_head_words(const words& all, std::vector<mention>& names) {
  const text::laid_text& laid = all.laid();
  const auto word = [&](std::uint32_t t) {
    return laid.tokens[t].where().of(laid.clean);
  };
  for (mention& m : names) {
    if (m.token_end < m.first_token + 2) continue;
    if (m.type != entity_type::person && m.type != entity_type::org &&
        m.type != entity_type::gpe && m.type != entity_type::loc &&
        m.type != entity_type::norp) {
      continue;
    }
    if (listed_place(all, m)) {
      if (is_land(m.where.of(laid.clean))) m.type = entity_type::loc;
      continue;
    }
    const head_word* h = find(word(m.first_token), firsts);
    // Mount Sinai is a hospital, too.
    if (h != nullptr && h->type == entity_type::loc &&
        m.type == entity_type::org) {
      h = nullptr;
    }
    if (h == nullptr) {
      h = find(word(m.token_end - 1), lasts);
      if (h != nullptr && m.type == entity_type::person &&
          (all[m.token_end - 1].lists & bit(list::surname)) != 0) {
        h = nullptr;
      }
    }
    if (h != nullptr) m.type = h->type;
    if (is_meeting(word(m.token_end - 2), word(m.token_end - 1))) {
      m.type = entity_type::event;
    }
  }
}

}  // namespace copydesk::entities
