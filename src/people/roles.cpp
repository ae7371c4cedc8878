// SPDX-License-Identifier: Apache-2.0
// roles.cpp - what stands beside a name tells who it is; see roles.hpp.
//
// Idea: titles that the tagger found are kept; around each mention of a
// person five patterns are tried: words before ("defense lawyer X"), an
// apposition before ("its chairman, X") and behind ("X, the minister,", "X
// the minister told"), an age ("X, 61,") and a copula ("X, who is a lawyer").
// Cost: bounded by limits::max_phrase a mention.
#include "people/roles.hpp"

#include <algorithm>

#include "limits.hpp"
#include "people/foreign_words.hpp"
#include "people/forms.hpp"
#include "people/phrases.hpp"

namespace copydesk::people {
namespace {

bool lower_case(const reading& r, std::uint32_t t) {
  return r.laid.tokens[t].letters == text::token_case::lower;
}

// An adverb at the start of a sentence, which has a capital for that reason.
bool opening_word(std::string_view w) {
  constexpr std::string_view all[] = {
      "again", "also",      "earlier", "even",     "instead",   "later",
      "like",  "meanwhile", "now",     "recently", "still",     "then",
      "there", "thus",      "today",   "unlike",   "yesterday", "yet"};
  return std::binary_search(std::begin(all), std::end(all), w);
}

class role_finder {
 public:
  role_finder(const reading& r, identities& who) : r_(r), who_(who) {}

  void run() {
    titled_.assign(r_.found.mentions.size(), false);
    mark_cues();
    for (const entities::title& t : r_.found.titles) tagged(t);
    for (std::uint32_t m = 0; m < r_.found.mentions.size(); ++m) {
      if (r_.found.mentions[m].type != entity_type::person) continue;
      if (who_.of_mention[m] < 0) continue;
      inside(m);
      before(m);
      apposed_before(m);
      behind(m);
      copula(m);
      sex_by_honorific(m);
    }
    for (identity& one : who_.all) {
      if (one.type == entity_type::person) sex_by_first_name(one);
    }
  }

 private:
  identity& identity_of(std::uint32_t m) {
    return who_.all[static_cast<std::size_t>(who_.of_mention[m])];
  }

  text::clean_span span_of(std::uint32_t begin, std::uint32_t end) const {
    return {r_.laid.tokens[begin].where().begin,
            r_.laid.tokens[end - 1].where().end};
  }

  void add(std::uint32_t m, std::uint32_t begin, std::uint32_t end,
           std::uint32_t words_end, bool title) {
    if (begin >= end) return;
    role it;
    it.where = span_of(begin, end);
    it.words = describing_words(r_, begin, std::max(end, words_end));
    it.title = title;
    add_role(r_, std::move(it), identity_of(m));
    for (std::uint32_t t = begin; t < std::max(end, words_end); ++t) {
      if (r_.mention_at[t] >= 0) affiliate(r_.mention_at[t], identity_of(m));
    }
  }

  // A body, a place or a people that a role names.
  void affiliate(std::int32_t mention, identity& one) const {
    const auto at = static_cast<std::size_t>(mention);
    const entity_type type = r_.found.mentions[at].type;
    if (who_.of_mention[at] < 0 ||
        one.affiliations.size() == limits::max_affiliations ||
        (type != entity_type::org && type != entity_type::gpe &&
         type != entity_type::loc && type != entity_type::norp)) {
      return;
    }
    const auto name = static_cast<std::uint32_t>(who_.of_mention[at]);
    if (std::find(one.affiliations.begin(), one.affiliations.end(), name) ==
        one.affiliations.end()) {
      one.affiliations.push_back(name);
    }
  }

  void mark_cues() {
    cue_.assign(r_.size(), false);
    for (const quotes::quotation& q : r_.said.quotations) {
      if (!q.has_cue) continue;
      for (std::uint32_t t = r_.token_at(q.cue.begin);
           t < r_.size() && r_.laid.tokens[t].where().begin < q.cue.end; ++t) {
        cue_[t] = true;
      }
    }
  }

