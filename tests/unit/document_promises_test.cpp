// SPDX-License-Identifier: Apache-2.0
#include "unit/document_promises.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/targets.hpp"
#include "unit/random_text.hpp"

namespace {

using namespace copydesk;

// The articles of golden/, in the order of their names.
std::vector<std::string> articles() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder =
      std::filesystem::path(COPYDESK_TEST_DIR) / "golden";
  for (const auto& f : std::filesystem::directory_iterator(folder)) {
    if (f.path().extension() == ".txt") files.push_back(f.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> out;
  for (const auto& f : files) {
    std::ifstream in(f, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in),
                     std::istreambuf_iterator<char>());
  }
  return out;
}

// Pieces of articles one behind the other, cut anywhere, with a mark, a break
// or a broken byte between some of them.
std::string torn(const std::vector<std::string>& from,
                 copydesk_test::randoms& r) {
  static constexpr const char* between[] = {"\"",
                                            "\xE2\x80\x9C",
                                            "\xE2\x80\x9D",
                                            "\xE2\x80\x98",
                                            "\xE2\x80\x99",
                                            "\xC2\xAB",
                                            "\xE2\x80\x9E",
                                            "'",
                                            "``",
                                            "''",
                                            "\n\n",
                                            "\n",
                                            "(",
                                            ")",
                                            ", ",
                                            ": ",
                                            " - ",
                                            "\xE2\x80\x94",
                                            "\xFF",
                                            "\xC2\xAD",
                                            "&quot;",
                                            "\r",
                                            " said ",
                                            ", he said, ",
                                            " that ",
                                            " according to "};
  std::string out;
  for (std::uint32_t n = 1 + r.below(8); n != 0; --n) {
    const std::string& a =
        from[r.below(static_cast<std::uint32_t>(from.size()))];
    const std::uint32_t size = static_cast<std::uint32_t>(a.size());
    const std::uint32_t at = r.below(size);
    out += a.substr(at, r.below(160));
    if (r.below(2) == 0) out += between[r.below(std::size(between))];
  }
  return out;
}

}  // namespace

TEST_SUITE("analyze") {
  TEST_CASE("a document of torn articles keeps every promise") {
    const std::vector<std::string> from = articles();
    REQUIRE(from.size() >= 3);
    copydesk_test::randoms r(20261128);
    for (int i = 0; i < copydesk_test::string_count() / 50; ++i) {
      std::string bytes;
      bytes += static_cast<char>(r.below(256));
      bytes += static_cast<char>(r.below(3) == 0 ? r.below(10) : 1);
      bytes += torn(from, r);
      CAPTURE(bytes);
      const char* const why = copydesk_fuzz::analyze(bytes);
      const std::string broken = why == nullptr ? "" : why;
      REQUIRE(broken == "");
    }
  }

  TEST_CASE("the promises are asked for") {
    const std::string text = "\"We won,\" Ana Torres of Oslo said on Monday.";
    const options how;
    const document good = analyzer::create().value().analyze(text, how).value();
    REQUIRE(good.quotes.size() == 1);
    REQUIRE(good.names.size() == 2);
    const auto broken = [&](auto change) {
      document d = good;
      change(d);
      return copydesk_test::broken_promise(d, text, how);
    };
    CHECK(broken([](document&) {}) == "");
    CHECK(broken([](document& d) { d.length = 7; }) == "length");
    CHECK(broken([](document& d) { d.sentences[0].end = 99; }) == "sentences");
    CHECK(broken([](document& d) {
            d.paragraphs[0].kind = paragraph_kind::boilerplate;
          }) == "a sentence lies in a paragraph of text");
    CHECK(broken([](document& d) { d.entities[1].where.begin = 0; }) ==
          "entities");
    CHECK(broken([](document& d) { d.entities[0].confidence = 2; }) ==
          "confidence of entity");
    CHECK(broken([](document& d) { d.entities[0].name = 1; }) ==
          "a name knows its mentions");
    CHECK(broken([](document& d) { d.names[0].mentions = {1}; }) != "");
    CHECK(broken([](document& d) { d.names[0].quotes.clear(); }) ==
          "a speaker knows the quote");
    CHECK(broken([](document& d) { d.quotes[0].content.clear(); }) ==
          "content");
    CHECK(broken([](document& d) { d.quotes[0].parent = 0; }) == "parent");
    CHECK(broken([](document& d) { d.quotes[0].text.clear(); }) ==
          "text of quote");
    document moved = good;
    moved.quotes[0].cue.begin += 1;
    CHECK(copydesk_test::other_unit(good, moved, text, offset_unit::utf16) !=
          "");
    CHECK(copydesk_test::other_unit(good, good, text, offset_unit::utf16) ==
          "");
  }
}
