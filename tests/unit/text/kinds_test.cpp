// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "text/laid_text.hpp"

namespace copydesk::text {
namespace {

const char* const headline = "Ferry talks end without a deal\n\n";
const char* const text =
    "The two governments met for nine hours on Tuesday and agreed on nothing "
    "but the date of their next meeting, officials said.\n\n";

struct line_row {
  std::string kind, line, lang;
};

std::vector<line_row> rows_of(const char* name) {
  std::ifstream in(std::string(COPYDESK_TEST_DIR) + "/unit/text/" + name);
  REQUIRE(in.good());
  std::vector<line_row> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    line_row r;
    const std::size_t tab = line.find('\t');
    r.kind = line.substr(0, tab);
    r.line = line.substr(tab + 1);
    r.lang = "en";
    const std::size_t second = r.line.find('\t');
    if (second != std::string::npos) {
      r.lang = r.line.substr(second + 1);
      r.line.resize(second);
    }
    out.push_back(r);
  }
  return out;
}

// The kind of a line where such a line stands on a page.
std::string kind_of(const line_row& r) {
  static const char* const names[] = {"body",   "headline", "dateline",
                                      "byline", "caption",  "boilerplate"};
  const bool at_top = r.kind == "byline" || r.kind == "dateline";
  const std::string page =
      at_top ? headline + r.line + "\n\n" + text + text
             : headline + (text + (text + r.line)) + "\n\n" + text;
  const laid_text laid = lay_out(page, language_from_code(r.lang));
  REQUIRE(laid.paragraphs.size() == 5 - (at_top ? 1 : 0));
  const auto& p = laid.paragraphs[at_top ? 1 : 3];
  REQUIRE(p.where.of(page) == r.line);
  return names[static_cast<int>(p.kind)];
}

struct score {
  int right = 0, given = 0, wanted = 0;
  double precision() const { return given == 0 ? 0 : 1.0 * right / given; }
  double recall() const { return wanted == 0 ? 0 : 1.0 * right / wanted; }
};

std::map<std::string, score> scores_of(const char* name) {
  std::map<std::string, score> out;
  for (const line_row& r : rows_of(name)) {
    const std::string got = kind_of(r);
    ++out[r.kind].wanted;
    ++out[got].given;
    if (got == r.kind) ++out[r.kind].right;
    CAPTURE(r.line);
    CAPTURE(got);
    WARN_EQ(got, r.kind);
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
  // lost. What counts is the blind set.
  TEST_CASE("lines of pages are told from text") {
    const auto scores = scores_of("page_lines.tsv");
    for (const char* kind : {"boilerplate", "byline"}) {
      CAPTURE(kind);
      CHECK(scores.at(kind).precision() >= 0.95);
      CHECK(scores.at(kind).recall() >= 0.85);
    }
  }

  TEST_CASE("lines that no rule was made for are rarely taken for furniture") {
    const auto scores = scores_of("page_lines_held_out.tsv");
    for (const char* kind : {"boilerplate", "byline"}) {
      CAPTURE(kind);
      CHECK(scores.at(kind).precision() >= 0.95);
      CHECK(scores.at(kind).recall() >= 0.75);
    }
  }

  TEST_CASE("lines that nobody looked at are told from text") {
    const auto scores = scores_of("page_lines_blind.tsv");
    CHECK(scores.at("boilerplate").precision() >= 0.94);
    CHECK(scores.at("boilerplate").recall() >= 0.79);
    CHECK(scores.at("byline").precision() >= 0.94);
    CHECK(scores.at("byline").recall() >= 0.74);
    CHECK(scores.at("body").recall() >= 0.97);
  }
}

}  // namespace copydesk::text