  // A title that the tagger found: whose is it? A cue before it is none of it:
  // "tweeted economist Ann Lee".
  void tagged(entities::title t) {
    while (t.first_token < t.token_end && t.first_token < r_.size() &&
           cue_[t.first_token]) {
      ++t.first_token;
    }
    if (t.first_token >= t.token_end || t.token_end > r_.size()) return;
    std::uint32_t next = t.token_end;
    for (int gap = 0; gap < 4 && next < r_.size(); ++gap, ++next) {
      const std::int32_t m = r_.mention_at[next];
      if (m >= 0 && r_.found.mentions[static_cast<std::size_t>(m)].type ==
                        entity_type::person) {
        return take(t, static_cast<std::uint32_t>(m));
      }
      const word w = r_.words[next];
      if (w != word::comma && w != word::mark && !is_honorific(w) &&
          w != word::stop) {
        break;
      }
    }
    std::uint32_t back = t.first_token;
    for (int gap = 0; gap < 10 && back > 0; ++gap) {
      --back;
      const std::int32_t m = r_.mention_at[back];
      if (m >= 0 && r_.found.mentions[static_cast<std::size_t>(m)].type ==
                        entity_type::person) {
        return take(t, static_cast<std::uint32_t>(m));
      }
      if (r_.words[back] == word::stop) return;
    }
  }

  void take(const entities::title& t, std::uint32_t m) {
    if (who_.of_mention[m] < 0) return;
    titled_[m] = true;
    add(m, t.first_token, t.token_end, t.token_end, true);
  }

  // "Cllr Ann Lee", found as one name.
  void inside(std::uint32_t m) {
    const std::uint32_t first = r_.found.mentions[m].first_token;
    const std::uint32_t name = name_begin(r_, r_.found.mentions[m]);
    if (name > first) add(m, first, name, name, true);
  }

  // "Kremlin spokesman Dmitry Peskov"
  void before(std::uint32_t m) {
    const std::uint32_t name = r_.found.mentions[m].first_token;
    if (name == 0) return;
    const std::uint32_t floor = r_.sentence(name).first_token;
    std::uint32_t t = name;
    std::uint32_t head_end = name;
    std::uint32_t lower = 0;
    bool head = false;
    while (t > floor && name - t < 10) {
      const std::uint32_t at = t - 1;
      const word w = r_.words[at];
      if (r_.mention_at[at] >= 0) {
        const auto& other =
            r_.found.mentions[static_cast<std::size_t>(r_.mention_at[at])];
        if (other.type == entity_type::person ||
            r_.possessive_at(other.where.end)) {
          break;
        }
        t = std::min(other.first_token, at);
        continue;
      }
      if (!head && (is_honorific(w) ||
                    (w == word::stop && at > floor && r_.raw(at) == "."))) {
        if (w == word::stop && !is_honorific(r_.words[at - 1])) {
          // "Sen." as two tokens.
          if (r_.noun_at(at - 1).kind == noun_kind::none &&
              title_form(r_.folded(at - 1)) == r_.folded(at - 1)) {
            break;
          }
        }
        t = at;
        if (w != word::stop) head_end = at;
        continue;
      }
      if (head && w == word::hyphen) {
        t = at;
        continue;
      }
      if (w != word::other || cue_[at]) break;
      const noun n = r_.noun_at(at);
      if (!head) {
        if (n.kind != noun_kind::person) {
          const std::string folded = r_.folded(at);
          if (title_form(folded) == folded) break;
        }
        head = true;
        head_end = std::max(head_end, t);
        sex_of(n.sex, m);
      } else if (at == floor && opening_word(r_.folded(at))) {
        break;
      } else if (lower_case(r_, at)) {
        if (r_.verb_at(at) && n.kind == noun_kind::none) break;
        if (++lower > 4) break;
      }
      t = at;
    }
    if (head) add(m, t, std::max(head_end, t + 1), head_end, !titled_[m]);
  }

