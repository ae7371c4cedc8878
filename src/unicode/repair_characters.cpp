// SPDX-License-Identifier: Apache-2.0
// Idea: one pass over the units; each character is judged by itself and its
// neighbours. Invariant: what is dropped is recorded, so nothing of the source
// is lost from the edits. Cost: O(units). Source: windows-1252 in the WHATWG
// Encoding Standard; joiners and their scripts in the Unicode Standard 23.2.
#include <algorithm>
#include <cstring>

#include "unicode/mojibake_classes.hpp"
#include "unicode/repair_steps.hpp"
#include "unicode/romance.hpp"
#include "unicode/windows_1252.hpp"

namespace copydesk::unicode {
namespace {

using cls = character_class;

// Bytes 0x80..0x9F of MacRoman; all are letters.
constexpr char32_t mac_letters[32] = {
    0xC4, 0xC5, 0xC7, 0xC9, 0xD1, 0xD6, 0xDC, 0xE1, 0xE0, 0xE2, 0xE4,
    0xE3, 0xE5, 0xE7, 0xE9, 0xE8, 0xEA, 0xEB, 0xED, 0xEC, 0xEE, 0xEF,
    0xF1, 0xF3, 0xF2, 0xF4, 0xF6, 0xF5, 0xFA, 0xF9, 0xFB, 0xFC};

// Scripts whose shaping or word division needs joiners and zero-width spaces.
bool needs_joiners(char32_t c) {
  return (c >= 0x600 && c < 0x10A0) || (c >= 0x1700 && c < 0x1CD0) ||
         (c >= 0xA800 && c < 0xAC00) || (c >= 0xFB50 && c < 0xFE00) ||
         (c >= 0xFE70 && c < 0xFEFF) || (c >= 0x10A00 && c < 0x12000) ||
         (c >= 0x1E900 && c < 0x1E960);
}

bool is_pictograph(char32_t c) {
  return (c >= 0x1F000 && c < 0x1FB00) || (c >= 0x2190 && c < 0x2C00);
}

bool is_tag(char32_t c) { return c >= 0xE0000 && c < 0xE0080; }

std::uint32_t kind_of_invisible(char32_t c) {
  if (is_bidi_control(c)) return number_of(repair_kind::bidi_control);
  return number_of(is_tag(c) || c >= 0xFFF9 || (c >= 0x206A && c <= 0x206F)
                       ? repair_kind::control
                       : repair_kind::zero_width);
}

bool is_dropped_control(char32_t c) {
  return c < 0x20 ? c != '\t' && c != '\n' && c != '\r' && c != '\f'
                  : c == 0x7F;
}

cls class_at(const repair_units& units, std::size_t at) {
  return at < units.size() ? class_of(units[at].character) : cls::space;
}

// As windows-1252 no letter, apostrophe, dash or stop: impossible in a word.
bool is_mac_only(char32_t c) {
  switch (c) {
    case 0x80:
    case 0x82:
    case 0x83:
    case 0x84:
    case 0x86:
    case 0x87:
    case 0x88:
    case 0x89:
    case 0x8B:
    case 0x8D:
    case 0x8F:
    case 0x90:
    case 0x95:
    case 0x98:
    case 0x99:
    case 0x9B:
    case 0x9D:
      return true;
    default:
      return false;
  }
}

bool in_lower_word(const repair_units& units, std::size_t at) {
  return at > 0 && is_lower(class_at(units, at - 1)) &&
         is_lower(class_at(units, at + 1));
}

bool is_consonant(char32_t c) {
  return c >= 'a' && c <= 'z' &&
         std::strchr("aeiouyh", static_cast<int>(c)) == nullptr;
}

class character_pass {
 public:
  character_pass(repair_units& units, text_facts& facts,
                 const repair_options& options, std::vector<dropped>& gone)
      : units_(units), facts_(facts), options_(options), gone_(gone) {}

  bool run() {
    while (at_ < units_.size()) step();
    if (changed_) units_.swap(out_);
    return changed_;
  }

 private:
  void step() {
    const char32_t c = units_[at_].character;
    if (c < 0x80) {
      if (c == '\r') return line_break();
      if (is_dropped_control(c)) return control(c);
      return keep();
    }
    if (c < 0xA0) return c1(c);
    if (c == 0xAD) return drop(1, number_of(repair_kind::soft_hyphen));
    if (is_invisible(c)) return invisible(c);
    if (c >= 0xFB00 && c <= 0xFB06) {
      constexpr const char* letters[] = {"ff",  "fi", "fl", "ffi",
                                         "ffl", "st", "st"};
      return spell(letters[c - 0xFB00], repair_kind::ligature);
    }
    optional(c);
  }

