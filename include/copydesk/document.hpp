// SPDX-License-Identifier: Apache-2.0
// copydesk/document.hpp - what an analysis says about one text.
//
// A document is a plain value: vectors of small structs, in text order. It
// holds no pointer to the caller's bytes, and every span in it counts units
// of them (options::offsets). Copy it, move it, read it from many threads.
//
// Order of reading: paragraphs hold sentences, sentences hold tokens;
// entities are mentions in the text, names gather the mentions of one
// person, organization or place; quotes are what was said, each with its
// content, cue and speaker; repairs are everything that was understood
// differently from how it stands.
#ifndef COPYDESK_DOCUMENT_HPP_
#define COPYDESK_DOCUMENT_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/span.hpp"

namespace copydesk {
inline namespace v1 {

// ---------------------------------------------------------------- layout ---

// What a paragraph of a news page is.
enum class paragraph_kind : std::int32_t {
  body = 0,
  headline = 1,
  dateline = 2,
  byline = 3,
  caption = 4,
  boilerplate = 5,  // navigation, sharing, subscriptions, copyright lines
};

// A paragraph, without the line breaks around it. `reason` is a static
// English phrase that says what decided its kind.
struct paragraph {
  span where;
  paragraph_kind kind = paragraph_kind::body;
  const char* reason = "";
};

// -------------------------------------------------------------- entities ---

// What an entity is. Append-only: expect unknown values from later versions.
enum class entity_type : std::int32_t {
  person = 1,
  norp = 2,      // nationalities, religious and political groups
  org = 3,       // companies, bodies, parties, clubs, media
  gpe = 4,       // countries, states, cities
  loc = 5,       // mountains, rivers, regions
  fac = 6,       // buildings, airports, roads
  event = 7,     // wars, storms, conferences, tournaments
  law = 8,       // laws, treaties, agreements
  work = 9,      // books, films, prizes
  product = 10,  // vehicles, weapons, ships, software
  date = 11,
  time = 12,
  money = 13,
  percent = 14,
  quantity = 15,
};

// One mention. Leading titles, articles and a possessive 's stay outside.
struct entity {
  span where;
  entity_type type = entity_type::person;
  float confidence = 0;    // in [0, 1]
  std::int32_t name = -1;  // index into document::names; -1 for values
  std::string text;        // the cleaned words
  std::string value;       // resolved value ("2017-03", "USD 14000000") or ""
};

// One person, organization, place...: all its mentions together.
struct name {
  entity_type type = entity_type::person;
  std::string text;                     // the fullest form that was found
  std::vector<std::string> titles;      // "Russian foreign minister"
  std::vector<std::uint32_t> mentions;  // indices into document::entities
  std::vector<std::uint32_t> quotes;    // whose speaker it is: indices into
                                        // document::quotes
  // Bodies, places and peoples that its titles and appositions name ("Kremlin
  // spokesman X"), of a person: indices into document::names; at most 4.
  std::vector<std::uint32_t> affiliations;
  // What the text and first names tell of a person's sex: above 0 for a man,
  // below 0 for a woman, the further from 0 the surer (from 4 on told by
  // several signs or an honorific); 0: nothing.
  std::int32_t gender = 0;
  std::string caller_id;  // in the gazetteer of options::names, or ""
};

// ---------------------------------------------------------------- quotes ---

enum class quote_kind : std::int32_t {
  direct = 0,    // every word of the content stands in marks
  mixed = 1,     // some of it does
  indirect = 2,  // none of it does
};

enum class speaker_kind : std::int32_t {
  person = 0,
  organization = 1,
  document = 2,  // a report, a statement, a law
  group = 3,     // residents, officials, critics
  unnamed = 4,   // "a source", or a pronoun that was not resolved
};

// Who said it.
struct speaker {
  // The source phrase: "he", "the Russian FM". Empty where no words name it: a
  // quotation that goes on with the speaker before it, a turn of a dialogue.
  span where;
  std::string text;        // who that is, by the fullest name
  std::int32_t name = -1;  // index into document::names, or -1
  speaker_kind kind = speaker_kind::unnamed;
  float confidence = 0;  // in [0, 1]
};

// One quotation. A quotation split by its own attribution, or carried on
// over paragraphs, is one quote with several pieces.
struct quote {
  quote_kind kind = quote_kind::direct;
  std::vector<span> content;  // without the marks; at least one piece
  std::string text;           // the words as a reader would quote them
  bool has_speaker = false;
  copydesk::speaker speaker;  // meaningful if has_speaker
  bool has_cue = false;
  span cue;                  // meaningful if has_cue
  std::int32_t parent = -1;  // index of the quote around it, or -1
  float confidence = 0;      // in [0, 1]
  const char* rule = "";     // which decision fired; static text
};

// --------------------------------------------------------------- repairs ---

// What was understood differently from how it stands. Append-only.
enum class repair_kind : std::int32_t {
  encoding = 1,     // bytes that are not of the text's encoding
  mojibake = 2,     // UTF-8 that was read in a legacy charset
  html_entity = 3,  // "&amp;" left in the text
  control = 4,      // control characters
  soft_hyphen = 5,
  zero_width = 6,
  bidi_control = 7,
  ligature = 8,        // a presentation-form ligature
  line_break = 9,      // a stray carriage return
  missing_open = 10,   // a quotation without its opening mark
  missing_close = 11,  // a quotation without its closing mark
  wrong_way = 12,      // a mark turned the wrong way
  straight = 13,       // a mark of another encoding or another shape
  hyphenation = 14,    // a word hyphenated at the end of a line
};

// One repair. `where` may be empty: the place where something was missing.
struct repair {
  span where;
  repair_kind kind = repair_kind::encoding;
  std::string text;  // what it was read as
};

// -------------------------------------------------------------- document ---

struct document {
  std::uint32_t length = 0;  // of the input, in the unit of its offsets
  std::string language;      // BCP 47, "en"
  std::string encoding;      // IANA name, "UTF-8"
  std::vector<paragraph> paragraphs;
  std::vector<span> sentences;  // of all paragraphs but boilerplate
  std::vector<span> tokens;     // filled if options::tokens
  std::vector<entity> entities;
  std::vector<copydesk::name> names;
  std::vector<quote> quotes;
  std::vector<repair> repairs;
  std::string normalized;  // the clean text; filled if options::normalized

  // The name with that id in the caller's gazetteer (options::names): an index
  // into names, or -1 if the text does not name it. Mentions of different ids
  // are never one name. O(names).
  std::int32_t name_of_id(std::string_view caller_id) const noexcept;
};

// ----------------------------------------------------------------- names ---

// The names that the command and the JSON use: "headline", "PERSON", "direct",
// "group", "missing_open". Static; "" if there is no such value.
const char* to_string(paragraph_kind kind) noexcept;
const char* to_string(entity_type type) noexcept;
const char* to_string(quote_kind kind) noexcept;
const char* to_string(speaker_kind kind) noexcept;
const char* to_string(repair_kind kind) noexcept;

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_DOCUMENT_HPP_
