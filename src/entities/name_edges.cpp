// SPDX-License-Identifier: Apache-2.0
// name_edges.cpp - see name_edges.hpp. The words come from the lists of the
// model; initials are compared letter by letter, backwards from the bracket.
#include "entities/name_edges.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "entities/gazetteer.hpp"
#include "entities/head_words.hpp"
#include "entities/overlaps.hpp"
#include "model/hash.hpp"

namespace copydesk::entities {
namespace {

constexpr std::uint64_t of_hash = learned::hash_of("of");
constexpr std::uint64_t and_hash = learned::hash_of("and");

bool capital_letter(char c) { return c >= 'A' && c <= 'Z'; }

// Bodies that are not called "The" anything.
bool plain_body(std::string_view last) {
  constexpr std::string_view all[] = {
      "Academy",       "Administration", "Agency",       "Assembly",
      "Association",   "Authority",      "Bank",         "Board",
      "Bureau",        "Coalition",      "Commission",   "Committee",
      "Confederation", "Congress",       "Constabulary", "Consortium",
      "Corporation",   "Council",        "Court",        "Department",
      "Directorate",   "Federation",     "Foundation",   "Front",
      "Fund",          "Government",     "Group",        "Institute",
      "League",        "Ministry",       "Movement",     "Office",
      "Organisation",  "Organization",   "Parliament",   "Party",
      "Police",        "Senate",         "Service",      "Society",
      "Tribunal",      "Trust",          "Union",        "University"};
  return std::find(std::begin(all), std::end(all), last) != std::end(all);
}

// Bodies whose names go on with "of" and the place they are of.
constexpr std::string_view go_on[] = {
    "Academy",       "Agency",       "Assembly",     "Association",
    "Authority",     "Bank",         "Board",        "Bureau",
    "Chamber",       "Church",       "Commission",   "Committee",
    "Confederation", "Conference",   "Congress",     "Society",
    "Archdiocese",   "Council",      "Court",        "Department",
    "Diocese",       "Directorate",  "Federation",   "Institute",
    "Ministry",      "Organisation", "Organization", "Parliament",
    "Senate",        "Union",        "University",
};

class edges {
 public:
  explicit edges(const words& all) : all_(all), laid_(all.laid()) {}

  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }
  void set(mention& m, std::uint32_t first, std::uint32_t end) const {
    m.first_token = first;
    m.token_end = end;
    m.where = {laid_.tokens[first].where().begin,
               laid_.tokens[end - 1].where().end};
  }
  bool listed(std::uint32_t t, list l) const {
    return (all_[t].lists & bit(l)) != 0;
  }

  // "Queen Elizabeth": some are called Queen, too, but who has a first name
  // behind it is one.
  bool reigns(std::uint32_t t) const {
    static constexpr std::string_view ranks[] = {
        "Emperor", "King", "Pope", "Prince", "Princess", "Queen"};
    return listed(t + 1, list::given_name) &&
           std::find(std::begin(ranks), std::end(ranks), word(t)) !=
               std::end(ranks);
  }
  // Where the person begins behind what they are called by.
  std::uint32_t behind_titles(const mention& m) const {
    std::uint32_t t = m.first_token;
    // "19:41 Ana Diaz": an entry's time.
    if (t + 1 < m.token_end && word(t).find(':') != word(t).npos) ++t;
    while (t + 1 < m.token_end && listed(t, list::title_word) &&
           (!listed(t, list::given_name) || reigns(t))) {
      ++t;
      if (word(t) == "." && t + 1 < m.token_end) ++t;  // Comr. Toding
    }
    return all_.capital(t) ? t : m.first_token;
  }
  // "The Central Bank of Armenia": a paper's "The" is part of its name.
  bool begins_with_article(const mention& m) const {
    if (word(m.first_token) != "The") return false;
    for (std::uint32_t t = m.first_token + 2; t < m.token_end; ++t) {
      const bool ends = t + 1 == m.token_end || all_[t + 1].lower == of_hash;
      if (ends && plain_body(word(t))) return true;
    }
    return m.first_token + 2 < m.token_end &&
           all_[m.first_token + 2].lower == of_hash &&
           plain_body(word(m.first_token + 1));
  }

