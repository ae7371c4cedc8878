// SPDX-License-Identifier: Apache-2.0
// Idea and cost: see the header. Invariant: the units of a window follow one
// another without a gap and hold the cue's token as a unit of its own.
#include "quotes/reading.hpp"

#include <algorithm>
#include <string_view>

#include "limits.hpp"
#include "quotes/said.hpp"
#include "text/capital.hpp"
#include "text/room.hpp"

namespace copydesk::quotes {
namespace {

std::uint8_t tag_of_sign(char c) {
  switch (c) {
    case ',':
      return tag_comma;
    case ':':
      return tag_colon;
    case ';':
      return tag_semicolon;
    case '(':
    case '[':
    case '{':
      return tag_left_bracket;
    case ')':
    case ']':
    case '}':
      return tag_right_bracket;
    case '-':
      return tag_dash;
    case '.':
    case '!':
    case '?':
      return tag_stop;
    default:
      return tag_symbol;
  }
}

std::uint8_t tag_of_punctuation(std::string_view s) {
  if (s.size() == 1) return tag_of_sign(s.front());
  if (s == "--" || s == "\xE2\x80\x93" || s == "\xE2\x80\x94" ||
      s == "\xE2\x80\x95") {
    return tag_dash;
  }
  return s == "..." || s == "\xE2\x80\xA6" ? tag_stop : tag_symbol;
}

std::uint8_t tag_of_ending(word_ending e) {
  switch (e) {
    case word_ending::ly:
      return tag_adverb;
    case word_ending::ing:
      return tag_ing;
    case word_ending::ed:
      return tag_ed;
    case word_ending::s:
      return tag_s;
    default:
      return tag_lower;
  }
}

std::uint8_t tag_of_word(const text::token& t, const word& w, bool heading) {
  if (w.ending == word_ending::possessive) return tag_possessive;
  if ((w.flags & (cue_verb | cue_preposition)) != 0 &&
      (t.letters == text::token_case::lower ||
       (heading && t.letters == text::token_case::title))) {
    return (w.flags & cue_think) != 0 ? tag_think : tag_cue_verb;
  }
  if (w.tag != word_tag::none) return static_cast<std::uint8_t>(w.tag);
  if (t.letters == text::token_case::upper && t.where().size() > 1) {
    return tag_acronym;
  }
  if (text::has_capital(t)) return tag_capital;
  if ((w.flags & cue_noun) != 0) return tag_cue_noun;
  if ((w.flags & cue_adverb) != 0) return tag_adverb;
  return tag_of_ending(w.ending);
}

std::uint8_t tag_of(const text::laid_text& laid, const word& w,
                    std::uint32_t token, bool heading) {
  const text::token& t = laid.tokens[token];
  switch (t.kind) {
    case text::token_kind::word:
      return tag_of_word(t, w, heading);
    case text::token_kind::number:
      return tag_numeral;
    case text::token_kind::mark:
      return tag_other_mark;
    case text::token_kind::punctuation:
      return tag_of_punctuation(t.where().of(laid.clean));
    default:
      return tag_symbol;
  }
}

// Whether every word of the sentence that could do without has a capital
// letter, as in "Clinton Says Plan Will Fail".
bool is_heading(const text::laid_text& laid, const word_list& words,
                const text::sentence& s) {
  constexpr int fewest = 4;
  int capitals = 0;
  for (std::uint32_t t = s.first_token; t < s.token_end; ++t) {
    if (laid.tokens[t].kind != text::token_kind::word) continue;
    if (words[t].tag != word_tag::none ||
        words[t].ending == word_ending::possessive) {
      continue;
    }
    if (laid.tokens[t].letters == text::token_case::lower) return false;
    ++capitals;
  }
  return capitals >= fewest;
}

bool sentence_ends_inside(const pair& p,
                          const text::sentence_numbers& sentence_of) {
  return p.end > p.first + 1 && sentence_of[p.first] != sentence_of[p.end - 1];
}

// Whether the words before the marks lead into them: "a plan that is "too
// slow," he said" has a fragment, not a quotation of its own.
bool runs_on(const text::laid_text& laid, const word_list& words, const pair& p,
             const text::sentence_numbers& sentence_of) {
  const std::uint32_t at = p.outer_first();
  if (at == 0 || sentence_of[at - 1] != sentence_of[at]) return false;
  const text::token& first = laid.tokens[p.first];
  if (first.kind != text::token_kind::word ||
      first.letters != text::token_case::lower) {
    return false;
  }
  const text::token& before = laid.tokens[at - 1];
  return before.kind == text::token_kind::number ||
         (before.kind == text::token_kind::word &&
          ((words[at - 1].flags & cue_verb) == 0 ||
           words[at - 1].tag != word_tag::none));
}

// Whether nothing but a colon stands before the marks in their sentence.
bool starts_sentence(const text::laid_text& laid, const pair& p,
                     const text::sentence_numbers& sentence_of) {
  const std::uint32_t at = p.outer_first();
  return at == 0 || sentence_of[at - 1] != sentence_of[at] ||
         laid.tokens[at - 1].where().of(laid.clean) == ":";
}

// Whether the words between the marks are speech by themselves.
bool stands_alone(const text::laid_text& laid, const word_list& words,
                  const pair& p, const text::sentence_numbers& sentence_of) {
  if (p.end <= p.first) return false;
  if (p.carried || p.repaired) return true;
  const std::uint32_t n = p.end - p.first;
  if (sentence_ends_inside(p, sentence_of) || n > 60) return true;
  if (n == 1 && !starts_sentence(laid, p, sentence_of)) return false;
  return ends_speech(laid, p) && !runs_on(laid, words, p, sentence_of);
}

}  // namespace

std::int32_t reading::carried_from(std::int32_t p) const {
  if (!pairs[static_cast<std::size_t>(p)].carried) return -1;
  const std::vector<carried_pair>& all = paired.carried;
  return std::lower_bound(all.begin(), all.end(), p,
                          [](const carried_pair& c, std::int32_t number) {
                            return c.pair < number;
                          })
      ->from;
}

reading read(const text::laid_text& laid, const word_list& words,
             const marks& found, const entities::entities& names) {
  reading r{laid, words, found, found.pairs, {}, {}, {}, {}, {}, {}};
  const std::size_t n = laid.tokens.size();
  r.tags.resize(n);
  r.names.assign(n, 0);
  r.titled.assign(n, false);
  r.sentence_of = text::sentence_numbers(laid);
  for (const text::sentence& s : laid.sentences) {
    const bool heading = is_heading(laid, words, s);
    for (std::uint32_t t = s.first_token; t < s.token_end; ++t) {
      r.tags[t] = tag_of(laid, words[t], t, heading);
    }
  }
  for (const entities::mention& m : names.mentions) {
    for (std::uint32_t t = m.first_token; t < m.token_end && t < n; ++t) {
      r.names[t] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(m.type) +
                                             (t > m.first_token ? 16 : 0));
    }
  }
  for (const entities::title& m : names.titles) {
    for (std::uint32_t t = m.first_token; t < m.token_end && t < n; ++t) {
      r.titled[t] = true;
    }
  }
  const std::size_t count = found.pairs.size();
  r.whole.assign(count, false);
  std::vector<text::numbered_range> whole;
  for (std::size_t i = 0; i < count; ++i) {
    const pair& p = found.pairs[i];
    if (p.has_open) r.tags[p.open()] = tag_left_mark;
    if (p.has_close) r.tags[p.close()] = tag_right_mark;
    r.whole[i] = stands_alone(laid, words, p, r.sentence_of);
    if (!r.whole[i]) continue;
    text::make_room_if_full(whole, i, count - i);
    whole.push_back(
        {p.outer_first(), p.outer_end(), static_cast<std::int32_t>(i)});
  }
  r.whole_in = text::nested_ranges(n, std::move(whole));
  return r;
}

