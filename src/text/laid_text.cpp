// SPDX-License-Identifier: Apache-2.0
// laid_text.cpp - paragraphs, then their tokens, then their sentences.
//
// Cost: O(clean.size()), three passes.
#include "text/laid_text.hpp"

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

}  // namespace

laid_text lay_out(std::string_view clean, language lang) {
  laid_text out;
  out.clean = clean;
  out.lang = lang;
  out.paragraphs = find_paragraphs(clean);
  out.tokens.reserve(clean.size() / 5 + 8);  // news
  std::vector<std::uint32_t> token_end;
  token_end.reserve(out.paragraphs.size());
  for (const paragraph& p : out.paragraphs) {
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
