// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "text/laid_text.hpp"
#include "train/line_pages.hpp"

namespace copydesk::text {
namespace {

std::vector<train::page_row> rows_of(const char* name) {
  std::vector<train::page_row> out;
  for (const train::page& p :
       train::read_pages(std::string(COPYDESK_TEST_DIR) + "/unit/text/" + name))
    out.insert(out.end(), p.begin(), p.end());
  REQUIRE(!out.empty());
  return out;
}

// The kind of a line where such a line stands on a page.
const char* kind_of(const train::page_row& r) {
  const bool at_top = train::stands_at_top(r.kind);
  const std::string page = train::text_around(r, at_top);
  const laid_text laid = lay_out(page, language_from_code(r.lang));
  REQUIRE(laid.paragraphs.size() == 5 - (at_top ? 1 : 0));
  const auto& p = laid.paragraphs[at_top ? 1 : 3];
  REQUIRE(p.where.of(page) == r.line);
  return train::line_kind_names[static_cast<int>(p.kind)];
}

struct score {
  int right = 0, given = 0, wanted = 0;
  double precision() const { return given == 0 ? 0 : 1.0 * right / given; }
  double recall() const { return wanted == 0 ? 0 : 1.0 * right / wanted; }
};

// Of all lines on their pages.
std::map<std::string, score> scores_on_pages(const char* name) {
  std::map<std::string, score> out;
  for (const train::page& p : train::read_pages(std::string(COPYDESK_TEST_DIR) +
                                                "/unit/text/" + name)) {
    const std::string text = train::text_of(p);
    const laid_text laid = lay_out(text, language_from_code(p[0].lang));
    std::size_t at = 0;
    for (const auto& q : laid.paragraphs) {
      if (at == p.size() || q.where.of(text) != p[at].line) continue;
      const auto kind = p[at++].kind;
      ++out[train::line_kind_names[static_cast<int>(kind)]].wanted;
      score& given = out[train::line_kind_names[static_cast<int>(q.kind)]];
      ++given.given;
      if (q.kind == kind) ++given.right;
    }
    CHECK(at == p.size());
  }
  return out;
}

std::map<std::string, score> scores_of(const char* name) {
  std::map<std::string, score> out;
  for (const train::page_row& r : rows_of(name)) {
    const std::string got = kind_of(r);
    const std::string kind = train::line_kind_names[static_cast<int>(r.kind)];
    ++out[kind].wanted;
    ++out[got].given;
    if (got == kind) ++out[kind].right;
    // Lines of sealed sets are not for reading.
    if (std::string(name).find("sealed") != std::string::npos) continue;
    CAPTURE(r.line);
    CAPTURE(got);
    WARN_EQ(got, kind);
  }
  for (const auto& [kind, s] : out) {
    MESSAGE(std::string(name)
            << " " << kind << ": " << s.right << " right, " << s.given
            << " given, " << s.wanted << " wanted");
  }
  return out;
}

}  // namespace

TEST_SUITE("text") {
  // The weights are learned from these, too: this only keeps them from being
  // lost. What counts is the sealed set.
  TEST_CASE("lines of pages that were learned from are told from text") {
    for (const char* file :
         {"page_lines.tsv", "page_lines_held_out.tsv", "page_lines_blind.tsv",
          "page_lines_world.tsv", "page_lines_whole.tsv",
          "page_lines_whole_2.tsv", "page_lines_whole_3.tsv"}) {
      CAPTURE(file);
      const auto scores = scores_of(file);
      for (const char* kind : {"boilerplate", "byline", "body"}) {
        CAPTURE(kind);
        CHECK(scores.at(kind).precision() >= 0.95);
        // Alone, furniture in small letters looks like text.
        const bool furniture = kind == std::string("boilerplate");
        CHECK(scores.at(kind).recall() >= (furniture ? 0.87 : 0.93));
      }
    }
  }

  // Not learned from, nor read. Each bound is a little under what was
  // measured.
  TEST_CASE("lines that nobody looked at are told from text") {
    const auto scores = scores_of("page_lines_sealed.tsv");
    CHECK(scores.at("boilerplate").precision() >= 0.97);
    CHECK(scores.at("boilerplate").recall() >= 0.81);
    CHECK(scores.at("byline").precision() >= 0.97);
    CHECK(scores.at("byline").recall() >= 0.9);
    CHECK(scores.at("body").recall() >= 0.95);
  }
  TEST_CASE("lines that nobody looked at are told on their pages") {
    const auto scores = scores_on_pages("page_lines_sealed.tsv");
    CHECK(scores.at("boilerplate").precision() >= 0.97);
    CHECK(scores.at("boilerplate").recall() >= 0.91);
    CHECK(scores.at("byline").precision() >= 0.95);
    CHECK(scores.at("byline").recall() >= 0.85);
    CHECK(scores.at("body").recall() >= 0.97);
  }
  TEST_CASE("a second look follows names of author lines down the page") {
    const std::string page =
        "Dam wall cracks above Orrin\n\nBy Ruth Abara\n\n"
        "Engineers found a crack as long as a bus in the wall of the Orrin "
        "dam on Monday, and the valley below it was cleared by night.\n\n"
        "The water company said that the wall would hold until the spring, "
        "and that nobody should go back before the end of the week.\n\n";
    const auto kind_of_last = [&](const char* line) {
      const std::string text = page + line;
      const laid_text laid = lay_out(text, language::en);
      REQUIRE(laid.paragraphs.size() == 5);
      return laid.paragraphs[4].kind;
    };
    CHECK(kind_of_last("Ruth Abara covers water and power for the Courier.") ==
          paragraph_kind::byline);
    CHECK(
        kind_of_last("Ines Calder covers the hole with sand in the evening.") ==
        paragraph_kind::body);
  }
}

}  // namespace copydesk::text
