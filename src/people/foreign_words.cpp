// SPDX-License-Identifier: Apache-2.0
// foreign_words.cpp - see foreign_words.hpp.
//
// Idea: the words are in the room's tables, by word and language. Cost: one
// look-up a short word. Source: written for copydesk.
#include "people/foreign_words.hpp"

#include "people/lexicon.hpp"
#include "text/lexicons.hpp"

namespace copydesk::people {
namespace {

struct class_name {
  std::string_view name;
  word what;
};

constexpr class_name class_names[] = {
    {"he", word::he},
    {"she", word::she},
    {"they", word::they},
    {"him", word::him},
    {"his", word::his},
    {"her", word::her},
    {"the", word::the},
    {"a", word::a},
    {"of", word::of},
    {"preposition", word::preposition},
    {"conjunction", word::conjunction},
    {"but", word::but},
    {"auxiliary", word::auxiliary},
    {"who", word::who},
    {"i", word::i},
    {"we", word::we},
    {"not", word::not_},
    {"honorific_m", word::honorific_m},
    {"honorific_f", word::honorific_f},
};

constexpr std::size_t longest_foreign = 20;  // bytes

bool ends_in(std::string_view s, std::string_view tail) {
  return s.size() > tail.size() &&
         s.compare(s.size() - tail.size(), tail.size(), tail) == 0;
}

}  // namespace

word foreign_word(std::string_view raw, text::language lang) {
  if (raw.size() > 1 && raw.back() == '.') raw.remove_suffix(1);  // "Mme."
  if (raw.size() > longest_foreign) return word::other;
  char key[longest_foreign + 4];
  text::fold(raw, key);
  std::size_t size = raw.size();
  key[size++] = '@';
  for (const char c : std::string_view(text::language_code(lang)))
    key[size++] = c;
  const std::string_view found = class_of_foreign({key, size});
  if (found.empty()) return word::other;
  for (const class_name& it : class_names) {
    if (it.name == found) return it.what;
  }
  return word::other;
}

bool words_of_clause(const reading& r, const entities::mention& m) {
  for (std::uint32_t t = m.first_token; t < m.token_end; ++t) {
    const word w = r.words[t];
    const bool joins = w == word::the || w == word::a || w == word::of ||
                       w == word::preposition || w == word::conjunction ||
                       w == word::honorific_m || w == word::honorific_f;
    const text::token& at = r.laid.tokens[t];
    if (at.kind == text::token_kind::word && !joins &&
        (w != word::other || (at.letters == text::token_case::lower &&
                              at.where().end - at.where().begin > 3))) {
      return true;
    }
  }
  return false;
}

int sex_of_russian(std::string_view word) {
  // -ova, -eva, -ina, -aya; -ov, -ev, -in, -iy, -oy.
  constexpr std::string_view female[] = {
      "\xD0\xBE\xD0\xB2\xD0\xB0", "\xD0\xB5\xD0\xB2\xD0\xB0",
      "\xD0\xB8\xD0\xBD\xD0\xB0", "\xD0\xB0\xD1\x8F"};
  constexpr std::string_view male[] = {"\xD0\xBE\xD0\xB2", "\xD0\xB5\xD0\xB2",
                                       "\xD0\xB8\xD0\xBD", "\xD0\xB8\xD0\xB9",
                                       "\xD0\xBE\xD0\xB9"};
  for (const std::string_view tail : female) {
    if (ends_in(word, tail)) return -2;
  }
  for (const std::string_view tail : male) {
    if (ends_in(word, tail)) return 2;
  }
  return 0;
}

}  // namespace copydesk::people
