// SPDX-License-Identifier: Apache-2.0
// names.cpp - gathers the forms of names to identities; see names.hpp.
//
// Idea: long forms first. A form joins an identity whose fullest form agrees
// with it; an index from words to identities keeps the candidates few. A
// short form that could stand for several identities ("Clinton") is decided
// at each of its mentions: by honorific, by who was named last, by who is
// named most. Invariant: each mention with a name lies in one identity.
// Cost: O(mentions * limits::max_namesakes). Source: the sieves of Lee et al.
// (2013), bounded.
#include "people/names.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "limits.hpp"
#include "model/hash.hpp"
#include "people/couples.hpp"
#include "people/forms.hpp"
#include "people/lexicon.hpp"
#include "people/name_index.hpp"
#include "people/naming.hpp"
#include "people/phrases.hpp"
#include "text/room.hpp"

namespace copydesk::people {
namespace {

std::uint64_t sound_key(std::string_view word) {
  return learned::hash_of(sound_of(word));
}

class gathering {
 public:
  explicit gathering(const reading& r) : r_(r) {}

  identities run() {
    place_all();
    // Who is looked for in them has been found.
    for (name_index* index : {&words_, &sounds_, &aliases_, &initials_}) {
      *index = name_index();
    }
    ids_ = {};
    acronym_of_ = {};
    return finish();
  }

 private:
  void place_all() {
    forms_ = forms_of(r_, form_of_, by_form_);
    group_of_.assign(forms_.size(), -1);
    groups_.reserve(forms_.size());
    acronym_of_ = acronyms(r_, forms_, form_of_);
    std::vector<std::uint32_t> order(forms_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return forms_[a].words.size() > forms_[b].words.size();
                     });
    for (std::uint32_t f : order)
      if (forms_[f].words.size() > 1) place_long(f);
    for (std::uint32_t f : order)
      if (forms_[f].words.size() == 1) place_short(f);
  }

  struct group {
    std::uint32_t longest;   // the form that the others were compared with
    std::uint32_t full = 0;  // mentions by a form of several words
    std::int32_t last = -1;  // the last mention seen in the final pass
    std::int32_t first = 0;  // the first mention by a long form
    std::int8_t sex = 0;     // told by honorifics, where no name tells it
    bool of_couple = false;  // "Mr. Bennet", beside a "Mrs. Bennet"
    std::string_view caller_id = {};  // of the forms in it, or ""
  };

  std::int32_t open_group(std::uint32_t f) {
    const auto g = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back({f});
    groups_.back().first = first_mention(f);
    const form& it = forms_[f];
    groups_.back().caller_id = it.caller_id;
    if (!it.caller_id.empty()) ids_.emplace(it.caller_id, g);
    for (const std::string_view w : it.words) {
      words_.put(key_of(it.kind, w), g);
      const std::size_t hyphen = w.find('-');
      if (hyphen != std::string::npos) {
        words_.put(key_of(it.kind, w.substr(hyphen + 1)), g);
        words_.put(key_of(it.kind, w.substr(0, hyphen)), g);
      }
    }
    if (it.kind == name_class::person) {
      if (it.words.size() > 1) {
        sounds_.put(sound_key(it.words.back()), g);
        words_.put(key_of(it.kind, long_first_name(it.words[0])), g);
      }
    } else {
      aliases_.put(it.alias, g);
      if (it.words.size() > 1) initials_.put(initial_key(it), g);
    }
    return static_cast<std::int32_t>(g);
  }

  static std::uint64_t initial_key(const form& it) {
    return key_of(it.kind, std::string_view(it.words[0]).substr(0, 1));
  }

  void join(std::uint32_t f, std::uint32_t g) {
    group_of_[f] = static_cast<std::int32_t>(g);
    if (groups_[g].caller_id.empty() && !forms_[f].caller_id.empty()) {
      groups_[g].caller_id = forms_[f].caller_id;
      ids_.emplace(forms_[f].caller_id, g);
    }
    if (forms_[f].words.size() > 1) {
      groups_[g].full += forms_[f].mentions.size();
      groups_[g].first = std::min(groups_[g].first, first_mention(f));
    }
  }

