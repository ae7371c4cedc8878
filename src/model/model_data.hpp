// SPDX-License-Identifier: Apache-2.0
// model_data.hpp - what a loaded model holds, for the rooms that read it.
//
// Idea: loading checks every section once and keeps small readers that borrow
// the bytes; a room asks for its sections by tag and copes with their
// absence. Looking one up is O(sections), so do it once a document.
#ifndef COPYDESK_SRC_MODEL_MODEL_DATA_HPP_
#define COPYDESK_SRC_MODEL_MODEL_DATA_HPP_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/model.hpp"
#include "model/crf.hpp"
#include "model/format.hpp"
#include "model/table.hpp"

namespace copydesk {
inline namespace v1 {

struct model::data {
  template <class T>
  struct named {
    std::uint32_t tag;
    T value;
  };

  std::string_view bytes;         // the whole file
  std::unique_ptr<char[]> owned;  // what bytes points into; null if embedded
  std::string_view id;            // in bytes
  std::vector<named<std::string_view>> sections;  // all, of every kind
  std::vector<named<learned::crf>> crfs;
  std::vector<named<learned::table>> tables;

  // The reader of that tag, or nullptr; lives as long as the model.
  const learned::crf* find_crf(std::uint32_t tag) const noexcept {
    for (const auto& c : crfs) {
      if (c.tag == tag) return &c.value;
    }
    return nullptr;
  }
  const learned::table* find_table(std::uint32_t tag) const noexcept {
    for (const auto& t : tables) {
      if (t.tag == tag) return &t.value;
    }
    return nullptr;
  }
  // The bytes of a section of any kind, empty if there is none.
  std::string_view find_bytes(std::uint32_t tag) const noexcept {
    for (const auto& s : sections) {
      if (s.tag == tag) return s.value;
    }
    return {};
  }

  // Reads `bytes` into *this, which must stay valid. verify: also compare the
  // checksum. Gives errc::ok or what is wrong.
  failure read(std::string_view bytes, bool verify);
};

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_SRC_MODEL_MODEL_DATA_HPP_
