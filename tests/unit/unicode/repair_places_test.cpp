// SPDX-License-Identifier: Apache-2.0
// Repair looks near damage only; what it finds is what it would find looking
// at every character.
#include "unicode/repair_places.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "unicode/mojibake_classes.hpp"
#include "unicode/repair_steps.hpp"
#include "unit/random_text.hpp"

namespace {

namespace unicode = copydesk::unicode;
using copydesk_test::randoms;

// The characters that stand for the bytes 0x80..0xFF of each charset.
using charset_table = std::vector<std::vector<char32_t>>;

charset_table make_charsets() {
  charset_table out(unicode::misread_charset_count,
                    std::vector<char32_t>(128, 0xFFFD));
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (char32_t c = 0x80; c < 0x2600; ++c) {
      const unsigned byte =
          unicode::byte_in(static_cast<unicode::misread_charset>(i), c);
      if (byte >= 0x80) out[i][byte - 0x80] = c;
    }
  }
  return out;
}

// The text, its bytes read in a charset.
std::string misread(std::string_view utf8, const std::vector<char32_t>& as) {
  std::string out;
  for (const char b : utf8) {
    const auto byte = static_cast<unsigned char>(b);
    unicode::append_utf8(byte < 0x80 ? byte : as[byte - 0x80U], out);
  }
  return out;
}

std::string_view any_of(randoms& r, const std::vector<std::string_view>& all) {
  return all[r.below(static_cast<std::uint32_t>(all.size()))];
}

// What needs no repair by itself.
std::string_view sound(randoms& r) {
  static const std::vector<std::string_view> all = {
      "the minister said on Monday that talks would go on",
      "los de la ciudad que por el momento no hablan",
      "a",
      "o",
      "no",
      " ",
      "  ",
      "s",
      "\n",
      "\n\n",
      ", ",
      ". ",
      "?",
      "'",
      "-",
      "quele",
      "de la",
      "1,204",
      "x=1",
      "\t",
      "\"So\" (it goes)",
      "km",
      "http://a.example/b?c=d",
      "\xE2\x80\x9CYes\xE2\x80\x9D",
      "\xE2\x80\x99s",
      " \xE2\x80\x93 ",
      "\xE2\x80\xA6 ",
      "\xC2\xA0",
      "caf\xC3\xA9 ",
      "\xD0\x92 \xD0\xB3\xD0\xBE\xD0\xB4",
      "\xD0\xA0 ",
      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
      "\xD8\xB3\xD9\x84",
      "\xE0\xA4\x95",
      "\xE4\xB8\xAD\xE6\x96\x87",
      "e\xCC\x81",
      " \xCC\x88",
      "\xF0\x9F\x98\x80",
      "\xC2\xBB",
      "\xE2\x80\x9E",
      "\xC4\x82",
      "\xC3\x82"};
  return any_of(r, all);
}

std::string_view damaged(randoms& r) {
  static const std::vector<std::string_view> all = {"&amp;",
                                                    "&amp;amp;lt;",
                                                    "&eacute",
                                                    "&#8217;",
                                                    "&copy",
                                                    "&#xC3;&copy;",
                                                    "&nbsp",
                                                    "&",
                                                    "\r",
                                                    "\r\r\n",
                                                    "\v",
                                                    "&#10;",
                                                    "\x1B[1;31m",
                                                    "\x01",
                                                    "\xC2\x92",
                                                    "n\xC2\x92t",
                                                    "\xC2\x8E",
                                                    "a\xC2\x8E"
                                                    "a",
                                                    "\xC2\x83",
                                                    "\xC2\xAD",
                                                    "\xE2\x80\x8B",
                                                    "\xE2\x80\x8D",
                                                    "\xE2\x80\x8E",
                                                    "\xE2\x80\x8F",
                                                    "\xE2\x80\xAB",
                                                    "\xEF\xBB\xBF",
                                                    "\xEF\xAC\x81",
                                                    "\xEF\xBF\xBD",
                                                    "\xC3\x83",
                                                    "\xC3\x83 ",
                                                    "\xC3\x83o",
                                                    "\xC3\x82 ",
                                                    "\xC3\x82o",
                                                    "\xC3\xA2\xE2\x82\xAC",
                                                    "\xC3\xA2\xE2\x82\xAC?",
                                                    "\xC3\xA0 la",
                                                    "<br>"};
  return any_of(r, all);
}

