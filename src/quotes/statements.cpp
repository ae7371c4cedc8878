// SPDX-License-Identifier: Apache-2.0
// Idea: see statements.hpp. Nothing closes such a statement: news goes on in
// the third person, so the first person tells how far it reaches.
#include "quotes/statements.hpp"

#include <string_view>

#include "quotes/mark_class.hpp"

namespace copydesk::quotes {
namespace {

// The tokens of the next paragraph that is text; empty if there is none.
token_range next_text(const reading& r, std::size_t& paragraph) {
  const auto& all = r.laid.paragraphs;
  while (++paragraph < all.size()) {
    const text::paragraph& p = all[paragraph];
    if (p.kind == paragraph_kind::boilerplate ||
        p.first_sentence == p.sentence_end) {
      continue;
    }
    if (p.kind != paragraph_kind::body) return {};
    return {r.laid.sentences[p.first_sentence].first_token,
            r.laid.sentences[p.sentence_end - 1].token_end};
  }
  return {};
}

// A sentence or more, no item of a list and no line that leads to another.
bool is_prose(const reading& r, token_range p) {
  constexpr std::uint32_t shortest = 5;
  if (p.end < p.first + shortest) return false;
  const bool mark = is_mark(r.tags[p.end - 1]);
  if (r.tags[p.end - (mark ? 2 : 1)] != tag_stop) return false;
  const text::token& w = r.laid.tokens[p.first];
  return w.kind == text::token_kind::word &&
         w.letters != text::token_case::lower && !is_mark(r.tags[p.first]);
}

bool has_marks(const reading& r, token_range p) {
  for (std::uint32_t t = p.first; t < p.end; ++t) {
    if (is_mark(r.tags[t])) return true;
  }
  return false;
}

bool in_first_person(const reading& r, token_range p) {
  for (std::uint32_t t = p.first; t < p.end; ++t) {
    if (one_of(text_of(r, t), {"I", "we", "We", "our", "Our", "us", "my", "My",
                               "me", "myself", "ourselves"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool awaits_statement(const reading& r, std::uint32_t cue) {
  const text::sentence& s = r.laid.sentences[r.sentence_of[cue]];
  const text::paragraph& p = r.laid.paragraphs[s.paragraph];
  if ((r.words[cue].flags & cue_verb) == 0 || r.whole_in[cue] >= 0 ||
      r.tags[s.token_end - 1] != tag_colon ||
      r.laid.sentences[p.sentence_end - 1].token_end != s.token_end) {
    return false;
  }
  for (std::uint32_t t = cue + 1; t < s.token_end; ++t) {
    if (is_verbal(r.tags[t]) || is_mark(r.tags[t])) return false;
  }
  std::size_t at = s.paragraph;
  const token_range next = next_text(r, at);
  return !next.empty() && is_prose(r, next);
}

void take_statement(const reading& r, attribution& out) {
  constexpr std::size_t longest_gap = 3;  // paragraphs without "I" and "we"
  std::size_t at = r.laid.sentences[r.sentence_of[out.cue]].paragraph;
  std::size_t kept = 1;
  for (;;) {
    const token_range p = next_text(r, at);
    if (p.empty() || !is_prose(r, p)) break;
    if (!out.content.empty() && has_marks(r, p)) break;
    out.content.push_back(p);
    if (in_first_person(r, p)) kept = out.content.size();
    if (out.content.size() == kept + longest_gap) break;
  }
  if (out.content.size() > kept) out.content.resize(kept);
}

}  // namespace copydesk::quotes
