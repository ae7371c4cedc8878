// SPDX-License-Identifier: Apache-2.0
// normalized_text.cpp - the public face of clean().
//
// Idea: clean_text with its offset_map does the work; here spans change units
// and are widened to whole characters. Cost: O(log changes) a span.
#include <algorithm>
#include <utility>

#include "copydesk/normalize.hpp"
#include "text/clean.hpp"
#include "unicode/utf8.hpp"

namespace copydesk {
inline namespace v1 {

struct normalized_text::impl {
  std::string text;
  text::offset_map map;
  text::unit_index clean_units;
  std::vector<repair> repairs;
  const char* encoding = "";
  offset_unit unit = offset_unit::bytes;
  std::uint32_t source_bytes = 0;

  std::uint32_t clean_bytes() const noexcept {
    return static_cast<std::uint32_t>(text.size());
  }

  // Widens bytes of the clean text to whole characters.
  text::clean_span whole_chars(text::clean_span s) const noexcept {
    const auto inside = [&](std::uint32_t at) {
      return at < text.size() && !unicode::begins_char(text[at]);
    };
    const bool empty = s.empty();
    while (inside(s.begin)) --s.begin;
    while (inside(s.end)) ++s.end;
    return empty ? text::clean_span{s.begin, s.begin} : s;
  }

  span to_units(text::clean_span s) const noexcept {
    return {clean_units.units(s.begin), clean_units.units(s.end)};
  }

  text::clean_span clean_in_bytes(span units) const noexcept {
    const std::uint32_t size = clean_bytes();
    const std::uint32_t begin = std::min(clean_units.bytes(units.begin), size);
    const std::uint32_t end = std::min(clean_units.bytes(units.end), size);
    return whole_chars({begin, std::max(begin, end)});
  }
};

const std::string& normalized_text::text() const noexcept {
  return impl_->text;
}

const char* normalized_text::encoding() const noexcept {
  return impl_->encoding;
}

const std::vector<repair>& normalized_text::repairs() const noexcept {
  return impl_->repairs;
}

offset_unit normalized_text::unit() const noexcept { return impl_->unit; }

std::uint32_t normalized_text::length() const noexcept {
  return impl_->clean_units.units(impl_->clean_bytes());
}

std::uint32_t normalized_text::source_length() const noexcept {
  return impl_->map.in_unit({0, impl_->source_bytes}).end;
}

span normalized_text::to_source(span clean) const noexcept {
  const text::clean_span bytes = impl_->clean_in_bytes(clean);
  if (bytes == text::clean_span{0, impl_->clean_bytes()}) {
    return {0, source_length()};
  }
  return impl_->map.in_unit(impl_->map.to_source(bytes));
}

span normalized_text::to_clean(span source) const noexcept {
  span bytes = impl_->map.in_bytes(source);
  bytes.begin = std::min(bytes.begin, impl_->source_bytes);
  bytes.end = std::max(bytes.begin, std::min(bytes.end, impl_->source_bytes));
  if (bytes == span{0, impl_->source_bytes}) return {0, length()};
  return impl_->to_units(impl_->whole_chars(impl_->map.to_clean(bytes)));
}

std::vector<text_change> normalized_text::changes() const {
  std::vector<text_change> out;
  for (unicode::edits::reader r(impl_->map.changes()); r.next();) {
    const unicode::edits::step s = r.now();
    if (s.kept) continue;
    for (std::uint32_t i = 0; i < s.times; ++i) {
      const std::uint32_t source = r.source() + i * s.source;
      const std::uint32_t clean = r.result() + i * s.result;
      out.push_back({impl_->to_units({clean, clean + s.result}),
                     impl_->map.in_unit({source, source + s.source})});
    }
  }
  return out;
}

std::size_t normalized_text::map_memory() const noexcept {
  return impl_->map.memory() + impl_->clean_units.memory();
}

result<normalized_text> normalize(std::string_view bytes,
                                  const normalize_options& options) {
  result<text::clean_text> made = text::clean(bytes, options, options.offsets);
  if (!made) return made.error();
  text::clean_text& clean = made.value();
  auto out = std::make_shared<normalized_text::impl>();
  out->text.assign(clean.text);
  out->map = std::move(clean.map);
  out->clean_units = text::unit_index(out->text, {}, options.offsets);
  out->encoding = clean.encoding;
  out->unit = options.offsets;
  out->source_bytes = static_cast<std::uint32_t>(bytes.size());
  out->repairs.reserve(clean.repairs.size());
  for (text::source_repair& r : clean.repairs) {
    out->repairs.push_back(
        {out->map.in_unit({r.begin, r.end}), r.kind, std::move(r.text)});
  }
  return normalized_text(std::move(out));
}

}  // namespace v1
}  // namespace copydesk
