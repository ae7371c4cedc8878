// SPDX-License-Identifier: Apache-2.0
// marked.hpp - a text with its names and quotations marked by hand, so that
// the room people is tested on its own.
//
//   [P Ann Lee]   a name: P person, O organization, G place, N nation, D date
//   <1 she>       the source of quotation 1
//   <1c adding>   the cue of quotation 1
//   {1 It works}  the content of quotation 1; a second {1 ...} is a second
//                 piece; {1d ...} direct, {1 ...} indirect
//
// Marks nest: <1 the minister, [P Ann Lee]>.
#ifndef COPYDESK_TESTS_UNIT_PEOPLE_MARKED_HPP_
#define COPYDESK_TESTS_UNIT_PEOPLE_MARKED_HPP_

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "people/people.hpp"

namespace copydesk_people {

using namespace copydesk;

struct marked {
  std::string text;
  text::laid_text laid;
  entities::entities found;
  quotes::quotes said;
  people::people who;

  std::string speaker(std::size_t q) const { return who.speakers[q].text; }
};

inline entity_type type_of(char c) {
  switch (c) {
    case 'O':
      return entity_type::org;
    case 'G':
      return entity_type::gpe;
    case 'N':
      return entity_type::norp;
    case 'D':
      return entity_type::date;
    default:
      return entity_type::person;
  }
}

// Reads the marks and resolves.
inline std::unique_ptr<marked> resolve(
    const std::string& with_marks, text::language lang = text::language::en) {
  auto out = std::make_unique<marked>();
  struct open {
    char mark;
    std::string label;
    std::uint32_t begin;
  };
  std::vector<open> stack;
  std::map<int, quotes::quotation> said;
  std::vector<std::pair<text::clean_span, char>> names;
  for (std::size_t i = 0; i < with_marks.size(); ++i) {
    const char c = with_marks[i];
    const auto here = static_cast<std::uint32_t>(out->text.size());
    if (c == '[' || c == '<' || c == '{') {
      const std::size_t space = with_marks.find_first_of(" \n", i);
      stack.push_back({c, with_marks.substr(i + 1, space - i - 1), here});
      i = space;
    } else if ((c == ']' || c == '>' || c == '}') && !stack.empty()) {
      const open o = stack.back();
      stack.pop_back();
      const text::clean_span s{o.begin, here};
      if (o.mark == '[') {
        names.emplace_back(s, o.label[0]);
      } else if (o.mark == '<') {
        quotes::quotation& q = said[std::stoi(o.label)];
        const bool cue = o.label.back() == 'c';
        (cue ? q.has_cue : q.has_source) = true;
        (cue ? q.cue : q.source) = s;
      } else {
        quotes::quotation& q = said[std::stoi(o.label)];
        q.kind =
            o.label.back() == 'd' ? quote_kind::direct : quote_kind::indirect;
        q.content.push_back(s);
      }
    } else {
      out->text.push_back(c);
    }
  }
  out->laid = text::lay_out(out->text, lang);
  const auto token = [&](std::uint32_t byte) {
    std::uint32_t t = 0;
    while (t < out->laid.tokens.size() &&
           out->laid.tokens[t].where().end <= byte) {
      ++t;
    }
    return t;
  };
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
    return a.first.begin < b.first.begin;
  });
  for (const auto& [s, label] : names) {
    out->found.mentions.push_back(
        {s, token(s.begin), token(s.end - 1) + 1, type_of(label), 1.0F, ""});
  }
  for (auto& [number, q] : said) out->said.quotations.push_back(q);
  std::stable_sort(out->said.quotations.begin(), out->said.quotations.end(),
                   [](const auto& a, const auto& b) {
                     return a.content[0].begin < b.content[0].begin;
                   });
  auto& all = out->said.quotations;
  for (std::size_t q = 1; q < all.size(); ++q) {
    for (std::size_t o = q; o-- > 0;) {
      if (all[o].content[0].contains(all[q].content[0])) {
        all[q].parent = static_cast<std::int32_t>(o);
        break;
      }
    }
  }
  const auto m = model::built_in();
  out->who = people::resolve(out->laid, out->found, out->said, m.value());
  return out;
}

}  // namespace copydesk_people

#endif  // COPYDESK_TESTS_UNIT_PEOPLE_MARKED_HPP_
