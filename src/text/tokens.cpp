// SPDX-License-Identifier: Apache-2.0
// tokens.cpp - one pass over the text with a table of byte classes.
//
// Idea: nearly all of a news text is words of ASCII letters that end at a
// space or at plain punctuation: they are scanned by a 256-entry table alone.
// What is left goes to end_of_word (words.hpp) and, for everything that is no
// word, to the default segments of UAX #29 (segmentation.hpp).
//
// Invariant: `at_` only grows; the look-ahead for an e-mail address is bounded
// and the place of the next @ is remembered, so the pass is linear.
// Source: UAX #29 (Unicode 15.0); the tailoring is in tests/spec/tokens.txt.
#include "text/tokens.hpp"

#include <algorithm>

#include "limits.hpp"
#include "text/addresses.hpp"
#include "text/characters.hpp"
#include "text/letter_runs.hpp"
#include "text/lexicons.hpp"
#include "text/room.hpp"
#include "text/segmentation.hpp"
#include "text/words.hpp"

namespace copydesk::text {
namespace {

using unicode::decode_at;
using unicode::decoded;
using unicode::word_break;

class scanner {
 public:
  scanner(std::string_view text, clean_span where, language lang,
          std::vector<token>& out)
      : text_(text.substr(0, where.end)),
        at_(where.begin),
        end_(where.end),
        whole_(text.size()),
        lang_(lang),
        out_(out) {
    next_at_ = find_at(at_);
    space_ = where.begin > 0;  // a line break stands before a paragraph
  }

  void run() {
    while (at_ < end_) {
      plain();
      if (at_ < end_) next();
    }
  }

 private:
  std::uint8_t class_at(std::uint32_t i) const {
    return byte_classes[static_cast<unsigned char>(text_[i])];
  }
  char byte(std::uint32_t i) const { return i < end_ ? text_[i] : '\0'; }
  bool ascii_at(std::uint32_t i) const {
    return i >= end_ || static_cast<unsigned char>(text_[i]) < 0x80;
  }
  static token_kind ascii_kind(char c) {
    const bool sign = std::string_view("$+<>|~^").find(c) != std::string::npos;
    return sign ? token_kind::symbol : token_kind::punctuation;
  }

  void emit(std::uint32_t end, token_kind kind, token_case letters,
            bool may_end = false) {
    while (end - at_ > limits::max_token) {
      const std::size_t cut = unicode::begin_of(text_, at_ + limits::max_token);
      put(static_cast<std::uint32_t>(cut), kind, letters, false);
    }
    put(end, kind, letters, may_end);
  }
  void put(std::uint32_t end, token_kind kind, token_case letters,
           bool may_end) {
    make_room_if_full(out_, at_, whole_ - at_);
    out_.emplace_back(clean_span{at_, end}, kind, letters, space_, may_end);
    space_ = false;
    at_ = end;
  }
  // A sign that may end a sentence.
  void emit_stop(std::uint32_t end, token_kind kind) {
    emit(end, kind, token_case::none, true);
  }

  // Any token, or white space, at at_.
  void next() {
    const std::uint8_t c = class_at(at_);
    if ((c & byte_class::space) != 0) {
      ++at_;
      space_ = true;
    } else if ((c & byte_class::word) != 0) {
      word();
    } else if ((c & byte_class::high) != 0) {
      high();
    } else if ((c & byte_class::single) != 0 && ascii_at(at_ + 1)) {
      emit(at_ + 1, ascii_kind(text_[at_]), token_case::none,
           (text_[at_] == ':' || text_[at_] == ';') && at_ > 0 &&
               !ascii_at(at_ - 1));
    } else {
      ascii_other();
    }
  }