  // Where the words begin that the initials behind a bracket stand for, or the
  // bracket where these are none. Small words may have a letter.
  std::uint32_t stood_for(std::uint32_t bracket, std::uint32_t first) const {
    const std::string_view letters = word(bracket + 1);
    if (letters.size() < 2 || letters.size() > 10 ||
        !std::all_of(letters.begin(), letters.end(), capital_letter)) {
      return bracket;
    }
    std::size_t left = letters.size();
    std::uint32_t t = bracket;
    while (left > 0 && t > first && bracket - t < max_words) {
      const std::string_view w = word(--t);
      const char c = w[0], due = letters[left - 1];
      const bool small = c >= 'a' && c <= 'z';
      if (c == due || (small && w.size() > 1 && c - 'a' == due - 'A')) {
        --left;
      } else if (!small || all_.capital(t)) {
        return bracket;
      }
    }
    return left == 0 && all_.capital(t) && bracket - t > 1 ? t : bracket;
  }

  // Is `next` the place that the body `m` is of: "Supreme Court of Victoria"?
  bool is_of(const mention& m, const mention& next) const {
    if (m.type != entity_type::org ||
        (next.type != entity_type::gpe && next.type != entity_type::loc)) {
      return false;
    }
    const std::uint32_t gap = next.first_token - m.token_end;
    if (gap != 1 && gap != 2) return false;
    if (word(m.token_end) != "of") return false;
    if (gap == 2 && word(m.token_end + 1) != "the") return false;
    return std::find(std::begin(go_on), std::end(go_on),
                     word(m.token_end - 1)) != std::end(go_on);
  }
  // The type of a place on the lists; false if it is on none.
  bool place_type(std::uint32_t first, std::uint32_t end,
                  entity_type& type) const {
    const std::uint32_t lists = all_.lists_of(first, end);
    if ((lists & (town_lists | bit(list::location))) == 0) return false;
    type = (lists & town_lists) != 0 ? entity_type::gpe : entity_type::loc;
    return true;
  }
  // "Tigris and Euphrates": two names, of which the second is given.
  bool part_places(mention& m, mention& second) const {
    std::uint32_t t = m.first_token + 1;
    while (t + 1 < m.token_end && all_[t].lower != and_hash) ++t;
    entity_type a = m.type, b = m.type;
    if (t + 1 >= m.token_end || !place_type(m.first_token, t, a) ||
        !place_type(t + 1, m.token_end, b)) {
      return false;
    }
    second = m;
    set(second, t + 1, m.token_end);
    second.type = b;
    set(m, m.first_token, t);
    m.type = a;
    return true;
  }
  // "Superintendent of Police Ada Byron"; the sentence begins at `begin`.
  bool is_officer(const mention& m, std::uint32_t begin) const {
    return m.token_end == m.first_token + 3 && m.first_token >= begin + 2 &&
           word(m.first_token) == "Police" &&
           all_[m.first_token - 1].lower == of_hash &&
           listed(m.first_token - 2, list::title_word) &&
           all_.capital(m.first_token - 2) && all_.capital(m.first_token + 1) &&
           all_.capital(m.first_token + 2) &&
           !plain_body(word(m.first_token + 2));
  }
  // "Minister for Transport Ada Byron"; the sentence begins at `begin`.
  bool begins_with_office(const mention& m, std::uint32_t begin) const {
    const std::uint32_t t = m.first_token;
    if (m.token_end < t + 3 || t < begin + 2) return false;
    if (word(t - 1) != "for" && word(t - 1) != "of") return false;
    return listed(t - 2, list::title_word) && all_.capital(t - 2) &&
           (all_[t].lists & person_lists) == 0;
  }
  // Where a person begins whose first words nobody claimed: "Fabricio" before
  // "Dos Santos", "Neema" before "Joachim Mrema", "Maria do" before "Carmo
  // Pinto". Behind `from` no mention ends and no sentence begins.
  std::uint32_t with_first_name(const mention& m, std::uint32_t from) const {
    const std::uint32_t t = m.first_token;
    if (t <= from) return t;
    if (t > from + 1 && is_particle(t - 1) && may_be_first(t - 2, from, true)) {
      return t - 2;
    }
    return may_be_first(t - 1, from, !is_particle(t)) ? t - 1 : t;
  }
  // "do", "Dos"
  bool is_particle(std::uint32_t t) const {
    constexpr std::string_view all[] = {
        "Da",  "Dal", "De",  "Del", "Della", "Di",  "Do",
        "Dos", "Ibn", "Van", "Von", "bin",   "da",  "de",
        "del", "di",  "do",  "dos", "ibn",   "van", "von"};
    return std::binary_search(std::begin(all), std::end(all), word(t));
  }
  // Whether the token can be the first name of what follows; `listed_one`: it
  // must be on the list of given names.
  bool may_be_first(std::uint32_t t, std::uint32_t from,
                    bool listed_one) const {
    const text::token& name = laid_.tokens[t];
    if (name.kind != text::token_kind::word ||
        name.letters != text::token_case::title || name.where().size() < 2 ||
        (listed_one && !listed(t, list::given_name)) ||
        listed(t, list::title_word) || (all_[t].lists & town_lists) != 0 ||
        all_.folded(t).lower_places > 0 || !laid_.tokens[t + 1].space_before) {
      return false;
    }
    constexpr std::string_view no_names[] = {
        "April",  "August",   "Friday", "June",    "March",     "May",
        "Monday", "Saturday", "Said",   "Sri",     "Sunday",    "The",
        "There",  "Thursday", "This",   "Tuesday", "Wednesday", "Will"};
    for (const std::string_view w : no_names) {
      if (word(t) == w) return false;
    }
    // "of the Republic Ada Byron", "the National Assembly Ada Byron"
    return t <= from || (!all_.capital(t - 1) && word(t - 1) != "the");
  }
  // The bracket that the name opens and does not close, or its first token.
  std::uint32_t unclosed(const mention& m) const {
    std::uint32_t at = m.first_token;
    for (std::uint32_t t = m.first_token + 1; t < m.token_end; ++t) {
      const std::string_view w = word(t);
      if (w == "(" && at == m.first_token) at = t;
      if (w == ")") at = m.first_token;
    }
    return at;
  }

