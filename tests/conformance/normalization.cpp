// SPDX-License-Identifier: Apache-2.0
// Every row of NormalizationTest.txt (package unicode-data), in our NFC and
// NFKC, and every code point that it does not list.
#include <doctest/doctest.h>

#include <cstdio>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "unicode/normalize.hpp"
#include "unicode/utf8.hpp"

namespace {

using namespace copydesk;

std::string form(const std::string& text, bool nfkc) {
  normalize_options options;
  options.nfkc = nfkc;
  unicode::normalized out;
  const unicode::outcome did = unicode::normalize(text, options, 0, out);
  return did == unicode::outcome::unchanged ? text : out.text;
}

std::string read_all(const char* command) {
  std::string out;
  FILE* pipe = popen(command, "r");
  if (pipe == nullptr) return out;
  char some[65536];
  for (std::size_t n; (n = fread(some, 1, sizeof some, pipe)) != 0;) {
    out.append(some, n);
  }
  pclose(pipe);
  return out;
}

std::string text_of(const std::string& codes) {
  std::istringstream in(codes);
  std::string out, code;
  while (in >> code) {
    unicode::append_utf8(static_cast<char32_t>(std::stoul(code, nullptr, 16)),
                         out);
  }
  return out;
}

}  // namespace

TEST_SUITE("conformance") {
  TEST_CASE("NormalizationTest: every row, and every code point besides") {
    std::istringstream file(read_all(
        "bzcat /usr/share/unicode/NormalizationTest.txt.bz2 2>/dev/null || "
        "cat /usr/share/unicode/NormalizationTest.txt 2>/dev/null"));
    std::set<std::string> listed;
    std::string line;
    int rows = 0;
    while (std::getline(file, line)) {
      if (line.empty() || line[0] == '#' || line[0] == '@') continue;
      std::istringstream in(line);
      std::string c[5];
      for (std::string& field : c) {
        std::getline(in, field, ';');
        field = text_of(field);
      }
      ++rows;
      CAPTURE(line);
      for (int i = 0; i < 5; ++i) {
        CHECK_EQ(form(c[i], false), i < 3 ? c[1] : c[3]);
        CHECK_EQ(form(c[i], true), c[3]);
      }
      listed.insert(c[0]);
    }
    if (rows == 0) {
      WARN_MESSAGE(false, "package unicode-data is missing");
      return;
    }
    CHECK_GT(rows, 18000);
    for (char32_t code = 0; code < 0x110000; ++code) {
      if (code >= 0xD800 && code < 0xE000) continue;
      std::string text;
      unicode::append_utf8(code, text);
      if (listed.count(text) != 0) continue;
      if (form(text, false) != text || form(text, true) != text) {
        FAIL_CHECK("changed: ", static_cast<unsigned>(code));
      }
    }
  }
}
