// SPDX-License-Identifier: Apache-2.0
// The verb of spec/entities.txt:
//
//     entities
//
// reads the input as one text with the model of the library and writes a line
// a mention, names and values: TYPE words.
#include <string>

#include "entities/entities.hpp"
#include "spec/spec.hpp"
#include "text/laid_text.hpp"

namespace {

std::string found(const std::string&, const std::string& input) {
  const auto laid =
      copydesk::text::lay_out(input, copydesk::text::language::en);
  const auto all =
      copydesk::entities::find(laid, copydesk::model::built_in().value(), 0.0F);
  std::string out;
  for (const auto& m : all.mentions) {
    if (!out.empty()) out += '\n';
    out += copydesk::to_string(m.type);
    out += ' ';
    out += m.where.of(laid.clean);
  }
  return out;
}

const copydesk_spec::verb registered("entities", found);

}  // namespace
