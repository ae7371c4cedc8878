// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Each rule reads a few tags beside the cue, the source
// or the edges of the content.
// Invariant: content only shrinks; a source may be given where there was none.
// Cost: O(tokens of the content and source) a call.
#include "quotes/refine.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"

namespace copydesk::quotes {
namespace {

// A noun, or a form that can be one after a preposition or an article.
bool noun_here(const reading& r, std::uint32_t t) {
  const word& w = r.words[t];
  if ((w.flags & cue_noun) == 0) return false;
  if ((w.flags & cue_verb) == 0) return true;
  if (t == 0) return true;
  switch (r.words[t - 1].tag) {
    case word_tag::det:
    case word_tag::poss:
    case word_tag::of:
    case word_tag::prep:
    case word_tag::not_:
      return true;
    default:
      return false;
  }
}

bool opposes(const word& w) {
  return (w.flags & cue_verb) != 0 &&
         (w.cue == cue_class::deny || w.cue == cue_class::criticize ||
          w.cue == cue_class::answer || w.cue == cue_class::agree);
}

bool a_date(const reading& r, std::uint32_t t) {
  return in_name_of(r, t, entity_type::date) ||
         in_name_of(r, t, entity_type::time) || r.words[t].tag == word_tag::day;
}

// Where a source that reaches up to the verb at `end` ends without its day:
// "Shell late on Thursday". A day of another verb ("a report released
// Friday") and one in an apposition stay.
std::uint32_t before_date(const reading& r, std::uint32_t first,
                          std::uint32_t end) {
  static constexpr std::string_view on = "on", late = "late", early = "early";
  std::uint32_t t = end;
  while (t > first && a_date(r, t - 1)) --t;
  if (t == end || t == first) return end;
  bool day = false;
  for (std::uint32_t i = t; i < end; ++i) {
    day = day || r.words[i].tag == word_tag::day || is_word(r, i, on);
  }
  if (is_word(r, t - 1, on)) {
    --t;
  } else if (!day) {
    return end;
  }
  if (t > first && (is_word(r, t - 1, late) || is_word(r, t - 1, early))) --t;
  if (t == first || r.tags[t - 1] == tag_ed || r.tags[t - 1] == tag_ing ||
      r.words[t - 1].tag == word_tag::prep ||
      (r.words[t - 1].flags & cue_verb) != 0) {
    return end;
  }
  for (std::uint32_t i = first; i < t; ++i) {
    if (r.tags[i] == tag_comma) return end;
  }
  return t;
}

bool is_participle(const reading& r, std::uint32_t t) {
  return r.names[t] == 0 && ends_in_ing(r, t) &&
         r.laid.sentences[r.sentence_of[t]].first_token == t;
}

// "Shell on Thursday said it": a short phrase that begins the sentence, with
// nothing but a date between it and the verb.
token_range phrase_before_date(const reading& r, const attribution& a) {
  constexpr std::uint32_t longest = 4;
  const std::uint32_t floor =
      r.laid.sentences[r.sentence_of[a.cue]].first_token;
  const std::uint32_t end = before_date(r, floor, a.cue);
  if (end == a.cue || end == floor || end > floor + longest) return {};
  for (std::uint32_t t = floor; t < end; ++t) {
    const word_tag tag = r.words[t].tag;
    const bool of_phrase = r.names[t] != 0 || tag == word_tag::det ||
                           tag == word_tag::poss || tag == word_tag::subject ||
                           tag == word_tag::title || tag == word_tag::group ||
                           tag == word_tag::document ||
                           (tag == word_tag::none && r.words[t].flags == 0);
    if (!of_phrase || r.laid.tokens[t].kind != text::token_kind::word) {
      return {};
    }
  }
  return {floor, end};
}

// "those who have accused him"
token_range those_who(const reading& r, std::uint32_t cue) {
  static constexpr std::string_view those = "those", who = "who";
  std::uint32_t t = cue;
  while (t > 0 &&
         (is_adverb(r, t - 1) || r.words[t - 1].tag == word_tag::have)) {
    --t;
  }
  const bool found =
      t > 1 && is_word(r, t - 1, who) && is_word(r, t - 2, those);
  return found ? token_range{t - 2, t} : token_range{};
}

}  // namespace

void begin_at_that(const reading& r, attribution& out) {
  constexpr std::uint32_t longest_lead = 14;
  if (out.content.empty() || out.content.front().first <= out.cue) return;
  token_range& c = out.content.front();
  const auto is = [&](std::uint32_t t, word_tag tag) {
    return r.tags[t] == static_cast<std::uint8_t>(tag);
  };
  bool adverbs = is_adverb(r, c.first);  // "said, and loudly, that"
  for (std::uint32_t t = c.first + 1;
       t + 1 < c.end && t < c.first + longest_lead; ++t) {
    const std::uint8_t g = r.tags[t];
    if (is(t, word_tag::that) && adverbs && r.tags[t + 1] != tag_comma) {
      c.first = t + 1;
      return;
    }
    adverbs = (adverbs || is(c.first, word_tag::coord)) &&
              (is_adverb(r, t) || g == tag_comma);
    if (is(t, word_tag::that)) {
      const bool behind =
          is(c.first, word_tag::prep) || is_word(r, c.first, "as");
      // "in a report that": not one "that was" about anything.
      const bool paper = behind && noun_here(r, t - 1) &&
                         !is_verbal(r.tags[t + 1]) && r.tags[t + 1] != tag_ed;
      const bool ends =
          a_date(r, t - 1) || paper || (behind && r.tags[t - 1] == tag_comma);
      if (ends) c.first = t + 1;
      return;
    }
    const bool offering =  // "without offering evidence, that"
        t == c.first + 1 && is(c.first, word_tag::prep) && ends_in_ing(r, t);
    // "at a campaign stop in the north, that"
    const word_tag before = r.words[t - 1].tag;
    const bool compound =
        one_of(text_of(r, c.first), {"as", "at", "during", "in", "on"}) &&
        is_verbal(g) && !is_auxiliary(g) &&
        r.words[t].ending == word_ending::other &&
        (before == word_tag::det || before == word_tag::poss ||
         r.tags[t - 1] == tag_lower || is_verbal(r.tags[t - 1]));
    const bool did = t == c.first + 1 && is_word(r, c.first, "as");
    if ((is_verbal(g) && !noun_here(r, t) && !offering && !compound && !did) ||
        g == tag_colon || g == tag_stop || is(t, word_tag::subject)) {
      return;
    }
  }
}

// "At a meeting with Smith, Jones said": of two persons with only a comma
// between them the one beside the cue speaks. "Moscow denies claims that":
// who denies a claim did not make it.
void check_source(const reading& r, attribution& out) {
  token_range& s = out.source;
  if (s.empty()) {
    const bool behind =
        !out.content.empty() && out.content.front().first > out.cue;
    if (behind && (r.words[out.cue].flags & cue_verb) != 0) {
      s = those_who(r, out.cue);
      if (s.empty()) s = phrase_before_date(r, out);
    }
    return;
  }
  if (s.end <= out.cue && noun_here(r, out.cue)) {
    for (std::uint32_t t = s.end; t < out.cue; ++t) {
      if (opposes(r.words[t])) {
        s = {};
        return;
      }
    }
  }
  if (s.end > out.cue) return;
  // "The court heard that Kern told": who tells stands behind "that".
  for (std::uint32_t t = s.first + 2; t + 1 < s.end; ++t) {
    if (r.words[t].tag == word_tag::that && is_verbal(r.tags[t - 1])) {
      s.first = t + 1;
    }
  }
  if (s.end == out.cue) s.end = before_date(r, s.first, s.end);
  // "Reacting, the minister said": the minister.
  if (s.first + 2 < s.end && r.tags[s.first + 1] == tag_comma &&
      is_participle(r, s.first)) {
    s.first += 2;
  }
  for (std::uint32_t t = s.first + 1; t + 1 < s.end; ++t) {
    if (r.tags[t] == tag_comma && in_name_of(r, t - 1, entity_type::person) &&
        r.names[t + 1] < 16 && in_name_of(r, t + 1, entity_type::person)) {
      s.first = t + 1;
    }
  }
}

void share_source(const reading& r, const attribution& told, attribution& out) {
  if (!out.source.empty() || told.source.empty() || told.level != out.level ||
      (r.words[out.cue].flags & cue_verb) == 0 || told.cue >= out.cue ||
      told.source.end > told.cue ||
      r.sentence_of[told.cue] != r.sentence_of[out.cue]) {
    return;
  }
  std::uint32_t t = out.cue;
  while (t > told.cue + 1 &&
         (is_adverb(r, t - 1) || r.words[t - 1].tag == word_tag::have)) {
    --t;
  }
  if (t > told.cue + 1 && r.words[t - 1].tag == word_tag::coord) {
    out.source = told.source;
  }
}

namespace {

// Whether a mark that opens before `first` or later stands open at `end`: she
// said "that, according to him, ...".
bool open_mark(const reading& r, std::uint32_t first, std::uint32_t end) {
  bool open = false;
  for (std::uint32_t t = first > 0 ? first - 1 : 0; t < end; ++t) {
    if (r.tags[t] == tag_left_mark) open = true;
    if (r.tags[t] == tag_right_mark) open = false;
  }
  return open;
}

// "...," he said, referring to the levy, "...": how he said it, although a
// quotation follows.
bool between_halves(const reading& r, const attribution& told,
                    const attribution& next) {
  if (told.whole.empty() || next.whole.empty() || next.content.empty() ||
      !ends_in_ing(r, next.cue)) {
    return false;
  }
  const std::int32_t first = told.whole.front();
  const pair& half = r.pairs[static_cast<std::size_t>(first)];
  return half.outer_end() <= told.cue && half.end > half.first &&
         r.tags[half.end - 1] == tag_comma &&
         next.cue < next.content.front().first &&
         next.content.front().first < r.outer_first(next.whole.back());
}

// What `next` tells ends before its own attribution: "Kern insisted there was
// no plan, the agency reported". And marks that "and Moran said" follows close
// what was told: Kern said "yes" and Moran said "no".
void give_way(const reading& r, attribution& told, const attribution& next) {
  const std::uint32_t cut = std::min(next.source.first, next.cue);
  const bool before = next.content.back().end <= cut;
  for (token_range& c : told.content) {
    if (c.first <= told.cue || cut <= c.first + 1 || cut >= c.end) continue;
    std::uint32_t end = cut;
    if (before) {
      const bool marks = r.tags[end - 1] == tag_right_mark;
      if (marks) --end;
      if (end < 2 || r.tags[end - 1] != tag_comma) continue;
      if (marks || !open_mark(r, c.first, cut)) c.end = marks ? cut : end - 1;
      continue;
    }
    if (r.words[cut - 1].tag == word_tag::coord &&
        r.tags[cut - 2] == tag_right_mark && r.tags[c.first] == tag_left_mark) {
      c = {c.first + 1, cut - 2};
    }
  }
}

// "Kern derided the plan, suggesting that it was late": a piece behind the verb
// of `next` that tells it is no second one of what was told before.
void leave_to_next(attribution& told, const attribution& next) {
  if (told.content.size() < 2 || next.content.empty() || next.cue <= told.cue) {
    return;
  }
  const token_range& theirs = next.content.front();
  const auto is_theirs = [&](const token_range& c) {
    return next.cue < c.first && theirs.first < c.end && c.first < theirs.end;
  };
  if (theirs.first <= next.cue || is_theirs(told.content.front())) return;
  told.content.erase(
      std::remove_if(told.content.begin() + 1, told.content.end(), is_theirs),
      told.content.end());
}

}  // namespace

bool set_apart(const reading& r, attribution& told, const attribution& next) {
  if (told.level != next.level) return true;
  leave_to_next(told, next);
  if (between_halves(r, told, next)) return false;
  for (const std::int32_t p : told.whole) {
    for (const token_range& c : next.content) {
      if (c.first <= r.outer_first(p) && r.outer_end(p) <= c.end) return false;
    }
  }
  // "She told him that it was late, according to the paper": what the paper
  // tells is the whole sentence.
  if ((r.words[next.cue].flags & cue_preposition) != 0 && next.cue > 0 &&
      r.tags[next.cue - 1] == tag_comma && next.source.first > next.cue &&
      !next.content.empty() && next.content.back().end <= next.cue) {
    for (token_range& c : told.content) {
      if (c.first + 1 < next.cue && next.cue < c.end &&
          !open_mark(r, c.first, next.cue)) {
        c.end = next.cue - 1;
      }
    }
  }
  if (!next.source.empty() && !next.content.empty()) {
    give_way(r, told, next);
  }
  if (told.source.empty() || told.source.first != next.source.first ||
      next.cue <= told.cue) {
    return true;
  }
  const auto tag_is = [&](std::uint32_t t, word_tag tag) {
    return r.tags[t] == static_cast<std::uint8_t>(tag);
  };
  for (token_range& c : told.content) {
    if (next.cue <= c.first || next.cue >= c.end) continue;
    std::uint32_t end = next.cue_words.first;
    while (end > c.first &&
           (is_adverb(r, end - 1) || tag_is(end - 1, word_tag::have))) {
      --end;
    }
    const std::uint32_t verb = end;
    while (end > c.first &&
           (r.tags[end - 1] == tag_comma || tag_is(end - 1, word_tag::coord))) {
      --end;
    }
    if (end < verb && end > c.first) c.end = end;
  }
  return true;
}

}  // namespace copydesk::quotes
