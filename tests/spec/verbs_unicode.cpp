// SPDX-License-Identifier: Apache-2.0
// The verbs of normalize.txt.
#include <sstream>
#include <string>

#include "copydesk/normalize.hpp"
#include "spec/spec.hpp"

namespace {

using copydesk::normalize_options;
using copydesk::offset_unit;
using copydesk::span;

normalize_options options_of(const std::string& arguments) {
  normalize_options o;
  std::istringstream in(arguments);
  for (std::string word; in >> word;) {
    if (word == "nfkc") o.nfkc = true;
    if (word == "fold") o.fold_case = true;
    if (word == "marks") o.plain_marks = true;
    if (word == "dashes") o.plain_dashes = true;
    if (word == "spaces") o.plain_spaces = true;
    if (word == "ellipses") o.plain_ellipses = true;
    if (word == "digits") o.plain_digits = true;
    if (word == "unrepaired") o.repair = false;
    if (word == "utf16") o.offsets = offset_unit::utf16;
    if (word == "codepoints") o.offsets = offset_unit::codepoints;
    if (word.compare(0, 8, "charset=") == 0) o.charset = word.substr(8);
  }
  return o;
}

std::string refused(const copydesk::failure& why) {
  return std::string(why.message) + " at " + std::to_string(why.offset);
}

// Clean text.
std::string run_normalize(const std::string& arguments,
                          const std::string& input) {
  const auto made = copydesk::normalize(input, options_of(arguments));
  return made ? made.value().text() : refused(made.error());
}

// "ENCODING: clean text".
std::string run_decode(const std::string& arguments, const std::string& input) {
  const auto made = copydesk::normalize(input, options_of(arguments));
  if (!made) return refused(made.error());
  return made.value().encoding() + std::string(": ") + made.value().text();
}

std::string range(span s) {
  return std::to_string(s.begin) + "-" + std::to_string(s.end);
}

// A line a change: "clean range <- source range".
std::string run_changes(const std::string& arguments,
                        const std::string& input) {
  const auto made = copydesk::normalize(input, options_of(arguments));
  if (!made) return refused(made.error());
  std::string out;
  for (const copydesk::text_change& c : made.value().changes()) {
    if (!out.empty()) out += '\n';
    out += range(c.clean) + " <- " + range(c.source);
  }
  return out;
}

// The range of `find=WORD` in the clean text, and where it stood.
std::string run_place(const std::string& arguments, const std::string& input) {
  const auto made = copydesk::normalize(input, options_of(arguments));
  if (!made) return refused(made.error());
  const std::size_t key = arguments.find("find=");
  const std::string word = arguments.substr(key + 5);
  const std::size_t at = made.value().text().find(word);
  if (at == std::string::npos) return "not there";
  // The words of the examples are ASCII after ASCII: bytes are units.
  const span clean{static_cast<std::uint32_t>(at),
                   static_cast<std::uint32_t>(at + word.size())};
  const span source = made.value().to_source(clean);
  return range(clean) + " <- " + range(source);
}

const copydesk_spec::verb verb_normalize("normalize", run_normalize);
const copydesk_spec::verb verb_decode("decode", run_decode);
const copydesk_spec::verb verb_changes("changes", run_changes);
const copydesk_spec::verb verb_place("place", run_place);

}  // namespace
