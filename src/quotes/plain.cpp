// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. The clause beside the marks is read to its first
// full stop or mark, at most `reach` tokens. Where a verb has a noun phrase on
// both sides, a pronoun wins, else the one that the word order of a clause
// that begins with a quotation gives: after the verb.
#include "quotes/plain.hpp"

#include <algorithm>
#include <string_view>

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t reach = 40;
constexpr std::uint32_t longest_source = 16;

class plain {
 public:
  explicit plain(const reading& r) : r_(r) {}

  std::vector<attribution> run() {
    for (std::size_t i = 0; i < r_.pairs.size(); ++i) {
      const auto p = static_cast<std::int32_t>(i);
      if (!r_.whole[i]) {
        if (r_.pairs[i].parent < 0) fragment(p);
        continue;
      }
      if (r_.whole_parent[i] >= 0) continue;
      const std::uint32_t open = r_.outer_first(p);
      if (open > 0 && r_.tags[open - 1] == tag_colon && before(p)) continue;
      if (!after(p)) before(p);
    }
    return std::move(out_);
  }

 private:
  bool is(std::uint32_t t, word_tag tag) const {
    return r_.words[t].tag == tag;
  }
  bool verb(std::uint32_t t) const {
    return (r_.words[t].flags & cue_verb) != 0 && !capital(t);
  }
  bool preposition(std::uint32_t t) const {
    return (r_.words[t].flags & cue_preposition) != 0;
  }
  bool capital(std::uint32_t t) const {
    const text::token& x = r_.laid.tokens[t];
    return x.kind == text::token_kind::word &&
           x.letters != text::token_case::lower &&
           x.letters != text::token_case::none;
  }
  bool stop(std::uint32_t t) const {
    return r_.tags[t] == tag_stop || r_.tags[t] == tag_left_mark ||
           r_.tags[t] == tag_right_mark || r_.tags[t] == tag_colon ||
           r_.tags[t] == tag_semicolon;
  }
  std::uint32_t paragraph_of(std::uint32_t t) const {
    return r_.laid.sentences[r_.sentence_of[t]].paragraph;
  }

  // The verb after the quotation.
  bool after(std::int32_t p) {
    std::uint32_t t = r_.outer_end(p);
    const auto n = static_cast<std::uint32_t>(r_.tags.size());
    if (t >= n || new_sentence(p, t)) return false;
    const std::uint32_t paragraph = paragraph_of(t - 1);
    if (t < n && (r_.tags[t] == tag_comma || r_.tags[t] == tag_dash)) ++t;
    std::uint32_t end = t;
    while (end < n && end < t + reach && paragraph_of(end) == paragraph &&
           !stop(end)) {
      ++end;
    }
    for (std::uint32_t k = t; k < end && k < t + 12; ++k) {
      if (r_.tags[k] == tag_comma && k > t) break;
      if (verb(k) && !is(k, word_tag::have) && !is(k, word_tag::be)) {
        // "..., a declare X": the last verb of the group is the cue.
        std::uint32_t cue = k;
        while (cue + 1 < end && verb(cue + 1)) ++cue;
        put(p, cue, source_near(t, k, cue + 1, end, true));
        return true;
      }
      if (k == t && preposition(k)) {
        put(p, k, phrase(k + 1, end));
        return true;
      }
    }
    return false;
  }

