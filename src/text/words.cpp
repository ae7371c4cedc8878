// SPDX-License-Identifier: Apache-2.0
// words.cpp - the rules WB4 to WB13 of UAX #29 inside a word, and the news
// tailoring at the characters that may join or split.
//
// Idea: letters and digits are run over; at a character between them (an
// apostrophe, a point, a colon...) the characters beside it decide whether
// the word goes on. Every tailored rule is a function of its own below.
//
// Invariant: look-ahead is over one middle character and the marks behind it,
// or over a bounded number of bytes.
#include "text/words.hpp"

#include "text/lexicons.hpp"

namespace copydesk::text {
namespace {

using unicode::decode_at;
using unicode::decoded;
using unicode::letter_case;
using unicode::properties;
using unicode::properties_of;
using unicode::word_break;

bool is_letter(word_break w) {
  return w == word_break::aletter || w == word_break::hebrew_letter;
}
bool transparent(word_break w) {
  return w == word_break::extend || w == word_break::format ||
         w == word_break::zwj;
}
bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

class reader {
 public:
  reader(std::string_view text, std::uint32_t at, language lang)
      : text_(text),
        at_(at),
        end_(static_cast<std::uint32_t>(text.size())),
        lang_(lang) {}

  word_end read() {
    std::uint32_t i = run(at_);
    while (i < end_) {
      const std::uint32_t next = join(i);
      if (next == i) break;
      i = next;
    }
    return {with_point(i), seen_.value()};
  }

 private:
  char byte(std::uint32_t i) const { return i < end_ ? text_[i] : '\0'; }
  std::uint8_t class_at(std::uint32_t i) const {
    return byte_classes[static_cast<unsigned char>(text_[i])];
  }

  // Runs over letters, digits, connectors and Katakana from `i` as WB5, WB8
  // to WB10 and WB13 join them. Sets last_ to the class of the last one.
  std::uint32_t run(std::uint32_t i) {
    while (i < end_) {
      const std::uint8_t c = class_at(i);
      if ((c & byte_class::word) != 0) {
        const bool connector = (c & byte_class::underscore) != 0;
        if (i != at_ && !tied(connector)) return i;
        if ((c & byte_class::letter) != 0) {
          if (last_ == word_break::numeric && clock(i)) return i;
          seen_.add((c & byte_class::upper) != 0);
          last_ = word_break::aletter;
        } else {
          last_ = (c & byte_class::digit) != 0 ? word_break::numeric
                                               : word_break::extendnumlet;
        }
        ++i;
        continue;
      }
      if ((c & byte_class::high) == 0) return i;
      const decoded d = decode_at(text_, i);
      const properties& p = properties_of(d.c);
      if (!takes(i, p)) return i;
      if (p.letters != letter_case::none)
        seen_.add(p.letters != letter_case::lower);
      if (!transparent(p.word)) last_ = p.word;
      i += d.len;
    }
    return i;
  }
  // Whether the last character joins a letter or digit after it (WB5, WB8 to
  // WB10, WB13b), or a connector (WB13a).
  bool tied(bool connector) const {
    return is_letter(last_) || last_ == word_break::numeric ||
           last_ == word_break::extendnumlet ||
           (connector && last_ == word_break::katakana);
  }
  // Whether the character with properties `p` at `i` continues the run.
  bool takes(std::uint32_t i, const properties& p) const {
    if (i == at_) return true;
    if (p.pictographic &&
        properties_of(unicode::decode_before(text_, i).c).word ==
            word_break::zwj)
      return true;  // WB3c
    switch (p.word) {
      case word_break::aletter:
      case word_break::hebrew_letter:
      case word_break::numeric:
        return tied(false);
      case word_break::extendnumlet:
        return tied(true);
      case word_break::katakana:  // WB13
        return last_ == word_break::katakana ||
               last_ == word_break::extendnumlet;
      default:
        return transparent(p.word);
    }
  }

  word_break class_after(std::uint32_t i) const {
    while (i < end_) {
      const decoded d = decode_at(text_, i);
      const word_break w = properties_of(d.c).word;
      if (!transparent(w)) return w;
      i += d.len;
    }
    return word_break::other;
  }

  // Goes on over one middle character at `i`; `i` if the word ends here.
  std::uint32_t join(std::uint32_t i) {
    const decoded d = decode_at(text_, i);
    const std::uint32_t after = i + d.len;
    switch (d.c) {
      case '.':
        return join_point(i);
      case ':':
      case '/':
        return join_numbers(i);
      case '&':
        return join_capitals(i);
      case ';':
        return i;
      case '\'':
      case 0x2019:
        if (end_of_possessive(text_, i) != i) return i;
        break;
      default:
        break;
    }
    const word_break middle = properties_of(d.c).word;
    const word_break next = class_after(after);
    const bool both =
        middle == word_break::midnumlet || middle == word_break::single_quote;
    const bool letters = (both || middle == word_break::midletter) &&
                         is_letter(last_) && is_letter(next);
    const bool numbers = (both || middle == word_break::midnum) &&
                         last_ == word_break::numeric &&
                         next == word_break::numeric;
    const bool hebrew = last_ == word_break::hebrew_letter &&
                        (middle == word_break::single_quote ||  // WB7a
                         (middle == word_break::double_quote && next == last_));
    if (!letters && !numbers && !hebrew) return i;
    if (hebrew && !letters && middle == word_break::single_quote) {
      last_ = word_break::other;
    }
    return run(after);
  }

