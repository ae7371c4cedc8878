// SPDX-License-Identifier: Apache-2.0
#include "unicode/scan.hpp"

#include <doctest/doctest.h>

#include <string>

#include "limits.hpp"
#include "unicode/block_kinds.hpp"
#include "unicode/findings.hpp"
#include "unicode/normalize.hpp"
#include "unicode/repair.hpp"
#include "unicode/utf8.hpp"
#include "unit/random_text.hpp"

using namespace copydesk;
using namespace copydesk_test;

namespace {

std::size_t valid_prefix(const std::string& text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const unicode::decoded_char c = unicode::decode_any(text, i);
    if (!c.valid) break;
    i += c.length;
  }
  return i;
}

// What the scan must never say of these bytes; "" if it does not.
std::string lie(const std::string& text) {
  const unicode::scan_result seen = unicode::scan(text);
  for (const auto most : {unicode::registers::usual, unicode::registers::of_32,
                          unicode::registers::of_64}) {
    const unicode::scan_result same = unicode::scan_as(most, text);
    if (same.valid != seen.valid || same.nfc != seen.nfc ||
        same.sound != seen.sound || same.controls != seen.controls ||
        (seen.controls != 0 && same.first_control != seen.first_control)) {
      return "other registers";
    }
  }
  if (seen.valid != valid_prefix(text)) return "valid";
  const std::string good = text.substr(0, seen.valid);
  if (seen.nfc > seen.valid) return "nfc beyond valid";
  unicode::normalized form;
  const bool changes =
      unicode::normalize(good, {}, 0, form) != unicode::outcome::unchanged;
  if (changes && seen.nfc == seen.valid) return "nfc";
  unicode::repaired mended;
  if (seen.sound && unicode::repair(good, mended)) return "sound";
  std::size_t controls = 0;
  for (char c : good) {
    const auto b = static_cast<unsigned char>(c);
    controls += (b < 0x20 && c != '\t' && c != '\n' && c != '\r') || b == 0x7F;
  }
  return controls == seen.controls ? "" : "controls";
}

// Numbers of letters in the tables of repair, one bit each; all bits if NFC
// must look at one.
template <std::size_t Count>
std::uint64_t numbers_of(const unicode::quiet_range (&ranges)[Count],
                         char32_t step) {
  std::uint64_t out = 0;
  for (const unicode::quiet_range& r : ranges) {
    for (char32_t c = r.first; c <= r.last; c += step) {
      const unsigned now = unicode::scan_characters[c];
      if ((now & (unicode::scan_active | unicode::scan_mark)) != 0)
        return ~std::uint64_t{0};
      out |= std::uint64_t{1} << (now & unicode::scan_number);
    }
  }
  return out;
}

bool is_suspect_pair(unsigned x, unsigned y) {
  return unicode::scan_pairs[x * 64 + y] != 0 ||
         unicode::scan_pairs[y * 64 + x] != 0;
}

// Whether no two of them are suspect, nor any beside ASCII but letters.
bool all_sound(std::uint64_t numbers) {
  std::uint64_t others = numbers;
  for (char32_t c = ' '; c < 0x7F; ++c) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (letter || c == '$' || c == '&') continue;
    others |= std::uint64_t{1}
              << (unicode::scan_characters[c] & unicode::scan_number);
  }
  for (unsigned x = 0; x < 64; ++x) {
    for (unsigned y = 0; y < 64; ++y) {
      const bool meet = (numbers >> x & 1) != 0 && (others >> y & 1) != 0;
      if (meet && is_suspect_pair(x, y)) return false;
    }
  }
  return numbers != 0;
}

}  // namespace

