// SPDX-License-Identifier: Apache-2.0
// couples.cpp - see couples.hpp.
//
// Idea: a surname alone that has both a Mr and a Mrs before it is two people's.
// Cost: two tokens before each mention that is looked at.
#include "people/couples.hpp"

#include "limits.hpp"
#include "people/phrases.hpp"

namespace copydesk::people {
namespace {

bool before_surname(const reading& r, std::uint32_t m) {
  std::uint32_t t = r.found.mentions[m].first_token;
  for (int back = 0; back < 2 && t > 0; ++back) {
    --t;
    const std::string w = r.folded(t);
    if (w == "mr" || w == "mrs" || w == "ms") return true;
    if (r.words[t] != word::stop) return !is_honorific(r.words[t]);
  }
  return true;
}

}  // namespace

std::array<std::uint32_t, 2> honorifics_of(const reading& r, const form& f,
                                           bool of_surnames) {
  std::array<std::uint32_t, 2> told{};
  if (f.kind != name_class::person || !f.caller_id.empty()) return told;
  std::size_t looked = 0;
  for (std::uint32_t m : f.mentions) {
    if (++looked > 4 * limits::max_namesakes) break;
    if (of_surnames && !before_surname(r, m)) continue;
    const int sex = sex_of_honorific(r, r.found.mentions[m]);
    if (sex != 0) ++told[sex < 0];
  }
  return told;
}

std::string with_honorific(const reading& r, const identity& who) {
  for (std::uint32_t m : who.mentions) {
    const entities::mention& at = r.found.mentions[m];
    if (sex_of_honorific(r, at) == 0 || at.first_token == 0) continue;
    std::uint32_t t = at.first_token - 1;
    if (t > 0 && r.words[t] == word::stop) --t;
    std::string out;
    for (char c : r.raw({r.laid.tokens[t].where().begin, at.where.end})) {
      const bool space = c == ' ' || c == '\n' || c == '\t';
      if (!space) out.push_back(c);
      if (space && out.back() != ' ') out.push_back(' ');
    }
    return out;
  }
  return who.text;
}

}  // namespace copydesk::people
