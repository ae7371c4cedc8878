// SPDX-License-Identifier: Apache-2.0
// foreign_clues.cpp - see foreign_clues.hpp. Cost: a binary
// search among four thousand words. Source: written for copydesk; places:
// Unicode CLDR.
#include "entities/foreign_clues.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "entities/fold.hpp"

namespace copydesk::entities {
namespace {

// Where the word and its language begin in foreign_text; the next one begins
// where it ends.
struct foreign_word {
  std::uint32_t begin;
  int said;
};

#include "entities/foreign_names.inc"

constexpr std::size_t longest_word = 64;  // in bytes; of the table: 52

std::string_view text_of(const foreign_word& w) {
  return {foreign_text + w.begin, (&w)[1].begin - w.begin};
}

}  // namespace

int clues::operator()(std::string_view raw) {
  if (raw.empty() || raw.size() > longest_word) return 0;
  key_.clear();
  fold(raw, key_);
  if (key_.size() > 1 && key_.back() == '.') key_.pop_back();  // "Dr."
  int found = of_folded();
  if (found != 0) return found;
  if (lang_ == text::language::de && key_.size() > 3 && key_.back() == 's') {
    key_.pop_back();  // "Chinas"
    found = of_folded();
  } else if (lang_ == text::language::ru && key_.size() > 6) {
    found = of_russian_case();
  }
  return found & (clue::place | clue::continent);
}

// Leaves the key as it was.
int clues::of_folded() {
  const std::size_t size = key_.size();
  key_ += '@';
  key_ += text::language_code(lang_);
  const auto end = std::end(foreign_words) - 1;
  const auto at =
      std::lower_bound(std::begin(foreign_words), end, key_,
                       [](const foreign_word& a, const std::string& b) {
                         return text_of(a) < b;
                       });
  const int found = at == end || text_of(*at) != key_ ? 0 : at->said;
  key_.resize(size);
  return found;
}

// The nominative of a case: of one that adds a letter, or changes the last.
int clues::of_russian_case() {
  key_.resize(key_.size() - 2);
  const std::size_t stem = key_.size();
  for (const std::string_view last : {"", "\xD0\xB0", "\xD1\x8F", "\xD0\xB9"}) {
    key_ += last;
    const int found = of_folded();
    if (found != 0) return found;
    key_.resize(stem);
  }
  return 0;
}

bool russian_surname(std::string_view w) {
  for (const std::string_view tail :
       {"\xD0\xBE\xD0\xB2", "\xD0\xB5\xD0\xB2", "\xD1\x91\xD0\xB2",
        "\xD0\xB8\xD0\xBD", "\xD0\xBE\xD0\xB2\xD0\xB0",
        "\xD0\xB5\xD0\xB2\xD0\xB0", "\xD0\xB8\xD0\xBD\xD0\xB0",
        "\xD1\x81\xD0\xBA\xD0\xB8\xD0\xB9", "\xD1\x81\xD0\xBA\xD0\xB0\xD1\x8F",
        "\xD0\xB5\xD0\xBD\xD0\xBA\xD0\xBE"}) {
    if (w.size() > tail.size() &&
        w.compare(w.size() - tail.size(), tail.size(), tail) == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace copydesk::entities
