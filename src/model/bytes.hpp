// SPDX-License-Identifier: Apache-2.0
// bytes.hpp - little-endian numbers in bytes of any alignment.
//
// Idea: a model is read where it lies, on machines of either byte order; each
// load is written byte by byte, and compilers make one instruction of it.
#ifndef COPYDESK_SRC_MODEL_BYTES_HPP_
#define COPYDESK_SRC_MODEL_BYTES_HPP_

#include <cstdint>
#include <string>

namespace copydesk::learned {

using byte = unsigned char;

inline std::uint16_t load16(const byte* p) noexcept {
  return static_cast<std::uint16_t>(p[0] | (p[1] << 8));
}
inline std::uint32_t load32(const byte* p) noexcept {
  return static_cast<std::uint32_t>(p[0]) |
         static_cast<std::uint32_t>(p[1]) << 8 |
         static_cast<std::uint32_t>(p[2]) << 16 |
         static_cast<std::uint32_t>(p[3]) << 24;
}
inline std::uint64_t load64(const byte* p) noexcept {
  return static_cast<std::uint64_t>(load32(p)) |
         static_cast<std::uint64_t>(load32(p + 4)) << 32;
}

// Appends `value` as `width` little-endian bytes.
inline void put(std::string& out, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) {
    out.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
  }
}

// Writes `value` as `width` little-endian bytes at `at`.
inline void put_at(std::string& out, std::size_t at, std::uint64_t value,
                   int width) {
  for (int i = 0; i < width; ++i) {
    out[at + static_cast<std::size_t>(i)] =
        static_cast<char>((value >> (8 * i)) & 0xff);
  }
}

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_BYTES_HPP_
