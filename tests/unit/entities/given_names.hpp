// SPDX-License-Identifier: Apache-2.0
// Names as a tagger would give them, for the steps that come after it.
#ifndef COPYDESK_TESTS_UNIT_ENTITIES_GIVEN_NAMES_HPP_
#define COPYDESK_TESTS_UNIT_ENTITIES_GIVEN_NAMES_HPP_

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "entities/entities.hpp"
#include "entities/words.hpp"
#include "text/laid_text.hpp"

namespace copydesk {

struct given_name {
  const char* words;
  entity_type type;
  float confidence = 0;
};

// Mentions of names that stand one after another in a text.
inline std::vector<entities::mention> mentions_of(
    const text::laid_text& laid, const std::vector<given_name>& names) {
  std::vector<entities::mention> out;
  std::size_t from = 0;
  for (const given_name& g : names) {
    const std::size_t at = laid.clean.find(g.words, from);
    REQUIRE(at != std::string::npos);
    from = at + std::string(g.words).size();
    entities::mention m;
    REQUIRE(entities::on_tokens(
        laid,
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)},
        g.type, m));
    m.confidence = g.confidence;
    out.push_back(m);
  }
  return out;
}

using name_step = void (*)(const entities::words&,
                           std::vector<entities::mention>&);

// What a step makes of names that stand one after another in a text, each with
// the number of its type; `lists` may be null.
inline std::string after(name_step run, const std::string& story,
                         const std::vector<given_name>& names,
                         const learned::table* lists = nullptr) {
  const text::laid_text laid = text::lay_out(story, text::language::en);
  const entities::words w(laid, lists, nullptr);
  std::vector<entities::mention> found = mentions_of(laid, names);
  run(w, found);
  std::string out;
  for (const entities::mention& m : found) {
    out += (out.empty() ? "" : "|") + std::string(m.where.of(laid.clean)) +
           ":" + std::to_string(static_cast<int>(m.type));
  }
  return out;
}

}  // namespace copydesk

#endif  // COPYDESK_TESTS_UNIT_ENTITIES_GIVEN_NAMES_HPP_
