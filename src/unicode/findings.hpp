// SPDX-License-Identifier: Apache-2.0
// findings.hpp - what the scan asks of each character beyond plain ASCII.
//
// Idea: two questions. Can it, with its neighbours, be other than NFC (the
// quick check, with pairs of starters looked up)? Can it and its neighbour be
// what damage makes (the pairs of repair_scan.hpp)? Most characters of most
// scripts can be neither, and whole blocks of them are known not to: runs of
// those are skipped with one look-up each.
// Invariants: doubt() is null only if all that was fed is NFC; odd() is false
// only if repair finds nothing in it, controls and ampersands apart.
#ifndef COPYDESK_SRC_UNICODE_FINDINGS_HPP_
#define COPYDESK_SRC_UNICODE_FINDINGS_HPP_

#include <array>
#include <cstdint>
#include <cstring>

#include "unicode/mojibake_classes.hpp"
#include "unicode/properties.hpp"
#include "unicode/repair_scan.hpp"

namespace copydesk::unicode {

using byte = unsigned char;

inline bool is_plain(byte b) noexcept {
  return (b >= 0x20 && b < 0x7F && b != '&') || b == '\n';
}

// What is known of 64 characters at once, of those below U+10000.
enum block_kind : std::uint8_t {
  for_nfc = 1,      // the quick check must look
  for_damage = 2,   // some charset may have made one, or it is judged alone
  for_validity = 4  // below U+0800, or surrogates
};

constexpr auto make_kinds() {
  std::array<std::uint8_t, 1024> kinds{};
  for (unsigned i = 0; i < 1024; ++i) {
    const char32_t code = i * 64;
    const bool free =
        (code >= 0x540 && code < 0x2000) || (code >= 0x3000 && code < 0xE000);
    const bool wrong = code < 0x800 || (code >= 0xD800 && code < 0xE000);
    kinds[i] = static_cast<std::uint8_t>(
        (data::stage1[i] >= data::first_active_block ? for_nfc : 0) |
        (free ? 0 : for_damage) | (wrong ? for_validity : 0));
  }
  return kinds;
}
inline constexpr auto kinds = make_kinds();

// Four bytes as a number, the first the lowest.
inline std::uint32_t load(const byte* p) noexcept {
  std::uint32_t w;
  std::memcpy(&w, p, 4);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  w = __builtin_bswap32(w);
#endif
  return w;
}

// Whether class_of() of a character is active, in a block known to be mixed.
inline bool is_active(char32_t code) noexcept {
  return data::stage2[data::stage1[code >> 6] * 64u + (code & 63)] >=
         data::first_active;
}

// What is being looked for, fed with all that is not plain.
class findings {
 public:
  // Where the first doubt about NFC arose, or null.
  const byte* doubt() const noexcept { return doubt_; }
  bool odd() const noexcept { return odd_ != 0; }

