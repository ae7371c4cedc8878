// SPDX-License-Identifier: Apache-2.0
// foreign_names.cpp - see foreign_names.hpp.
//
// Invariant: a run lies in one sentence, is no longer than
// limits::max_name_run, and its first and last words have capitals. Source:
// written for copydesk.
#include "entities/foreign_names.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "entities/foreign_clues.hpp"
#include "entities/gazetteer.hpp"
#include "limits.hpp"
#include "text/capital.hpp"

namespace copydesk::entities {
namespace {

constexpr float by_list = 0.8F;
constexpr float by_given_name = 0.85F;
constexpr float by_head = 0.7F;
constexpr float by_letters = 0.6F;

constexpr std::uint32_t longest_person = 5;
constexpr std::uint32_t longest_acronym = 6;

bool plain_type(entity_type t) {
  return t == entity_type::person || t == entity_type::org ||
         t == entity_type::gpe || t == entity_type::loc ||
         t == entity_type::norp;
}

class finder {
 public:
  finder(const words& all, const std::vector<mention>& tagged)
      : all_(all),
        laid_(all.laid()),
        tagged_(tagged),
        nouns_have_capitals_(laid_.lang == text::language::de),
        known_(laid_.lang),
        of_spelling_(all.types().size(), not_asked) {}

  std::vector<mention> run() {
    for (const text::sentence& s : laid_.sentences) read(s);
    agree();
    return std::move(out_);
  }

 private:
  static constexpr std::int16_t not_asked = -1;

  // A single word, and where its sentence begins.
  struct open_word {
    std::uint32_t token, sentence;
  };

  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }

  // Each spelling is asked once.
  int classes(std::uint32_t t) {
    std::int16_t& known = of_spelling_[all_.type_of(t)];
    if (known == not_asked) known = static_cast<std::int16_t>(known_(word(t)));
    return known;
  }
  int classes(std::uint32_t first, std::uint32_t end) {
    if (end == first + 1) return classes(first);
    const std::uint32_t begin = laid_.tokens[first].where().begin;
    return known_(
        laid_.clean.substr(begin, laid_.tokens[end - 1].where().end - begin));
  }

  bool capital(std::uint32_t t) const {
    return laid_.tokens[t].kind == text::token_kind::word && all_.capital(t);
  }
  bool listed(std::uint32_t t, list l) const {
    return (all_[t].lists & bit(l)) != 0;
  }

  bool is_given_name(std::uint32_t t) {
    return listed(t, list::given_name) || (classes(t) & clue::given) != 0;
  }

  // The runs of a sentence: words with capitals, and small ones that join two.
  void read(const text::sentence& s) {
    for (std::uint32_t t = s.first_token; t < s.token_end;) {
      if (!capital(t) || (classes(t) & clue::small) != 0) {
        ++t;
        continue;
      }
      const std::uint32_t last =
          std::min(s.token_end, t + limits::max_name_run);
      std::uint32_t end = t + 1;
      while (end < last) {
        std::uint32_t next = end;
        while (next < last && next < end + 2 && !capital(next) &&
               (classes(next) & (clue::joins | clue::also)) != 0) {
          ++next;
        }
        if (next == last || !capital(next)) break;
        if ((classes(next) & clue::small) != 0) break;
        end = next + 1;
      }
      resolve(s, t, end);
      t = end;
    }
  }

  // "der": a surname with one of these has "von" before it.
  bool needs_von(std::uint32_t t) const {
    const std::string_view w = word(t);
    return w == "der" || w == "den" || w == "f\xC3\xBCr" || w == "zur" ||
           w == "zum";
  }

  // Where the person whose given name is `t` ends in a run: "von Bismarck" and
  // "de Souza" are part of it, "der Chef" is not.
  std::uint32_t person_end(std::uint32_t t, std::uint32_t end) {
    const std::uint32_t last = std::min(end, t + longest_person);
    std::uint32_t stop = t + 1;
    while (stop < last) {
      std::uint32_t next = stop;
      while (next < last && !capital(next) &&
             (classes(next) & clue::also) == 0) {
        ++next;
      }
      if (next == last || !capital(next)) break;
      if (next > stop && needs_von(stop)) break;
      // "Ursula von der Leyen", but not "Angela Merkel von der Partei"
      if (next > stop + 1 && stop > t + 1) break;
      stop = next + 1;
    }
    return stop;
  }

