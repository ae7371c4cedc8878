// SPDX-License-Identifier: Apache-2.0
// words.hpp - what is known about each word of a document.
//
// Idea: everything that depends on a word alone is found once for each
// distinct word and shared by its places; everything that the document as a
// whole says about a word (does it stand in lower case too, what stands
// beside it elsewhere) is gathered in one pass. After that a feature is a few
// loads and one hash.
//
// Cost: O(clean.size()); about 200 bytes for a distinct word and 4 for a
// token.
#ifndef COPYDESK_SRC_ENTITIES_WORDS_HPP_
#define COPYDESK_SRC_ENTITIES_WORDS_HPP_

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/table.hpp"
#include "text/capital.hpp"
#include "text/laid_text.hpp"
#include "text/packed_numbers.hpp"

namespace copydesk::entities {

// A distinct word, as spelled.
struct word {
  std::uint64_t cased = 0;                // hash of the word
  std::uint64_t lower = 0;                // hash of its folded form
  std::uint64_t shape = 0;                // Xx, X.X., d-x...
  std::uint64_t plain_shape = 0;          // the same without case
  std::array<std::uint64_t, 2> prefix{};  // of 3 and 4 folded bytes
  std::array<std::uint64_t, 3> suffix{};  // of 2, 3 and 4
  std::uint16_t cluster = 0;              // 0: none
  std::uint16_t own_cluster = 0;          // of the spelling alone
  std::uint16_t plain_cluster = 0;        // of the word without case
  std::uint16_t lists = 0;                // see gazetteer.hpp
  std::uint32_t folded = 0;               // index into folded words
  text::token_kind kind = text::token_kind::word;
  text::token_case letters = text::token_case::none;
};

// A distinct folded word: what the document says about it.
struct folded_word {
  static constexpr std::uint32_t none = 0xffffffff;
  std::uint32_t lower_places = 0;    // in lower case
  std::uint32_t capital_places = 0;  // with a capital, inside a sentence
  std::uint32_t place_count = 0;     // of all places with a capital
  std::array<std::uint32_t, 3> places{none, none, none};  // the first of them
};

// How a sentence uses case.
enum class sentence_case : std::uint8_t {
  normal,
  titled,  // Most Words With a Capital, as in headlines
  none,    // all words in lower case, or all in capitals
};

class words {
 public:
  // `lists` and `clusters` may be null. Borrows laid.
  words(const text::laid_text& laid, const learned::table* lists,
        const learned::table* clusters);

  const text::laid_text& laid() const noexcept { return laid_; }
  std::uint32_t type_of(std::uint32_t token) const noexcept {
    return types_of_tokens_[token];
  }
  const std::vector<word>& types() const noexcept { return types_; }
  const word& operator[](std::uint32_t token) const noexcept {
    return types_[types_of_tokens_[token]];
  }
  const folded_word& folded(std::uint32_t token) const noexcept {
    return folded_[(*this)[token].folded];
  }
  // Lists that a phrase of several words stands on whose first word (low
  // half) or later word (high half) this token is.
  std::uint32_t phrases(std::uint32_t token) const noexcept {
    return in_phrase_[token] == 0 ? 0 : *phrases_at(token);
  }
  // Lists that the tokens [first, end) stand on as a whole.
  std::uint32_t lists_of(std::uint32_t first,
                         std::uint32_t end) const noexcept {
    if (end == first + 1) return (*this)[first].lists;
    return phrases(first) & phrases(end - 1) >> 16;
  }
  sentence_case case_of(std::uint32_t sentence) const noexcept {
    return cases_[sentence];
  }
  // What later rooms use; nothing else may be asked afterwards.
  void give_spellings(text::packed_numbers& of_token,
                      std::vector<std::uint16_t>& cluster);
  // Whether the token has a capital letter.
  bool capital(std::uint32_t token) const noexcept {
    return text::has_capital(laid_.tokens[token]);
  }

 private:
  // Numbers the distinct words; gives the first token of each.
  std::vector<std::uint32_t> number_types();
  void find_types(const learned::table* lists, const learned::table* clusters);
  void find_cases();
  void find_phrases(const learned::table& lists);
  void add_phrase(std::uint32_t token, std::uint32_t lists);
  const std::uint32_t* phrases_at(std::uint32_t token) const noexcept;
  void find_evidence();

  const text::laid_text& laid_;
  text::packed_numbers types_of_tokens_;
  std::vector<word> types_;
  std::vector<folded_word> folded_;
  std::vector<std::uint8_t> in_phrase_;  // one a token: whether there are some
  std::vector<std::pair<std::uint32_t, std::uint32_t>> phrases_;  // by token
  std::vector<sentence_case> cases_;
};

// Hash of a word as spelled: word::cased.
std::uint64_t spelled_key(std::string_view as_spelled);

// Key of a word's cluster: as spelled, and whatever its case.
std::uint64_t cluster_key(std::string_view as_spelled);
std::uint64_t plain_cluster_key(std::string_view folded);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_WORDS_HPP_