  std::int32_t first_mention(std::uint32_t f) const {
    return static_cast<std::int32_t>(forms_[f].mentions[0]);
  }

  const form& longest(std::uint32_t g) const {
    return forms_[groups_[g].longest];
  }

  // The caller's ids do not tell them apart.
  bool may_be(const form& it, std::uint32_t g) const {
    return it.caller_id.empty() || groups_[g].caller_id.empty() ||
           it.caller_id == groups_[g].caller_id;
  }

  std::int32_t same_id(const form& it) const {
    const auto at = it.caller_id.empty() ? ids_.end() : ids_.find(it.caller_id);
    return at == ids_.end() ? -1 : static_cast<std::int32_t>(at->second);
  }

  void place_long(std::uint32_t f) {
    const form& it = forms_[f];
    std::int32_t best = same_id(it);
    if (best >= 0) return join(f, static_cast<std::uint32_t>(best));
    best = same_alias(it);
    if (best < 0 && it.kind == name_class::person) {
      best = same_person_as(it);
    } else if (best < 0) {
      best = part_of(it);
    }
    if (best < 0) best = open_group(f);
    join(f, static_cast<std::uint32_t>(best));
  }

  std::int32_t same_alias(const form& it) const {
    if (it.kind == name_class::person) return -1;
    return aliases_.first(it.alias, [&](std::uint32_t g) {
      return may_be(it, g) &&
             (it.kind != name_class::other || longest(g).type == it.type);
    });
  }

  std::int32_t same_person_as(const form& it) const {
    const auto among = [&](const name_index& in, std::uint64_t key) {
      return in.first(key, [&](std::uint32_t g) {
        return longest(g).words.size() > 1 && may_be(it, g) &&
               same_person(longest(g), it);
      });
    };
    std::int32_t g = among(words_, key_of(it.kind, it.words.back()));
    if (g < 0) g = among(words_, key_of(it.kind, it.words.front()));
    if (g < 0) g = among(sounds_, sound_key(it.words.back()));
    return g;
  }

  // The identity that a body's or a place's shorter form stands for; only if
  // there is one.
  std::int32_t part_of(const form& it) const {
    int best = 0;
    std::int32_t out = -1;
    words_.any(key_of(it.kind, it.words[0]), [&](std::uint32_t g) {
      const int score = may_be(it, g) ? stands_for(it, longest(g)) : 0;
      if (score == best && score > 0) out = -1;
      if (score > best) {
        best = score;
        out = static_cast<std::int32_t>(g);
      }
      return false;
    });
    return out;
  }

  void place_short(std::uint32_t f) {
    const form& it = forms_[f];
    const std::int32_t known = same_id(it);
    if (known >= 0) return join(f, static_cast<std::uint32_t>(known));
    const std::int32_t alias = same_alias(it);
    if (alias >= 0) return join(f, static_cast<std::uint32_t>(alias));
    const auto long_form = acronym_of_.find(f);
    if (long_form != acronym_of_.end() &&
        may_be(it, static_cast<std::uint32_t>(group_of_[long_form->second]))) {
      return join(f, static_cast<std::uint32_t>(group_of_[long_form->second]));
    }
    if (it.acronym) {
      const std::int32_t whole =
          initials_.first(initial_key(it), [&](std::uint32_t g) {
            return may_be(it, g) && initials_of(it, longest(g));
          });
      if (whole >= 0) return join(f, static_cast<std::uint32_t>(whole));
    }
    std::vector<std::uint32_t> can;
    collect(words_, key_of(it.kind, it.words[0]), it, can);
    if (it.kind == name_class::person && can.empty()) {
      collect(words_, key_of(it.kind, long_first_name(it.words[0])), it, can);
    }
    if (it.kind == name_class::person && can.empty()) {
      collect(sounds_, sound_key(it.words[0]), it, can);
    }
    if (can.size() == 1 && !it.caller_id.empty()) return join(f, can[0]);
    if (can.empty() || !it.caller_id.empty()) {
      const auto g = static_cast<std::uint32_t>(open_group(f));
      return couple(f, g) ? void() : join(f, g);
    }
    if (it.kind == name_class::person) add_unnamed(f, can);
    choices_[f] = std::move(can);
  }