  // Nothing is written until something changes.
  void keep() {
    if (changed_) out_.push_back(units_[at_]);
    ++at_;
  }

  void change() {
    if (changed_) return;
    changed_ = true;
    out_.reserve(units_.size());
    out_.assign(units_.begin(), units_.begin() + at_);
  }

  // What is written last; null: nothing.
  const repair_unit* written() const {
    if (changed_) return out_.empty() ? nullptr : &out_.back();
    return at_ == 0 ? nullptr : &units_[at_ - 1];
  }

  void drop(std::size_t count, std::uint32_t kind) {
    change();
    for (std::size_t i = 0; i < count; ++i, ++at_) {
      gone_.push_back({units_[at_].begin, end_of(units_[at_]), kind});
    }
  }

  void read_as(char32_t c, repair_kind kind) {
    change();
    repair_unit u = units_[at_++];
    u.character = c;
    u.kind = number_of(kind);
    out_.push_back(u);
  }

  void spell(const char* letters, repair_kind kind) {
    const std::size_t from = at_;
    for (; *letters != '\0'; ++letters) {
      at_ = from;
      read_as(static_cast<unsigned char>(*letters), kind);
    }
  }

  void control(char32_t c) {
    if (c == '\v') return read_as('\n', repair_kind::line_break);
    std::size_t count = 1;
    if (c == 0x1B && at_ + 1 < units_.size() &&
        units_[at_ + 1].character == '[') {
      // A terminal's escape: parameters, then one letter.
      const std::size_t stop = std::min(units_.size(), at_ + 32);
      for (std::size_t i = at_ + 2; i < stop; ++i) {
        const char32_t p = units_[i].character;
        if ((p >= 'a' && p <= 'z') || (p >= 'A' && p <= 'Z')) {
          count = i + 1 - at_;
          break;
        }
        if (!((p >= '0' && p <= '9') || p == ';' || p == '?')) break;
      }
    }
    drop(count, number_of(repair_kind::control));
  }

  void c1(char32_t c) {
    const bool before = at_ > 0 && is_letter(class_at(units_, at_ - 1));
    const bool after = is_letter(class_at(units_, at_ + 1));
    const bool within = before && after;
    bool mac = in_lower_word(units_, at_) && is_mac_only(c);
    const bool mark = c >= 0x91 && c <= 0x97;
    if (facts_.mac_controls && (within || ((before || after) && !mark))) {
      mac = true;
    }
    if (!mac && c == 0x92 && within && at_ > 0 &&
        is_consonant(units_[at_ - 1].character) &&
        is_consonant(units_[at_ + 1].character)) {
      // Romance languages have an apostrophe before vowels alone.
      if (facts_.romance < 0) facts_.romance = reads_romance(facts_.text);
      mac = facts_.romance == 1;
    }
    const char32_t meant = mac ? mac_letters[c - 0x80] : windows_1252(c);
    if (meant == 0) return keep();
    read_as(meant, repair_kind::control);
  }

  void invisible(char32_t c) {
    const repair_unit* const last = written();
    const char32_t before = last == nullptr ? 0 : last->character;
    const char32_t after =
        at_ + 1 < units_.size() ? units_[at_ + 1].character : 0;
    if (stays_invisible(before, c, after, is_bidi_control(c) && rtl_line())) {
      return keep();
    }
    drop(1, kind_of_invisible(c));
  }

  // Whether the line around at_ holds right-to-left letters; each line is
  // looked at once.
  bool rtl_line() {
    if (at_ < line_end_) return line_is_rtl_;
    std::size_t begin = at_;
    while (begin > line_end_ && units_[begin - 1].character != '\n') --begin;
    line_is_rtl_ = false;
    for (line_end_ = begin; line_end_ < units_.size(); ++line_end_) {
      if (units_[line_end_].character == '\n') break;
      line_is_rtl_ = line_is_rtl_ || is_rtl(units_[line_end_].character);
    }
    return line_is_rtl_;
  }

