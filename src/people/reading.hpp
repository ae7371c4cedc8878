// SPDX-License-Identifier: Apache-2.0
// reading.hpp - one document as this room reads it: what each token is for
// the question "who?", and which mention and quotation it lies in.
//
// Made once a document, O(tokens + quoted tokens); read by all other files
// of the room. Borrows everything it was made from.
#ifndef COPYDESK_SRC_PEOPLE_READING_HPP_
#define COPYDESK_SRC_PEOPLE_READING_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entities/entities.hpp"
#include "people/lexicon.hpp"
#include "quotes/quotes.hpp"
#include "text/laid_text.hpp"
#include "text/nested_ranges.hpp"
#include "text/offsets.hpp"
#include "text/sentence_numbers.hpp"
#include "text/slow_numbers.hpp"

namespace copydesk::people {

// Classes of the closed-class words and marks that tell who is meant.
enum class word : std::uint8_t {
  other,  // any word that is none of those below
  he,     // he himself
  him,
  his,
  she,  // she herself
  her,  // object or possessive
  hers,
  it,  // it itself
  its,
  they,  // they themselves
  them,
  their,
  i,   // I me my mine myself
  we,  // we us our
  you,
  who,  // who whom
  whose,
  which,  // which that
  the,
  a,          // a an another one
  this_that,  // this that these those
  many,       // some many several two three other ...
  of,
  preposition,
  to,
  conjunction,  // and or
  but,          // but while as if when because
  auxiliary,    // is has will ...
  not_,
  honorific_m,  // Mr Sir Lord
  honorific_f,  // Mrs Ms Miss Lady Dame
  honorific,    // Dr Prof
  possessive,   // 's as a token of its own
  number,
  comma,
  stop,  // . ! ? ;
  colon,
  dash,
  hyphen,  // a dash without space on either side
  open,    // ( [
  close,   // ) ]
  mark,    // a quotation mark
};

// One bit a class, to ask for several at once.
constexpr std::uint64_t bit_of(word w) {
  static_assert(static_cast<unsigned>(word::mark) < 64, "a bit each");
  return std::uint64_t{1} << static_cast<unsigned>(w);
}

constexpr bool is_honorific(word w) {
  return w == word::honorific || w == word::honorific_m ||
         w == word::honorific_f;
}
inline constexpr std::uint64_t male_pronouns =
    bit_of(word::he) | bit_of(word::him) | bit_of(word::his);
inline constexpr std::uint64_t female_pronouns =
    bit_of(word::she) | bit_of(word::her) | bit_of(word::hers);
inline constexpr std::uint64_t plural_pronouns =
    bit_of(word::they) | bit_of(word::them) | bit_of(word::their);
inline constexpr std::uint64_t possessive_pronouns =
    bit_of(word::his) | bit_of(word::her) | bit_of(word::its) |
    bit_of(word::their);
constexpr bool male_pronoun(word w) { return (male_pronouns & bit_of(w)) != 0; }
constexpr bool female_pronoun(word w) {
  return (female_pronouns & bit_of(w)) != 0;
}
constexpr bool plural_pronoun(word w) {
  return (plural_pronouns & bit_of(w)) != 0;
}
constexpr bool possessive_pronoun(word w) {
  return (possessive_pronouns & bit_of(w)) != 0;
}
// Of a third person.
constexpr bool is_pronoun(word w) {
  return ((male_pronouns | female_pronouns | plural_pronouns |
           bit_of(word::it) | bit_of(word::its)) &
          bit_of(w)) != 0;
}

inline constexpr std::uint32_t no_token = 0xFFFFFFFFu;

// "he'll", "she\u2019s": the bytes that stand before the apostrophe; all of
// them if there is none. O(size).
std::size_t before_apostrophe(std::string_view s);

// What is known of a token by its spelling, at whatever place.
struct by_spelling {
  word what = word::other;
  bool verb = false;   // see reading::verb_at
  bool asked = false;  // what_noun is known
  noun what_noun;      // see reading::noun_at
};

struct reading {
  const text::laid_text& laid;
  const entities::entities& found;
  const quotes::quotes& said;
  std::vector<word> words;             // one a token
  std::vector<bool> verbs;             // one a token: verb_at
  text::sentence_numbers sentence_of;  // one a token
  text::slow_numbers mention_at;       // one a token; -1: none
  text::nested_ranges quote_at;        // innermost, or -1

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(laid.tokens.size());
  }
  // Words of an unknown language are taken for English ones.
  bool english() const {
    return laid.lang == text::language::en ||
           laid.lang == text::language::other;
  }
  std::string_view raw(std::uint32_t token) const {
    return laid.tokens[token].where().of(laid.clean);
  }
  std::string_view raw(text::clean_span s) const { return s.of(laid.clean); }
  const text::sentence& sentence(std::uint32_t token) const {
    return laid.sentences[sentence_of[token]];
  }
  // A finite verb, as far as its form tells; no token is none.
  bool verb_at(std::uint32_t token) const {
    return token < verbs.size() && verbs[token];
  }
  // What noun the token is, folded: looked up at the first place of its
  // spelling, O(1) at the others.
  noun noun_at(std::uint32_t token) const;
  // The same of the compound [token, end).
  noun noun_of_compound(std::uint32_t token, std::uint32_t end) const;
  // First token that ends after byte `at`; size() if there is none.
  std::uint32_t token_at(std::uint32_t at) const;
  // A possessive 's or ' stands right after the byte.
  bool possessive_at(std::uint32_t end) const;
  // The token with its possessive ending and its final point taken off,
  // folded.
  std::string folded(std::uint32_t token) const;
  // A word with hyphens is several tokens: the token after its last one, or
  // after some limits::max_phrase of them; and the whole of it, folded.
  std::uint32_t compound_end(std::uint32_t token) const;
  std::string folded(std::uint32_t begin, std::uint32_t end) const;
  // A title in capitals that was taken for a name: "the Russian FM".
  bool acronym_of_title(const entities::mention& m) const;
  // The token right after a possessive ending of the mention that ends before
  // `token`, which may be a token of its own.
  std::uint32_t after_possessive(std::uint32_t token) const;

  // One a spelling, where they are numbered.
  mutable std::vector<by_spelling> forms;
};

reading read(const text::laid_text& laid, const entities::entities& found,
             const quotes::quotes& said);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_READING_HPP_
