// SPDX-License-Identifier: Apache-2.0
// laid_text.cpp - paragraphs, then their tokens, then their sentences.
//
// Cost: O(clean.size()), three passes.
#include "text/laid_text.hpp"

#include "text/layout.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace copydesk::text {
namespace {

// Whether nearly no word, or nearly every word, has capital letters: then a
// small letter says nothing about the beginning of a sentence.
bool without_case(const laid_text& laid) {
  std::size_t capital = 0, small = 0;
  for (const token& t : laid.tokens) {
    if (t.letters == token_case::lower) ++small;
    if (t.letters == token_case::title || t.letters == token_case::mixed ||
        t.letters == token_case::upper)
      ++capital;
  }
  return small >= 4 && capital * 100 < small;
}

}  // namespace

laid_text lay_out(std::string_view clean, language lang) {
  laid_text out;
  out.clean = clean;
  out.lang = lang;
  out.paragraphs = find_paragraphs(clean);
  out.tokens.reserve(clean.size() / 5 + 8);
  std::vector<std::uint32_t> token_end;
  token_end.reserve(out.paragraphs.size());
  for (const paragraph& p : out.paragraphs) {
    add_tokens(clean, p.where, lang, out.tokens);
    token_end.push_back(static_cast<std::uint32_t>(out.tokens.size()));
  }
  const bool caseless = without_case(out);
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < out.paragraphs.size(); ++i) {
    paragraph& p = out.paragraphs[i];
    p.first_sentence = static_cast<std::uint32_t>(out.sentences.size());
    add_sentences(out, first, token_end[i], i, caseless);
    p.sentence_end = static_cast<std::uint32_t>(out.sentences.size());
    first = token_end[i];
  }
  return out;
}

}  // namespace copydesk::text
