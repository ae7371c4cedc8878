// SPDX-License-Identifier: Apache-2.0
// Idea: one reader over anything that gives characters by index, so that the
// fast pass reads bytes and the steps of repair read units by the same rules.
// Invariant: a reference lies within one line; what follows it never changes
// what it is. Cost: O(length of the reference), a binary search in the table.
// Source: HTML Standard, sections 13.2.5.72-80 and 13.5.
#include "unicode/html_entities.hpp"

#include <algorithm>
#include <cstring>

#include "unicode/windows_1252.hpp"

namespace copydesk::unicode {
namespace {

struct entity_row {
  const char* name;
  char32_t first, second;
  bool bare;  // HTML knows it without the semicolon
};

#include "unicode/html_entities_table.inc"

constexpr std::size_t longest_name = 31;

const entity_row* find_row(const char* name) {
  const auto* end = entity_rows + sizeof entity_rows / sizeof *entity_rows;
  const auto* at = std::lower_bound(
      entity_rows, end, name, [](const entity_row& row, const char* wanted) {
        return std::strcmp(row.name, wanted) < 0;
      });
  return at != end && std::strcmp(at->name, name) == 0 ? at : nullptr;
}

bool is_alpha(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_alnum(char32_t c) { return is_alpha(c) || is_digit(c); }

int hex_value(char32_t c) {
  if (is_digit(c)) return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A' + 10);
  return -1;
}

// Names of accented letters and ligatures: nobody writes "&eacute" by chance,
// so they need neither a semicolon nor a word's end.
bool names_a_letter(const char* name) {
  for (const char* ending : {"acute", "grave", "circ", "tilde", "uml", "cedil",
                             "slash", "ring", "lig"}) {
    const std::size_t length = std::strlen(ending);
    if (std::strlen(name) == length + 1 && std::strcmp(name + 1, ending) == 0) {
      return true;
    }
    if (std::strlen(name) == length + 2 && std::strcmp(ending, "lig") == 0 &&
        std::strcmp(name + 2, ending) == 0) {
      return true;
    }
  }
  return false;
}

// Without a semicolon these are too often words of their own, or never seen.
bool safe_when_bare(const char* name) {
  for (const char* word :
       {"not",  "para",  "sect",   "shy",  "uml",  "macr",  "cedil", "ordf",
        "ordm", "micro", "times",  "eth",  "ETH",  "thorn", "THORN", "curren",
        "yen",  "acute", "divide", "sup1", "sup2", "sup3",  "brvbar"}) {
    if (std::strcmp(name, word) == 0) return false;
  }
  return true;
}

struct reference {
  char32_t first = 0, second = 0;
  std::size_t end = 0;  // 0: none
  bool bare = false;    // without its semicolon
};

template <typename Text>
reference read_number(const Text& text, std::size_t at) {
  reference out;
  const std::size_t size = text.size();
  std::size_t i = at + 1;  // after '#'
  const bool hex = i < size && (text[i] == 'x' || text[i] == 'X');
  if (hex) ++i;
  const std::size_t digits = i;
  char32_t value = 0;
  for (; i < size; ++i) {
    const int digit = hex                 ? hex_value(text[i])
                      : is_digit(text[i]) ? static_cast<int>(text[i] - '0')
                                          : -1;
    if (digit < 0) break;
    if (value <= 0x10FFFF) {
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
  }
  if (i == digits || value > 0x10FFFF) return out;
  if (i < size && text[i] == ';') {
    out.end = i + 1;
  } else if (i - digits >= 2 && value >= 32 &&
             !(hex && i < size && is_alnum(text[i]))) {
    out.end = i;
    out.bare = true;
  } else {
    return out;
  }
  if (value == '\r') value = '\n';
  if (value >= 0x80 && value < 0xA0) {
    const char32_t meant = windows_1252(value);
    value = meant != 0 ? meant : value;
  }
  const bool control = value < 32 && value != '\t' && value != '\n';
  if (control || value == 0x7F || (value & 0xFFFE) == 0xFFFE ||
      (value >= 0xFDD0 && value < 0xFDF0)) {
    out.end = 0;
  }
  out.first = value;
  return out;
}

// A reference to one half of a surrogate pair counts only with the other.
template <typename Text>
reference read_numeric(const Text& text, std::size_t at) {
  reference out = read_number(text, at);
  if (out.end == 0 || out.first < 0xD800 || out.first > 0xDFFF) return out;
  const std::size_t next = out.end;
  if (out.first < 0xDC00 && next + 1 < text.size() && text[next] == '&' &&
      text[next + 1] == '#') {
    const reference low = read_number(text, next + 1);
    if (low.end != 0 && low.first >= 0xDC00 && low.first <= 0xDFFF) {
      out.first = 0x10000 + ((out.first - 0xD800) << 10) + (low.first - 0xDC00);
      out.end = low.end;
      return out;
    }
  }
  out.end = 0;
  return out;
}

template <typename Text>
reference read_named(const Text& text, std::size_t at) {
  reference out;
  char name[longest_name + 2];
  std::size_t length = 0;
  while (at + length < text.size() && length <= longest_name &&
         is_alnum(text[at + length])) {
    name[length] = static_cast<char>(text[at + length]);
    ++length;
  }
  name[length] = '\0';
  const auto take = [&](const entity_row* row, std::size_t end) {
    out.first = row->first;
    out.second = row->second;
    out.end = end;
  };
  const std::size_t end = at + length;
  if (end < text.size() && text[end] == ';') {
    if (const entity_row* row = find_row(name)) take(row, end + 1);
    return out;
  }
  out.bare = true;
  if (end < text.size() && text[end] == '=') return out;
  if (const entity_row* row = find_row(name)) {
    if (row->bare && safe_when_bare(name)) take(row, end);
    return out;
  }
  for (std::size_t n = std::min<std::size_t>(length, 6); n >= 4; --n) {
    name[n] = '\0';
    const entity_row* row = find_row(name);
    if (row != nullptr && row->bare && names_a_letter(name)) {
      take(row, at + n);
      return out;
    }
  }
  return out;
}

// In the query of an address "&copy" begins a parameter.
template <typename Text>
bool in_an_address(const Text& text, std::size_t at) {
  const std::size_t stop = at > 200 ? at - 200 : 0;
  for (std::size_t i = at; i > stop; --i) {
    const char32_t c = text[i - 1];
    if (c == ' ' || c == '\n' || c == '\t' || c == '"' || c == '>')
      return false;
    if (c == '?' && i < at && is_alnum(text[i]) && !text.has_mark(i)) {
      return true;
    }
  }
  return false;
}

// text[at] is '&'. `chain`: read through "amp;amp;...".
template <typename Text>
reference read_reference(const Text& text, std::size_t at, bool chain) {
  std::size_t i = at + 1;
  reference last;
  for (;;) {
    reference now;
    if (i < text.size() && text[i] == '#') {
      now = read_numeric(text, i);
    } else if (i < text.size() && is_alpha(text[i])) {
      now = read_named(text, i);
    }
    if (now.end != 0 && now.bare && in_an_address(text, at)) now.end = 0;
    if (now.end == 0) return last;
    last = now;
    if (!chain || now.first != '&' || now.second != 0) return last;
    i = now.end;
  }
}

struct byte_text {
  std::string_view bytes;
  std::size_t size() const { return bytes.size(); }
  char32_t operator[](std::size_t i) const {
    return static_cast<unsigned char>(bytes[i]);
  }
  // A mark after text[i]: as units the two may be one letter.
  bool has_mark(std::size_t i) const {
    return i + 1 < bytes.size() && (*this)[i + 1] == 0xCC;
  }
};

struct unit_text {
  const repair_units& units;
  std::size_t size() const { return units.size(); }
  char32_t operator[](std::size_t i) const { return units[i].character; }
  static bool has_mark(std::size_t) { return false; }
};

// Where the tag ends that begins at units[at] == '<'; at when it is none.
std::size_t tag_end(const repair_units& units, std::size_t at) {
  constexpr std::size_t longest_tag = 4000;
  if (at + 1 >= units.size()) return at;
  const char32_t next = units[at + 1].character;
  if (!is_alpha(next) && next != '/' && next != '!') return at;
  const std::size_t stop = std::min(units.size(), at + longest_tag);
  for (std::size_t i = at + 1; i < stop; ++i) {
    if (units[i].character == '>') return i + 1;
    if (units[i].character == '<') return at;
  }
  return at;
}

}  // namespace

html_entity read_html_entity(std::string_view text, std::size_t at) {
  const reference found = read_reference(byte_text{text}, at, true);
  html_entity out;
  if (found.end == 0) return out;
  out.first = found.first;
  out.second = found.second;
  out.length = found.end - at;
  return out;
}

bool holds_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1, 12);
    if (rest.size() >= 2 && rest[0] == '/' &&
        is_alpha(static_cast<unsigned char>(rest[1]))) {
      return true;
    }
    if (rest.substr(0, 3) == "!--" || rest.substr(0, 2) == "!D") return true;
    std::size_t n = 0;
    while (n < rest.size() && is_alnum(static_cast<unsigned char>(rest[n]))) {
      ++n;
    }
    if (n == rest.size() || n == 0) continue;
    if (rest[n] != '>' && rest[n] != ' ' && rest[n] != '/') continue;
    // "a<b and c" is no tag: after a space there is an attribute.
    if (rest[n] == ' ') {
      const std::string_view inside = text.substr(at, 400);
      const std::size_t equals = inside.find('=');
      if (equals == std::string_view::npos || equals > inside.find('>')) {
        continue;
      }
    }
    for (const char* name :
         {"p",       "br",         "a",      "b",     "i",    "em",   "strong",
          "span",    "div",        "img",    "ul",    "ol",   "li",   "h1",
          "h2",      "h3",         "table",  "tr",    "td",   "html", "head",
          "body",    "blockquote", "script", "style", "meta", "link", "figure",
          "section", "article",    "hr",     "P",     "BR",   "A",    "B",
          "I",       "HTML",       "DIV",    "IMG"}) {
      if (rest.substr(0, n) == name) return true;
    }
  }
  return false;
}