TEST_SUITE("unicode") {
  TEST_CASE("what is passed over in whole blocks need not be looked at") {
    std::size_t quiet = 0;
    for (const unicode::quiet_range& r : unicode::quiet_ranges) {
      for (char32_t c = r.first; c <= r.last; ++c, ++quiet) {
        CAPTURE(static_cast<std::uint32_t>(c));
        REQUIRE(unicode::data::class_of(c) < unicode::data::first_active);
        const unsigned now = unicode::number_of_high(c);
        REQUIRE((now & (unicode::scan_active | unicode::scan_mark)) == 0);
        // Suspect beside nothing that is not looked at for itself.
        for (char32_t beside = ' '; beside < 0x7F; ++beside) {
          if (beside == '&') continue;
          REQUIRE_FALSE(is_suspect_pair(now & unicode::scan_number,
                                        unicode::scan_characters[beside]));
        }
        REQUIRE_FALSE(is_suspect_pair(now & unicode::scan_number,
                                      unicode::letter_number));
      }
    }
    CHECK(quiet > 40000);
    CHECK(all_sound(numbers_of(unicode::cyrillic_letters, 1) |
                    numbers_of(unicode::cyrillic_odd_letters, 2)));
    CHECK(all_sound(numbers_of(unicode::greek_letters, 1)));
  }

  TEST_CASE("what the scan vouches for, the slow steps find so, too") {
    randoms r(5);
    int failures = 0, sound = 0;
    for (int i = 0; i < string_count() && failures < 5; ++i) {
      std::string text;
      if (r.below(2) == 0) text.assign(r.below(70), 'x');
      const std::uint32_t kind = r.below(3);
      for (std::uint32_t n = r.below(12); n != 0; --n) {
        if (kind != 0 && r.below(2) == 0) text += " word ";
        if (kind == 2) {
          text += random_piece(r);
        } else {
          unicode::append_utf8(random_code(r), text);
        }
      }
      if (r.below(2) == 0) text.append(r.below(70), 'y');
      sound += unicode::scan(text).sound;
      const std::string why = lie(text);
      if (why.empty()) continue;
      ++failures;
      std::string codes;
      for (std::size_t k = 0; k < text.size();) {
        const unicode::decoded_char c = unicode::decode_any(text, k);
        codes += std::to_string(static_cast<unsigned>(c.code)) + " ";
        k += c.length;
      }
      FAIL_CHECK(why, ": ", codes);
    }
    CHECK_GT(sound, string_count() / 20);
  }

  TEST_CASE("every character alone and between letters is judged soundly") {
    int failures = 0;
    for (char32_t code = 0x80; code < 0x110000 && failures < 5; ++code) {
      if (code == 0xD800) code = 0xE000;
      if (code > 0x33000 && code < 0xDFF00) code = 0xDFF00;
      std::string alone, inside = "some words a";
      unicode::append_utf8(code, alone);
      unicode::append_utf8(code, inside);
      inside += "b and more";
      for (const std::string& text : {alone, inside}) {
        const std::string why = lie(text);
        if (why.empty()) continue;
        ++failures;
        FAIL_CHECK(why, ": ", static_cast<unsigned>(code));
      }
    }
  }

  TEST_CASE("a text with more places to look at than are noted is read on") {
    std::string text, formed;
    for (std::size_t i = 0; i < 2 * limits::scan_places + 7; ++i) {
      text += "e\xCC\x81 ";
      formed += "\xC3\xA9 ";
    }
    unicode::normalized form;
    REQUIRE(unicode::normalize(text, {}, nullptr, form) ==
            unicode::outcome::changed);
    CHECK_EQ(form.text, formed);
    // An odd pair that is no damage, again and again, then damage.
    std::string odd;
    for (std::size_t i = 0; i < 2 * limits::scan_places + 7; ++i) {
      odd +=
          "a\xC3\x89"
          "b ";
    }
    unicode::scan_notes notes;
    CHECK_FALSE(unicode::scan(odd, notes).sound);
    CHECK_EQ(notes.odd.at.size(), limits::scan_places);
    CHECK_LT(notes.odd.end, odd.size());
    unicode::repaired mended;
    CHECK_FALSE(unicode::repair(odd, {}, mended, &notes.odd));
    odd += "Caf\xC3\x83\xC2\xA9";
    REQUIRE(unicode::repair(odd, {}, mended));
    CHECK_EQ(mended.notes.size(), 1);
  }
}
