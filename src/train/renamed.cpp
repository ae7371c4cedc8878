// SPDX-License-Identifier: Apache-2.0
// renamed.cpp - see renamed.hpp.
#include "train/renamed.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "train/lists.hpp"

namespace copydesk::train {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }

// One word with a capital and letters after it, of ASCII.
bool plain_word(const std::string& s) {
  return s.size() >= 3 && upper(s[0]) &&
         std::all_of(s.begin() + 1, s.end(), lower);
}

// Three capitals or a few more.
bool acronym(const std::string& s) {
  return s.size() >= 2 && s.size() <= 6 &&
         std::all_of(s.begin(), s.end(), upper);
}

std::vector<std::string> words_of(const std::string& s) {
  std::vector<std::string> out;
  std::istringstream in(s);
  std::string w;
  while (in >> w) out.push_back(w);
  return out;
}

bool has(const std::string& kinds, const char* kind) {
  return (',' + kinds + ',').find(',' + std::string(kind) + ',') !=
         std::string::npos;
}

}  // namespace

// What a document's words have become.
struct name_changer::changes {
  std::map<std::string, std::string> words, places, bodies;
};

name_changer::name_changer(const std::string& folder,
                           const std::vector<names_corpus>& corpora) {
  read_entries(folder + "given_names.tsv",
               [&](const std::string& n, const std::string&) {
                 if (plain_word(n)) given_.push_back(n);
               });
  read_entries(folder + "surnames.tsv",
               [&](const std::string& n, const std::string&) {
                 if (plain_word(n)) surnames_.push_back(n);
                 is_surname_.insert(n);
               });
  read_entries(folder + "places.tsv",
               [&](const std::string& n, const std::string& kinds) {
                 if (!upper(n[0])) return;
                 is_place_.insert(n);
                 if (has(kinds, "country")) {
                   if (!acronym(n)) countries_.push_back(n);
                   is_country_.insert(n);
                 } else if (has(kinds, "city")) {
                   cities_.push_back(n);
                 }
               });
  read_entries(folder + "heads.tsv", [&](const std::string& n,
                                         const std::string& kinds) {
    const std::map<std::string, const char*> types = {{"org_head", "ORG"},
                                                      {"fac_head", "FAC"},
                                                      {"loc_head", "LOC"},
                                                      {"event_head", "EVENT"},
                                                      {"law_head", "LAW"}};
    const auto t = types.find(kinds);
    if (t == types.end() || !lower(n[0])) return;
    std::string head = n;
    head[0] = static_cast<char>(head[0] - 'a' + 'A');
    if (plain_word(head)) heads_[types_of(t->second)].push_back(head);
  });
  const std::uint64_t org = types_of("ORG");
  for (const names_corpus& c : corpora) {
    if (c.name == "gmb" || c.name == "btc_train") continue;
    for (const names_document& d : c.documents) {
      for (const span_labels& s : d.spans) {
        if (s.types != org) continue;
        const std::string n(s.where.of(d.text));
        if (!upper(n[0]) || n.find('\n') != n.npos || acronym(n)) continue;
        (words_of(n).size() > 1 ? bodies_ : short_bodies_).push_back(n);
      }
    }
  }
}

std::string name_changer::any(const std::vector<std::string>& list,
                              random_numbers& random) const {
  return list[random() % list.size()];
}

// A word of the list, or one of the beginning of a word and the end of another.
std::string name_changer::other_word(const std::vector<std::string>& list,
                                     random_numbers& random) const {
  std::string a = any(list, random);
  if (random() % 2 == 0) return a;
  const std::string b = any(list, random);
  if (!plain_word(a) || !plain_word(b) || a.size() < 4 || b.size() < 4) {
    return a;
  }
  const std::size_t keep = 2 + random() % (a.size() - 3);
  const std::size_t from = 2 + random() % (b.size() - 3);
  return a.substr(0, keep) + b.substr(from);
}

