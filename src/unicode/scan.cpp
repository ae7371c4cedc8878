// SPDX-License-Identifier: Apache-2.0
// scan.cpp - validation, NFC quick check and first look for damage at once.
//
// Idea: find the next byte that is not plain ASCII, 64 bytes at a time with
// SSE2 (part of every x86-64) or 8 with a portable fallback; judge the run of
// characters that begins there; go on. Plain are 20-7E without '&', and the
// line feed. findings.hpp says what is asked of each other character.
// Invariant: everything before p is well formed. Cost: O(n).
// Source: UAX #15 section 9; Unicode Standard table 3-7.
#include "unicode/scan.hpp"

#include <cstdint>
#include <cstring>

#include "unicode/findings.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace copydesk::unicode {
namespace {

#if defined(__SSE2__)

// FF for each of 16 bytes that is not plain. A signed comparison finds both
// controls and what is not ASCII, the latter being negative.
inline __m128i odd_of(const byte* p) noexcept {
  const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i line = _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'));
  const __m128i odd =
      _mm_andnot_si128(line, _mm_cmplt_epi8(v, _mm_set1_epi8(0x20)));
  return _mm_or_si128(odd, _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F)),
                                        _mm_cmpeq_epi8(v, _mm_set1_epi8('&'))));
}

inline unsigned mask_of(__m128i odd) noexcept {
  return static_cast<unsigned>(_mm_movemask_epi8(odd));
}

inline const byte* next_odd(const byte* p, const byte* end) noexcept {
  while (end - p >= 64) {
    const __m128i a = odd_of(p), b = odd_of(p + 16), c = odd_of(p + 32),
                  d = odd_of(p + 48);
    if (mask_of(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) != 0) {
      const std::uint64_t low = mask_of(a) | mask_of(b) << 16;
      const std::uint64_t high = mask_of(c) | mask_of(d) << 16;
      return p + __builtin_ctzll(low | high << 32);
    }
    p += 64;
  }
  while (end - p >= 16) {
    const unsigned mask = mask_of(odd_of(p));
    if (mask != 0) return p + __builtin_ctz(mask);
    p += 16;
  }
  while (p != end && is_plain(*p)) ++p;
  return p;
}

#else

inline const byte* next_odd(const byte* p, const byte* end) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  while (end - p >= 8) {
    std::uint64_t v;
    std::memcpy(&v, p, 8);
    // High bits: not ASCII; below 20; equal to 7F; equal to '&'. Borrows may
    // set one too many, which the loop below sorts out.
    const std::uint64_t odd =
        v | (v - ones * 0x20) | (v + ones) | ((v ^ ones * '&') - ones);
    if ((odd & ones * 0x80) != 0) break;
    p += 8;
  }
  while (p != end && is_plain(*p)) ++p;
  return p;
}

#endif

inline bool follows(byte b) noexcept { return (b & 0xC0) == 0x80; }

