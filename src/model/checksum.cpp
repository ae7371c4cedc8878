// SPDX-License-Identifier: Apache-2.0
// checksum.cpp - four lanes of xor, rotate and multiply over 8-byte words.
//
// Idea: four independent chains keep the multiplier busy; the rest is taken
// byte by byte; the lanes are folded one after the other. Each step is
// invertible, which is what makes a single damaged word always visible.
#include "model/checksum.hpp"

#include "model/bytes.hpp"
#include "model/format.hpp"
#include "model/hash.hpp"

namespace copydesk::learned {
namespace {

std::uint64_t step(std::uint64_t lane, std::uint64_t word) noexcept {
  lane = (lane ^ word) * 0x9e3779b97f4a7c15ULL;
  return (lane << 29) | (lane >> 35);
}

}  // namespace

std::uint64_t checksum(std::string_view bytes) noexcept {
  const byte* p = reinterpret_cast<const byte*>(bytes.data());
  std::size_t left = bytes.size();
  std::uint64_t lane[4] = {1, 2, 3, 4};
  for (; left >= 32; left -= 32, p += 32) {
    for (int i = 0; i < 4; ++i) lane[i] = step(lane[i], load64(p + 8 * i));
  }
  std::uint64_t h = spread(bytes.size());
  for (; left > 0; --left, ++p) h = step(h, *p);
  for (const std::uint64_t l : lane) h = step(h, spread(l));
  return spread(h);
}

std::uint64_t file_checksum(std::string_view file) noexcept {
  return mix(checksum(file.substr(0, checksum_at)),
             checksum(file.substr(checksum_at + 8)));
}

}  // namespace copydesk::learned
