// SPDX-License-Identifier: Apache-2.0
// Detection of legacy charsets on paragraphs of real text, written in each
// charset by ICU: decoded without a label, they must come out as they were.
// Reads the folder that the environment variable COPYDESK_DATA names; nothing
// to do without it. Of each UDHR text only every second paragraph is taken,
// so that tables learned from the others (`make_detect_data.py ... even`) can
// be measured.
#if defined(COPYDESK_ICU)

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "unicode/decode.hpp"
#include "unicode/scan.hpp"

namespace {

using namespace copydesk;
using texts = std::vector<std::string>;

bool ascii(const std::string& text) {
  return unicode::ascii_length(text, 0) == text.size();
}

void add_paragraphs(const std::string& text, std::size_t shortest, texts& out) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line.size() - begin < shortest) continue;
    out.push_back(line.substr(begin));
  }
}

texts udhr(const std::string& folder, const std::string& files) {
  texts out;
  std::istringstream names(files);
  for (std::string name; names >> name;) {
    std::ifstream in(folder + "/raw/udhr/" + name + ".txt");
    texts all;
    int kept = 0;
    for (std::string line; std::getline(in, line);) {
      const std::size_t begin = line.find_first_not_of(" \t");
      const std::size_t end = line.find_last_not_of(" \t\r\n");
      if (begin == std::string::npos) continue;
      line = line.substr(begin, end - begin + 1);
      // Paragraphs are counted in code points where they are learned from.
      std::size_t points = 0;
      for (char c : line) points += (c & 0xC0) != 0x80;
      if (points <= 20) continue;
      if (kept++ % 2 == 1) all.push_back(line);
    }
    out.insert(out.end(), all.begin(), all.end());
  }
  return out;
}

texts news(const std::string& path) {
  texts out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_object() && row.contains("text")) {
      add_paragraphs(row["text"].get<std::string>(), 60, out);
    }
  }
  return out;
}

// Empty if the text cannot be written in the charset.
std::string encode(const std::string& text, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* to = ucnv_open(charset, &status);
  ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr,
                        nullptr, &status);
  ucnv_setFallback(to, false);
  const icu::UnicodeString in = icu::UnicodeString::fromUTF8(text);
  std::string out(static_cast<std::size_t>(in.length()) * 4 + 16, '\0');
  const int32_t n =
      ucnv_fromUChars(to, &out[0], static_cast<int32_t>(out.size()),
                      in.getBuffer(), in.length(), &status);
  ucnv_close(to);
  if (U_FAILURE(status)) return "";
  out.resize(static_cast<std::size_t>(n));
  return out;
}

// Texts of a language in the segmenter's vectors.
texts segmenter(const std::string& folder, const std::string& language) {
  std::ifstream in(folder + "/vectors/pragmatic_segmenter/specs.json");
  const auto all = nlohmann::json::parse(in, nullptr, false);
  texts out;
  if (!all.is_object()) return out;
  for (const auto& row : all.value(language, nlohmann::json::array())) {
    const std::string text = row.value("text", "");
    if (text.size() >= 40) out.push_back(text);
  }
  return out;
}

struct source {
  const char* charset;
  // UDHR files; "+de" and "+en" are news, "=" the segmenter's.
  const char* languages;
};

constexpr source sources[] = {
    {"windows-1252",
     "+de +en fra spa ita por_PT swe dan nob fin isl "
     "cat =danish =spanish =italian =french =deutsch"},
    {"ISO-8859-1",
     "+de +en fra spa ita por_PT swe dan nob fin isl "
     "cat =danish =spanish =italian =french =deutsch"},
    {"ISO-8859-15",
     "+de +en fra spa ita por_PT swe dan nob fin isl "
     "cat =danish =spanish =italian =french =deutsch"},
    {"macintosh",
     "+de +en fra spa ita por_PT swe dan nob fin "
     "cat =danish =spanish =italian =french =deutsch"},
    {"windows-1250", "pol ces slk hun slv hrv ron +de =polish"},
    {"ISO-8859-2", "pol ces slk hun slv hrv ron +de =polish"},
    {"windows-1254", "tur"},
    {"ISO-8859-9", "tur"},
    {"windows-1251", "rus ukr bul srp_cyrl mkd bel =russian =bulgarian"},
    {"ISO-8859-5", "rus bul srp_cyrl mkd bel =russian =bulgarian"},
    {"KOI8-R", "rus bul =russian =bulgarian"},
    {"KOI8-U", "ukr rus =russian =bulgarian"},
    {"Shift_JIS", "jpn =japanese"},
    {"EUC-JP", "jpn =japanese"},
    {"gb18030", "cmn_hans =chinese"},
    {"Big5", "cmn_hant"},
    {"EUC-KR", "kor"}};

std::string comma_to_cedilla(std::string text) {
  const char* const pairs[][2] = {{"\xC8\x99", "\xC5\x9F"},
                                  {"\xC8\x9B", "\xC5\xA3"},
                                  {"\xC8\x98", "\xC5\x9E"},
                                  {"\xC8\x9A", "\xC5\xA2"}};
  for (const auto& p : pairs) {
    for (std::size_t i; (i = text.find(p[0])) != std::string::npos;) {
      text.replace(i, 2, p[1]);
    }
  }
  return text;
}

texts all_of(const std::string& folder, const std::string& languages,
             const texts& german, const texts& english) {
  texts out;
  std::istringstream names(languages);
  for (std::string name; names >> name;) {
    if (name == "+de") {
      out.insert(out.end(), german.begin(), german.end());
    } else if (name == "+en") {
      out.insert(out.end(), english.begin(), english.end());
    } else {
      const texts more = name[0] == '=' ? segmenter(folder, name.substr(1))
                                        : udhr(folder, name);
      out.insert(out.end(), more.begin(), more.end());
    }
  }
  return out;
}

}  // namespace

TEST_SUITE("conformance") {
  TEST_CASE("97 % of paragraphs are decoded right without a label") {
    const char* folder = std::getenv("COPYDESK_DATA");
    if (folder == nullptr) return;
    const std::string data = folder;
    const texts german = news(data + "/german_wikinews_dev.jsonl");
    const texts english = news(data + "/worldwide_dev.jsonl");
    for (const source& s : sources) {
      int right = 0, all = 0;
      std::map<std::string, int> wrong;
      for (std::string text : all_of(data, s.languages, german, english)) {
        text = comma_to_cedilla(text);
        if (ascii(text)) continue;
        const std::string bytes = encode(text, s.charset);
        if (bytes.empty() || unicode::scan(bytes).valid == bytes.size()) {
          continue;
        }
        const auto read = unicode::decode(bytes, "");
        ++all;
        if (read && read.value().text() == text) {
          ++right;
        } else {
          const char* const as = read ? read.value().encoding : "failed";
          if (++wrong[as] <= 3 && std::getenv("COPYDESK_SHOW") != nullptr) {
            MESSAGE(std::string(s.charset), " as ", std::string(as), ": ",
                    text.substr(0, 100));
          }
        }
      }
      std::string confusion;
      for (const auto& w : wrong) {
        confusion += " " + w.first + " " + std::to_string(w.second);
      }
      MESSAGE(std::string(s.charset), ": ", right, " of ", all, ",", confusion);
      CHECK_GE(right, all * 97 / 100);
      CHECK_GT(all, 0);
    }
  }
}

#endif  // COPYDESK_ICU
