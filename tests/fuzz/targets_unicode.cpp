// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/targets.hpp"
#include "unicode/decode.hpp"
#include "unicode/normalize.hpp"
#include "unicode/scan.hpp"
#include "unicode/utf8.hpp"
#include "unit/way_back.hpp"

namespace copydesk_fuzz {
namespace {

using namespace copydesk;

constexpr const char* labels[] = {
    "",         "utf-8",     "utf-16le",    "utf-16be",  "utf-32le",
    "utf-32be", "latin1",    "cp1250",      "cp1251",    "koi8-u",
    "mac",      "shift_jis", "euc-jp",      "gb18030",   "big5",
    "euc-kr",   "no label",  "iso-2022-jp", "iso-8859-6"};

const char* label_of(char byte) {
  return labels[static_cast<unsigned char>(byte) % std::size(labels)];
}

normalize_options options_of(char byte) {
  const auto bits = static_cast<unsigned char>(byte);
  normalize_options o;
  o.nfkc = bits & 1;
  o.fold_case = bits & 2;
  o.plain_marks = bits & 4;
  o.plain_dashes = bits & 8;
  o.plain_spaces = bits & 16;
  o.plain_ellipses = bits & 32;
  o.plain_digits = bits & 64;
  o.repair = !(bits & 128);
  return o;
}

bool well_formed(std::string_view text) {
  return unicode::scan(text).valid == text.size();
}

// Whether places stand at characters of the text, in order.
bool in_order(const unicode::scan_places& places, std::string_view text) {
  std::size_t last = 0;
  for (const std::uint32_t at : places.at) {
    if (at < last || at >= text.size()) return false;
    if (!unicode::begins_char(text[at])) return false;
    last = at;
  }
  return places.end <= text.size();
}

}  // namespace

const char* decode(std::string_view bytes) {
  if (bytes.empty()) return nullptr;
  const std::string_view rest = bytes.substr(1);
  const auto read = unicode::decode(rest, label_of(bytes[0]));
  if (!read) return read.error().offset <= rest.size() ? nullptr : "offset";
  const unicode::decoded_text& d = read.value();
  if (!well_formed(d.text())) return "well formed";
  unicode::scan_notes notes;
  const unicode::scan_result seen = unicode::scan(d.text(), notes);
  if (!in_order(notes.odd, d.text()) || !in_order(notes.doubts, d.text())) {
    return "places";
  }
  const std::size_t doubt =
      notes.doubts.at.empty() ? d.text().size() : notes.doubts.at[0];
  if (seen.nfc != doubt) return "nfc";
  if (!d.changes.unchanged()) {
    if (d.changes.source_length() != rest.size()) return "source length";
    if (d.changes.result_length() != d.text().size()) return "result length";
  } else if (d.text() != rest) {
    return "unchanged";
  }
  std::uint32_t last = 0;
  for (const unicode::repair_note& n : d.notes) {
    if (n.begin < last || n.end <= n.begin || n.end > rest.size()) {
      return "notes";
    }
    last = n.end;
  }
  return nullptr;
}

const char* normalize(std::string_view bytes) {
  if (bytes.empty()) return nullptr;
  const normalize_options how = options_of(bytes[0]);
  const auto read = unicode::decode(bytes.substr(1), "utf-8");
  if (!read) return "not decoded";
  const std::string_view text = read.value().text();
  unicode::normalized once, twice;
  if (unicode::normalize(text, how, nullptr, once) ==
      unicode::outcome::unchanged) {
    return nullptr;
  }
  if (!well_formed(once.text)) return "well formed";
  if (once.changes.source_length() != text.size()) return "source length";
  if (once.changes.result_length() != once.text.size()) {
    return "result length";
  }
  const bool stable = unicode::normalize(once.text, how, nullptr, twice) ==
                      unicode::outcome::unchanged;
  return stable ? nullptr : "idempotent";
}

const char* map(std::string_view bytes) {
  if (bytes.size() < 2) return nullptr;
  normalize_options how = options_of(bytes[0]);
  how.charset = label_of(bytes[1]);
  // One unit a run: two runs of one tell more than one of both.
  const bool high = (bytes[1] & 0x80) != 0;
  const offset_unit unit = high ? offset_unit::codepoints : offset_unit::utf16;
  static std::string why;
  why = copydesk_test::broken_promise(bytes.substr(2), how, 1, {unit});
  return why.empty() ? nullptr : why.c_str();
}

int run(target t, const std::uint8_t* data, std::size_t size) {
  const char* const why = t({reinterpret_cast<const char*>(data), size});
  if (why == nullptr) return 0;
  std::fprintf(stderr, "broken promise: %s\n", why);
  std::abort();
}

}  // namespace copydesk_fuzz
