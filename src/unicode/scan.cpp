// SPDX-License-Identifier: Apache-2.0
// scan.cpp - validation, NFC quick check and first look for damage at once.
//
// Idea: skip plain ASCII, 64 bytes at a time with SSE2 (part of every x86-64),
// in fewer and wider registers where the processor has them (wide_block.hpp),
// or 8 with a portable fallback; where that ends, look at the next 64 bytes as
// bits (byte_block.hpp), which tell their form, and go from one character
// beyond ASCII to the next. findings.hpp says what is asked of each. Blocks
// are cut between characters; the last bytes and ill-formed blocks are read one
// by one. Invariant: everything before p is well formed. Cost: O(n).
// Source: UAX #15 section 9; Unicode Standard table 3-7.
#include "unicode/scan.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "unicode/block_kinds.hpp"
#include "unicode/byte_block.hpp"
#include "unicode/composition.hpp"
#include "unicode/findings.hpp"
#include "unicode/utf8.hpp"
#include "unicode/wide_block.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace copydesk::unicode {

namespace {

// So many characters beyond ASCII in a block are worth a look at their kinds.
constexpr unsigned crowded = 6;

// So many bytes behind a block can be read.
constexpr std::ptrdiff_t looks_on = 2;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

char32_t two_at(const byte* p) noexcept {
  return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
}
char32_t three_at(const byte* p) noexcept {
  return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

// One pass over bytes, or over a part of them.
class pass {
 public:
  pass(std::string_view bytes, scan_notes* notes,
       registers has = widest_registers())
      : has_(has),
        begin_(reinterpret_cast<const byte*>(bytes.data())),
        end_(begin_ + bytes.size()),
        found_(begin_, notes) {}

  scan_result run() {
    const byte* const p = go(begin_, nullptr);
    scan_result out;
    out.valid = p - begin_;
    out.nfc = found_.doubt() == nullptr ? out.valid : found_.doubt() - begin_;
    out.sound = sound_ && !found_.odd();
    out.controls = controls_;
    if (controls_ != 0) out.first_control = first_control_ - begin_;
    return out;
  }

  // From the character before `from` on, until `until` is full.
  void note(std::size_t from, const scan_places& until) {
    const byte* p = begin_ + from;
    while (p != begin_ && (*--p & 0xC0) == 0x80) {
    }
    go(p, &until);
  }

 private:
  // Returns the end, or what is ill formed.
  const byte* go(const byte* p, const scan_places* until) {
#ifdef COPYDESK_WIDE_BLOCKS
    if (has_ == registers::of_64) return go_widest(p, until);
    if (has_ == registers::of_32) return go_wide(p, until);
#endif
    return go_as<registers::usual>(p, until);
  }
#ifdef COPYDESK_WIDE_BLOCKS
  // All that these call is compiled into them, and so for their processors.
  __attribute__((flatten, target("avx2,bmi,popcnt"))) const byte* go_wide(
      const byte* p, const scan_places* until) {
    return go_as<registers::of_32>(p, until);
  }
  __attribute__((flatten, target("avx512bw,bmi,popcnt"))) const byte* go_widest(
      const byte* p, const scan_places* until) {
    return go_as<registers::of_64>(p, until);
  }
#endif

  template <registers has>
  const byte* go_as(const byte* p, const scan_places* until) {
    while (!stopped_ && (p = odd_from<has>(p)) != end_) {
      do {
        if (until != nullptr && until->end != nowhere) return p;
        const byte* const after = block<has>(p);
        p = after == p ? one_by_one(p) : after;
      } while (!stopped_ && goes_on_ && p != end_);
    }
    return p;
  }

  template <registers has>
  const byte* odd_from(const byte* p) const {
#ifdef COPYDESK_WIDE_BLOCKS
    if constexpr (has == registers::of_64) return next_odd_widest(p, end_);
    if constexpr (has == registers::of_32) return next_odd_wide(p, end_);
#endif
    return next_odd(p, end_);
  }
  template <registers has>
  static byte_block block_of(const byte* p) {
#ifdef COPYDESK_WIDE_BLOCKS
    if constexpr (has == registers::of_64) return block_widest(p);
    if constexpr (has == registers::of_32) return block_wide(p);
#endif
    return byte_block(p);
  }

  // Up to 64 bytes from p on, less a character that does not end there. Returns
  // what is after them; or p, if they are ill formed, or too near the begin or
  // the end.
  template <registers has>
  const byte* block(const byte* p) {
    goes_on_ = false;
    if (p == begin_ || end_ - begin_ <= byte_block::width + looks_on) return p;
    // The last block begins before p.
    const byte* const at = std::min(p, end_ - (byte_block::width + looks_on));
    const byte_block b = block_of<has>(at);
    const std::uint64_t cut = (b.lead & std::uint64_t{1} << 63) |
                              (b.three & std::uint64_t{3} << 62) |
                              (b.four & std::uint64_t{7} << 61);
    const unsigned size = cut == 0 ? byte_block::width : lowest_bit(cut);
    if (at + size <= p) return p;
    const std::uint64_t in = (~std::uint64_t{0} >> (byte_block::width - size)) &
                             (~std::uint64_t{0} << (p - at));
    const std::uint64_t lead = b.lead & in, three = b.three & in;
    const std::uint64_t tails = lead << 1 | three << 2 | (b.four & in) << 3;
    if (tails != (b.tail & in)) return p;
    const std::uint64_t special = b.special & in;
    goes_on_ = (lead & (lead - 1)) != 0;
    bool good = true;
    if (count_bits(lead) > crowded) {
      const block_kinds k = kinds_of(at, size, lead, three);
      const std::uint64_t free = k.free & ~k.calm;
      // A mark may stand behind ASCII.
      const std::uint64_t look = active_among(at, free & ~three, true) |
                                 active_among(at, free & three, false) |
                                 (free & ~(b.tail << 1));
      const std::uint64_t bits = (lead & ~(k.calm | free)) | look | special;
      good = (bits & ~free) == 0 ? only_free(at, bits)
                                 : characters(at, size, bits, free);
    } else {
      good = characters(at, size, lead | special, 0);
    }
    if (!good) {
      stopped_ = true;
      return bad_;
    }
    return at + size;
  }

  // Free characters alone. False, and bad_ says which, if one is ill formed.
  bool only_free(const byte* p, std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1) {
      const byte* const q = p + lowest_bit(bits);
      if (!is_calm(q) && !ask(q, false)) return false;
    }
    return true;
  }

  // The characters at `bits` of a block of `size`, special ASCII among them.
  // False, and bad_ says which, if one is ill formed.
  bool characters(const byte* p, unsigned size, std::uint64_t bits,
                  std::uint64_t free) {
    for (std::uint64_t left = bits; left != 0; left &= left - 1) {
      const unsigned i = lowest_bit(left);
      const byte* const q = p + i;
      if ((free >> i & 1) != 0) {
        if (is_calm(q)) continue;
      } else if (*q < 0x80) {
        special(q);
        continue;
      } else if (is_sound_alone(q)) {
        continue;
      }
      // A character after this one that is not looked at by itself.
      const unsigned after = i + 2 + (*q >= 0xE0) + (*q >= 0xF0);
      const bool seen = after < size && ((bits & ~free) >> after & 1) != 0;
      if (!ask(q, seen)) return false;
    }
    return true;
  }

  // Whether a character stands between ASCII, and nothing is odd. It is well
  // formed then.
  bool is_sound_alone(const byte* q) const {
    const unsigned length = *q < 0xE0 ? 2 : 3;
    if (*q >= 0xF0 || end_ - q <= length) return false;
    const byte before = q[-1], after = q[length];
    if (before >= 0x80 || after >= 0x80) return false;
    const char32_t code = length == 2 ? two_at(q) : three_at(q);
    if (code < 0x80 || (length == 3 && code < 0x800) || code >= scan_limit) {
      return false;
    }
    const unsigned now = scan_characters[code], number = now & scan_number;
    return (scan_pairs[(scan_characters[before] & scan_number) * 64 + number] |
            scan_pairs[number * 64 + (scan_characters[after] & scan_number)] |
            (now & scan_active)) == 0;
  }

  bool ask(const byte* q, bool seen) {
    if (character(q, seen)) return true;
    bad_ = q;
    return false;
  }

  // Whether a character that no charset has needs no closer look.
  bool is_calm(const byte* q) {
    const bool two = *q < 0xE0;
    const char32_t code = two ? two_at(q) : three_at(q);
    if (code >= scan_limit) {
      return quiet_blocks[code >> 6] ||
             (code < 0xD800 && data::class_of(code) < data::first_active);
    }
    return !found_.free_one(q, two ? 2 : 3, code) && (two || code >= 0x800);
  }

  // The character beyond ASCII at q, of which the tail bytes are there. `seen`:
  // what follows it is looked at, too. False: it is ill formed.
  bool character(const byte* q, bool seen) {
    char32_t code;
    unsigned length = 2, now;
    if (*q < 0xE0) {
      code = two_at(q);
      if (code < 0x80) return false;
      now = scan_characters[code];
    } else if (*q < 0xF0) {
      length = 3;
      code = three_at(q);
      if (code < 0x800 || (code >> 11) == 0x1B) return false;
      now = number_of_high(code);
    } else {
      length = 4;
      code = (q[0] & 0xFu) << 18 | (q[1] & 0x3Fu) << 12 | (q[2] & 0x3Fu) << 6 |
             (q[3] & 0x3Fu);
      if (code < 0x10000 || code > 0x10FFFF) return false;
      now = number_of_high(code);
    }
    const unsigned before = q == last_end_ ? last_ : found_.before(q);
    found_.watched(q, length, code, now, before,
                   seen ? no_number : number_after(q + length));
    last_ = now;
    last_end_ = q + length;
    return true;
  }

  decoded_char character_at(const byte* q) const {
    return decode_any(
        {reinterpret_cast<const char*>(q), static_cast<std::size_t>(end_ - q)},
        0);
  }

  // The number of the character at q, which may be the end, or ill formed, or
  // looked at by itself.
  unsigned number_after(const byte* q) const {
    if (q == end_) return no_number;
    if (*q < 0x80) return is_plain(*q) ? scan_characters[*q] : no_number;
    const decoded_char c = character_at(q);
    return c.valid ? number_of_high(c.code) : no_number;
  }

  void special(const byte* q) {
    found_.special(q);
    sound_ = false;
    if (*q == '\r' || *q == '\t' || *q == '&') return;
    if (controls_++ == 0) first_control_ = q;
  }

  // Some 64 bytes at p with care. Returns what is after them, or stops at what
  // is ill formed.
  const byte* one_by_one(const byte* p) {
    const byte* const enough =
        end_ - p > byte_block::width ? p + byte_block::width : end_;
    while (p < enough) {
      if (*p < 0x80) {
        if (!is_plain(*p)) special(p);
        ++p;
        continue;
      }
      const decoded_char c = character_at(p);
      const bool seen = p + c.length < enough && p[c.length] >= 0x80;
      if (!c.valid || !character(p, seen)) {
        stopped_ = true;
        return p;
      }
      p += c.length;
    }
    return p;
  }

  const registers has_;
  const byte* const begin_;
  const byte* const end_;
  const byte* first_control_ = nullptr;
  std::size_t controls_ = 0;
  const byte* bad_ = nullptr;
  const byte* last_end_ = nullptr;  // of the last character that was asked
  unsigned last_ = 0;               // its number
  bool sound_ = true, stopped_ = false;
  bool goes_on_ = false;  // the last block had characters enough for a next
  findings found_;
};

}  // namespace

