// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. What the words of one pair are is marked_words.hpp's;
// here pairs and attributions become one list.
// Invariant: pieces of a quotation are in text order and do not touch a mark
// at their edges. Cost: O(n log n) in quotations.
#include "quotes/assemble.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "quotes/dateline.hpp"
#include "quotes/draft.hpp"
#include "quotes/marked_words.hpp"
#include "quotes/tales.hpp"
#include "text/room.hpp"

namespace copydesk::quotes {
namespace {

class assembling {
 public:
  assembling(const reading& r, style as)
      : r_(r), as_(as), marked_(r), owner_(r.pairs.size(), -1) {}

  void run(std::vector<attribution> found, std::vector<quotation>& out) {
    for (attribution& a : found) add(a);
    text::give_back(found);
    drop_twins();
    own_pairs();
    carry_back();
    index_drafts();
    for (std::size_t p = 0; p < r_.pairs.size(); ++p) {
      if (r_.whole[p] && owner_[p] < 0) place(static_cast<std::int32_t>(p));
    }
    finish(out);
  }

 private:
  text::clean_span bytes(token_range t) const {
    return {r_.laid.tokens[t.first].where().begin,
            r_.laid.tokens[t.end - 1].where().end};
  }
  const pair& at(std::int32_t p) const {
    return r_.pairs[static_cast<std::size_t>(p)];
  }

  void add(attribution& a) {
    draft d;
    d.content = std::move(a.content);
    token_range& head = d.content.front();
    head.first = after_dateline(r_.laid, r_.sentence_of[head.first], head);
    d.cue = a.cue;
    d.level = a.level;
    d.window_end = a.window_end;
    d.q.confidence = a.confidence;
    d.q.has_source = !a.source.empty();
    if (d.q.has_source) d.q.source = bytes(a.source);
    const bool colon =
        r_.tags[a.cue] == tag_colon || r_.tags[a.cue] == tag_dash;
    d.q.has_cue = a.has_cue && (!colon || as_ == style::polnear);
    const token_range cue = as_ == style::polnear ? a.cue_words : trimmed(a);
    if (d.q.has_cue) d.q.cue = bytes(cue);
    d.q.rule = colon             ? "a name and a colon"
               : a.whole.empty() ? "a cue and words without marks of their own"
                                 : "a cue and a whole quotation";
    d.begin = std::min(cue.first, d.content.front().first);
    d.end = std::max(cue.end, d.content.back().end);
    if (d.q.has_source) {
      d.begin = std::min(d.begin, a.source.first);
      d.end = std::max(d.end, a.source.end);
    }
    look_at_marks(d);
    if (a.dialogue) {
      d.q.kind = quote_kind::direct;
      d.q.rule = "a dash of dialogue";
    }
    drafts_.push_back(std::move(d));
  }

  // The cue without auxiliaries and adverbs: the verb and its particle.
  token_range trimmed(const attribution& a) const {
    token_range c{a.cue, a.cue + 1};
    if (a.cue_words.end > c.end) {
      const word_tag next = r_.words[c.end].tag;
      if (next == word_tag::prep || next == word_tag::to) ++c.end;
    }
    return c;
  }

  // Two cues that claim the same content: the surer one stays.
  void drop_twins() {
    std::vector<std::uint32_t> order(drafts_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) {
                const token_range &x = drafts_[a].content.front(),
                                  &y = drafts_[b].content.front();
                if (x.first != y.first) return x.first < y.first;
                if (x.end != y.end) return x.end < y.end;
                if (drafts_[a].q.confidence != drafts_[b].q.confidence) {
                  return drafts_[a].q.confidence > drafts_[b].q.confidence;
                }
                return a < b;
              });
    for (std::size_t i = 1; i < order.size(); ++i) {
      const draft& x = drafts_[order[i - 1]];
      draft& y = drafts_[order[i]];
      if (x.content.front().first == y.content.front().first &&
          x.content.front().end == y.content.front().end) {
        y.dropped = true;
      }
    }
    drafts_.erase(std::remove_if(drafts_.begin(), drafts_.end(),
                                 [](const draft& d) { return d.dropped; }),
                  drafts_.end());
  }