  // Takes what needs no look beyond its neighbours: white space, words of
  // ASCII letters, integers, and punctuation that is a token alone, until
  // something else comes. What it takes is what next() would take.
  void plain() {
    while (at_ < end_) {
      const std::uint32_t base = at_;
      if (!plain_window(letter_window(text_, base), base)) return;
    }
  }
  // False: something else stands at at_. True: the window came to its end.
  bool plain_window(const letter_window& w, std::uint32_t base) {
    const std::uint32_t limit = std::min(end_ - base, letter_window::width);
    while (at_ - base < limit) {
      const std::uint32_t at = at_ - base;
      if ((w.letters >> at & 1U) != 0) {
        const std::uint32_t len = letter_window::run(w.letters, at);
        const std::uint32_t stop = at + len;
        if (stop >= limit && base + stop < end_) return at != 0;
        if (len == letter_window::width) return false;
        const bool space = stop < limit && (w.spaces >> stop & 1U) != 0;
        if (space) {
          emit(base + stop, token_kind::word, w.case_of(at, len));
          ++at_;
          space_ = true;
          continue;
        }
        // The commonest sign is taken at once; plain_sign() would be next.
        const bool comma = base + stop + 1 < end_ &&
                           text_[base + stop] == ',' &&
                           text_[base + stop + 1] == ' ';
        if (!comma && !ends_plainly(base + stop, len)) return false;
        emit(base + stop, token_kind::word, w.case_of(at, len));
        if (!comma) continue;
        emit(at_ + 1, token_kind::punctuation, token_case::none);
        ++at_;
        space_ = true;
      } else if ((w.spaces >> at & 1U) != 0) {
        at_ += letter_window::run(w.spaces, at);
        space_ = true;
      } else if (!plain_sign()) {
        return false;
      }
    }
    return true;
  }

  // Whether the word of `len` ASCII letters from at_ ends at `i`, where no
  // white space stands.
  bool ends_plainly(std::uint32_t i, std::uint32_t len) {
    if (i >= end_) return true;
    const std::uint8_t c = class_at(i);
    if ((c & byte_class::plain) != 0) return true;
    switch (text_[i]) {
      case '.':
        if (!plain_stop(i, len)) return false;
        stop_ = i;
        return true;
      case ':':
        return byte(i + 1) != '/';
      case '-':
        return sign_is_far();
      case '\'':
        return end_of_possessive(text_, i) != i;
      default:
        return plain_high(i) ||
               (text_[i] == '\xE2' && end_of_possessive(text_, i) != i);
    }
  }
  // No @ is near enough to make what comes an e-mail address.
  bool sign_is_far() const {
    return next_at_ == none || (next_at_ > at_ + longest_local_part);
  }
  // Whether the point at `i`, after a word of `len` letters, is a full stop
  // for certain: white space or the end after it, no abbreviation before it.
  bool plain_stop(std::uint32_t i, std::uint32_t len) const {
    return len >= 2 && nothing_joins(i + 1) &&
           !maybe_abbreviation(text_.substr(at_, len));
  }
  // Whether what stands at `i` is for certain no part of the token before it.
  bool nothing_joins(std::uint32_t i) const {
    return i >= end_ || (class_at(i) & byte_class::plain) != 0 || plain_high(i);
  }

