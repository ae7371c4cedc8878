// SPDX-License-Identifier: Apache-2.0
// enum_names.cpp - the names of the enumerations of document.hpp.
#include <cstddef>

#include "copydesk/document.hpp"

namespace copydesk {
inline namespace v1 {
namespace {

template <std::size_t Count, class Enum>
const char* pick(const char* const (&names)[Count], Enum value) noexcept {
  const auto i = static_cast<std::int32_t>(value);
  return i >= 0 && i < static_cast<std::int32_t>(Count) ? names[i] : "";
}

}  // namespace

const char* to_string(paragraph_kind kind) noexcept {
  static constexpr const char* names[] = {"body",   "headline", "dateline",
                                          "byline", "caption",  "boilerplate"};
  return pick(names, kind);
}

const char* to_string(entity_type type) noexcept {
  static constexpr const char* names[] = {
      "",     "PERSON", "NORP",    "ORG",     "GPE",     "LOC",
      "FAC",  "EVENT",  "LAW",     "WORK",    "PRODUCT", "DATE",
      "TIME", "MONEY",  "PERCENT", "QUANTITY"};
  return pick(names, type);
}

const char* to_string(quote_kind kind) noexcept {
  static constexpr const char* names[] = {"direct", "mixed", "indirect"};
  return pick(names, kind);
}

const char* to_string(speaker_kind kind) noexcept {
  static constexpr const char* names[] = {"person", "organization", "document",
                                          "group", "unnamed"};
  return pick(names, kind);
}

const char* to_string(repair_kind kind) noexcept {
  static constexpr const char* names[] = {
      "",          "encoding",    "mojibake",     "html_entity",
      "control",   "soft_hyphen", "zero_width",   "bidi_control",
      "ligature",  "line_break",  "missing_open", "missing_close",
      "wrong_way", "straight",    "hyphenation"};
  return pick(names, kind);
}

}  // namespace v1
}  // namespace copydesk
