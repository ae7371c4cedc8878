// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. First what follows the quotation is asked, or what
// leads to it where a colon stands before it; a few words in marks belong to
// the sentence around them, or, if that reports in the subjunctive without a
// verb of saying, to whom a sentence before it names.
#include "quotes/plain.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "quotes/plain_clauses.hpp"
#include "quotes/plain_context.hpp"
#include "quotes/plain_dialogue.hpp"
#include "quotes/plain_speech.hpp"

namespace copydesk::quotes {
namespace {

class plain {
 public:
  explicit plain(const reading& r)
      : r_(r), np_(r), near_(r), context_(r), marked_(r) {}

  // Fills names with 1 for each pair that is one, of all pairs.
  std::vector<attribution> run(std::vector<std::uint8_t>& names) {
    for (std::size_t i = 0; i < r_.pairs.size(); ++i) {
      const auto p = static_cast<std::int32_t>(i);
      const pair& q = r_.pairs[i];
      if (q.end <= q.first || p == joined_ || inside_speech(p)) continue;
      said_kind kind = marked_.kind_of(p);
      if (kind == said_kind::fragment && listed_name(p)) kind = said_kind::name;
      speech_.resize(i + 1, 0);
      if (kind == said_kind::name) {
        names[i] = 1;
        continue;
      }
      speech_[i] = 1;
      if (kind == said_kind::sentence) {
        sentence(p);
      } else {
        fragment(p);
      }
    }
    return std::move(out_);
  }

 private:
  bool inside_speech(std::int32_t p) const {
    for (std::int32_t up = at(p).parent; up >= 0; up = at(up).parent) {
      const auto u = static_cast<std::size_t>(up);
      if (u < speech_.size() && speech_[u] != 0) return true;
    }
    return false;
  }
  const pair& at(std::int32_t p) const {
    return r_.pairs[static_cast<std::size_t>(p)];
  }
  // Whether only a comma or a conjunction parts the pair from one before it
  // that is a name, so that it goes on with a list of names.
  bool listed_name(std::int32_t p) const {
    if (p == 0 || speech_.size() < static_cast<std::size_t>(p)) return false;
    const pair& b = at(p - 1);
    const std::uint32_t open = r_.outer_first(p);
    if (b.parent != at(p).parent || b.end <= b.first) return false;
    return speech_[static_cast<std::size_t>(p) - 1] == 0 &&
           np_.capital(at(p).first) && r_.outer_end(p - 1) + 1 == open &&
           (r_.tags[open - 1] == tag_comma ||
            np_.is(open - 1, word_tag::coord));
  }

  // "..." "...": nothing stands between the marks, so that both are one. The
  // pair before is the last one told, or a sentence that nobody told.
  bool joins(std::int32_t p) const {
    if (p == 0 || r_.outer_first(p) != r_.outer_end(p - 1)) return false;
    const std::uint32_t open = r_.outer_first(p);
    return at(p).parent == at(p - 1).parent &&
           context_.paragraph_of(open) == context_.paragraph_of(open - 1) &&
           (untold_ == p - 1 ||
            (!out_.empty() && out_.back().whole.back() == p - 1));
  }

  void join(std::int32_t p) {
    attribution first;
    if (untold_ == p - 1) {
      first.content.push_back({at(p - 1).first, at(p - 1).end});
      first.whole.push_back(p - 1);
    } else {
      first = std::move(out_.back());
      out_.pop_back();
    }
    const bool told = behind(p);
    if (!told && untold_ == p - 1) return;
    if (!told) {
      out_.push_back(std::move(first));
      out_.back().content.push_back({at(p).first, at(p).end});
      out_.back().whole.push_back(p);
      return;
    }
    attribution& a = out_.back();
    a.content.insert(a.content.begin(), first.content.begin(),
                     first.content.end());
    a.whole.insert(a.whole.begin(), first.whole.begin(), first.whole.end());
  }

  void sentence(std::int32_t p) {
    if (joins(p)) {
      join(p);
      return;
    }
    const std::size_t told = out_.size();
    telling by;
    by.cue = r_.outer_first(p);
    by.source = context_.bracketed(by.cue);
    if (!by.source.empty()) {
      put(p, by, 0.6F);
    } else {
      alone(p);
    }
    if (out_.size() == told) untold_ = p;
  }

