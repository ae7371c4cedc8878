// SPDX-License-Identifier: Apache-2.0
// scan.cpp - validation of UTF-8 and the NFC quick check in one pass.
//
// Idea: find the next byte that is not plain ASCII, 64 or 16 bytes at a time
// with SSE2 (part of every x86-64) or 8 with a portable fallback; judge it;
// go on. A plain byte is 20-7E; line feeds and the like are judged one by one.
// Invariant: everything before p is well formed.
// Cost: O(n). Source: UAX #15 section 9; Unicode Standard table 3-7.
#include "unicode/scan.hpp"

#include <cstdint>
#include <cstring>

#include "unicode/properties.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace copydesk::unicode {
namespace {

using byte = unsigned char;

#if defined(__SSE2__)

// One bit for each of 16 bytes: set for controls and for what is not ASCII.
// A signed comparison does both, the latter being negative.
inline unsigned odd_mask(const byte* p) noexcept {
  const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i odd = _mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8(0x20)),
                                   _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F)));
  return static_cast<unsigned>(_mm_movemask_epi8(odd));
}

inline const byte* next_odd(const byte* p, const byte* end) noexcept {
  while (end - p >= 16) {
    const unsigned mask = odd_mask(p);
    if (mask != 0) return p + __builtin_ctz(mask);
    p += 16;
  }
  while (p != end && *p >= 0x20 && *p < 0x7F) ++p;
  return p;
}

#else

inline const byte* next_odd(const byte* p, const byte* end) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  while (end - p >= 8) {
    std::uint64_t v;
    std::memcpy(&v, p, 8);
    // High bits: not ASCII; below 20; equal to 7F.
    const std::uint64_t odd = v | (v - ones * 0x20) | (v + ones);
    if ((odd & ones * 0x80) != 0) break;
    p += 8;
  }
  while (p != end && *p >= 0x20 && *p < 0x7F) ++p;
  return p;
}

#endif

inline bool follows(byte b) noexcept { return (b & 0xC0) == 0x80; }

// The NFC quick check, fed with everything that is not plain.
class quick_check {
 public:
  void plain() noexcept { last_ = 0; }
  // Where the first doubt arose, or null.
  const byte* doubt() const noexcept { return doubt_; }

  void block(char32_t code, const byte* at) noexcept {
    if (data::stage1[code >> 6] < data::first_active_block) {
      last_ = 0;
    } else {
      look(code, at);
    }
  }

  void look(char32_t code, const byte* at) noexcept {
    const std::uint8_t c = data::class_of(code);
    if (c < data::first_active) {
      last_ = 0;
      return;
    }
    const data::properties p = data::classes[c];
    const bool ordered = p.ccc == 0 || p.ccc >= last_;
    if ((data::nfc_quick(p) != 0 || !ordered) && doubt_ == nullptr) {
      doubt_ = at;
    }
    last_ = p.ccc;
  }

 private:
  const byte* doubt_ = nullptr;
  std::uint8_t last_ = 0;  // combining class of the character before
};

// Length of the well-formed character at p that is not ASCII, or 0.
inline int judge(const byte* p, const byte* end, quick_check& nfc) noexcept {
  const byte a = *p;
  const auto left = end - p;
  if (a < 0xE0) {
    if (a < 0xC2 || left < 2 || !follows(p[1])) return 0;
    if (a < 0xCC) {
      nfc.plain();  // all below U+0300
    } else {
      nfc.block((a & 0x1Fu) << 6 | (p[1] & 0x3Fu), p);
    }
    return 2;
  }
  if (a < 0xF0) {
    if (left < 3 || !follows(p[1]) || !follows(p[2])) return 0;
    const char32_t code =
        (a & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    if (code < 0x800 || (code >> 11) == 0x1B) return 0;
    nfc.block(code, p);
    return 3;
  }
  if (a > 0xF4 || left < 4) return 0;
  if (!follows(p[1]) || !follows(p[2]) || !follows(p[3])) return 0;
  const char32_t code = (a & 7u) << 18 | (p[1] & 0x3Fu) << 12 |
                        (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
  if (code < 0x10000 || code > 0x10FFFF) return 0;
  nfc.look(code, p);
  return 4;
}

}  // namespace

scan_result scan(std::string_view bytes) noexcept {
  const byte* const begin = reinterpret_cast<const byte*>(bytes.data());
  const byte* const end = begin + bytes.size();
  const byte* p = begin;
  scan_result out;
  quick_check nfc;
  while (true) {
    const byte* const odd = next_odd(p, end);
    if (odd != p) nfc.plain();
    p = odd;
    if (p == end) break;
    if (*p < 0x80) {
      if (*p != '\n' && *p != '\r' && *p != '\t') {
        if (out.controls++ == 0) out.first_control = p - begin;
      }
      nfc.plain();
      ++p;
      continue;
    }
    int length = 0;
    while ((length = judge(p, end, nfc)) != 0) {
      p += length;
      if (p == end || *p < 0x80) break;
    }
    if (length == 0) break;
    out.ascii = false;
  }
  out.valid = p - begin;
  out.nfc = nfc.doubt() == nullptr ? out.valid : nfc.doubt() - begin;
  return out;
}

std::size_t ascii_length(std::string_view bytes, std::size_t at) noexcept {
  const byte* const begin = reinterpret_cast<const byte*>(bytes.data());
  const byte* const end = begin + bytes.size();
  const byte* const start = begin + at;
  const byte* p = start;
#if defined(__SSE2__)
  while (end - p >= 16) {
    const int mask =
        _mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
    if (mask != 0) return p + __builtin_ctz(mask) - start;
    p += 16;
  }
#endif
  while (p != end && *p < 0x80) ++p;
  return p - start;
}

}  // namespace copydesk::unicode
