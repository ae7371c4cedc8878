// SPDX-License-Identifier: Apache-2.0
// checksum.hpp - tells a damaged model from a whole one.
#ifndef COPYDESK_SRC_MODEL_CHECKSUM_HPP_
#define COPYDESK_SRC_MODEL_CHECKSUM_HPP_

#include <cstdint>
#include <string_view>

namespace copydesk::learned {

// 64 bits over all bytes and their number. Every step is a bijection of the
// state, so one changed word is always seen, and several with a chance of
// 2^-64 to be missed. Against accidents, not against forgery: the bounds of
// a model are checked whatever its checksum says. O(bytes), about 8 GB/s.
std::uint64_t checksum(std::string_view bytes) noexcept;

// That of a model file: of all its bytes but the checksum itself. Requires a
// whole header.
std::uint64_t file_checksum(std::string_view file) noexcept;

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_CHECKSUM_HPP_