  // A token that is no word of letters, at at_. Emits it, or changes nothing.
  bool plain_sign() {
    const char c = text_[at_];
    const std::uint8_t k = class_at(at_);
    if ((k & byte_class::digit) != 0) return plain_number();
    if ((k & byte_class::high) != 0) return plain_high_sign();
    if (!ascii_at(at_ + 1)) return false;
    if (c == '.') {
      if (stop_ != at_) return false;
      emit_stop(at_ + 1, token_kind::punctuation);
    } else if (c == '"') {
      emit_stop(at_ + 1, token_kind::mark);
    } else if (c == '-') {
      const std::uint8_t n = at_ + 1 < end_ ? class_at(at_ + 1) : 0;
      if ((n & (byte_class::letter | byte_class::digit)) == 0) return false;
      emit(at_ + 1, token_kind::punctuation, token_case::none);
    } else if (c == '\'') {
      const std::uint32_t end = end_of_possessive(text_, at_);
      if (end == at_ || !after_text()) return false;
      possessive();
    } else if ((k & byte_class::single) != 0 && c != ':' && c != ';') {
      emit(at_ + 1, ascii_kind(c), token_case::none);
    } else if ((c == ':' || c == ';') && (at_ == 0 || ascii_at(at_ - 1))) {
      emit(at_ + 1, token_kind::punctuation, token_case::none);
    } else {
      return false;
    }
    return true;
  }
  bool plain_number() {
    std::uint32_t i = at_ + 1;
    while (i < end_ && (class_at(i) & byte_class::digit) != 0) ++i;
    const char c = byte(i);
    const bool inner = c == '.' || c == ',' || c == '/' || c == ':';
    if (inner ? !nothing_joins(i + 1) || c == ':' : !nothing_joins(i)) {
      if (c != '-' || !sign_is_far()) return false;
    }
    if (c == '.') stop_ = i;
    emit(i, token_kind::number, token_case::none);
    return true;
  }
  bool plain_high_sign() {
    if (!plain_high(at_)) {
      if (text_[at_] != '\xE2' || !after_text() ||
          end_of_possessive(text_, at_) == at_)
        return false;
      possessive();
      return true;
    }
    if (!ascii_at(at_ + 3) && !plain_high(at_ + 3)) return false;
    const auto b = static_cast<unsigned char>(text_[at_ + 2]);
    const bool mark = b >= 0x9A && b <= 0x9F;
    const bool known = mark || b == 0x93 || b == 0x94 || b == 0xA6;
    if (!known) return false;
    emit_stop(at_ + 3, mark ? token_kind::mark : token_kind::punctuation);
    return true;
  }
  // Dashes and double quotation marks of the block U+2010 to U+2026, which
  // join nothing (U+2018, U+2019 and U+2024 may).
  bool plain_high(std::uint32_t i) const {
    if (i + 2 >= end_ || text_[i] != '\xE2' || text_[i + 1] != '\x80')
      return false;
    const auto b = static_cast<unsigned char>(text_[i + 2]);
    return b >= 0x90 && b <= 0xA6 && b != 0x98 && b != 0x99 && b != 0xA4;
  }

  void word() {
    if (address()) return;
    const word_end w = end_of_word(text_, at_, lang_);
    const bool number = (class_at(at_) & byte_class::digit) != 0;
    emit(w.end, number ? token_kind::number : token_kind::word, w.letters,
         text_[w.end - 1] == '.');
    possessive();
  }
  // A possessive 's directly after a word is a token of its own.
  void possessive() {
    const std::uint32_t end = end_of_possessive(text_, at_);
    if (end == at_) return;
    emit(end, token_kind::word,
         text_[end - 1] == 's' ? token_case::lower : token_case::upper);
  }

  bool address() {
    const char c = static_cast<char>(text_[at_] | 0x20);
    std::uint32_t end = at_;
    if (c == 'h' || c == 'w') end = url_end(text_, at_);
    if (end == at_ && next_at_ != none) {
      if (next_at_ < at_) next_at_ = find_at(at_);
      if (next_at_ != none) end = email_end(text_, at_, next_at_);
    }
    if (end == at_) return false;
    emit(end, token_kind::word, case_of(at_, end));
    return true;
  }
  token_case case_of(std::uint32_t begin, std::uint32_t end) const {
    letters_seen seen;
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::uint8_t c = class_at(i);
      if ((c & byte_class::letter) != 0) seen.add((c & byte_class::upper) != 0);
    }
    return seen.value();
  }
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t find_at(std::uint32_t from) const {
    const std::size_t at = text_.find('@', from);
    return at == std::string_view::npos ? none : static_cast<std::uint32_t>(at);
  }

  // Whether a word, a number or a closing bracket ends right here.
  bool after_text() const {
    if (space_ || out_.empty() || out_.back().where().end != at_) return false;
    return out_.back().kind == token_kind::word ||
           out_.back().kind == token_kind::number || text_[at_ - 1] == ')';
  }

