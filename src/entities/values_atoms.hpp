// SPDX-License-Identifier: Apache-2.0
// values_atoms.hpp - a sentence cut into the letters of the value grammar.
//
// Idea: tokens are words as a reader sees them ("23-year-old", "GH\u00a214m");
// dates and amounts need finer parts: runs of digits, runs of letters, and
// single marks. An atom is one such part with the roles that it may have.
// Cost: O(bytes of the sentence); one vector, used again and again.
#ifndef COPYDESK_SRC_ENTITIES_VALUES_ATOMS_HPP_
#define COPYDESK_SRC_ENTITIES_VALUES_ATOMS_HPP_

#include <cstdint>
#include <string_view>
#include <vector>

#include "entities/values_words.hpp"
#include "text/offsets.hpp"

namespace copydesk::entities {

enum class atom_kind : std::uint8_t { word, number, mark };

struct atom {
  std::uint32_t begin = 0;  // bytes of the clean text
  std::uint32_t end = 0;
  atom_kind kind = atom_kind::mark;
  text::token_case letters = text::token_case::none;
  bool space = false;         // white space before it
  bool commas = false;        // number: digits grouped by commas
  bool point = false;         // number: has decimals; word: U.S., p.m.
  char mark = 0;              // ASCII; any dash is '-', any apostrophe '\''
  std::uint8_t digits = 0;    // number: digits before the decimals, at most 255
  std::int32_t whole = -1;    // number: the value if it is whole and small
  double number = 0;          // number: the value
  std::uint64_t classes = 0;  // bit word_class::x set: it has that role
  const word_entry* entry = nullptr;
  std::int16_t code = 0;   // currency symbol: its code
  std::int16_t small = 0;  // the glue it may be, 0 if none

  bool has(word_class c) const {
    return (classes >> static_cast<unsigned>(c) & 1u) != 0;
  }
  // The value of role `c`. Requires has(c).
  int value(word_class c) const;
};

// Replaces `out` by the atoms of `where`, a stretch of `clean`.
void read_atoms(std::string_view clean, text::clean_span where,
                text::language lang, std::vector<atom>& out);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_VALUES_ATOMS_HPP_
