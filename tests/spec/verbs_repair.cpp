// SPDX-License-Identifier: Apache-2.0
// The verbs of repair.txt.
#include <string>

#include "spec/spec.hpp"
#include "unicode/repair.hpp"

namespace {

namespace unicode = copydesk::unicode;
using copydesk::repair_kind;

std::string mended(const std::string& input) {
  unicode::repaired made;
  return unicode::repair(input, made) ? made.text : input;
}

std::string run_repair(const std::string&, const std::string& input) {
  return mended(input);
}

std::string run_repair_each(const std::string&, const std::string& input) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t end = input.find('\n', at);
    if (end == std::string::npos) return out + mended(input.substr(at));
    out += mended(input.substr(at, end - at)) + '\n';
    at = end + 1;
  }
}

const char* name_of(repair_kind kind) {
  switch (kind) {
    case repair_kind::mojibake:
      return "mojibake";
    case repair_kind::html_entity:
      return "html_entity";
    case repair_kind::control:
      return "control";
    case repair_kind::soft_hyphen:
      return "soft_hyphen";
    case repair_kind::zero_width:
      return "zero_width";
    case repair_kind::bidi_control:
      return "bidi_control";
    case repair_kind::ligature:
      return "ligature";
    case repair_kind::line_break:
      return "line_break";
    default:
      return "other";
  }
}

std::string run_repair_notes(const std::string&, const std::string& input) {
  unicode::repaired made;
  if (!unicode::repair(input, made)) return {};
  std::string out;
  for (const unicode::repair_note& note : made.notes) {
    if (!out.empty()) out += '\n';
    out += std::to_string(note.begin) + '-' + std::to_string(note.end) + ' ' +
           name_of(note.kind) + " \"" + note.text + '"';
  }
  return out;
}

const copydesk_spec::verb repair("repair", run_repair);
const copydesk_spec::verb repair_each("repair_each", run_repair_each);
const copydesk_spec::verb repair_notes("repair_notes", run_repair_notes);

}  // namespace
