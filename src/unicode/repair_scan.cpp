// SPDX-License-Identifier: Apache-2.0
// Idea: ASCII is skipped sixteen bytes at a time but for '&' and controls.
// Other characters go through one table of classes; a pair that clean text
// hardly has, next to a character that mojibake begins with, is looked at
// closely in a small window. Invariant: whatever repair would change is found
// here; what is found may be sound. Cost: O(utf8); a window is bounded.
#include <algorithm>
#include <array>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "unicode/html_entities.hpp"
#include "unicode/mojibake.hpp"
#include "unicode/mojibake_classes.hpp"
#include "unicode/repair_scan.hpp"
#include "unicode/repair_steps.hpp"

namespace copydesk::unicode {
namespace {

using cls = character_class;

bool is_special(unsigned char b) {
  return (b < 0x20 && b != '\n' && b != '\t') || b == '&' || b >= 0x7F;
}

}  // namespace

std::size_t skip_plain(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(0x20), lf = _mm_set1_epi8('\n');
  const __m128i ampersand = _mm_set1_epi8('&'), del = _mm_set1_epi8(0x7F);
  while (at + 16 <= text.size()) {
    const __m128i v =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    // Signed: bytes from 0x80 on are below 0x20 too.
    __m128i hit =
        _mm_andnot_si128(_mm_cmpeq_epi8(v, lf), _mm_cmplt_epi8(v, space));
    hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, ampersand));
    hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, del));
    const unsigned mask = static_cast<unsigned>(_mm_movemask_epi8(hit));
    if (mask != 0) {
      at += static_cast<std::size_t>(__builtin_ctz(mask));
      if (text[at] == '\t') {
        ++at;
        continue;
      }
      return at;
    }
    at += 16;
  }
#endif
  while (at < text.size() &&
         !is_special(static_cast<unsigned char>(text[at]))) {
    ++at;
  }
  return at;
}

namespace {

class scanner {
 public:
  scanner(std::string_view text, const repair_options& options)
      : text_(text), options_(options) {}

  std::size_t run() {
    for (std::size_t at = skip_plain(text_, 0); at < text_.size();
         at = skip_plain(text_, at)) {
      at = scan_stretch(at);
      if (found_) return at;
    }
    const bool stray =
        lone_cr_ < text_.size() && text_.find('\n') != std::string_view::npos;
    return stray ? lone_cr_ : text_.size();
  }

 private:
  // Characters up to where plain ASCII goes on. Returns that place, or that of
  // the damage.
  std::size_t scan_stretch(std::size_t at) {
    std::size_t before = 0;
    if (at > 0) before = scan_table[static_cast<unsigned char>(text_[at - 1])];
    const std::size_t size = text_.size();
    while (at < size) {
      const unsigned b = byte(at);
      std::size_t length = 1, now = 0;
      bool leave = false;
      if (b < 0x80) {
        now = scan_table[b];
        leave = now != scan_judged && is_plain_ahead(at);
      } else if (b >= 0xC0 && b < 0xE0) {
        at = skip_two_byte(at, before);
        if (at >= size) break;
        if ((byte(at) & 0xE0) != 0xC0) continue;
        length = 2;
        now = two_byte_class(at);
      } else if (b >= 0xE0 && b < 0xEE) {
        at = skip_three_byte(at, before);
        if (at >= size) break;
        if (byte(at) < 0xE0 || byte(at) >= 0xEE) continue;
        length = 3;
        now = three_byte_class(at);
      } else {
        now = class_of_long(decode_at(text_, at, length));
      }
      const std::uint8_t pair = scan_pairs[before * 64 + now];
      if (pair != 0 && is_damaged_pair(pair, at, length)) {
        found_ = true;
        return at;
      }
      before = now;
      at += length;
      if (leave) break;
    }
    return at;
  }

  std::size_t two_byte_class(std::size_t at) const {
    return scan_table[(byte(at) & 0x1FU) << 6 | (byte(at + 1) & 0x3FU)];
  }

  // Past two-byte characters that are normal after each other.
  std::size_t skip_two_byte(std::size_t at, std::size_t& before) const {
    for (; at + 1 < text_.size() && (byte(at) & 0xE0) == 0xC0; at += 2) {
      const std::size_t now = two_byte_class(at);
      if (scan_pairs[before * 64 + now] != 0) break;
      before = now;
    }
    return at;
  }

  // Requires a lead byte below 0xEE.
  std::size_t three_byte_class(std::size_t at) const {
    if (byte(at) >= 0xE3) return static_cast<std::size_t>(cls::letter);
    return scan_table[(byte(at) & 0xFU) << 12 | (byte(at + 1) & 0x3FU) << 6 |
                      (byte(at + 2) & 0x3FU)];
  }

  // Past three-byte characters that are normal after each other.
  std::size_t skip_three_byte(std::size_t at, std::size_t& before) const {
    for (; at + 2 < text_.size() && byte(at) >= 0xE0 && byte(at) < 0xEE;
         at += 3) {
      const std::size_t now = three_byte_class(at);
      if (scan_pairs[before * 64 + now] != 0) break;
      before = now;
    }
    return at;
  }

  unsigned byte(std::size_t at) const {
    return static_cast<unsigned char>(text_[at]);
  }

