// SPDX-License-Identifier: Apache-2.0
// Idea: a paragraph is a transcript's turn if it begins with a short label
// and a colon, and the document has three turns, one label twice; a headline
// is told by its colon if a source stands on one side of it, alone. In a
// transcript whose paragraphs are turns for the greater part, one between two
// turns goes on with the first.
// Cost: O(tokens): labels are at most six tokens.
#include "quotes/layouts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "model/hash.hpp"
#include "quotes/mark_class.hpp"
#include "quotes/said.hpp"

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t longest_label = 6;
constexpr std::uint32_t fewest_turns = 3;

struct turn {
  std::uint32_t colon, end;
  token_range label;
  std::uint64_t hash;
  std::uint32_t more, more_end;  // its paragraphs behind the first, in more_
};

// Words of a source behind the verb of a headline.
constexpr std::uint32_t longest_tail = 5;
constexpr std::uint32_t longest_headline = 24;

class layouts {
 public:
  layouts(const reading& r, std::vector<attribution>& found)
      : r_(r), found_(found) {}

  void run() {
    std::uint32_t seen = 0;
    token_range lead;
    for (const text::paragraph& p : r_.laid.paragraphs) {
      if (p.kind == paragraph_kind::boilerplate) continue;
      if (p.first_sentence == p.sentence_end) continue;
      const std::uint32_t first =
          r_.laid.sentences[p.first_sentence].first_token;
      const std::uint32_t end = r_.laid.sentences[p.sentence_end - 1].token_end;
      const bool leads = seen == 0 && p.sentence_end == p.first_sentence + 1;
      if (p.kind == paragraph_kind::headline ||
          (leads && r_.tags[end - 1] != tag_stop)) {
        headline(first, end);
      } else {
        if (!take_turn(first, end) && !turns_.empty()) {
          more_.push_back({first, end});
        }
        if (leads && end - first <= longest_headline) lead = {first, end - 1};
      }
      ++seen;
    }
    // A short first paragraph of one sentence is a headline, also where
    // somebody gave it a full stop, unless turns follow.
    if (!lead.empty() && seen > 1 && turns_.size() < fewest_turns) {
      headline(lead.first, lead.end);
    }
    found_.erase(
        std::remove_if(found_.begin(), found_.end(),
                       [&](const attribution& a) { return is_object(a); }),
        found_.end());
    for (attribution& a : found_) take_tail(a);
    std::sort(turned_.begin(), turned_.end(),
              [](const token_range& a, const token_range& b) {
                return a.first < b.first;
              });
    // "..., insists mayor after protest": what follows the mayor is no cue.
    for (std::vector<attribution>* all : {&found_, &made_}) {
      all->erase(std::remove_if(
                     all->begin(), all->end(),
                     [&](const attribution& a) { return behind_tail(a.cue); }),
                 all->end());
    }
    tell_turns();
    merge();
  }