  // "Mr. Lee" and "Mrs. Lee", neither with a first name: g and one more.
  bool couple(std::uint32_t f, std::uint32_t g) {
    const auto told = honorifics_of(r_, forms_[f], false);
    if (told[0] == 0 || told[1] == 0) return false;
    groups_[g].sex = 2;
    choices_[f] = {g, one_more(f, -2, 0)};
    groups_[g].of_couple = groups_.back().of_couple = true;
    return true;
  }

  void collect(const name_index& in, std::uint64_t key, const form& it,
               std::vector<std::uint32_t>& out) const {
    in.any(key, [&](std::uint32_t g) {
      if (may_be(it, g) && stands_for(it, longest(g)) > 0) out.push_back(g);
      return false;
    });
  }

  // "Mr. Obama", with only Michelle Obama named in full: one more person.
  void add_unnamed(std::uint32_t f, std::vector<std::uint32_t>& can) {
    const form& it = forms_[f];
    const auto told = honorifics_of(r_, it, false),
               of_surname = honorifics_of(r_, it, true);
    for (std::size_t female = 0; female < 2; ++female) {
      const int sex = female != 0 ? -2 : 2;
      const int least = of_surname[female] > 0 ? 4 : 3;  // Lord Henry
      const auto fits = [&](std::uint32_t g) {
        return stands_for(it, longest(g)) >= least && sex_of(g) * sex >= 0;
      };
      if (told[female] > 0 && std::none_of(can.begin(), can.end(), fits))
        can.push_back(one_more(f, sex, told[female]));
    }
  }

  std::uint32_t one_more(std::uint32_t f, int sex, std::uint32_t full) {
    groups_.push_back(
        {f, full, -1, first_mention(f), static_cast<std::int8_t>(sex)});
    return static_cast<std::uint32_t>(groups_.size() - 1);
  }

  int sex_of(std::uint32_t g) const {
    if (groups_[g].sex != 0) return groups_[g].sex;
    const form& whole = longest(g);
    if (whole.words.size() < 2) return 0;
    const name_sex s = sex_of_first_name(whole.words[0]);
    return s.known ? s.sex : 0;
  }

  void learn_title(std::uint32_t m, std::uint32_t g) {
    std::string w = title_before(r_, m);
    if (w.empty()) return;
    std::vector<std::string>& all = titles_[g];
    if (all.size() >= 4) return;
    if (std::find(all.begin(), all.end(), w) == all.end()) {
      all.push_back(std::move(w));
    }
  }

  bool has_title(std::uint32_t g, const std::string& title) const {
    const auto of_group = title.empty() ? titles_.end() : titles_.find(g);
    return of_group != titles_.end() &&
           std::find(of_group->second.begin(), of_group->second.end(), title) !=
               of_group->second.end();
  }

  std::uint32_t paragraph(std::int64_t m) const {
    const auto& at = r_.found.mentions[static_cast<std::size_t>(m)];
    return r_.sentence(at.first_token).paragraph;
  }

  // The identity meant by one mention of a form with several.
  std::uint32_t choose(std::uint32_t m, std::uint32_t f,
                       const std::vector<std::uint32_t>& can) const {
    const form& it = forms_[f];
    const int sex = sex_of_honorific(r_, r_.found.mentions[m]);
    const std::string title = title_before(r_, m);
    std::int64_t best = INT64_MIN;
    std::uint32_t out = can[0];
    std::uint32_t most = 0;
    for (std::uint32_t g : can) most = std::max(most, groups_[g].full);
    for (std::uint32_t g : can) {
      const group& one = groups_[g];
      std::int64_t score =
          1000000 *
          (one.longest == f ? std::int64_t{5} : stands_for(it, longest(g)));
      const int agrees = it.kind == name_class::person ? sex_of(g) * sex : 0;
      if (agrees < 0) score -= 10000000;
      if (agrees > 0) score += 60000;  // "Mr. Pett" is Peter, not Nesta Pett
      if (has_title(g, title)) score += 300000;
      if (one.last >= 0) {
        score +=
            100000 - std::min<std::int64_t>(std::int64_t{m} - one.last, 99999);
        // Who is named in full more often is the one without a first name,
        // but right after the other was named.
        if (most > one.full && paragraph(one.last) != paragraph(m)) {
          score -= 50000;
        }
      } else {
        score -= one.first;
      }
      if (score > best) {
        best = score;
        out = g;
      }
    }
    return out;
  }