  // The names of a run.
  void resolve(const text::sentence& s, std::uint32_t first,
               std::uint32_t end) {
    if (whole(s, first, end)) return;
    // "Kanzlerin Merkel"
    if (nouns_have_capitals_ && end > first + 1 && capital(first + 1) &&
        (classes(first) & clue::address) != 0) {
      return resolve(s, first + 1, end);
    }
    // "Bundeskanzlerin Angela Merkel", "Transporte Juan Aranda".
    for (std::uint32_t t = first; t + 1 < end; ++t) {
      const bool goes_on =
          capital(t + 1) ||
          ((classes(t + 1) & clue::joins) != 0 && !needs_von(t + 1));
      if (!capital(t) || !goes_on || !is_given_name(t) ||
          (classes(t) &
           (clue::body | clue::built | clue::kind | clue::place)) != 0 ||
          (all_.phrases(t) & town_lists) != 0) {
        continue;
      }
      const std::uint32_t stop = person_end(t, end);
      if (stop == t + 1) continue;
      if (t > first) resolve_parts(s, first, t);
      put(t, stop, entity_type::person, by_given_name);
      if (stop < end) resolve_parts(s, stop, end);
      return;
    }
    resolve_parts(s, first, end);
  }

  // A run that is nothing as a whole, cut where small words join it.
  void resolve_parts(const text::sentence& s, std::uint32_t first,
                     std::uint32_t end) {
    for (std::uint32_t t = first; t < end;) {
      if (!capital(t)) {
        ++t;
        continue;
      }
      std::uint32_t stop = t;
      while (stop < end && capital(stop)) ++stop;
      if (!whole(s, t, stop)) {
        if (stop > t + 1) {
          for (std::uint32_t one = t; one < stop; ++one) {
            if (!whole(s, one, one + 1)) open_.push_back({one, s.first_token});
          }
        } else {
          open_.push_back({t, s.first_token});
        }
      }
      t = stop;
    }
  }

  // Whether something speaks for the whole run.
  bool whole(const text::sentence& s, std::uint32_t first, std::uint32_t end) {
    const std::uint32_t lists = all_.lists_of(first, end);
    const int known = classes(first, end);
    if ((known & clue::place) != 0) {
      return put(first, end, entity_type::gpe, by_list);
    }
    if ((known & clue::continent) != 0) {
      return put(first, end, entity_type::loc, by_list);
    }
    const bool one = end == first + 1;
    const int head = classes(first), tail = classes(end - 1);
    const int before = first > s.first_token ? classes(first - 1) : 0;
    const bool name = one && is_given_name(first);
    // Zug and Norden are towns, too, where one is in them.
    const bool town = !nouns_have_capitals_ || !one ||
                      (lists & bit(list::country)) != 0 ||
                      (first > s.first_token && is_in(first - 1) &&
                       laid_.tokens[first].letters != text::token_case::upper);
    if ((lists & town_lists) != 0 && !name && town) {
      return put(first, end, entity_type::gpe, by_list);
    }
    if ((before & clue::address) != 0 &&
        ((head | tail) & (clue::body | clue::built | clue::kind)) == 0) {
      std::uint32_t stop = first;
      while (stop < end && stop < first + longest_person && capital(stop)) {
        ++stop;
      }
      if (is_given_name(first)) stop = person_end(first, end);
      put(first, stop, entity_type::person, by_given_name);
      if (stop < end) resolve_parts(s, stop, end);
      return true;
    }
    if ((lists & bit(list::location)) != 0 && !one) {
      return put(first, end, entity_type::loc, by_list);
    }
    if ((lists & bit(list::people)) != 0 && !nouns_have_capitals_) {
      return put(first, end, entity_type::norp, by_list);
    }
    const bool initials =
        one && laid_.tokens[first].letters == text::token_case::upper;
    if ((!one || initials) && (lists & bit(list::organization)) != 0) {
      return put(first, end, entity_type::org, by_list);
    }
    if (!one && (head & clue::kind) != 0 && capital(first + 1)) {
      return put(first + 1, end, entity_type::org, by_head);
    }
    const std::uint32_t last = last_part(first, end);
    if (!one && ((head | tail) & (clue::body | clue::built)) != 0) {
      const bool heads = (head & (clue::body | clue::built)) != 0;
      const entity_type type = ((heads ? head : tail) & clue::body) != 0
                                   ? entity_type::org
                                   : entity_type::fac;
      if (heads) return put(first, end, type, by_head);
      // "Anteile der Ashford AG"
      if (last + 1 < end) return put(last, end, type, by_head);
    }
    if (!one && ((head | tail) & clue::land) != 0 && !nouns_have_capitals_) {
      return put(first, end, entity_type::loc, by_head);
    }
    if ((before & clue::body) != 0 && !capital(first - 1)) {
      return put(first, end, entity_type::org, by_head);
    }
    if (laid_.lang == text::language::ru && !one && end <= first + 3 &&
        russian_surname(word(end - 1))) {
      return put(first, end, entity_type::person, by_head);
    }
    return by_tagger(s, first, end);
  }

