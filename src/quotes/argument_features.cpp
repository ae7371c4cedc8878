// SPDX-License-Identifier: Apache-2.0
// Idea: what is told of a unit for each of its neighbours, and of what stands
// between it and the cue, is gathered for the whole window first: from the cue
// outwards, so that each unit adds its share to what was passed before. Then
// the features of a unit are numbers that lie side by side.
// Invariant: empty spots stand before the first unit and behind the last one,
// so that no look at a neighbour asks where the window ends.
// Cost: O(units) a window, and some 25 features a unit.
#include <algorithm>

#include "limits.hpp"
#include "quotes/feature_parts.hpp"
#include "quotes/features.hpp"

namespace copydesk::quotes {
namespace {

enum cue_side : std::uint32_t { before_cue = 1, after_cue = 2, at_cue = 3 };

constexpr bool is_pause(std::uint8_t tag) {
  return tag >= tag_comma && tag <= tag_other_mark;
}

constexpr bool is_aside(std::uint8_t tag) {
  return tag == tag_comma || tag == tag_semicolon || tag == tag_dash;
}

// What a tag adds to what was passed on the way from the cue.
static_assert(tag_quotation < 64, "a table of 64 tags");
struct shares {
  // Commas and the like, and verbs, each in eight bits.
  std::uint16_t counts[64];
  // Bits 4 to 7: a quotation, "that", "and", a bracket.
  std::uint8_t others[64];

  constexpr shares() : counts(), others() {
    for (std::uint8_t g = 0; g < 64; ++g) {
      counts[g] = static_cast<std::uint16_t>((is_aside(g) ? 1 : 0) |
                                             (is_verbal(g) ? 256 : 0));
    }
    others[tag_quotation] = others[tag_left_mark] = 16;
    for (const word_tag t :
         {word_tag::that, word_tag::subord, word_tag::what}) {
      others[static_cast<std::uint8_t>(t)] = 32;
    }
    others[static_cast<std::uint8_t>(word_tag::coord)] = 64;
    others[tag_left_bracket] = 128;
  }
};
constexpr shares share_of;
static_assert(limits::max_window_units < 255, "counts fit eight bits");

// What was passed on the way from the cue, in eight bits: commas and the like
// (to 3), verbs (to 2), and the others.
class way_passed {
 public:
  std::uint16_t so_far(cue_side of) const {
    return static_cast<std::uint16_t>(std::min(asides(), 3u) |
                                      std::min(counts_ >> 8, 2u) << 2 |
                                      others_ | of << 8);
  }
  void add(std::uint8_t tag) {
    counts_ += share_of.counts[tag];
    others_ |= share_of.others[tag];
  }
  std::uint32_t asides() const { return counts_ & 255u; }
  bool quoted() const { return (others_ & 16u) != 0; }

 private:
  std::uint32_t counts_ = 0, others_ = 0;
};

// How far a comma or the like is where there is none.
constexpr std::uint8_t no_pause = 15;

}  // namespace

void argument_view::look(const reading& r, const window& w, style as) {
  r_ = &r;
  w_ = &w;
  const auto n = static_cast<std::uint32_t>(w.units.size());
  spots_.assign(n + 2 * edge, {});
  spot* const s = spots_.data() + edge;
  // The last pause, and how far it is: whether a unit is one cannot be
  // foreseen, so there is no branch on it.
  std::uint8_t pause = 0;
  std::uint32_t far = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const unit& u = w.units[i];
    s[i].hash = u.hash;
    s[i].cluster = u.cluster;
    s[i].tag = u.tag;
    s[i].name = u.name;
    s[i].last = pause;
    s[i].last_far = pause == 0 ? no_pause : bucket(far);
    far = is_pause(u.tag) ? 1 : far + 1;
    pause = is_pause(u.tag) ? u.tag : pause;
  }
  pause = 0;
  far = 1;
  for (std::uint32_t i = n; i-- > 0;) {
    s[i].next = pause;
    s[i].next_far = bucket(far);
    far = is_pause(s[i].tag) ? 1 : far + 1;
    pause = is_pause(s[i].tag) ? s[i].tag : pause;
  }
  way_passed left, right;
  for (std::uint32_t i = w.cue; i-- > 0;) {
    s[i].between = left.so_far(before_cue);
    left.add(s[i].tag);
  }
  s[w.cue].between = way_passed().so_far(at_cue);
  for (std::uint32_t i = w.cue + 1; i < n; ++i) {
    s[i].between = right.so_far(after_cue);
    right.add(s[i].tag);
  }
  const std::uint32_t token = w.units[w.cue].first;
  const word& cue = r.words[token];
  style_ = static_cast<std::uint64_t>(as);
  class_ = static_cast<std::uint64_t>(cue.cue);
  lemma_ = cue.lemma + 1u;
  form_ = ending(r, token);
  const spot* const at = s + w.cue;
  right.add(at->tag);
  shape_ = pack3((left.quoted() ? 1 : 0) | (right.quoted() ? 2 : 0),
                 std::min(n - w.cue, 5u), std::min(w.cue, 4u),
                 std::min(left.asides(), 2u));
}

std::uint64_t* argument_view::features(std::uint32_t i,
                                       std::uint64_t* to) const {
  const unit& u = w_->units[i];
  const spot* const at = spots_.data() + edge + i;
  const auto T = [at](int d) -> std::uint64_t { return at[d].tag; };
  const auto H = [at](int d) -> std::uint64_t { return at[d].hash; };
  const auto C = [at](int d) -> std::uint64_t { return at[d].cluster; };
  const std::uint64_t sig = at->between;
  const std::uint64_t side = sig >> 8;
  const std::uint32_t cue = w_->cue;
  const std::uint32_t apart = i < cue ? cue - i : i - cue;
  const std::uint64_t far = bucket(apart) | side << 4;
  const std::uint64_t cls = class_;
  const std::uint64_t lemma = lemma_;
  const std::uint64_t st = style_;
  const std::uint64_t name = at->name;
  const std::uint64_t last = at->last, last_far = at->last_far;
  const std::uint64_t next = at->next, next_far = at->next_far;
  feature_writer out(to);
  out.add(101, pack(far, T(0), st));
  out.add(102, H(0), side);
  out.add(103, pack3(T(-1), T(0), T(1), side));
  out.add(105, pack(T(0), lemma, side));
  out.add(106, pack(sig, T(0)));
  if (apart <= 5) {
    std::uint64_t path = far;
    const spot* const first = i < cue ? at : at - apart;
    for (std::uint32_t k = 0; k <= apart; ++k) {
      path = learned::mix(path, first[k].tag);
    }
    out.add(110, path);
  }
  out.add(115, pack(shape_, T(0)), sig);
  out.add(116, pack3(std::min(i, 3u), side, T(0), T(1)), shape_);
  out.add(117, suffix(*r_, u.first), side);
  out.add(118, pack3(last, last_far, side, T(0)), sig);
  out.add(119, pack3(next, next_far, side, T(0)));
  out.add(120, H(-1), side);
  out.add(121, H(1), side);
  out.add(122, pack3(name, side, T(-1), T(1)));
  out.add(123, pack(name, sig));
  out.add(124, pack3(T(-2), T(-1), T(0), side));
  out.add(125, pack3(T(0), T(1), T(2), side));
  out.add(127, pack(far, cls, form_));
  out.add(130, pack3(r_->titled[u.first], name, side, T(-1), T(1)));
  out.add(136, pack(C(-1) / 8, C(0)), side);
  out.add(137, C(0) / 8, sig);
  return out.end();
}

}  // namespace copydesk::quotes