 private:
  bool word(std::uint32_t t) const {
    return r_.laid.tokens[t].kind == text::token_kind::word;
  }
  bool has_word(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t t = first; t < end; ++t) {
      if (word(t)) return true;
    }
    return false;
  }
  bool capital(std::uint32_t t) const {
    return word(t) && r_.laid.tokens[t].letters != text::token_case::lower;
  }

  // A name, or a word for somebody who says things: councillor, police.
  bool is_source(std::uint32_t first, std::uint32_t end) const {
    if (first >= end || end - first > longest_label) return false;
    std::uint32_t words = 0;
    for (std::uint32_t t = first; t < end; ++t) {
      const std::uint8_t g = r_.tags[t];
      if (g == tag_dash || g == tag_possessive || g == tag_left_bracket ||
          g == tag_right_bracket) {
        continue;
      }
      if (!word(t)) return false;
      const bool kind = g == static_cast<std::uint8_t>(word_tag::title) ||
                        g == static_cast<std::uint8_t>(word_tag::group) ||
                        g == static_cast<std::uint8_t>(word_tag::document);
      if (!kind && !capital(t) &&
          g != static_cast<std::uint8_t>(word_tag::of)) {
        return false;
      }
      ++words;
    }
    return words > 0;
  }

  bool person(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t t = first; t < end; ++t) {
      const std::uint8_t type = r_.names[t] % 16;
      if (type == static_cast<std::uint8_t>(entity_type::person) ||
          type == static_cast<std::uint8_t>(entity_type::org)) {
        return true;
      }
      const std::uint8_t g = r_.tags[t];
      if (g == static_cast<std::uint8_t>(word_tag::title) ||
          g == static_cast<std::uint8_t>(word_tag::group) ||
          g == static_cast<std::uint8_t>(word_tag::document)) {
        return true;
      }
    }
    return false;
  }

  // "No trains before Monday, rail operator says": the verb ends the headline.
  bool told_at_end(std::uint32_t first, std::uint32_t end) {
    if (end < first + 6 || r_.tags[end - 1] != tag_cue_verb) return false;
    for (const attribution& a : found_) {
      if (a.cue == end - 1) return false;
    }
    std::uint32_t comma = end - 2;
    while (comma > first && r_.tags[comma] != tag_comma &&
           end - comma <= longest_tail + 2) {
      --comma;
    }
    if (r_.tags[comma] != tag_comma || comma + 2 >= end) return false;
    // "Bridge Will Open in May, Mayor Lund Says"
    const bool titled =
        r_.laid.tokens[end - 1].letters == text::token_case::title &&
        is_source(comma + 1, end - 1);
    if ((!titled && !is_attribution(r_.laid, r_.words, comma + 1, end)) ||
        !has_small(first, comma)) {
      return false;
    }
    // "..., court told": who was told is not who told it.
    const bool heard = one_of(text_of(r_, end - 1), {"told", "Told"});
    put(end - 1, {first, comma},
        heard ? token_range{} : token_range{comma + 1, end - 1});
    return true;
  }

  void headline(std::uint32_t first, std::uint32_t end) {
    if (told_at_end(first, end)) return;
    for (std::uint32_t t = end; t-- > first;) {
      if (r_.tags[t] != tag_colon && !spaced_dash(t)) continue;
      if (t > first + 2 && is_source(t + 1, end) && short_tail(t + 1, end) &&
          has_small(first, t)) {
        put(t, {first, t}, {t + 1, end});
      } else if (r_.tags[t] == tag_colon && end > t + 3 &&
                 is_source(first, t) && person(first, t)) {
        put(t, {t + 1, end}, {first, t});
      }
      return;
    }
  }

  // " - " between spaces: "Hazelnut price opens low - growers".
  bool spaced_dash(std::uint32_t t) const {
    return r_.tags[t] == tag_dash && r_.laid.tokens[t].space_before &&
           t + 1 < r_.laid.tokens.size() && r_.laid.tokens[t + 1].space_before;
  }
  bool short_tail(std::uint32_t first, std::uint32_t end) const {
    return end - first <= 4 || person(first, end);
  }
  // A clause rather than a name or a topic.
  bool has_small(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t words = 0;
    for (std::uint32_t t = first; t < end; ++t) words += word(t);
    return words >= 4;
  }

  // "Egypt rejects claims that": the cue is the object of a verb of saying,
  // which the source seemed to end with, so nobody is said to claim it.
  bool is_object(const attribution& a) const {
    return !a.source.empty() && a.source.end == a.cue &&
           a.source.end - a.source.first > 1 &&
           (r_.words[a.cue].flags & cue_noun) != 0 &&
           (r_.words[a.cue - 1].flags & cue_noun) == 0 &&
           r_.tags[a.cue - 1] == tag_cue_verb &&
           r_.laid.tokens[a.cue - 1].letters == text::token_case::lower;
  }

  // "Road will reopen in May, says harbour chief": in a headline the words
  // behind the verb are the source, article or not; up to a preposition, if
  // they are somebody: insists mayor after protest.
  void take_tail(attribution& a) {
    if (!a.source.empty() || a.content.empty()) return;
    const text::sentence& s = r_.laid.sentences[r_.sentence_of[a.cue]];
    if (r_.tags[a.cue] != tag_cue_verb || a.cue < s.first_token + 2) return;
    const text::paragraph& p = r_.laid.paragraphs[s.paragraph];
    const bool leads = s.paragraph == 0 && r_.tags[s.token_end - 1] != tag_stop;
    if ((p.kind != paragraph_kind::headline && !leads) ||
        p.sentence_end != p.first_sentence + 1) {
      return;
    }
    const std::uint8_t before = r_.tags[a.cue - 1];
    if (before != tag_comma && before != tag_right_mark) return;
    token_range tail{a.cue + 1, a.cue + 1};
    while (tail.end < s.token_end && r_.words[tail.end].tag != word_tag::prep &&
           r_.words[tail.end].tag != word_tag::subord) {
      ++tail.end;
    }
    if (tail.empty() || tail.end - tail.first > longest_tail) return;
    for (std::uint32_t t = tail.first; t < tail.end; ++t) {
      if (!word(t) || r_.tags[t] == tag_cue_verb) return;
    }
    const bool somebody = person(tail.first, tail.end);
    if (tail.end < s.token_end && !somebody) return;
    if (a.content.front().first >= a.cue) {
      if (!somebody) return;
      const bool comma = before == tag_comma;
      a.content.assign(1, {s.first_token, comma ? a.cue - 1 : a.cue});
    }
    // The first piece begins before the verb, so that one is left.
    while (a.content.back().end > a.cue) {
      if (a.content.back().first < a.cue) {
        a.content.back().end = a.cue;
        break;
      }
      a.content.pop_back();
    }
    a.source = tail;
    turned_.push_back({tail.first, s.token_end});
  }

  // The tails are in text order.
  bool behind_tail(std::uint32_t cue) const {
    const auto at = std::partition_point(
        turned_.begin(), turned_.end(),
        [&](const token_range& x) { return x.end <= cue; });
    return at != turned_.end() && at->first <= cue;
  }

  bool take_turn(std::uint32_t first, std::uint32_t end) {
    if (first < end && mark(first)) ++first;  // "SMITH: ...
    const std::uint32_t last = std::min(end, first + longest_label + 1);
    for (std::uint32_t t = first; t < last; ++t) {
      if (r_.tags[t] != tag_colon) continue;
      if (t == first || t + 2 >= end || !is_source(first, t)) return false;
      if (!has_word(t + 1, end)) return false;  // "Lund: 1,769."
      std::uint64_t h = 0;
      for (std::uint32_t k = first; k < t; ++k) {
        h = learned::mix(h, r_.words[k].hash);
      }
      const auto more = static_cast<std::uint32_t>(more_.size());
      if (!turns_.empty()) turns_.back().more_end = more;
      turns_.push_back({t, end, {first, t}, h, more, more});
      return true;
    }
    return false;
  }

  void tell_turns() {
    if (turns_.size() < fewest_turns) return;
    std::vector<std::uint64_t> labels;
    for (const turn& t : turns_) labels.push_back(t.hash);
    std::sort(labels.begin(), labels.end());
    const auto repeats = [&](std::uint64_t h) {
      const auto at = std::equal_range(labels.begin(), labels.end(), h);
      return at.second - at.first > 1;
    };
    bool any = false;
    for (const turn& t : turns_) any = any || repeats(t.hash);
    if (!any) return;
    const bool on = turns_.back().more < turns_.size();
    for (const turn& t : turns_) {
      const bool told = put(t.colon, {t.colon + 1, t.end}, t.label);
      for (std::uint32_t i = t.more; told && on && i < t.more_end; ++i) {
        made_.back().content.push_back(more_[i]);
      }
    }
  }

  // Whether there was any content.
  bool put(std::uint32_t colon, token_range content, token_range source) {
    attribution a;
    a.cue = colon;
    a.what = speech;
    a.confidence = 0.8F;
    while (content.first < content.end && mark(content.first)) ++content.first;
    while (content.end > content.first && mark(content.end - 1)) --content.end;
    if (content.empty()) return false;
    a.content.push_back(content);
    a.source = source;
    a.cue_words = {colon, colon + 1};
    made_.push_back(std::move(a));
    return true;
  }

  // What the layout says of a colon replaces what the model said of it.
  void merge() {
    std::vector<std::uint32_t> colons;
    for (const attribution& a : made_) colons.push_back(a.cue);
    std::sort(colons.begin(), colons.end());
    found_.erase(std::remove_if(found_.begin(), found_.end(),
                                [&](const attribution& a) {
                                  return std::binary_search(
                                      colons.begin(), colons.end(), a.cue);
                                }),
                 found_.end());
    for (attribution& a : made_) found_.push_back(std::move(a));
  }

  bool mark(std::uint32_t t) const {
    return r_.laid.tokens[t].kind == text::token_kind::mark;
  }

  const reading& r_;
  std::vector<attribution>& found_;
  std::vector<turn> turns_;
  std::vector<token_range> more_;  // paragraphs behind the first turn
  std::vector<attribution> made_;
  std::vector<token_range> turned_;  // behind the verbs of headlines
};

}  // namespace

void add_layouts(const reading& r, std::vector<attribution>& found) {
  layouts(r, found).run();
}

}  // namespace copydesk::quotes