char32_t findings::code_before(const byte* p) const noexcept {
  if (p == begin_) return ' ';
  const byte* from = p - 1;
  while ((*from & 0xC0) == 0x80) --from;
  const std::string_view text(reinterpret_cast<const char*>(from),
                              static_cast<std::size_t>(p - from));
  return decode_valid(text, 0).code;
}

bool findings::may_change(const byte* p, char32_t code,
                          data::properties now) const {
  const unsigned quick = data::nfc_quick(now);
  if (quick == 2) return true;
  const char32_t last = code_before(p);
  const unsigned last_ccc = data::classes[data::class_of(last)].ccc;
  if (now.ccc != 0 && last_ccc > now.ccc) return true;
  if (quick == 0) return false;
  if (now.ccc == 0) return compose(last, code) != 0;
  // A mark may pass others, or those in the letter; it meets a bare letter.
  return last_ccc != 0 || decomposition_of(last) != nullptr ||
         compose(last, code) != 0;
}

scan_result scan(std::string_view bytes) noexcept {
  return pass(bytes, nullptr).run();
}

scan_result scan_as(registers most, std::string_view bytes) noexcept {
  return pass(bytes, nullptr, std::min(most, widest_registers())).run();
}

scan_result scan(std::string_view bytes, scan_notes& notes) {
  notes.odd.end = notes.doubts.end = nowhere;
  const scan_result out = pass(bytes, &notes).run();
  notes.odd.end = std::min(notes.odd.end, out.valid);
  notes.doubts.end = std::min(notes.doubts.end, out.valid);
  return out;
}

