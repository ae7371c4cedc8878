// SPDX-License-Identifier: Apache-2.0
// decode.cpp - which encoding, and every ill-formed byte.
//
// Idea: try the cheap and certain first (see decode.hpp for the order). One
// scan tells well-formed UTF-8, and nothing more is done for it.
// Invariant: every branch leaves text() well formed and changes exact.
// Cost: O(n), at most three passes.
// Source: Unicode Standard 3.9 (UTF-16, UTF-32, maximal subparts), 23.8 (BOM).
#include "unicode/decode.hpp"

#include <algorithm>

#include "limits.hpp"
#include "unicode/detect.hpp"
#include "unicode/legacy.hpp"
#include "unicode/scan.hpp"
#include "unicode/utf8.hpp"

namespace copydesk::unicode {
namespace {

std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

// --------------------------------------------------------- Unicode forms ---

struct mark {
  charset_kind kind = charset_kind::unknown;
  std::uint32_t length = 0;
};

mark byte_order_mark(std::string_view b) {
  const auto starts = [&](std::string_view m) {
    return b.substr(0, m.size()) == m;
  };
  if (starts("\xEF\xBB\xBF")) return {charset_kind::utf8, 3};
  if (starts(std::string_view("\xFF\xFE\0\0", 4))) {
    return {charset_kind::utf32le, 4};
  }
  if (starts(std::string_view("\0\0\xFE\xFF", 4))) {
    return {charset_kind::utf32be, 4};
  }
  if (starts("\xFF\xFE")) return {charset_kind::utf16le, 2};
  if (starts("\xFE\xFF")) return {charset_kind::utf16be, 2};
  return {};
}

void put_code(char32_t code, std::size_t from, std::size_t to,
              decoded_text& out) {
  append_utf8(code, out.owned);
  out.changes.replace(u32(to - from), utf8_length(code));
}

void decode_utf16(std::string_view b, std::size_t i, bool big,
                  decoded_text& out) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto x = static_cast<unsigned char>(b[at]);
    const auto y = static_cast<unsigned char>(b[at + 1]);
    return big ? x << 8 | y : y << 8 | x;
  };
  while (b.size() - i >= 2) {
    const char32_t a = unit(i);
    if ((a & 0xF800) != 0xD800) {
      put_code(a, i, i + 2, out);
      i += 2;
      continue;
    }
    const char32_t c = a < 0xDC00 && b.size() - i >= 4 ? unit(i + 2) : 0;
    if ((c & 0xFC00) == 0xDC00) {
      put_code(0x10000 + ((a & 0x3FF) << 10) + (c & 0x3FF), i, i + 4, out);
      i += 4;
    } else {
      put_bad(u32(i), u32(i + 2), out);
      i += 2;
    }
  }
  if (i < b.size()) put_bad(u32(i), u32(b.size()), out);
}

void decode_utf32(std::string_view b, std::size_t i, bool big,
                  decoded_text& out) {
  for (; b.size() - i >= 4; i += 4) {
    char32_t code = 0;
    for (int k = 0; k < 4; ++k) {
      code = code << 8 | static_cast<unsigned char>(b[i + (big ? k : 3 - k)]);
    }
    const bool scalar = code < 0xD800 || (code > 0xDFFF && code < 0x110000);
    if (scalar) {
      put_code(code, i, i + 4, out);
    } else {
      put_bad(u32(i), u32(i + 4), out);
    }
  }
  if (i < b.size()) put_bad(u32(i), u32(b.size()), out);
}

// Room for `more` bytes and an eighth of what there is: a string that grows by
// itself doubles.
void make_string_room(std::string& s, std::size_t more) {
  if (s.capacity() - s.size() >= more) return;
  std::string larger;
  larger.reserve(s.size() + s.size() / 8 + more);
  larger += s;
  s.swap(larger);
}

// Requires that `seen` is the scan of the bytes after the byte order mark.
void decode_utf8(std::string_view b, std::size_t begin, scan_result seen,
                 decoded_text& out) {
  out.changes.replace(u32(begin), 0);
  if (seen.valid == b.size() - begin) {
    out.borrowed = b.substr(begin);
    out.changes.keep(u32(seen.valid));
    out.sound = seen.sound;
    return;
  }
  out.is_owned = true;
  out.owned.reserve(b.size() + b.size() / 64 + 16);
  for (std::size_t i = begin;;) {
    out.owned.append(b, i, seen.valid);
    out.changes.keep(u32(seen.valid));
    i += seen.valid;
    if (i == b.size()) return;
    do {
      const decoded_char c = decode_any(b, i);
      if (c.valid) break;
      make_string_room(out.owned, 3 + b.size() - i);
      put_bad(u32(i), u32(i + c.length), out);
      i += c.length;
    } while (i < b.size());
    seen = scan(b.substr(i));
  }
}

void decode_form(std::string_view b, mark m, decoded_text& out) {
  if (m.kind == charset_kind::utf8) {
    decode_utf8(b, m.length, scan(b.substr(m.length)), out);
    return;
  }
  out.is_owned = true;
  out.owned.reserve(b.size());
  out.changes.replace(m.length, 0);
  switch (m.kind) {
    case charset_kind::utf16le:
      out.encoding = "UTF-16LE";
      return decode_utf16(b, m.length, false, out);
    case charset_kind::utf16be:
      out.encoding = "UTF-16BE";
      return decode_utf16(b, m.length, true, out);
    case charset_kind::utf32le:
      out.encoding = "UTF-32LE";
      return decode_utf32(b, m.length, false, out);
    default:
      out.encoding = "UTF-32BE";
      return decode_utf32(b, m.length, true, out);
  }
}

