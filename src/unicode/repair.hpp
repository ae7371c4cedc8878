// SPDX-License-Identifier: Apache-2.0
// repair.hpp - mends what was damaged on the text's way here.
//
// Idea: mojibake, HTML entities, C1 controls, soft hyphens, zero-width and
// bidi controls, ligatures and stray carriage returns are read as what they
// were meant to be; each change is one edit and one note.
//
//   mojibake      UTF-8 that was read in windows-1252 or Latin-1, 1250, 1251,
//                 1257, ISO-8859-2, MacRoman, CP437, CP866 or KOI8-R: once or
//                 many times, in all of the text or in a stretch of it, also
//                 where a byte was lost (mojibake.hpp).
//   HTML entities all of HTML5's, numeric ones, doubly escaped ones; without
//                 semicolon where that is safe. Where the text is HTML itself,
//                 what would turn into markup stays (html_entities.hpp).
//   controls      C1 controls are read as windows-1252 meant them, others and
//                 terminal escapes are dropped; a vertical tab breaks a line.
//   invisibles    soft hyphens, zero-width characters and bidi controls are
//                 dropped, but not where a script needs them: joiners beside
//                 letters of Arabic and Indic scripts and inside emoji,
//                 zero-width spaces beside letters of scripts that are
//                 written without spaces, bidi controls in lines that hold
//                 right-to-left letters.
//   ligatures     U+FB00..FB06 are the letters they join.
//   line breaks   CRLF is normal, and so are lone CRs in a text without any
//                 LF. Any other CR is stray: it stands for a line break, or
//                 for nothing beside one.
//
// Nothing else is touched: curly quotation marks, dashes, spaces and the
// normalization form stay as they are.
#ifndef COPYDESK_SRC_UNICODE_REPAIR_HPP_
#define COPYDESK_SRC_UNICODE_REPAIR_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.hpp"
#include "unicode/edits.hpp"
#include "unicode/scan.hpp"

namespace copydesk::unicode {

// What repair() does beyond its default. The options change the text more
// than reading news needs; they are for those who want plain text.
struct repair_options {
  bool plain_quotes = false;     // U+2018..201B to ', U+201C..201F to "
  bool split_digraphs = false;   // U+0132, 0133, 0149, 01C4..01CC, 01F1..01F3
  bool plain_width = false;      // fullwidth forms to ASCII
  bool unix_lines = false;       // CRLF, CR, U+2028, U+2029 to LF
  bool guess_lost_bytes = true;  // false: U+FFFD for a sequence with a lost
                                 // byte, even where only one reading is likely
};

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
// is nothing to repair: the common case, found in one fast pass. Repairing a
// repaired text changes nothing, unless it goes beyond limits::repair_line or
// limits::repair_rounds.
// O(utf8), and where something is repaired some 32 bytes of memory a character
// of limits::repair_piece bytes at a time.
// `odd`: what a scan of the text noted, if the caller has it; nothing is looked
// for then.
bool repair(std::string_view utf8, repaired& out);
bool repair(std::string_view utf8, const repair_options& options, repaired& out,
            const scan_places* odd = nullptr);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_REPAIR_HPP_
