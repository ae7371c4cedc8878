// SPDX-License-Identifier: Apache-2.0
// tokens.cpp - one pass over the text with a table of byte classes.
//
// Idea: nearly all of a news text is ASCII words between single spaces; they
// are scanned by a 256-entry table. Bytes that may join or split a word (' .
// @ : & and everything beyond ASCII) leave the fast loop and are decided by
// the characters beside them, as in UAX #29, rules WB5 to WB13.
//
// Invariant: `at_` only grows, and every look-ahead is bounded by a constant
// or remembered (next_at_), so the pass is linear.
// Source: UAX #29 (Unicode 15.0); the tailoring is in tests/spec/tokens.txt.
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/lexicons.hpp"
#include "unicode/props.hpp"

namespace copydesk::text {
namespace {

using unicode::decode_at;
using unicode::decode_before;
using unicode::decoded;
using unicode::general_category;
using unicode::letter_case;
using unicode::properties;
using unicode::properties_of;
using unicode::word_break;

enum : std::uint8_t {
  lower_bit = 1,
  upper_bit = 2,
  digit_bit = 4,  // and underscore: joins, without case
  space_bit = 8,
  high_bit = 16,
  word_bits = lower_bit | upper_bit | digit_bit
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> out{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) out[c] = lower_bit;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) out[c] = upper_bit;
  for (std::size_t c = '0'; c <= '9'; ++c) out[c] = digit_bit;
  out['_'] = digit_bit;
  for (std::size_t c = 9; c <= 13; ++c) out[c] = space_bit;
  out[' '] = space_bit;
  for (std::size_t c = 128; c < 256; ++c) out[c] = high_bit;
  return out;
}
constexpr std::array<std::uint8_t, 256> classes = make_classes();

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

// White space of the Unicode Standard.
bool white_space(char32_t c, const properties& p) {
  return p.category == general_category::zs ||
         p.category == general_category::zl ||
         p.category == general_category::zp || c == 0x85;
}

bool quotation_mark(char32_t c) {
  switch (c) {
    case 0x00AB:
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2039:
    case 0x203A:
    case 0x2E42:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFF02:
    case 0xFF07:
    case 0xFF62:
    case 0xFF63:
      return true;
    default:
      return false;
  }
}

token_kind kind_of(char32_t c, const properties& p) {
  if (quotation_mark(c)) return token_kind::mark;
  switch (p.category) {
    case general_category::pc:
    case general_category::pd:
    case general_category::pe:
    case general_category::pf:
    case general_category::pi:
    case general_category::po:
    case general_category::ps:
      return token_kind::punctuation;
    case general_category::lo:
    case general_category::ll:
    case general_category::lu:
    case general_category::lt:
    case general_category::lm:
    case general_category::mn:
    case general_category::mc:
    case general_category::nl:
      return token_kind::word;
    case general_category::nd:
      return token_kind::number;
    default:
      return token_kind::symbol;
  }
}

// What a word is made of, for its token_case.
struct letters_seen {
  bool first_upper = false;
  bool any = false;  // a letter with case was seen
  bool lower = false;
  bool upper_later = false;  // an upper-case letter after the first letter
  void add(bool is_upper) {
    if (!any) {
      first_upper = is_upper;
    } else if (is_upper) {
      upper_later = true;
    }
    any = true;
    if (!is_upper) lower = true;
  }
  token_case value() const {
    if (!any) return token_case::none;
    if (!lower) return token_case::upper;
    if (upper_later) return token_case::mixed;
    return first_upper ? token_case::title : token_case::lower;
  }
};

class scanner {
 public:
  scanner(std::string_view text, clean_span where, language lang,
          std::vector<token>& out)
      : text_(text.substr(0, where.end)),
        at_(where.begin),
        end_(where.end),
        lang_(lang),
        out_(out) {
    next_at_ = find_at(at_);
    space_ = where.begin > 0;  // a line break stands before a paragraph
  }