// ------------------------------------------------------------ no label ---

// UTF-16 and UTF-32 of mostly Western text without a byte order mark: the
// bytes that are zero stand in the same places of each unit.
charset_kind shape_of(std::string_view b) {
  const std::string_view sample = b.substr(0, limits::shape_sample);
  if (sample.size() < 8) return charset_kind::unknown;
  std::size_t zeros[4] = {};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i & 3] += !sample[i];
  const std::size_t units = sample.size() / 4;
  const auto full = [&](int k) { return zeros[k] * 10 >= units * 9; };
  const auto many = [&](int k) { return zeros[k] * 10 >= units * 6; };
  const auto few = [&](int k) { return zeros[k] * 20 <= units; };
  if (b.size() % 4 == 0) {
    if (few(0) && many(1) && full(2) && full(3)) return charset_kind::utf32le;
    if (full(0) && full(1) && many(2) && few(3)) return charset_kind::utf32be;
  }
  if (b.size() % 2 == 0) {
    if (few(0) && many(1) && few(2) && many(3)) return charset_kind::utf16le;
    if (many(0) && few(1) && many(2) && few(3)) return charset_kind::utf16be;
  }
  return charset_kind::unknown;
}

bool is_control(char c) {
  const auto b = static_cast<unsigned char>(c);
  return (b < 0x20 && b != '\t' && b != '\n' && b != '\r') || b == 0x7F;
}

// Text may hold some controls. Binary data that is not UTF-8 holds one in
// nine bytes or more; well-formed UTF-8 gets more trust.
bool too_many(std::size_t controls, std::size_t size, std::size_t one_in) {
  return controls >= 8 && controls > size / one_in;
}

// Well-formed characters beyond ASCII, and ill-formed subparts.
struct utf8_count {
  std::size_t good = 0, bad = 0, controls = 0, first_control = 0;
};

utf8_count count_utf8(std::string_view b) {
  utf8_count n;
  for (std::size_t i = 0; i < b.size();) {
    if (is_control(b[i]) && n.controls++ == 0) n.first_control = i;
    const decoded_char c = decode_any(b, i);
    n.bad += !c.valid;
    n.good += c.valid && c.length > 1;
    i += c.length;
  }
  return n;
}

failure not_text(std::size_t offset) {
  return {errc::bad_text, offset, "binary data: too many control characters"};
}

failure no_charset(errc code) {
  if (code == errc::no_memory) return {code, 0, "out of memory"};
  return {code, 0, "this build cannot read the charset"};
}

result<decoded_text> decode_unlabelled(std::string_view b, scan_result seen) {
  decoded_text out;
  const bool nul = seen.controls != 0;
  if (nul || seen.valid < b.size()) {
    const charset_kind shape = shape_of(b);
    if (shape != charset_kind::unknown) {
      decode_form(b, {shape, 0}, out);
      return out;
    }
  }
  if (seen.valid == b.size()) {
    if (too_many(seen.controls, b.size(), 10)) {
      return not_text(seen.first_control);
    }
    decode_utf8(b, 0, seen, out);
    return out;
  }
  const utf8_count n = count_utf8(b);
  if (too_many(n.controls, b.size(), 32)) return not_text(n.first_control);
  if (n.good >= n.bad) {
    decode_utf8(b, 0, seen, out);
    return out;
  }
  const errc failed = decode_legacy(b, detect(b), out);
  if (failed != errc::ok) return no_charset(failed);
  return out;
}

// Whether a mark tells more than the label: the mark of UTF-16 is also how
// some UTF-32 begins, and that of UTF-32 how some UTF-16 does.
bool overrules(mark m, charset_kind declared) {
  const auto is16 = [](charset_kind k) {
    return k == charset_kind::utf16le || k == charset_kind::utf16be;
  };
  const auto is32 = [](charset_kind k) {
    return k == charset_kind::utf32le || k == charset_kind::utf32be;
  };
  if (m.kind == charset_kind::unknown) return false;
  return !(is16(m.kind) && is32(declared)) && !(is32(m.kind) && is16(declared));
}

}  // namespace

void put_bad(std::uint32_t begin, std::uint32_t end, decoded_text& out) {
  constexpr char replacement[] = "\xEF\xBF\xBD";
  out.owned += replacement;
  out.changes.replace(end - begin, 3);
  if (!out.notes.empty() && out.notes.back().end == begin) {
    out.notes.back().end = end;
    out.notes.back().text += replacement;
  } else {
    out.notes.push_back({begin, end, repair_kind::encoding, replacement});
  }
}

result<decoded_text> decode(std::string_view bytes, std::string_view label,
                            const scan_result* seen) {
  decoded_text out;
  const charset declared = find_charset(label);
  const mark m = byte_order_mark(bytes);
  if (overrules(m, declared.kind)) {
    decode_form(bytes, m, out);
    return out;
  }
  if (label.empty()) {
    return decode_unlabelled(bytes, seen != nullptr ? *seen : scan(bytes));
  }
  if (declared.kind == charset_kind::unknown) {
    return failure{errc::invalid, 0, "unknown charset label"};
  }
  if (declared.kind != charset_kind::legacy) {
    const bool marked = declared.kind == charset_kind::utf16le &&
                        bytes.substr(0, 2) == "\xFF\xFE";
    decode_form(bytes, {declared.kind, marked ? 2u : 0u}, out);
    return out;
  }
  const errc failed = decode_legacy(bytes, declared, out);
  if (failed != errc::ok) return no_charset(failed);
  return out;
}

}  // namespace copydesk::unicode
