// SPDX-License-Identifier: Apache-2.0
// units.cpp - the bit vector behind the units.
//
// Invariant: a character of u units has its first u bytes marked; no
// encoding we read has more units than bytes in a character. Cost: see
// units.hpp.
#include "text/units.hpp"

#include <algorithm>

#include "unicode/scan.hpp"
#include "unicode/utf8.hpp"

namespace copydesk::text {
namespace {

unsigned count(std::uint64_t bits) noexcept {
  return static_cast<unsigned>(__builtin_popcountll(bits));
}

}  // namespace

void unit_index::set(std::uint32_t at) noexcept {
  block& b = blocks_[at / 64];
  const std::uint32_t bit = at % 64;
  (bit < 32 ? b.low : b.high) |= std::uint32_t{1} << bit % 32;
}

void unit_index::mark_text(std::string_view text, std::uint32_t at,
                           bool utf16) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i, ++at) {
    if (!unicode::begins_char(text[i])) continue;
    set(at);
    if (utf16 && static_cast<unsigned char>(text[i]) >= 0xF0) set(at + 1);
  }
}

unit_index::unit_index(std::string_view decoded, const unicode::edits& changes,
                       offset_unit unit) {
  if (unit == offset_unit::bytes) return;
  if (changes.unchanged() &&
      unicode::ascii_length(decoded, 0) == decoded.size()) {
    return;
  }
  const bool utf16 = unit == offset_unit::utf16;
  size_ = changes.unchanged() ? static_cast<std::uint32_t>(decoded.size())
                              : changes.source_length();
  blocks_.resize(size_ / 64 + 1);
  if (changes.unchanged()) {
    mark_text(decoded, 0, utf16);
  } else {
    for (unicode::edits::reader r(changes); r.next();) {
      const unicode::edits::step s = r.now();
      if (s.kept) {
        mark_text(decoded.substr(r.result(), s.result), r.source(), utf16);
        continue;
      }
      for (std::uint32_t k = 0; k < s.times; ++k) {
        std::uint32_t units = 0;
        for (char c : decoded.substr(r.result() + k * s.result, s.result)) {
          units += unicode::begins_char(c);
          units += utf16 && static_cast<unsigned char>(c) >= 0xF0;
        }
        const std::uint32_t from = r.source() + k * s.source;
        for (std::uint32_t i = 0; i < std::min(units, s.source); ++i) {
          set(from + i);
        }
      }
    }
  }
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    blocks_[i].before = total_;
    total_ += count(bits(i));
  }
}

std::uint32_t unit_index::units(std::uint32_t offset) const noexcept {
  if (blocks_.empty()) return offset;
  if (offset >= size_) return total_;
  const std::uint64_t below = (std::uint64_t{1} << offset % 64) - 1;
  return blocks_[offset / 64].before + count(bits(offset / 64) & below);
}

std::uint32_t unit_index::bytes(std::uint32_t unit) const noexcept {
  if (blocks_.empty()) return unit;
  if (unit >= total_) return size_;
  const auto after = std::upper_bound(
      blocks_.begin(), blocks_.end(), unit,
      [](std::uint32_t u, const block& b) { return u < b.before; });
  const auto i = static_cast<std::size_t>(after - blocks_.begin()) - 1;
  std::uint64_t left = bits(i);
  for (std::uint32_t n = unit - blocks_[i].before; n != 0; --n) {
    left &= left - 1;
  }
  return static_cast<std::uint32_t>(
      i * 64 + static_cast<unsigned>(__builtin_ctzll(left)));
}

}  // namespace copydesk::text
