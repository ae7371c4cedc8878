// SPDX-License-Identifier: Apache-2.0
// Idea, invariant, cost: see the header. What is weighed is read as units, with
// as much around it as weighing looks at.
#include "unicode/mojibake_finder.hpp"

#include <algorithm>
#include <cstring>

#include "limits.hpp"
#include "unicode/mojibake_sequences.hpp"
#include "unicode/repair_scan.hpp"

namespace copydesk::unicode {
namespace {

constexpr std::uint32_t every = all_charsets;

// The longest run, in characters.
constexpr std::size_t longest_run = limits::mojibake_run * 6;

// Units before and behind a run that weighing looks at: some, and the longest
// word that may continue one ("quelas") with spaces around it.
constexpr std::size_t looks_back = 4, looks_ahead = 12;

// What compose_units() makes one unit of, at its first byte.
struct place {
  std::size_t at = 0, length = 0;
  char32_t c = 0;
};

place unit_at(std::string_view text, std::size_t at) {
  place out;
  out.at = at;
  out.c = decode_at(text, at, out.length);
  const std::size_t next = at + 1;
  if (out.c >= 0x80 || next >= text.size() || text[next] != '\xCC') return out;
  std::size_t n = 0;
  const char32_t whole = composed_unit(out.c, decode_at(text, next, n));
  if (whole != 0) out = {at, 1 + n, whole};
  return out;
}

// The unit that ends at `at`, or around it. Requires at > 0.
place unit_before(std::string_view text, std::size_t at) {
  for (--at; at > 0 && (text[at] & 0xC0) == 0x80;) --at;
  if (at > 0 && text[at] == '\xCC') {
    const place whole = unit_at(text, at - 1);
    if (whole.length > 1 && static_cast<unsigned char>(text[at - 1]) < 0x80) {
      return whole;
    }
  }
  return unit_at(text, at);
}

// A space may have been byte 0xA0, and what is unknown any byte.
sequence_roles roles_of(char32_t c) {
  sequence_roles r = sequence_roles_of(c);
  if (c == ' ' || is_unknown(c)) r.tail = every;
  return r;
}

}  // namespace

// Goes back through the text; what it meets are the i-th units.
class mojibake_finder::walk {
 public:
  walk(char32_t next, char32_t third) : next_(next), third_(third) {}

  // Steps to a unit; false if no run from there or from before it reaches the
  // begin of the walk.
  bool step(char32_t c) {
    const sequence_roles r = roles_of(c);
    std::uint32_t now = every;
    if (i_ > 3) {
      const std::uint32_t third = ago(tails_, 2);
      const std::uint32_t longs = ago(reach_, 2) | (third & ago(reach_, 3)) |
                                  (third & ago(tails_, 3) & ago(reach_, 4));
      now = ago(tails_, 1) & ((r.two & ago(reach_, 2)) | (r.more & longs));
      begins_ = false;
      if ((now | ago(reach_, 1) | ago(reach_, 2) | ago(reach_, 3)) == 0) {
        return false;
      }
    }
    tails_[i_ & 7] = r.tail;
    reach_[i_ & 7] = now;
    ++i_;
    begins_ = now != 0 && c >= 0x80 && may_begin(c, next_, third_);
    third_ = next_;
    next_ = c;
    return i_ < longest_run;
  }
  // Whether a run may begin with the unit.
  bool begins() const { return begins_; }

