// SPDX-License-Identifier: Apache-2.0
// Idea: the scan notes each pair that clean text hardly has, next to a
// character that mojibake begins with, and what is judged alone; here each of
// those is looked at closely (mojibake_finder.hpp). Invariant: whatever repair
// would change is found here; what is found may be sound. Cost: O(places).
#include "unicode/repair_scan.hpp"

#include <algorithm>

#include "unicode/byte_block.hpp"
#include "unicode/html_entities.hpp"
#include "unicode/mojibake.hpp"
#include "unicode/mojibake_classes.hpp"
#include "unicode/mojibake_finder.hpp"
#include "unicode/repair_steps.hpp"

namespace copydesk::unicode {
namespace {

using cls = character_class;

}  // namespace

std::size_t skip_plain(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  const byte* const begin = reinterpret_cast<const byte*>(text.data());
  const byte* const end = begin + text.size();
  const byte* p = next_odd(begin + at, end);
  while (p != end && *p == '\t') p = next_odd(p + 1, end);
  return static_cast<std::size_t>(p - begin);
}

class damage_finder::scanner {
 public:
  scanner(std::string_view text, const repair_options& options,
          const scan_places* odd)
      : text_(text),
        options_(options),
        places_(odd != nullptr ? odd : &more_) {}

  std::size_t next(std::size_t from) {
    for (;;) {
      while (i_ < places_->at.size()) {
        // What a line feed is odd before begins in the next line.
        const std::size_t at = places_->at[i_];
        const std::size_t found = at + 1 < from ? none : damage_near(at);
        if (found == none || found == at) ++i_;
        if (found != none && found >= from) return found;
      }
      if (places_->end >= text_.size()) return text_.size();
      note_odd(text_, std::max(from, places_->end), more_);
      places_ = &more_;
      i_ = 0;
    }
  }

 private:
  static constexpr std::size_t none = mojibake_finder::none;

  // Where damage begins that the character at `at`, with the one before it,
  // shows; or none. If that is not `at`, there may be more, further on.
  std::size_t damage_near(std::size_t at) {
    std::size_t length = 1;
    const std::size_t before = at == 0 ? 0 : class_of_any(character_before(at));
    const std::size_t now = class_of_any(decode_at(text_, at, length));
    switch (scan_pairs[before * 64 + now]) {
      case 0:
        return none;
      case 2:
        return is_judged_damage(at, length) ? at : none;
      case 3:
        if (!letter_at(at + length)) return none;
        break;
      case 4:
        if (!ascii_before_mark(at)) return none;
        break;
      default:
        break;
    }
    return mojibake_.reaches(at);
  }

  unsigned byte(std::size_t at) const {
    return static_cast<unsigned char>(text_[at]);
  }

  // What is not ASCII counts as a letter.
  bool letter_at(std::size_t at) const {
    const unsigned b = at < text_.size() ? byte(at) : 0U;
    return b >= 0x80 || ((b | 0x20U) >= 'a' && (b | 0x20U) <= 'z');
  }

  // Whether a letter of ASCII, or a space, and a mark are before `at`.
  bool ascii_before_mark(std::size_t at) const {
    while (at > 0 && (text_[--at] & 0xC0) == 0x80) {
    }
    return at > 0 && byte(at - 1) < 0x80;
  }

  static std::size_t class_of_any(char32_t c) {
    if (c < scan_limit) return scan_characters[c] & scan_number;
    if (c < 0xF000) return static_cast<std::size_t>(cls::letter);
    if (is_invisible(c) || (c >= 0xFB00 && c <= 0xFB06)) return scan_judged;
    return static_cast<std::size_t>(class_of(c));
  }

  // Controls, ampersands, invisible characters, ligatures.
  bool is_judged_damage(std::size_t at, std::size_t length) {
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
    return options_.unix_lines || has_lf();
  }

  bool has_lf() {
    if (has_lf_ < 0) has_lf_ = text_.find('\n') != std::string_view::npos;
    return has_lf_ != 0;
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
    return !stays_invisible(character_before(at), c, after,
                            is_bidi_control(c) && rtl_line(at));
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

  std::string_view text_;
  const repair_options& options_;
  const mojibake_evidence none_{};
  // With guesses even if none are wanted: what the text shows is found with
  // them, too.
  mojibake_finder mojibake_{text_, none_, true};
  const scan_places* places_;
  scan_places more_;
  std::size_t i_ = 0;  // of the places
  int has_lf_ = -1;    // -1: not known
  std::size_t line_end_ = 0;
  bool line_is_rtl_ = false;
};

damage_finder::damage_finder(std::string_view text,
                             const repair_options& options,
                             const scan_places* odd)
    : scanner_(std::make_unique<scanner>(text, options, odd)) {}

damage_finder::~damage_finder() = default;

std::size_t damage_finder::next(std::size_t from) {
  return scanner_->next(from);
}

bool wants_every_character(const repair_options& o) {
  return o.plain_quotes || o.split_digraphs || o.plain_width || o.unix_lines;
}

std::size_t find_damage(std::string_view utf8, const repair_options& options,
                        const scan_places* odd) {
  if (wants_every_character(options)) return 0;
  return damage_finder(utf8, options, odd).next(0);
}

}  // namespace copydesk::unicode
