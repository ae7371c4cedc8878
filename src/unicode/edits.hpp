// SPDX-License-Identifier: Apache-2.0
// edits.hpp - what a step did to a text: stretches kept and replaced.
//
// Idea: every step of the way from the caller's bytes to clean text (decode,
// repair, normalize) says what it did as a list of edits, built from left to
// right; lists of consecutive steps compose. Text that was not touched costs
// one record, whatever its length.
//
// Invariants: kept + replaced source bytes = length of the source; kept +
// replaced result bytes = length of the result.
#ifndef COPYDESK_SRC_UNICODE_EDITS_HPP_
#define COPYDESK_SRC_UNICODE_EDITS_HPP_

#include <cstdint>
#include <vector>

namespace copydesk::unicode {

class edits {
 public:
  // The next `length` bytes stand in the result as in the source.
  void keep(std::uint32_t length);

  // The next `source` bytes were replaced by `result` bytes; either may be 0.
  // A replacement is never divided: use one call a character where
  // characters correspond.
  void replace(std::uint32_t source, std::uint32_t result);

  // Whether nothing was replaced.
  bool unchanged() const noexcept { return records_.empty(); }

 private:
  struct record {
    std::uint32_t kept, source, result;
  };
  std::vector<record> records_;
  std::uint32_t kept_ = 0;  // since the last record
};

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_EDITS_HPP_