namespace {

// The pair that stands for token t as a unit of the level `level` (-1: the
// paragraph), or -1: the outermost whole pair around t that lies inside the
// level.
std::int32_t unit_pair(const reading& r, std::uint32_t t, std::int32_t level) {
  std::int32_t p = r.whole_in[t];
  if (p == level) return -1;
  while (p >= 0) {
    const std::int32_t up = r.whole_parent(p);
    if (up == level) return p;
    p = up;
  }
  return -1;
}

// Quotations that one sentence is followed over, to either side: bounds the
// work a cue in a text of nothing but marks.
constexpr int most_steps = 16;

struct range {
  std::uint32_t begin, end;
};

range level_range(const reading& r, std::uint32_t token, std::int32_t level) {
  const text::laid_text& laid = r.laid;
  if (level >= 0) {
    const pair& p = r.pairs[static_cast<std::size_t>(level)];
    return {p.first, p.end};
  }
  const text::paragraph& para =
      laid.paragraphs[laid.sentences[r.sentence_of[token]].paragraph];
  return {laid.sentences[para.first_sentence].first_token,
          laid.sentences[para.sentence_end - 1].token_end};
}

// Moves `begin` left to where the sentence begins at this level.
std::uint32_t left_edge(const reading& r, std::uint32_t begin,
                        std::int32_t level, range in) {
  for (int step = 0; step < most_steps; ++step) {
    if (begin <= in.begin) return in.begin;
    const std::int32_t p = unit_pair(r, begin, level);
    if (p >= 0 && r.outer_first(p) < begin) {
      begin = r.outer_first(p);
      begin = std::max(in.begin,
                       r.laid.sentences[r.sentence_of[begin]].first_token);
      continue;
    }
    // A quotation that ended with a question mark, a comma or no stop goes on
    // with its attribution, whatever the sentence rules said.
    const std::int32_t before = unit_pair(r, begin - 1, level);
    if (before >= 0 && r.outer_end(before) == begin) {
      const pair& q = r.pairs[static_cast<std::size_t>(before)];
      const std::string_view last =
          r.laid.tokens[q.end - 1].where().of(r.laid.clean);
      const bool lower =
          r.laid.tokens[begin].letters == text::token_case::lower;
      if (lower ||
          (last != "." && is_attribution(r.laid, r.words, begin, in.end))) {
        begin = r.outer_first(before);
        begin = std::max(in.begin,
                         r.laid.sentences[r.sentence_of[begin]].first_token);
        continue;
      }
    }
    return begin;
  }
  return begin;
}

std::uint32_t right_edge(const reading& r, std::uint32_t end,
                         std::int32_t level, range in) {
  for (int step = 0; step < most_steps; ++step) {
    if (end >= in.end) return in.end;
    const std::int32_t p = unit_pair(r, end, level);
    if (p >= 0 && r.outer_first(p) < end) {
      end = r.outer_end(p);
      if (end >= in.end) return in.end;
      if (r.laid.sentences[r.sentence_of[end]].first_token < end) {
        end = r.laid.sentences[r.sentence_of[end]].token_end;
      }
      continue;
    }
    // What follows a colon belongs to the sentence if it is a quotation.
    if (p >= 0 && r.outer_first(p) == end && r.tags[end - 1] == tag_colon) {
      end = r.outer_end(p);
      continue;
    }
    return end;
  }
  return end;
}

// "RT." before a quotation: an abbreviation that ends a sentence, too.
bool ends_with_stop(const reading& r, std::uint32_t t) {
  const text::token& x = r.laid.tokens[t];
  return x.kind == text::token_kind::word &&
         r.laid.clean[x.where().end - 1] == '.';
}

}  // namespace

