// SPDX-License-Identifier: Apache-2.0
// features.hpp - what the tagger looks at, as hashed features.
//
// Idea: the trainer and the tagger call the very same functions, so the two
// cannot drift. Features that depend on one word alone are apart from those
// that look at several: the tagger adds up the former once for each distinct
// word and place beside the token ("slot").
//
// The templates: the word, folded and as spelled; its shape, affixes, cluster
// at three grains, lists of names; the same, fewer, of the two words on
// either side; pairs of words, clusters and shapes; names of several words on
// lists; how the document spells the word elsewhere, and what stands beside
// it there.
// Sources: Ratinov and Roth, "Design challenges and misconceptions in named
// entity recognition", 2009 (clusters, lists, evidence of the document).
#ifndef COPYDESK_SRC_ENTITIES_FEATURES_HPP_
#define COPYDESK_SRC_ENTITIES_FEATURES_HPP_

#include <cstdint>

#include "entities/words.hpp"
#include "model/hash.hpp"

namespace copydesk::entities {

// Places beside a token that single_features() looks at.
inline constexpr int slot_count = 5;
inline constexpr int own_slot = 2;

// Stands for what is before the first token of a sentence and after the last.
inline constexpr std::uint64_t outside_word = 0x5e17e9ceULL;

// Cluster numbers are 1 + 64 a + 8 b + c: three grains.
constexpr std::uint64_t coarse(std::uint16_t cluster) noexcept {
  return cluster == 0 ? 0 : ((cluster - 1U) >> 6) + 1;
}
constexpr std::uint64_t middle(std::uint16_t cluster) noexcept {
  return cluster == 0 ? 0 : ((cluster - 1U) >> 3) + 1;
}

// Features of one word standing at token + slot - own_slot. `w` is null
// outside the sentence.
template <class Add>
void single_features(const word* w, int slot, bool caseless, Add&& add) {
  using learned::mix;
  const std::uint64_t base = static_cast<std::uint64_t>(slot) * 64;
  if (w == nullptr) return add(mix(base, outside_word));
  const auto put = [&](std::uint64_t t, std::uint64_t v) {
    add(mix(base + t, v));
  };
  const std::uint16_t cluster = caseless ? w->plain_cluster : w->cluster;
  const std::uint64_t shape = caseless ? w->plain_shape + 77 : w->shape;
  put(1, w->lower);
  if (slot != 0 && slot != 4) put(2, shape);
  if (cluster != 0) put(3, cluster);
  if (slot != own_slot) {
    if (slot == 0 || slot == 4) return;
    if (cluster != 0) put(4, middle(cluster));
    if (w->lists != 0) put(5, w->lists & 0x7fffU);
    put(6, w->suffix[1]);
    return;
  }
  if (!caseless) put(7, w->cased);
  if (cluster != 0) {
    put(4, middle(cluster));
    put(8, coarse(cluster));
    put(9, mix(middle(cluster), shape));
  }
  for (std::uint64_t i = 0; i < w->prefix.size(); ++i) {
    put(10 + i, w->prefix[i]);
  }
  for (std::uint64_t i = 0; i < w->suffix.size(); ++i) {
    put(14 + i, w->suffix[i]);
  }
  put(20, mix(w->suffix[1], shape));
  const std::uint32_t lists = w->lists & 0x7fffU;
  put(21, lists + (caseless ? 0x8000U : 0U));
  if (caseless) put(22, w->lower);
  for (std::uint32_t l = lists; l != 0; l &= l - 1) put(23, l & (~l + 1));
}

// Whose features are made: a token in its sentence.
struct focus {
  std::uint32_t token = 0, first = 0, end = 0;  // sentence: [first, end)
  sentence_case letters = sentence_case::normal;
};

// Features that look at more than one word, and at the whole document.
template <class Add>
void joint_features(const words& all, const focus& at, Add&& add) {
  using learned::mix;
  static constexpr word outside{};
  const auto put = [&](std::uint64_t t, std::uint64_t v) {
    add(mix(1000 + t, v));
  };
  const bool caseless = at.letters == sentence_case::none;
  const auto word_at = [&](std::uint32_t i, bool there) -> const word& {
    return there ? all[i] : outside;
  };
  const std::uint32_t i = at.token;
  const word& w = all[i];
  const word& l = word_at(i - 1, i > at.first);
  const word& r = word_at(i + 1, i + 1 < at.end);
  const auto cluster = [&](const word& x) -> std::uint64_t {
    return middle(caseless ? x.plain_cluster : x.cluster) + 1;
  };
  const auto shape = [&](const word& x) {
    return caseless ? x.plain_shape + 77 : x.shape;
  };
  put(1, mix(l.lower, w.lower));
  put(2, mix(w.lower, r.lower));
  put(4, mix(cluster(l), cluster(w)));
  put(5, mix(cluster(w), cluster(r)));
  put(7, mix(shape(l), shape(w)));
  put(8, mix(shape(w), shape(r)));
  put(9, mix(shape(l), mix(shape(w), shape(r))));
  put(10, mix(l.lower, shape(w)));
  put(11, mix(shape(w), r.lower));
  put(12, mix(l.lists & 0x7fffU, mix(w.lists & 0x7fffU, 3)));
  put(13, mix(w.lists & 0x7fffU, mix(r.lists & 0x7fffU, 5)));

  const std::uint32_t phrases = all.phrases(i);
  if (phrases != 0) {
    put(14, phrases);
    for (std::uint32_t p = phrases; p != 0; p &= p - 1) {
      put(15, p & (~p + 1));
    }
  }
  if (i > at.first && all.phrases(i - 1) != 0) put(16, all.phrases(i - 1));
  if (i + 1 < at.end && all.phrases(i + 1) != 0) put(17, all.phrases(i + 1));

  // What is written together with the token: "Iran-Iraq", "Smith's".
  const std::vector<text::token>& tokens = all.laid().tokens;
  const std::uint64_t glued =
      (tokens[i].space_before ? 0U : 1U) +
      (i + 1 < at.end && !tokens[i + 1].space_before ? 2U : 0U);
  put(30, mix(glued, shape(w)));
  put(31, mix(glued, mix(shape(l), shape(r))));

  const std::uint64_t first = i == at.first ? 1 : 0;
  const std::uint64_t mode = static_cast<std::uint64_t>(at.letters);
  put(18, mix(first * 4 + mode, shape(w)));
  if (caseless) return;

  // How the document spells the word.
  const folded_word& f = all.folded(i);
  const bool here = i != at.first && at.letters == sentence_case::normal;
  const std::uint64_t elsewhere =
      f.capital_places > (here && all.capital(i) ? 1U : 0U) ? 1 : 0;
  const std::uint64_t low = f.lower_places > 0 ? 1 : 0;
  const std::uint64_t spelled = first + 2 * elsewhere + 4 * low + 8 * mode;
  put(19, spelled);
  put(20, mix(spelled, shape(w)));
  if (first != 0 || mode != 0) put(21, mix(spelled, w.lower));
  if (!all.capital(i)) return;

  // The run of words with capitals that it is in: its length, its ends and
  // what stands around it.
  std::uint32_t begin = i, end = i + 1;
  while (begin > at.first && i - begin < 6 && all.capital(begin - 1)) --begin;
  while (end < at.end && end - i < 6 && all.capital(end)) ++end;
  const word& head = all[end - 1];
  const word& lead = all[begin];
  const std::uint64_t place = (i - begin) * 8 + (end - i);
  put(32, mix(place, shape(w)));
  if (end - 1 != i) {
    put(34, head.lists & 0x7fffU);
    put(35, cluster(head));
    put(36, head.suffix[1]);
  }
  if (begin != i) {
    put(38, lead.lists & 0x7fffU);
    put(39, cluster(lead));
  }
  const word& around_left = word_at(begin - 1, begin > at.first);
  const word& around_right = word_at(end, end < at.end);
  put(40, around_left.lower);
  put(41, around_right.lower);
  put(42, mix(cluster(around_left), cluster(around_right)));
  put(43, mix(around_left.lower, place));
  if (begin > at.first + 1) put(45, all[begin - 2].lower);
  if (end + 1 < at.end) put(46, all[end + 1].lower);

  // What stands beside the word at its other places.
  std::uint32_t before = 0, after = 0;
  bool capital_before = false, capital_after = false;
  for (const std::uint32_t p : f.places) {
    if (p == i || p == folded_word::none) continue;
    if (p > 0) {
      const word& x = all[p - 1];
      put(22, x.lower);
      put(23, middle(x.cluster));
      if (all.capital(p - 1)) {
        before |= x.lists & 0x7fffU;
        capital_before = true;
      }
    }
    if (p + 1 < all.laid().tokens.size()) {
      const word& x = all[p + 1];
      put(25, middle(x.cluster));
      if (all.capital(p + 1)) {
        after |= x.lists & 0x7fffU;
        capital_after = true;
      }
    }
    const std::uint32_t phrase = all.phrases(p);
    if (phrase != 0) put(26, phrase);
  }
  if (capital_before) put(27, before);
  if (capital_after) put(28, after);
  if (f.place_count > 1) {
    put(29, (capital_before ? 1U : 0U) + (capital_after ? 2U : 0U) +
                (i > at.first && all.capital(i - 1) ? 4U : 0U) +
                (i + 1 < at.end && all.capital(i + 1) ? 8U : 0U));
  }
}

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_FEATURES_HPP_