  bool is_damaged_pair(std::uint8_t pair, std::size_t at, std::size_t& length) {
    if (pair == 2) return is_judged_damage(at, length);
    if (pair == 3) {
      const std::size_t next = at + length;
      const unsigned b = next < text_.size() ? byte(next) : 0U;
      if (b < 0x80 && ((b | 0x20U) < 'a' || (b | 0x20U) > 'z')) return false;
    }
    return window_is_damaged(at);
  }

  // Whether the next eight bytes are ASCII.
  bool is_plain_ahead(std::size_t at) const {
    if (at + 8 > text_.size()) return false;
    std::uint64_t eight = 0;
    std::memcpy(&eight, text_.data() + at, 8);
    return (eight & 0x8080808080808080U) == 0;
  }

  static std::size_t class_of_long(char32_t c) {
    if (c < scan_limit) return scan_table[c];
    if (c < 0xF000) return static_cast<std::size_t>(cls::letter);
    if (is_invisible(c) || (c >= 0xFB00 && c <= 0xFB06)) return scan_judged;
    return static_cast<std::size_t>(class_of(c));
  }

  // Controls, ampersands, invisible characters, ligatures.
  bool is_judged_damage(std::size_t at, std::size_t& length) {
    const auto b = static_cast<unsigned char>(text_[at]);
    if (b >= 0x80) {
      return is_damage(at, decode_at(text_, at, length), length);
    }
    if (b == '&') {
      return read_html_entity(text_, at).length != 0 || meets_mark(at + 1);
    }
    if (b == '\f') return false;
    if (b != '\r') return true;
    if (at + 1 < text_.size() && text_[at + 1] == '\n') {
      return options_.unix_lines;
    }
    lone_cr_ = std::min(lone_cr_, at);
    return options_.unix_lines;
  }

  // Whether a mark follows the letters from `at` on: the last one may become
  // a letter that ends the name of a reference.
  bool meets_mark(std::size_t at) const {
    while (at < text_.size() && (byte(at) | 0x20U) >= 'a' &&
           (byte(at) | 0x20U) <= 'z') {
      ++at;
    }
    return at < text_.size() && byte(at) == 0xCC;
  }

  bool is_damage(std::size_t at, char32_t c, std::size_t length) {
    if (!is_invisible(c)) return true;
    std::size_t n = 0;
    const std::size_t next = at + length;
    const char32_t after = next < text_.size() ? decode_at(text_, next, n) : 0;
    return !stays_invisible(character_before(at), c, after, rtl_line(at));
  }

  char32_t character_before(std::size_t at) const {
    if (at == 0) return 0;
    std::size_t begin = at - 1, n = 0;
    while ((text_[begin] & 0xC0) == 0x80) --begin;
    return decode_at(text_, begin, n);
  }

  bool rtl_line(std::size_t at) {
    if (at < line_end_) return line_is_rtl_;
    std::size_t begin = text_.rfind('\n', at);
    begin = begin == std::string_view::npos ? 0 : begin;
    line_end_ = std::min(text_.find('\n', at), text_.size());
    line_is_rtl_ = false;
    for (std::size_t i = begin, n = 1; i < line_end_; i += n) {
      line_is_rtl_ = line_is_rtl_ || is_rtl(decode_at(text_, i, n));
    }
    return line_is_rtl_;
  }

  // Whether repair finds mojibake near `at`. What a window has shown to be
  // sound, with some text after it, is not looked at again.
  bool window_is_damaged(std::size_t at) {
    if (at < sound_until_) return false;
    // Where windows follow each other they are wider, and overlap less.
    const std::size_t width = at < sound_until_ + 24 ? 240 : 60;
    sound_until_ = at + width - 24;
    std::size_t begin = at > 40 ? at - 40 : 0;
    while (begin > 0 && (text_[begin] & 0xC0) == 0x80) --begin;
    std::size_t end = std::min(text_.size(), at + width);
    while (end < text_.size() && (text_[end] & 0xC0) == 0x80) ++end;
    if (!window_may_change(begin, end)) return false;
    read_units(text_, begin, end, units_);
    compose_units(units_);
    // With guesses even if none are wanted: what the text shows is found with
    // them, too.
    return undo_mojibake(units_, mojibake_evidence{}, true);
  }

  // Whether any character there may begin mojibake, or become one that does.
  bool window_may_change(std::size_t begin, std::size_t end) const {
    for (std::size_t length = 1; begin < end; begin += length) {
      length = 1;
      if (byte(begin) < 0x80) continue;
      const char32_t c = decode_at(text_, begin, length);
      if (c >= 0x300 && c < 0x328) return true;
      if (may_begin_at(text_, begin, c, length)) return true;
    }
    return false;
  }

  std::string_view text_;
  const repair_options& options_;
  repair_units units_;
  std::size_t lone_cr_ = std::string_view::npos;
  std::size_t line_end_ = 0;
  std::size_t sound_until_ = 0;
  bool line_is_rtl_ = false;
  bool found_ = false;
};

}  // namespace

bool wants_every_character(const repair_options& o) {
  return o.plain_quotes || o.split_digraphs || o.plain_width || o.unix_lines;
}

std::size_t find_damage(std::string_view utf8, const repair_options& options) {
  if (wants_every_character(options)) return 0;
  return scanner(utf8, options).run();
}

}  // namespace copydesk::unicode
