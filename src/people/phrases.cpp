// SPDX-License-Identifier: Apache-2.0
// phrases.cpp - reads noun phrases without a parser; see phrases.hpp.
//
// Idea: a phrase runs from its determiner to the first preposition, relative,
// comma or verb; its head is the last word before. A name in apposition
// behind the head ("the author, Professor X") is whom the phrase means. Cost:
// limits::max_phrase tokens a phrase.
#include "people/phrases.hpp"

#include <algorithm>
#include <iterator>

#include "limits.hpp"
#include "model/short_words.hpp"

namespace copydesk::people {
namespace {

bool ends(std::string_view s, std::string_view tail) {
  return s.size() > tail.size() && s.back() == tail.back() &&
         s.compare(s.size() - tail.size(), tail.size(), tail) == 0;
}

bool determiner(word w) {
  return w == word::the || w == word::a || w == word::this_that ||
         w == word::many || possessive_pronoun(w) || w == word::whose ||
         w == word::i || w == word::we || w == word::you;
}

bool phrase_end(word w) {
  switch (w) {
    case word::of:
    case word::preposition:
    case word::to:
    case word::but:
    case word::auxiliary:
    case word::not_:
    case word::who:
    case word::which:
    case word::comma:
    case word::stop:
    case word::colon:
    case word::dash:
    case word::open:
    case word::close:
    case word::he:
    case word::she:
    case word::it:
    case word::they:
      return true;
    default:
      return false;
  }
}

constexpr std::string_view past_form_list[] = {
    "became", "began",   "bought", "broke", "brought", "built", "came",
    "chose",  "cut",     "drew",   "drove", "fell",    "felt",  "fled",
    "flew",   "fought",  "found",  "gave",  "goes",    "got",   "grew",
    "heard",  "held",    "kept",   "knew",  "laid",    "led",   "left",
    "lost",   "made",    "met",    "paid",  "put",     "ran",   "rose",
    "said",   "sang",    "sat",    "saw",   "sent",    "set",   "shot",
    "showed", "sold",    "sought", "spent", "spoke",   "stood", "swore",
    "taught", "thought", "threw",  "told",  "took",    "urges", "went",
    "woke",   "won",     "wore",   "wrote"};
constexpr learned::short_words<std::size(past_form_list), 256> past_forms(
    [](std::size_t i) { return past_form_list[i]; });
constexpr std::size_t longest_past_form = 7;

// "a team led by": a participle behind the head noun.
bool participle(std::string_view w) {
  return ends(w, "ing") || ends(w, "ed") || w == "led" || w == "held" ||
         w == "made" || w == "written" || w == "seen" || w == "known" ||
         w == "sent" || w == "shown" || w == "given" || w == "taken";
}

// A lower-case noun of a person, a group, a body or a document stands at `t`:
// "the Clinton campaign", "managing director".
bool noun_follows(const reading& r, std::uint32_t t, std::uint32_t end) {
  if (t >= end || r.words[t] != word::other || r.mention_at[t] >= 0) {
    return false;
  }
  const noun_kind k = noun_of(r.folded(t, r.compound_end(t))).kind;
  if (r.laid.tokens[t].letters != text::token_case::lower) {
    return k == noun_kind::organization;  // "Clinton Campaign"
  }
  return k != noun_kind::none && k != noun_kind::place;
}

// The person or body in apposition after `t` (a comma stands there).
std::int32_t apposed(const reading& r, std::uint32_t t, std::uint32_t end,
                     bool person) {
  const std::uint32_t stop = std::min(end, t + 10);
  bool verb = false, noun_before = false;
  for (++t; t < stop; ++t) {
    const word w = r.words[t];
    if (r.mention_at[t] >= 0) {
      const auto& m =
          r.found.mentions[static_cast<std::size_t>(r.mention_at[t])];
      const bool right =
          person ? m.type == entity_type::person : m.type == entity_type::org;
      // "met Ann Lee" is a clause, "retired General Ann Lee" is not.
      if (verb && !noun_before) return -1;
      if (right && !r.possessive_at(m.where.end)) return r.mention_at[t];
      t = std::max(m.token_end, t + 1) - 1;
      continue;
    }
    // Only titles and the like may stand between.
    const std::string folded = r.folded(t);
    noun_before = noun_of(folded).kind == noun_kind::person ||
                  title_form(folded) != folded;
    verb = verb || (looks_like_verb(r, t) && !noun_before);
    if (phrase_end(w) || w == word::conjunction || w == word::mark) return -1;
  }
  return -1;
}

// Said of somebody for what they are to another: "the daughter of Senator X".
bool relation(std::string_view w) {
  constexpr std::string_view all[] = {
      "aide",      "assistant",    "associate",   "attorney",      "aunt",
      "boyfriend", "brother",      "child",       "confidant",     "cousin",
      "critic",    "daughter",     "father",      "fiance",        "fiancee",
      "friend",    "girlfriend",   "grandson",    "granddaughter", "husband",
      "lawyer",    "mother",       "nephew",      "niece",         "opponent",
      "partner",   "relative",     "rival",       "sister",        "son",
      "spokesman", "spokesperson", "spokeswoman", "supporter",     "uncle",
      "widow",     "widower",      "wife"};
  return std::find(std::begin(all), std::end(all), w) != std::end(all);
}

// "Secretary of State Ann Lee": a name behind the complement of its title.
std::int32_t titled(const reading& r, const phrase& p, std::uint32_t end) {
  if (p.kind.kind != noun_kind::person || p.kind.plural || p.end >= end ||
      (r.words[p.end] != word::of && r.words[p.end] != word::preposition)) {
    return -1;
  }
  if (relation(p.head_word)) return -1;
  std::uint32_t t = p.end + 1;
  for (const std::uint32_t stop = std::min(end, t + 8); t < stop; ++t) {
    const word w = r.words[t];
    if (r.mention_at[t] >= 0) {
      const auto& m =
          r.found.mentions[static_cast<std::size_t>(r.mention_at[t])];
      const bool person = m.type == entity_type::person;
      const bool owner = r.possessive_at(m.where.end);
      if (person) return t == p.end + 1 || owner ? -1 : r.mention_at[t];
      if (owner) return -1;
      t = std::max(m.token_end, t + 1) - 1;
      continue;
    }
    if (w != word::other && w != word::the && w != word::conjunction &&
        w != word::hyphen) {
      return -1;
    }
    // "wife of Senator X", but "Minister of the Interior Senator X".
    if (w == word::other && t <= p.end + 2 &&
        noun_of(r.folded(t)).kind == noun_kind::person) {
      return -1;
    }
  }
  return -1;
}

// "who gave her name as Mrs Fang", "who asked to be identified only as Li":
// the name behind the "as" of the relative clause that starts at `t`.
std::int32_t called(const reading& r, std::uint32_t t, std::uint32_t end) {
  bool naming = false;
  for (const std::uint32_t stop = std::min(end, t + 10); t < stop; ++t) {
    const std::string_view w = r.raw(t);
    naming = naming || w == "name" || w == "named" || w == "identified";
    if (r.words[t] == word::comma || r.words[t] == word::stop) return -1;
    if (!naming || w != "as") continue;
    for (++t; t < stop; ++t) {
      if (r.mention_at[t] >= 0) {
        const auto& m =
            r.found.mentions[static_cast<std::size_t>(r.mention_at[t])];
        return m.type == entity_type::person ? r.mention_at[t] : -1;
      }
      if (r.words[t] != word::honorific_m && r.words[t] != word::honorific_f &&
          r.words[t] != word::honorific) {
        return -1;
      }
    }
  }
  return -1;
}

// "them", "the officers": whom one can be of.
bool some_people(const reading& r, std::uint32_t t, std::uint32_t end) {
  if (t >= end) return false;
  if (plural_pronoun(r.words[t]) || r.words[t] == word::we) return true;
  while (t < end && (r.words[t] == word::the || r.words[t] == word::this_that ||
                     r.words[t] == word::many || r.words[t] == word::number ||
                     possessive_pronoun(r.words[t]))) {
    ++t;
  }
  for (const std::uint32_t stop = std::min(end, t + 8); t < stop; ++t) {
    if (r.words[t] == word::possessive) return false;
    if (phrase_end(r.words[t])) return false;
    const noun n = noun_of(r.folded(t));
    const bool group = n.kind == noun_kind::people || n.plural;
    if (group && (t + 1 >= stop || r.words[t + 1] != word::possessive)) {
      return n.kind == noun_kind::people || n.kind == noun_kind::person;
    }
  }
  return false;
}

}  // namespace

std::string title_before(const reading& r, std::uint32_t m) {
  const std::uint32_t t = r.found.mentions[m].first_token;
  if (t == 0 || r.words[t - 1] != word::other) return {};
  const std::string w = r.folded(t - 1);
  return noun_of(w).kind == noun_kind::person ? w : std::string();
}

int sex_of_honorific(const reading& r, const entities::mention& m) {
  const auto told = [&r](std::uint32_t t) {
    if (r.words[t] == word::honorific_m) return 2;
    if (r.words[t] == word::honorific_f) return -2;
    return r.laid.tokens[t].letters == text::token_case::lower
               ? 0
               : int{sex_of_address(r.raw(t)).sex};
  };
  std::uint32_t t = m.first_token;
  // Inside the mention, or up to two tokens before it ("Mr ." is two).
  if (t + 1 < m.token_end && told(t) != 0) return told(t);
  for (int back = 0; back < 2 && t > 0; ++back) {
    --t;
    if (told(t) != 0) return told(t);
    if (r.words[t] != word::stop) break;
  }
  return 0;
}

int age_in(std::string_view folded) {
  if (folded.empty() || folded[0] < '0' || folded[0] > '9') return 0;
  const std::size_t at = folded.find("-year-old");
  if (at == std::string_view::npos || at == 0 || at > 3) return 0;
  int age = 0;
  for (std::size_t i = 0; i < at; ++i) {
    if (folded[i] < '0' || folded[i] > '9') return 0;
    age = age * 10 + (folded[i] - '0');
  }
  return age;
}

bool looks_like_verb(const reading& r, std::uint32_t token) {
  if (r.words[token] == word::auxiliary) return true;
  if (r.words[token] != word::other || !r.english()) return false;
  const text::token& t = r.laid.tokens[token];
  if (t.kind != text::token_kind::word ||
      t.letters != text::token_case::lower) {
    return false;
  }
  const std::string_view w = r.raw(token);
  if (ends(w, "ed")) return true;
  if (ends(w, "s") && !ends(w, "ss") && w.size() > 3) return true;
  return w.size() <= longest_past_form &&
         past_forms.find(learned::loaded(w)) < std::size(past_form_list);
}

phrase read_phrase(const reading& r, std::uint32_t first, std::uint32_t end) {
  phrase p;
  end = std::min(end, first + limits::max_phrase);
  std::uint32_t t = first;
  while (t < end && (r.words[t] == word::mark || r.words[t] == word::open)) {
    ++t;
  }
  if (t < end && r.words[t] == word::preposition) {  // "In a statement, X"
    std::uint32_t comma = t;
    while (comma < end && r.words[comma] != word::comma) ++comma;
    if (comma + 1 < end) t = comma + 1;
  }
  p.begin = t;
  if (t < end && determiner(r.words[t]) && r.mention_at[t] < 0) {
    p.determiner = r.words[t++];
    if (p.determiner == word::many && t < end && r.raw(t) == "than") ++t;
  }
  bool named_head = false;
  while (t < end) {
    if (r.mention_at[t] >= 0) {
      const std::int32_t at = r.mention_at[t];
      const auto& m = r.found.mentions[static_cast<std::size_t>(at)];
      const std::uint32_t next = std::max(m.token_end, t + 1);
      const std::uint32_t compound = r.compound_end(next - 1);
      if (compound > next &&
          r.laid.tokens[compound - 1].letters == text::token_case::lower) {
        t = compound;  // "the Paris-based Blue Fund"
        continue;
      }
      if (m.type < entity_type::date && r.possessive_at(m.where.end)) {
        p.owner = at;
        named_head = false;
        t = r.after_possessive(next);
        continue;
      }
      if (m.type < entity_type::date) {
        // "Kremlin spokesman Dmitry Peskov": the last name is the head.
        p.named = at;
        named_head = true;
        p.head = next - 1;
      } else if (p.head == no_token) {
        p.head = next - 1;  // "this weekend in Rome, Ann Lee"
      }
      t = next;
      if (m.type == entity_type::person && !noun_follows(r, t, end)) break;
      continue;
    }
    const word w = r.words[t];
    if (phrase_end(w) && r.compound_end(t) == t + 1) break;  // not "in-charge"
    if (w == word::conjunction && p.head != no_token) break;
    if (w == word::mark || w == word::possessive) {
      ++t;
      continue;
    }
    const std::uint32_t next = r.compound_end(t);
    std::string folded = r.folded(t, next);
    if (p.head != no_token && (named_head || p.kind.kind != noun_kind::none)) {
      if (participle(folded) && !noun_follows(r, next, end) &&
          r.laid.tokens[t].letters == text::token_case::lower) {
        break;
      }
      if (looks_like_verb(r, t) && noun_of(folded).kind == noun_kind::none &&
          !noun_follows(r, next, end)) {
        break;
      }
    }
    if (const int age = age_in(folded)) p.age = age;
    if (w == word::other || w == word::honorific || w == word::many ||
        w == word::number || w == word::honorific_m || w == word::honorific_f) {
      p.head = next - 1;
      p.kind = noun_of(folded);
      p.head_word = std::move(folded);
      named_head = false;
      p.named = -1;
    }
    t = next;
  }
  p.end = t;
  if (p.head == no_token && p.determiner == word::a && t < end &&
      r.words[t] == word::of && some_people(r, t + 1, end)) {
    // "One of them, Ann Lee"
    p.head = p.begin;
    p.head_word = "one";
    p.kind.kind = noun_kind::person;
  }
  if (p.head == no_token && p.owner >= 0 && t >= end) {  // "Trump's" alone
    p.named = p.owner;
    p.head = r.found.mentions[static_cast<std::size_t>(p.owner)].token_end - 1;
  }
  if (p.head == no_token) return p;
  if (named_head) return p;
  p.named = titled(r, p, end);
  if (p.named >= 0) return p;
  // A lower-case noun with a name before it is a description; look behind it
  // for a name in apposition.
  const bool person = p.kind.kind == noun_kind::person;
  const bool body = p.kind.kind == noun_kind::organization;
  if (!person && !body && p.kind.kind != noun_kind::none) return p;
  for (std::uint32_t c = p.end; c < end; ++c) {
    if (person && r.words[c] == word::who) p.named = called(r, c + 1, end);
    if (r.words[c] == word::who || r.words[c] == word::which ||
        r.words[c] == word::stop) {
      break;
    }
    if (r.words[c] != word::comma) continue;
    p.named = apposed(r, c, end, !body);
    if (p.named >= 0 || c == p.end) break;
  }
  return p;
}

std::vector<std::string> describing_words(const reading& r, std::uint32_t begin,
                                          std::uint32_t end) {
  std::vector<std::string> out;
  for (std::uint32_t t = begin; t < end && out.size() < limits::max_phrase;
       ++t) {
    const word w = r.words[t];
    if (w != word::other && w != word::number) continue;
    const std::uint32_t last = std::min(r.compound_end(t), end) - 1;
    std::string folded = r.folded(t, last + 1);
    t = last;
    if (folded.empty()) continue;
    const std::string_view country = country_of(folded);
    if (out.empty()) out.reserve(4);
    if (!country.empty()) {
      out.emplace_back(country);
      continue;
    }
    // "FM" -> foreign, minister; "U.S." -> united states.
    const std::string_view full = title_form(alias_form(folded));
    std::size_t at = 0;
    while (at < full.size()) {
      const std::size_t space =
          std::min(full.find_first_of(" -", at), full.size());
      if (space > at) out.emplace_back(full.substr(at, space - at));
      at = space + 1;
    }
  }
  return out;
}

}  // namespace copydesk::people
