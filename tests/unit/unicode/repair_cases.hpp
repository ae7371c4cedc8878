// SPDX-License-Identifier: Apache-2.0
// repair_cases.hpp - what the tests of repair share: damage done on purpose.
#ifndef COPYDESK_TESTS_UNIT_UNICODE_REPAIR_CASES_HPP_
#define COPYDESK_TESTS_UNIT_UNICODE_REPAIR_CASES_HPP_

#include <string>
#include <string_view>

#include "unicode/mojibake_classes.hpp"
#include "unicode/repair.hpp"
#include "unicode/repair_units.hpp"

namespace copydesk_test {

namespace unicode = copydesk::unicode;

// The text as repair leaves it.
inline std::string mend(std::string_view text,
                        const unicode::repair_options& options = {}) {
  unicode::repaired made;
  return unicode::repair(text, options, made) ? made.text : std::string(text);
}

// The character of byte b in a charset; C1 controls where it has none.
inline char32_t character_of(unicode::misread_charset charset, unsigned b) {
  if (b < 0x80) return b;
  for (char32_t c = 0xA0; c < 0x10000; ++c) {
    if (unicode::byte_in(charset, c) == b) return c;
  }
  return b;
}

// UTF-8 read in a charset: mojibake.
inline std::string misread(std::string_view text,
                           unicode::misread_charset charset) {
  std::string out;
  for (const char byte : text) {
    unicode::append_utf8(
        character_of(charset, static_cast<unsigned char>(byte)), out);
  }
  return out;
}

// The same in Latin-1, which has C1 controls for 0x80..0x9F.
inline std::string misread_latin1(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    unicode::append_utf8(static_cast<unsigned char>(byte), out);
  }
  return out;
}

}  // namespace copydesk_test

#endif  // COPYDESK_TESTS_UNIT_UNICODE_REPAIR_CASES_HPP_
