// SPDX-License-Identifier: Apache-2.0
// edits.hpp - what a step did to a text: stretches kept and replaced.
//
// Idea: every step of the way from the caller's bytes to clean text (decode,
// repair, normalize) says what it did as a list of edits, built from left to
// right; lists of consecutive steps compose into one. Text that was not
// touched costs nothing, whatever its length. A list is a string of bytes:
// one byte for up to 128 bytes kept, one for a small replacement, one more for
// up to 16 repetitions of it; a sample of positions every 128 of those bytes
// makes it searchable.
//
// Invariants: kept + replaced source bytes = length of the source; kept +
// replaced result bytes = length of the result. No list takes more than the
// larger of 4 bytes a result byte and 1/8 byte a source byte.
#ifndef COPYDESK_SRC_UNICODE_EDITS_HPP_
#define COPYDESK_SRC_UNICODE_EDITS_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace copydesk::unicode {

class edits {
 public:
  // ------------------------------------------------------------- building --

  // The next `length` bytes stand in the result as in the source.
  void keep(std::uint32_t length);

  // The next `source` bytes were replaced by `result` bytes; either may be 0.
  // A replacement is never divided: use one call a character where
  // characters correspond. Neighbouring deletions become one.
  void replace(std::uint32_t source, std::uint32_t result);

  // The same replacement `times` times in a row. O(1).
  void replace_each(std::uint32_t source, std::uint32_t result,
                    std::uint32_t times);

  // What `first` and then `then` do together. Requires that first's result is
  // then's source. Where the edges of replacements cross, they become one.
  // O(edits of both).
  static edits compose(const edits& first, const edits& then);

  // Gives back memory kept for growing.
  void shrink();

  // -------------------------------------------------------------- reading --

  // Whether nothing was replaced.
  bool unchanged() const noexcept { return !changed_; }

  std::uint32_t source_length() const noexcept { return source_; }
  std::uint32_t result_length() const noexcept { return result_; }

  // Heap memory in use.
  std::size_t memory() const noexcept {
    return stream_.capacity() + samples_.capacity() * sizeof(sample);
  }

  // `times` replacements of `source` bytes by `result` bytes; or, if kept, one
  // stretch of source == result bytes.
  struct step {
    std::uint32_t source = 0;
    std::uint32_t result = 0;
    std::uint32_t times = 1;
    bool kept = false;
  };

  // Reads a list from left to right:
  //   for (edits::reader r(list); r.next();) use(r.now());
  // The list must outlive the reader and not change.
  class reader {
   public:
    explicit reader(const edits& of) noexcept : of_(&of) {}
    // Goes to the next step; false after the last one.
    bool next() noexcept;
    const step& now() const noexcept { return now_; }
    // Where the step begins.
    std::uint32_t source() const noexcept { return source_; }
    std::uint32_t result() const noexcept { return result_; }

   private:
    friend class edits;
    const edits* of_;
    std::size_t at_ = 0;
    std::uint32_t source_ = 0, result_ = 0;
    step now_{0, 0, 0, false};
    bool at_end_ = false;
  };

  // A byte range on one side and its counterpart on the other.
  struct piece {
    std::uint32_t source_begin = 0, source_end = 0;
    std::uint32_t result_begin = 0, result_end = 0;
    bool kept = false;
  };

  // The piece that holds the source (result) byte at `offset`: a whole kept
  // stretch or one replacement. Requires offset < the length of that side.
  // O(log edits).
  piece at_source(std::uint32_t offset) const noexcept;
  piece at_result(std::uint32_t offset) const noexcept;

 private:
  struct sample {
    std::uint32_t source, result, at;
  };

  void flush();
  void put_number(std::uint32_t n);
  std::uint32_t get_number(std::size_t& at) const noexcept;
  template <std::uint32_t step::*Side, std::uint32_t sample::*Sample>
  piece find(std::uint32_t offset) const noexcept;

  std::vector<std::uint8_t> stream_;
  std::vector<sample> samples_;
  step pending_{0, 0, 0, false};  // not yet in the stream
  std::uint32_t flushed_source_ = 0, flushed_result_ = 0;
  std::uint32_t source_ = 0, result_ = 0;
  bool changed_ = false;
};

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_EDITS_HPP_
