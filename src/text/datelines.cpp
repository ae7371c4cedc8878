// SPDX-License-Identifier: Apache-2.0
// datelines.cpp - see datelines.hpp.
#include "text/datelines.hpp"

#include <string_view>

#include "text/capital.hpp"

namespace copydesk::text {
namespace {

constexpr std::uint32_t longest_dateline = 16;

bool ends_dateline(std::string_view s) {
  return s == "-" || s == "--" || s == "\xE2\x80\x93" || s == "\xE2\x80\x94";
}

}  // namespace

std::uint32_t past_dateline(const laid_text& laid, std::uint32_t first,
                            std::uint32_t end) {
  bool bracket = false;
  for (std::uint32_t t = first; t < end && t < first + longest_dateline; ++t) {
    const token& here = laid.tokens[t];
    const std::string_view s = here.where().of(laid.clean);
    if (ends_dateline(s)) {
      if (t == first || t + 1 >= end || bracket) return first;
      const token& next = laid.tokens[t + 1];
      const bool begins = next.kind == token_kind::mark ||
                          next.kind == token_kind::number || has_capital(next);
      // "Foo-Bar" is no dateline; "LONDON -Foo" and "LONDON- Foo" are seen.
      if (!here.space_before && !next.space_before) continue;
      return begins ? t + 1 : first;
    }
    if (s == "(" || s == ")") {
      bracket = s == "(";
      continue;
    }
    if (!has_capital(here) && !bracket && here.kind != token_kind::number &&
        s != "," && s != "." && s != "/") {
      return first;
    }
  }
  return first;
}

}  // namespace copydesk::text
