// SPDX-License-Identifier: Apache-2.0
// findings.hpp - what the scan asks of each character beyond plain ASCII.
//
// Idea: two questions. Can it, with its neighbours, be other than NFC (the
// quick check, with pairs of characters looked up)? Can it and its neighbour be
// what damage makes (the pairs of repair_scan.hpp)? One look-up by character
// gives what both need; only a character that may be a yes is looked at again.
// Invariants: no doubt only if all that was fed is NFC; nothing odd only if
// repair finds nothing in it.
#ifndef COPYDESK_SRC_UNICODE_FINDINGS_HPP_
#define COPYDESK_SRC_UNICODE_FINDINGS_HPP_

#include <array>
#include <cstdint>

#include "limits.hpp"
#include "unicode/byte_block.hpp"
#include "unicode/mojibake_classes.hpp"
#include "unicode/properties.hpp"
#include "unicode/repair_scan.hpp"
#include "unicode/scan.hpp"

namespace copydesk::unicode {

// Of 64 characters at once below U+10000: nothing need be asked of any, but
// that it is a letter. They are well formed, too.
constexpr auto make_quiet_blocks() {
  std::array<bool, 1024> quiet{};
  for (unsigned i = 0x3000 / 64; i < 0xD800 / 64; ++i) {
    quiet[i] = data::stage1[i] < data::first_active_block;
  }
  return quiet;
}
inline constexpr auto quiet_blocks = make_quiet_blocks();

// Of characters from scan_free_from to U+1FFF: what must be looked at.
enum free_kind : std::uint8_t {
  free_always = 1,     // by NFC, or it is judged alone
  free_after_mark = 2  // by NFC, if another of these stands before it
};

constexpr auto make_free_kinds() {
  std::array<std::uint8_t, 0x2000> out{};
  for (char32_t c = scan_free_from; c < 0x2000; ++c) {
    const std::uint8_t number = data::class_of(c);
    if (number < data::first_active) continue;
    const data::properties p = data::classes[number];
    out[c] = data::nfc_quick(p) == 0 ? free_after_mark
                                     : free_always | free_after_mark;
  }
  out[0x61C] = free_always;
  return out;
}
inline constexpr auto free_kinds = make_free_kinds();

inline constexpr unsigned letter_number =
    static_cast<unsigned>(character_class::letter);
// Of what is not looked at with the character before it.
inline constexpr unsigned no_number = 256;

// The number of a character in the tables of repair, and scan_active.
inline unsigned number_of_high(char32_t code) noexcept {
  if (code < scan_limit) return scan_characters[code];
  const unsigned active =
      code < data::inert_from && data::class_of(code) >= data::first_active
          ? scan_active
          : 0U;
  if (code < 0xE000) return letter_number | active;
  // Private use, ligatures, the byte order mark, tags: judged alone.
  if (code < 0xF900 || (code >= 0xFB00 && code <= 0xFB06) || code == 0xFEFF ||
      (code >= 0xFFF9 && code < 0x10000) ||
      (code >= 0xE0000 && code < 0xE0080)) {
    return scan_judged | active;
  }
  return static_cast<unsigned>(class_of(code)) | active;
}

// Notes what is found in well-formed text, fed from left to right with all
// characters beyond ASCII and all ASCII that is not plain.
class findings {
 public:
  // `notes` may be null: then only whether and where first counts.
  findings(const byte* begin, scan_notes* notes) noexcept
      : begin_(begin), notes_(notes) {}

  bool odd() const noexcept { return odd_; }
  const byte* doubt() const noexcept { return doubt_; }

  // ASCII that is not plain.
  void special(const byte* p) {
    if (*p != '\t') note_odd(p);
  }

  // The number of what stands before p.
  unsigned before(const byte* p) const noexcept {
    if (p == begin_) return scan_characters[' '];
    if (p[-1] < 0x80) return scan_characters[p[-1]];
    return number_of_high(code_before(p));
  }

  // The character at p, of `length` bytes, that is part of mojibake in some
  // charset or may be; `now` is number_of_high() of it, `before` that of the
  // one before it, and `after` of the one after it, or no_number.
  void watched(const byte* p, unsigned length, char32_t code, unsigned now,
               unsigned before, unsigned after) {
    const unsigned number = now & scan_number;
    const unsigned pair = scan_pairs[(before & scan_number) * 64 + number];
    if (pair != 0) note_odd(p);
    if (after != no_number &&
        scan_pairs[number * 64 + (after & scan_number)] != 0) {
      note_odd(p + length);
    }
    if ((now & scan_active) != 0) active(p, length, code);
  }

  // One that NFC must look at.
  void active(const byte* p, unsigned length, char32_t code) {
    const data::properties own = data::classes[data::class_of(code)];
    const bool near_one = active_end_ == p;
    active_end_ = p + length;
    // Most marks stand on a letter that no mark is near.
    if (data::nfc_quick(own) == 0 && !near_one) return;
    if (may_change(p, code, own)) note_doubt(p);
  }

  // The same for a character with a free_kind. Returns whether watched() must
  // see it. Without a branch where nothing need be done.
  bool free_one(const byte* p, unsigned length, char32_t code) {
    const unsigned kind = free_kinds[code];
    const bool near_one = active_end_ == p;
    const bool alone = (scan_characters[code] & scan_mark) != 0;
    const bool first = p[-1] < 0x80;
    const byte* const after = p + length;
    const unsigned look = (kind & free_always) |
                          (kind >> 1 & static_cast<unsigned>(near_one)) |
                          static_cast<unsigned>(alone & first);
    if (look == 0) {
      active_end_ = (kind & free_after_mark) != 0 ? after : active_end_;
      return false;
    }
    if (first || code == 0x61C) return true;
    if ((kind & free_after_mark) != 0) active(p, length, code);
    return false;
  }

 private:
  void note_odd(const byte* p) {
    odd_ = true;
    if (notes_ != nullptr) put(p, notes_->odd);
  }
  void note_doubt(const byte* p) {
    if (doubt_ == nullptr) doubt_ = p;
    if (notes_ != nullptr) put(p, notes_->doubts);
  }
  void put(const byte* p, scan_places& list) const {
    const auto at = static_cast<std::size_t>(p - begin_);
    if (list.end < at) return;
    if (list.at.size() < limits::scan_places) {
      list.at.push_back(static_cast<std::uint32_t>(at));
    } else {
      list.end = at;
    }
  }
  char32_t code_before(const byte* p) const noexcept;
  bool may_change(const byte* p, char32_t code, data::properties now) const;

  const byte* begin_;
  scan_notes* notes_;
  const byte* doubt_ = nullptr;
  const byte* active_end_ = nullptr;  // after the last active character
  bool odd_ = false;
};

}  // namespace copydesk::unicode

#endif  // COPYDESK_SRC_UNICODE_FINDINGS_HPP_
