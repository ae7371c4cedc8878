// SPDX-License-Identifier: Apache-2.0
// Idea, invariant, cost: see the header. What is weighed is read as units, with
// as much around it as weighing looks at.
#include "unicode/mojibake_finder.hpp"

#include <algorithm>

#include "limits.hpp"
#include "unicode/mojibake_sequences.hpp"
#include "unicode/repair_scan.hpp"

namespace copydesk::unicode {
namespace {

constexpr std::uint32_t every = (1U << misread_charset_count) - 1;

// The longest run, in characters.
constexpr std::size_t longest_run = limits::mojibake_run * 6;

// Characters before and behind a run that weighing looks at: two, and the
// longest word that may continue one ("quelas") with spaces around it.
constexpr std::size_t looks_back = 4, looks_ahead = 12;

bool is_mark(char32_t c) { return c >= 0x300 && c < 0x328; }

std::size_t before(std::string_view text, std::size_t at) {
  for (--at; at > 0 && (text[at] & 0xC0) == 0x80;) --at;
  return at;
}

// What a character may be, one bit a charset: the first byte of a sequence of
// two, of more, one of the others. A mark and its base may be anything.
struct roles {
  std::uint32_t two = 0, more = 0, tail = 0;
};

roles roles_of(char32_t c, bool marked) {
  if (is_mark(c) || marked) return {every, every, every};
  const std::uint32_t leads = lead_charsets(c), longs = long_charsets(c);
  const bool any = c == ' ' || is_unknown(c);
  return {leads & ~longs, longs, any ? every : tail_charsets(c)};
}

}  // namespace

// Goes back through the text; what it meets are the i-th characters.
class mojibake_finder::walk {
 public:
  // Steps to the character at `here`; false if no run from there or from before
  // it reaches the begin of the walk.
  bool step(std::string_view text, std::size_t here) {
    std::size_t length = 0;
    const char32_t c = decode_at(text, here, length);
    const roles r = roles_of(c, mark_ago_ == 0);
    std::uint32_t now = every;
    if (i_ > 3) {
      const std::uint32_t third = ago(tails_, 2);
      const std::uint32_t longs = ago(reach_, 2) | (third & ago(reach_, 3)) |
                                  (third & ago(tails_, 3) & ago(reach_, 4));
      now = ago(tails_, 1) & ((r.two & ago(reach_, 2)) | (r.more & longs));
      const bool over =
          (now | ago(reach_, 1) | ago(reach_, 2) | ago(reach_, 3)) == 0;
      if (over) return false;
    }
    tails_[i_ & 7] = r.tail;
    reach_[i_ & 7] = now;
    ++i_;
    mark_ago_ = is_mark(c) ? 0 : mark_ago_ + 1;
    begins_ = now != 0 && (mark_ago_ < 8 ||
                           (c >= 0x80 && may_begin_at(text, here, c, length)));
    return i_ < longest_run;
  }
  void met_mark() { mark_ago_ = 0; }
  // Whether a run may begin with the character.
  bool begins() const { return begins_; }

 private:
  std::uint32_t ago(const std::uint32_t* list, std::size_t n) const {
    return list[(i_ - n) & 7];
  }
  std::uint32_t tails_[8] = {}, reach_[8] = {};
  std::size_t i_ = 0, mark_ago_ = 8;
  bool begins_ = false;
};

bool mojibake_finder::reaches(std::size_t at) {
  std::size_t candidates[longest_run], count = 0;
  std::size_t here = at, length = 0;
  decode_at(text_, here, length);
  if (here + length < text_.size()) {
    here += length;
    decode_at(text_, here, length);
  }
  const std::size_t next = here + length;
  walk back;
  std::size_t ahead = next, n = 0;
  for (int i = 0; i < 4 && ahead < text_.size(); ++i, ahead += n) {
    if (is_mark(decode_at(text_, ahead, n))) back.met_mark();
  }
  while (here >= done_) {
    const bool more = back.step(text_, here);
    if (back.begins()) candidates[count++] = here;
    if (!more || here == 0) break;
    here = before(text_, here);
  }
  done_ = next;
  while (count != 0) {
    if (weigh(candidates[--count], next)) return true;
  }
  return false;
}

std::size_t mojibake_finder::first_shown(std::size_t begin, std::size_t end) {
  const std::uint32_t charsets = evidence_.charsets();
  if (charsets == 0) return end;
  std::size_t at = skip_plain(text_, begin), length = 1;
  for (; at < end; at = skip_plain(text_, at + length)) {
    const char32_t c = decode_at(text_, at, length);
    std::size_t from = at;
    if (is_mark(c)) {
      // It may make a letter that begins a sequence, or that is part of one.
      for (int i = 0; i < 3 && from > begin; ++i) from = before(text_, from);
    } else if (c < 0x80 || !may_begin_at(text_, at, c, length, charsets)) {
      continue;
    }
    while (from <= at) {
      std::size_t n = 0;
      decode_at(text_, from, n);
      if (weigh(from, from + n)) return from;
      from += n;
    }
  }
  return end;
}

// Reads what weighing looks at, of what begins in [begin, until).
void mojibake_finder::read_around(std::size_t begin, std::size_t until) {
  // Where windows follow each other they are longer.
  if (begin < until_ + 64 && until_ != 0) until += 256;
  until = std::min(until, text_.size());
  while (until < text_.size() && (text_[until] & 0xC0) == 0x80) ++until;
  from_ = begin;
  until_ = until;
  for (std::size_t i = 0; i < looks_back && begin > 0; ++i) {
    begin = before(text_, begin);
  }
  std::size_t end = until, over = 0;
  for (std::size_t i = 0; i < longest_run && over < looks_ahead; ++i) {
    if (end >= text_.size()) break;
    std::size_t length = 0;
    const roles r = roles_of(decode_at(text_, end, length), false);
    // Nothing goes on over a character that is part of nothing.
    if (over != 0 || (i > 0 && (r.two | r.more | r.tail) == 0)) ++over;
    end += length;
  }
  read_units(text_, begin, end, units_);
  compose_units(units_);
}

bool mojibake_finder::weigh(std::size_t at, std::size_t until) {
  if (at < from_ || at >= until_ || units_.empty()) read_around(at, until);
  const auto after = std::upper_bound(
      units_.begin(), units_.end(), at,
      [](std::size_t a, const repair_unit& u) { return a < u.begin; });
  const auto i = static_cast<std::size_t>(after - units_.begin()) - 1;
  return reads_mojibake(units_, i, evidence_, guess_) ||
         (guess_ && reads_mojibake(units_, i, evidence_, false));
}

}  // namespace copydesk::unicode
