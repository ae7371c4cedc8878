// SPDX-License-Identifier: Apache-2.0
// dialogue.hpp - who speaks in turn: quotations that no name stands beside.
//
// Idea: the direct quotations of a text are turns. The voice of a turn is
// told by a name ("said Ann"), or by a pronoun or a description that may mean
// several, or it is open ("Yes?"). Those turns are given to voices all at
// once: by who is spoken of before and after, who is addressed, who spoke the
// turns around. A log-linear chain of the second order over the turns, its
// best path found by Viterbi's algorithm; the weights are learned by
// src/train/train_dialogue.cpp and stand in dialogue_weights.inc.
// Source: speakers as a sequence (O'Keefe and others 2012; He, Barbosa and
// Kondrak 2013), with the weights of a conditional random field.
#ifndef COPYDESK_SRC_PEOPLE_DIALOGUE_HPP_
#define COPYDESK_SRC_PEOPLE_DIALOGUE_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "limits.hpp"
#include "people/discourse.hpp"
#include "people/people.hpp"

namespace copydesk::people {

// How the voice of a turn is told.
enum class told : std::uint8_t { open, by_pronoun, by_noun, by_name };

// Somebody who may speak: a referent, the narrator ("said I"), or who says one
// turn alone and is nobody else.
struct voice {
  std::int32_t referent = -1;  // -1: the narrator, or somebody else
  bool narrator = false;
  bool named = false;
  int sex = 0;              // > 0 male, < 0 female
  std::uint32_t count = 0;  // occurrences of the referent
  std::uint32_t said = 0;   // turns that tell it by name
};

// A voice that a turn may have, and what speaks for it.
struct possible_voice {
  std::uint32_t voice = 0;
  std::uint8_t size = 0;
  std::array<std::uint16_t, 28> features{};

  void add(unsigned f) {
    if (size < features.size()) {
      features[size++] = static_cast<std::uint16_t>(f);
    }
  }
};

struct turn {
  std::uint32_t quotation = 0;
  std::uint32_t begin = 0, end = 0;  // tokens of the content
  told how = told::open;
  int sex = 0;                       // that the pronoun tells
  std::uint8_t gap = 0;              // what stands before; see dialogue.cpp
  bool question = false;             // ends in a question mark
  std::int32_t addressed = -1;       // the identity that it speaks to by name
  std::vector<possible_voice> cast;  // one if told by name
};

struct conversation {
  std::vector<voice> voices;
  std::vector<turn> turns;
  unsigned kind = 0;     // see kind_of_text
  bool laid_out = true;  // turns begin paragraphs
};

inline constexpr std::size_t dialogue_features = 2240;
using dialogue_weights = std::array<std::int16_t, dialogue_features>;
const dialogue_weights& learned_dialogue_weights();

// 0 for a tale: bodies, nations and dates are few there; 1 between, 2 news.
// O(mentions).
unsigned kind_of_text(const reading& r);

// The turns of a text, with the voices each may have. `sofar` is what sources
// tell, one a quotation. O(tokens + turns * limits::max_voices).
conversation read_conversation(const reading& r, const identities& who,
                               const discourse& d,
                               const std::vector<attribution>& sofar);

// Features of turn `t` if `now` says it and `before` and `earlier` said the
// turns before: indices of voices, -1 for none that counts.
struct turn_link {
  std::array<std::uint16_t, 8> features{};
  std::uint8_t size = 0;
};
turn_link link_of(const conversation& c, std::size_t t, std::int64_t earlier,
                  std::int64_t before, std::int64_t now);

// Which of its cast a turn has, and how sure that is, in [0, 1].
struct casting {
  std::uint32_t chosen = 0;
  float sure = 0;
};

// One a turn. O(turns * limits::max_voices ^ 3).
std::vector<casting> cast_voices(const conversation& c,
                                 const dialogue_weights& w);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_DIALOGUE_HPP_
