// SPDX-License-Identifier: Apache-2.0
// forms.cpp - written forms of names; see forms.hpp.
//
// Idea: rules on folded words. People: the last words agree, and the first
// words agree, or are initials, nicknames or spellings of one sound. Bodies:
// a beginning, an end or the initials. Invariant: a form keeps one word at
// least. Source: the alias rules of news coreference systems (precise
// constructs, relaxed string match of Lee et al. 2013), by own lists.
#include "people/forms.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "limits.hpp"
#include "model/hash.hpp"
#include "people/lexicon.hpp"
#include "people/name_index.hpp"
#include "people/names.hpp"
#include "text/room.hpp"

namespace copydesk::people {
namespace {

bool generation(std::string_view w) {
  return w == "jr" || w == "sr" || w == "ii" || w == "iii" || w == "iv";
}

bool small(std::string_view w) {
  return w == "of" || w == "the" || w == "and" || w == "for" || w == "in" ||
         w == "on" || w == "to" || w == "de" || w == "la" || w == "du" ||
         w == "des" || w == "del" || w == "y" || w == "e" || w == "und" ||
         w == "fur" || w == "der" || w == "von" || w == "et" || w == "&" ||
         w == "at" || w == "a";
}

bool company_ending(std::string_view w) {
  constexpr std::string_view endings[] = {
      "inc",  "corp", "co",  "ltd", "llc", "plc", "sa",    "ag",
      "gmbh", "nv",   "bv",  "spa", "ab",  "asa", "oyj",   "pty",
      "llp",  "lp",   "bhd", "kk",  "as",  "oy",  "group", "holdings"};
  return std::find(std::begin(endings), std::end(endings), w) !=
         std::end(endings);
}

// Offices and ranks that also are first names: before two words more they
// are not.
bool office_or_name(std::string_view w) {
  constexpr std::string_view all[] = {"bishop",  "deacon", "general", "judge",
                                      "justice", "king",   "major",   "pastor",
                                      "pope",    "prophet"};
  return std::binary_search(std::begin(all), std::end(all), w);
}

// A title that the tagger left inside the name.
bool leading_title(const reading& r, std::uint32_t t, std::uint32_t end) {
  const word w = r.words[t];
  if (is_honorific(w)) {
    return true;
  }
  if (end - t < 2) return false;
  if (r.laid.tokens[t].letters != text::token_case::lower &&
      sex_of_address(r.raw(t)).known) {
    return true;
  }
  const std::string folded = r.folded(t);
  return title_form(folded) != folded ||
         (noun_of(folded).kind == noun_kind::person && end - t > 2 &&
          (office_or_name(folded) || !sex_of_first_name(folded).known));
}

bool nothing_in(std::string_view word) {
  for (char c : word) {
    const auto b = static_cast<unsigned char>(c);
    if (b >= 0x80 || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') ||
        b == '&') {
      return false;
    }
  }
  return true;
}

bool all_capitals(std::string_view raw) {
  int letters = 0;
  for (char c : raw) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 2;
}

std::string without_points(std::string_view w) {
  std::string out;
  for (char c : w) {
    if (c != '.' && c != '-') out.push_back(c);
  }
  return out;
}

// `key`: the words with a space between.
form form_of_mention(const reading& r, const entities::mention& m,
                     std::string& key) {
  form f;
  f.type = m.type;
  f.kind = class_of(m.type);
  f.caller_id = m.value;  // of a name, the gazetteer's
  std::uint32_t t = m.first_token;
  const std::uint32_t end = name_end(r, m);
  if (f.kind == name_class::person) {
    t = name_begin(r, m);
  } else if (t + 1 < end && r.words[t] == word::the) {
    ++t;
  }
  for (std::uint32_t next = t; t < end; t = next) {
    next = std::min(r.compound_end(t), end);
    std::string w = r.folded(t, next);
    if (nothing_in(w)) continue;
    if (f.kind == name_class::person && !f.words.empty() && generation(w) &&
        (f.words.size() > 1 || next < end)) {
      continue;  // but "Ann Jr." is not Ann
    }
    if (f.words.empty()) f.words.reserve(end - t);
    f.words.push_back(std::move(w));
  }
  if (f.words.empty()) f.words.push_back(fold(r.raw(m.where)));
  key.clear();
  for (const std::string& w : f.words) {
    if (!key.empty()) key += ' ';
    key += w;
  }
  return f;
}

bool first_names_agree(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string& s = a.size() < b.size() ? a : b;
  const std::string& l = a.size() < b.size() ? b : a;
  if (without_points(s).size() == 1) return s[0] == l[0];
  if (long_first_name(a) == long_first_name(b)) return true;
  if (s.size() >= 3 && l.compare(0, s.size(), s) == 0 &&
      s.size() + 3 > l.size()) {
    return !sex_of_first_name(s).known || !sex_of_first_name(l).known;
  }
  // Spellings of one sound; not two names that are both in use.
  if (sex_of_first_name(a).known && sex_of_first_name(b).known) return false;
  const std::string sound = sound_of(a);
  return sound.size() >= 2 && sound == sound_of(b) && a[0] == b[0];
}

bool surnames_agree(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a.size() < 4 || b.size() < 4) return false;
  const std::string sound = sound_of(a);
  return sound.size() >= 3 && sound == sound_of(b);
}

// The words of `part` occur in `whole` in their order; *at_end tells whether
// the last words are the same.
bool in_order(const std::vector<std::string>& part,
              const std::vector<std::string>& whole, bool& at_end) {
  std::size_t i = 0;
  for (const std::string& w : whole) {
    if (i < part.size() && part[i] == w) ++i;
  }
  at_end = part.back() == whole.back();
  return i == part.size();
}

std::string joined(const form& f) {
  std::string out;
  for (const std::string& w : f.words) out += without_points(w);
  return out;
}

int body_stands_for(const form& part, const form& whole) {
  const std::size_t n = part.words.size();
  const bool begin =
      std::equal(part.words.begin(), part.words.end(), whole.words.begin());
  const bool end =
      std::equal(part.words.rbegin(), part.words.rend(), whole.words.rbegin());
  if (!begin && !end) return 0;
  if (n > 1) return begin ? 4 : 3;
  const std::string& w = part.words[0];
  if (small(w) || company_ending(w)) return 0;
  if (country_of(w).data() != nullptr || alias_form(w) != w) return 0;
  const bool generic = noun_of(w).kind != noun_kind::none;
  if (begin) return generic || w.size() < 3 ? 0 : 3;
  return generic ? 2 : w.size() < 4 ? 0 : 2;
}

}  // namespace