  void alone(std::int32_t p) {
    const std::uint32_t open = r_.outer_first(p);
    const bool colon = open > 0 && r_.tags[open - 1] == tag_colon;
    if (colon && !told_anew(p) && before(p, false)) return;
    if (behind(p)) return;
    if (colon && before(p, false)) return;
    if (!colon && before(p, false)) return;
    if (colon && before(p, true)) return;
    if (told_inside(r_, p, out_)) return;
    if (at(p).carried) return;
    telling told;
    told.cue = open;
    if (german_follows(p, told)) {
      put(p, told, 0.5F);
      return;
    }
    if (follows_own(p)) {
      // Elsewhere than in German both become one quotation later.
      if (open == 0 || r_.laid.lang != text::language::de) return;
      told.source = out_.back().source;
    } else {
      told.source = context_.earlier(open);
      if (told.source.empty()) told.source = context_.topic(open);
    }
    if (!told.source.empty()) put(p, told, 0.5F);
  }

  // Whether what follows the marks names the teller again: "..., sagte X",
  // but not "..., sagte er" or "..., weiter hiess es".
  bool told_anew(std::int32_t p) const {
    if (!marked_.attributed(p)) return false;
    const std::uint32_t t = r_.outer_end(p);
    const auto n = static_cast<std::uint32_t>(r_.tags.size());
    for (std::uint32_t k = t; k < n && k < t + 4; ++k) {
      if (np_.text_of(k) == "weiter") return false;
      if (np_.is(k, word_tag::subject)) return np_.text_of(k) == "es";
    }
    return true;
  }

  // Whether the sentence before tells a quotation that this one goes on with.
  bool follows_own(std::int32_t p) const {
    const std::uint32_t open = r_.outer_first(p);
    return open == 0 ||
           (!out_.empty() && out_.back().has_cue &&
            out_.back().content.front().first < out_.back().cue &&
            r_.sentence_of[open - 1] == r_.sentence_of[out_.back().cue]);
  }

  // "X said: "...", she said. "...": who the words behind the pair before name.
  bool german_follows(std::int32_t p, telling& told) const {
    const std::uint32_t open = r_.outer_first(p);
    if (open == 0 || p == 0 || r_.laid.lang != text::language::de) return false;
    std::uint32_t t = r_.outer_end(p - 1);
    if (t >= open || r_.sentence_of[open - 1] != r_.sentence_of[t] ||
        !marked_.attributed(p - 1)) {
      return false;
    }
    if (r_.tags[t] == tag_comma || r_.tags[t] == tag_dash) ++t;
    const telling behind = near_.behind(t, open);
    if (!behind.found || behind.source.empty()) return false;
    told.source = behind.source;
    return true;
  }

  bool behind(std::int32_t p) {
    std::uint32_t t = r_.outer_end(p);
    const auto n = static_cast<std::uint32_t>(r_.tags.size());
    if (t >= n || new_sentence(p, t)) return false;
    if (r_.tags[t] == tag_comma || r_.tags[t] == tag_dash) ++t;
    if (t < n && r_.tags[t] == tag_dash) ++t;
    const std::uint32_t end = context_.end_behind(t);
    const telling told = near_.behind(t, end);
    if (!told.found) return false;
    put(p, told, 0.7F);
    go_on(p, end);
    return true;
  }

  // "...", sagte X, "...": the second piece of one sentence.
  void go_on(std::int32_t p, std::uint32_t end) {
    const auto next = static_cast<std::size_t>(p) + 1;
    if (end == 0 || next >= r_.pairs.size()) return;
    const auto i = static_cast<std::int32_t>(next);
    const pair& q = r_.pairs[next];
    if (r_.outer_first(i) != end || !q.has_open || q.end <= q.first ||
        r_.tags[end - 1] == tag_colon || np_.stop(end - 1) ||
        r_.tags[at(p).end - 1] == tag_stop) {
      return;
    }
    const std::uint8_t before = r_.tags[end - 1];
    if (before != tag_comma && before != tag_dash) return;
    speech_.resize(next + 1, 0);
    speech_[next] = 1;
    joined_ = i;
    out_.back().content.push_back({q.first, q.end});
    out_.back().whole.push_back(i);
  }

  // Whether what follows the marks has nothing to do with them.
  bool new_sentence(std::int32_t p, std::uint32_t t) const {
    if (r_.tags[t] == tag_comma || r_.tags[t] == tag_dash) return false;
    if (context_.paragraph_of(t) != context_.paragraph_of(t - 1)) return true;
    if (np_.stop(t) || r_.tags[t] == tag_left_mark) return true;
    const std::string_view last = np_.text_of(at(p).end - 1);
    return last == "." && np_.capital(t);
  }

