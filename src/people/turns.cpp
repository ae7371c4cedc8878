// SPDX-License-Identifier: Apache-2.0
// turns.cpp - see turns.hpp.
//
// Idea: the chain of dialogue.hpp chooses a voice for each turn; here the
// voice becomes a name, the fullest phrase, or the narrator's "I".
#include "people/turns.hpp"

namespace copydesk::people {
namespace {

// Fewer are no dialogue.
constexpr std::size_t fewest_turns = 3;

// How a described voice is called where its own words tell it, else as it was
// met first.
std::string called(const reading& r, const discourse& d, std::int32_t ref,
                   const std::vector<attribution>& told) {
  const referent& it = d.referents[static_cast<std::size_t>(ref)];
  if (it.source_of >= 0) {
    const attribution& a = told[static_cast<std::size_t>(it.source_of)];
    if (a.known && a.name < 0 && !a.text.empty()) return a.text;
  }
  const auto& tokens = r.laid.tokens;
  const phrase& p = d.described(it);
  return std::string(
      r.raw({tokens[p.begin].where().begin, tokens[p.head].where().end}));
}

}  // namespace

void take_turns(const reading& r, const identities& who, const discourse& d,
                const dialogue_weights& weights,
                std::vector<attribution>& out) {
  if (out.size() < fewest_turns || kind_of_text(r) > 0) return;
  const conversation c = read_conversation(r, who, d, out);
  if (c.turns.size() < fewest_turns) return;
  const std::vector<casting> cast = cast_voices(c, weights);
  for (std::size_t t = 0; t < c.turns.size(); ++t) {
    const turn& it = c.turns[t];
    if (it.cast.empty()) continue;
    attribution& a = out[it.quotation];
    const voice& v = c.voices[it.cast[cast[t].chosen].voice];
    if (it.how == told::by_name) {
      // A person where a place of that name was read; the narrator's "I".
      if (v.named && a.name != v.referent && (a.name >= 0 || v.narrator)) {
        a.name = v.referent;
        a.text = who.all[static_cast<std::size_t>(v.referent)].text;
        a.kind = speaker_kind::person;
      }
      continue;
    }
    if (it.how == told::open) {
      const auto begin = r.said.quotations[it.quotation].content[0].begin;
      a.where = {begin, begin};
    }
    a.known = true;
    a.confidence = cast[t].sure;
    a.kind = speaker_kind::unnamed;
    a.name = -1;
    if (v.named) {
      a.name = v.referent;
      a.text = who.all[static_cast<std::size_t>(v.referent)].text;
      a.kind = speaker_kind::person;
    } else {
      a.text = v.referent < 0 ? "I" : called(r, d, v.referent, out);
    }
  }
}

}  // namespace copydesk::people
