// SPDX-License-Identifier: Apache-2.0
// addresses.cpp - where web and e-mail addresses end.
//
// Source: RFC 3986 and RFC 5321 as far as news text needs them.
#include "text/addresses.hpp"

#include "text/characters.hpp"

namespace copydesk::text {
namespace {

bool begins(std::string_view text, std::uint32_t at, std::string_view what) {
  if (text.size() - at < what.size()) return false;
  for (std::size_t i = 0; i < what.size(); ++i) {
    const char c = text[at + i];
    const bool letter = c >= 'A' && c <= 'Z';
    if ((letter ? static_cast<char>(c | 0x20) : c) != what[i]) return false;
  }
  return true;
}

bool in(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

}  // namespace

std::uint32_t url_end(std::string_view text, std::uint32_t at) noexcept {
  if (!begins(text, at, "http://") && !begins(text, at, "https://") &&
      !begins(text, at, "www."))
    return at;
  std::uint32_t end = at;
  int open = 0;
  while (end < text.size()) {
    const char c = text[end];
    const std::uint8_t k = byte_classes[static_cast<unsigned char>(c)];
    if ((k & byte_class::space) != 0 || in(c, "\"<>`")) break;
    if (c == '(') ++open;
    if (c == ')' && --open < 0) break;
    if ((k & byte_class::high) == 0) {
      ++end;
      continue;
    }
    const unicode::decoded d = unicode::decode_at(text, end);
    if (white_space(d.c) || quotation_mark(d.c) || d.c == 0x2026) break;
    end += d.len;
  }
  while (end > at && in(text[end - 1], ".,;:!?'*")) --end;
  return end;
}

std::uint32_t email_end(std::string_view text, std::uint32_t at,
                        std::uint32_t sign) noexcept {
  if (sign <= at || sign - at > longest_local_part) return at;
  const auto word = [&](std::uint32_t i) {
    return (byte_classes[static_cast<unsigned char>(text[i])] &
            byte_class::word) != 0;
  };
  for (std::uint32_t i = at; i < sign; ++i) {
    if (!word(i) && !in(text[i], ".+-")) return at;
  }
  std::uint32_t end = sign + 1;
  while (end < text.size() && (word(end) || in(text[end], ".-"))) ++end;
  while (end > sign + 1 && in(text[end - 1], ".-")) --end;
  const std::string_view domain = text.substr(sign + 1, end - sign - 1);
  return domain.find('.') != std::string_view::npos ? end : at;
}

}  // namespace copydesk::text
