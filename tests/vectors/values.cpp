// SPDX-License-Identifier: Apache-2.0
// values.cpp - prints the values of JSON Lines documents, for measuring.
//
//     copydesk_values_vectors < documents.jsonl > found.jsonl
//
// A line in: {"id": ..., "text": ...}; a line out: {"id", "entities": [{
// "start", "end", "type", "value", "text"}]}, offsets in bytes of the text.
#include "entities/values.hpp"

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "text/laid_text.hpp"

namespace {}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto in = nlohmann::json::parse(line);
    const auto text = in.at("text").get<std::string>();
    auto lang = copydesk::text::language::en;
    if (in.contains("lang")) {
      lang = copydesk::text::language_from_code(in["lang"].get<std::string>());
    }
    const auto laid = copydesk::text::lay_out(text, lang);
    nlohmann::json found = nlohmann::json::array();
    for (const auto& m : copydesk::entities::find_values(laid)) {
      found.push_back({{"start", m.where.begin},
                       {"end", m.where.end},
                       {"type", copydesk::to_string(m.type)},
                       {"value", m.value},
                       {"text", std::string(m.where.of(laid.clean))}});
    }
    std::cout << nlohmann::json{{"id", in["id"]}, {"entities", found}} << '\n';
  }
}
