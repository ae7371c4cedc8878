// SPDX-License-Identifier: Apache-2.0
// speakers.cpp - who said it; see speakers.hpp.
//
// Idea: the source phrase was resolved while the text was followed; here it
// becomes a name, a group, or an unnamed speaker by the fullest phrase. "I"
// is who says the quotation around; a quotation without a source is said by
// who spoke last, where the text carries on.
#include "people/speakers.hpp"

#include <algorithm>

#include "limits.hpp"
#include "people/phrases.hpp"
#include "people/speaker_kinds.hpp"
#include "people/turns.hpp"
#include "people/unsourced.hpp"

namespace copydesk::people {
namespace {

// A small word inside names of persons: "Maria do Carmo".
bool particle(std::string_view w) {
  constexpr std::string_view all[] = {"al",  "bin", "bint", "da",  "das", "de",
                                      "del", "der", "di",   "do",  "dos", "el",
                                      "ibn", "la",  "van",  "von", "y"};
  return std::binary_search(std::begin(all), std::end(all), w);
}

class speakers {
 public:
  speakers(const reading& r, const identities& who, const discourse& d)
      : r_(r), who_(who), d_(d) {}

  // What sources, labels and signatures tell.
  std::vector<attribution> told() {
    const auto& all = r_.said.quotations;
    out_.resize(all.size());
    // In the order of the text: what is around or before is ready.
    for (std::size_t q = 0; q < all.size(); ++q) {
      if (all[q].has_source && !all[q].source.empty()) {
        sourced(q);
      }
    }
    for (std::size_t q = 0; q < all.size(); ++q) {
      if (!out_[q].known) stands_beside(q);
    }
    return std::move(out_);
  }

  // And whom the text carries on with.
  std::vector<attribution> run(const dialogue_weights& weights) {
    out_ = told();
    take_turns(r_, who_, d_, weights, out_);
    for (std::size_t q = 0; q < out_.size(); ++q) {
      if (!out_[q].known) carried_on(q);
    }
    return std::move(out_);
  }

 private:
  void by_name(std::int32_t name, float sure, attribution& a) const {
    const identity& one = who_.all[static_cast<std::size_t>(name)];
    a.name = name;
    a.text = one.text;
    a.kind = speaker_kind_of(one.type);
    a.confidence = sure;
  }

  std::string words(std::uint32_t begin, std::uint32_t end) const {
    return clean(r_.raw({r_.laid.tokens[begin].where().begin,
                         r_.laid.tokens[end - 1].where().end}));
  }

  static std::string clean(std::string_view s) {
    std::string out;
    for (char c : s) {
      const bool space = c == ' ' || c == '\n' || c == '\t';
      if (!space) {
        out.push_back(c);
      } else if (!out.empty() && out.back() != ' ') {
        out.push_back(' ');
      }
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == ',')) {
      out.pop_back();
    }
    return out;
  }

  // The token behind a name that stands at `t`, with its article, and is the
  // whole of its phrase: "in Iraq", not "of Iraq's police". `t` if there is
  // none.
  std::uint32_t name_behind(std::uint32_t t, std::uint32_t stop) const {
    std::uint32_t at = t;
    if (at < stop && r_.words[at] == word::the) ++at;
    if (at >= stop || r_.mention_at[at] < 0) return t;
    const auto& m =
        r_.found.mentions[static_cast<std::size_t>(r_.mention_at[at])];
    if (r_.possessive_at(m.where.end) || m.token_end > stop) return t;
    if (m.type == entity_type::norp) return t;  // "Kurdish leaders"
    return std::max(m.token_end, t);
  }

  // "of manipulating machines": no more of who they are.
  bool participle_of_act(std::uint32_t t, std::uint32_t stop) const {
    if (t >= stop || r_.words[t] != word::other) return false;
    const std::string_view w = r_.raw(t);
    return w.size() > 5 && w.compare(w.size() - 3, 3, "ing") == 0 &&
           r_.laid.tokens[t].letters == text::token_case::lower;
  }