 private:
  std::uint32_t ago(const std::uint32_t* list, std::size_t n) const {
    return list[(i_ - n) & 7];
  }
  std::uint32_t tails_[8] = {}, reach_[8] = {};
  char32_t next_, third_;
  std::size_t i_ = 0;
  bool begins_ = false;
};

// Whether one character that is no mark ends before `behind`, with so much
// ASCII before it that no run begins there: the commonest case.
bool mojibake_finder::stands_alone(std::size_t behind) const {
  std::size_t begin = behind;
  while (begin > 0 && (text_[--begin] & 0xC0) == 0x80) {
  }
  const auto lead = static_cast<unsigned char>(text_[begin]);
  if (lead < 0x80 || lead == 0xCC || begin < 8) return false;
  std::uint64_t before;
  std::memcpy(&before, text_.data() + begin - 8, 8);
  return (before & 0x8080808080808080u) == 0;
}

std::size_t mojibake_finder::reaches(std::size_t at) {
  std::size_t candidates[longest_run], count = 0;
  const auto after = [&](const place& p) {
    const std::size_t next = p.at + p.length;
    return next < text_.size() ? unit_at(text_, next) : place{next, 0, 0};
  };
  place here = unit_at(text_, at);
  if (at > 0) here = unit_before(text_, at + here.length);
  const place behind = after(here);
  if (behind.length != 0) here = behind;
  const std::size_t next = here.at + here.length;
  const place third = after(here);
  if (here.c < 0x80 && stands_alone(here.at) &&
      !may_begin(unit_before(text_, here.at).c, here.c, third.c)) {
    done_ = next;
    return none;
  }
  walk back(third.c, third.length != 0 ? after(third).c : U'\0');
  while (here.at >= done_) {
    const bool more = back.step(here.c);
    if (back.begins()) candidates[count++] = here.at;
    if (!more || here.at == 0) break;
    here = unit_before(text_, here.at);
  }
  done_ = next;
  if (count == 0) return none;
  read_around(candidates, count);
  while (count != 0) {
    const std::size_t found = candidates[--count];
    if (!weigh(found)) continue;
    done_ = found + 1;
    return found;
  }
  return none;
}

std::size_t mojibake_finder::first_shown(std::size_t begin, std::size_t end) {
  const std::uint32_t charsets = evidence_.charsets();
  if (charsets == 0) return end;
  const std::string_view piece = text_.substr(0, end);
  std::size_t at = skip_plain(piece, begin);
  while (at < end) {
    place here = unit_at(text_, at);
    // A mark may make a letter that begins a sequence, or is part of one.
    const bool whole = here.c >= 0x300 && here.c < 0x328;
    for (int i = 0; whole && i < 3 && here.at > begin; ++i) {
      here = unit_before(text_, here.at + (i == 0 ? here.length : 0));
    }
    for (;; here = unit_at(text_, here.at + here.length)) {
      const std::size_t next = here.at + here.length;
      const place second = next < text_.size() ? unit_at(text_, next) : place{};
      const std::size_t then = next + second.length;
      const char32_t third =
          then < text_.size() ? unit_at(text_, then).c : U'\0';
      if (here.c >= 0x80 && may_begin(here.c, second.c, third, charsets)) {
        read_around(&here.at, 1);
        if (weigh(here.at)) return here.at;
      }
      if (next > at) break;
    }
    at = skip_plain(piece, here.at + here.length);
  }
  return end;
}

// Reads what weighing looks at of what begins at the candidates, the last of
// which comes first in the text.
void mojibake_finder::read_around(const std::size_t* candidates,
                                  std::size_t count) {
  place here = unit_at(text_, candidates[count - 1]);
  place first = here;
  for (std::size_t i = 0; i < looks_back && first.at > 0; ++i) {
    first = unit_before(text_, first.at);
  }
  units_.clear();
  may_lose_ = false;
  for (place p = first; p.at < here.at; p = unit_at(text_, p.at + p.length)) {
    units_.push_back(make_unit(p.c, p.at, p.at + p.length));
  }
  // Charsets for which a run from a candidate comes to here: at the end of a
  // sequence, or with one, two, three units to come.
  std::uint32_t ended = 0, one = 0, two = 0, three = 0;
  std::size_t after = 0;  // units from the last candidate on
  for (std::size_t over = 0; over < looks_ahead + 4;) {
    if (count == 0 && ++after > longest_run + looks_ahead) break;
    units_.push_back(make_unit(here.c, here.at, here.at + here.length));
    if (count != 0 && candidates[count - 1] == here.at) {
      --count;
      ended = every;
    }
    const bool goes_on = (ended | one | two | three) != 0;
    over = goes_on || count != 0 ? 0 : over + 1;
    if (goes_on) {
      const sequence_roles r = roles_of(here.c);
      may_lose_ = may_lose_ || r.first_tail != 0;
      const std::uint32_t begun = ended & r.more;
      ended &= r.two;
      // A sequence of three may have lost its last.
      const std::uint32_t end = (one | two) & r.tail;
      one = ended | (two & r.tail);
      two = begun | (three & r.tail);
      three = begun;
      ended = end;
    }
    const std::size_t next = here.at + here.length;
    if (next >= text_.size()) break;
    here = unit_at(text_, next);
  }
}

bool mojibake_finder::weigh(std::size_t at) {
  const auto after = std::upper_bound(
      units_.begin(), units_.end(), at,
      [](std::size_t a, const repair_unit& u) { return a < u.begin; });
  const auto i = static_cast<std::size_t>(after - units_.begin()) - 1;
  return reads_mojibake(units_, i, evidence_, guess_) ||
         (guess_ && may_lose_ && reads_mojibake(units_, i, evidence_, false));
}

}  // namespace copydesk::unicode
