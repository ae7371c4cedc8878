// SPDX-License-Identifier: Apache-2.0
// legacy.cpp - labels, and the single-byte charsets.
//
// Idea: a table of 128 code points a charset (charset_data.inc, generated);
// ASCII in between is copied at a stretch. Cost: O(n).
#include "unicode/legacy.hpp"

#include <algorithm>
#include <iterator>

#include "unicode/scan.hpp"
#include "unicode/utf8.hpp"

namespace copydesk::unicode {
namespace {

struct charset_label {
  std::string_view label;
  charset what;
};

#include "unicode/charset_data.inc"

constexpr std::size_t longest_label = 32;

bool has_byte(std::string_view bytes, unsigned char low, unsigned char high) {
  return std::any_of(bytes.begin(), bytes.end(), [&](char c) {
    const auto b = static_cast<unsigned char>(c);
    return b >= low && b <= high;
  });
}

// The windows charsets that WHATWG puts for ISO ones keep the ISO name as
// long as the text has no byte that tells them apart.
const char* name_for(std::string_view bytes, const charset& from) {
  if (has_byte(bytes, 0x80, 0x9F)) return from.name;
  if (from.high == high_windows_1252) return "ISO-8859-1";
  if (from.high == high_windows_1254) return "ISO-8859-9";
  return from.name;
}

}  // namespace

charset find_charset(std::string_view label) noexcept {
  const auto blank = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
  while (!label.empty() && blank(label.front())) label.remove_prefix(1);
  while (!label.empty() && blank(label.back())) label.remove_suffix(1);
  if (label.empty() || label.size() > longest_label) return {};
  char lower[longest_label];
  std::transform(label.begin(), label.end(), lower, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  const std::string_view key(lower, label.size());
  const auto* const found = std::lower_bound(
      std::begin(labels), std::end(labels), key,
      [](const charset_label& a, std::string_view b) { return a.label < b; });
  if (found == std::end(labels) || found->label != key) return {};
  return found->what;
}

errc decode_legacy(std::string_view bytes, const charset& from,
                   decoded_text& out) {
  if (from.high == nullptr) return decode_through_icu(bytes, from, out);
  out.is_owned = true;
  out.encoding = name_for(bytes, from);
  out.owned.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t plain = ascii_length(bytes, i);
    out.owned.append(bytes, i, plain);
    out.changes.keep(static_cast<std::uint32_t>(plain));
    i += plain;
    for (; i < bytes.size(); ++i) {
      const auto byte = static_cast<unsigned char>(bytes[i]);
      if (byte < 0x80) break;
      const char32_t code = from.high[byte - 0x80];
      if (code == 0) {
        put_bad(static_cast<std::uint32_t>(i),
                static_cast<std::uint32_t>(i) + 1, out);
        continue;
      }
      append_utf8(code, out.owned);
      out.changes.replace(1, utf8_length(code));
    }
  }
  return errc::ok;
}

}  // namespace copydesk::unicode
