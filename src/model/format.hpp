// SPDX-License-Identifier: Apache-2.0
// format.hpp - how the bytes of a model are laid out.
//
// All numbers are little-endian.
//
//     0  8  magic, "CPYDESK\n"
//     8  4  format_version
//    12  4  number of sections, at most max_sections
//    16  8  size of the whole file in bytes
//    24  8  checksum of all bytes but these eight
//    32 32  id, printable ASCII, filled with NUL
//    64 32  for each section: tag (4 characters), kind (4), begin (8, a
//           multiple of 64), size (8), zero (8)
//           then the sections, in the order of the table, zeros between
//
// Each part of copydesk has sections of its own, known by tag, so a part can
// be learned anew while the others are copied: ENTY, TITL, GAZE, CLUS, CALI
// (names), QUOT... (quotations), PEOP... (people).
//
// What stands in a section depends on its kind and is checked when the model
// is loaded; after that no reader checks bounds again.
//
//     raw    bytes that the part checks itself
//     crf    a linear-chain model, see crf.hpp
//     table  hashed keys to 16-bit values, see table.hpp
#ifndef COPYDESK_SRC_MODEL_FORMAT_HPP_
#define COPYDESK_SRC_MODEL_FORMAT_HPP_

#include <cstddef>
#include <cstdint>

namespace copydesk::learned {

inline constexpr char magic[9] = "CPYDESK\n";
inline constexpr std::uint32_t format_version = 2;
inline constexpr std::size_t header_size = 64;
inline constexpr std::size_t checksum_at = 24;
inline constexpr std::size_t entry_size = 32;
inline constexpr std::size_t id_size = 32;
inline constexpr std::size_t section_alignment = 64;
inline constexpr std::uint32_t max_sections = 64;

enum class section_kind : std::uint32_t { raw = 0, crf = 1, table = 2 };

// The four characters of a tag as one number: tag("ENTY").
constexpr std::uint32_t tag(const char (&name)[5]) noexcept {
  std::uint32_t t = 0;
  for (int i = 3; i >= 0; --i) {
    t = t << 8 | static_cast<unsigned char>(name[i]);
  }
  return t;
}

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_FORMAT_HPP_