 private:
  static constexpr std::uint32_t max_words = 14;
  const words& all_;
  const text::laid_text& laid_;
};

}  // namespace

void trim_names(const words& all, std::vector<mention>& names) {
  const edges e(all);
  std::vector<mention> more;
  std::uint32_t from = 0;  // where the mention before ends
  std::size_t sentence = 0;
  for (mention& m : names) {
    const auto& sentences = all.laid().sentences;
    while (sentences[sentence].token_end <= m.first_token) ++sentence;
    const std::uint32_t begin = sentences[sentence].first_token;
    if (m.type == entity_type::person) {
      if (e.begins_with_office(m, begin)) {
        e.set(m, m.first_token + 1, m.token_end);
      }
      std::uint32_t first = e.behind_titles(m);
      if (first == m.first_token) {
        first = e.with_first_name(m, std::max(from, begin));
      }
      if (first != m.first_token) e.set(m, first, m.token_end);
      from = m.token_end;
      for (std::uint32_t t = m.first_token + 1; t + 1 < m.token_end; ++t) {
        if (all[t].lower != of_hash) continue;
        mention body = m;
        e.set(body, t + 1, m.token_end);
        body.type = entity_type::org;
        e.set(m, m.first_token, t);
        if (all.capital(body.first_token)) more.push_back(std::move(body));
        break;
      }
      continue;
    }
    from = m.token_end;
    mention second;
    if (e.part_places(m, second)) {
      more.push_back(std::move(second));
      continue;
    }
    if (m.type == entity_type::org && e.is_officer(m, begin)) {
      e.set(m, m.first_token + 1, m.token_end);
      m.type = entity_type::person;
      continue;
    }
    const std::uint32_t open = e.unclosed(m);
    if (open > m.first_token) e.set(m, m.first_token, open);
    if (m.type == entity_type::org && e.begins_with_article(m)) {
      e.set(m, m.first_token + 1, m.token_end);
    }
  }
  if (more.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(names.size());
  names.insert(names.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  std::inplace_merge(names.begin(), names.begin() + middle, names.end(),
                     [](const mention& a, const mention& b) {
                       return a.where.begin < b.where.begin;
                     });
}

void take_last_names(const words& all, std::vector<mention>& names) {
  constexpr std::uint16_t others = town_lists | bit(list::location) |
                                   bit(list::organization) | bit(list::people);
  std::vector<std::uint64_t> last;
  for (const mention& m : names) {
    if (m.type == entity_type::person && m.token_end > m.first_token + 1) {
      last.push_back(all[m.token_end - 1].cased);
    }
  }
  if (last.empty()) return;
  std::sort(last.begin(), last.end());
  for (mention& m : names) {
    if (m.type == entity_type::org && m.token_end == m.first_token + 1 &&
        (all[m.first_token].lists & others) == 0 &&
        std::binary_search(last.begin(), last.end(),
                           all[m.first_token].cased)) {
      m.type = entity_type::person;
    }
  }
}

void join_bodies(const words& all, std::vector<mention>& names) {
  const edges e(all);
  join(names, [&](const mention& one, const mention& next) {
    return e.is_of(one, next);
  });
}

void join_heads(const words& all, std::vector<mention>& names) {
  const edges e(all);
  const text::laid_text& laid = all.laid();
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    mention& m = names[i];
    if (m.type != entity_type::gpe && m.type != entity_type::loc &&
        m.type != entity_type::norp) {
      continue;
    }
    while (laid.sentences[sentence].token_end <= m.first_token) ++sentence;
    if (all.case_of(static_cast<std::uint32_t>(sentence)) !=
        sentence_case::normal) {
      continue;
    }
    const std::uint32_t stop =
        std::min(laid.sentences[sentence].token_end,
                 i + 1 < names.size() ? names[i + 1].first_token : 0xffffffff);
    std::uint32_t end = m.token_end;
    while (end < stop && end - m.token_end < 5 && all.capital(end) &&
           laid.tokens[end].space_before &&
           laid.tokens[end].kind == text::token_kind::word &&
           !e.listed(end, list::title_word)) {
      ++end;
    }
    entity_type type = entity_type::org;
    std::uint32_t last = end;
    while (last > m.token_end && !type_of_last_word(e.word(last - 1), type)) {
      --last;
    }
    if (last == m.token_end) {
      // Results: "Canterbury Kea 29".
      type = entity_type::org;
      last = end;
      const bool counted = end < laid.sentences[sentence].token_end &&
                           laid.tokens[end].kind == text::token_kind::number &&
                           laid.tokens[end].where().size() <= 3;
      if (last == m.token_end || m.type != entity_type::gpe || !counted) {
        continue;
      }
    }
    e.set(m, m.first_token, last);
    m.type = type;
  }
}

void read_initials(const words& all, std::vector<mention>& names) {
  const edges e(all);
  const text::laid_text& laid = all.laid();
  std::vector<mention> out;
  std::size_t next = 0;  // the first mention that is not in `out` yet
  for (const text::sentence& s : laid.sentences) {
    for (std::uint32_t t = s.first_token + 2; t + 2 < s.token_end; ++t) {
      if (e.word(t) != "(" || e.word(t + 2) != ")") continue;
      const std::uint32_t begin = e.stood_for(t, s.first_token);
      if (begin == t) continue;
      while (next < names.size() && names[next].token_end <= begin) {
        out.push_back(std::move(names[next++]));
      }
      std::size_t stop = next;
      float surest = 0;
      while (stop < names.size() && names[stop].first_token < t) {
        surest = std::max(surest, names[stop++].confidence);
      }
      // Where nobody saw a name, or one from before, there is none.
      if (stop == next || names[next].first_token < begin) continue;
      const bool same =
          names[next].first_token == begin && names[next].token_end == t;
      mention whole = std::move(names[next]);
      if (!same) {
        whole.type = entity_type::org;
        whole.confidence = surest;
        e.set(whole, begin, t);
      }
      out.push_back(std::move(whole));
      next = stop;
    }
  }
  if (next == 0) return;
  while (next < names.size()) out.push_back(std::move(names[next++]));
  names = std::move(out);
}

}  // namespace copydesk::entities
