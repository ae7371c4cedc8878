// SPDX-License-Identifier: Apache-2.0
// block_kinds.hpp - which characters of 64 bytes need not be looked at.
//
// Idea: a text is in one script, so the first characters of a block say which
// few comparisons of whole registers tell most of it. What these leave open of
// scripts that no charset has is asked of one mask of 64 code points a
// character, without a branch. Source: our own; what is assumed of characters
// is compared with the tables by a test (tests/unit/unicode/scan_test.cpp).
#ifndef COPYDESK_SRC_UNICODE_BLOCK_KINDS_HPP_
#define COPYDESK_SRC_UNICODE_BLOCK_KINDS_HPP_

#include <array>
#include <cstdint>

#include "unicode/byte_block.hpp"
#include "unicode/mojibake_classes.hpp"
#include "unicode/properties.hpp"
#include "unicode/repair_scan.hpp"

namespace copydesk::unicode {

// Leads of a block by what need be asked of their characters. Calm: nothing;
// they are small letters of Russian or Greek beside such letters or what is no
// letter, or of no charset and neither marks nor anything that NFC must look
// at. Free: of no charset, but not known to be calm.
struct block_kinds {
  std::uint64_t calm = 0, free = 0;
};

// Code points of no charset which NFC keeps as they are, and which are no
// marks.
struct quiet_range {
  char32_t first, last;
};
inline constexpr quiet_range quiet_ranges[] = {
    {0x540, 0x58F},   {0x5D0, 0x60F},   {0x620, 0x64A},   {0x671, 0x6D5},
    {0x10C0, 0x10FF}, {0x1200, 0x133F}, {0x1380, 0x16FF}, {0x1E00, 0x1EFF},
    {0x3040, 0x307F}, {0x30C0, 0xA63F}, {0xAC00, 0xD77F}};

// Small letters of one alphabet, sound beside each other and beside ASCII but
// letters and the dollar sign.
inline constexpr quiet_range cyrillic_letters[] = {{0x430, 0x47F},
                                                   {0x500, 0x52F}};
inline constexpr quiet_range cyrillic_odd_letters[] = {{0x48B, 0x4BF},
                                                       {0x4D1, 0x4FF}};
inline constexpr quiet_range greek_letters[] = {{0x3AC, 0x3CE}};

// Of 64 code points at once: at which of them NFC must look, or which are
// judged alone. All of those that two bytes, or three, do not write well formed
// text of.
constexpr auto make_active_masks(bool two_bytes) {
  std::array<std::uint64_t, 1024> out{};
  for (unsigned block = 0; block < 1024; ++block) {
    if (block >= 0xD800 / 64 || (block < 0x800 / 64) != two_bytes) {
      out[block] = ~std::uint64_t{0};
      continue;
    }
    if (data::stage1[block] < data::first_active_block) continue;
    for (unsigned i = 0; i < 64; ++i) {
      if (data::class_of(block * 64 + i) >= data::first_active) {
        out[block] |= std::uint64_t{1} << i;
      }
    }
  }
  if (two_bytes) out[0x61C / 64] |= std::uint64_t{1} << 0x61C % 64;
  return out;
}
inline constexpr auto active_of_two = make_active_masks(true);
inline constexpr auto active_of_three = make_active_masks(false);

// The characters at `bits` that are to be looked at, all of two or three bytes.
inline std::uint64_t active_among(const byte* p, std::uint64_t bits,
                                  bool two_bytes) noexcept {
  std::uint64_t out = 0;
  for (; bits != 0; bits &= bits - 1) {
    const unsigned i = lowest_bit(bits);
    const byte* const q = p + i;
    const unsigned block =
        two_bytes ? q[0] & 0x1Fu : (q[0] & 0xFu) << 6 | (q[1] & 0x3Fu);
    const std::uint64_t mask =
        two_bytes ? active_of_two[block] : active_of_three[block];
    out |= (mask >> ((two_bytes ? q[1] : q[2]) & 0x3F) & 1) << i;
  }
  return out;
}

// The lead that tells the script: not that of punctuation, if another is near.
inline unsigned telling_lead(const byte* p, std::uint64_t leads,
                             unsigned punctuation) noexcept {
  unsigned lead = 0;
  for (int i = 0; i < 3 && leads != 0; ++i, leads &= leads - 1) {
    lead = p[lowest_bit(leads)];
    if (lead != punctuation) break;
  }
  return lead;
}

struct small_letters {
  std::uint64_t small = 0, beside = 0;  // what they must not stand beside
};

inline small_letters find_small_letters(const byte* p, unsigned lead) noexcept {
  small_letters out;
  if (lead >= 0xD0 && lead <= 0xD4) {
    out.small = bits_where(p, [](const byte* at) {
      const wide_bytes a(at), b(at + 1);
      return (a.is(0xD0) & b.high_from(0xB0)) | a.is(0xD1) |
             (((a.is(0xD2) & b.high_from(0x8B)) |
               (a.is(0xD3) & b.high_from(0x90))) &
              b.odd_number()) |
             (a.is(0xD4) & b.high_below(0xB0));
    });
  } else if (lead == 0xCE || lead == 0xCF) {
    out.small = bits_where(p, [](const byte* at) {
      const wide_bytes a(at), b(at + 1);
      return (a.is(0xCE) & b.high_from(0xAC)) |
             (a.is(0xCF) & b.high_below(0x8F));
    });
  }
  if (out.small != 0) {
    out.beside = bits_where(p, [](const byte* at) {
      const wide_bytes a(at);
      return a.is_letter() | a.is('$');
    });
  }
  return out;
}

// Hebrew, Armenian and Arabic; what else is written in two bytes is free.
inline void find_free_of_two(const byte* p, unsigned lead,
                             block_kinds& k) noexcept {
  if (lead < 0xD5 || lead > 0xDF) return;
  k.free |= bits_where(
      p, [](const byte* at) { return wide_bytes(at).between(0xD5, 0xDF); });
  if (lead < 0xD8) {
    k.calm |= bits_where(p, [](const byte* at) {
      const wide_bytes a(at), b(at + 1);
      return a.is(0xD5) | (a.is(0xD6) & b.high_below(0x90)) |
             (a.is(0xD7) & b.high_from(0x90));
    });
  } else if (lead < 0xDC) {
    k.calm |= bits_where(p, [](const byte* at) {
      const wide_bytes a(at), b(at + 1);
      return (a.is(0xD8) & b.high_from(0xA0)) |
             (a.is(0xD9) & (b.high_below(0x8B) | b.high_from(0xB1))) |
             a.is(0xDA) | (a.is(0xDB) & b.high_below(0x96));
    });
  }
}

inline void find_free_of_three(const byte* p, unsigned lead,
                               block_kinds& k) noexcept {
  if (lead == 0xE0) {
    k.free |=
        bits_where(p, [](const byte* at) { return wide_bytes(at).is(0xE0); });
  } else if (lead == 0xE1) {
    k.free |=
        bits_where(p, [](const byte* at) { return wide_bytes(at).is(0xE1); });
    k.calm |= bits_where(p, [](const byte* at) {
      const wide_bytes a(at), b(at + 1);
      return a.is(0xE1) & (b.is(0x83) | b.between(0x88, 0x8C) |
                           b.between(0x8E, 0x9B) | b.between(0xB8, 0xBB));
    });
  } else if (lead >= 0xE3 && lead <= 0xED) {
    k.free |= bits_where(
        p, [](const byte* at) { return wide_bytes(at).between(0xE3, 0xED); });
    k.calm |= bits_where(p, [](const byte* at) {
      const wide_bytes a(at), b(at + 1);
      return a.between(0xE4, 0xE9) | a.between(0xEB, 0xEC) |
             (a.is(0xE3) & (b.is(0x81) | b.high_from(0x83))) |
             (a.is(0xEA) & (b.high_below(0x99) | b.high_from(0xB0))) |
             (a.is(0xED) & b.high_below(0x9E));
    });
  }
}

// Requires that p[-1] and p[65] can be read, and that each character that
// begins at a lead is well formed and ends before p[65].
inline block_kinds kinds_of(const byte* p, unsigned size, std::uint64_t lead,
                            std::uint64_t three) noexcept {
  block_kinds k;
  const std::uint64_t two = lead & ~three;
  const unsigned lead2 = two != 0 ? telling_lead(p, two, 0xC2) : 0;
  if (three != 0) {
    find_free_of_three(p, telling_lead(p, three, 0xE2), k);
    k.calm &= three;
    k.free &= three;
  }
  if (two == 0) return k;
  block_kinds of_two;
  find_free_of_two(p, lead2, of_two);
  k.calm |= of_two.calm & two;
  k.free |= of_two.free & two;
  const small_letters s = find_small_letters(p, lead2);
  if (s.small == 0) return k;
  // What stands beside the block is not known.
  const std::uint64_t other = k.calm | k.free;
  const std::uint64_t last = std::uint64_t{1} << (size - 2);
  k.calm |= s.small & two &
            ~(s.beside << 1 | s.beside >> 2 | other << 2 | other << 3 |
              other >> 2 | 1 | last);
  return k;
}

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_BLOCK_KINDS_HPP_