  // A few words in marks, in a sentence that reports: "... nannte ihn "einen
  // Mann der Tat"". Names of things are no speech.
  void fragment(std::int32_t p) {
    const pair& q = r_.pairs[static_cast<std::size_t>(p)];
    const std::uint32_t at = r_.outer_first(p);
    const text::sentence& s = r_.laid.sentences[r_.sentence_of[at]];
    std::uint32_t small_words = 0, words = 0;
    for (std::uint32_t t = q.first; t < q.end; ++t) {
      if (r_.laid.tokens[t].kind != text::token_kind::word) continue;
      ++words;
      small_words += !capital(t);
    }
    if (words == 0 || small_words == 0) return;
    std::uint32_t cue = no_token;
    const std::uint32_t lo =
        at > s.first_token + reach ? at - reach : s.first_token;
    for (std::uint32_t t = at; t-- > lo && cue == no_token;) {
      if (verb(t)) cue = t;
    }
    const std::uint32_t hi = std::min(s.token_end, r_.outer_end(p) + reach);
    for (std::uint32_t t = r_.outer_end(p); t < hi && cue == no_token; ++t) {
      if (verb(t) || preposition(t)) cue = t;
    }
    bool reported = false;
    for (std::uint32_t t = lo; t < hi; ++t) reported = reported || mood(t);
    if (cue == no_token && !reported) return;
    const bool has = cue != no_token;
    if (!has) cue = at;
    put(p, cue,
        has ? (cue > at && preposition(cue)
                   ? phrase(cue + 1, hi)
                   : source_near(lo, cue, cue + 1, std::max(cue + 1, at),
                                 false))
            : token_range{});
    out_.back().confidence = 0.6F;
    out_.back().has_cue = has;
  }

  // German reports in the subjunctive.
  bool mood(std::uint32_t t) const {
    if (r_.laid.lang != text::language::de) return false;
    const std::string_view s = r_.laid.tokens[t].where.of(r_.laid.clean);
    for (const std::string_view m :
         {"sei", "seien", "habe", "k\u00F6nne", "werde", "m\u00FCsse", "solle",
          "d\u00FCrfe", "wolle", "gebe", "gehe", "stehe", "h\u00E4tten",
          "h\u00E4tte"}) {
      if (s == m) return true;
    }
    return false;
  }

  // Whether what follows the marks has nothing to do with them.
  bool new_sentence(std::int32_t p, std::uint32_t t) const {
    if (r_.tags[t] == tag_comma || r_.tags[t] == tag_dash) return false;
    if (stop(t)) return true;
    const pair& q = r_.pairs[static_cast<std::size_t>(p)];
    const std::string_view last =
        r_.laid.tokens[q.end - 1].where.of(r_.laid.clean);
    return last == "." && capital(t);
  }

  // The verb before the colon or comma that leads to the quotation.
  bool before(std::int32_t p) {
    const std::uint32_t open = r_.outer_first(p);
    if (open == 0) return false;
    std::uint32_t end = open;
    if (r_.tags[end - 1] == tag_colon || r_.tags[end - 1] == tag_comma) --end;
    const bool led = end < open;
    std::uint32_t begin = end;
    const std::uint32_t paragraph = paragraph_of(open - 1);
    while (begin > 0 && begin + reach > end && !stop(begin - 1) &&
           paragraph_of(begin - 1) == paragraph) {
      --begin;
    }
    for (std::uint32_t k = end; k-- > begin;) {
      if (!verb(k) || is(k, word_tag::have) || is(k, word_tag::be)) continue;
      if (!led && k + 4 < end) return false;
      put(p, k, source_near(begin, k, k + 1, end, false));
      return true;
    }
    return false;
  }

  // The noun phrase before [.., verb) or after [after, end) the verb.
  token_range source_near(std::uint32_t begin, std::uint32_t verb_at,
                          std::uint32_t after, std::uint32_t end,
                          bool follows) const {
    const token_range right = phrase(after, end);
    const token_range left = phrase_before(begin, verb_at);
    if (!left.empty() && pronoun(left)) return left;
    if (follows) return right.empty() ? left : right;
    // A clause that begins with its subject has it before the verb.
    if (!left.empty() && left.first <= first_word(begin, verb_at)) return left;
    return right.empty() ? left : right;
  }
  bool pronoun(token_range x) const {
    return x.end == x.first + 1 && is(x.first, word_tag::subject);
  }
  std::uint32_t first_word(std::uint32_t begin, std::uint32_t end) const {
    while (begin < end &&
           (is(begin, word_tag::adverb) || is(begin, word_tag::coord) ||
            r_.tags[begin] == tag_comma)) {
      ++begin;
    }
    return begin;
  }

