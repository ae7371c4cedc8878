// SPDX-License-Identifier: Apache-2.0
// laid_text.hpp - clean text laid out: paragraphs, sentences, tokens.
//
// This is what every later room reads. All vectors are in text order; each
// token lies in exactly one sentence, each sentence in exactly one paragraph,
// and the index ranges below are half-open. Paragraphs of kind boilerplate
// have sentences and tokens here like any other; the rooms after this one skip
// them where it matters, and analyze leaves their sentences out.
#ifndef COPYDESK_SRC_TEXT_LAID_TEXT_HPP_
#define COPYDESK_SRC_TEXT_LAID_TEXT_HPP_

#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"
#include "limits.hpp"
#include "text/offsets.hpp"

namespace copydesk::text {

// The languages whose news copydesk knows rules for. `other` gets the rules
// that need no language.
enum class language : std::uint8_t { en, de, fr, es, ru, it, pt, nl, other };

enum class token_kind : std::uint8_t {
  word,         // letters, with digits, inner apostrophes and points: U.S.
  number,       // starts with a digit
  mark,         // may be a quotation mark, ' included when it stands alone
  punctuation,  // any other punctuation
  symbol,       // currency, mathematics, emoji, and all the rest
};

// How a word is written.
enum class token_case : std::uint8_t {
  none,   // no letters with case
  lower,  // minister
  title,  // Minister
  upper,  // NATO, and one capital letter alone: J
  mixed,  // iPhone, McDonald
};

// Eight bytes where the compiler packs bit fields of several types: tokens are
// most of the memory that a text takes.
class token {
 public:
  // Requires where.size() <= limits::max_token.
  token(clean_span where, token_kind k, token_case c, bool space,
        bool stop) noexcept
      : begin_(where.begin),
        size_(where.size() & limits::max_token),
        kind(k),
        letters(c),
        space_before(space),
        may_end(stop) {}
  clean_span where() const noexcept { return {begin_, begin_ + size_}; }

 private:
  std::uint32_t begin_;
  std::uint32_t size_ : 24;

 public:
  token_kind kind : 3;
  token_case letters : 3;
  bool space_before : 1;  // white space or a line break stands before it
  bool may_end : 1;       // a stop, or a word with its point
};

struct sentence {
  clean_span where;               // first to last token
  std::uint32_t first_token = 0;  // [first_token, token_end)
  std::uint32_t token_end = 0;
  std::uint32_t paragraph = 0;
};

struct paragraph {
  clean_span where;  // without white space at either end
  paragraph_kind kind = paragraph_kind::body;
  const char* reason = "";           // static: what decided the kind
  std::uint32_t first_sentence = 0;  // [first_sentence, sentence_end)
  std::uint32_t sentence_end = 0;
};

struct laid_text {
  std::string_view clean;  // borrowed; must outlive this
  language lang = language::en;
  std::vector<paragraph> paragraphs;
  std::vector<sentence> sentences;
  std::vector<token> tokens;

  // Set by another thread when the caller wants no result any more. The rooms'
  // long loops ask stopped() once a sentence or paragraph and end early; what
  // they gave is then thrown away.
  const std::atomic<bool>* cancel = nullptr;
  bool stopped() const noexcept {
    return cancel != nullptr && cancel->load(std::memory_order_relaxed);
  }
};

// Lays out clean text (well-formed UTF-8, NFC). O(clean.size()); the result
// borrows clean. `lang` chooses abbreviations and marks.
laid_text lay_out(std::string_view clean, language lang);

// The language that `clean` is most likely written in, from its most frequent
// short words in a bounded sample. language::other if none fits. O(sample).
language guess_language(std::string_view clean);

// "en" -> language::en; the part before '-' or '_' decides, in any case;
// language::other for an unknown code. And back: a static string.
language language_from_code(std::string_view code);
const char* language_code(language lang);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LAID_TEXT_HPP_
