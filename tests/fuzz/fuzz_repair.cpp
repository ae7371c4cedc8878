// SPDX-License-Identifier: Apache-2.0
// Fuzzes repair: any well-formed text must come out well-formed, with edits
// and notes that say exactly what was done, once and for all; and looking near
// damage alone must be looking at every character.
//
// The input's bytes are read as UTF-8 where they are that, else as Latin-1.
// Its first byte chooses the options.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "unicode/repair.hpp"
#include "unicode/repair_steps.hpp"
#include "unicode/repair_units.hpp"

namespace {

namespace unicode = copydesk::unicode;

void require(bool holds) {
  if (!holds) std::abort();
}

// Bytes of the well-formed character at data[at]; 0 if there is none.
std::size_t character_length(std::string_view data, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < data.size() ? static_cast<unsigned char>(data[at + i])
                                : std::size_t{0};
  };
  const std::size_t lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (lead == 0xE0 && byte(1) < 0xA0) return 0;
  if (lead == 0xED && byte(1) > 0x9F) return 0;
  if (lead == 0xF0 && byte(1) < 0x90) return 0;
  if (lead == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

std::string well_formed(std::string_view data) {
  std::string out;
  for (std::size_t at = 0; at < data.size();) {
    const std::size_t length = character_length(data, at);
    if (length == 0) {
      unicode::append_utf8(static_cast<unsigned char>(data[at++]), out);
    } else {
      out += data.substr(at, length);
      at += length;
    }
  }
  return out;
}

void check_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    require(length != 0);
    at += length;
  }
}

void check_edits(const unicode::repaired& made, std::string_view source) {
  require(made.changes.source_length() == source.size());
  require(made.changes.result_length() == made.text.size());
  for (unicode::edits::reader r(made.changes); r.next();) {
    const auto& now = r.now();
    if (now.kept) {
      require(source.substr(r.source(), now.source) ==
              std::string_view(made.text).substr(r.result(), now.result));
    }
  }
}

void check_notes(const unicode::repaired& made, std::string_view source) {
  std::string replayed;
  std::size_t done = 0;
  for (const unicode::repair_note& note : made.notes) {
    require(note.begin >= done && note.end > note.begin &&
            note.end <= source.size());
    replayed += source.substr(done, note.begin - done);
    replayed += note.text;
    done = note.end;
  }
  replayed += source.substr(done);
  require(replayed == made.text);
}

void check_same(const unicode::repaired& near, const unicode::repaired& all) {
  require(near.text == all.text && near.notes.size() == all.notes.size());
  for (std::size_t i = 0; i < all.notes.size(); ++i) {
    const unicode::repair_note &a = near.notes[i], &b = all.notes[i];
    require(a.begin == b.begin && a.end == b.end && a.kind == b.kind &&
            a.text == b.text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  unicode::repair_options options;
  options.plain_quotes = (data[0] & 1) != 0;
  options.split_digraphs = (data[0] & 2) != 0;
  options.plain_width = (data[0] & 4) != 0;
  options.unix_lines = (data[0] & 8) != 0;
  options.guess_lost_bytes = (data[0] & 16) == 0;
  const std::string text =
      well_formed({reinterpret_cast<const char*>(data) + 1, size - 1});
  unicode::repaired near, made;
  const bool changed = unicode::repair(text, options, near);
  require(unicode::repair_all(text, options, made) == changed);
  if (!changed) return 0;
  check_same(near, made);
  check_text(near.text);
  check_edits(near, text);
  check_notes(near, text);
  unicode::repaired again;
  require(!unicode::repair(near.text, options, again));
  return 0;
}
