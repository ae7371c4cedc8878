// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Places, agencies and dates are capitalized words,
// numbers, commas, points and brackets; a spaced dash ends them, and the text
// begins behind it with a capital letter, a number or a quotation mark. Words
// between brackets may be in lower case ("(dpa)").
#include "quotes/dateline.hpp"

#include <string_view>

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t longest = 16;

bool is_dash(std::string_view s) {
  return s == "-" || s == "--" || s == "\xE2\x80\x93" || s == "\xE2\x80\x94";
}

// The token after the dateline that begins at `first`; `first` if there is
// none.
std::uint32_t past_dateline(const text::laid_text& laid, std::uint32_t first,
                            std::uint32_t end) {
  bool bracket = false;
  for (std::uint32_t t = first; t < end && t < first + longest; ++t) {
    const text::token& token = laid.tokens[t];
    const std::string_view s = token.where.of(laid.clean);
    if (is_dash(s)) {
      if (t == first || t + 1 >= end || bracket) return first;
      const text::token& next = laid.tokens[t + 1];
      const bool begins = next.kind == text::token_kind::mark ||
                          next.kind == text::token_kind::number ||
                          (next.letters != text::token_case::lower &&
                           next.letters != text::token_case::none);
      // "Foo-Bar" is no dateline; "LONDON -Foo" and "LONDON- Foo" are seen.
      if (!token.space_before && !next.space_before) continue;
      return begins ? t + 1 : first;
    }
    if (s == "(" || s == ")") {
      bracket = s == "(";
      continue;
    }
    const bool capital = token.letters == text::token_case::title ||
                         token.letters == text::token_case::upper ||
                         token.letters == text::token_case::mixed;
    if (!capital && !bracket && token.kind != text::token_kind::number &&
        s != "," && s != "." && s != "/") {
      return first;
    }
  }
  return first;
}

}  // namespace

std::uint32_t after_dateline(const text::laid_text& laid,
                             std::uint32_t sentence, token_range content) {
  const text::sentence& s = laid.sentences[sentence];
  const text::paragraph& p = laid.paragraphs[s.paragraph];
  if (s.first_token != content.first || p.first_sentence != sentence) {
    return content.first;
  }
  const std::uint32_t after = past_dateline(laid, content.first, content.end);
  return after < content.end ? after : content.first;
}

}  // namespace copydesk::quotes