  // The phrase with what follows its head: "a spokesman for the company".
  std::string fullest(const phrase& p) const {
    if (r_.mention_at[p.head] >= 0 && p.named < 0 &&
        p.determiner == word::other && p.head_word.empty()) {
      return words(p.begin, p.head + 1);  // two names
    }
    const std::uint32_t stop =
        std::min(r_.sentence(p.head).token_end, p.head + 10);
    std::uint32_t t = p.end;
    while (t < stop) {
      const word w = r_.words[t];
      if (w == word::of || w == word::preposition) {
        const std::uint32_t name = name_behind(t + 1, stop);
        if (name > t + 1) {
          t = name;
          continue;
        }
        if (participle_of_act(t + 1, stop)) break;
        const phrase inner = read_phrase(r_, t + 1, stop);
        if (inner.head == no_token || inner.end <= t + 1) break;
        t = std::min(inner.end, stop);
        if (inner.named >= 0) {
          t = std::min(stop,
                       r_.found.mentions[static_cast<std::size_t>(inner.named)]
                           .token_end);
          if (t < inner.end) t = inner.end;
        }
        continue;
      }
      break;
    }
    t = std::min(t, stop);
    // "two people with knowledge of the matter said."
    if (t > p.head + 1 && saying(r_.raw(t - 1))) --t;
    return words(p.begin, std::max(p.head + 1, t));
  }

  void sourced(std::size_t q) {
    const quotes::quotation& it = r_.said.quotations[q];
    attribution& a = out_[q];
    a.known = true;
    a.where = it.source;
    const std::uint32_t first = r_.token_at(it.source.begin);
    const std::uint32_t end = r_.token_at(it.source.end - 1) + 1;
    if (first >= r_.size()) return;
    const phrase p = read_phrase(r_, first, std::min(end, r_.size()));
    const word w = r_.words[first];
    const std::int32_t ref = d_.speaker_of[q];
    if (several(p, end)) {
      a.text = clean(r_.raw(it.source));
      a.kind = speaker_kind::group;
      a.confidence = 0.9F;
      return;
    }
    if (first + 1 == end && r_.mention_at[first] < 0) {
      beside one = labelled(first);
      if (one.name < 0) one = speaker_of_word(r_, who_, first);
      if (one.name >= 0) return by_name(one.name, one.confidence, a);
    }
    if (ref >= 0) {
      resolved(p, ref, a);
      return;
    }
    if (w == word::i || w == word::we) {
      if (own_statement(q, first, a)) return;
    } else if (w == word::who || w == word::which || w == word::whose) {
      if (relative(first, a)) return;
    }
    a.text = as_it_stands(it.source, p);
    a.kind = w == word::they || w == word::we || w == word::many
                 ? speaker_kind::group
                 : speaker_kind_of(p.kind.kind, p.kind.plural);
    a.confidence =
        w == word::other || w == word::the || w == word::a ? 0.8F : 0.3F;
  }

  // "A:" is asked once, and is one person throughout.
  beside labelled(std::uint32_t token) {
    if (r_.raw(token) != "A") return speaker_of_label(r_, who_, token);
    if (!answers_known_) {
      answers_ = speaker_of_label(r_, who_, token);
      answers_known_ = true;
    }
    return answers_;
  }

  // Two words with capitals, where the tagger found no name.
  bool unfound_name(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t second = first + 1;
    if (second < end && particle(r_.raw(second))) ++second;
    if (second >= end || r_.words[first] != word::other) return false;
    for (const std::uint32_t t : {first, second}) {
      if (r_.mention_at[t] >= 0 ||
          r_.laid.tokens[t].letters == text::token_case::lower) {
        return false;
      }
    }
    return r_.noun_at(first).kind == noun_kind::none;
  }

  // ", a division of", ", which", ", including".
  bool begins_aside(std::uint32_t comma, std::uint32_t end) const {
    if (r_.words[comma] != word::comma || comma + 1 >= end) return false;
    const word w = r_.words[comma + 1];
    return w == word::a || w == word::which || w == word::who ||
           r_.raw(comma + 1) == "including";
  }

