// SPDX-License-Identifier: Apache-2.0
// html_entities.hpp - HTML character references left in a text.
//
// Idea: news text was HTML once. A reference is read by the rules of the HTML
// standard (section 13.2.5.72 and the next), more strictly where those would
// find references in plain text ("Q&A", "AT&T", a query in an address).
#ifndef COPYDESK_SRC_UNICODE_HTML_ENTITIES_HPP_
#define COPYDESK_SRC_UNICODE_HTML_ENTITIES_HPP_

#include <cstddef>
#include <string_view>

#include "unicode/repair_units.hpp"

namespace copydesk::unicode {

struct html_entity {
  char32_t first = 0;
  char32_t second = 0;     // 0: the reference is one character
  std::size_t length = 0;  // bytes from the ampersand; 0: no reference
};

// The reference that begins at text[at] == '&', with any number of "amp;"
// after the ampersand ("&amp;amp;lt;" is "<"). O(length of the reference).
html_entity read_html_entity(std::string_view text, std::size_t at);

// Whether the text is HTML source: it holds an end tag, a comment, or a start
// tag of an element that news is marked up with. O(text).
bool holds_markup(std::string_view text);

// Replaces the references in a row of units; in HTML source none that stand
// inside a tag or that would make markup of text. Returns whether any was
// replaced. O(units).
bool replace_html_entities(repair_units& units, bool markup);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_HTML_ENTITIES_HPP_
