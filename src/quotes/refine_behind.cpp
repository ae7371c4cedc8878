// SPDX-License-Identifier: Apache-2.0
// Idea: see refine.hpp. Who stands right behind the verb, and whose name was
// taken for a part of what he tells.
// Cost: O(tokens of the content, and a few behind the cue) a call.
#include <algorithm>

#include "quotes/mark_class.hpp"
#include "quotes/refine.hpp"
#include "text/capital.hpp"

namespace copydesk::quotes {
namespace {

bool closing(std::uint8_t tag) {
  return tag == tag_right_mark || tag == tag_other_mark;
}

}  // namespace

// The words of the phrase: up to a mark, a preposition, an adverb, a verb.
void source_behind(const reading& r, attribution& out) {
  constexpr std::uint32_t longest = 8;
  const std::uint32_t first = out.cue + 1;
  if (!out.source.empty() || out.cue == 0 || !closing(r.tags[out.cue - 1]) ||
      first >= r.laid.tokens.size() ||
      (r.words[out.cue].flags & cue_verb) == 0 ||
      r.laid.tokens[out.cue].letters != text::token_case::lower) {
    return;
  }
  if (r.words[first].tag == word_tag::subject) {
    out.source = {first, first + 1};
    return;
  }
  const std::uint32_t end = std::min(
      first + longest, r.laid.sentences[r.sentence_of[out.cue]].token_end);
  std::uint32_t t = first;
  bool noun = false;  // a word that can end the phrase
  for (; t < end; ++t) {
    const text::token& w = r.laid.tokens[t];
    const word_tag tag = r.words[t].tag;
    const bool opens = tag == word_tag::det || tag == word_tag::poss ||
                       tag == word_tag::number;
    if (opens && t == first) continue;
    const bool point = t > first && !w.space_before &&
                       w.kind == text::token_kind::punctuation &&
                       r.words[t - 1].tag == word_tag::title && t + 1 < end;
    if (point) continue;
    if (w.kind != text::token_kind::word) break;
    const bool capital = text::has_capital(w);
    const bool ending = !w.space_before;  // the 's of a name
    const bool plain = tag == word_tag::none || tag == word_tag::title ||
                       tag == word_tag::group || tag == word_tag::document;
    if (!capital && !ending && !plain) break;
    if (!capital && plain &&
        ends_in(r.laid.tokens[t].where().of(r.laid.clean), "ly"))
      break;
    noun = !ending;
  }
  if (noun) out.source = {first, t};
}

void part_source(const reading& r, attribution& out) {
  const token_range who = out.source;
  if (who.empty()) return;
  const bool relative = one_of(text_of(r, who.first), {"who", "which"});
  bool taken = false;  // his name was found in what he tells
  const auto apart = [&](const token_range& c) {
    if (relative && c.end <= who.first) return true;
    if (c.first >= who.end || who.first >= c.end) return false;
    if (c.end <= out.cue) return true;
    const cue_class cue = r.words[out.cue].cue;
    const bool behind = c.first == who.first && !ends_in_ing(r, out.cue) &&
                        (cue == cue_class::say || cue == cue_class::ask);
    taken = taken || !behind;
    return behind;
  };
  out.content.erase(
      std::remove_if(out.content.begin(), out.content.end(), apart),
      out.content.end());
  if (taken) out.source = {};
}

}  // namespace copydesk::quotes