  void run() {
    while (at_ < end_) {
      const std::uint8_t c = class_at(at_);
      if ((c & space_bit) != 0) {
        ++at_;
        space_ = true;
      } else if ((c & word_bits) != 0) {
        word();
      } else if ((c & high_bit) != 0) {
        high();
      } else {
        ascii_other();
      }
    }
  }

 private:
  std::uint8_t class_at(std::uint32_t i) const {
    return classes[static_cast<unsigned char>(text_[i])];
  }
  char byte(std::uint32_t i) const { return i < end_ ? text_[i] : '\0'; }

  void emit(std::uint32_t end, token_kind kind, token_case letters) {
    token t;
    t.where = {at_, end};
    t.kind = kind;
    t.letters = letters;
    t.space_before = space_;
    out_.push_back(t);
    space_ = false;
    at_ = end;
  }

  // ------------------------------------------------- characters in words

  // The length of a letter, digit or joiner at `i` that continues a word of
  // alphabetic script; 0 if there is none.
  std::uint32_t word_character(std::uint32_t i) const {
    if (i >= end_) return 0;
    const std::uint8_t c = class_at(i);
    if ((c & word_bits) != 0) return 1;
    if ((c & high_bit) == 0) return 0;
    const decoded d = decode_at(text_, i);
    switch (properties_of(d.c).word) {
      case word_break::aletter:
      case word_break::hebrew_letter:
      case word_break::numeric:
      case word_break::extendnumlet:
      case word_break::extend:
      case word_break::format:
      case word_break::zwj:
        return d.len;
      default:
        return 0;
    }
  }
  bool letter_at(std::uint32_t i) const {
    if (i >= end_) return false;
    const std::uint8_t c = class_at(i);
    if ((c & (lower_bit | upper_bit)) != 0) return true;
    if ((c & high_bit) == 0) return false;
    const word_break w = properties_of(decode_at(text_, i).c).word;
    return w == word_break::aletter || w == word_break::hebrew_letter;
  }
  bool letter_before(std::uint32_t i) const {
    if (i == 0) return false;
    const word_break w = properties_of(decode_before(text_, i).c).word;
    return w == word_break::aletter || w == word_break::hebrew_letter ||
           w == word_break::extend;
  }
  // The length of an apostrophe at `i` (straight, U+2019), else 0.
  std::uint32_t apostrophe(std::uint32_t i) const {
    if (byte(i) == '\'') return 1;
    if (i + 2 < end_ && std::memcmp(text_.data() + i, "\xE2\x80\x99", 3) == 0)
      return 3;
    return 0;
  }
  // The end of a possessive "'s" at `i`, or `i`.
  std::uint32_t possessive(std::uint32_t i) const {
    const std::uint32_t mark = apostrophe(i);
    if (mark == 0) return i;
    const std::uint32_t s = i + mark;
    if (byte(s) != 's' && byte(s) != 'S') return i;
    return word_character(s + 1) == 0 ? s + 1 : i;
  }

  // Scans letters and digits from `i`; adds to `seen`. Returns the end.
  std::uint32_t run_of_word(std::uint32_t i, letters_seen& seen) const {
    while (i < end_) {
      const std::uint8_t c = class_at(i);
      if ((c & word_bits) != 0) {
        if ((c & digit_bit) == 0) seen.add((c & upper_bit) != 0);
        ++i;
        continue;
      }
      if ((c & high_bit) == 0) break;
      const decoded d = decode_at(text_, i);
      const properties& p = properties_of(d.c);
      if (word_character(i) == 0) break;
      if (p.letters != letter_case::none) {
        seen.add(p.letters != letter_case::lower);
      }
      i += d.len;
    }
    return i;
  }

  // ------------------------------------------------------------- words

  void word() {
    if (web()) return;
    if ((class_at(at_) & digit_bit) != 0 && byte(at_) != '_') {
      number(at_);
      return;
    }
    letters_seen seen;
    std::uint32_t end = run_of_word(at_, seen);
    while (end < end_) {
      const std::uint32_t next = join(end, seen);
      if (next == end) break;
      end = next;
    }
    end = with_point(end);
    emit(end, token_kind::word, seen.value());
    after_word();
  }

