// SPDX-License-Identifier: Apache-2.0
// clean.cpp - decode, repair, normalize: one after the other.
//
// Idea: a view of the text as it stands now walks through the steps; a step
// that changes nothing leaves it where it is, so clean news is never copied.
// Cost: O(n).
#include "text/clean.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "limits.hpp"
#include "unicode/decode.hpp"
#include "unicode/normalize.hpp"
#include "unicode/repair.hpp"
#include "unicode/scan.hpp"

namespace copydesk::text {
namespace {

// The text on its way, and the edits so far.
struct way {
  std::string_view text;
  std::shared_ptr<const std::string> owned;
  unicode::edits changes;

  void go_on(std::string&& next, const unicode::edits& step) {
    owned = std::make_shared<const std::string>(std::move(next));
    text = *owned;
    changes = unicode::edits::compose(changes, step);
  }
};

// The notes of `text`, which tell places of the text as decoded, at their
// places in the source, and those of `bytes`, which do so already.
std::vector<source_repair> all_repairs(const offset_map& decoded,
                                       std::vector<source_repair> bytes,
                                       std::vector<source_repair> text) {
  for (source_repair& n : text) {
    const span where = decoded.to_source({n.begin, n.end});
    n.begin = where.begin;
    n.end = where.end;
  }
  if (bytes.empty()) return text;
  bytes.reserve(bytes.size() + text.size());
  std::move(text.begin(), text.end(), std::back_inserter(bytes));
  std::stable_sort(bytes.begin(), bytes.end(),
                   [](const source_repair& a, const source_repair& b) {
                     return a.begin < b.begin;
                   });
  return bytes;
}

// Whether the options ask for nothing but sound NFC.
bool wants_only_nfc(const normalize_options& o) {
  return o.charset.empty() && !o.nfkc && !o.fold_case && !o.plain_marks &&
         !o.plain_dashes && !o.plain_spaces && !o.plain_ellipses &&
         !o.plain_digits;
}

failure too_big(std::size_t limit) {
  return {errc::too_big, limit, "the text is longer than max_bytes"};
}

}  // namespace

result<clean_text> clean(std::string_view bytes,
                         const normalize_options& options, offset_unit unit) {
  std::size_t limit =
      options.max_bytes != 0 ? options.max_bytes : limits::default_max_bytes;
  limit = std::min(limit, limits::max_bytes);
  if (bytes.size() > limit) return too_big(limit);

  clean_text out;
  unicode::scan_notes notes;
  const unicode::scan_result seen = unicode::scan(bytes, notes);
  if (seen.sound && seen.nfc == bytes.size() && wants_only_nfc(options)) {
    // Clean news: nothing has to be done.
    out.text = bytes;
    out.map.set_units(unit_index(bytes, {}, unit));
    return out;
  }
  result<unicode::decoded_text> read =
      unicode::decode(bytes, options.charset, &seen);
  if (!read) return read.error();
  unicode::decoded_text& in = read.value();
  if (in.text().size() > limits::max_clean_bytes) return too_big(limit);

  out.encoding = in.encoding;
  way w;
  w.text = in.borrowed;
  w.changes = in.changes;
  if (in.is_owned) {
    w.owned = std::make_shared<const std::string>(std::move(in.owned));
    w.text = *w.owned;
  }
  unit_index units(w.text, in.changes, unit);
  if (w.text.data() != bytes.data()) {
    notes = {};
    in.sound = unicode::scan(w.text, notes).sound;
  }

  unicode::repaired mended;
  const unicode::scan_places* doubts = &notes.doubts;
  if (options.repair && !in.sound &&
      unicode::repair(w.text, {}, mended, &notes.odd)) {
    w.go_on(std::move(mended.text), mended.changes);
    doubts = nullptr;
  }
  unicode::normalized formed;
  switch (unicode::normalize(w.text, options, doubts, formed)) {
    case unicode::outcome::unchanged:
      break;
    case unicode::outcome::changed:
      w.go_on(std::move(formed.text), formed.changes);
      break;
    case unicode::outcome::too_big:
      return too_big(limit);
  }
  if (!in.notes.empty() || !mended.notes.empty()) {
    out.repairs = all_repairs(offset_map(std::move(in.changes)),
                              std::move(in.notes), std::move(mended.notes));
  }
  out.text = w.text;
  out.owned = std::move(w.owned);
  out.map = offset_map(std::move(w.changes));
  out.map.set_units(std::move(units));
  return out;
}

}  // namespace copydesk::text
