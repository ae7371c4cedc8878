// SPDX-License-Identifier: Apache-2.0
// foreign_titles.cpp - see foreign_titles.hpp. Source: written for copydesk.
#include "entities/foreign_titles.hpp"

#include <algorithm>
#include <string_view>

#include "entities/foreign_clues.hpp"
#include "text/capital.hpp"

namespace copydesk::entities {
namespace {

constexpr std::uint32_t longest_title = 6;  // tokens

// Last parts of German nouns for who leads, speaks or judges.
bool is_german_office(std::string_view w) {
  for (const std::string_view tail : {"minister",
                                      "ministerin",
                                      "pr\xC3\xA4sident",
                                      "pr\xC3\xA4sidenten",
                                      "pr\xC3\xA4sidentin",
                                      "chef",
                                      "chefin",
                                      "sprecher",
                                      "sprecherin",
                                      "leiter",
                                      "leiterin",
                                      "kanzler",
                                      "kanzlerin",
                                      "meister",
                                      "meisterin",
                                      "vorsitzende",
                                      "vorsitzender",
                                      "vorsitzenden",
                                      "direktor",
                                      "direktorin",
                                      "sekret\xC3\xA4r",
                                      "sekret\xC3\xA4rin",
                                      "anwalt",
                                      "anw\xC3\xA4ltin",
                                      "abgeordnete",
                                      "abgeordneter",
                                      "abgeordneten",
                                      "trainer",
                                      "trainerin",
                                      "richter",
                                      "richterin",
                                      "rat",
                                      "r\xC3\xA4tin",
                                      "beauftragte",
                                      "beauftragter",
                                      "forscher",
                                      "forscherin",
                                      "experte",
                                      "expertin",
                                      "f\xC3\xBChrer",
                                      "f\xC3\xBChrerin",
                                      "professor",
                                      "professorin"}) {
    const std::size_t n = tail.size();
    if (w.size() >= n && w.compare(w.size() - n, n, tail) == 0) return true;
    // "Minister": the part is the whole word.
    if (w.size() == n && w.compare(1, n - 1, tail.substr(1)) == 0) return true;
  }
  return false;
}

class finder_of_titles {
 public:
  explicit finder_of_titles(const words& all)
      : laid_(all.laid()), said_(laid_.lang) {}

  // The title before the person; false if there is none. Behind `from` no
  // mention ends and no sentence begins.
  bool find(const mention& person, std::uint32_t from, title& out) {
    std::uint32_t end = person.first_token;
    // "El ministro de Transporte, Juan Aranda"
    if (end > from && word(end - 1) == ",") --end;
    std::uint32_t first = end;
    for (std::uint32_t t = end; t > from && end - t < longest_title;) {
      --t;
      if (laid_.tokens[t].kind != text::token_kind::word) break;
      if (is_office(t)) first = t;
      // "ministro de Transporte", with one small noun in Russian.
      const bool goes_on = text::has_capital(laid_.tokens[t]) ||
                           (said_(word(t)) & clue::joins) != 0 ||
                           (laid_.lang == text::language::ru && t + 1 == end);
      if (!goes_on && !is_office(t)) break;
    }
    if (first == end) return false;
    out.first_token = first;
    out.token_end = end;
    out.where = {laid_.tokens[first].where().begin,
                 laid_.tokens[end - 1].where().end};
    return true;
  }

 private:
  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }
  bool is_office(std::uint32_t t) {
    const std::string_view w = word(t);
    const bool noun = text::has_capital(laid_.tokens[t]);
    if (laid_.lang == text::language::de) {
      return noun && w.size() > 4 &&
             (is_german_office(w) || (said_(w) & clue::address) != 0);
    }
    return w.size() > 3 && (said_(w) & clue::address) != 0;
  }

  const text::laid_text& laid_;
  clues said_;
};

}  // namespace

std::vector<title> find_foreign_titles(const words& all,
                                       const std::vector<mention>& mentions) {
  std::vector<title> out;
  finder_of_titles finder(all);
  std::uint32_t from = 0;
  std::size_t sentence = 0;
  for (const mention& m : mentions) {
    const auto& sentences = all.laid().sentences;
    while (sentences[sentence].token_end <= m.first_token) ++sentence;
    from = std::max(from, sentences[sentence].first_token);
    title one;
    if (m.type == entity_type::person && finder.find(m, from, one)) {
      out.push_back(one);
    }
    from = m.token_end;
  }
  return out;
}

}  // namespace copydesk::entities
