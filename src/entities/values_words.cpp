// SPDX-License-Identifier: Apache-2.0
// values_words.cpp - look-up in the generated tables.
//
// Idea: open addressing with linear steps over a table at most a third full;
// slots hold the entry's number + 1.
// Cost: O(length of the word).
#include "entities/values_words.hpp"

#include "entities/values_words_data.hpp"

namespace copydesk::entities {
namespace {

template <std::size_t W, std::size_t S>
constexpr word_table table_of(const word_entry (&words)[W],
                              const std::uint32_t (&slots)[S]) {
  static_assert((S & (S - 1)) == 0, "a power of two");
  static_assert(W * 2 < S, "a sparse table");
  return {words, slots, static_cast<std::uint32_t>(S - 1)};
}

}  // namespace

word_table words_of(text::language lang) {
  switch (lang) {
    case text::language::de:
      return table_of(de_words, de_slots);
    case text::language::fr:
      return table_of(fr_words, fr_slots);
    case text::language::es:
      return table_of(es_words, es_slots);
    case text::language::it:
      return table_of(it_words, it_slots);
    case text::language::pt:
      return table_of(pt_words, pt_slots);
    case text::language::ru:
      return table_of(ru_words, ru_slots);
    default:
      return table_of(en_words, en_slots);
  }
}

std::string_view code_of(int value) {
  constexpr int count = sizeof value_codes / sizeof value_codes[0];
  return value > 0 && value < count ? value_codes[value] : "";
}

const phrase_entry* phrase_at(int index) {
  constexpr int count = sizeof value_phrases / sizeof value_phrases[0];
  return index >= 0 && index < count ? &value_phrases[index] : nullptr;
}

}  // namespace copydesk::entities
