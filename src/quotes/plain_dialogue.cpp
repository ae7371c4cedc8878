// SPDX-License-Identifier: Apache-2.0
// Idea and source: see the header. The first place in the paragraph where a
// verb of saying follows a dash, or a comma, ? or !, parts the speech.
// Cost: O(tokens): the clause after such a place is read once, at most
// `longest_clause` tokens, and only behind a verb.
#include "quotes/plain_dialogue.hpp"

#include <algorithm>
#include <utility>

#include "quotes/plain_clauses.hpp"
#include "quotes/plain_phrases.hpp"

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t longest_clause = 40;
constexpr std::uint32_t longest_rest = 12;  // behind the subject

class dialogue {
 public:
  dialogue(const reading& r, std::vector<attribution>& out)
      : r_(r), np_(r), near_(r), out_(out) {}

  // A verb of saying and its subject inside the marks, between pauses. What
  // leads the clause is the verb or its helper: "he said" is no such clause.
  bool cut(std::int32_t p) {
    const pair& q = r_.pairs[static_cast<std::size_t>(p)];
    for (std::uint32_t t = q.first + 2; t + 1 < q.end; ++t) {
      const bool dash = r_.tags[t - 1] == tag_dash && spaced(t - 1);
      const bool pause = r_.tags[t - 1] == tag_comma || asked(t - 1);
      if (!(dash || pause) || !begins_clause(t, q.end)) continue;
      if (r_.laid.lang == text::language::ru && !dash) continue;
      std::uint32_t end = t + 1;
      while (end < q.end && end < t + longest_clause && !np_.stop(end) &&
             r_.tags[end] != tag_comma &&
             !(r_.tags[end] == tag_dash && spaced(end))) {
        ++end;
      }
      const telling told = near_.behind(t, end);
      if (!told.found || told.source.empty()) continue;
      if (end > told.source.end + longest_rest) continue;
      if (!put(q.first, t - 1 + (asked(t - 1) ? 1 : 0), end, q.end, told)) {
        continue;
      }
      out_.back().dialogue = false;
      out_.back().whole.push_back(p);
      return true;
    }
    return false;
  }

  void turn(std::uint32_t first, std::uint32_t end) {
    if (end < first + 4 || r_.tags[first] != tag_dash) return;
    for (std::uint32_t t = first + 2; t + 1 < end; ++t) {
      const bool dash = r_.tags[t - 1] == tag_dash;
      const bool pause = r_.tags[t - 1] == tag_comma || asked(t - 1);
      if (!dash && !pause) continue;
      std::uint32_t verb = t;
      while (verb + 1 < end && verb < t + 3 && !np_.tells(verb, end) &&
             (np_.helps(verb) || np_.is(verb, word_tag::object))) {
        ++verb;
      }
      if (!np_.tells(verb, end)) continue;
      std::uint32_t stop = verb + 1;
      while (stop < end && stop < t + longest_clause && !np_.stop(stop) &&
             !(r_.tags[stop] == tag_dash && spaced(stop))) {
        ++stop;
      }
      const telling told = near_.behind(t, stop);
      if (!told.found || (told.source.empty() && !dash)) continue;
      put(first + 1, t - 1 + (asked(t - 1) ? 1 : 0), stop, end, told);
      return;
    }
  }

 private:
  // "a-t-il dit", "s'est exclame X", "skazal X".
  bool begins_clause(std::uint32_t t, std::uint32_t end) const {
    constexpr std::uint32_t longest = 6;
    if (!np_.helps(t) && !np_.tells(t, end) && !np_.is(t, word_tag::object)) {
      return false;
    }
    for (std::uint32_t k = t; k < end && k < t + longest; ++k) {
      if (np_.tells(k, end)) return true;
      if (!np_.helps(k) && !np_.is(k, word_tag::object) &&
          !np_.is(k, word_tag::subject) && !np_.is(k, word_tag::not_) &&
          r_.tags[k] != tag_dash && np_.text_of(k) != "t") {
        return false;
      }
    }
    return false;
  }
  bool asked(std::uint32_t t) const {
    return np_.text_of(t) == "?" || np_.text_of(t) == "!";
  }
  bool spaced(std::uint32_t t) const {
    return r_.laid.tokens[t].space_before ||
           (t + 1 < r_.tags.size() && r_.laid.tokens[t + 1].space_before) ||
           np_.text_of(t) == "\xE2\x80\x94";
  }
  bool pauses(std::uint32_t t) const {
    return r_.tags[t] == tag_comma || r_.tags[t] == tag_dash;
  }

  // Whether anything stands before the clause; else nothing is put.
  bool put(std::uint32_t first, std::uint32_t close, std::uint32_t from,
           std::uint32_t end, const telling& told) {
    while (close > first && pauses(close - 1)) --close;
    if (close <= first) return false;
    attribution a;
    a.cue = told.cue;
    a.what = speech;
    a.confidence = 0.7F;
    a.dialogue = true;
    a.content.push_back({first, close});
    while (from < end && (np_.stop(from) || pauses(from))) ++from;
    if (from < end) a.content.push_back({from, end});
    a.source = told.source;
    a.cue_words = {told.cue, told.cue + 1};
    a.window_end = end;
    out_.push_back(std::move(a));
    return true;
  }

  const reading& r_;
  const phrases np_;
  const clauses near_;
  std::vector<attribution>& out_;
};

}  // namespace

bool told_inside(const reading& r, std::int32_t p,
                 std::vector<attribution>& out) {
  return r.laid.lang != text::language::de && dialogue(r, out).cut(p);
}

void add_dialogue(const reading& r, std::vector<attribution>& out) {
  if (r.laid.lang == text::language::de) return;
  dialogue d(r, out);
  for (const text::paragraph& p : r.laid.paragraphs) {
    if (p.kind == paragraph_kind::boilerplate) continue;
    if (p.first_sentence == p.sentence_end) continue;
    d.turn(r.laid.sentences[p.first_sentence].first_token,
           r.laid.sentences[p.sentence_end - 1].token_end);
  }
}

}  // namespace copydesk::quotes
