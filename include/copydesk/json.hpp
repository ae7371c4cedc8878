// SPDX-License-Identifier: Apache-2.0
// copydesk/json.hpp - a document as JSON (RFC 8259).
//
// The shape is that of `copydesk analyze`, described by the schema in
// tests/spec/analyze.schema.json: spans are [start, end], enumerations are
// their names in lower case (entity types in upper case), what is not there
// is null. Keys always stand in the same order, so the same document gives
// the same bytes.
#ifndef COPYDESK_JSON_HPP_
#define COPYDESK_JSON_HPP_

#include <string>
#include <string_view>

#include "copydesk/document.hpp"

namespace copydesk {
inline namespace v1 {

struct json_options {
  // The document's "id": JSON, put in as it stands ("\"a\"", "7"); "" = no id.
  std::string id;
  bool tokens = false;      // give document::tokens
  bool normalized = false;  // give document::normalized
  bool explain = false;     // which decision found what, and how sure it is
  bool lines = false;       // every item on a line of its own
};

// The document as JSON, UTF-8, without a final line break. O(document).
std::string to_json(const document& doc, const json_options& options = {});

// A text as a JSON string with its marks. Bytes that are not UTF-8 are
// written as U+FFFD, one for each maximal subpart. O(text).
std::string json_string(std::string_view text);

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_JSON_HPP_
