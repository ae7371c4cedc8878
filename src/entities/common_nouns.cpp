// SPDX-License-Identifier: Apache-2.0
// common_nouns.cpp - see common_nouns.hpp. Words are compared as spelled;
// abbreviations of the list are kept in order for a binary search.
#include "entities/common_nouns.hpp"

#include <algorithm>
#include <string_view>

namespace copydesk::entities {
namespace {

constexpr std::string_view abbreviations[] = {
    "ADHD", "AI",    "AIDS", "API",  "BCE",   "CCTV",   "CEO", "CFO", "CNG",
    "COO",  "COVID", "CPI",  "CPU",  "CSR",   "CTO",    "DCE", "DIG", "DIY",
    "DNA",  "DPM",   "DSP",  "DUI",  "DVD",   "EBITDA", "ESG", "EST", "EV",
    "FAQ",  "FDI",   "FIR",  "GDP",  "GMT",   "GNP",    "GPS", "GPU", "GST",
    "HH",   "HIV",   "HM",   "HQ",   "HR",    "HRH",    "ICT", "ICU", "ID",
    "IED",  "IGP",   "II",   "III",  "IPO",   "IQ",     "IST", "IV",  "IVF",
    "IX",   "KPI",   "LED",  "LGBT", "LGBTI", "LGBTQ",  "LNG", "LPG", "MBA",
    "MCE",  "MOU",   "MP",   "MPP",  "MRI",   "MVP",    "MoU", "NFT", "NGO",
    "NPL",  "OC",    "PC",   "PCR",  "PDF",   "PHD",    "PM",  "PPE", "PR",
    "PTSD", "PhD",   "QR",   "RFP",  "RNA",   "ROI",    "RPG", "SME", "SMS",
    "SOS",  "STD",   "STEM", "STI",  "SUV",   "TB",     "TV",  "URL", "UTC",
    "VAT",  "VI",    "VII",  "VIII", "VIP",   "VP",     "VPN", "ii",  "iii",
    "iv",   "vi",
};

constexpr std::string_view titles_alone[] = {
    "Amir",           "Board of Directors",
    "Crown Prince",   "Crown Princess",
    "Emir",           "Head of State",
    "His Majesty",    "Kingdom",
    "Maj Gen",        "Majesty",
    "Pope",           "President",
    "Prime Minister", "Royal Highness",
    "Speaker",
};

constexpr std::string_view offices[] = {
    "Ambassador",   "Attorney",       "Chair",      "Chairman",
    "Chairperson",  "Chairwoman",     "Chief",      "Commander",
    "Commissioner", "Councilor",      "Councillor", "Deputy",
    "Director",     "Governor",       "Head",       "Inspector",
    "Manager",      "Mayor",          "Member",     "Minister",
    "President",    "Professor",      "Secretary",  "Sergeant",
    "Speaker",      "Spokesperson",   "Spokesman",  "Superintendent",
    "Supervisor",   "Undersecretary",
};

constexpr std::string_view in_charge[] = {"for", "of", "on", "to"};

template <std::size_t n>
bool one_of(std::string_view word, const std::string_view (&list)[n]) {
  return std::find_if(std::begin(list), std::end(list),
                      [&](std::string_view one) {
                        return one.size() == word.size() && one[0] == word[0] &&
                               one == word;
                      }) != std::end(list);
}

class nouns {
 public:
  nouns(const words& all, const std::vector<mention>& names)
      : all_(all), laid_(all.laid()) {
    for (const mention& m : names) {
      if (m.token_end == m.first_token + 1 && m.first_token > 0 &&
          word(m.first_token - 1) == "(") {
        explained_.push_back(all[m.first_token].cased);
      }
    }
    std::sort(explained_.begin(), explained_.end());
  }

  bool operator()(const mention& m) const {
    const std::string_view name = m.where.of(laid_.clean);
    if (name.front() == '#') return true;  // a hash tag
    if (is_score(name) && m.type != entity_type::event) return true;
    if (m.token_end == m.first_token + 1) {
      const std::string_view w = word(m.first_token);
      return (plural(w) || one_of(w, abbreviations)
                  ? !std::binary_search(explained_.begin(), explained_.end(),
                                        all_[m.first_token].cased)
                  : one_of(w, titles_alone));
    }
    return one_of(name, titles_alone) || office(m);
  }

 private:
  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }
  // NGOs
  static bool plural(std::string_view w) {
    return w.size() >= 3 && w.size() <= 6 && w.back() == 's' &&
           std::all_of(w.begin(), w.end() - 1,
                       [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  // 2-1, but not 737-800
  static bool is_score(std::string_view w) {
    const auto digits = [&w](std::size_t most) {
      std::size_t n = 0;
      while (n < w.size() && n <= most && w[n] >= '0' && w[n] <= '9') ++n;
      w.remove_prefix(n);
      return n > 0 && n <= most;
    };
    if (!digits(2) || w.empty() || w.front() != '-') return false;
    w.remove_prefix(1);
    return digits(2) && w.empty();
  }
  // Minister for Roads and Highways
  bool office(const mention& m) const {
    if (m.type != entity_type::org) return false;
    bool of = false, first = false;
    for (std::uint32_t t = m.first_token; t < m.token_end; ++t) {
      if (one_of(word(t), in_charge)) {
        of = true;
        break;
      }
      first = first || (one_of(word(t), offices) && t < m.first_token + 3);
    }
    return of && first;
  }

  const words& all_;
  const text::laid_text& laid_;
  std::vector<std::uint64_t> explained_;
};

}  // namespace

void drop_common_nouns(const words& all, std::vector<mention>& names) {
  const nouns is_noun(all, names);
  names.erase(std::remove_if(names.begin(), names.end(), is_noun), names.end());
}

}  // namespace copydesk::entities
