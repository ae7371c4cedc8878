// SPDX-License-Identifier: Apache-2.0
// mojibake_runs.hpp - sequences in a row, weighed against the text as it
// stands.
#ifndef COPYDESK_SRC_UNICODE_MOJIBAKE_RUNS_HPP_
#define COPYDESK_SRC_UNICODE_MOJIBAKE_RUNS_HPP_

#include <cstddef>

#include "limits.hpp"
#include "unicode/mojibake.hpp"
#include "unicode/mojibake_classes.hpp"
#include "unicode/mojibake_sequences.hpp"
#include "unicode/repair_units.hpp"

namespace copydesk::unicode {

struct mojibake_run {
  std::size_t sequences = 0;
  std::size_t units = 0;
  int score = 0;
  bool whole = true;  // no byte lost
  misread_charset from = misread_charset::windows_1252;
  sequence parts[limits::mojibake_run];
};

// The row of units being rewritten: [0, to) is done, [at, size) is to do.
struct mojibake_view {
  const repair_units& units;
  std::size_t to, at;
  bool contiguous;   // what ends at `to` was mojibake up to `at`
  char32_t before2;  // what stood at `at` - 2, which may be rewritten; or 0

  character_class raw(std::size_t i) const {
    return i < units.size() ? class_of(units[i].character)
                            : character_class::space;
  }
  character_class raw_before() const {
    return at == 0 ? character_class::space : class_of(units[at - 1].character);
  }
  char32_t done(std::size_t back) const {
    return to < back ? U' ' : units[to - back].character;
  }
};

// Whether byte 0xA0 makes a frequent letter after this lead, so that the space
// after it may have been one.
bool takes_space(unsigned lead);

// The run that begins at v.at, weighed; no sequences: there is none. `seen`:
// the text has shown this charset. O(limits::mojibake_run).
mojibake_run read_run(const mojibake_view& v, misread_charset from, bool seen,
                      bool guess);

// The best run that begins at v.at; no sequences: none is good enough. O(the
// number of charsets * limits::mojibake_run).
mojibake_run best_run(const mojibake_view& v, const mojibake_evidence& evidence,
                      bool guess);

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_MOJIBAKE_RUNS_HPP_
