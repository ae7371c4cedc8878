// SPDX-License-Identifier: Apache-2.0
// plain_speech.hpp - what the words between two marks are, without a model.
//
// A sentence is speech that stands on its own. A fragment is a few words of
// somebody's, taken into the sentence of the writer: it counts as speech only
// where that sentence reports (a verb of saying, the German subjunctive of
// reported speech). A name is a title, a newspaper, a club, a motto or a term
// in marks: no speech.
#ifndef COPYDESK_SRC_QUOTES_PLAIN_SPEECH_HPP_
#define COPYDESK_SRC_QUOTES_PLAIN_SPEECH_HPP_

#include <cstdint>

#include "quotes/plain_clauses.hpp"
#include "quotes/plain_phrases.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

enum class said_kind : std::uint8_t { name, fragment, sentence };

class plain_speech {
 public:
  // `r` must outlive the object.
  explicit plain_speech(const reading& r) : r_(r), np_(r), near_(r) {}

  // O(tokens of the pair) and a bounded number around it.
  said_kind kind_of(std::int32_t p) const;

  // Whether a colon leads to the pair.
  bool led(std::int32_t p) const;

  // Whether a teller follows right behind the marks: "...", sagte X.
  bool attributed(std::int32_t p) const;

 private:
  bool german() const { return r_.laid.lang == text::language::de; }
  bool reports(std::int32_t p) const;
  bool named(std::uint32_t t) const;
  bool spoken_of(std::int32_t p) const;
  bool names(std::int32_t p, std::uint32_t words, std::uint32_t smalls) const;
  bool called(std::int32_t p, std::uint32_t words) const;
  bool names_itself(std::uint32_t open) const;
  bool nobodys(std::uint32_t open, std::uint32_t after) const;
  bool definite(std::uint32_t t) const;
  bool slogan(std::uint32_t open) const;
  bool introduced(std::int32_t p, std::uint32_t words) const;
  bool accused(std::uint32_t open) const;
  bool subjunctive(std::uint32_t t) const;

  const reading& r_;
  const phrases np_;
  const clauses near_;
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PLAIN_SPEECH_HPP_