namespace {

void note_again(std::string_view utf8, std::size_t from, scan_notes& notes,
                scan_places& wanted, scan_places& other) {
  wanted.at.clear();
  wanted.end = nowhere;
  other.end = 0;  // takes nothing
  pass(utf8, &notes).note(from, wanted);
  wanted.end = std::min(wanted.end, utf8.size());
}

}  // namespace

void note_odd(std::string_view utf8, std::size_t from, scan_places& odd) {
  scan_notes notes;
  notes.odd.at.swap(odd.at);
  note_again(utf8, from, notes, notes.odd, notes.doubts);
  odd = std::move(notes.odd);
}

void note_doubts(std::string_view utf8, std::size_t from, scan_places& doubts) {
  scan_notes notes;
  notes.doubts.at.swap(doubts.at);
  note_again(utf8, from, notes, notes.doubts, notes.odd);
  doubts = std::move(notes.doubts);
}

std::size_t ascii_length(std::string_view bytes, std::size_t at) noexcept {
  const byte* const begin = reinterpret_cast<const byte*>(bytes.data());
  const byte* const end = begin + bytes.size();
  const byte* const start = begin + at;
  const byte* p = start;
#if defined(__SSE2__)
  while (end - p >= 16) {
    const int mask =
        _mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
    if (mask != 0) return p + __builtin_ctz(mask) - start;
    p += 16;
  }
#endif
  while (p != end && *p < 0x80) ++p;
  return p - start;
}

}  // namespace copydesk::unicode
