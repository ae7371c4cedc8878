// SPDX-License-Identifier: Apache-2.0
// layout.cpp - lines, hard wraps, paragraphs and their kinds.
//
// Idea: lines first; whether the text is hard-wrapped is decided once, by the
// lengths of its lines; then paragraphs are runs of lines.
// Cost: O(clean.size()).
#include "text/layout.hpp"

#include <algorithm>

#include "text/room.hpp"

namespace copydesk::text {
namespace {

// The length of the line break at `i`: LF, CRLF, CR, VT, FF, U+0085, U+2028,
// U+2029; 0 if there is none.
std::uint32_t line_break(std::string_view s, std::size_t i) {
  const auto b = static_cast<unsigned char>(s[i]);
  if (b == '\n' || b == '\v' || b == '\f') return 1;
  if (b == '\r') return i + 1 < s.size() && s[i + 1] == '\n' ? 2 : 1;
  if (b == 0xC2 && i + 1 < s.size() && s[i + 1] == '\x85') return 2;
  if (b == 0xE2 && i + 2 < s.size() && s[i + 1] == '\x80' &&
      (s[i + 2] == '\xA8' || s[i + 2] == '\xA9'))
    return 3;
  return 0;
}

// The length of the white space before `end`, or at `i`; line breaks too.
std::uint32_t space_at(std::string_view s, std::size_t i) {
  const auto b = static_cast<unsigned char>(s[i]);
  if (b == ' ' || (b >= 9 && b <= 13)) return 1;
  if (b == 0xC2 && i + 1 < s.size() &&
      (s[i + 1] == '\x85' || s[i + 1] == '\xA0'))
    return 2;
  if (i + 2 >= s.size()) return 0;
  const std::string_view three = s.substr(i, 3);
  if (three == "\xE3\x80\x80" || three == "\xE1\x9A\x80" ||
      three == "\xE2\x81\x9F")
    return 3;
  if (b == 0xE2 && s[i + 1] == '\x80') {
    const auto c = static_cast<unsigned char>(s[i + 2]);
    if (c <= 0x8A || c == 0xA8 || c == 0xA9 || c == 0xAF) return 3;
  }
  return 0;
}

clean_span trimmed(std::string_view s, std::uint32_t begin, std::uint32_t end) {
  while (begin < end) {
    const std::uint32_t n = space_at(s, begin);
    if (n == 0) break;
    begin += n;
  }
  while (end > begin) {
    std::uint32_t n = 0;
    for (std::uint32_t k = 1; k <= 3 && k <= end - begin; ++k) {
      if (space_at(s, end - k) == k) n = k;
    }
    if (n == 0) break;
    end -= n;
  }
  return {begin, end};
}

std::vector<clean_span> lines_of(std::string_view s) {
  std::vector<clean_span> out;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(s.size());
  for (std::uint32_t i = 0; i < size;) {
    const auto b = static_cast<unsigned char>(s[i]);
    if (b > 13 && b != 0xC2 && b != 0xE2) {
      ++i;
      continue;
    }
    const std::uint32_t len = line_break(s, i);
    if (len == 0) {
      ++i;
      continue;
    }
    const clean_span line = trimmed(s, begin, i);
    // One empty line says as much as many.
    if (!line.empty() || out.empty() || !out.back().empty()) {
      make_room_if_full(out, i, size - i);
      out.push_back(line);
    }
    i += len;
    begin = i;
  }
  if (begin < size) out.push_back(trimmed(s, begin, size));
  return out;
}

// Lines of a hard-wrapped text are nearly as long as the longest, which is
// short; only the last of a paragraph is not.
bool hard_wrapped(const std::vector<clean_span>& lines) {
  std::uint32_t longest = 0;
  for (const clean_span& l : lines) longest = std::max(longest, l.size());
  if (longest > 120 || longest < 40) return false;
  std::uint32_t inner = 0, full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].empty() || lines[i + 1].empty()) continue;
    ++inner;
    if (lines[i].size() * 4 >= longest * 3) ++full;
  }
  return inner >= 2 && full * 3 >= inner * 2;
}

}  // namespace

std::vector<paragraph> find_paragraphs(std::string_view clean) {
  const std::vector<clean_span> lines = lines_of(clean);
  const bool wrapped = hard_wrapped(lines);
  std::vector<paragraph> out;
  bool open = false;
  for (const clean_span& line : lines) {
    if (line.empty()) {
      open = false;
      continue;
    }
    if (open && wrapped) {
      out.back().where.end = line.end;
    } else {
      paragraph p;
      p.where = line;
      make_room_if_full(out, line.begin, clean.size() - line.begin);
      out.push_back(p);
    }
    open = true;
  }
  return out;
}

}  // namespace copydesk::text