name_class class_of(entity_type t) {
  switch (t) {
    case entity_type::person:
      return name_class::person;
    case entity_type::org:
      return name_class::body;
    case entity_type::gpe:
    case entity_type::loc:
    case entity_type::fac:
      return name_class::place;
    case entity_type::norp:
      return name_class::people;
    default:
      return name_class::other;
  }
}

std::uint32_t name_end(const reading& r, const entities::mention& m) {
  return m.type == entity_type::person && m.token_end > m.first_token
             ? std::max(m.token_end, r.compound_end(m.token_end - 1))
             : m.token_end;
}

std::uint32_t name_begin(const reading& r, const entities::mention& m) {
  std::uint32_t t = m.first_token;
  const std::uint32_t end = name_end(r, m);
  while (t + 1 < end && leading_title(r, t, end)) {
    ++t;
    if (t + 1 < end && r.words[t] == word::stop) ++t;
  }
  return t;
}

std::uint64_t key_of(name_class kind, std::string_view words) {
  return learned::hash_of(words, static_cast<std::uint64_t>(kind) + 1);
}

std::vector<form> forms_of(const reading& r, std::vector<std::int32_t>& form_of,
                           std::vector<std::uint32_t>& by_form) {
  std::vector<form> out;
  name_index seen;
  std::string words;
  form_of.assign(r.found.mentions.size(), -1);
  std::vector<std::int32_t> by_spelling(r.forms.size(), -1);  // one a spelling
  for (std::uint32_t m = 0; m < r.found.mentions.size(); ++m) {
    const entities::mention& at = r.found.mentions[m];
    if (at.type >= entity_type::date || at.first_token >= at.token_end ||
        r.acronym_of_title(at)) {
      continue;
    }
    // Of a name of one token its spelling tells the form.
    std::int32_t* same = nullptr;
    if (at.first_token + 1 == name_end(r, at) && at.value.empty() &&
        !by_spelling.empty()) {
      same = &by_spelling[r.found.spelled.of_token[at.first_token]];
    }
    if (same != nullptr && *same >= 0 &&
        out[static_cast<std::size_t>(*same)].type == at.type) {
      ++out[static_cast<std::size_t>(*same)].mentions.count;
      form_of[m] = *same;
      continue;
    }
    form f = form_of_mention(r, at, words);
    auto sort = static_cast<std::uint64_t>(f.kind);
    if (f.kind == name_class::other) {
      sort = 64 + static_cast<std::uint64_t>(f.type);
    }
    std::uint64_t key = learned::hash_of(words, sort);
    if (!f.caller_id.empty()) key = learned::hash_of(f.caller_id, key);
    const std::int32_t old =
        seen.first(key, [](std::uint32_t) { return true; });
    const std::size_t which =
        old < 0 ? out.size() : static_cast<std::size_t>(old);
    if (old < 0) {
      seen.put(key, static_cast<std::uint32_t>(which));
      f.alias = key_of(f.kind, alias_form(words));
      f.acronym = f.words.size() == 1 && all_capitals(r.raw(at.where));
      f.words.shrink_to_fit();
      text::make_room_if_full(out, m + std::size_t{1}, form_of.size() - m - 1);
      out.push_back(std::move(f));
    }
    ++out[which].mentions.count;
    form_of[m] = static_cast<std::int32_t>(which);
    if (same != nullptr) *same = form_of[m];
  }
  // Room for the mentions of each form, which are then put there.
  std::size_t all = 0;
  for (const form& f : out) all += f.mentions.count;
  by_form.resize(all);
  std::uint32_t* next = by_form.data();
  for (form& f : out) {
    f.mentions.first = next;
    next += f.mentions.count;
    f.mentions.count = 0;
  }
  for (std::uint32_t m = 0; m < form_of.size(); ++m) {
    if (form_of[m] < 0) continue;
    mention_list& list = out[static_cast<std::size_t>(form_of[m])].mentions;
    by_form[static_cast<std::size_t>(list.first - by_form.data()) +
            list.count++] = m;
  }
  return out;
}