  bool ends_phrase(std::uint32_t t) const {
    switch (r_.words[t].tag) {
      case word_tag::prep:
      case word_tag::subord:
      case word_tag::that:
      case word_tag::have:
      case word_tag::be:
      case word_tag::object:
      case word_tag::what:
      case word_tag::not_:
        return true;
      case word_tag::adverb:
      case word_tag::day:
        return !capital(t) || r_.words[t].tag == word_tag::day;
      default:
        return verb(t) || r_.tags[t] == tag_comma || r_.tags[t] == tag_dash;
    }
  }

  // The t of "assure-t-elle".
  bool euphonic(std::uint32_t t) const {
    return r_.laid.lang == text::language::fr &&
           r_.laid.tokens[t].where.of(r_.laid.clean) == "t";
  }

  // German writes nouns with a capital: a small word ends no noun phrase.
  bool small(std::uint32_t t) const {
    return r_.laid.lang == text::language::de &&
           r_.laid.tokens[t].kind == text::token_kind::word && !capital(t) &&
           !is(t, word_tag::subject);
  }

  token_range phrase(std::uint32_t begin, std::uint32_t end) const {
    while (begin < end &&
           (is(begin, word_tag::adverb) || is(begin, word_tag::object) ||
            is(begin, word_tag::day) || euphonic(begin) ||
            r_.tags[begin] == tag_dash)) {
      ++begin;
    }
    token_range out{begin, begin};
    while (out.end < end && out.end < begin + longest_source) {
      const std::uint32_t t = out.end;
      if (is(t, word_tag::subject)) {
        if (out.empty()) ++out.end;
        break;
      }
      const bool joined = r_.tags[t] == tag_dash && !out.empty() &&
                          !r_.laid.tokens[t].space_before;
      const bool noun = verb(t) && !out.empty() && is(t - 1, word_tag::det);
      if (ends_phrase(t) && !joined && !noun) break;
      ++out.end;
    }
    while (!out.empty() &&
           (small(out.end - 1) || is(out.end - 1, word_tag::coord) ||
            is(out.end - 1, word_tag::of) || is(out.end - 1, word_tag::det))) {
      --out.end;
    }
    return out;
  }

  // The noun phrase that ends at `end`; one after a preposition is passed
  // over ("mit den Worten").
  token_range phrase_before(std::uint32_t begin, std::uint32_t end) const {
    for (int step = 0; step < 4 && end > begin; ++step) {
      while (end > begin && passed_over(end - 1)) --end;
      token_range out{end, end};
      while (out.first > begin && out.end - out.first < longest_source) {
        const std::uint32_t t = out.first - 1;
        if (is(t, word_tag::subject)) {
          if (out.empty()) --out.first;
          break;
        }
        if (ends_phrase(t)) break;
        --out.first;
      }
      while (!out.empty() && is(out.first, word_tag::coord)) ++out.first;
      const bool led = out.first > begin && is(out.first - 1, word_tag::prep);
      if (!led && !out.empty()) return out;
      end = led ? out.first - 1 : out.first;
      if (!led && end > begin) --end;
    }
    return {};
  }
  bool passed_over(std::uint32_t t) const {
    return is(t, word_tag::have) || is(t, word_tag::be) ||
           is(t, word_tag::adverb) || is(t, word_tag::object) ||
           is(t, word_tag::not_) || r_.tags[t] == tag_comma ||
           is(t, word_tag::day);
  }

  void put(std::int32_t p, std::uint32_t cue, token_range source) {
    attribution a;
    a.cue = cue;
    a.what = speech;
    a.confidence = 0.7F;
    const pair& q = r_.pairs[static_cast<std::size_t>(p)];
    token_range c{q.first, q.end};
    while (c.end > c.first + 1 && r_.tags[c.end - 1] == tag_comma) --c.end;
    a.content.push_back(c);
    a.whole.push_back(p);
    a.source = source;
    a.cue_words = {cue, cue + 1};
    a.window_end = r_.laid.sentences[r_.sentence_of[cue]].token_end;
    out_.push_back(std::move(a));
  }

  const reading& r_;
  std::vector<attribution> out_;
};

}  // namespace

std::vector<attribution> attribute_plainly(const reading& r) {
  return plain(r).run();
}

}  // namespace copydesk::quotes