  // The clause that leads to the quotation; with `any` its subject although
  // no verb of saying is there.
  bool before(std::int32_t p, bool any) {
    const std::uint32_t open = r_.outer_first(p);
    if (open == 0) return false;
    std::uint32_t end = open;
    const std::uint8_t last = r_.tags[end - 1];
    const bool led = last == tag_colon || last == tag_comma;
    if (led) --end;
    if (end == 0 ||
        context_.paragraph_of(end) != context_.paragraph_of(end - 1))
      return false;
    const std::uint32_t begin = context_.begin_before(end);
    if (any) {
      telling told;
      if (near_.reports(begin, end)) told.source = context_.earlier(open);
      if (told.source.empty()) told.source = near_.subject(begin, end);
      told.cue = open;
      if (told.source.empty()) return false;
      put(p, told, 0.5F);
      return true;
    }
    telling told = near_.around(begin, end, end, end);
    if (!told.found || (!led && told.has_cue && told.cue + 6 < end)) {
      return false;
    }
    // "...", sagte X und fuegte hinzu: "..."
    if (told.source.empty() && begin > 0 && !out_.empty() &&
        r_.tags[begin - 1] == tag_right_mark &&
        r_.sentence_of[begin - 1] == r_.sentence_of[told.cue]) {
      told.source = out_.back().source;
    }
    put(p, told, 0.7F);
    return true;
  }

  void fragment(std::int32_t p) {
    const std::uint32_t open = r_.outer_first(p);
    const text::sentence& s = r_.laid.sentences[r_.sentence_of[open]];
    const std::uint32_t lo =
        std::max(s.first_token,
                 open > plain_reach ? open - plain_reach : std::uint32_t{0});
    const std::uint32_t hi =
        std::min(s.token_end, r_.outer_end(p) + plain_reach);
    telling by;
    by.source = context_.of_noun(lo, open);
    by.cue = open;
    if (!by.source.empty()) {
      put(p, by, 0.6F);
      return;
    }
    // "..., so Kern": who follows right behind is nearest.
    telling told;
    if (r_.laid.lang == text::language::de && marked_.attributed(p)) {
      const std::uint32_t t = r_.outer_end(p) + 1;
      told = near_.behind(t, context_.end_behind(t));
    }
    if (!told.found) {
      told = near_.around(lo, hi, open, r_.outer_end(p));
    }
    // "Es drohe "..."": the sentence before tells.
    if (told.found && told.has_cue && context_.in_turn(told.cue)) {
      token_range who = context_.matrix(lo, told.cue);
      if (who.empty()) who = context_.trailing(r_.outer_end(p), hi);
      if (who.empty()) who = context_.earlier(open);
      if (!who.empty()) {
        told = {};
        told.found = true;
        told.source = who;
        told.cue = open;
      }
    }
    if (!told.found) {
      told.source = near_.matrix(lo, open);
      if (told.source.empty()) told.source = context_.pronoun(lo, open);
      if (told.source.empty()) told.source = context_.earlier(open);
      if (told.source.empty() && near_.reports(lo, open)) {
        told.source = context_.topic(open);
      }
      told.cue = open;
      if (told.source.empty() && r_.laid.lang == text::language::de) {
        told.source = near_.subject(context_.begin_before(open), open);
      }
    }
    put(p, told, 0.6F);
  }

  void put(std::int32_t p, const telling& told, float confidence) {
    attribution a;
    a.cue = told.cue;
    a.what = speech;
    a.confidence = confidence;
    a.has_cue = told.has_cue;
    const pair& q = at(p);
    token_range c{q.first, q.end};
    while (c.end > c.first + 1 && r_.tags[c.end - 1] == tag_comma) --c.end;
    a.content.push_back(c);
    a.whole.push_back(p);
    a.source = told.source;
    a.cue_words = {told.cue, told.cue + 1};
    a.window_end = r_.laid.sentences[r_.sentence_of[told.cue]].token_end;
    out_.push_back(std::move(a));
  }

  const reading& r_;
  const phrases np_;
  const clauses near_;
  const plain_context context_;
  const plain_speech marked_;
  std::vector<std::uint8_t> speech_;  // one a pair so far
  std::int32_t joined_ = -1;          // the second piece of the last one
  std::int32_t untold_ = -2;          // the last sentence that nobody told
  std::vector<attribution> out_;
};

}  // namespace

std::vector<attribution> attribute_plainly(reading& r) {
  std::vector<std::uint8_t> names(r.pairs.size(), 0);
  std::vector<attribution> out = plain(r).run(names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] != 0) r.whole[i] = false;
  }
  add_dialogue(r, out);
  return out;
}

}  // namespace copydesk::quotes
