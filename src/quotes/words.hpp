// SPDX-License-Identifier: Apache-2.0
// words.hpp - what the lexicons say about each token.
//
// Idea: one look-up a token, done once a document: is the word (in lower
// case) a form that can be the cue of a quotation, or a function word, and
// which. The tables are generated from src/data/cues_*.tsv and
// src/data/function_words_*.tsv; a form that is in none has class none and
// tag none.
#ifndef COPYDESK_SRC_QUOTES_WORDS_HPP_
#define COPYDESK_SRC_QUOTES_WORDS_HPP_

#include <cstdint>
#include <string_view>
#include <vector>

#include "entities/entities.hpp"
#include "text/laid_text.hpp"

namespace copydesk::quotes {

// The main class of a cue; the order is that of make_cue_table.py.
enum class cue_class : std::uint8_t {
  none,
  say,
  tell,
  ask,
  answer,
  deny,
  claim,
  accuse,
  criticize,
  praise,
  order,
  urge,
  warn,
  promise,
  announce,
  write,
  admit,
  agree,
  explain,
  describe,
  suggest,
  manner,
  talk,
  doc,
  think,
  noun
};

// The part of speech and the like of a cue's form: a set of bits.
enum cue_flag : std::uint8_t {
  cue_verb = 1,
  cue_noun = 2,
  cue_adverb = 4,       // reportedly
  cue_preposition = 8,  // according
  cue_think = 16,       // may be a thought, a plan or a perception
  cue_split = 32        // German: a verb only with its particle: teilte ... mit
};

// The tag of a function word, a title or a frequent kind of source.
enum class word_tag : std::uint8_t {
  none,
  det,
  poss,
  subject,
  object,
  that,
  to,
  of,
  prep,
  subord,
  coord,
  what,
  be,
  have,
  do_,
  modal,
  not_,
  adverb,
  day,
  number,
  title,
  group,
  document
};

// How a form ends: what it may be if no lexicon has it.
enum class word_ending : std::uint8_t { other, possessive, ly, ing, ed, s };

struct word {
  std::uint32_t hash = 0;   // FNV-1a of the lower-cased form
  std::uint16_t lemma = 0;  // of the cue lexicon; meaningful if flags != 0
  cue_class cue = cue_class::none;
  std::uint8_t flags = 0;  // of cue_flag; 0: not in the cue lexicon
  word_tag tag = word_tag::none;
  word_ending ending = word_ending::other;  // possessive: the whole form
  std::uint16_t cluster = 0;  // of the word as spelled; 0: none, or not known
};

// The words of a document, one a token: what is known of each distinct one,
// once. Borrows the numbers of the spellings it was made with.
class word_list {
 public:
  word_list() = default;
  word_list(word_list&&) noexcept = default;
  word_list& operator=(word_list&&) noexcept = default;
  const word& operator[](std::size_t token) const noexcept {
    return distinct_[number_ == nullptr ? token : (*number_)[token]];
  }

 private:
  friend word_list look_up_all(const text::laid_text& laid);
  friend word_list look_up_all(const text::laid_text& laid,
                               const entities::spellings& spelled);

  std::vector<word> distinct_;
  const text::packed_numbers* number_ = nullptr;  // null: each its own
};

// What the lexicon of `lang` knows about one word. O(form.size()).
word look_up(std::string_view form, text::language lang);

// The words of laid, each token taken for a word of its own. O(bytes).
word_list look_up_all(const text::laid_text& laid);
// With `spelled`, whose equal numbers are equal words, and which must outlive
// the list: O(bytes of the distinct ones).
word_list look_up_all(const text::laid_text& laid,
                      const entities::spellings& spelled);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_WORDS_HPP_
