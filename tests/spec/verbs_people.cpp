// SPDX-License-Identifier: Apache-2.0
// verbs_people.cpp - names: the names of a text with marked mentions, their
// titles in parentheses and the numbers of their mentions; speakers: one line
// a quotation, kind and speaker. Marks as in unit/people/marked.hpp.
#include "spec/spec.hpp"
#include "unit/people/marked.hpp"

namespace {

using copydesk::speaker_kind;

const char* word_of(speaker_kind k) {
  switch (k) {
    case speaker_kind::person:
      return "person";
    case speaker_kind::organization:
      return "organization";
    case speaker_kind::document:
      return "document";
    case speaker_kind::group:
      return "group";
    default:
      return "unnamed";
  }
}

// A line break inside a paragraph is a space, so that examples can be wrapped.
std::string unwrap(const std::string& input) {
  std::string out;
  for (std::size_t i = 0; i < input.size(); ++i) {
    const bool single = input[i] == '\n' && i + 1 < input.size() &&
                        input[i + 1] != '\n' && i > 0 && input[i - 1] != '\n';
    out += single ? ' ' : input[i];
  }
  return out;
}

std::string names(const std::string&, const std::string& input) {
  const auto m = copydesk_people::resolve(unwrap(input));
  std::string out;
  for (const auto& p : m->who.names) {
    if (!out.empty()) out += '\n';
    out += p.text;
    for (std::size_t i = 0; i < p.titles.size(); ++i) {
      out += i == 0 ? " (" : ", ";
      out += std::string(p.titles[i].of(m->text));
    }
    if (!p.titles.empty()) out += ')';
    out += ':';
    for (std::uint32_t i : p.mentions) out += ' ' + std::to_string(i + 1);
  }
  return out;
}

std::string speakers(const std::string& arguments, const std::string& input) {
  const std::size_t at = arguments.find("lang=");
  const auto lang =
      at == std::string::npos
          ? copydesk::text::language::en
          : copydesk::text::language_from_code(arguments.substr(at + 5, 2));
  const auto m = copydesk_people::resolve(unwrap(input), lang);
  std::string out;
  for (const auto& a : m->who.speakers) {
    if (!out.empty()) out += '\n';
    out += a.known ? std::string(word_of(a.kind)) + ": " + a.text : "-";
  }
  return out;
}

const copydesk_spec::verb names_verb("names", names);
const copydesk_spec::verb speakers_verb("speakers", speakers);

}  // namespace
