// SPDX-License-Identifier: Apache-2.0
// mojibake_finder.hpp - whether there is mojibake at a place of a text.
//
// Idea: a run of sequences is read as UTF-8 only if something in it or at its
// ends is odd, so only the runs that reach an odd place need be weighed. Going
// back from it, one mask a character says for which charsets a run that begins
// there would reach it; the masks soon are zero. Invariant: what
// undo_mojibake() would change first, with the same evidence, is found if its
// run is reached. Cost: O(1) a place; no character is weighed twice if the
// places are in order.
#ifndef COPYDESK_SRC_UNICODE_MOJIBAKE_FINDER_HPP_
#define COPYDESK_SRC_UNICODE_MOJIBAKE_FINDER_HPP_

#include <cstddef>
#include <string_view>

#include "unicode/mojibake.hpp"
#include "unicode/repair_units.hpp"

namespace copydesk::unicode {

class mojibake_finder {
 public:
  // Looks with what the text has shown; both must outlive this.
  mojibake_finder(std::string_view text, const mojibake_evidence& evidence,
                  bool guess)
      : text_(text), evidence_(evidence), guess_(guess) {}

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // Where the first run begins from which anything is read, of those that reach
  // the character at `at`, or begin right behind it, and begin behind the last
  // one that was found; or none. Requires that `at` does not decrease.
  std::size_t reaches(std::size_t at);

  // Where the first character in [begin, end) stands from which something is
  // read for what the text has shown, or `end`. O(end - begin).
  std::size_t first_shown(std::size_t begin, std::size_t end);

 private:
  class walk;
  void read_around(const std::size_t* candidates, std::size_t count);
  bool weigh(std::size_t at);
  bool stands_alone(std::size_t behind) const;

  std::string_view text_;
  const mojibake_evidence& evidence_;
  bool guess_;
  std::size_t done_ = 0;   // what begins before it was weighed
  repair_units units_;     // around what is weighed
  bool may_lose_ = false;  // something there is guessed if a byte was lost
};

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_MOJIBAKE_FINDER_HPP_