  // 10:30 and 9/11 are one number.
  std::uint32_t join_numbers(std::uint32_t i) {
    if (last_ != word_break::numeric || !ascii_digit(byte(i - 1)) ||
        !ascii_digit(byte(i + 1)))
      return i;
    return run(i + 1);
  }
  // AT&T, R&D.
  std::uint32_t join_capitals(std::uint32_t i) {
    if (i + 1 >= end_ || (class_at(i - 1) & byte_class::upper) == 0 ||
        (class_at(i + 1) & byte_class::upper) == 0)
      return i;
    return run(i + 1);
  }

  // letter . letter is one word (U.S, p.m, example.com), but not after an
  // abbreviation (Mr.Smith) nor where a sentence ends without a space
  // (end.Next).
  std::uint32_t join_point(std::uint32_t i) {
    const word_break next = class_after(i + 1);
    if (last_ == word_break::numeric && next == word_break::numeric)
      return run(i + 1);
    if (!is_letter(last_) || !is_letter(next)) return i;
    const reader ahead = following(i + 1);
    const std::uint32_t size = ahead.ahead_end_ - i;
    if (ahead.seen_.first_upper && size > 2) {
      const std::string_view word = text_.substr(at_, i - at_);
      const bool initials = single_letters(word);
      if (initials && word.find('.') != std::string_view::npos) return i;
      if (ahead.seen_.lower) return i;
      if (!initials && seen_.value() == token_case::lower && word.size() > 2)
        return i;
    }
    return run(i + 1);
  }
  // A reader that ran over the letters from `i`.
  reader following(std::uint32_t i) const {
    reader ahead(text_, i, lang_);
    ahead.ahead_end_ = ahead.run(i);
    return ahead;
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

  // The end of the word that ends at `i`, its point included if it is an
  // abbreviation or an initial.
  std::uint32_t with_point(std::uint32_t i) const {
    if (byte(i) != '.' || byte(i + 1) == '.') return i;
    const std::string_view word = text_.substr(at_, i - at_);
    if (word.size() > longest_lexicon_word || last_ == word_break::numeric)
      return i;
    if (single_letters(word) && is_letter(last_)) {
      if (word.find('.') != std::string_view::npos) return i + 1;
      const letter_case l = properties_of(decode_at(text_, at_).c).letters;
      if (l == letter_case::upper || letter_and_point(i + 1)) return i + 1;
    }
    const abbreviation kind = abbreviation_of(word, lang_);
    if (kind == abbreviation::none) return small_title(word, i) ? i + 1 : i;
    if (kind == abbreviation::number && !number_follows(i + 1)) return i;
    return i + 1;
  }
  // "mr. lee": a title in text without capital letters.
  bool small_title(std::string_view word, std::uint32_t i) const {
    return byte(i + 1) == ' ' && byte(i + 2) >= 'a' && byte(i + 2) <= 'z' &&
           abbreviation_of(word, lang_, true) == abbreviation::title;
  }
  // Whether " B." or "B." follows at `i`: the small letter before it is one
  // of several abbreviated words (z. B., s. r. o., p. m.).
  bool letter_and_point(std::uint32_t i) const {
    if (byte(i) == ' ') ++i;
    if (i >= end_) return false;
    const decoded d = decode_at(text_, i);
    return is_letter(properties_of(d.c).word) && byte(i + d.len) == '.';
  }
  // Whether a digit, a number sign or a roman numeral follows at `i`, after
  // at most one space.
  bool number_follows(std::uint32_t i) const {
    if (byte(i) == ' ') {
      ++i;
    } else if (byte(i) == '\xC2' && byte(i + 1) == '\xA0') {
      i += 2;
    }
    if (ascii_digit(byte(i)) || byte(i) == '#') return true;
    constexpr std::uint32_t longest_roman = 7;
    std::uint32_t k = i;
    while (k < end_ && k - i < longest_roman &&
           std::string_view("IVXLC").find(text_[k]) != std::string_view::npos)
      ++k;
    return k > i && (k >= end_ || (class_at(k) &
                                   (byte_class::word | byte_class::high)) == 0);
  }
  // "a.m", "p.m" in any case at `i`.
  bool clock(std::uint32_t i) const {
    const char a = static_cast<char>(byte(i) | 0x20);
    return (a == 'a' || a == 'p') && byte(i + 1) == '.' &&
           (byte(i + 2) | 0x20) == 'm';
  }

  std::string_view text_;
  std::uint32_t at_, end_;
  std::uint32_t ahead_end_ = 0;
  language lang_;
  letters_seen seen_;
  word_break last_ = word_break::other;
};

}  // namespace

word_end end_of_word(std::string_view text, std::uint32_t at, language lang) {
  return reader(text, at, lang).read();
}

std::uint32_t end_of_possessive(std::string_view text,
                                std::uint32_t at) noexcept {
  const std::size_t size = text.size();
  std::uint32_t s = at;
  if (at < size && text[at] == '\'') {
    s = at + 1;
  } else if (size - at > 3 && text.compare(at, 3, "\xE2\x80\x99") == 0) {
    s = at + 3;
  } else {
    return at;
  }
  if (s >= size || (text[s] != 's' && text[s] != 'S')) return at;
  if (s + 1 == size) return s + 1;
  const word_break w = properties_of(decode_at(text, s + 1).c).word;
  const bool goes_on = is_letter(w) || transparent(w) ||
                       w == word_break::numeric ||
                       w == word_break::extendnumlet;
  return goes_on ? at : s + 1;
}

}  // namespace copydesk::text