  // A possessive directly after a word or a number is a token of its own.
  void after_word() {
    const std::uint32_t end = possessive(at_);
    if (end != at_) {
      emit(end, token_kind::word,
           text_[end - 1] == 's' ? token_case::lower : token_case::upper);
    }
  }

  // Goes on over one apostrophe, point, middle dot or ampersand inside the
  // word that ends at `i`. Returns `i` if the word ends here.
  std::uint32_t join(std::uint32_t i, letters_seen& seen) const {
    if (const std::uint32_t mark = apostrophe(i)) {
      if (possessive(i) != i || !letter_before(i) || !letter_at(i + mark))
        return i;
      return run_of_word(i + mark, seen);
    }
    const char c = byte(i);
    if (c == '.') return join_point(i, seen);
    if (c == '&') {
      if (i + 1 < end_ && (class_at(i - 1) & upper_bit) != 0 &&
          (class_at(i + 1) & upper_bit) != 0)
        return run_of_word(i + 1, seen);
      return i;
    }
    if (c == '\xC2' && byte(i + 1) == '\xB7' && letter_before(i) &&
        letter_at(i + 2))
      return run_of_word(i + 2, seen);
    return i;
  }

  // letter . letter: one word (U.S, p.m, example.com), but not after an
  // abbreviation (Mr.Smith) nor where a sentence ends without a space
  // (end.Next).
  std::uint32_t join_point(std::uint32_t i, letters_seen& seen) const {
    if (ascii_digit(byte(i - 1)) && ascii_digit(byte(i + 1)))
      return run_of_word(i + 1, seen);
    if (!letter_before(i) || !letter_at(i + 1)) return i;
    const std::string_view word = text_.substr(at_, i - at_);
    letters_seen next;
    const std::uint32_t end = run_of_word(i + 1, next);
    if (next.first_upper && end - i > 2) {
      if (initials(word) || next.lower) return i;
    }
    if (!single_letters(word) && next.first_upper) {
      if (next.lower) return i;
      if (seen.value() == token_case::lower && word.size() > 2 && end - i > 2)
        return i;
    }
    return run_of_word(i + 1, seen);
  }

  // Letters each alone between points: "U", "U.S", "J.K".
  static bool single_letters(std::string_view word) {
    std::size_t letters = 0;
    for (char c : word) {
      if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
      if (c == '.') {
        letters = 0;
      } else if (++letters > 1) {
        return false;
      }
    }
    return true;
  }
  static bool initials(std::string_view word) {
    return single_letters(word) && word.find('.') != std::string_view::npos;
  }

  // The end of the word that ends at `i`, its point included if it is an
  // abbreviation.
  std::uint32_t with_point(std::uint32_t i) const {
    if (byte(i) != '.' || byte(i + 1) == '.') return i;
    const std::string_view word = text_.substr(at_, i - at_);
    if (word.size() > longest_lexicon_word) return i;
    if (single_letters(word)) {
      if (word.find('.') != std::string_view::npos) return i + 1;
      const letter_case l = properties_of(decode_at(text_, at_).c).letters;
      if (l == letter_case::upper || letter_and_point(i + 1)) return i + 1;
    }
    const abbreviation kind = abbreviation_of(word, lang_);
    if (kind == abbreviation::none) return i;
    if (kind == abbreviation::number && !number_follows(i + 1)) return i;
    return i + 1;
  }

  // Whether " B." or "B." follows at `i`: the small letter before it is one of
  // several abbreviated words (z. B., s. r. o., p. m.).
  bool letter_and_point(std::uint32_t i) const {
    if (byte(i) == ' ') ++i;
    if (!letter_at(i)) return false;
    return byte(i + decode_at(text_, i).len) == '.';
  }

