// SPDX-License-Identifier: Apache-2.0
// table.hpp - hashed keys to small numbers: lexicons and word clusters.
//
// Idea: a section of kind `table` is a hash table, read where it lies, in lines
// of 64 bytes (see lanes.hpp): 16 fingerprints of keys (16 bits, 0 = none),
// then their 16 values. What finds its line full lies in the next one. Keys
// themselves are not kept: a key that is not in the table is taken for one
// that is with a chance of about 2^-12.
//
//     const table* names = m.get().find_table(tag("GAZE"));
//     if (names != nullptr) bits = names->get(hash_of("lavrov"));
//
// Layout: u32 version (2), u32 number of lines, zeros to 64, then the lines. No
// key lies more than max_probe lines behind its home.
#ifndef COPYDESK_SRC_MODEL_TABLE_HPP_
#define COPYDESK_SRC_MODEL_TABLE_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "copydesk/result.hpp"
#include "model/bytes.hpp"
#include "model/lanes.hpp"

namespace copydesk::learned {

class table {
 public:
  static constexpr std::uint32_t max_probe = 8;
  static constexpr std::uint32_t max_lines = 1U << 18;

  // Checks the bytes of a section; the result borrows them. The offset of a
  // failure counts from section.data(). O(1).
  static result<table> read(std::string_view section);

  // The value of a key (see hash.hpp), 0 if it is not there. One cache line,
  // seldom two.
  std::uint16_t get(std::uint64_t key) const noexcept {
    std::size_t line = line_of(key, lines_);
    for (std::uint32_t i = 0; i < max_probe; ++i) {
      const byte* p = start_ + line * line_size;
      const std::uint32_t same = equal_lanes<16>(p, print_of(key));
      if (same != 0) return load16(p + 32 + 2 * lowest(same));
      if (load16(p + 30) == 0) return 0;
      line = line + 1 == lines_ ? 0 : line + 1;
    }
    return 0;
  }
  // Asks memory for what get() will look at.
  void fetch(std::uint64_t key) const noexcept {
    learned::fetch(start_ + line_of(key, lines_) * line_size);
  }

 private:
  table() = default;
  const byte* start_ = nullptr;
  std::uint32_t lines_ = 1;
};

// The bytes of a table section. A key given twice keeps its last value; values
// of 0 are left out. Deterministic: the order of pairs does not matter as
// long as keys are distinct.
std::string write_table(
    std::vector<std::pair<std::uint64_t, std::uint16_t>> pairs);

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_TABLE_HPP_
