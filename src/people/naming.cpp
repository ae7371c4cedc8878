// SPDX-License-Identifier: Apache-2.0
// naming.cpp - see naming.hpp.
//
// Idea: what a name is called is copied from its fullest form, and a form is
// emptied after the last name that it is used for: of all words there is one
// copy most of the time. Cost: that of sorting the pairs.
#include "people/naming.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "limits.hpp"
#include "text/room.hpp"

namespace copydesk::people {
namespace {

// The fullest of `used` (indices into `all`, at least one): most words, then
// no acronym, then most mentions.
const form& fullest_form(const std::vector<form>& all,
                         const std::vector<std::uint32_t>& used) {
  const form* best = &all[used[0]];
  for (std::uint32_t f : used) {
    const form& it = all[f];
    const std::size_t more = it.words.size(), had = best->words.size();
    const bool better = it.acronym != best->acronym
                            ? best->acronym
                            : it.mentions.size() > best->mentions.size();
    if (more > had || (more == had && better)) best = &it;
  }
  return *best;
}

// How a form stands in the text without leading titles, white space made one
// space; a way with small letters is preferred.
std::string written(const reading& r, const form& f) {
  const auto small_letters = [](std::string_view s) {
    return std::any_of(s.begin(), s.end(),
                       [](char c) { return c >= 'a' && c <= 'z'; });
  };
  std::string_view best;
  std::size_t looked = 0;
  for (std::uint32_t m : f.mentions) {
    if (++looked > limits::max_namesakes) break;
    const entities::mention& at = r.found.mentions[m];
    text::clean_span where = at.where;
    if (f.kind == name_class::person && at.token_end > at.first_token) {
      const std::uint32_t end = name_end(r, at);
      if (end > at.token_end) where.end = r.laid.tokens[end - 1].where().end;
      const std::uint32_t begin = name_begin(r, at);
      where.begin = std::max(where.begin, r.laid.tokens[begin].where().begin);
    }
    const std::string_view raw = r.raw(where);
    if (best.empty() || (!small_letters(best) && small_letters(raw))) {
      best = raw;
    }
  }
  std::string out;
  for (char c : best) {
    const bool space = c == '\n' || c == ' ' || c == '\t';
    if (!space) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

void name_it(const reading& r, const std::vector<form>& forms,
             const std::vector<std::uint32_t>& used, identity& who) {
  const form& best = fullest_form(forms, used);
  who.type = best.type;
  who.words = best.words;
  who.bits = word_bits(who.words);
  who.text = written(r, best);
}

}  // namespace

void name_all(const reading& r,
              std::vector<std::pair<std::int32_t, std::uint32_t>>& used,
              std::vector<form>& forms, identities& out) {
  const auto by_place = [](const auto& a, const auto& b) {
    return a.first < b.first;
  };
  std::stable_sort(used.begin(), used.end(), by_place);
  std::vector<std::uint32_t> here, places(forms.size(), 0);
  for (const auto& u : used) ++places[u.second];
  for (std::size_t i = 0; i < used.size();) {
    const std::int32_t place = used[i].first;
    here.clear();
    for (; i < used.size() && used[i].first == place; ++i) {
      here.push_back(used[i].second);
    }
    name_it(r, forms, here, out.all[static_cast<std::size_t>(place)]);
    for (const std::uint32_t f : here) {
      if (--places[f] == 0) text::give_back(forms[f].words);
    }
  }
}

}  // namespace copydesk::people
