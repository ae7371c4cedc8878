// SPDX-License-Identifier: Apache-2.0
// table.hpp - hashed keys to small numbers: lexicons and word clusters.
//
// Idea: a section of kind `table` is an open-addressed hash table, read where
// it lies. A slot is 32 bits: the value (low 16, 0 = empty) and a fingerprint
// of the key (high 16). Keys themselves are not kept: a key that is not in
// the table is taken for one that is with a chance of about 2^-15.
//
//     const table* names = m.get().find_table(tag("GAZE"));
//     if (names != nullptr) bits = names->get(hash_of("lavrov"));
//
// Layout: u32 version (1), u32 log2 of the number of slots, 8 bytes zero,
// then the slots. No key lies more than max_probe slots behind its home.
#ifndef COPYDESK_SRC_MODEL_TABLE_HPP_
#define COPYDESK_SRC_MODEL_TABLE_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "copydesk/result.hpp"
#include "model/bytes.hpp"

namespace copydesk::learned {

class table {
 public:
  static constexpr std::uint32_t max_probe = 32;

  // Checks the bytes of a section; the result borrows them. The offset of a
  // failure counts from section.data(). O(1).
  static result<table> read(std::string_view section);

  // The value of a key (see hash.hpp), 0 if it is not there. One or two
  // cache lines.
  std::uint16_t get(std::uint64_t key) const noexcept {
    std::uint64_t slot = key >> shift_;
    const std::uint32_t print = static_cast<std::uint32_t>(key & 0xffff);
    for (std::uint32_t i = 0; i < max_probe; ++i) {
      const std::uint32_t s = load32(slots_ + 4 * slot);
      if ((s & 0xffff) == 0) return 0;
      if (s >> 16 == print) return static_cast<std::uint16_t>(s);
      slot = (slot + 1) & mask_;
    }
    return 0;
  }

 private:
  table() = default;
  const byte* slots_ = nullptr;
  std::uint64_t mask_ = 0;
  int shift_ = 63;
};

// The bytes of a table section. A key given twice keeps its last value; values
// of 0 are left out. Deterministic: the order of pairs does not matter as
// long as keys are distinct.
std::string write_table(
    std::vector<std::pair<std::uint64_t, std::uint16_t>> pairs);

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_TABLE_HPP_
