// SPDX-License-Identifier: Apache-2.0
#include "spec/spec.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace copydesk_spec {
namespace {

std::map<std::string, verb_function>& verbs() {
  static std::map<std::string, verb_function> all;
  return all;
}

struct example {
  int line = 0;
  std::string section;  // the last heading of "## " before it
  std::string verb, arguments, input, expected;
};

void append_utf8(unsigned long c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string unescape(const std::string& s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\\' && s.compare(i, 2, "\\\\") == 0) {
      out += '\\';
      i += 1;
    } else if (s.compare(i, 2, "\\x") == 0 && i + 3 < s.size()) {
      out += static_cast<char>(std::stoul(s.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else if (s.compare(i, 3, "\\u{") == 0) {
      const std::size_t close = s.find('}', i);
      append_utf8(std::stoul(s.substr(i + 3, close - i - 3), nullptr, 16), out);
      i = close;
    } else {
      out += s[i];
    }
  }
  return out;
}

std::string join(const std::vector<std::string>& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != 0) out += '\n';
    out += lines[i];
  }
  return out;
}

std::vector<example> read_examples(const std::filesystem::path& file) {
  std::vector<example> out;
  std::ifstream in(file, std::ios::binary);
  std::string line;
  int number = 0;
  enum { prose, input, expected } where = prose;
  example now;
  std::string section;
  std::vector<std::string> lines;
  while (std::getline(in, line)) {
    ++number;
    if (where == prose && line.compare(0, 3, "## ") == 0) {
      section = line.substr(3);
    }
    if (where == prose && line.compare(0, 5, "```` ") == 0) {
      now = {};
      now.line = number;
      now.section = section;
      const std::size_t space = line.find(' ', 5);
      now.verb = line.substr(5, space - 5);
      if (space != std::string::npos) now.arguments = line.substr(space + 1);
      lines.clear();
      where = input;
    } else if (where == input && line == ".") {
      now.input = unescape(join(lines));
      lines.clear();
      where = expected;
    } else if (where == expected && line == "````") {
      now.expected = unescape(join(lines));
      out.push_back(now);
      where = prose;
    } else if (where != prose) {
      lines.push_back(line);
    }
  }
  CHECK_MESSAGE(where == prose, file.string(), ": the last example is open");
  return out;
}

// The rows "| phenomenon | examples |" at the head of a manual, if it has them.
std::map<std::string, long> read_counts(const std::filesystem::path& file) {
  std::map<std::string, long> out;
  std::ifstream in(file, std::ios::binary);
  std::string line;
  bool table = false;
  while (std::getline(in, line) && line.compare(0, 3, "## ") != 0) {
    if (line == "| phenomenon | examples |") table = true;
    if (!table || line.compare(0, 2, "| ") != 0) continue;
    const std::size_t bar = line.find(" | ", 2);
    if (bar == std::string::npos || line.compare(bar + 3, 8, "examples") == 0) {
      continue;
    }
    out[line.substr(2, bar - 2)] = std::stol(line.substr(bar + 3));
  }
  return out;
}

}  // namespace

verb::verb(const char* name, verb_function run) { verbs()[name] = run; }

TEST_SUITE("spec") {
  TEST_CASE("every example of the manual holds") {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(COPYDESK_TEST_DIR) / "spec")) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      const std::vector<example> examples = read_examples(file);
      CHECK_MESSAGE(!examples.empty(), file.string(), " has no example");
      for (const example& e : examples) {
        CAPTURE(file.filename().string());
        CAPTURE(e.line);
        const auto found = verbs().find(e.verb);
        REQUIRE_MESSAGE(found != verbs().end(), "no verb ", e.verb);
        CHECK_EQ(found->second(e.arguments, e.input), e.expected);
      }
    }
  }

  TEST_CASE("the head of the manual of quotations counts its examples") {
    const std::filesystem::path file =
        std::filesystem::path(COPYDESK_TEST_DIR) / "spec" / "quotes.txt";
    std::map<std::string, long> counted;
    for (const example& e : read_examples(file)) {
      ++counted[e.section];
      ++counted["all"];
    }
    CHECK(counted == read_counts(file));
    CHECK(counted["all"] >= 300);
  }
}

}  // namespace copydesk_spec