  // Where the last words with capitals of a run begin.
  std::uint32_t last_part(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t t = end;
    while (t > first && capital(t - 1)) --t;
    return t;
  }
  // XVI
  static bool is_number(std::string_view w) {
    return w.find_first_not_of("IVXLC.") == w.npos;
  }
  bool is_in(std::uint32_t t) const {
    const std::string_view w = word(t);
    return w == "in" || w == "In" || w == "aus" || w == "nach" || w == "bei" ||
           w == "um" || w == "von" || w == "Aus" || w == "Nach";
  }

  // "Der Zug" is no town in German.
  bool is_train(std::uint32_t t) const {
    if (!nouns_have_capitals_ || t == 0) return false;
    for (const std::string_view w :
         {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen",
          "einem", "Der", "Die", "Das", "Ein", "Eine"}) {
      if (word(t - 1) == w) return true;
    }
    return false;
  }

  bool by_tagger(const text::sentence& s, std::uint32_t first,
                 std::uint32_t end) {
    while (near_ < tagged_.size() && tagged_[near_].token_end <= first) ++near_;
    if (near_ == tagged_.size() || tagged_[near_].first_token >= end) {
      return false;
    }
    const mention& m = tagged_[near_];
    const text::token& t = laid_.tokens[first];
    const bool one = end == first + 1;
    const std::uint32_t lists = all_.lists_of(first, end);
    const bool same =
        m.first_token == first && m.token_end == end && plain_type(m.type);
    if (one && t.letters == text::token_case::upper && t.where().size() > 1) {
      const bool land = (lists & bit(list::country)) != 0;
      if (same &&
          (m.type != entity_type::gpe || land || t.where().size() > 3)) {  // UN
        return put(first, end, m.type, m.confidence);
      }
      return t.where().size() <= longest_acronym && !is_number(word(first)) &&
             put(first, end, entity_type::org, by_letters);
    }
    if (nouns_have_capitals_ || !same) return false;
    // The first word of a sentence has a capital in any case.
    if (m.type == entity_type::person && first == s.first_token &&
        !listed(end - 1, list::surname)) {
      return false;
    }
    return put(first, end, m.type, m.confidence);
  }

  bool put(std::uint32_t first, std::uint32_t end, entity_type type,
           float confidence) {
    mention m = of_tokens(laid_, first, end, type, confidence);
    if (m.where.size() > limits::max_name_bytes) return false;
    if (type == entity_type::person && end > first + 1) {
      std::uint32_t part = end - 1;
      while (part > first + 1 && !capital(part - 1)) --part;
      persons_[all_[end - 1].lower] = end - 1 - part;
    }
    if (type == entity_type::gpe && end == first + 1) {
      towns_.insert(all_[first].lower);
    }
    out_.push_back(std::move(m));
    return true;
  }

  // Single words that the document knows as a person's last name or a place.
  void agree() {
    const std::size_t sure = out_.size();
    for (const open_word& o : open_) {
      const std::uint64_t key = all_[o.token].lower;
      const auto person = persons_.find(key);
      if (person != persons_.end()) {
        // "von der Leyen", if it was "Ursula von der Leyen".
        std::uint32_t first = o.token;
        while (first > o.sentence && o.token - first < person->second &&
               (classes(first - 1) & clue::joins) != 0) {
          --first;
        }
        if (o.token - first < person->second) first = o.token;
        put(first, o.token + 1, entity_type::person, by_list);
      } else if (towns_.count(key) != 0 && !is_train(o.token)) {
        put(o.token, o.token + 1, entity_type::gpe, by_list);
      }
    }
    std::inplace_merge(out_.begin(),
                       out_.begin() + static_cast<std::ptrdiff_t>(sure),
                       out_.end(), [](const mention& a, const mention& b) {
                         return a.first_token < b.first_token;
                       });
  }

  const words& all_;
  const text::laid_text& laid_;
  const std::vector<mention>& tagged_;
  const bool nouns_have_capitals_;
  clues known_;
  std::vector<std::int16_t> of_spelling_;  // what known_ said
  std::size_t near_ = 0;
  std::vector<mention> out_;
  std::vector<open_word> open_;
  // Last names, and how many small words stand before each: "von der".
  std::unordered_map<std::uint64_t, std::uint32_t> persons_;
  std::unordered_set<std::uint64_t> towns_;
};

}  // namespace

bool has_foreign_names(text::language lang) {
  return lang != text::language::en && lang != text::language::other;
}

std::vector<mention> find_foreign_names(const words& all,
                                        const std::vector<mention>& tagged) {
  return finder(all, tagged).run();
}

}  // namespace copydesk::entities
