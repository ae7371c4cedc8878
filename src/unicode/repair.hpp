// SPDX-License-Identifier: Apache-2.0
// repair.hpp - mends what was damaged on the text's way here.
//
// Idea: mojibake, HTML entities, C1 controls, soft hyphens, zero-width and
// bidi controls, ligatures and stray carriage returns are read as what they
// were meant to be; each change is one edit and one note.
#ifndef COPYDESK_SRC_UNICODE_REPAIR_HPP_
#define COPYDESK_SRC_UNICODE_REPAIR_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"
#include "unicode/edits.hpp"

namespace copydesk::unicode {

// One change, at its place in the text that was repaired (bytes).
struct repair_note {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  repair_kind kind = repair_kind::mojibake;
  std::string text;  // what it was read as
};

struct repaired {
  std::string text;
  edits changes;
  std::vector<repair_note> notes;  // in order of begin
};

// Repairs well-formed UTF-8. Returns false, and leaves `out` alone, when there
// is nothing to repair: the common case, found in one fast pass. O(utf8).
bool repair(std::string_view utf8, repaired& out);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_REPAIR_HPP_
