// SPDX-License-Identifier: Apache-2.0
// titles.hpp - offices, ranks and honorifics beside the names of persons.
//
// Idea: a second, small sequence model (section TITL) reads the tokens around
// each person that was found: "NATO Secretary-General" before "Jens
// Stoltenberg", "the Russian foreign minister" after it. Nothing is looked at
// in sentences without persons, so it costs little.
#ifndef COPYDESK_SRC_ENTITIES_TITLES_HPP_
#define COPYDESK_SRC_ENTITIES_TITLES_HPP_

#include <cstdint>
#include <vector>

#include "entities/entities.hpp"
#include "entities/features.hpp"
#include "entities/words.hpp"
#include "model/crf.hpp"

namespace copydesk::entities {

// A token's place relative to names: what title features look at.
struct beside_names {
  // 0 outside; else 1 + 2 * type + (is it the first token).
  std::vector<std::uint8_t> name_of_token;
};

// Marks the tokens of names. Requires mentions in text order.
beside_names mark_names(const text::laid_text& laid,
                        const std::vector<mention>& mentions);

// Consecutive tokens of one sentence in which titles may stand, around its
// persons: [first, end), and the persons' first tokens and ends.
struct title_window {
  std::uint32_t first = 0, end = 0;
  std::uint32_t sentence = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> persons;
};
std::vector<title_window> find_title_windows(
    const text::laid_text& laid, const std::vector<mention>& mentions);

// The features of token i in its window, at most these.
inline constexpr std::size_t max_title_features = 40;
template <class Add>
void title_features(const words& all, const beside_names& names,
                    const title_window& w, std::uint32_t i, Add&& add) {
  using learned::mix;
  const text::sentence& s = all.laid().sentences[w.sentence];
  const auto put = [&](std::uint64_t t, std::uint64_t v) {
    add(mix(3000 + t, v));
  };
  // The nearest persons: how far, and what stands between.
  std::uint32_t left = 99, right = 99;
  for (const auto& [first, end] : w.persons) {
    if (end <= i && i - end < left) left = i - end;
    if (first > i && first - i - 1 < right) right = first - i - 1;
    if (first <= i && i < end) left = right = 98;
  }
  const auto step = [](std::uint32_t d) {
    return d < 6 ? d : d < 12 ? 6U : d < 98 ? 7U : d - 90;
  };
  const std::uint64_t where = step(left) * 20 + step(right);
  const auto lower = [&](std::int64_t k) {
    return k < s.first_token || k >= s.token_end
               ? outside_word
               : all[static_cast<std::uint32_t>(k)].lower;
  };
  const auto name = [&](std::int64_t k) -> std::uint64_t {
    return k < s.first_token || k >= s.token_end
               ? 99
               : names.name_of_token[static_cast<std::size_t>(k)];
  };
  const std::int64_t at = i;
  const word& here = all[i];
  put(0, 1);
  put(1, where);
  for (std::int64_t k = -1; k <= 1; ++k) {
    const std::uint64_t t = static_cast<std::uint64_t>(k + 2);
    put(10 + t, lower(at + k));
    put(20 + t, name(at + k));
  }
  put(30, mix(lower(at - 1), here.lower));
  put(31, mix(here.lower, lower(at + 1)));
  put(32, mix(name(at), name(at + 1)));
  put(33, mix(name(at - 1), name(at)));
  put(34, mix(here.lower, step(right) < 2 ? step(right) : 9));
  put(35, mix(here.lower, step(left) < 2 ? step(left) : 9));
  put(36, here.shape);
  put(39, here.suffix[1]);
  if (here.cluster != 0) {
    put(40, here.cluster);
    put(41, mix(middle(here.cluster), where));
  }
  put(42, mix(where, here.shape));
  put(43, mix(where, name(at)));
  put(44, here.suffix[2]);
  if (i + 1 < s.token_end) {
    put(45, mix(all[i + 1].cluster, here.cluster));
  }
  if (i > s.first_token) put(47, mix(all[i - 1].cluster, here.cluster));
  // The word that follows the persons' neighbourhood up to here.
  if (left < 98) put(48, mix(lower(at - left), left < 8 ? 1 : 0));
  if (right < 98) put(49, mix(lower(at + right), right < 8 ? 1 : 0));
}

// Appends the titles found, in text order. O(tokens beside persons).
void find_titles(const words& all, const std::vector<mention>& mentions,
                 const learned::crf& titles, std::vector<title>& out);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_TITLES_HPP_
