// SPDX-License-Identifier: Apache-2.0
// laid_text.cpp - paragraphs, then their tokens, then their sentences.
//
// Cost: O(clean.size()), three passes.
#include "text/laid_text.hpp"

#include <algorithm>

#include "text/kinds.hpp"
#include "text/layout.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace copydesk::text {
namespace {

// Whether a paragraph is written without capital letters, so that a small
// letter says nothing about the beginning of a sentence. "I" and names in
// capitals may stand in it.
bool without_case(const laid_text& laid, std::uint32_t first,
                  std::uint32_t end) {
  std::uint32_t small = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    const token& t = laid.tokens[i];
    if (t.letters == token_case::title) return false;
    if (t.letters == token_case::lower) ++small;
  }
  return small >= 4 && laid.tokens[first].letters != token_case::upper;
}

// Room for the tokens of the next paragraph, and, when there is none left, for
// those of the rest of a text of the same kind: capacity stays near what is
// needed, which doubling would not give.
void make_room(clean_span next, std::size_t size, std::vector<token>& tokens) {
  // One token in five bytes is news.
  const std::size_t here = next.size() / 5 + 8;
  if (tokens.capacity() - tokens.size() >= here) return;
  const std::size_t left = size - next.begin;
  std::size_t rest = left / 5 + 8;
  if (next.begin != 0) {
    rest = static_cast<std::size_t>(std::uint64_t{left} * tokens.size() /
                                    next.begin / 16 * 17);
  }
  tokens.reserve(tokens.size() + std::max(here, rest));
}

}  // namespace

laid_text lay_out(std::string_view clean, language lang) {
  laid_text out;
  out.clean = clean;
  out.lang = lang;
  out.paragraphs = find_paragraphs(clean);
  std::vector<std::uint32_t> token_end;
  token_end.reserve(out.paragraphs.size());
  for (const paragraph& p : out.paragraphs) {
    make_room(p.where, clean.size(), out.tokens);
    add_tokens(clean, p.where, lang, out.tokens);
    token_end.push_back(static_cast<std::uint32_t>(out.tokens.size()));
  }
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < out.paragraphs.size(); ++i) {
    paragraph& p = out.paragraphs[i];
    p.first_sentence = static_cast<std::uint32_t>(out.sentences.size());
    add_sentences(out, first, token_end[i], i,
                  without_case(out, first, token_end[i]));
    p.sentence_end = static_cast<std::uint32_t>(out.sentences.size());
    first = token_end[i];
  }
  set_kinds(out);
  return out;
}

}  // namespace copydesk::text
