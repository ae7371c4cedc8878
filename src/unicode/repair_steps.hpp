// SPDX-License-Identifier: Apache-2.0
// repair_steps.hpp - the steps of repair beside mojibake and entities, and the
// fast pass that finds out whether any step has work.
#ifndef COPYDESK_SRC_UNICODE_REPAIR_STEPS_HPP_
#define COPYDESK_SRC_UNICODE_REPAIR_STEPS_HPP_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "unicode/mojibake.hpp"
#include "unicode/repair.hpp"
#include "unicode/repair_units.hpp"
#include "unicode/scan.hpp"

namespace copydesk::unicode {

// What the steps must know of the text as a whole.
struct text_facts {
  std::string_view text;
  bool markup = false;        // the text is HTML source
  bool has_lf = false;        // else lone CRs are its line breaks
  bool mac_controls = false;  // its C1 controls are MacRoman's letters
  int romance = -1;           // the text reads as Romance; -1: not asked yet
  mojibake_evidence mojibake;
};

// A stretch of the source that stands for nothing.
struct dropped {
  std::uint32_t begin, end, kind;
};

// Controls, invisibles, ligatures, line breaks and what the options ask for.
// Dropped units go to `gone`, in order. Returns whether anything changed.
// O(units), and once O(text) to find out facts.romance.
bool repair_characters(repair_units& units, text_facts& facts,
                       const repair_options& options,
                       std::vector<dropped>& gone);

// Whether some C1 control of the row can only be a letter of MacRoman.
bool shows_mac_controls(const repair_units& units);

// Whether a character that carries no text stays because of its neighbours;
// 0 is no neighbour. `rtl_line`: its line holds right-to-left letters.
bool stays_invisible(char32_t before, char32_t c, char32_t after,
                     bool rtl_line);

// Whether c is one for which it matters whether the line is one of those.
bool is_bidi_control(char32_t c);

// Whether c is one of the characters that stays_invisible() judges.
bool is_invisible(char32_t c);

// A letter of a script that is written from right to left.
bool is_rtl(char32_t c);

// Finds the first place that may be damaged, size() if there is none. It errs
// on the side of damage. `odd`: what a scan of the text noted, or null.
// O(utf8), or with `odd` O(places).
std::size_t find_damage(std::string_view utf8, const repair_options& options,
                        const scan_places* odd = nullptr);

// The same for one place after another.
class damage_finder {
 public:
  damage_finder(std::string_view text, const repair_options& options,
                const scan_places* odd);
  ~damage_finder();
  // The first place from `from` on that may be damaged, or the text's size.
  // Requires that `from` does not decrease.
  std::size_t next(std::size_t from);

 private:
  class scanner;
  std::unique_ptr<scanner> scanner_;
};

bool wants_every_character(const repair_options& options);

// repair() without the fast pass, and looking at every character: slow, and
// plain. What repair() gives is what this gives.
bool repair_all(std::string_view utf8, const repair_options& options,
                repaired& out);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_REPAIR_STEPS_HPP_
