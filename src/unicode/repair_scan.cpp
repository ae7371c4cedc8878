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
#include "unicode/repair_steps.hpp"

namespace copydesk::unicode {
namespace {

using cls = character_class;

bool is_special(unsigned char b) {
  return (b < 0x20 && b != '\n' && b != '\t') || b == '&' || b >= 0x7F;
}

// The first byte at or after `at` that is not plain ASCII.
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

class scanner {
 public:
  scanner(std::string_view text, const repair_options& options)
      : text_(text), options_(options) {}

  std::size_t run() {
    std::size_t at = 0;
    for (;;) {
      at = skip_plain(text_, at);
      if (at >= text_.size()) break;
      const auto b = static_cast<unsigned char>(text_[at]);
      if (b >= 0x80) {
        const std::size_t stop = scan_word(at);
        if (found_) return stop;
        at = stop;
      } else if (b == '&') {
        if (read_html_entity(text_, at).length != 0) return at;
        ++at;
      } else if (b == '\r') {
        const bool crlf = at + 1 < text_.size() && text_[at + 1] == '\n';
        if (options_.unix_lines) return at;
        if (!crlf) lone_cr_ = std::min(lone_cr_, at);
        at += crlf ? 2 : 1;
      } else if (b == '\f') {
        ++at;
      } else {
        return at;
      }
    }
    const bool stray =
        lone_cr_ < text_.size() && text_.find('\n') != std::string_view::npos;
    return stray ? lone_cr_ : text_.size();
  }

 private:
  // A run of characters beyond ASCII. Returns where it ends, or the damage.
  std::size_t scan_word(std::size_t at) {
    cls before = cls::space;
    if (at > 0) before = class_of(static_cast<unsigned char>(text_[at - 1]));
    bool lead = false;  // the character before may begin mojibake
    while (at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0x80) {
      std::size_t length = 0;
      const char32_t c = decode_at(text_, at, length);
      if (c >= 0x3000 && c < 0xF000) {
        before = cls::letter;
        lead = false;
        at += length;
        continue;
      }
      if (needs_look(c) && is_damage(at, c, length)) {
        found_ = true;
        return at;
      }
      const cls now = class_of(c);
      const bool leads = lead_charsets(c) != 0;
      if (oddness(before, now) != 0 &&
          (lead || leads || tail_charsets(c) != 0) && window_is_damaged(at)) {
        found_ = true;
        return at;
      }
      before = now;
      lead = leads;
      at += length;
    }
    if (at < text_.size() && lead) {
      const cls now = class_of(static_cast<unsigned char>(text_[at]));
      if ((oddness(before, now) != 0) && window_is_damaged(at)) found_ = true;
    }
    return at;
  }

  static bool needs_look(char32_t c) {
    return c < 0xA0 || c == 0xAD || is_invisible(c) ||
           (c >= 0xFB00 && c <= 0xFB06);
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

  // Whether repair finds mojibake near `at`.
  bool window_is_damaged(std::size_t at) {
    std::size_t begin = at > 40 ? at - 40 : 0;
    while (begin > 0 && (text_[begin] & 0xC0) == 0x80) --begin;
    std::size_t end = std::min(text_.size(), at + 60);
    while (end < text_.size() && (text_[end] & 0xC0) == 0x80) ++end;
    read_units(text_, begin, end, units_);
    return undo_mojibake(units_, mojibake_evidence{},
                         options_.guess_lost_bytes);
  }

  std::string_view text_;
  const repair_options& options_;
  repair_units units_;
  std::size_t lone_cr_ = std::string_view::npos;
  std::size_t line_end_ = 0;
  bool line_is_rtl_ = false;
  bool found_ = false;
};

bool wants_every_character(const repair_options& o) {
  return o.plain_quotes || o.split_digraphs || o.plain_width || o.unix_lines;
}

}  // namespace

std::size_t find_damage(std::string_view utf8, const repair_options& options) {
  if (wants_every_character(options)) return 0;
  return scanner(utf8, options).run();
}

}  // namespace copydesk::unicode