bool same_person(const form& a, const form& b) {
  const form& part = a.words.size() <= b.words.size() ? a : b;
  const form& whole = a.words.size() <= b.words.size() ? b : a;
  bool at_end = false;
  if (in_order(part.words, whole.words, at_end)) {
    // "Suu Kyi", "Barack Obama" in "Barack Hussein Obama"; "Hugo Chavez" in
    // "Hugo Chavez Frias".
    return at_end || part.words[0] == whole.words[0];
  }
  if (joined(a) == joined(b)) return true;  // "Kim Jong-un", "Kim Jong Un"
  if (a.words.size() == 2 && b.words.size() == 2 && a.words[0] == b.words[1] &&
      a.words[1] == b.words[0]) {
    return true;  // "Orban Viktor"
  }
  if (!surnames_agree(a.words.back(), b.words.back())) return false;
  return first_names_agree(a.words.front(), b.words.front());
}

int stands_for(const form& part, const form& whole) {
  if (part.kind != whole.kind || part.words.size() >= whole.words.size()) {
    return 0;
  }
  if (part.kind == name_class::body) return body_stands_for(part, whole);
  if (part.kind == name_class::place) {
    // "New York" for "New York City".
    const bool begin =
        std::equal(part.words.begin(), part.words.end(), whole.words.begin());
    return begin && whole.words.size() == part.words.size() + 1 &&
                   noun_of(whole.words.back()).kind == noun_kind::place
               ? 3
               : 0;
  }
  if (part.kind != name_class::person || part.words.size() != 1) return 0;
  const std::string& w = part.words[0];
  if (w == whole.words.back()) return 5;
  const auto at = std::find(whole.words.begin(), whole.words.end(), w);
  if (at == whole.words.begin()) return 3;
  if (at != whole.words.end()) return w.size() < 3 ? 0 : 4;
  // "Sisi" for "al-Sisi", "Tanaka" for "Tanaka-Reyes".
  for (std::size_t i = whole.words.size(); i-- > 0;) {
    const std::string& full = whole.words[i];
    const std::size_t hyphen = full.find('-');
    if (hyphen == std::string::npos) continue;
    if (full.compare(hyphen + 1, std::string::npos, w) == 0 ||
        full.substr(0, hyphen) == w) {
      return i == 0 ? 2 : 4;
    }
    if (w.find('-') != std::string::npos &&
        w.substr(w.find('-') + 1) == full.substr(hyphen + 1)) {
      return 4;
    }
  }
  if (w.find('-') != std::string::npos &&
      w.compare(w.find('-') + 1, std::string::npos, whole.words.back()) == 0) {
    return 4;
  }
  if (long_first_name(w) == long_first_name(whole.words[0])) return 1;
  return w.size() >= 5 && w[0] != '\0' && surnames_agree(w, whole.words.back())
             ? 1
             : 0;
}

bool initials_of(const form& acronym, const form& whole) {
  const std::string letters = without_points(acronym.words[0]);
  if (letters.size() < 2 || letters.size() > 8 || whole.words.size() < 2) {
    return false;
  }
  std::string all, big;
  for (const std::string& w : whole.words) {
    for (std::size_t i = 0; i < w.size(); ++i) {
      if (i != 0 && w[i - 1] != '-') continue;
      all.push_back(w[i]);
      if (!small(w)) big.push_back(w[i]);
    }
  }
  return letters == all || letters == big;
}

std::unordered_map<std::uint32_t, std::uint32_t> acronyms(
    const reading& r, const std::vector<form>& forms,
    const std::vector<std::int32_t>& form_of) {
  std::unordered_map<std::uint32_t, std::uint32_t> out;
  const auto& all = r.found.mentions;
  for (std::size_t m = 1; m < all.size(); ++m) {
    if (form_of[m] < 0 || form_of[m - 1] < 0) continue;
    const std::uint32_t gap = all[m - 1].token_end;
    if (gap + 1 != all[m].first_token || r.words[gap] != word::open ||
        all[m].token_end >= r.size() ||
        r.words[all[m].token_end] != word::close) {
      continue;
    }
    const auto a = static_cast<std::uint32_t>(form_of[m - 1]);
    const auto b = static_cast<std::uint32_t>(form_of[m]);
    if (forms[a].kind != forms[b].kind || forms[a].kind == name_class::person ||
        forms[a].kind == name_class::place || forms[b].words.size() != 1 ||
        forms[a].words.size() < 2) {
      continue;
    }
    out.emplace(b, a);
  }
  return out;
}

}  // namespace copydesk::people
