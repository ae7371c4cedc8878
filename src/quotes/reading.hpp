// SPDX-License-Identifier: Apache-2.0
// reading.hpp - a document as the attribution models look at it.
//
// Idea: each token gets a coarse tag (function words by name, punctuation by
// kind, other words by their letters and ending). A quotation that stands on
// its own (whole sentences between marks) is one unit, whatever its length,
// so that "..., she said" lies next to its cue. The window of a cue is the
// sentence around it in these units.
#ifndef COPYDESK_SRC_QUOTES_READING_HPP_
#define COPYDESK_SRC_QUOTES_READING_HPP_

#include <cstdint>
#include <string_view>
#include <vector>

#include "entities/entities.hpp"
#include "quotes/marks.hpp"
#include "quotes/words.hpp"
#include "text/laid_text.hpp"
#include "text/nested_ranges.hpp"
#include "text/sentence_numbers.hpp"

namespace copydesk::quotes {

// Tags up to word_tag::document are those of function words.
enum coarse_tag : std::uint8_t {
  tag_edge = 0,
  tag_first_open = 32,
  tag_comma = tag_first_open,
  tag_stop,
  tag_colon,
  tag_semicolon,
  tag_dash,
  tag_left_bracket,
  tag_right_bracket,
  tag_left_mark,
  tag_right_mark,
  tag_other_mark,
  tag_symbol,
  tag_numeral,
  tag_capital,
  tag_acronym,
  tag_adverb,
  tag_ing,
  tag_ed,
  tag_s,
  tag_lower,
  tag_cue_verb,
  tag_cue_noun,
  tag_think,
  tag_possessive,
  tag_quotation
};

struct reading {
  const text::laid_text& laid;
  const word_list& words;
  const marks& paired;
  const std::vector<pair>& pairs;   // of these
  std::vector<std::uint8_t> tags;   // one a token, of coarse_tag
  std::vector<std::uint8_t> names;  // one a token: entity type, 0 none;
                                    // + 16 inside a mention
  std::vector<bool> titled;         // one a token: in a title
  // Pairs that stand on their own.
  text::nested_ranges whole_in;        // one a token: the innermost such pair
                                       // around it (its marks too), or -1
  std::vector<bool> whole;             // one a pair
  text::sentence_numbers sentence_of;  // one a token

  // The class of the token's word; see entities/features.hpp.
  std::uint16_t cluster(std::size_t token) const {
    return laid.tokens[token].kind == text::token_kind::word
               ? words[token].cluster
               : std::uint16_t{0};
  }
  // The next pair around pair p that stands on its own, or -1. O(1): marks
  // are nested limits::max_quote_depth deep at most.
  std::int32_t whole_parent(std::int32_t p) const {
    std::int32_t up = pairs[static_cast<std::size_t>(p)].parent;
    while (up >= 0 && !whole[static_cast<std::size_t>(up)]) {
      up = pairs[static_cast<std::size_t>(up)].parent;
    }
    return up;
  }
  // The pair that pair p carries on, or -1. O(log carried pairs).
  std::int32_t carried_from(std::int32_t p) const;
  // The outermost pair that stands on its own and begins at the token, or -1.
  std::int32_t whole_at(std::size_t token) const {
    std::int32_t p = whole_in[token];
    if (p < 0 || outer_first(p) != token) return -1;
    for (;;) {
      const std::int32_t up = whole_parent(p);
      if (up < 0 || outer_first(up) != token) return p;
      p = up;
    }
  }

  std::uint32_t outer_first(std::int32_t p) const {
    return pairs[static_cast<std::size_t>(p)].outer_first();
  }
  std::uint32_t outer_end(std::int32_t p) const {
    return pairs[static_cast<std::size_t>(p)].outer_end();
  }
};

// The token as it stands; empty behind the last one. O(1).
inline std::string_view text_of(const reading& r, std::size_t token) {
  return token < r.tags.size() ? r.laid.tokens[token].where().of(r.laid.clean)
                               : std::string_view();
}
inline bool is_word(const reading& r, std::size_t token, std::string_view w) {
  return text_of(r, token) == w;
}

constexpr std::uint8_t tag_of(word_tag t) {
  return static_cast<std::uint8_t>(t);
}

// A form of be, have or do, or a modal verb. O(1).
constexpr bool is_auxiliary(std::uint8_t tag) {
  return tag >= tag_of(word_tag::be) && tag <= tag_of(word_tag::modal);
}

// A cue verb, a verb of thought, or an auxiliary. O(1).
constexpr bool is_verbal(std::uint8_t tag) {
  return tag == tag_cue_verb || tag == tag_think || is_auxiliary(tag);
}

// A quotation mark that opens, closes, or does neither. O(1).
constexpr bool is_mark(std::uint8_t tag) {
  return tag == tag_left_mark || tag == tag_right_mark || tag == tag_other_mark;
}

// Whether the token is of a mention of that type. O(1).
inline bool in_name_of(const reading& r, std::size_t token, entity_type type) {
  return r.names[token] % 16 == static_cast<std::uint8_t>(type);
}

// The end of the tokens [first, end) without the full stops at it. O(stops).
inline std::uint32_t before_stop(const reading& r, std::uint32_t first,
                                 std::uint32_t end) {
  while (end > first && r.tags[end - 1] == tag_stop) --end;
  return end;
}

// An adverb of the lexicon, or one of the manner of speaking. O(1).
inline bool is_adverb(const reading& r, std::size_t token) {
  return r.tags[token] == tag_adverb || r.words[token].tag == word_tag::adverb;
}

// "saying": -ing and what may be a stem. O(1).
inline bool ends_in_ing(const reading& r, std::uint32_t token) {
  return r.words[token].ending == word_ending::ing &&
         r.laid.tokens[token].where().size() > 5;
}

// O(bytes + pairs).
reading read(const text::laid_text& laid, const word_list& words,
             const marks& found, const entities::entities& names);

struct unit {
  std::uint32_t first = 0;  // [first, end): tokens
  std::uint32_t end = 0;
  std::uint32_t hash = 0;
  std::uint8_t tag = 0;
  std::uint8_t name = 0;
  std::uint16_t cluster = 0;
  std::int32_t quotation = -1;  // the pair it stands for
};

struct window {
  std::vector<unit> units;
  std::uint32_t cue = 0;    // index of the cue's unit
  std::uint32_t first = 0;  // [first, end): tokens
  std::uint32_t end = 0;
};

// The window of the cue at `token`; `out` is reused. O(units of the window),
// at most limits::max_window_units.
void look_around(const reading& r, std::uint32_t token, window& out);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_READING_HPP_
