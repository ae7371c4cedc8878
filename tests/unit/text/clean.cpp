// SPDX-License-Identifier: Apache-2.0
#include "text/clean.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace copydesk;
using namespace std::string_view_literals;

namespace {

text::clean_text cleaned(std::string_view bytes, const char* charset = "",
                         offset_unit unit = offset_unit::bytes) {
  normalize_options options;
  options.charset = charset;
  auto made = text::clean(bytes, options, unit);
  REQUIRE(made);
  return std::move(made).value();
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("clean text is what was meant, whatever the encoding") {
    struct row {
      std::string_view bytes;
      const char* charset;
      std::string_view text;
      const char* encoding;
    };
    const row rows[] = {
        {""sv, "", "", "UTF-8"},
        {"Lavrov said"sv, "", "Lavrov said", "UTF-8"},
        {"\xEF\xBB\xBFMoscow"sv, "", "Moscow", "UTF-8"},
        {"\xFF\xFEH\0i\0"sv, "", "Hi", "UTF-16LE"},
        {"\xFE\xFF\0H\0i"sv, "", "Hi", "UTF-16BE"},
        {"\xFF\xFE\x3D\xD8\x00\xDE"sv, "", "\xF0\x9F\x98\x80", "UTF-16LE"},
        {"\xFF\xFE\x3D\xD8x\0"sv, "", "\xEF\xBF\xBDx", "UTF-16LE"},
        {"\xFF\xFEH\0i"sv, "", "H\xEF\xBF\xBD", "UTF-16LE"},
        {"\xFF\xFE\0\0H\0\0\0"sv, "", "H", "UTF-32LE"},
        {"\0\0\xFE\xFF\0\0\0H"sv, "", "H", "UTF-32BE"},
        {"\0\0\xFE\xFF\0\x11\0\0"sv, "", "\xEF\xBF\xBD", "UTF-32BE"},
        {"N\0o\0 \0m\0a\0r\0k\0"sv, "", "No mark", "UTF-16LE"},
        {"\0N\0o\0 \0m\0a\0r\0k"sv, "", "No mark", "UTF-16BE"},
        {"caf\xE9"sv, "latin1", "caf\xC3\xA9", "ISO-8859-1"},
        {"\x93Yes\x94"sv, " ISO-8859-1 ", "\xE2\x80\x9CYes\xE2\x80\x9D",
         "windows-1252"},
        {"\xCF\xF0\xE8"sv, "cp1251", "\xD0\x9F\xD1\x80\xD0\xB8",
         "windows-1251"},
        {"e\xCC\x81t\xC3\xA9"sv, "", "\xC3\xA9t\xC3\xA9", "UTF-8"},
        {"\xC3\xA9 \xE2\x82 x"sv, "", "\xC3\xA9 \xEF\xBF\xBD x", "UTF-8"},
        {"a few\0 zeros"sv, "", "a few zeros", "UTF-8"},
    };
    for (const row& r : rows) {
      CAPTURE(r.text);
      const text::clean_text c = cleaned(r.bytes, r.charset);
      CHECK_EQ(c.text, r.text);
      CHECK_EQ(std::string(c.encoding), r.encoding);
      const span whole =
          c.map.to_source({0, static_cast<std::uint32_t>(c.text.size())});
      CHECK_LE(whole.end, r.bytes.size());
    }
  }

  TEST_CASE("each clean character knows its source bytes") {
    // byte order mark, e + acute, x
    const text::clean_text c = cleaned(
        "\xEF\xBB\xBF"
        "e\xCC\x81x");
    CHECK_EQ(c.text, "\xC3\xA9x");
    CHECK(c.map.to_source({0, 2}) == span{3, 6});
    CHECK(c.map.to_source({2, 3}) == span{6, 7});
    CHECK(c.map.to_source({0, 3}) == span{3, 7});
    CHECK(c.map.to_source({2, 2}) == span{6, 6});
    CHECK(c.map.to_clean({0, 3}) == text::clean_span{0, 0});
    CHECK(c.map.to_clean({3, 6}) == text::clean_span{0, 2});
    CHECK(c.map.to_clean({0, 7}) == text::clean_span{0, 3});
  }

  TEST_CASE("offsets in UTF-16 units and code points are of the input") {
    // e acute (2 bytes, 1, 1), face (4, 2, 1), ill-formed (2, 1, 1), x
    constexpr std::string_view bytes = "\xC3\xA9\xF0\x9F\x98\x80\xE2\x82x"sv;
    const auto utf16 = cleaned(bytes, "", offset_unit::utf16);
    CHECK(utf16.map.in_unit({0, 9}) == span{0, 5});
    CHECK(utf16.map.in_unit({2, 6}) == span{1, 3});
    CHECK(utf16.map.in_unit({8, 9}) == span{4, 5});
    CHECK(utf16.map.in_bytes({1, 3}) == span{2, 6});
    const auto points = cleaned(bytes, "", offset_unit::codepoints);
    CHECK(points.map.in_unit({0, 9}) == span{0, 4});
    CHECK(points.map.in_unit({2, 6}) == span{1, 2});
    CHECK(points.map.in_bytes({1, 2}) == span{2, 6});
  }

  TEST_CASE("ill-formed bytes are reported, a note a run") {
    const text::clean_text c = cleaned("\xC3\xA9\xC3\xA9 a\x80\x81z");
    REQUIRE_EQ(c.repairs.size(), 1);
    CHECK_EQ(c.repairs[0].begin, 6);
    CHECK_EQ(c.repairs[0].end, 8);
    CHECK(c.repairs[0].kind == repair_kind::encoding);
    CHECK_EQ(c.repairs[0].text, "\xEF\xBF\xBD\xEF\xBF\xBD");
  }

  TEST_CASE("clean text is not copied") {
    const std::string bytes = "Nothing to do: caf\xC3\xA9.";
    CHECK_EQ(static_cast<const void*>(cleaned(bytes).text.data()),
             static_cast<const void*>(bytes.data()));
    CHECK_EQ(cleaned(bytes).map.memory(), 0);
  }

  TEST_CASE("binary data is refused, with the place") {
    std::string bytes = "PNG";
    for (int i = 0; i < 200; ++i) bytes += static_cast<char>(i * 37);
    const auto made = text::clean(bytes, {});
    REQUIRE_FALSE(made);
    CHECK(made.error().code == errc::bad_text);
    CHECK_EQ(made.error().offset, 3);
  }
}
