// SPDX-License-Identifier: Apache-2.0
// Idea: see the header; what a dateline is, text/datelines.hpp says.
#include "quotes/dateline.hpp"

#include "text/datelines.hpp"

namespace copydesk::quotes {

std::uint32_t after_dateline(const text::laid_text& laid,
                             std::uint32_t sentence, token_range content) {
  const text::sentence& s = laid.sentences[sentence];
  const text::paragraph& p = laid.paragraphs[s.paragraph];
  if (s.first_token != content.first || p.first_sentence != sentence) {
    return content.first;
  }
  const std::uint32_t after =
      text::past_dateline(laid, content.first, content.end);
  return after < content.end ? after : content.first;
}

}  // namespace copydesk::quotes
