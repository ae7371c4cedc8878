// SPDX-License-Identifier: Apache-2.0
// word_phrases.cpp - where phrases of several words stand on lists.
//
// Idea: few tokens begin or go on with such a phrase; what lists it is on is
// kept for those alone. Cost: O(tokens), with a search for each that is asked.
#include <algorithm>

#include "entities/gazetteer.hpp"
#include "entities/words.hpp"

namespace copydesk::entities {

void words::find_phrases(const learned::table& lists) {
  for (std::uint32_t s = 0; s < laid_.sentences.size(); ++s) {
    const text::sentence& where = laid_.sentences[s];
    const bool caseless = cases_[s] == sentence_case::none;
    for (std::uint32_t i = where.first_token; i < where.token_end; ++i) {
      if (!caseless && !capital(i)) continue;
      const word& first = (*this)[i];
      if ((first.lists & goes_on) == 0) continue;
      std::uint64_t key = phrase_key(0, first.lower);
      const std::uint32_t end = std::min(where.token_end, i + max_phrase);
      for (std::uint32_t k = i + 1; k < end; ++k) {
        key = phrase_key(key, (*this)[k].lower);
        const std::uint32_t found = lists.get(key);
        const std::uint32_t on = found & ~std::uint32_t{goes_on};
        if (on != 0) {
          add_phrase(i, on);
          for (std::uint32_t j = i + 1; j <= k; ++j) add_phrase(j, on << 16);
        }
        if ((found & goes_on) == 0) break;
      }
    }
  }
}

// Phrases come in order of their first word: no token lies more than a phrase
// behind the last.
void words::add_phrase(std::uint32_t token, std::uint32_t lists) {
  in_phrase_[token] = 1;
  auto at = phrases_.end();
  while (at != phrases_.begin() && (at - 1)->first >= token) --at;
  if (at == phrases_.end() || at->first != token) {
    at = phrases_.insert(at, {token, 0});
  }
  at->second |= lists;
}

const std::uint32_t* words::phrases_at(std::uint32_t token) const noexcept {
  const auto at = std::partition_point(
      phrases_.begin(), phrases_.end(),
      [token](const auto& phrase) { return phrase.first < token; });
  return &at->second;
}

}  // namespace copydesk::entities
