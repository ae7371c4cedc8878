// SPDX-License-Identifier: Apache-2.0
// entities.hpp - names and values in laid-out text.
//
// Idea: a trained tagger finds names and the titles beside them, rules find
// values (dates, money, percent...); where both claim a stretch, the longer
// one stays. Mentions do not overlap and are in text order.
#ifndef COPYDESK_SRC_ENTITIES_ENTITIES_HPP_
#define COPYDESK_SRC_ENTITIES_ENTITIES_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/document.hpp"
#include "copydesk/gazetteer.hpp"
#include "copydesk/model.hpp"
#include "text/laid_text.hpp"
#include "text/offsets.hpp"
#include "text/packed_numbers.hpp"

namespace copydesk::entities {

struct mention {
  text::clean_span where;
  std::uint32_t first_token = 0;  // [first_token, token_end)
  std::uint32_t token_end = 0;
  entity_type type = entity_type::person;
  float confidence = 0;
  std::string value;  // resolved value of a date, an amount...; often ""
};

// An office, rank or honorific beside a person's name, before or after it:
// "NATO Secretary-General" in "NATO Secretary-General Jens Stoltenberg". May
// overlap mentions (NATO is one of its own).
struct title {
  text::clean_span where;
  std::uint32_t first_token = 0;
  std::uint32_t token_end = 0;
};

// The distinct spellings of the document, numbered, so that later rooms ask
// about a word once and not at each of its places.
struct spellings {
  text::packed_numbers of_token;       // one a token; empty: not known
  std::vector<std::uint16_t> cluster;  // one a spelling: its class of words
};

struct entities {
  std::vector<mention> mentions;
  std::vector<title> titles;
  spellings spelled;
};

// What the caller adds.
struct find_options {
  // Mentions of confidence below are left out.
  float min_confidence = 0;
  // Names that are found whatever the model says; may be null.
  const gazetteer* names = nullptr;
  // In place of what the model would find: the names of the caller's own
  // recognizer, on whole tokens, in text order, without overlaps. Values are
  // still found by rules. May be null.
  const std::vector<mention>* given = nullptr;
};

// O(tokens). Mentions are in text order and do not overlap; so are titles.
entities find(const text::laid_text& laid, const model& m,
              const find_options& options);
inline entities find(const text::laid_text& laid, const model& m,
                     float min_confidence) {
  find_options options;
  options.min_confidence = min_confidence;
  return find(laid, m, options);
}

// The tokens [first, end), of which there is one at least, as a mention.
inline mention of_tokens(const text::laid_text& laid, std::uint32_t first,
                         std::uint32_t end, entity_type type,
                         float confidence) {
  mention m;
  m.where = {laid.tokens[first].where().begin,
             laid.tokens[end - 1].where().end};
  m.first_token = first;
  m.token_end = end;
  m.type = type;
  m.confidence = confidence;
  return m;
}

// The tokens that `where` covers or touches, as a mention of that type;
// false if there are none or they lie in two sentences. O(log tokens).
bool on_tokens(const text::laid_text& laid, text::clean_span where,
               entity_type type, mention& out);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_ENTITIES_HPP_