// One character at p, of any length, with care for the end. Returns what is
// after it, or p if it is ill formed.
const byte* judge_one(const byte* p, const byte* end, findings& f) noexcept {
  const byte a = *p;
  const auto left = end - p;
  if (a < 0xC2 || a > 0xF4 || left < 2 || !follows(p[1])) return p;
  if (a < 0xE0) {
    f.two_bytes((a & 0x1Fu) << 6 | (p[1] & 0x3Fu), p);
    return p + 2;
  }
  if (left < 3 || !follows(p[2])) return p;
  const char32_t three =
      (a & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
  if (a < 0xF0) {
    if (three < 0x800 || (three >> 11) == 0x1B) return p;
    f.three_bytes(three, kinds[three >> 6], p);
    return p + 3;
  }
  if (left < 4 || !follows(p[3])) return p;
  const char32_t four = (a & 7u) << 18 | (p[1] & 0x3Fu) << 12 |
                        (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
  if (four < 0x10000 || four > 0x10FFFF) return p;
  f.four_bytes(four, p);
  return p + 4;
}

// Steps over a run of well-formed characters beyond ASCII, and single ASCII
// bytes among them. Returns where plain text goes on, or what is ill formed;
// or, if asked to, some place after the first doubt about NFC.
template <bool StopAtDoubt>
const byte* judge_run(const byte* p, const byte* end, findings& all) noexcept {
  findings f = all;  // its address stays unknown: in registers
  while (end - p >= 4) {
    if (StopAtDoubt && f.doubt() != nullptr) break;
    const std::uint32_t w = load(p);
    if ((w & 0xC0C0F0) == 0x8080E0) {
      const char32_t code =
          (w & 0xF) << 12 | (w >> 2 & 0xFC0) | (w >> 16 & 0x3F);
      const std::uint8_t kind = kinds[code >> 6];
      if ((kind & for_validity) != 0 &&
          (code < 0x800 || (code >> 11) == 0x1B)) {
        break;
      }
      f.three_bytes(code, kind, p);
      p = f.skip_three(p + 3, end);
    } else if ((w & 0xC0E0) == 0x80C0) {
      const char32_t code = (w & 0x1F) << 6 | (w >> 8 & 0x3F);
      if (code < 0x80) break;
      f.two_bytes(code, p);
      p = f.skip_two(p + 2, end);
    } else if ((w & 0x80) == 0) {
      f.plain(*p);
      if ((w & 0x8000) == 0 || !is_plain(*p)) break;
      ++p;
    } else {
      all = f;
      const byte* const after = judge_one(p, end, all);
      f = all;
      if (after == p) break;
      p = after;
    }
  }
  all = f;
  while (end - p < 4 && p != end) {
    if (*p < 0x80) {
      all.plain(*p);
      break;
    }
    const byte* const after = judge_one(p, end, all);
    if (after == p) break;
    p = after;
  }
  return p;
}

// The commonest of news: a typographic mark or an accented letter of Latin-1
// or Latin Extended, ASCII on both sides. Returns what is after it, or p.
inline const byte* judge_isolated(const byte* p, const byte* begin,
                                  const byte* end, findings& f) noexcept {
  if (p == begin || end - p < 4) return p;
  const std::uint32_t w = load(p);
  if ((w & 0x80C0FFFF) == 0x008080E2 && (w >> 16 & 0x3F) >= 0x10) {
    if (!is_plain(p[3])) return p;
    f.isolated(p[-1], 0x2000 | (w >> 16 & 0x3F), p[3]);
    return p + 3;
  }
  if ((w & 0x80C0E0) == 0x0080C0 && *p >= 0xC2 && *p < 0xCC) {
    if (!is_plain(p[2])) return p;
    f.isolated(p[-1], (w & 0x1F) << 6 | (w >> 8 & 0x3F), p[2]);
    return p + 2;
  }
  return p;
}

}  // namespace

scan_result scan(std::string_view bytes) noexcept {
  const byte* const begin = reinterpret_cast<const byte*>(bytes.data());
  const byte* const end = begin + bytes.size();
  const byte* p = begin;
  scan_result out;
  findings f;
  while ((p = next_odd(p, end)) != end) {
    if (*p >= 0x80) {
      const byte* const alone = judge_isolated(p, begin, end, f);
      if (alone != p) {
        p = alone;
        out.ascii = false;
        continue;
      }
      f.begin_run(p == begin ? ' ' : p[-1]);
      const byte* const after = judge_run<false>(p, end, f);
      out.ascii = out.ascii && after == p;
      if (after == p || (after != end && *after >= 0x80)) {
        p = after;
        break;
      }
      p = after;
      continue;
    }
    out.sound = out.sound && *p == '\t';
    if (*p != '\r' && *p != '\t' && *p != '&') {
      if (out.controls++ == 0) out.first_control = p - begin;
    }
    ++p;
  }
  out.valid = p - begin;
  out.nfc = f.doubt() == nullptr ? out.valid : f.doubt() - begin;
  out.sound = out.sound && !f.odd();
  return out;
}

std::size_t nfc_length(std::string_view utf8, std::size_t at) noexcept {
  const byte* const begin = reinterpret_cast<const byte*>(utf8.data());
  const byte* const end = begin + utf8.size();
  const byte* p = begin + at;
  findings f;
  while ((p = next_odd(p, end)) != end) {
    if (*p < 0x80) {
      ++p;
      continue;
    }
    f.begin_run(p == begin + at ? ' ' : p[-1]);
    const byte* const after = judge_run<true>(p, end, f);
    if (f.doubt() != nullptr)
      return static_cast<std::size_t>(f.doubt() - begin);
    if (after == p) break;  // not well formed
    p = after;
  }
  return utf8.size();
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