std::string name_changer::other_person(const std::string& name, changes& c,
                                       random_numbers& random) const {
  const std::vector<std::string> words = words_of(name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string w = words[i];
    if (plain_word(w) && w != "Jr") {
      std::string& to = c.words[w];
      if (to.empty()) {
        to =
            other_word(i == 0 && words.size() > 1 ? given_ : surnames_, random);
      }
      w = to;
    }
    out += (i == 0 ? "" : " ") + w;
  }
  return out;
}

std::string name_changer::other_place(const std::string& name,
                                      random_numbers& random) const {
  if (acronym(name) || name.find('.') != name.npos) return name;
  if (is_country_.count(name) != 0) {
    return random() % 2 == 0 ? name : any(countries_, random);
  }
  return random() % 2 == 0 ? name : any(cities_, random);
}

// Places and surnames in a longer name are others, and so may its last word be;
// the rest stays.
std::string name_changer::other_parts(const std::string& name,
                                      std::uint64_t type,
                                      random_numbers& random) const {
  std::string out;
  const std::vector<std::string> words = words_of(name);
  const auto heads = heads_.find(type);
  for (const std::string& w : words) {
    if (!out.empty()) out += ' ';
    if (!out.empty() && &w == &words.back() && heads != heads_.end() &&
        std::find(heads->second.begin(), heads->second.end(), w) !=
            heads->second.end()) {
      out += random() % 2 == 0 ? w : any(heads->second, random);
    } else if (is_place_.count(w) != 0 && plain_word(w)) {
      out += other_place(w, random);
    } else if (is_surname_.count(w) != 0 && plain_word(w) &&
               random() % 2 == 0) {
      out += other_word(surnames_, random);
    } else {
      out += w;
    }
  }
  return out;
}

std::string name_changer::other_body(const std::string& name,
                                     random_numbers& random) const {
  if (acronym(name)) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
      out += static_cast<char>('A' + random() % 26);
    }
    return out;
  }
  if (name.find(' ') == name.npos) {
    if (random() % 4 == 0) return other_word(surnames_, random);
    return any(short_bodies_, random);
  }
  return other_parts(random() % 2 == 0 ? any(bodies_, random) : name,
                     types_of("ORG"), random);
}

names_document name_changer::change(const names_document& d,
                                    random_numbers& random) const {
  static const std::uint64_t person = types_of("PERSON"), gpe = types_of("GPE"),
                             org = types_of("ORG"), place = types_of("PLACE");
  std::vector<span_labels> spans = d.spans;
  std::sort(spans.begin(), spans.end(),
            [](const span_labels& a, const span_labels& b) {
              return a.where.begin < b.where.begin;
            });
  names_document out;
  changes c;
  std::uint32_t at = 0;
  for (const span_labels& s : spans) {
    if (s.where.begin < at) continue;  // inside another one
    out.text.append(d.text, at, s.where.begin - at);
    const std::string old(s.where.of(d.text));
    std::string name = old;
    const bool whole = old.find('\n') == old.npos && !old.empty();
    if (whole && s.types == person) {
      name = other_person(old, c, random);
    } else if (whole && (s.types == gpe || s.types == place)) {
      std::string& to = c.places[old];
      if (to.empty()) to = other_place(old, random);
      name = to;
    } else if (whole && s.types == org) {
      std::string& to = c.bodies[old];
      if (to.empty()) to = other_body(old, random);
      name = to;
    } else if (whole && heads_.count(s.types) != 0) {
      std::string& to = c.places[old];
      if (to.empty()) to = other_parts(old, s.types, random);
      name = to;
    }
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += name;
    out.spans.push_back(
        {{begin, static_cast<std::uint32_t>(out.text.size())}, s.types});
    at = s.where.end;
  }
  out.text.append(d.text, at, d.text.size() - at);
  return out;
}

}  // namespace copydesk::train
