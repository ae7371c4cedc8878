// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <string>
#include <vector>

#include "copydesk/copydesk.hpp"
#include "fuzz/targets.hpp"
#include "unicode/scan.hpp"
#include "unit/document_promises.hpp"

namespace copydesk_fuzz {
namespace {

using namespace copydesk;

constexpr const char* languages[] = {"",   "en", "de", "fr", "es",
                                     "it", "pt", "ru", "nl", "und"};

constexpr std::string_view names =
    "Ana Torres\tPERSON\tq1\nOslo\tGPE\nWorld Bank\tORG\tq2\nsaid\tORG\tq3\n";

// What a caller's own recognizer may hand over: any places.
std::vector<entity> given(std::string_view bytes) {
  std::vector<entity> out;
  for (std::size_t i = 0; i + 2 < bytes.size() && out.size() < 8; i += 3) {
    entity e;
    const auto number = [&](std::size_t at) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]));
    };
    e.where.begin = number(i);
    e.where.end = e.where.begin + number(i + 1) % 32;
    e.type = static_cast<entity_type>(1 + number(i + 2) % 10);
    out.push_back(e);
  }
  return out;
}

// Codes with which an analysis of any bytes may fail.
bool may_fail(const failure& why, std::size_t size) {
  switch (why.code) {
    case errc::bad_text:
    case errc::unsupported:
      return why.offset <= size && *why.message != 0;
    default:
      return false;
  }
}

}  // namespace

const char* analyze(std::string_view bytes) {
  if (bytes.size() < 2) return nullptr;
  static const analyzer reader = analyzer::create().value();
  static const auto known = copydesk::gazetteer::load(names).value();
  const auto bits = static_cast<unsigned char>(bytes[0]);
  const std::string_view text = bytes.substr(2);
  options how;
  how.language =
      languages[static_cast<unsigned char>(bytes[1]) % std::size(languages)];
  how.tokens = bits & 1;
  how.normalized = bits & 2;
  if (bits & 4) how.quotes = quote_style::attributions;
  if (bits & 8) how.names = &known;
  const std::vector<entity> theirs = given(text);
  if (bits & 16) how.entities = &theirs;
  if (bits & 32) how.min_confidence = 0.5F;
  const auto read = reader.analyze(text, how);
  if (!read) return may_fail(read.error(), text.size()) ? nullptr : "failure";
  const document& doc = read.value();
  static std::string why;
  why = copydesk_test::broken_promise(doc, text, how);
  const bool plain =
      doc.encoding == "UTF-8" && unicode::scan(text).valid == text.size();
  if (why.empty() && plain) {
    if (!to_html(doc, text)) return "no page";
  }
  if (why.empty() && plain && (bits & 64) && !(bits & 16)) {
    how.offsets = bits & 128 ? offset_unit::utf16 : offset_unit::codepoints;
    const auto again = reader.analyze(text, how);
    if (!again) return "no second reading";
    why = copydesk_test::other_unit(doc, again.value(), text, how.offsets);
  }
  return why.empty() ? nullptr : why.c_str();
}

const char* gazetteer(std::string_view bytes) {
  static const analyzer reader = analyzer::create().value();
  const auto loaded = copydesk::gazetteer::load(bytes);
  if (!loaded) {
    const failure& why = loaded.error();
    const bool mark = why.offset == 3 && bytes[0] == '\xEF';
    const bool line =
        why.offset < bytes.size() &&
        (why.offset == 0 || mark || bytes[why.offset - 1] == '\n');
    return why.code == errc::invalid && line ? nullptr : "failure";
  }
  options how;
  how.language = "en";
  how.names = &loaded.value();
  const auto read = reader.analyze(bytes, how);
  if (!read) return may_fail(read.error(), bytes.size()) ? nullptr : "failure";
  static std::string why;
  why = copydesk_test::broken_promise(read.value(), bytes, how);
  return why.empty() ? nullptr : why.c_str();
}

}  // namespace copydesk_fuzz
