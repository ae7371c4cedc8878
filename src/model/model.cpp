// SPDX-License-Identifier: Apache-2.0
// model.cpp - reads the container: header, checksum, section table.
//
// Idea: everything is checked here, once, from the front to the back; the
// first thing that is wrong is reported with its byte. The embedded bytes are
// viewed, never copied, and their checksum is left to the tests: they are
// part of the program's own image.
//
// Invariant: after read() gave ok, no reader can leave the bytes.
#include "copydesk/model.hpp"

#include <cstring>

#include "model/checksum.hpp"
#include "model/embedded.hpp"
#include "model/model_data.hpp"

namespace copydesk {
inline namespace v1 {

namespace {

using learned::byte;

failure bad(std::uint64_t offset, const char* message) {
  return {errc::bad_model, offset, message};
}

// Everything in the header but the section table.
failure check_header(std::string_view bytes, bool verify) {
  const byte* p = reinterpret_cast<const byte*>(bytes.data());
  for (std::size_t i = 0; i < 8; ++i) {
    if (i >= bytes.size()) return bad(i, "model cut short");
    if (bytes[i] != learned::magic[i]) return bad(i, "not a copydesk model");
  }
  if (bytes.size() < learned::header_size) {
    return bad(bytes.size(), "model cut short");
  }
  if (learned::load32(p + 8) != learned::format_version) {
    return {errc::bad_version, 8, "model of another format version"};
  }
  const std::uint64_t size = learned::load64(p + 16);
  if (size > bytes.size()) return bad(bytes.size(), "model cut short");
  if (size < bytes.size()) return bad(size, "bytes after the model");
  if (verify && learned::load64(p + learned::checksum_at) !=
                    learned::file_checksum(bytes)) {
    return bad(learned::checksum_at, "checksum does not match");
  }
  if (learned::load32(p + 12) > learned::max_sections) {
    return bad(12, "too many sections");
  }
  for (std::size_t i = 32; i < 32 + learned::id_size; ++i) {
    if (p[i] != 0 && (p[i] < 0x21 || p[i] > 0x7e)) {
      return bad(i, "model id is not printable");
    }
  }
  return {};
}

struct entry {
  std::uint32_t tag, kind;
  std::uint64_t begin, size;
};

// One line of the section table; `free` is the first byte it may lie at.
failure read_entry(std::string_view bytes, std::size_t at, std::uint64_t free,
                   entry& out) {
  if (bytes.size() - at < learned::entry_size) {
    return bad(at, "section table cut short");
  }
  const byte* p = reinterpret_cast<const byte*>(bytes.data()) + at;
  out.tag = learned::load32(p);
  out.kind = learned::load32(p + 4);
  out.begin = learned::load64(p + 8);
  out.size = learned::load64(p + 16);
  if (learned::load64(p + 24) != 0) return bad(at + 24, "entry not zero");
  if (out.begin % learned::section_alignment != 0) {
    return bad(at + 8, "section not aligned");
  }
  if (out.begin < free || out.begin > bytes.size()) {
    return bad(at + 8, "section out of place");
  }
  if (out.size > bytes.size() - out.begin) {
    return bad(at + 16, "section past the end");
  }
  return {};
}

failure moved(failure why, std::uint64_t begin) {
  why.offset += begin;
  return why;
}

failure read_section(model::data& d, const entry& e, std::size_t at) {
  const std::string_view body = d.bytes.substr(e.begin, e.size);
  for (const auto& s : d.sections) {
    if (s.tag == e.tag) return bad(at, "two sections of one tag");
  }
  d.sections.push_back({e.tag, body});
  switch (static_cast<learned::section_kind>(e.kind)) {
    case learned::section_kind::raw:
      return {};
    case learned::section_kind::crf: {
      result<learned::crf> c = learned::crf::read(body);
      if (!c) return moved(c.error(), e.begin);
      d.crfs.push_back({e.tag, std::move(c).value()});
      return {};
    }
    case learned::section_kind::table: {
      result<learned::table> t = learned::table::read(body);
      if (!t) return moved(t.error(), e.begin);
      d.tables.push_back({e.tag, std::move(t).value()});
      return {};
    }
  }
  return bad(at + 4, "unknown kind of section");
}

}  // namespace

failure model::data::read(std::string_view all, bool verify) {
  failure why = check_header(all, verify);
  if (why.code != errc::ok) return why;
  bytes = all;
  id = all.substr(32, learned::id_size);
  id = id.substr(0, id.find('\0'));
  const byte* p = reinterpret_cast<const byte*>(all.data());
  const std::uint32_t count = learned::load32(p + 12);
  std::uint64_t free = learned::header_size + count * learned::entry_size;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = learned::header_size + i * learned::entry_size;
    entry e{};
    why = read_entry(all, at, free, e);
    if (why.code == errc::ok) why = read_section(*this, e, at);
    if (why.code != errc::ok) return why;
    free = e.begin + e.size;
  }
  return {};
}

result<model> model::built_in() {
  auto d = std::make_shared<data>();
  const failure why = d->read(learned::embedded_model(), false);
  if (why.code != errc::ok) return why;
  return model(std::move(d));
}

result<model> model::load(std::string_view bytes) {
  auto d = std::make_shared<data>();
  d->owned = std::make_unique<char[]>(bytes.size() + 1);
  if (!bytes.empty()) std::memcpy(d->owned.get(), bytes.data(), bytes.size());
  const failure why = d->read({d->owned.get(), bytes.size()}, true);
  if (why.code != errc::ok) return why;
  return model(std::move(d));
}

std::string_view model::id() const noexcept { return data_->id; }

}  // namespace v1
}  // namespace copydesk
