// SPDX-License-Identifier: Apache-2.0
// quotes.hpp - what was said: content, cue and source.
//
// Idea: quotation marks are paired first, by language and by what the
// document itself does, with repairs; cues (reporting verbs, nouns and
// phrases) are found next; each cue then points to its content and its
// source. Contents are in order of their first byte.
#ifndef COPYDESK_SRC_QUOTES_QUOTES_HPP_
#define COPYDESK_SRC_QUOTES_QUOTES_HPP_

#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/analyzer.hpp"
#include "copydesk/document.hpp"
#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "text/laid_text.hpp"
#include "text/offsets.hpp"

namespace copydesk::quotes {

struct quotation {
  quote_kind kind = quote_kind::direct;
  std::vector<text::clean_span> content;  // without marks; at least one
  bool has_source = false;
  text::clean_span source;  // the whole noun phrase beside the cue
  bool has_cue = false;
  text::clean_span cue;      // without auxiliaries and adverbs
  std::int32_t parent = -1;  // index of the quotation around it
  float confidence = 0;      // in [0, 1]
  const char* rule = "";     // static: which decision fired
};

struct mark_repair {
  text::clean_span where;  // empty where a mark was missing
  repair_kind kind = repair_kind::missing_open;
  std::string_view text;  // the mark it was read as: static, or of the text
};

struct quotes {
  std::vector<quotation> quotations;
  std::vector<mark_repair> repairs;
};

// By the conventions of `what`. O(tokens).
quotes find(const text::laid_text& laid, const entities::entities& found,
            const model& m, quote_style what = quote_style::speech);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_QUOTES_HPP_
