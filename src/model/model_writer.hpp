// SPDX-License-Identifier: Apache-2.0
// model_writer.hpp - puts sections together to the bytes of a model.
//
// Used by the trainer and the tests. The same sections in the same order give
// the same bytes.
#ifndef COPYDESK_SRC_MODEL_MODEL_WRITER_HPP_
#define COPYDESK_SRC_MODEL_MODEL_WRITER_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/format.hpp"

namespace copydesk::learned {

class model_writer {
 public:
  // Adds a section, or replaces the one of the same tag. They stand in order of
  // their tags, whenever each was set. O(sections).
  void set(std::uint32_t tag, section_kind kind, std::string body);

  // The bytes of a section that was set, empty if there is none.
  std::string_view get(std::uint32_t tag) const;

  // The file. Its id is `name`, cut to 22 bytes, and eight digits of the
  // sections' checksum: "en-2026.11-1a2b3c4d".
  std::string finish(std::string_view name) const;

 private:
  struct section {
    std::uint32_t tag;
    section_kind kind;
    std::string body;
  };
  std::vector<section> sections_;
};

// Makes size and checksum of a file fit its contents, as after a change made
// by hand. Requires at least header_size bytes.
void seal(std::string& file);

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_MODEL_WRITER_HPP_