std::string random_text(randoms& r, const charset_table& charsets) {
  static const std::vector<std::string_view> foreign = {
      "\xC3\xA9",     "\xC3\xA0",
      "\xC3\xAD",     "\xC3\xBA",
      "\xC3\x89",     "\xC2\xBA",
      "\xC2\xA0",     "\xE2\x80\x99",
      "\xE2\x80\x9C", "\xE2\x80\x9D",
      "\xC5\xA0",     "\xE2\x82\xAC",
      "\xE2\x80\x93", "\xD0\x9F\xD1\x80\xD0\xB8",
      "\xD0\xA0",     "\xCE\xA0",
      "\xE1\xBA\xA5", "\xD7\xA9\xD7\x9C",
      "\xE4\xB8\xAD", "\xF0\x9F\x98\x80",
      "\xD9\xA0",     "\xC4\x99"};
  std::string out;
  for (std::uint32_t n = 1 + r.below(14); n != 0; --n) {
    const std::uint32_t what = r.below(16);
    if (what < 8) {
      out += sound(r);
    } else if (what < 11) {
      out += damaged(r);
      if (r.below(8) != 0 && out.back() == '>') out.resize(out.size() - 4);
    } else {
      std::string one(any_of(r, foreign));
      if (r.below(3) == 0) one = "a" + one + "a";
      for (std::uint32_t layer = r.below(4); layer < 3; ++layer) {
        one = misread(
            one,
            charsets[r.below(static_cast<std::uint32_t>(charsets.size()))]);
        if (r.below(3) != 0) break;
      }
      out += one;
    }
    if (r.below(2) != 0) out += ' ';
  }
  return out;
}

std::string visible(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', true);
}

bool same_notes(const std::vector<unicode::repair_note>& a,
                const std::vector<unicode::repair_note>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].begin != b[i].begin || a[i].end != b[i].end ||
        a[i].kind != b[i].kind || a[i].text != b[i].text) {
      return false;
    }
  }
  return true;
}

// Whether repair() is repair_all(); counts what was changed.
bool agree(const std::string& text, const unicode::repair_options& options,
           std::size_t& changed) {
  unicode::repaired near, all;
  const bool some = unicode::repair(text, options, near);
  if (unicode::repair_all(text, options, all) != some) return false;
  changed += some ? 1 : 0;
  return near.text == all.text && same_notes(near.notes, all.notes);
}

}  // namespace

TEST_SUITE("unicode") {
  TEST_CASE("repair near damage is repair of every character") {
    const charset_table charsets = make_charsets();
    randoms random(20261126);
    std::size_t changed = 0;
    for (int i = copydesk_test::string_count(); i > 0; --i) {
      const std::string text = random_text(random, charsets);
      unicode::repair_options options;
      options.guess_lost_bytes = random.below(4) != 0;
      const bool same = agree(text, options, changed);
      const std::string shown = same ? "" : visible(text);
      INFO(shown);
      REQUIRE(same);
    }
    CHECK_GT(changed, copydesk_test::string_count() / 3);
  }

  TEST_CASE("what begins behind an odd line feed is in the next line") {
    std::size_t changed = 0;
    CHECK(agree("\xC3\x82\n\xC3\xA2\xE2\x82\xAC", {}, changed));
    CHECK(agree("\xC3\x83\n\xC3\xA2\xE2\x82\xAC\n", {}, changed));
    CHECK(agree("x\xC3\xA2\xE2\x82\xAC\n\xC3\x82\n\xC3\xA2\xE2\x82\xAC", {},
                changed));
    CHECK_EQ(changed, 3);
  }

  TEST_CASE("pieces of a long text are repaired near damage, too") {
    const charset_table charsets = make_charsets();
    randoms random(7);
    std::size_t changed = 0;
    for (int i = 0; i < 8; ++i) {
      std::string text;
      while (text.size() < 150000) {
        const bool plain = random.below(8) != 0;
        text += plain ? "Nothing is wrong with this sentence of a report. "
                      : random_text(random, charsets);
        if (text.size() > 4 && text.find('<') != std::string::npos) {
          text.erase(text.find('<'), 1);
        }
      }
      REQUIRE(agree(text, {}, changed));
    }
    CHECK_EQ(changed, 8);
  }

  TEST_CASE("of plain text only what stands around damage is read") {
    std::string text;
    while (text.size() < 10000) text += "All is well on this page of news. ";
    text += "Caf\xC3\x83\xC2\xA9 prices rose. ";
    while (text.size() < 20000) text += "All is well on this page of news. ";
    unicode::repair_units units;
    unicode::read_units_near_damage(text, 0, text.size(), {{0, text.size()}},
                                    units);
    CHECK_GT(units.size(), 30);
    CHECK_LT(units.size(), 100);
  }
}
