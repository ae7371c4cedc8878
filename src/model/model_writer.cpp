// SPDX-License-Identifier: Apache-2.0
// model_writer.cpp - the writing side of format.hpp.
#include "model/model_writer.hpp"

#include <algorithm>

#include "model/bytes.hpp"
#include "model/checksum.hpp"

namespace copydesk::learned {

void model_writer::set(std::uint32_t tag, section_kind kind, std::string body) {
  const auto at = std::lower_bound(
      sections_.begin(), sections_.end(), tag,
      [](const section& s, std::uint32_t other) { return s.tag < other; });
  section one{tag, kind, std::move(body)};
  if (at != sections_.end() && at->tag == tag) {
    *at = std::move(one);
  } else {
    sections_.insert(at, std::move(one));
  }
}

std::string_view model_writer::get(std::uint32_t tag) const {
  for (const section& s : sections_) {
    if (s.tag == tag) return s.body;
  }
  return {};
}

std::string model_writer::finish(std::string_view name) const {
  std::string file(magic, 8);
  put(file, format_version, 4);
  put(file, sections_.size(), 4);
  file.resize(header_size + entry_size * sections_.size(), '\0');
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const section& s = sections_[i];
    const std::size_t rest = file.size() % section_alignment;
    if (rest != 0) file.append(section_alignment - rest, '\0');
    const std::size_t at = header_size + entry_size * i;
    put_at(file, at, s.tag, 4);
    put_at(file, at + 4, static_cast<std::uint64_t>(s.kind), 4);
    put_at(file, at + 8, file.size(), 8);
    put_at(file, at + 16, s.body.size(), 8);
    file += s.body;
  }
  std::string id(name.substr(0, id_size - 10));
  id += '-';
  const std::uint64_t sum =
      checksum(std::string_view(file).substr(header_size));
  for (int i = 7; i >= 0; --i) id += "0123456789abcdef"[sum >> (4 * i) & 15];
  file.replace(32, id.size(), id);
  seal(file);
  return file;
}

void seal(std::string& file) {
  put_at(file, 16, file.size(), 8);
  put_at(file, checksum_at, file_checksum(file), 8);
}

}  // namespace copydesk::learned
