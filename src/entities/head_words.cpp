// SPDX-License-Identifier: Apache-2.0
// head_words.cpp - see head_words.hpp.
#include "entities/head_words.hpp"

#include <algorithm>
#include <string_view>

#include "entities/gazetteer.hpp"

namespace copydesk::entities {
namespace {

struct head_word {
  std::string_view word;
  entity_type type;
};

constexpr head_word lasts[] = {
    {"Airbase", entity_type::fac},
    {"Airfield", entity_type::fac},
    {"Airport", entity_type::fac},
    {"Arena", entity_type::fac},
    {"Abbey", entity_type::fac},
    {"Casino", entity_type::fac},
    {"Avenue", entity_type::fac},
    {"Barracks", entity_type::fac},
    {"Boulevard", entity_type::fac},
    {"Bridge", entity_type::fac},
    {"Bypass", entity_type::fac},
    {"Canal", entity_type::fac},
    {"Cathedral", entity_type::fac},
    {"Cemetery", entity_type::fac},
    {"Dam", entity_type::fac},
    {"Expressway", entity_type::fac},
    {"Highway", entity_type::fac},
    {"Hotel", entity_type::fac},
    {"Monastery", entity_type::fac},
    {"Mosque", entity_type::fac},
    {"Motorway", entity_type::fac},
    {"Oval", entity_type::fac},
    {"Palace", entity_type::fac},
    {"Prison", entity_type::fac},
    {"Racecourse", entity_type::fac},
    {"Road", entity_type::fac},
    {"Speedway", entity_type::fac},
    {"Square", entity_type::fac},
    {"Stadion", entity_type::fac},
    {"Stadium", entity_type::fac},
    {"Street", entity_type::fac},
    {"Terminal", entity_type::fac},
    {"Terrace", entity_type::fac},
    {"Tunnel", entity_type::fac},
    {"Championship", entity_type::event},
    {"Championships", entity_type::event},
    {"Cup", entity_type::event},
    {"Festival", entity_type::event},
    {"Games", entity_type::event},
    {"Marathon", entity_type::event},
    {"Olympics", entity_type::event},
    {"Open", entity_type::event},
    {"Prix", entity_type::event},
    {"Summit", entity_type::event},
    {"War", entity_type::event},
    {"Week", entity_type::event},
    {"Agency", entity_type::org},
    {"Airlines", entity_type::org},
    {"Airways", entity_type::org},
    {"Alliance", entity_type::org},
    {"Apparels", entity_type::org},
    {"Association", entity_type::org},
    {"Authority", entity_type::org},
    {"Bank", entity_type::org},
    {"Bhd", entity_type::org},
    {"Board", entity_type::org},
    {"Broadcasting", entity_type::org},
    {"Bureau", entity_type::org},
    {"Club", entity_type::org},
    {"Commission", entity_type::org},
    {"Committee", entity_type::org},
    {"Company", entity_type::org},
    {"Confederation", entity_type::org},
    {"Constabulary", entity_type::org},
    {"Consortium", entity_type::org},
    {"Cooperative", entity_type::org},
    {"Corporation", entity_type::org},
    {"Council", entity_type::org},
    {"Court", entity_type::org},
    {"Department", entity_type::org},
    {"Directorate", entity_type::org},
    {"Energy", entity_type::org},
    {"Federation", entity_type::org},
    {"Foods", entity_type::org},
    {"Foundation", entity_type::org},
    {"Fund", entity_type::org},
    {"Gazette", entity_type::org},
    {"Group", entity_type::org},
    {"Herald", entity_type::org},
    {"Holdings", entity_type::org},
    {"Industries", entity_type::org},
    {"Infrastructure", entity_type::org},
    {"Institute", entity_type::org},
    {"Insurance", entity_type::org},
    {"Limited", entity_type::org},
    {"Metals", entity_type::org},
    {"Mining", entity_type::org},
    {"Ministry", entity_type::org},
    {"Motors", entity_type::org},
    {"News", entity_type::org},
    {"Organisation", entity_type::org},
    {"Organization", entity_type::org},
    {"Parliament", entity_type::org},
    {"Partners", entity_type::org},
    {"Party", entity_type::org},
    {"Petroleum", entity_type::org},
    {"Pharmaceuticals", entity_type::org},
    {"Police", entity_type::org},
    {"Racing", entity_type::org},
    {"Radio", entity_type::org},
    {"Railway", entity_type::org},
    {"Railways", entity_type::org},
    {"Securities", entity_type::org},
    {"Senate", entity_type::org},
    {"Society", entity_type::org},
    {"Studios", entity_type::org},
    {"Technologies", entity_type::org},
    {"Telecom", entity_type::org},
    {"Television", entity_type::org},
    {"Times", entity_type::org},
    {"Tramways", entity_type::org},
    {"Tribune", entity_type::org},
    {"Trust", entity_type::org},
    {"Union", entity_type::org},
    {"University", entity_type::org},
    {"Ventures", entity_type::org},
    {"Barbarians", entity_type::org},
    {"Bears", entity_type::org},
    {"Buccaneers", entity_type::org},
    {"Bulldogs", entity_type::org},
    {"Bulls", entity_type::org},
    {"Cardinals", entity_type::org},
    {"Chargers", entity_type::org},
    {"Chiefs", entity_type::org},
    {"Cougars", entity_type::org},
    {"Crusaders", entity_type::org},
    {"Devils", entity_type::org},
    {"Dockers", entity_type::org},
    {"Dolphins", entity_type::org},
    {"Dragons", entity_type::org},
    {"Eagles", entity_type::org},
    {"Falcons", entity_type::org},
    {"Flames", entity_type::org},
    {"Giants", entity_type::org},
    {"Hawks", entity_type::org},
    {"Hornbills", entity_type::org},
    {"Hurricanes", entity_type::org},
    {"Jaguars", entity_type::org},
    {"Jets", entity_type::org},
    {"Kings", entity_type::org},
    {"Knights", entity_type::org},
    {"Lions", entity_type::org},
    {"Mariners", entity_type::org},
    {"Owls", entity_type::org},
    {"Panthers", entity_type::org},
    {"Penguins", entity_type::org},
    {"Pirates", entity_type::org},
    {"Predators", entity_type::org},
    {"Raiders", entity_type::org},
    {"Rangers", entity_type::org},
    {"Ravens", entity_type::org},
    {"Rockets", entity_type::org},
    {"Rovers", entity_type::org},
    {"Royals", entity_type::org},
    {"Sailors", entity_type::org},
    {"Saints", entity_type::org},
    {"Sharks", entity_type::org},
    {"Sparks", entity_type::org},
    {"Spartans", entity_type::org},
    {"Stallions", entity_type::org},
    {"Steelers", entity_type::org},
    {"Tigers", entity_type::org},
    {"Titans", entity_type::org},
    {"United", entity_type::org},
    {"Vikings", entity_type::org},
    {"Vipers", entity_type::org},
    {"Wanderers", entity_type::org},
    {"Warriors", entity_type::org},
    {"Wildcats", entity_type::org},
    {"Wolves", entity_type::org},
    {"Bancorp", entity_type::org},
    {"Banka", entity_type::org},
    {"Bankasi", entity_type::org},
    {"Consulting", entity_type::org},
    {"Research", entity_type::org},
    {"Seafoods", entity_type::org},
    {"Newspapers", entity_type::org},
    {"Textiles", entity_type::org},
    {"Logistics", entity_type::org},
    {"Shipping", entity_type::org},
    {"Steel", entity_type::org},
    {"Cement", entity_type::org},
    {"Breweries", entity_type::org},
    {"Telecommunications", entity_type::org},
    {"Communications", entity_type::org},
    {"Electronics", entity_type::org},
    {"Aerospace", entity_type::org},
    {"Aviation", entity_type::org},
    {"Investments", entity_type::org},
    {"Properties", entity_type::org},
    {"Resources", entity_type::org},
    {"Solutions", entity_type::org},
    {"Software", entity_type::org},
    {"Labs", entity_type::org},
    {"Laboratories", entity_type::org},
    {"Hydro", entity_type::org},
    {"Mutual", entity_type::org},
    {"Province", entity_type::gpe},
    {"Prefecture", entity_type::gpe},
    {"Oblast", entity_type::gpe},
    {"Governorate", entity_type::gpe},
    {"Desert", entity_type::loc},
    {"Ocean", entity_type::loc},
    {"Peninsula", entity_type::loc},
    {"River", entity_type::loc},
    {"Sea", entity_type::loc},
    {"Strait", entity_type::loc},
};

constexpr head_word firsts[] = {
    {"Agence", entity_type::org},
    {"Agencia", entity_type::org},
    {"Bursa", entity_type::org},
    {"Fundo", entity_type::org},
    {"Universiti", entity_type::org},
    {"AFC", entity_type::org},
    {"FC", entity_type::org},
    {"TSV", entity_type::org},
    {"VfB", entity_type::org},
    {"VfL", entity_type::org},
    {"HDMS", entity_type::product},
    {"HNLMS", entity_type::product},
    {"ROKS", entity_type::product},
    {"Lake", entity_type::loc},
    {"Massif", entity_type::loc},
    {"Mount", entity_type::loc},

    {"Asociaci\xC3\xB3n", entity_type::org},
    {"Association", entity_type::org},
    {"Banco", entity_type::org},
    {"Bank", entity_type::org},
    {"Banque", entity_type::org},
    {"Club", entity_type::org},
    {"Companhia", entity_type::org},
    {"Compagnie", entity_type::org},
    {"Compa\xC3\xB1\xC3\xAD"
     "a",
     entity_type::org},
    {"Confederaci\xC3\xB3n", entity_type::org},
    {"Deportivo", entity_type::org},
    {"Diocese", entity_type::org},
    {"Dinamo", entity_type::org},
    {"Dynamo", entity_type::org},
    {"Federaci\xC3\xB3n", entity_type::org},
    {"Federa\xC3\xA7\xC3\xA3o", entity_type::org},
    {"Federation", entity_type::org},
    {"Frente", entity_type::org},
    {"Groupe", entity_type::org},
    {"Grupo", entity_type::org},
    {"Institut", entity_type::org},
    {"Institute", entity_type::org},
    {"Instituto", entity_type::org},
    {"Lokomotiv", entity_type::org},
    {"Ministry", entity_type::org},
    {"Parti", entity_type::org},
    {"Partido", entity_type::org},
    {"Radio", entity_type::org},
    {"Sindicato", entity_type::org},
    {"Soci\xC3\xA9t\xC3\xA9", entity_type::org},
    {"Spartak", entity_type::org},
    {"Sporting", entity_type::org},
    {"Syndicat", entity_type::org},
    {"Universidad", entity_type::org},
    {"Universidade", entity_type::org},
    {"University", entity_type::org},
    {"Universit\xC3\xA9", entity_type::org},
    {"Avenue", entity_type::fac},
    {"Estadio", entity_type::fac},
    {"Highway", entity_type::fac},
    {"Palacio", entity_type::fac},
    {"Plaza", entity_type::fac},
    {"Rue", entity_type::fac},
    {"Stade", entity_type::fac},
    {"Stadio", entity_type::fac},
    {"Copa", entity_type::event},
    {"Cyclone", entity_type::event},
    {"Hurricane", entity_type::event},
    {"Storm", entity_type::event},
    {"Typhoon", entity_type::event},
    {"BRP", entity_type::product},
    {"HMAS", entity_type::product},
    {"HMCS", entity_type::product},
    {"HMNZS", entity_type::product},
    {"HMS", entity_type::product},
    {"INS", entity_type::product},
    {"KM", entity_type::product},
    {"KRI", entity_type::product},
    {"MT", entity_type::product},
    {"MV", entity_type::product},
    {"RMS", entity_type::product},
    {"SS", entity_type::product},
    {"USCGC", entity_type::product},
    {"USNS", entity_type::product},
    {"USS", entity_type::product},
};

template <std::size_t n>
const head_word* find(std::string_view word, const head_word (&list)[n]) {
  const head_word* const at =
      std::find_if(std::begin(list), std::end(list),
                   [&](const head_word& h) { return h.word == word; });
  return at == std::end(list) ? nullptr : at;
}

// Is it the West Bank?
bool listed_place(const words& all, const mention& m) {
  constexpr std::uint32_t places = bit(list::city) | bit(list::country) |
                                   bit(list::region) | bit(list::location);
  return (m.type == entity_type::gpe || m.type == entity_type::loc) &&
         (all.phrases(m.first_token) & all.phrases(m.token_end - 1) >> 16 &
          places) != 0;
}

}  // namespace

bool type_of_last_word(std::string_view word, entity_type& type) {
  const head_word* const h = find(word, lasts);
  if (h != nullptr) type = h->type;
  return h != nullptr;
}

void read_head_words(const words& all, std::vector<mention>& names) {
  const text::laid_text& laid = all.laid();
  const auto word = [&](std::uint32_t t) {
    return laid.tokens[t].where.of(laid.clean);
  };
  for (mention& m : names) {
    if (m.token_end < m.first_token + 2) continue;
    if (m.type != entity_type::person && m.type != entity_type::org &&
        m.type != entity_type::gpe && m.type != entity_type::loc &&
        m.type != entity_type::norp) {
      continue;
    }
    if (listed_place(all, m)) continue;
    const head_word* h = find(word(m.first_token), firsts);
    // Mount Sinai is a hospital, too.
    if (h != nullptr && h->type == entity_type::loc &&
        m.type == entity_type::org) {
      h = nullptr;
    }
    if (h == nullptr) {
      h = find(word(m.token_end - 1), lasts);
      if (h != nullptr && m.type == entity_type::person &&
          (all[m.token_end - 1].lists & bit(list::surname)) != 0) {
        h = nullptr;
      }
    }
    if (h != nullptr) m.type = h->type;
  }
}

}  // namespace copydesk::entities
