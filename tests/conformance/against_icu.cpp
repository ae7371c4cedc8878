// SPDX-License-Identifier: Apache-2.0
// Our forms beside ICU's: every scalar value alone and after a letter, and a
// million random strings (fewer in a short run).
#if defined(COPYDESK_ICU)

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <string>

#include "unicode/normalize.hpp"
#include "unicode/utf8.hpp"
#include "unit/random_text.hpp"

namespace {

using namespace copydesk;

struct form {
  const char* name;
  bool nfkc, fold;
};
constexpr form forms[] = {{"NFC", false, false},
                          {"NFKC", true, false},
                          {"NFC, folded", false, true},
                          {"NFKC_Casefold", true, true}};

std::string ours(const std::string& text, form f) {
  normalize_options options;
  options.nfkc = f.nfkc;
  options.fold_case = f.fold;
  unicode::normalized out;
  return unicode::normalize(text, options, 0, out) ==
                 unicode::outcome::unchanged
             ? text
             : out.text;
}

std::string theirs(const std::string& text, form f) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* folding =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString in = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString out;
  if (f.nfkc && f.fold) {
    out = folding->normalize(nfd->normalize(in, status), status);
  } else if (f.fold) {
    out = nfc->normalize(nfd->normalize(in, status).foldCase(), status);
  } else {
    out = (f.nfkc ? nfkc : nfc)->normalize(in, status);
  }
  std::string utf8;
  out.toUTF8String(utf8);
  return U_SUCCESS(status) ? utf8 : "failed";
}

// The code points, for a message.
std::string codes(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const unicode::decoded_char c = unicode::decode_valid(text, i);
    char some[16];
    std::snprintf(some, sizeof some, "%04X ", static_cast<unsigned>(c.code));
    out += some;
    i += c.length;
  }
  return out;
}

bool differs(const std::string& text) {
  for (const form& f : forms) {
    const std::string a = ours(text, f), b = theirs(text, f);
    if (a == b) continue;
    FAIL_CHECK(f.name, ": ", codes(text), "-> ", codes(a), "not ", codes(b));
    return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("conformance") {
  TEST_CASE("ICU: every scalar value in every form") {
    int failures = 0;
    for (char32_t code = 1; code < 0x110000 && failures < 10; ++code) {
      if (code == 0xD800) code = 0xE000;
      std::string alone, after = "s";
      unicode::append_utf8(code, alone);
      unicode::append_utf8(code, after);
      failures += differs(alone);
      failures += code < 0x30000 && differs(after + "\xCC\xA3");
    }
  }

  TEST_CASE("ICU: random strings in every form") {
    copydesk_test::randoms r(3);
    int failures = 0;
    for (int i = 0; i < copydesk_test::string_count() && failures < 10; ++i) {
      std::string text;
      for (std::uint32_t n = 1 + r.below(8); n != 0; --n) {
        unicode::append_utf8(copydesk_test::random_code(r), text);
      }
      failures += differs(text);
    }
  }
}

#endif  // COPYDESK_ICU
