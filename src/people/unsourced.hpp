// SPDX-License-Identifier: Apache-2.0
// unsourced.hpp - the speaker of a quotation that no cue is beside: a label
// before it, a signature behind it, a sentence that ends in a colon.
#ifndef COPYDESK_SRC_PEOPLE_UNSOURCED_HPP_
#define COPYDESK_SRC_PEOPLE_UNSOURCED_HPP_

#include <cstdint>

#include "people/names.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

struct beside {
  std::int32_t name = -1;  // an identity; -1: nobody
  text::clean_span where;  // the name as it stands there
  float confidence = 0;
};

// Who a label of an interview is, at `token` before a colon: "JN" by the
// initials of a name, "A" the person who is asked. O(names), O(tokens before
// the first label).
beside speaker_of_label(const reading& r, const identities& who,
                        std::uint32_t token);

// Who a source of one word is that was not found as a name: the first person of
// the text, among its first limits::max_occurrences_back names, whose first or
// last name it is ("Park said" of Park Ji-hyun). O(1).
beside speaker_of_word(const reading& r, const identities& who,
                       std::uint32_t token);

// Tries, in this order:
//   WALLACE: Let's start      a name and a colon where the words begin
//   "..." - Pamela Padilla    a dash or a line break, a name, nothing more
//   Ann Lee put it so: "..."  the subject of the sentence before the colon
// O(limits::max_phrase).
beside speaker_beside(const reading& r, const identities& who,
                      const quotes::quotation& q);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_UNSOURCED_HPP_