  void line_break() {
    std::size_t end = at_;
    while (end < units_.size() && units_[end].character == '\r') ++end;
    const bool lf = end < units_.size() && units_[end].character == '\n';
    const std::uint32_t kind = number_of(repair_kind::line_break);
    if (options_.unix_lines) {
      if (lf) return drop(end - at_, kind);
      return read_as('\n', repair_kind::line_break);
    }
    if (lf) {
      if (end - at_ > 1) drop(end - at_ - 1, kind);
      return keep();
    }
    if (!facts_.has_lf) {
      while (at_ < end) keep();
      return;
    }
    const repair_unit* const last = written();
    const bool after_lf =
        last != nullptr && last->character == '\n' && last->kind == 0;
    if (after_lf) return drop(end - at_, kind);
    while (at_ < end) read_as('\n', repair_kind::line_break);
  }

  void optional(char32_t c) {
    if (options_.plain_quotes) {
      if ((c >= 0x2018 && c <= 0x201B) || c == 0x2BC) {
        return read_as('\'', repair_kind::straight);
      }
      if (c >= 0x201C && c <= 0x201F) {
        return read_as('"', repair_kind::straight);
      }
    }
    if (options_.unix_lines && (c == 0x2028 || c == 0x2029)) {
      return read_as('\n', repair_kind::line_break);
    }
    if (options_.plain_width && (c == 0x3000 || (c > 0xFF00 && c < 0xFF5F))) {
      return read_as(c == 0x3000 ? U' ' : c - 0xFEE0, repair_kind::ligature);
    }
    if (options_.split_digraphs) {
      if (const char* letters = digraph(c)) {
        return c < 0x1C4 || c > 0x1CC || (c - 0x1C4) / 3 != 0
                   ? spell(letters, repair_kind::ligature)
                   : spell_caron(letters);
      }
    }
    keep();
  }

  // The first letter as it is, the second a small or capital z with caron.
  void spell_caron(const char* letters) {
    const std::size_t from = at_;
    read_as(static_cast<unsigned char>(letters[0]), repair_kind::ligature);
    at_ = from;
    read_as(letters[1] == 'Z' ? 0x17DU : 0x17EU, repair_kind::ligature);
  }

  static const char* digraph(char32_t c) {
    switch (c) {
      case 0x132:
        return "IJ";
      case 0x133:
        return "ij";
      case 0x149:
        return "'n";
      case 0x1C4:
        return "DZ";
      case 0x1C5:
        return "Dz";
      case 0x1C6:
        return "dz";
      case 0x1C7:
        return "LJ";
      case 0x1C8:
        return "Lj";
      case 0x1C9:
        return "lj";
      case 0x1CA:
        return "NJ";
      case 0x1CB:
        return "Nj";
      case 0x1CC:
        return "nj";
      case 0x1F1:
        return "DZ";
      case 0x1F2:
        return "Dz";
      case 0x1F3:
        return "dz";
      default:
        return nullptr;
    }
  }

  repair_units& units_;
  text_facts& facts_;
  const repair_options& options_;
  std::vector<dropped>& gone_;
  repair_units out_;
  std::size_t at_ = 0;
  std::size_t line_end_ = 0;
  bool line_is_rtl_ = false;
  bool changed_ = false;
};

}  // namespace

bool is_rtl(char32_t c) {
  return (c >= 0x590 && c < 0x8FF && c != 0x61C) ||
         (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF) ||
         (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x206F) || c == 0x61C ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || is_tag(c);
}

bool is_bidi_control(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x61C ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool stays_invisible(char32_t before, char32_t c, char32_t after,
                     bool rtl_line) {
  if (is_bidi_control(c)) return rtl_line;
  if (is_tag(c)) return before == 0x1F3F4 || is_tag(before);
  if (c >= 0xFFF9 && c <= 0xFFFB) return false;
  if (c >= 0x206A && c <= 0x206F) return false;
  if (needs_joiners(before) || needs_joiners(after)) return true;
  if (c != 0x200D) return false;
  return (is_pictograph(before) || before == 0xFE0F) && is_pictograph(after);
}

bool shows_mac_controls(const repair_units& units) {
  for (std::size_t i = 1; i < units.size(); ++i) {
    const char32_t c = units[i].character;
    if (c >= 0x80 && c < 0xA0 && is_mac_only(c) && in_lower_word(units, i)) {
      return true;
    }
  }
  return false;
}

bool repair_characters(repair_units& units, text_facts& facts,
                       const repair_options& options,
                       std::vector<dropped>& gone) {
  return character_pass(units, facts, options, gone).run();
}

}  // namespace copydesk::unicode