  // Whether a digit, a number sign or a roman numeral follows at `i`, after
  // at most one space.
  bool number_follows(std::uint32_t i) const {
    if (byte(i) == ' ') ++i;
    if (i + 1 < end_ && byte(i) == '\xC2' && byte(i + 1) == '\xA0') i += 2;
    const char c = byte(i);
    if (ascii_digit(c) || c == '#') return true;
    std::uint32_t k = i;
    while (k < end_ && k - i < 8 && std::memchr("IVXLC", byte(k), 5) != nullptr)
      ++k;
    return k > i && (k >= end_ || (class_at(k) & (word_bits | high_bit)) == 0);
  }

  // ----------------------------------------------------------- numbers

  // A number from at_; `i` is its first digit.
  void number(std::uint32_t i) {
    letters_seen seen;
    while (i < end_) {
      if (ascii_digit(byte(i))) {
        ++i;
        continue;
      }
      const char c = byte(i);
      const bool inner =
          c == '.' || c == ',' || c == ':' || c == '/' || c == '\'';
      if (!inner || !ascii_digit(byte(i + 1))) break;
      ++i;
    }
    if (!clock_follows(i)) i = run_of_word(i, seen);
    emit(i, token_kind::number, seen.value());
    after_word();
  }
  // "a.m", "p.m" in any case at `i`.
  bool clock_follows(std::uint32_t i) const {
    if (i + 2 >= end_) return false;
    const char a = static_cast<char>(byte(i) | 0x20);
    return (a == 'a' || a == 'p') && byte(i + 1) == '.' &&
           (byte(i + 2) | 0x20) == 'm';
  }

  // ------------------------------------------------- addresses and tags

  static constexpr std::uint32_t longest_local_part = 64;  // RFC 5321

  bool web() {
    std::uint32_t end = at_;
    if (starts("http://") || starts("https://") || starts("www.")) {
      end = url_end(at_);
    } else {
      end = email_end();
    }
    if (end == at_) return false;
    letters_seen seen;
    for (std::uint32_t i = at_; i < end; ++i) {
      const std::uint8_t c = class_at(i);
      if ((c & (lower_bit | upper_bit)) != 0) seen.add((c & upper_bit) != 0);
    }
    emit(end, token_kind::word, seen.value());
    return true;
  }
  bool starts(const char* what) const {
    for (std::uint32_t i = at_; *what != '\0'; ++what, ++i) {
      if (i >= end_ || (text_[i] | 0x20) != (*what | 0x20)) return false;
    }
    return true;
  }
  // The end of the address that begins at `i`: up to white space, a quotation
  // mark or a bracket it did not open, without punctuation at the end.
  std::uint32_t url_end(std::uint32_t i) const {
    std::uint32_t end = i;
    int open = 0;
    while (end < end_) {
      const char c = text_[end];
      if ((class_at(end) & space_bit) != 0 || c == '"' || c == '<' ||
          c == '>' || c == '`')
        break;
      if (c == '(') ++open;
      if (c == ')' && --open < 0) break;
      if ((class_at(end) & high_bit) != 0) {
        const decoded d = decode_at(text_, end);
        const properties& p = properties_of(d.c);
        if (white_space(d.c, p) || quotation_mark(d.c) || d.c == 0x2026) break;
        end += d.len;
        continue;
      }
      ++end;
    }
    while (end > i && std::strchr(".,;:!?'*", text_[end - 1]) != nullptr) --end;
    return end;
  }
  // The end of an e-mail address that begins at at_, or at_.
  std::uint32_t email_end() {
    if (next_at_ != none && next_at_ < at_) next_at_ = find_at(at_);
    if (next_at_ == none || next_at_ - at_ > longest_local_part) return at_;
    for (std::uint32_t i = at_; i < next_at_; ++i) {
      if ((class_at(i) & word_bits) == 0 &&
          std::memchr(".+-", text_[i], 3) == nullptr)
        return at_;
    }
    std::uint32_t end = next_at_ + 1;
    while (end < end_ && ((class_at(end) & word_bits) != 0 ||
                          byte(end) == '.' || byte(end) == '-'))
      ++end;
    while (end > next_at_ + 1 &&
           (text_[end - 1] == '.' || text_[end - 1] == '-'))
      --end;
    const bool point = text_.substr(next_at_, end - next_at_).find('.') !=
                       std::string_view::npos;
    return point ? end : at_;
  }
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t find_at(std::uint32_t from) const {
    const std::size_t at = text_.find('@', from);
    return at == std::string_view::npos ? none : static_cast<std::uint32_t>(at);
  }