  void high() {
    const decoded d = decode_at(text_, at_);
    if (white_space(d.c)) {
      at_ += d.len;
      space_ = true;
      return;
    }
    switch (unicode::properties_of(d.c).word) {
      case word_break::aletter:
      case word_break::hebrew_letter:
      case word_break::katakana:
      case word_break::extendnumlet: {
        const word_end w = end_of_word(text_, at_, lang_);
        emit(w.end, token_kind::word, w.letters, text_[w.end - 1] == '.');
        possessive();
        return;
      }
      case word_break::numeric: {
        const word_end w = end_of_word(text_, at_, lang_);
        emit(w.end, token_kind::number, w.letters);
        possessive();
        return;
      }
      default:
        break;
    }
    if (two_singles()) {
      emit(at_ + 6, token_kind::mark, token_case::none);
      return;
    }
    if (d.c == 0x2019 && end_of_possessive(text_, at_) != at_ && after_text()) {
      possessive();
      return;
    }
    emit_stop(next_word_boundary(text_, at_), kind_of_character(d.c));
  }

  void ascii_other() {
    const char c = text_[at_];
    const char next = byte(at_ + 1);
    if (c == '\'' && end_of_possessive(text_, at_) != at_ && after_text()) {
      possessive();
    } else if ((c == '\'' || c == '`') && next == c) {
      emit(at_ + 2, token_kind::mark, token_case::none);
    } else if (c == '.' && next >= '0' && next <= '9' && !after_text()) {
      const word_end w = end_of_word(text_, at_ + 1, lang_);
      emit(w.end, token_kind::number, w.letters);
    } else if ((c == '@' || c == '#') && tag()) {
      possessive();
    } else {
      emit_stop(end_of_signs(c), kind_of_character(static_cast<char32_t>(c)));
    }
  }
  // Two single marks for a double one, as '' made curly: U+2018 or U+2019,
  // twice, and no third of them.
  bool two_singles() const {
    const auto one = [&](std::uint32_t i) {
      return i + 2 < end_ && text_[i] == '\xE2' && text_[i + 1] == '\x80' &&
             (text_[i + 2] == '\x98' || text_[i + 2] == '\x99');
    };
    return one(at_) && one(at_ + 3) && !one(at_ + 6) &&
           next_word_boundary(text_, at_ + 3) == at_ + 6;
  }
  // "@name", "#topic".
  bool tag() {
    if (after_text() || at_ + 1 >= end_) return false;
    const decoded d = decode_at(text_, at_ + 1);
    const word_break w = unicode::properties_of(d.c).word;
    const bool letter =
        w == word_break::aletter || w == word_break::extendnumlet;
    const bool digit = w == word_break::numeric && text_[at_] == '@';
    if (!letter && !digit) return false;
    std::uint32_t end = at_ + 1;
    letters_seen seen;
    while (end < end_) {
      const decoded e = decode_at(text_, end);
      const unicode::properties& p = unicode::properties_of(e.c);
      if (p.word != word_break::aletter && p.word != word_break::numeric &&
          p.word != word_break::extendnumlet && p.word != word_break::extend)
        break;
      if (p.letters != unicode::letter_case::none)
        seen.add(p.letters != unicode::letter_case::lower);
      end += e.len;
    }
    emit(end, token_kind::word, seen.value());
    return true;
  }
  // Signs that are repeated make one token: "...", "--", "?!".
  std::uint32_t end_of_signs(char c) const {
    const bool strong = c == '!' || c == '?';
    if (!strong && c != '.' && c != '-' && c != '*' && c != '=')
      return next_word_boundary(text_, at_);
    std::uint32_t end = at_ + 1;
    while (end < end_ && (text_[end] == c ||
                          (strong && (text_[end] == '!' || text_[end] == '?'))))
      ++end;
    return next_word_boundary(text_, end - 1);
  }

  std::string_view text_;
  std::uint32_t at_, end_;
  std::size_t whole_;
  std::uint32_t next_at_ = none;  // the next @, or one that was passed
  std::uint32_t stop_ = none;     // a full stop for certain
  bool space_ = false;
  language lang_;
  std::vector<token>& out_;
};

}  // namespace

void add_tokens(std::string_view clean, clean_span where, language lang,
                std::vector<token>& out) {
  scanner(clean, where, lang, out).run();
}

}  // namespace copydesk::text
