// SPDX-License-Identifier: Apache-2.0
#include "train/names_score.hpp"

#include <cstdio>
#include <map>
#include <ostream>
#include <set>
#include <tuple>

#include "entities/entities.hpp"
#include "entities/tagger.hpp"
#include "train/corpus.hpp"

namespace copydesk::train {
namespace {

using item = std::tuple<std::uint32_t, std::uint32_t, std::string>;

struct counts {
  int right = 0, gold = 0, system = 0;
  double f1() const {
    return gold + system == 0 ? 0 : 200.0 * right / (gold + system);
  }
};

std::string in_set(const std::string& type, bool ours) {
  if (ours) return type;
  if (type == "GPE" || type == "LOC" || type == "FAC") return "PLACE";
  return type;
}

struct set_to_score {
  const char* name;
  bool ours;
  std::set<std::string> types;
  char letters = ' ';  // 'l': all lower, 'u': all upper case
};

void score(const set_to_score& s, const job& j, const model& m,
           std::ostream& out) {
  std::map<std::string, counts> by;
  const bool errors = j.option("errors", 0) != 0;
  for (gold_document& d : read_corpus(j.data + s.name + ".jsonl")) {
    for (char& c : d.text) {
      if (s.letters == 'l' && c >= 'A' && c <= 'Z')
        c = static_cast<char>(c + 32);
      if (s.letters == 'u' && c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 32);
    }
    std::set<item> gold, system;
    for (const gold_entity& e : d.entities) {
      const std::string t = in_set(e.type, s.ours);
      if (s.types.count(t) != 0) gold.emplace(e.where.begin, e.where.end, t);
    }
    const text::laid_text laid = text::lay_out(d.text, text::language::en);
    for (const entities::mention& x : entities::find(laid, m, 0).mentions) {
      for (const entities::type_name& t : entities::tagged_types) {
        const std::string name = in_set(std::string(t.name), s.ours);
        if (x.type == t.type && s.types.count(name) != 0) {
          system.emplace(x.where.begin, x.where.end, name);
        }
      }
    }
    const auto note = [&](const char* what, const item& i) {
      const auto [b, e, t] = i;
      const std::size_t from = b < 40 ? 0 : b - 40;
      std::string around = d.text.substr(from, b - from) + "[" +
                           d.text.substr(b, e - b) + "]" + d.text.substr(e, 40);
      for (char& c : around) {
        if (c == '\n') c = ' ';
      }
      out << s.name << '\t' << what << '\t' << t << '\t' << around << '\n';
    };
    for (const item& i : gold) {
      const std::string& t = std::get<2>(i);
      ++by[t].gold;
      ++by["all"].gold;
      if (system.count(i) != 0) {
        ++by[t].right;
        ++by["all"].right;
      } else if (errors) {
        note("missed", i);
      }
    }
    for (const item& i : system) {
      ++by[std::get<2>(i)].system;
      ++by["all"].system;
      if (errors && gold.count(i) == 0) note("wrong", i);
    }
  }
  char line[120];
  std::snprintf(line, sizeof line, "%-22s %c %6.2f ", s.name, s.letters,
                by["all"].f1());
  out << line;
  for (const auto& [t, c] : by) {
    if (t == "all") continue;
    std::snprintf(line, sizeof line, " %s %.1f (%d)", t.c_str(), c.f1(),
                  c.gold);
    out << line;
  }
  out << '\n';
}

}  // namespace

void score_names(const job& j, const model& m, std::ostream& out) {
  const std::set<std::string> ours = {"PERSON", "NORP",   "ORG",   "GPE",
                                      "LOC",    "FAC",    "EVENT", "LAW",
                                      "WORK",   "PRODUCT"};
  const std::set<std::string> three = {"PERSON", "ORG", "PLACE"};
  for (const set_to_score& s :
       std::vector<set_to_score>{{"own/voa_dev", true, ours},
                                 {"own/press_dev", true, ours},
                                 {"worldwide_dev", false, three},
                                 {"uner_en_ewt_test", false, three},
                                 {"gum_dev", false, three},
                                 {"crossner_politics_dev", false, three},
                                 {"wnut17_dev", false, three},
                                 {"btc_dev", false, three}}) {
    score(s, j, m, out);
  }
  score({"worldwide_dev", false, {"NORP"}}, j, m, out);
  score({"worldwide_dev", false, three, 'l'}, j, m, out);
  score({"worldwide_dev", false, three, 'u'}, j, m, out);
}

}  // namespace copydesk::train