  // Which draft holds each whole pair as content at the pair's own level.
  void own_pairs() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      for (const token_range& c : drafts_[i].content) {
        for (std::uint32_t t = c.first; t < c.end;) {
          std::int32_t p = r_.whole_in[t];
          // The outermost pair inside the draft's level.
          while (p >= 0 && p != drafts_[i].level &&
                 r_.whole_parent(p) != drafts_[i].level) {
            p = r_.whole_parent(p);
          }
          if (p >= 0 && p != drafts_[i].level) {
            std::int32_t& o = owner_[static_cast<std::size_t>(p)];
            if (o < 0) o = static_cast<std::int32_t>(i);
            t = std::max(t + 1, r_.outer_end(p));
          } else {
            ++t;
          }
        }
      }
    }
  }

  // The attribution stands in a later paragraph of the same quotation: what
  // was carried on belongs to it.
  void carry_back() {
    const std::vector<carried_pair>& all = r_.paired.carried;
    for (std::size_t i = all.size(); i-- > 0;) {
      const auto p = static_cast<std::size_t>(all[i].pair);
      const std::int32_t before = all[i].from;
      if (owner_[p] < 0) continue;
      std::int32_t& o = owner_[static_cast<std::size_t>(before)];
      if (o >= 0 || !r_.whole[static_cast<std::size_t>(before)]) continue;
      o = owner_[p];
      draft& d = drafts_[static_cast<std::size_t>(o)];
      d.content.push_back(marked_.spoken(at(before)));
      std::rotate(d.content.begin(), d.content.end() - 1, d.content.end());
      d.begin = std::min(d.begin, at(before).first);
    }
  }

  // A whole quotation without a cue of its own.
  void place(std::int32_t p) {
    const pair& q = at(p);
    const std::int32_t up = r_.whole_parent(p);
    std::int32_t to = -1;
    const std::int32_t from = r_.carried_from(p);
    if (from >= 0 && owner_[static_cast<std::size_t>(from)] >= 0) {
      to = owner_[static_cast<std::size_t>(from)];
    } else if (up < 0) {
      to = second_half(q);
      if (to < 0) to = goes_on(q);
      if (to < 0 && !tales_.is_tale()) to = next_paragraph(q);
    }
    if (to >= 0) {
      draft& d = drafts_[static_cast<std::size_t>(to)];
      d.content.push_back(marked_.spoken(q));
      d.end = std::max(d.end, q.end);
      if (d.q.kind == quote_kind::indirect) d.q.kind = quote_kind::mixed;
      owner_[static_cast<std::size_t>(p)] = to;
      if (d.level < 0 && d.cue != no_token) ends_here(to);
      return;
    }
    if (up >= 0) return;
    token_range cue;
    const token_range teller = marked_.teller(q, cue);
    if (teller.empty() && !marked_.is_speech(q) && !tales_.speaks(q)) return;
    draft d;
    d.content.push_back(marked_.spoken(q));
    d.begin = q.first;
    d.end = q.end;
    d.q.confidence = 0.6F;
    const token_range who = marked_.signature(q);
    if (!who.empty()) {
      d.q.has_source = true;
      d.q.source = bytes(who);
      d.end = std::max(d.end, who.end);
    }
    d.q.rule = "stands alone between marks";
    if (!teller.empty()) {
      d.q.has_source = d.q.has_cue = true;
      d.q.source = bytes(teller);
      d.q.cue = bytes(cue);
      d.cue = cue.first;
      d.end = std::max(teller.end, cue.end);
      d.window_end = r_.laid.sentences[r_.sentence_of[d.end - 1]].token_end;
      d.has_marks = d.all_marked = true;
      d.q.rule = "an attribution right behind the marks";
    }
    d.q.kind = quote_kind::direct;
    const auto here = static_cast<std::int32_t>(drafts_.size());
    owner_[static_cast<std::size_t>(p)] = here;
    if (!teller.empty()) told_ = {d.window_end, here};
    drafts_.push_back(std::move(d));
  }

  // "...," she said of her plan that has changed, "...": the draft whose
  // quotation ends in a comma before its cue; the pair ends their sentence.
  std::int32_t second_half(const pair& q) const {
    const std::uint32_t first = q.outer_first();
    if (first == 0 || r_.tags[first - 1] != tag_comma ||
        r_.laid.lang == text::language::de || !marked_.ends_sentence(q)) {
      return -1;
    }
    std::int32_t best = -1;
    for (auto i = std::lower_bound(by_end_.begin(), by_end_.end(),
                                   std::make_pair(first, 0));
         i != by_end_.end() && i->first <= q.end + 2; ++i) {
      const draft& d = drafts_[static_cast<std::size_t>(i->second)];
      const std::uint32_t half = d.content.back().end;
      if (d.end <= first && half < d.cue && r_.tags[half] == tag_comma &&
          r_.sentence_of[d.cue] == r_.sentence_of[first - 1] &&
          marked_.opens_sentence(d.content.front().first) &&
          marked_.is_aside(d.end, first)) {
        best = i->second;
      }
    }
    return best;
  }

  // "...," she said. "...": the draft whose sentence ends right before the
  // opening mark; what stands between the marks must be whole sentences.
  std::int32_t goes_on(const pair& q) const {
    const std::uint32_t first = q.outer_first();
    if (first == 0 || !marked_.ends_sentence(q)) return -1;
    if (paragraph_between(first - 1, first)) return -1;
    if (tales_.packed(paragraph_of(first))) return -1;
    const auto at = std::lower_bound(by_end_.begin(), by_end_.end(),
                                     std::make_pair(first, 0));
    std::int32_t best = told_.first == first ? told_.second : -1;
    for (auto i = at; i != by_end_.end() && i->first == first; ++i) {
      best = i->second;
    }
    return best;
  }

  // A paragraph that is one quotation, right after a paragraph whose last
  // word is the attribution of another: the same speaker goes on.
  std::int32_t next_paragraph(const pair& q) const {
    const std::uint32_t first = q.outer_first();
    const std::uint32_t end = q.outer_end();
    if (first == 0 || !paragraph_between(first - 1, first)) return -1;
    if (end < r_.tags.size() && !paragraph_between(end - 1, end)) return -1;
    const std::int32_t i = last_of_[paragraph_of(first - 1)];
    if (i < 0) return -1;
    const draft& d = drafts_[static_cast<std::size_t>(i)];
    const bool told = d.content.back().end <= d.cue && !q.repaired;
    const bool alike = d.has_marks && d.all_marked && d.single == q.single &&
                       (told || d.curly == marked_.is_curly(q));
    return alike && !marked_.is_title(q) ? i : -1;
  }

  // Drafts by where their sentence ends, and the last one of each paragraph.
  void index_drafts() {
    last_of_.assign(r_.laid.paragraphs.size(), -1);
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const draft& d = drafts_[i];
      if (d.level >= 0 || d.cue == no_token) continue;
      if (d.content.front().first < d.cue &&
          (d.has_marks || d.content.back().end <= d.cue)) {
        by_end_.emplace_back(d.window_end, static_cast<std::int32_t>(i));
      }
      ends_here(static_cast<std::int32_t>(i));
    }
    std::sort(by_end_.begin(), by_end_.end());
  }
  void ends_here(std::int32_t i) {
    const std::uint32_t end = drafts_[static_cast<std::size_t>(i)].end;
    std::int32_t& last = last_of_[paragraph_of(end - 1)];
    if (last < 0 || drafts_[static_cast<std::size_t>(last)].end < end) last = i;
  }

  std::uint32_t paragraph_of(std::uint32_t t) const {
    return r_.laid.sentences[r_.sentence_of[t]].paragraph;
  }
  bool paragraph_between(std::uint32_t a, std::uint32_t b) const {
    return paragraph_of(a) != paragraph_of(b);
  }
  // Direct if every word of the content stands in marks inside its level,
  // mixed if two in a row do. A whole quotation counts without being read.
  void look_at_marks(draft& d) {
    std::uint32_t words = 0, marked = 0, run = 0, longest = 0;
    for (const token_range& c : d.content) {
      const auto after = std::upper_bound(
          r_.pairs.begin(), r_.pairs.end(), c.first,
          [](std::uint32_t t, const pair& p) { return t < p.first; });
      auto before = static_cast<std::size_t>(after - r_.pairs.begin());
      for (std::uint32_t t = c.first; t < c.end; ++t) {
        while (before < r_.pairs.size() && r_.pairs[before].first <= t) {
          ++before;
        }
        const std::int32_t p = r_.whole_at(t);
        if (p >= 0 && p != d.level && r_.outer_end(p) <= c.end) {
          d.of_marks(at(p), marked_);
          words += 2;
          marked += 2;
          longest = std::max(longest, 2U);
          t = r_.outer_end(p) - 1;
          continue;
        }
        if (!counts_as_word(r_.laid.tokens[t])) continue;
        ++words;
        const std::int32_t around = marks_around(t, before, d.level);
        if (around >= 0) {
          if (marked++ == 0) d.of_marks(at(around), marked_);
          longest = std::max(longest, ++run);
        } else {
          run = 0;
        }
      }
    }
    d.has_marks = longest > 0;
    d.all_marked = words > 0 && marked == words;
    d.q.kind = d.all_marked   ? quote_kind::direct
               : longest >= 2 ? quote_kind::mixed
                              : quote_kind::indirect;
  }

  // The innermost pair around the token inside `level`, or -1; `before` counts
  // the pairs that begin at or before it, whose last it is or is around.
  std::int32_t marks_around(std::uint32_t t, std::size_t before,
                            std::int32_t level) const {
    std::int32_t p = static_cast<std::int32_t>(before) - 1;
    while (p >= 0 && at(p).end <= t) p = at(p).parent;
    const bool inside =
        p >= 0 && p != level && (level < 0 || at(p).first >= at(level).first);
    return inside ? p : -1;
  }

  void finish(std::vector<quotation>& out) {
    std::uint32_t count = 0;
    for (draft& d : drafts_) {
      d.number = count++;
      std::sort(d.content.begin(), d.content.end(),
                [](const token_range& a, const token_range& b) {
                  return a.first < b.first;
                });
      d.q.content.reserve(d.content.size());
      for (const token_range& c : d.content) d.q.content.push_back(bytes(c));
    }
    std::sort(
        drafts_.begin(), drafts_.end(),
        [](const draft& a, const draft& b) { return a.place() < b.place(); });
    find_parents();
    out.reserve(drafts_.size());
    for (; !drafts_.empty(); drafts_.pop_front()) {  // gives back on the way
      out.push_back(std::move(drafts_.front().q));
    }
  }

  // The smallest quotation one of whose pieces holds this one's cue and
  // content. Quotations begin in text order, so those that can be around are
  // on a stack.
  void find_parents() {
    std::vector<std::int32_t> open;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const draft& d = drafts_[i];
      const std::uint32_t first = d.content.front().first;
      while (
          !open.empty() &&
          drafts_[static_cast<std::size_t>(open.back())].content.back().end <=
              first) {
        open.pop_back();
      }
      for (std::size_t k = open.size(); k-- > 0;) {
        const draft& up = drafts_[static_cast<std::size_t>(open[k])];
        if (up.holds(d)) {
          drafts_[i].q.parent = open[k];
          break;
        }
      }
      if (open.size() < 64) open.push_back(static_cast<std::int32_t>(i));
    }
  }

  const reading& r_;
  style as_;
  const marked_words marked_;
  const tales tales_{r_};
  std::deque<draft> drafts_;
  std::vector<std::int32_t> owner_;  // one a pair: the draft, or -1
  std::vector<std::pair<std::uint32_t, std::int32_t>> by_end_;
  std::pair<std::uint32_t, std::int32_t> told_{0, -1};  // by place()
  std::vector<std::int32_t> last_of_;  // one a paragraph: a draft, or -1
};

}  // namespace

void assemble(const reading& r, std::vector<attribution> found, style as,
              std::vector<quotation>& out) {
  assembling(r, as).run(std::move(found), out);
}

}  // namespace copydesk::quotes
