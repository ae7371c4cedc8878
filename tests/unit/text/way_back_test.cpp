// SPDX-License-Identifier: Apache-2.0
#include "unit/way_back.hpp"

#include <doctest/doctest.h>

#include "unicode/normalize.hpp"
#include "unicode/utf8.hpp"
#include "unit/random_text.hpp"

using namespace copydesk;
using namespace copydesk_test;

namespace {

std::string readable(std::string_view bytes) {
  std::string out;
  for (char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    constexpr char hex[] = "0123456789ABCDEF";
    if (b >= 0x20 && b < 0x7F && c != '\\') {
      out += c;
    } else {
      out += {'\\', 'x', hex[b >> 4], hex[b & 15]};
    }
  }
  return out;
}

// The default, but any mix of options one time in `one_in`.
normalize_options some_options(randoms& r, std::uint32_t one_in) {
  normalize_options o;
  const std::uint32_t bits = r.below(one_in) == 0 ? r.below(256) : 0;
  o.nfkc = bits & 1;
  o.fold_case = bits & 2;
  o.plain_marks = bits & 4;
  o.plain_dashes = bits & 8;
  o.plain_spaces = bits & 16;
  o.plain_ellipses = bits & 32;
  o.plain_digits = bits & 64;
  o.repair = !(bits & 128);
  return o;
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("every promise of the way back holds for random strings") {
    randoms r(1);
    int failures = 0;
    for (int i = 0; i < string_count() && failures < 5; ++i) {
      const std::string bytes = random_bytes(r, i % 64 == 0 ? 60 : 6);
      normalize_options how = some_options(r, 8);
      constexpr const char* labels[] = {"utf-8", "cp1251", "utf-16", "koi8-u"};
      if (r.below(16) == 0) how.charset = labels[r.below(4)];
      const std::string why = broken_promise(bytes, how);
      if (why.empty()) continue;
      ++failures;
      FAIL_CHECK(why, ": ", readable(bytes), " ", how.charset);
    }
  }

  TEST_CASE("a form, applied twice, is the form applied once") {
    randoms r(2);
    int failures = 0, changed = 0;
    for (int i = 0; i < string_count() && failures < 5; ++i) {
      std::string text;
      for (std::uint32_t n = r.below(8); n != 0; --n) {
        unicode::append_utf8(random_code(r), text);
      }
      const normalize_options how = some_options(r, 1);
      unicode::normalized once, twice;
      if (unicode::normalize(text, how, 0, once) ==
          unicode::outcome::unchanged) {
        continue;
      }
      ++changed;
      if (unicode::normalize(once.text, how, 0, twice) ==
          unicode::outcome::unchanged) {
        continue;
      }
      ++failures;
      FAIL_CHECK(readable(text), " -> ", readable(once.text), " -> ",
                 readable(twice.text), " nfkc ", how.nfkc, " fold ",
                 how.fold_case);
    }
    CHECK_GT(changed, string_count() / 4);
  }
}
