// SPDX-License-Identifier: Apache-2.0
// lexicon.cpp - look-ups in the word tables.
//
// Idea: a table is one string of lines, found by the hash of their words. No
// allocation, nothing to set up. Cost: O(len of the word), and seldom more
// than one look at a line. Invariant: a table of hashes is at most half full,
// so a search ends.
#include "people/lexicon.hpp"

#include <cstddef>

namespace copydesk::people {
namespace {

#include "people/tables.inc"

struct table {
  std::string_view lines;
  const std::uint32_t* slots;
  std::uint32_t mask;
};

template <std::size_t bytes, std::size_t slots>
constexpr table table_of(const char (&lines)[bytes],
                         const std::uint32_t (&index)[slots]) {
  static_assert((slots & (slots - 1)) == 0, "a power of two");
  return {{lines, bytes - 1}, index, static_cast<std::uint32_t>(slots - 1)};
}

// 32-bit FNV-1a, as in make_tables.py.
std::uint32_t hash_of(std::string_view key, std::uint32_t h = 2166136261U) {
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h;
}

// The value of `key`, whose hash is h, or a view without data.
std::string_view look_up(const table& in, std::string_view key,
                         std::uint32_t h) {
  constexpr std::uint32_t place = (1U << 20) - 1;
  for (std::uint32_t at = h & in.mask; in.slots[at] != 0;
       at = (at + 1) & in.mask) {
    if (((in.slots[at] ^ h) & ~place) != 0) continue;
    const std::string_view line = in.lines.substr(in.slots[at] & place);
    if (line.size() <= key.size() || line[key.size()] != '\t' ||
        line.substr(0, key.size()) != key) {
      continue;
    }
    const std::string_view rest = line.substr(key.size() + 1);
    return rest.substr(0, rest.find('\n'));
  }
  return {};
}

std::string_view look_up(const table& in, std::string_view key) {
  return look_up(in, key, hash_of(key));
}

constexpr table demonyms = table_of(demonyms_table, demonyms_slots);
constexpr table first_names = table_of(first_names_table, first_names_slots);
constexpr table foreign_words =
    table_of(foreign_words_table, foreign_words_slots);
constexpr table honorifics = table_of(honorifics_table, honorifics_slots);
constexpr table known_aliases =
    table_of(known_aliases_table, known_aliases_slots);
constexpr table more_first_names =
    table_of(more_first_names_table, more_first_names_slots);
constexpr table name_endings = table_of(name_endings_table, name_endings_slots);
constexpr table nicknames = table_of(nicknames_table, nicknames_slots);
constexpr table nouns = table_of(nouns_table, nouns_slots);
constexpr table title_words = table_of(title_words_table, title_words_slots);

noun from_value(std::string_view value) {
  noun n;
  if (value.empty()) return n;
  switch (value[0]) {
    case 'P':
      n.kind = noun_kind::person;
      break;
    case 'G':
      n.kind = noun_kind::people;
      n.plural = true;
      break;
    case 'O':
      n.kind = noun_kind::organization;
      break;
    case 'D':
      n.kind = noun_kind::document;
      break;
    case 'L':
      n.kind = noun_kind::place;
      break;
    default:
      break;
  }
  if (value.size() > 1) n.sex = value[1] == 'm' ? 2 : -2;
  return n;
}

// Finds the word itself, whose hash is h; `listed` even if its kind is none.
noun look_up_noun(std::string_view word, std::uint32_t h, bool& listed) {
  const std::string_view value = look_up(nouns, word, h);
  listed = value.data() != nullptr;
  return from_value(value);
}

// `before` is the hash of the word without its last letter.
noun singular_of(std::string_view word, std::uint32_t before, bool& listed) {
  noun n;
  if (ends(word, "men")) {
    std::string one(word);
    one[one.size() - 2] = 'a';
    n = look_up_noun(one, hash_of(one), listed);
    if (listed) return n;
  }
  if (!ends(word, "s") || ends(word, "ss")) return n;
  n = look_up_noun(word.substr(0, word.size() - 1), before, listed);
  if (listed) return n;
  if (ends(word, "ies")) {
    std::string one(word.substr(0, word.size() - 3));
    one += 'y';
    n = look_up_noun(one, hash_of(one), listed);
  } else if (ends(word, "es")) {
    const std::string_view one = word.substr(0, word.size() - 2);
    n = look_up_noun(one, hash_of(one), listed);
  }
  return n;
}

std::string_view or_itself(std::string_view found, std::string_view word) {
  return found.data() == nullptr ? word : found;
}

}  // namespace

name_sex sex_of_first_name(std::string_view folded) {
  std::string_view value = look_up(first_names, folded);
  if (value.data() == nullptr) value = look_up(more_first_names, folded);
  if (value.data() == nullptr) {
    // A pair in no list: the first part tells.
    const std::size_t hyphen = folded.find('-');
    if (hyphen != std::string_view::npos && hyphen > 1) {
      value = look_up(first_names, folded.substr(0, hyphen));
    }
  }
  if (!value.empty()) {
    const char c = value[0];
    const int sex = c == 'M'   ? 2
                    : c == 'm' ? 1
                    : c == 'f' ? -1
                    : c == 'F' ? -2
                               : 0;
    return {static_cast<std::int8_t>(sex), true};
  }
  for (std::size_t n = 3; n >= 1; --n) {
    if (folded.size() <= n) continue;
    const std::string_view tail = folded.substr(folded.size() - n);
    value = look_up(name_endings, tail);
    if (!value.empty()) {
      return {static_cast<std::int8_t>(value[0] == 'm' ? 1 : -1), false};
    }
  }
  return {};
}

noun noun_of(std::string_view folded) {
  // "attorney-general-designate" is no longer than that: a word that goes on
  // is looked up no more often.
  for (int parts = 0; parts < 3; ++parts) {
    bool listed = false;
    // The last letter is apart, as it may be that of the plural.
    const std::size_t most = folded.empty() ? 0 : folded.size() - 1;
    const std::uint32_t before = hash_of(folded.substr(0, most));
    noun n = look_up_noun(folded, hash_of(folded.substr(most), before), listed);
    if (listed) return n;
    n = singular_of(folded, before, listed);
    if (listed) {
      n.plural = true;
      if (n.kind == noun_kind::person) n.kind = noun_kind::people;
      return n;
    }
    const std::size_t hyphen = folded.rfind('-');
    if (hyphen == std::string_view::npos || hyphen + 1 >= folded.size()) {
      return n;
    }
    const std::string_view last = folded.substr(hyphen + 1);
    if (last == "old") return {noun_kind::person, 0, false};
    if (last == "olds") return {noun_kind::people, 0, true};
    if (last == "elect" || last == "designate" || last == "general") {
      folded = folded.substr(0, hyphen);
      continue;
    }
    n = look_up_noun(last, hash_of(last), listed);
    if (listed) return n;
    n = singular_of(last, hash_of(last.substr(0, last.size() - 1)), listed);
    n.plural = listed;
    if (n.kind == noun_kind::person) n.kind = noun_kind::people;
    return n;
  }
  return {};
}

name_sex sex_of_address(std::string_view raw) {
  if (!raw.empty() && raw.back() == '.') raw.remove_suffix(1);
  std::string lower;
  for (const char c : raw) {
    lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  const std::string_view value = look_up(honorifics, lower);
  if (value.data() == nullptr) return {};
  const int sex = value == "m" ? 2 : value == "f" ? -2 : 0;
  return {static_cast<std::int8_t>(sex), true};
}

std::string_view class_of_foreign(std::string_view word_at_language) {
  return look_up(foreign_words, word_at_language);
}

std::string_view country_of(std::string_view folded) {
  return look_up(demonyms, folded);
}

std::string_view title_form(std::string_view folded) {
  return or_itself(look_up(title_words, folded), folded);
}

std::string_view alias_form(std::string_view folded) {
  return or_itself(look_up(known_aliases, folded), folded);
}

std::string_view long_first_name(std::string_view folded) {
  return or_itself(look_up(nicknames, folded), folded);
}

std::string sound_of(std::string_view folded) {
  std::string out;
  char last = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char c = folded[i];
    const char next = i + 1 < folded.size() ? folded[i + 1] : '\0';
    switch (c) {
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'y':
      case '\'':
      case '-':
      case ' ':
        // A vowel at the start is kept as one sign.
        if (out.empty() && c != '\'' && c != '-') out = "a";
        last = 0;
        continue;
      case 'g':
      case 'q':
      case 'c':
        c = c == 'c' && next == 'h' ? 'x' : 'k';
        break;
      case 'p':
        if (next == 'h') c = 'f';
        break;
      case 's':
        if (next == 'h' || next == 'c') c = 'x';
        break;
      case 'w':
        c = 'v';
        break;
      case 'h':
        // kh, gh, dh, th, ph, sh, ch: part of the letter before.
        if (!out.empty() && last != 0) continue;
        break;
      default:
        break;
    }
    if (c != last) out.push_back(c);
    last = c;
  }
  return out;
}

}  // namespace copydesk::people
