// SPDX-License-Identifier: Apache-2.0
// The verb of spec/values.txt:
//
//     values [lang=de] [today=2017-03-14]
//
// reads the input as one text and writes a line a value: TYPE words -> value.
#include <cstdlib>
#include <string>

#include "entities/values.hpp"
#include "spec/spec.hpp"
#include "text/laid_text.hpp"

namespace {

std::string argument(const std::string& all, const std::string& key) {
  const std::size_t at = all.find(key + "=");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + key.size() + 1;
  return all.substr(begin, all.find(' ', begin) - begin);
}

std::string values(const std::string& arguments, const std::string& input) {
  const std::string lang = argument(arguments, "lang");
  const std::string date = argument(arguments, "today");
  copydesk::entities::civil_date today;
  if (date.size() == 10) {
    today = {std::atoi(date.c_str()), std::atoi(date.c_str() + 5),
             std::atoi(date.c_str() + 8)};
  }
  const auto laid = copydesk::text::lay_out(
      input, copydesk::text::language_from_code(lang.empty() ? "en" : lang));
  std::string out;
  for (const auto& m : copydesk::entities::find_values(laid, today)) {
    if (!out.empty()) out += '\n';
    out += copydesk::to_string(m.type);
    out += ' ';
    out += m.where.of(laid.clean);
    if (!m.value.empty()) out += " -> " + m.value;
  }
  return out;
}

const copydesk_spec::verb registered("values", values);

}  // namespace
