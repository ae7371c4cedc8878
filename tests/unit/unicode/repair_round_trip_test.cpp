// SPDX-License-Identifier: Apache-2.0
// Clean paragraphs are damaged in every way that is known, and come back.
#include <doctest/doctest.h>

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

#include "unit/unicode/repair_cases.hpp"

namespace {

namespace unicode = copydesk::unicode;
using copydesk_test::mend;
using copydesk_test::misread;
using copydesk_test::misread_latin1;
using charset = unicode::misread_charset;

struct paragraph {
  std::string language;
  std::string text;
};

// A line of the file: the language, a tab, the paragraph.
std::vector<paragraph> read_paragraphs() {
  std::ifstream in(COPYDESK_TEST_DIR "/unit/unicode/paragraphs.txt",
                   std::ios::binary);
  std::vector<paragraph> out;
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    out.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return out;
}

std::string replaced(std::string text, std::string_view from,
                     std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    const char32_t c = unicode::decode_at(text, at, length);
    if (c >= 0x80 || c == '&' || c == '<' || c == '"') {
      out += "&#" + std::to_string(static_cast<std::uint32_t>(c)) + ";";
    } else {
      unicode::append_utf8(c, out);
    }
  }
  return out;
}

// Every other word damaged: good text with stretches of mojibake.
std::string in_stretches(std::string_view text, charset from) {
  std::string out;
  bool bad = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = text.find(' ', at);
    const std::size_t end =
        space == std::string_view::npos ? text.size() : space + 1;
    const std::string_view word = text.substr(at, end - at);
    out += bad ? misread(word, from) : std::string(word);
    bad = !bad;
    at = end;
  }
  return out;
}

struct damage {
  const char* name;
  std::string (*make)(const std::string&);
};

const damage damages[] = {
    {"windows-1252",
     [](const std::string& s) { return misread(s, charset::windows_1252); }},
    {"Latin-1", [](const std::string& s) { return misread_latin1(s); }},
    {"windows-1250",
     [](const std::string& s) { return misread(s, charset::windows_1250); }},
    {"windows-1251",
     [](const std::string& s) { return misread(s, charset::windows_1251); }},
    {"MacRoman",
     [](const std::string& s) { return misread(s, charset::mac_roman); }},
    {"windows-1252 twice",
     [](const std::string& s) {
       return misread(misread(s, charset::windows_1252), charset::windows_1252);
     }},
    {"Latin-1, then windows-1252",
     [](const std::string& s) {
       return misread(misread_latin1(s), charset::windows_1252);
     }},
    {"windows-1252 three times",
     [](const std::string& s) {
       return misread(
           misread(misread(s, charset::windows_1252), charset::windows_1252),
           charset::windows_1252);
     }},
    {"windows-1252 in stretches",
     [](const std::string& s) {
       return in_stretches(s, charset::windows_1252);
     }},
    {"windows-1251 in stretches",
     [](const std::string& s) {
       return in_stretches(s, charset::windows_1251);
     }},
    {"MacRoman in stretches",
     [](const std::string& s) { return in_stretches(s, charset::mac_roman); }},
    {"windows-1252, no-break spaces made spaces",
     [](const std::string& s) {
       return replaced(misread(s, charset::windows_1252), "\xC2\xA0", " ");
     }},
    {"numeric references", [](const std::string& s) { return escaped(s); }},
    {"references escaped again",
     [](const std::string& s) { return escaped(escaped(s)); }},
    {"references over mojibake",
     [](const std::string& s) {
       return escaped(misread(s, charset::windows_1252));
     }},
    {"soft hyphens and zero-width spaces in words",
     [](const std::string& s) {
       return replaced(replaced(s, "nt", "n\xC2\xADt"), "er", "e\xE2\x80\x8Br");
     }},
};

}  // namespace

TEST_SUITE("unicode") {
  TEST_CASE("paragraphs in many languages come back from all damage") {
    std::size_t all = 0, back = 0;
    const std::vector<paragraph> paragraphs = read_paragraphs();
    REQUIRE_GT(paragraphs.size(), 20);
    for (const paragraph& p : paragraphs) {
      CAPTURE(p.language);
      CHECK_EQ(mend(p.text), p.text);
      for (const damage& d : damages) {
        ++all;
        const std::string got = mend(d.make(p.text));
        if (got == p.text) {
          ++back;
        } else {
          MESSAGE(p.language, ", ", std::string(d.name), ": ", got);
        }
      }
    }
    MESSAGE(back, " of ", all, " came back exactly");
    CHECK_GE(back, all);
  }
}
