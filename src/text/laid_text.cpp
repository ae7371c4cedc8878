// SPDX-License-Identifier: Apache-2.0
#include "text/laid_text.hpp"

namespace copydesk::text {
namespace {

bool space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

void add_tokens(std::string_view clean, paragraph p, laid_text& out) {
  sentence s;
  s.first_token = static_cast<std::uint32_t>(out.tokens.size());
  s.paragraph = static_cast<std::uint32_t>(out.paragraphs.size());
  std::uint32_t i = p.where.begin;
  while (i < p.where.end) {
    while (i < p.where.end && space(clean[i])) ++i;
    std::uint32_t begin = i;
    while (i < p.where.end && !space(clean[i])) ++i;
    if (begin < i) out.tokens.push_back({{begin, i}, {}, {}, true});
  }
  s.where = p.where;
  s.token_end = static_cast<std::uint32_t>(out.tokens.size());
  p.first_sentence = static_cast<std::uint32_t>(out.sentences.size());
  p.sentence_end = p.first_sentence + 1;
  out.sentences.push_back(s);
  out.paragraphs.push_back(p);
}

}  // namespace

laid_text lay_out(std::string_view clean, language lang) {
  laid_text out;
  out.clean = clean;
  out.lang = lang;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(clean.size());
  while (begin < size) {
    std::uint32_t end = begin;
    while (end < size && clean[end] != '\n') ++end;
    paragraph p;
    p.where = {begin, end};
    if (begin < end) add_tokens(clean, p, out);
    begin = end + 1;
  }
  return out;
}

language guess_language(std::string_view) { return language::en; }
language language_from_code(std::string_view) { return language::en; }
const char* language_code(language) { return "en"; }

}  // namespace copydesk::text