  void sex_of(int sex, std::uint32_t m) { identity_of(m).sex += 2 * sex; }

  // "Its chairman, Rui Leite", "a lawyer for the family, Ann Lee"
  void apposed_before(std::uint32_t m) {
    const std::uint32_t name = r_.found.mentions[m].first_token;
    const std::uint32_t floor = r_.sentence(name).first_token;
    bool comma = false;
    for (std::uint32_t t = name; t > floor && name - t < 16;) {
      --t;
      const word w = r_.words[t];
      if (w == word::comma) comma = true;
      if (w == word::stop || w == word::mark) return;
      const bool start = w == word::the || w == word::a ||
                         possessive_pronoun(w) || t == floor ||
                         r_.words[t - 1] == word::comma;
      if (!start || !comma) continue;
      const phrase p = read_phrase(r_, t, r_.found.mentions[m].token_end);
      if (p.named != static_cast<std::int32_t>(m) || p.head == no_token ||
          p.head >= name || p.kind.kind != noun_kind::person) {
        continue;
      }
      sex_of(p.kind.sex, m);
      const std::uint32_t begin =
          p.determiner == word::other ? p.begin : p.begin + 1;
      return add(m, begin, p.head + 1, name, !titled_[m]);
    }
  }

  // "Lavrov, 61, the Russian foreign minister", "Lavrov the minister told"
  void behind(std::uint32_t m) {
    std::uint32_t t = r_.found.mentions[m].token_end;
    if (r_.possessive_at(r_.found.mentions[m].where.end)) return;
    const std::uint32_t end =
        t < r_.size() && t > 0 ? r_.sentence(t - 1).token_end : r_.size();
    const bool comma = t < end && r_.words[t] == word::comma;
    if (comma) ++t;
    if (comma && t < end && r_.words[t] == word::number) {
      const std::string_view digits = r_.raw(t);
      const bool close = t + 1 < end && (r_.words[t + 1] == word::comma ||
                                         r_.words[t + 1] == word::stop);
      if (close && digits.size() <= 3) {
        int age = 0;
        for (char c : digits) {
          if (c < '0' || c > '9') return;
          age = age * 10 + (c - '0');
        }
        identity_of(m).age = age;
        t += 2;
      }
    }
    if (t >= end) return;
    if (!comma && r_.words[t] != word::the) return;
    const phrase p = read_phrase(r_, t, end);
    if (p.head == no_token || p.named >= 0 ||
        p.kind.kind != noun_kind::person) {
      return;
    }
    std::uint32_t close = p.end;
    while (close < end && close - t < 16 && r_.words[close] != word::comma &&
           r_.words[close] != word::stop && r_.words[close] != word::who &&
           r_.words[close] != word::which &&
           !(close == p.end && r_.words[close] == word::mark)) {
      if (r_.verb_at(close) && comma) return;  // a new clause
      if (r_.verb_at(close)) break;
      ++close;
    }
    const std::uint32_t begin =
        p.determiner == word::other ? p.begin : p.begin + 1;
    if (p.age != 0) identity_of(m).age = p.age;
    sex_of(p.kind.sex, m);
    add(m, begin, p.head + 1, close, !titled_[m]);
  }

  // "Ann Lee, who is a lawyer", "Ann Lee is the director of"
  void copula(std::uint32_t m) {
    std::uint32_t t = r_.found.mentions[m].token_end;
    if (t == 0 || t >= r_.size()) return;
    const std::uint32_t end = r_.sentence(t - 1).token_end;
    if (t < end && r_.words[t] == word::comma) ++t;
    if (t < end && r_.words[t] == word::who) ++t;
    if (t >= end || r_.words[t] != word::auxiliary) return;
    const std::string_view be = r_.raw(t);
    if (be != "is" && be != "was") return;
    const phrase p = read_phrase(r_, t + 1, end);
    if (p.head == no_token || p.kind.kind != noun_kind::person ||
        p.named >= 0 ||
        (p.determiner != word::a && p.determiner != word::the)) {
      return;
    }
    sex_of(p.kind.sex, m);
    add(m, p.begin + 1, p.head + 1, std::min(p.end + 6, end), false);
  }