  identities finish() {
    identities out;
    out.of_mention.assign(r_.found.mentions.size(), -1);
    std::vector<std::int32_t> place(groups_.size(), -1);
    // A place and a form that is used there, each pair once.
    std::vector<std::pair<std::int32_t, std::uint32_t>> used;
    used.reserve(forms_.size());
    std::vector<std::int32_t> placed(forms_.size(), -1);
    std::vector<std::uint32_t> counts;  // mentions of a place
    for (std::uint32_t m = 0; m < r_.found.mentions.size(); ++m) {
      if (form_of_[m] < 0) continue;
      const std::int32_t g = group_of_[static_cast<std::size_t>(form_of_[m])];
      if (g >= 0) learn_title(m, static_cast<std::uint32_t>(g));
    }
    for (std::uint32_t m = 0; m < r_.found.mentions.size(); ++m) {
      if (form_of_[m] < 0) continue;
      const auto f = static_cast<std::uint32_t>(form_of_[m]);
      std::uint32_t g = 0;
      if (group_of_[f] >= 0) {
        g = static_cast<std::uint32_t>(group_of_[f]);
      } else {
        g = choose(m, f, choices_.at(f));
        learn_title(m, g);
      }
      groups_[g].last = static_cast<std::int32_t>(m);
      if (place[g] < 0) {
        place[g] = static_cast<std::int32_t>(counts.size());
        counts.push_back(0);
      }
      ++counts[static_cast<std::size_t>(place[g])];
      out.of_mention[m] = place[g];
      // Few forms are used at several places.
      if (placed[f] == place[g]) continue;
      if (placed[f] < 0 || group_of_[f] < 0) used.emplace_back(place[g], f);
      placed[f] = place[g];
    }
    out.all.resize(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      out.all[i].mentions.reserve(counts[i]);
    }
    for (std::uint32_t m = 0; m < out.of_mention.size(); ++m) {
      if (out.of_mention[m] < 0) continue;
      out.all[static_cast<std::size_t>(out.of_mention[m])].mentions.push_back(
          m);
    }
    std::vector<std::int32_t> couples;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (place[g] < 0) continue;
      out.all[static_cast<std::size_t>(place[g])].caller_id =
          groups_[g].caller_id;
      if (groups_[g].of_couple) couples.push_back(place[g]);
    }
    text::give_back(groups_);
    choices_ = {};
    titles_ = {};
    name_all(r_, used, forms_, out);
    for (const std::int32_t at : couples) {
      identity& one = out.all[static_cast<std::size_t>(at)];
      one.text = with_honorific(r_, one);
    }
    return out;
  }

  const reading& r_;
  std::vector<form> forms_;
  std::vector<std::uint32_t> by_form_;  // mentions of each form
  std::vector<std::int32_t> form_of_;   // a mention -> form
  std::vector<std::int32_t> group_of_;  // a form -> group, -1 undecided
  std::vector<group> groups_;
  name_index words_, sounds_, aliases_, initials_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;  // caller's
  // Of a group the words right before its mentions.
  std::unordered_map<std::uint32_t, std::vector<std::string>> titles_;
  std::unordered_map<std::uint32_t, std::uint32_t> acronym_of_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> choices_;
};

}  // namespace

bool has_name(entity_type t) { return t < entity_type::date; }

identities gather_names(const reading& r) { return gathering(r).run(); }

}  // namespace copydesk::people