  // ------------------------------------------------------------- others

  void high() {
    const decoded d = decode_at(text_, at_);
    const properties& p = properties_of(d.c);
    if (white_space(d.c, p)) {
      at_ += d.len;
      space_ = true;
      return;
    }
    if (const std::uint32_t end = possessive(at_); end != at_ && after_text()) {
      after_word();
      return;
    }
    if (p.word == word_break::aletter || p.word == word_break::hebrew_letter) {
      word();
    } else if (p.word == word_break::numeric) {
      letters_seen seen;
      emit(run_of_word(at_, seen), token_kind::number, seen.value());
    } else if (p.word == word_break::katakana) {
      std::uint32_t end = at_ + d.len;
      while (end < end_ && properties_of(decode_at(text_, end).c).word ==
                               word_break::katakana)
        end += decode_at(text_, end).len;
      emit(end, token_kind::word, token_case::none);
    } else {
      emit(with_extenders(at_ + d.len), kind_of(d.c, p), token_case::none);
    }
  }
  // Whether a token ends right here.
  bool after_text() const {
    return !space_ && !out_.empty() && out_.back().where.end == at_ &&
           (out_.back().kind == token_kind::word ||
            out_.back().kind == token_kind::number ||
            out_.back().where.of(text_) == ")");
  }
  // WB4: marks, joiners and format characters stay with what they follow;
  // what a joiner ties stays together (emoji).
  std::uint32_t with_extenders(std::uint32_t i) const {
    bool tied = false;
    while (i < end_ && (class_at(i) & high_bit) != 0) {
      const decoded d = decode_at(text_, i);
      const properties& p = properties_of(d.c);
      const bool extends = p.word == word_break::extend ||
                           p.word == word_break::format ||
                           p.word == word_break::zwj;
      if (!extends && !(tied && p.pictographic)) break;
      tied = p.word == word_break::zwj;
      i += d.len;
    }
    return i;
  }

  void ascii_other() {
    const char c = text_[at_];
    const char next = byte(at_ + 1);
    if (c == '\'' && after_text() && possessive(at_) != at_) {
      after_word();
      return;
    }
    if ((c == '\'' || c == '`') && next == c) {
      emit(at_ + 2, token_kind::mark, token_case::none);
      return;
    }
    if (c == '"' || c == '\'' || c == '`') {
      emit(at_ + 1, token_kind::mark, token_case::none);
      return;
    }
    if (c == '.' && ascii_digit(next) && !after_text()) {
      number(at_ + 1);
      return;
    }
    if ((c == '@' || c == '#') && !after_text() &&
        word_character(at_ + 1) != 0 &&
        (letter_at(at_ + 1) || c == '@' || next == '_')) {
      letters_seen seen;
      emit(run_of_word(at_ + 1, seen), token_kind::word, seen.value());
      after_word();
      return;
    }
    std::uint32_t end = at_ + 1;
    if (c == '.' || c == '-' || c == '!' || c == '?' || c == '*' || c == '=') {
      while (end < end_ &&
             (text_[end] == c || ((c == '!' || c == '?') &&
                                  (text_[end] == '!' || text_[end] == '?'))))
        ++end;
    }
    const properties& p =
        properties_of(static_cast<char32_t>(static_cast<unsigned char>(c)));
    emit(with_extenders(end), kind_of(static_cast<unsigned char>(c), p),
         token_case::none);
  }

  std::string_view text_;
  std::uint32_t at_, end_;
  std::uint32_t next_at_ = 0;
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