  void sex_by_honorific(std::uint32_t m) {
    identity_of(m).sex += 3 * sex_of_honorific(r_, r_.found.mentions[m]);
  }

  void sex_by_first_name(identity& one) {
    if (one.words.empty()) return;
    if (r_.laid.lang == text::language::ru) {
      one.sex += sex_of_russian(one.words.back());
    }
    // A single word is a surname more often than a first name.
    const name_sex s = sex_of_first_name(one.words[0]);
    if (one.words.size() > 1) {
      one.sex += s.known ? 2 * s.sex : s.sex;
      if (s.sex == 0 && one.words.size() > 2) {
        one.sex += sex_of_first_name(one.words[1]).sex;
      }
    } else if (s.known) {
      one.sex += s.sex / 2;
    }
  }

  const reading& r_;
  identities& who_;
  std::vector<bool> titled_;  // a mention: the tagger found its title
  std::vector<bool> cue_;     // a token: of the cue of a quotation
};

// How well the case of a title fits: demonyms and acronyms with capitals.
int case_of(std::string_view raw) {
  int capitals = 0, small = 0;
  for (char c : raw) {
    capitals += c >= 'A' && c <= 'Z';
    small += c >= 'a' && c <= 'z';
  }
  return small == 0 && capitals > 4 ? -1 : capitals;
}

}  // namespace

void add_role(const reading& r, role it, identity& who) {
  it.bits = word_bits(it.words);
  for (role& old : who.roles) {
    if (old.bits != it.bits || old.words != it.words) continue;
    const bool better = case_of(r.raw(it.where)) > case_of(r.raw(old.where));
    if (it.title && (!old.title || better)) old.where = it.where;
    old.title = old.title || it.title;
    return;
  }
  if (who.roles.size() == limits::max_roles) return;
  for (const std::string& w : it.words) {
    it.lesser = it.lesser || names_lesser(w);
    it.past = it.past || names_past(w);
    it.sided = it.sided || names_side(w);
  }
  who.roles.push_back(std::move(it));
}

bool names_side(std::string_view w) {
  constexpr std::string_view sides[] = {
      "conservative", "democrat",    "democratic",  "democrats",
      "green",        "independent", "labor",       "liberal",
      "libertarian",  "republican",  "republicans", "socialist"};
  return std::binary_search(std::begin(sides), std::end(sides), w);
}

bool names_past(std::string_view w) {
  return w == "former" || w == "ex" || w == "late" || w == "onetime";
}

bool names_lesser(std::string_view w) {
  return w == "vice" || w == "deputy" || w == "assistant" || w == "junior";
}

void gather_roles(const reading& r, identities& who) {
  role_finder(r, who).run();
}

std::vector<text::clean_span> titles_of(const reading& r, const identity& who) {
  std::vector<text::clean_span> out;
  std::vector<std::string> seen;
  for (const role& it : who.roles) {
    if (!it.title) continue;
    const std::string folded = fold(r.raw(it.where));
    if (folded == "mr" || folded == "mr." || folded == "mrs" ||
        folded == "mrs." || folded == "ms" || folded == "ms." ||
        folded == "miss") {
      continue;
    }
    const auto at = std::find(seen.begin(), seen.end(), folded);
    if (at == seen.end()) {
      seen.push_back(folded);
      out.push_back(it.where);
      continue;
    }
    text::clean_span& old = out[static_cast<std::size_t>(at - seen.begin())];
    if (case_of(r.raw(it.where)) > case_of(r.raw(old))) old = it.where;
  }
  return out;
}

}  // namespace copydesk::people
