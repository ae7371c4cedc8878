// SPDX-License-Identifier: Apache-2.0
// The verbs of tokens.txt, sentences.txt and layout.txt.
#include <string>

#include "spec/spec.hpp"
#include "text/laid_text.hpp"

namespace {

namespace text = copydesk::text;

text::language language_of(const std::string& arguments) {
  return arguments.empty() ? text::language::en
                           : text::language_from_code(arguments);
}

// Each line by itself.
template <class F>
std::string each_line(const std::string& input, F&& render) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t end = input.find('\n', at);
    out += render(input.substr(at, end - at));
    if (end == std::string::npos) return out;
    out += '\n';
    at = end + 1;
  }
}

std::string shown(std::string s) {
  for (char& c : s) {
    if (c == '\n') c = ' ';
  }
  return s;
}

// The tokens of each line, with a bar between them.
std::string run_tokens(const std::string& arguments, const std::string& input) {
  const text::language lang = language_of(arguments);
  return each_line(input, [lang](const std::string& line) {
    const text::laid_text laid = text::lay_out(line, lang);
    std::string out;
    for (const text::token& t : laid.tokens) {
      if (!out.empty()) out += " | ";
      out += t.where().of(line);
    }
    return out;
  });
}

// Kind and case of each token of the line.
std::string run_token_kinds(const std::string& arguments,
                            const std::string& input) {
  static const char* const kinds[] = {"word", "number", "mark", "punctuation",
                                      "symbol"};
  static const char* const cases[] = {"", " lower", " title", " upper",
                                      " mixed"};
  const text::laid_text laid = text::lay_out(input, language_of(arguments));
  std::string out;
  for (const text::token& t : laid.tokens) {
    if (!out.empty()) out += '\n';
    out += t.where().of(input);
    out += ": ";
    out += kinds[static_cast<int>(t.kind)];
    out += cases[static_cast<int>(t.letters)];
  }
  return out;
}

// The sentences of each line, one a line.
std::string run_sentences(const std::string& arguments,
                          const std::string& input) {
  const text::language lang = language_of(arguments);
  return each_line(input, [lang](const std::string& line) {
    const text::laid_text laid = text::lay_out(line, lang);
    std::string out;
    for (const text::sentence& s : laid.sentences) {
      if (!out.empty()) out += '\n';
      out += s.where.of(line);
    }
    return out;
  });
}

// The paragraphs of the input: kind and text, line breaks shown as spaces.
std::string run_layout(const std::string& arguments, const std::string& input) {
  static const char* const kinds[] = {"body",   "headline", "dateline",
                                      "byline", "caption",  "boilerplate"};
  const text::laid_text laid = text::lay_out(input, language_of(arguments));
  std::string out;
  for (const text::paragraph& p : laid.paragraphs) {
    if (!out.empty()) out += '\n';
    out += kinds[static_cast<int>(p.kind)];
    out += ": " + shown(std::string(p.where.of(input)));
  }
  return out;
}

const copydesk_spec::verb tokens_verb("tokens", run_tokens);
const copydesk_spec::verb kinds_verb("token_kinds", run_token_kinds);
const copydesk_spec::verb sentences_verb("sentences", run_sentences);
const copydesk_spec::verb layout_verb("layout", run_layout);

}  // namespace
