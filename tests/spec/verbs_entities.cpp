// SPDX-License-Identifier: Apache-2.0
// The verb of spec/entities.txt:
//
//     entities
//
// reads each line of the input as a text of its own with the model of the
// library, and writes a line for it: "TYPE words; TYPE words" in text order,
// names and values, or "-" if there are none.
#include <sstream>
#include <string>

#include "entities/entities.hpp"
#include "spec/spec.hpp"
#include "text/laid_text.hpp"

namespace {

std::string mentions_of(const std::string& input, const copydesk::model& m) {
  const auto laid =
      copydesk::text::lay_out(input, copydesk::text::language::en);
  std::string out;
  for (const auto& x : copydesk::entities::find(laid, m, 0.0F).mentions) {
    if (!out.empty()) out += "; ";
    out += copydesk::to_string(x.type);
    out += ' ';
    out += x.where.of(laid.clean);
  }
  return out.empty() ? "-" : out;
}

std::string found(const std::string&, const std::string& input) {
  const auto m = copydesk::model::built_in();
  if (!m) return m.error().message;
  std::istringstream lines(input);
  std::string line, out;
  while (std::getline(lines, line)) {
    if (!out.empty()) out += '\n';
    out += mentions_of(line, m.value());
  }
  return out;
}

const copydesk_spec::verb registered("entities", found);

}  // namespace
