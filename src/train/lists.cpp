// SPDX-License-Identifier: Apache-2.0
// lists.cpp - packs lists of names.
//
// Idea: an entry is divided into tokens as text is, each is folded, and every
// beginning of a phrase is marked as going on. A name of a person's list
// stands for its parts.
#include "train/lists.hpp"

#include <map>
#include <sstream>
#include <unordered_map>

#include "entities/fold.hpp"
#include "entities/gazetteer.hpp"
#include "model/table.hpp"
#include "text/tokens.hpp"
#include "train/corpus.hpp"

namespace copydesk::train {
namespace {

using entities::bit;
using entities::list;

const std::map<std::string, list>& kinds() {
  static const std::map<std::string, list> all = {
      {"male", list::given_name},         {"female", list::given_name},
      {"given", list::given_name},        {"surname", list::surname},
      {"country", list::country},         {"city", list::city},
      {"region", list::region},           {"loc", list::location},
      {"demonym", list::people},          {"ethnic", list::people},
      {"org", list::organization},        {"company", list::organization},
      {"party", list::organization},      {"org_head", list::organization_head},
      {"event_head", list::event_head},   {"law_head", list::law_head},
      {"fac_head", list::facility_head},  {"loc_head", list::location_head},
      {"title", list::title_word},        {"work_head", list::thing_head},
      {"product_head", list::thing_head},
  };
  return all;
}

using entries = std::unordered_map<std::uint64_t, std::uint16_t>;

void add(const std::string& name, std::uint16_t on, entries& out) {
  std::vector<text::token> tokens;
  text::add_tokens(name, {0, static_cast<std::uint32_t>(name.size())},
                   text::language::en, tokens);
  if (tokens.empty() || tokens.size() > entities::max_phrase) return;
  std::uint64_t key = 0;
  std::string low;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    low.clear();
    entities::fold(tokens[i].where().of(name), low);
    key = entities::phrase_key(key, learned::hash_of(low));
    const bool last = i + 1 == tokens.size();
    std::uint16_t& value = out[key];
    value = static_cast<std::uint16_t>(value | (last ? on : entities::goes_on));
  }
}

void read_list(const std::string& path, list leader, entries& out) {
  read_entries(path, [&](const std::string& name, const std::string& its) {
    std::uint16_t on = 0;
    std::istringstream rest(its);
    std::string kind;
    while (std::getline(rest, kind, ',')) {
      const auto k = kinds().find(kind);
      if (k != kinds().end())
        on = static_cast<std::uint16_t>(on | bit(k->second));
      if (kind == "leader") on = static_cast<std::uint16_t>(on | bit(leader));
    }
    if (on != 0) add(name, on, out);
  });
}

}  // namespace

void read_entries(
    const std::string& path,
    const std::function<void(const std::string&, const std::string&)>& take) {
  std::istringstream in(read_file(path));
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    take(line.substr(0, tab), line.substr(tab + 1));
  }
}

std::string read_lists(const std::string& folder) {
  entries all;
  read_list(folder + "given_names.tsv", list::given_name, all);
  for (const char* name : {"surnames", "places", "peoples", "more_peoples",
                           "organizations", "heads", "name_titles"}) {
    read_list(folder + name + ".tsv", list::surname, all);
  }
  // Forms of address are no names, though some surnames are spelled so.
  entries forms;
  read_entries(folder + "honorifics.tsv",
               [&](const std::string& word, const std::string&) {
                 add(word, bit(list::title_word), forms);
               });
  for (const auto& [key, on] : forms) {
    std::uint16_t& value = all[key];
    value = static_cast<std::uint16_t>((value & entities::goes_on) | on);
  }
  return learned::write_table({all.begin(), all.end()});
}

}  // namespace copydesk::train