  // The source phrase; of a name without "who sells fish in Betim", of a group
  // or a body without ", a division of" and ", which".
  std::string as_it_stands(text::clean_span source, const phrase& p) const {
    const std::uint32_t first = r_.token_at(source.begin);
    const std::uint32_t end =
        std::min(r_.token_at(source.end - 1) + 1, r_.size());
    if (first + 1 == end && r_.words[first] <= word::who &&
        r_.words[first] != word::other) {  // "I've"
      const std::string_view w = r_.raw(first);
      return std::string(w.substr(0, before_apostrophe(w)));
    }
    const bool several = p.kind.plural || p.kind.kind == noun_kind::people ||
                         p.kind.kind == noun_kind::organization;
    std::uint32_t t = first + 1;
    if (!unfound_name(first, end)) {
      while (several && t < end && !begins_aside(t, end)) ++t;
      return several && t < end ? words(first, t) : clean(r_.raw(source));
    }
    while (t < end && r_.words[t] != word::comma && r_.words[t] != word::who) {
      ++t;
    }
    return words(first, t);
  }

  // "Ann Lee and Bob Roe": two names side by side.
  bool several(const phrase& p, std::uint32_t end) const {
    if (p.named < 0) return false;
    const auto& first = r_.found.mentions[static_cast<std::size_t>(p.named)];
    if (first.token_end + 1 >= end ||
        r_.words[first.token_end] != word::conjunction) {
      return false;
    }
    std::uint32_t t = first.token_end + 1;
    while (t < end && r_.mention_at[t] < 0 &&
           (r_.words[t] == word::the || is_honorific(r_.words[t]))) {
      ++t;
    }
    if (t >= end || r_.mention_at[t] < 0) return false;
    const auto& second =
        r_.found.mentions[static_cast<std::size_t>(r_.mention_at[t])];
    return second.type == first.type && !r_.possessive_at(second.where.end);
  }

  void resolved(const phrase& p, std::int32_t ref, attribution& a) const {
    const referent& who = d_.referents[static_cast<std::size_t>(ref)];
    const float asked = d_.asked.at(p.begin).sure;
    if (who.name >= 0) {
      const float named =
          p.named >= 0
              ? r_.found.mentions[static_cast<std::size_t>(p.named)].confidence
              : 0.0F;
      by_name(who.name, p.named >= 0 ? 0.5F + 0.48F * named : asked, a);
      return;
    }
    const bool itself = d_.described(who).begin == p.begin;
    a.kind = speaker_kind_of(who.kind, who.plural);
    a.text = itself ? as_it_stands(a.where, p) : fullest(d_.described(who));
    a.confidence = asked > 0 ? asked : 0.8F;  // nobody was asked for
  }

  // "I" and "we" inside a quotation: who says it.
  bool own_statement(std::size_t q, std::uint32_t token, attribution& a) {
    std::int32_t around = r_.said.quotations[q].parent;
    if (around < 0) around = r_.quote_at[token];
    if (around < 0 || static_cast<std::size_t>(around) == q) return false;
    const attribution& outer = out_[static_cast<std::size_t>(around)];
    if (!outer.known) return false;
    a.name = outer.name;
    a.text = outer.text;
    a.kind = outer.kind;
    a.confidence = 0.9F * outer.confidence;
    return true;
  }

  // "who": the person named right before.
  bool relative(std::uint32_t token, attribution& a) const {
    const auto at = std::partition_point(
        d_.occurrences.begin(), d_.occurrences.end(),
        [token](const occurrence& o) { return o.token < token; });
    const std::uint32_t floor = r_.sentence(token).first_token;
    int looked = 0;
    for (auto o = at; o != d_.occurrences.begin() && looked < 4; ++looked) {
      --o;
      if (o->token < floor) break;
      const referent& who = d_.referents[static_cast<std::size_t>(o->referent)];
      const bool person =
          who.kind == noun_kind::person || who.kind == noun_kind::people;
      if (r_.words[token] == word::who && !person) continue;
      if (o->role == clause_role::possessive) continue;
      if (who.name < 0 && r_.mention_at[d_.described(who).head] >= 0) {
        continue;
      }
      if (who.name >= 0) {
        by_name(who.name, 0.85F, a);
      } else {
        a.kind = speaker_kind_of(who.kind, who.plural);
        a.text = fullest(d_.described(who));
        a.confidence = 0.7F;
      }
      return true;
    }
    return false;
  }