void look_around(const reading& r, std::uint32_t token, window& out) {
  out.units.clear();
  const std::int32_t level = r.whole_in[token];
  const range in = level_range(r, token, level);
  const text::sentence& s = r.laid.sentences[r.sentence_of[token]];
  out.first = left_edge(r, std::max(in.begin, s.first_token), level, in);
  const std::uint32_t half = limits::max_window_units / 2;
  if (token > out.first + 4 * half) out.first = token - 4 * half;
  // A quotation after a full stop begins a sentence, even where the rules
  // for sentences saw none.
  for (std::uint32_t t = token; t > out.first + 1; --t) {
    if (r.tags[t - 1] != tag_stop && !ends_with_stop(r, t - 1)) continue;
    const std::int32_t p = unit_pair(r, t, level);
    if (p >= 0 && r.outer_first(p) == t && r.whole_at(t) >= 0) {
      out.first = t;
      break;
    }
  }
  out.end = right_edge(r, std::min(in.end, s.token_end), level, in);
  const std::uint32_t last = std::min(out.end, s.token_end);
  std::uint32_t passed = 0;  // units: more of them than the window has
  for (std::uint32_t t = token + 1; t < last && passed <= half; ++passed) {
    const std::int32_t p = unit_pair(r, t, level);
    if (p >= 0 && p == r.whole_at(t) && ends_with_stop(r, t - 1) &&
        r.laid.tokens[r.pairs[static_cast<std::size_t>(p)].first].letters ==
            text::token_case::title) {
      out.end = t;
      break;
    }
    t = p >= 0 ? std::max(t + 1, r.outer_end(p)) : t + 1;
  }
  // "She said:", and the quotation is the next paragraph.
  if (level < 0 && out.end == in.end && out.end < r.tags.size() &&
      r.tags[out.end - 1] == tag_colon && r.whole_at(out.end) >= 0) {
    out.end = r.outer_end(r.whole_at(out.end));
  }
  // At most one a token; seldom more than the window has in the end.
  out.units.reserve(
      std::min(out.end - out.first, limits::max_window_units + 2));
  for (std::uint32_t t = out.first; t < out.end;) {
    unit u;
    u.first = t;
    const std::int32_t p = unit_pair(r, t, level);
    if (p >= 0) {
      u.quotation = p;
      u.end = std::max(t + 1, std::min(r.outer_end(p), out.end));
      u.tag = tag_quotation;
      u.hash = r.words[r.pairs[static_cast<std::size_t>(p)].end - 1].hash;
    } else {
      u.end = t + 1;
      u.tag = r.tags[t];
      u.hash = r.words[t].hash;
      u.name = r.names[t];
      u.cluster = r.cluster(t);
      if (t == token) {
        out.cue = static_cast<std::uint32_t>(out.units.size());
      }
    }
    out.units.push_back(u);
    t = u.end;
    if (t > token && out.units.size() > out.cue + half) break;
  }
  if (out.cue > half) {
    const std::uint32_t cut = out.cue - half;
    out.units.erase(out.units.begin(), out.units.begin() + cut);
    out.cue -= cut;
  }
}

}  // namespace copydesk::quotes
