// SPDX-License-Identifier: Apache-2.0
// copydesk/normalize.hpp - clean text from any bytes, with an exact way back.
//
// Useful on its own: no model is needed. The steps, in order:
//   decode     which charset, and every ill-formed byte
//   repair     mojibake, HTML entities, controls, soft hyphens...
//   normalize  NFC, and what the options below ask for
//
//   auto made = copydesk::normalize(bytes);
//   if (!made) return fail(made.error());
//   const copydesk::normalized_text& clean = made.value();
//   std::size_t at = clean.text().find("Moscow");
//   copydesk::span where = clean.to_source({at, at + 6});  // in `bytes`
//
// Clean text is well-formed UTF-8 in the form asked for, and normalizing it
// again with the same options gives it unchanged, unless it is itself damaged
// text (entities of entities). Every rule with an example:
// tests/spec/normalize.txt.
#ifndef COPYDESK_NORMALIZE_HPP_
#define COPYDESK_NORMALIZE_HPP_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "copydesk/document.hpp"
#include "copydesk/result.hpp"
#include "copydesk/span.hpp"

namespace copydesk {
inline namespace v1 {

// What normalize() does beyond decoding. The default changes nothing in text
// that is well-formed, undamaged and in NFC.
struct normalize_options {
  std::string charset;          // declared charset; "" = find out
  bool repair = true;           // mend mojibake, entities, controls...
  bool nfkc = false;            // NFKC instead of NFC
  bool fold_case = false;       // full case folding (with nfkc: NFKC_Casefold)
  bool plain_marks = false;     // quotation marks to " and '
  bool plain_dashes = false;    // dashes and hyphens to -
  bool plain_spaces = false;    // every white space in a line to U+0020
  bool plain_ellipses = false;  // U+2026 to ...
  bool plain_digits = false;    // decimal digits of all scripts to 0-9
  std::size_t max_bytes = 0;    // refuse longer input; 0 = 256 MiB
  offset_unit offsets = offset_unit::bytes;  // of all spans, on both sides
};

// A place where clean text and input differ.
struct text_change {
  span clean;   // empty if the source was left out
  span source;  // empty if nothing stood there
};

// Clean text and the way back. Immutable; copies are cheap and share; use one
// from any number of threads. Holds nothing of the caller's bytes.
//
// Offsets on the source side count the input as it was passed in (bytes), or
// its UTF-16 units or code points as decoded, without a byte order mark and
// with each ill-formed sequence as one; on the clean side they count text()
// in the same unit.
class normalized_text {
 public:
  // The clean text, UTF-8.
  const std::string& text() const noexcept;

  // What the input was read as: an IANA name, static.
  const char* encoding() const noexcept;

  // What was understood differently from how it stood, with source spans, in
  // order of begin.
  const std::vector<repair>& repairs() const noexcept;

  offset_unit unit() const noexcept;

  // Length of the clean text and of the input, in unit().
  std::uint32_t length() const noexcept;
  std::uint32_t source_length() const noexcept;

  // The part of the input that a part of the clean text came from, and the
  // part of the clean text that a part of the input became. Both are
  // monotone and cover whole characters, widening the span if need be; what
  // was replaced as a whole is mapped as a whole; the whole maps to the
  // whole; an empty span to an empty one. Offsets past the end count as the
  // end. O(log changes).
  span to_source(span clean) const noexcept;
  span to_clean(span source) const noexcept;

  // All places where the two differ, in order; one for each character, or
  // group that was replaced together. O(changes).
  std::vector<text_change> changes() const;

  // Heap memory that the way back takes: nothing for clean text, at most 4
  // bytes a byte of clean text.
  std::size_t map_memory() const noexcept;

 private:
  struct impl;
  friend result<normalized_text> normalize(std::string_view,
                                           const normalize_options&);
  explicit normalized_text(std::shared_ptr<const impl> i) noexcept
      : impl_(std::move(i)) {}
  std::shared_ptr<const impl> impl_;
};

// Cleans one text of any encoding. A byte order mark decides the encoding,
// then options.charset (labels of the WHATWG Encoding Standard), then
// well-formedness as UTF-8, then a guess. Fails with too_big, bad_text
// (binary data; offset says where), invalid (unknown charset label) or
// unsupported (a charset this build cannot read). Throws only
// std::bad_alloc. Time and memory are linear in bytes.size().
result<normalized_text> normalize(std::string_view bytes,
                                  const normalize_options& options = {});

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_NORMALIZE_HPP_