bool replace_html_entities(repair_units& units, bool markup) {
  const std::uint32_t kind = number_of(repair_kind::html_entity);
  std::size_t to = 0;
  bool changed = false;
  std::size_t tag = 0;  // inside a tag up to here
  for (std::size_t i = 0; i < units.size();) {
    const char32_t c = units[i].character;
    if (markup && c == '<' && i >= tag) tag = std::max(tag, tag_end(units, i));
    reference found;
    if (c == '&' && i >= tag) {
      found = read_reference(unit_text{units}, i, !markup);
    }
    if (found.end != 0 && markup) {
      const bool opens = found.first == '&' && found.end < units.size() &&
                         (is_alpha(units[found.end].character) ||
                          units[found.end].character == '#');
      if (found.first == '<' || found.first == '>' || opens) found.end = 0;
    }
    if (found.end == 0) {
      units[to++] = units[i++];
      continue;
    }
    const std::size_t begin = units[i].begin;
    const std::size_t end = end_of(units[found.end - 1]);
    units[to++] = make_unit(found.first, begin, end, kind);
    if (found.second != 0) {
      units[to++] = make_unit(found.second, begin, end, kind);
    }
    i = found.end;
    changed = true;
  }
  units.resize(to);
  return changed;
}

}  // namespace copydesk::unicode