  // A quotation without a source, but with a name that is set beside it.
  void stands_beside(std::size_t q) {
    const quotes::quotation& it = r_.said.quotations[q];
    if (it.content.empty() || it.parent >= 0) return;
    if (it.kind != quote_kind::direct && same_sentence(q)) return;
    if (it.kind == quote_kind::indirect) return;
    const beside near = speaker_beside(r_, who_, it);
    if (near.name < 0) return;
    out_[q].known = true;
    out_[q].where = near.where;
    by_name(near.name, near.confidence, out_[q]);
  }

  // A quotation without a source: the running speaker.
  void carried_on(std::size_t q) {
    const quotes::quotation& it = r_.said.quotations[q];
    if (it.content.empty() || it.parent >= 0) return;
    if (it.kind == quote_kind::indirect) return;
    bool asked = false;  // a question stands before: another one answers
    const std::uint32_t here = paragraph_of(it.content.front().begin);
    for (std::size_t back = q; back-- > 0 && q - back <= 4;) {
      const attribution& before = out_[back];
      if (!before.known || r_.said.quotations[back].parent >= 0) continue;
      if (before.name < 0 && before.confidence < 0.35F) return;
      const std::uint32_t there =
          paragraph_of(r_.said.quotations[back].content.back().begin);
      if (here > there + 1) return;
      asked = asked || (back + 1 == q && here != there && question(back));
      if (asked && back > 0 && q - back < 4 && out_[back - 1].known &&
          before.text == out_[q - 1].text) {
        continue;
      }
      attribution& a = out_[q];
      a = before;
      a.where = {it.content.front().begin, it.content.front().begin};
      a.confidence = before.confidence * (here == there ? 0.8F : 0.6F);
      return;
    }
  }

  // "She asked him to go, adding that it was late": who spoke before in the
  // sentence speaks on.
  bool same_sentence(std::size_t q) {
    const quotes::quotation& it = r_.said.quotations[q];
    if (!it.has_cue) return false;
    const std::uint32_t cue = r_.token_at(it.cue.begin);
    if (cue >= r_.size()) return false;
    for (std::size_t back = q; back-- > 0 && q - back <= 4;) {
      const quotes::quotation& before = r_.said.quotations[back];
      if (before.parent >= 0 || before.content.empty()) continue;
      const std::uint32_t end = r_.token_at(before.content.back().begin);
      if (r_.sentence_of[end] != r_.sentence_of[cue]) return false;
      if (!out_[back].known || before.content.back().end > it.cue.begin) {
        continue;
      }
      out_[q] = out_[back];
      out_[q].where = {it.cue.begin, it.cue.begin};
      out_[q].confidence = 0.8F * out_[back].confidence;
      return true;
    }
    return false;
  }

  bool question(std::size_t q) const {
    const text::clean_span last = r_.said.quotations[q].content.back();
    return !last.empty() && r_.laid.clean[last.end - 1] == '?';
  }

  std::uint32_t paragraph_of(std::uint32_t byte) const {
    const std::uint32_t t = r_.token_at(byte);
    return t < r_.size() ? r_.sentence(t).paragraph : 0;
  }

  const reading& r_;
  const identities& who_;
  const discourse& d_;
  std::vector<attribution> out_;
  beside answers_;  // who "A:" is
  bool answers_known_ = false;
};

}  // namespace

std::vector<attribution> attribute(const reading& r, const identities& who,
                                   const discourse& d,
                                   const dialogue_weights& weights) {
  return speakers(r, who, d).run(weights);
}

std::vector<attribution> told_speakers(const reading& r, const identities& who,
                                       const discourse& d) {
  return speakers(r, who, d).told();
}

}  // namespace copydesk::people
