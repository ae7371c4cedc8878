// SPDX-License-Identifier: Apache-2.0
#include "unit/way_back.hpp"

#include "unicode/decode.hpp"
#include "unicode/utf8.hpp"

namespace copydesk_test {
namespace {

using namespace copydesk;

// Where the characters of well-formed UTF-8 begin, and its end.
std::vector<std::uint32_t> char_edges(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (unicode::begins_char(text[i])) out.push_back(i);
  }
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

bool well_formed(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const unicode::decoded_char c = unicode::decode_any(text, i);
    if (!c.valid) return false;
    i += c.length;
  }
  return true;
}

// Units before each source byte, counted by hand, and which bytes begin a
// character as decoded.
struct by_hand {
  std::vector<std::uint32_t> utf16, points;
  std::vector<bool> edge;
};

by_hand count(const unicode::decoded_text& in, std::size_t size) {
  by_hand n;
  n.utf16.assign(size + 1, 0);
  n.points = n.utf16;
  n.edge.assign(size + 1, false);
  const std::string_view text = in.text();
  std::uint32_t source = 0, at = 0, utf16 = 0, points = 0;
  const auto put = [&](std::uint32_t bytes, std::uint32_t result) {
    for (std::uint32_t i = 0; i < bytes; ++i) {
      n.utf16[source + i] = utf16;
      n.points[source + i] = points;
    }
    if (bytes != 0) n.edge[source] = true;
    for (std::uint32_t i = at; i < at + result; ++i) {
      points += unicode::begins_char(text[i]);
      utf16 += unicode::begins_char(text[i]);
      utf16 += static_cast<unsigned char>(text[i]) >= 0xF0;
    }
    source += bytes;
    at += result;
  };
  if (in.changes.unchanged()) {
    while (at < text.size()) {
      const std::uint32_t k = unicode::decode_valid(text, at).length;
      put(k, k);
    }
  }
  for (unicode::edits::reader r(in.changes);
       !in.changes.unchanged() && r.next();) {
    const unicode::edits::step s = r.now();
    for (std::uint32_t i = 0; i < s.times && !s.kept; ++i) {
      put(s.source, s.result);
    }
    for (const std::uint32_t end = at + s.result; s.kept && at < end;) {
      const std::uint32_t k = unicode::decode_valid(text, at).length;
      put(k, k);
    }
  }
  n.edge[size] = true;
  n.utf16[size] = utf16;
  n.points[size] = points;
  return n;
}

bool inside(span inner, span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

const char* check_bytes(const normalized_text& clean, std::string_view bytes,
                        const by_hand& hand, std::uint32_t every) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::vector<std::uint32_t> edges = char_edges(clean.text());
  span last{0, 0};
  for (std::size_t i = 0; i + 1 < edges.size(); i += every) {
    const span one{edges[i], edges[i + 1]};
    const span source = clean.to_source(one);
    if (source.begin > source.end || source.end > size) return "range";
    if (source.begin < last.begin || source.end < last.end) return "monotone";
    if (!hand.edge[source.begin] || !hand.edge[source.end]) return "edges";
    if (!source.empty() && !inside(one, clean.to_clean(source))) return "back";
    const span none = clean.to_source({one.begin, one.begin});
    if (edges.size() > 1 && !none.empty()) return "empty";
    if (none.begin < last.begin) return "monotone empty";
    last = source;
  }
  span before{0, 0};
  for (std::uint32_t i = 0; i < size; i += every) {
    const span there = clean.to_clean({i, i + 1});
    if (there.begin > there.end || there.end > clean.length()) {
      return "range of clean";
    }
    if (there.begin < before.begin || there.end < before.end) {
      return "monotone to clean";
    }
    before = there;
  }
  return nullptr;
}

const char* check_changes(const normalized_text& clean,
                          std::string_view bytes) {
  span last_clean{0, 0}, last_source{0, 0};
  for (const text_change& c : clean.changes()) {
    const std::uint32_t kept = c.clean.begin - last_clean.end;
    if (c.source.begin - last_source.end != kept) return "kept lengths";
    if (bytes.substr(last_source.end, kept) !=
        std::string_view(clean.text()).substr(last_clean.end, kept)) {
      return "kept bytes";
    }
    last_clean = c.clean;
    last_source = c.source;
  }
  if (bytes.substr(last_source.end) !=
      std::string_view(clean.text()).substr(last_clean.end)) {
    return "kept bytes at the end";
  }
  return nullptr;
}

const char* check_unit(const normalized_text& in_bytes,
                       const normalized_text& in_unit,
                       const std::vector<std::uint32_t>& source_units,
                       std::uint32_t every) {
  if (in_unit.source_length() != source_units.back()) return "source length";
  const bool utf16 = in_unit.unit() == offset_unit::utf16;
  const std::string& text = in_unit.text();
  std::uint32_t units = 0;
  for (std::size_t i = 0, k = 0; i < text.size(); ++k) {
    const unicode::decoded_char c = unicode::decode_valid(text, i);
    const std::uint32_t n = utf16 && c.length == 4 ? 2 : 1;
    const auto at = static_cast<std::uint32_t>(i);
    if (k % every == 0) {
      const span bytes = in_bytes.to_source({at, at + c.length});
      const span there = in_unit.to_source({units, units + n});
      const span want{source_units[bytes.begin], source_units[bytes.end]};
      if (there != want) return "unit to source";
      // A character that was deleted next to it has units of its own.
      if (there.size() != 0 &&
          !inside({units, units + n}, in_unit.to_clean(there))) {
        return "unit back";
      }
    }
    units += n;
    i += c.length;
  }
  return in_unit.length() == units ? nullptr : "length in units";
}

}  // namespace

std::string broken_promise(std::string_view bytes,
                           const normalize_options& options,
                           std::uint32_t every,
                           const std::vector<offset_unit>& units) {
  const auto made = normalize(bytes, options);
  const auto decoded = unicode::decode(bytes, options.charset);
  if (!made) return decoded ? "failed" : "";
  const normalized_text& clean = made.value();
  if (!well_formed(clean.text())) return "well formed";
  const by_hand hand = count(decoded.value(), bytes.size());
  const auto size = static_cast<std::uint32_t>(bytes.size());
  if (clean.to_source({0, clean.length()}) != span{0, size}) return "whole";
  if (clean.to_clean({0, size}) != span{0, clean.length()}) {
    return "whole to clean";
  }
  const std::size_t most = std::max(4 * clean.text().size(), bytes.size() / 8);
  if (clean.map_memory() > most + 16) return "memory";
  if (const char* why = check_bytes(clean, bytes, hand, every)) return why;
  if (const char* why = check_changes(clean, bytes)) return why;
  for (const offset_unit unit : units) {
    normalize_options how = options;
    how.offsets = unit;
    const auto again = normalize(bytes, how);
    if (!again || again.value().text() != clean.text()) return "same text";
    if (const char* why = check_unit(
            clean, again.value(),
            unit == offset_unit::utf16 ? hand.utf16 : hand.points, every)) {
      return why;
    }
  }
  return "";
}

}  // namespace copydesk_test
