// SPDX-License-Identifier: Apache-2.0
// clean.hpp - from the caller's bytes to clean text, and the way back.
//
// Idea: decode, repair and normalize each give text and an edit list (see
// unicode/edits.hpp); the lists are composed into one offset_map here.
// Clean text is well-formed UTF-8. O(bytes.size()).
#ifndef COPYDESK_SRC_TEXT_CLEAN_HPP_
#define COPYDESK_SRC_TEXT_CLEAN_HPP_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"
#include "copydesk/normalize.hpp"
#include "copydesk/result.hpp"
#include "text/offset_map.hpp"
#include "text/offsets.hpp"
#include "unicode/repair.hpp"

namespace copydesk::text {

// A repair of characters; its place is one of the source bytes.
using source_repair = unicode::repair_note;

// A plain value: copies and moves leave `text` valid.
struct clean_text {
  // Of `owned`; or, if no step changed anything, of the caller's bytes, which
  // must then outlive it.
  std::string_view text;
  std::shared_ptr<const std::string> owned;
  offset_map map;
  std::vector<source_repair> repairs;  // in order of begin
  const char* encoding = "UTF-8";      // IANA name, static
};

// Decodes (BOM, declared charset, well-formed UTF-8, detection: in this
// order), repairs and normalizes; `unit` is the unit that the map's in_unit()
// gives. Fails with too_big, bad_text (binary data), invalid (an unknown
// charset label) or unsupported (a charset this build has no ICU for).
result<clean_text> clean(std::string_view bytes,
                         const normalize_options& options,
                         offset_unit unit = offset_unit::bytes);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_CLEAN_HPP_
