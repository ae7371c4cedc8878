// SPDX-License-Identifier: Apache-2.0
// Idea: a place is a character that a step may change as it stands, or that
// some charset has as the first byte of a sequence with what follows it as the
// next one. It is read from a space with calm text behind it to a space with
// calm text before it: letters, digits and stops with single spaces between
// them, of which rounds of repair can take no more than the first characters.
// So where two places meet in the row, words meet that no step looks through.
// Invariant: units left out are those that all steps keep. Cost: O(end -
// begin): each byte is looked at once forwards, once backwards at most.
#include "unicode/repair_places.hpp"

#include <cstring>

#include "unicode/mojibake.hpp"
#include "unicode/repair_scan.hpp"
#include "unicode/repair_steps.hpp"

namespace copydesk::unicode {
namespace {

// Calm bytes in a row that part two places: longer than the longest word that
// a step looks for ("quelas"), and than what a few layers of mojibake take.
constexpr std::size_t calm_bytes = 16;

class place_reader {
 public:
  place_reader(std::size_t begin, repair_units& units)
      : units_(units), done_(begin) {}

  // Of the text up to some lines the line feeds, then what is near damage.
  void read(std::string_view text, repair_lines lines) {
    skip(text.substr(0, lines.begin));
    text_ = text.substr(0, lines.end);
    run();
  }
  // The line feeds up to the end of `text`.
  void skip(std::string_view text) {
    text_ = text;
    line_feeds(text.size());
  }

 private:
  void run() {
    for (std::size_t at = done_; at < text_.size();) {
      at = skip_plain(text_, at);
      if (at >= text_.size()) break;
      std::size_t length = 1;
      if (!is_place(at, length)) {
        at += length;
        continue;
      }
      const std::size_t from = calm_before(at);
      line_feeds(from);
      at = calm_after(at + length);
      add(from, at);
    }
    line_feeds(text_.size());
  }

  bool is_place(std::size_t at, std::size_t& length) const {
    const char32_t c = decode_at(text_, at, length);
    if (c < 0xA0) return true;
    if (c < scan_limit) {
      if ((scan_characters[c] & scan_number) == scan_judged) return true;
      if ((c >= 0x300 && c < 0x328) || is_rtl(c)) return true;
    } else if (is_invisible(c) || is_rtl(c) || (c >= 0xFB00 && c <= 0xFB06)) {
      return true;
    }
    return may_begin_at(text_, at, c, length);
  }

  // How many calm bytes there are with text_[at], of `calm` beside it, the
  // nearest of which is text_[beside].
  std::size_t count_calm(std::size_t at, std::size_t beside,
                         std::size_t calm) const {
    const auto b = static_cast<unsigned char>(text_[at]);
    if (b == ' ') return calm != 0 && text_[beside] != ' ' ? calm + 1 : 0;
    const auto letter = static_cast<unsigned char>(b | 0x20);
    const bool still = (letter >= 'a' && letter <= 'z') ||
                       (b >= '0' && b <= '9') || b == ',' || b == '.';
    return still ? calm + 1 : 0;
  }

  // The last space before `at` with calm text behind it, or done_.
  std::size_t calm_before(std::size_t at) const {
    std::size_t calm = 0;
    for (; at > done_; --at) {
      if (text_[at - 1] == ' ' && calm >= calm_bytes) return at - 1;
      calm = count_calm(at - 1, at, calm);
    }
    return done_;
  }

  // Behind the first space from `at` on with calm text before it and no place
  // in between, or the end.
  std::size_t calm_after(std::size_t at) const {
    for (std::size_t calm = 0; at < text_.size();) {
      const auto b = static_cast<unsigned char>(text_[at]);
      if (b == ' ' && calm >= calm_bytes) return at + 1;
      calm = count_calm(at, at - 1, calm);
      std::size_t length = 1;
      if (b >= 0x80) decode_at(text_, at, length);
      at += length;
    }
    return at;
  }

  void add(std::size_t from, std::size_t to) {
    while (from < to) {
      std::size_t length = 0;
      const char32_t c = decode_at(text_, from, length);
      units_.push_back(make_unit(c, from, from + length));
      from += length;
    }
    done_ = to;
  }

  // The line feeds from done_ to `to`.
  void line_feeds(std::size_t to) {
    while (done_ < to) {
      const void* found = std::memchr(text_.data() + done_, '\n', to - done_);
      if (found == nullptr) break;
      const auto at = static_cast<std::size_t>(static_cast<const char*>(found) -
                                               text_.data());
      add(at, at + 1);
    }
    done_ = to;
  }

  std::string_view text_;
  repair_units& units_;
  std::size_t done_;  // read up to here
};

}  // namespace

void read_units_near_damage(std::string_view text, std::size_t begin,
                            std::size_t end,
                            const std::vector<repair_lines>& lines,
                            repair_units& units) {
  units.clear();
  place_reader reader(begin, units);
  for (const repair_lines& some : lines) reader.read(text, some);
  reader.skip(text.substr(0, end));
}

}  // namespace copydesk::unicode