  // ASCII before, within or after a run.
  void plain(byte b) noexcept {
    if (!is_plain(b)) {
      suspect(scan_table[b]);
    } else if (!free_) {
      suspect(scan_table[b]);
      free_ = true;
    }
    last_ = 0;
    code_ = b;
  }
  // A run of other characters begins after an ASCII byte.
  void begin_run(byte before) noexcept {
    last_ = 0;
    free_ = true;
    code_ = before;
  }
  // One character between two plain bytes of ASCII, that NFC keeps.
  void isolated(byte before, char32_t code, byte after) noexcept {
    const unsigned now = scan_table[code];
    odd_ |= scan_pairs[scan_table[before] * 64u + now] |
            scan_pairs[now * 64u + scan_table[after]];
  }
  // Well-formed characters beyond ASCII.
  void two_bytes(char32_t code, const byte* at) noexcept {
    odd_ |= code == 0x61C;  // alone in its block to be judged
    three_bytes(code, kinds[code >> 6], at);
  }
  void three_bytes(char32_t code, std::uint8_t kind, const byte* at) noexcept {
    if ((kind & for_damage) != 0) {
      suspect(number_of(code));
    } else if (!free_) {
      suspect(number_of(code));
      free_ = true;
    }
    if ((kind & for_nfc) != 0) {
      quick_check(code, at);
    } else {
      last_ = 0;
    }
    code_ = code;
  }
  // The two below step over what needs no more than a glance, and stop early
  // for anything else: characters of three bytes that no charset makes of
  // bytes and that have no combining class, with single spaces between them;
  const byte* skip_three(const byte* p, const byte* end) noexcept {
    if (!free_) return p;
    const byte* const from = p;
    while (end - p >= 4) {
      const std::uint32_t w = load(p);
      if ((w & 0xC0C0F0) != 0x8080E0) {
        if ((w & 0x80FF) != 0x8020) break;
        ++p;
        continue;
      }
      const char32_t block = (w & 0xF) << 6 | (w >> 8 & 0x3F);
      if (kinds[block] != 0) {
        if (kinds[block] != for_nfc) break;
        if (is_active(block << 6 | (w >> 16 & 0x3F))) break;
      }
      p += 3;
    }
    if (p != from) skipped_to(p);
    return p;
  }
  // and those of two bytes, with single ASCII bytes between them.
  const byte* skip_two(const byte* p, const byte* end) noexcept {
    const byte* const from = p;
    unsigned before = free_ ? number_of(code_) : number_;
    while (end - p >= 4) {
      const std::uint32_t w = load(p);
      unsigned now = 0;
      if ((w & 0xC0E0) == 0x80C0) {
        const char32_t block = w & 0x1F;
        const char32_t code = block << 6 | (w >> 8 & 0x3F);
        if (block < 2) break;
        if ((kinds[block] & for_nfc) != 0 && is_active(code)) break;
        now = scan_table[code];
        p += 2;
      } else {
        if ((w & 0x8080) != 0x8000 || !is_plain(*p)) break;
        now = scan_table[*p];
        ++p;
      }
      odd_ |= scan_pairs[before * 64 + now];
      before = now;
    }
    if (p == from) return p;
    skipped_to(p);
    number_ = static_cast<std::uint8_t>(before);
    free_ = false;
    return p;
  }

  void four_bytes(char32_t code, const byte* at) noexcept {
    odd_ |= code >= 0xE0000 && code < 0xE0080;  // tags: judged alone
    suspect(number_of(code));
    if (code < data::inert_from) {
      quick_check(code, at);
    } else {
      last_ = 0;
    }
    code_ = code;
  }

 private:
  void skipped_to(const byte* p) noexcept {
    last_ = 0;
    if (p[-1] < 0x80) {
      code_ = p[-1];
    } else if (p[-2] >= 0xC0) {
      code_ = (p[-2] & 0x1Fu) << 6 | (p[-1] & 0x3Fu);
    } else {
      code_ = (p[-3] & 0xFu) << 12 | (p[-2] & 0x3Fu) << 6 | (p[-1] & 0x3Fu);
    }
  }

  // The number of a character in the tables of repair.
  static std::uint8_t number_of(char32_t code) noexcept {
    if (code < scan_limit) return scan_table[code];
    if (code < 0xE000) {
      return static_cast<std::uint8_t>(character_class::letter);
    }
    // Private use, ligatures, the byte order mark: judged alone.
    if (code < 0xF900 || (code >= 0xFB00 && code <= 0xFB06) || code == 0xFEFF ||
        (code >= 0xFFF9 && code < 0x10000)) {
      return scan_judged;
    }
    return static_cast<std::uint8_t>(class_of(code));
  }

  // A character that is not free; two that are free are never odd together.
  void suspect(std::uint8_t now) noexcept {
    const std::uint8_t before = free_ ? number_of(code_) : number_;
    odd_ |= scan_pairs[before * 64u + now];
    number_ = now;
    free_ = false;
  }

  void quick_check(char32_t code, const byte* at) noexcept {
    const std::uint8_t c =
        data::stage2[data::stage1[code >> 6] * 64u + (code & 63)];
    if (c >= data::first_active) {
      look(data::classes[c], code, at);
    } else {
      last_ = 0;
    }
  }

  void look(data::properties p, char32_t code, const byte* at) noexcept {
    const unsigned quick = data::nfc_quick(p);
    const bool ordered = p.ccc == 0 || p.ccc >= last_;
    if (!ordered || quick == 2 ||
        (quick == 1 && (p.ccc != 0 || data::composes(code_, code)))) {
      if (doubt_ == nullptr) doubt_ = at;
    }
    last_ = p.ccc;
  }

  const byte* doubt_ = nullptr;
  char32_t code_ = ' ';      // the character before
  unsigned odd_ = 0;         // not 0: a pair that damage may have made
  std::uint8_t last_ = 0;    // combining class of the character before
  std::uint8_t number_ = 0;  // number_of(code_), if not free_
  bool free_ = true;         // no charset makes code_ of a byte
};

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_FINDINGS_HPP_
