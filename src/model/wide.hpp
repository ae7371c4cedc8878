// SPDX-License-Identifier: Apache-2.0
// wide.hpp - sums of many labels at once.
//
// Idea: a row of W int16 (4 or a multiple of 8) is kept in registers of eight
// numbers, which every machine has: those of SSE2, or
// where there is none, an array. What goes over the parts of a row is unrolled
// by hand (each_part): compilers that see a loop keep the row in memory.
#ifndef COPYDESK_SRC_MODEL_WIDE_HPP_
#define COPYDESK_SRC_MODEL_WIDE_HPP_

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include "model/lanes.hpp"

namespace copydesk::learned {

// Eight numbers.
#if defined(__SSE2__)
struct eight {
  __m128i v;

  static eight all(std::int16_t x) noexcept { return {_mm_set1_epi16(x)}; }
  static eight load(const void* p) noexcept {
    return {_mm_loadu_si128(static_cast<const __m128i*>(p))};
  }
  static eight load_half(const void* p) noexcept {
    return {_mm_loadl_epi64(static_cast<const __m128i*>(p))};
  }
  void store(void* p) const noexcept {
    _mm_storeu_si128(static_cast<__m128i*>(p), v);
  }
  void store_half(void* p) const noexcept {
    _mm_storel_epi64(static_cast<__m128i*>(p), v);
  }
  eight plus(eight b) const noexcept { return {_mm_add_epi16(v, b.v)}; }
  eight minus(eight b) const noexcept { return {_mm_sub_epi16(v, b.v)}; }
  eight most(eight b) const noexcept { return {_mm_max_epi16(v, b.v)}; }
  eight least(eight b) const noexcept { return {_mm_min_epi16(v, b.v)}; }
  // All bits where it holds.
  eight above(eight b) const noexcept { return {_mm_cmpgt_epi16(v, b.v)}; }
  eight equals(eight b) const noexcept { return {_mm_cmpeq_epi16(v, b.v)}; }
  eight both(eight b) const noexcept { return {_mm_and_si128(v, b.v)}; }
  // `b` where the mask has all bits.
  eight with(eight mask, eight b) const noexcept {
    return {
        _mm_or_si128(_mm_andnot_si128(mask.v, v), _mm_and_si128(mask.v, b.v))};
  }
  // The greatest of them, eight times.
  eight top() const noexcept {
    __m128i x = _mm_max_epi16(v, _mm_shuffle_epi32(v, 0x4e));
    x = _mm_max_epi16(x, _mm_shuffle_epi32(x, 0xb1));
    return {_mm_max_epi16(
        x, _mm_shufflehi_epi16(_mm_shufflelo_epi16(x, 0xb1), 0xb1))};
  }
  std::int16_t first() const noexcept {
    return static_cast<std::int16_t>(_mm_cvtsi128_si32(v));
  }
  // The first four twice.
  eight doubled() const noexcept { return {_mm_unpacklo_epi64(v, v)}; }
  // Numbers moved `by` places up; below them the last ones of `before`.
  template <int by>
  eight up(eight before) const noexcept {
    return {_mm_or_si128(_mm_slli_si128(v, 2 * by),
                         _mm_srli_si128(before.v, 16 - 2 * by))};
  }
  // Down; above them the first ones of `after`.
  template <int by>
  eight down(eight after) const noexcept {
    return {_mm_or_si128(_mm_srli_si128(v, 2 * by),
                         _mm_slli_si128(after.v, 16 - 2 * by))};
  }
  // A bit for each, of a mask.
  std::uint32_t bits() const noexcept {
    return static_cast<std::uint32_t>(
        _mm_movemask_epi8(_mm_packs_epi16(v, _mm_setzero_si128())));
  }
  // The first (second) eight of sixteen bytes with signs, as numbers.
  static eight low(const void* p) noexcept { return widen_low(load(p).v); }
  static eight high(const void* p) noexcept {
    const __m128i b = load(p).v;
    return {_mm_srai_epi16(_mm_unpackhi_epi8(b, b), 8)};
  }
  // Eight bytes, or four.
  static eight bytes(const void* p) noexcept {
    return widen_low(load_half(p).v);
  }
  static eight four_bytes(const void* p) noexcept {
    std::int32_t four;
    std::memcpy(&four, p, sizeof four);
    return widen_low(_mm_cvtsi32_si128(four));
  }

 private:
  // A byte in the upper half of a number, moved down with its sign.
  static eight widen_low(__m128i b) noexcept {
    return {_mm_srai_epi16(_mm_unpacklo_epi8(b, b), 8)};
  }
};
#else
struct eight {
  std::int16_t v[8];

  template <class F>
  static eight make(F&& each) noexcept {
    eight out{};
    for (int i = 0; i < 8; ++i) out.v[i] = static_cast<std::int16_t>(each(i));
    return out;
  }
  static eight all(std::int16_t x) noexcept {
    return make([&](int) { return x; });
  }
  static eight load(const void* p) noexcept {
    eight out;
    std::memcpy(&out.v, p, 16);
    return out;
  }
  static eight load_half(const void* p) noexcept {
    eight out{};
    std::memcpy(&out.v, p, 8);
    return out;
  }
  void store(void* p) const noexcept { std::memcpy(p, &v, 16); }
  void store_half(void* p) const noexcept { std::memcpy(p, &v, 8); }
  eight plus(eight b) const noexcept {
    return make([&](int i) { return v[i] + b.v[i]; });
  }
  eight minus(eight b) const noexcept {
    return make([&](int i) { return v[i] - b.v[i]; });
  }
  eight most(eight b) const noexcept {
    return make([&](int i) { return v[i] > b.v[i] ? v[i] : b.v[i]; });
  }
  eight least(eight b) const noexcept {
    return make([&](int i) { return v[i] < b.v[i] ? v[i] : b.v[i]; });
  }
  eight above(eight b) const noexcept {
    return make([&](int i) { return v[i] > b.v[i] ? -1 : 0; });
  }
  eight equals(eight b) const noexcept {
    return make([&](int i) { return v[i] == b.v[i] ? -1 : 0; });
  }
  eight both(eight b) const noexcept {
    return make([&](int i) { return v[i] & b.v[i]; });
  }
  eight with(eight mask, eight b) const noexcept {
    return make([&](int i) { return mask.v[i] != 0 ? b.v[i] : v[i]; });
  }
  eight top() const noexcept {
    std::int16_t x = v[0];
    for (int i = 1; i < 8; ++i) x = x > v[i] ? x : v[i];
    return all(x);
  }
  std::int16_t first() const noexcept { return v[0]; }
  eight doubled() const noexcept {
    return make([&](int i) { return v[i % 4]; });
  }
  template <int by>
  eight up(eight before) const noexcept {
    return make(
        [&](int i) { return i < by ? before.v[8 - by + i] : v[i - by]; });
  }
  template <int by>
  eight down(eight after) const noexcept {
    return make(
        [&](int i) { return i + by < 8 ? v[i + by] : after.v[i + by - 8]; });
  }
  std::uint32_t bits() const noexcept {
    std::uint32_t out = 0;
    for (int i = 0; i < 8; ++i) out |= (v[i] != 0 ? 1U : 0U) << i;
    return out;
  }
  static eight low(const void* p) noexcept { return bytes(p); }
  static eight high(const void* p) noexcept {
    return bytes(static_cast<const std::int8_t*>(p) + 8);
  }
  static eight bytes(const void* p) noexcept {
    std::int8_t b[8];
    std::memcpy(b, p, sizeof b);
    return make([&](int i) { return b[i]; });
  }
  static eight four_bytes(const void* p) noexcept {
    std::int8_t b[8] = {};
    std::memcpy(b, p, 4);
    return make([&](int i) { return b[i]; });
  }
};
#endif

template <class F, int... K>
inline void each_of(std::integer_sequence<int, K...>, F&& f) noexcept {
  (f(std::integral_constant<int, K>()), ...);
}

template <int W>
struct wide {
  static constexpr int parts = W < 8 ? 1 : W / 8;
  eight part[parts];

  template <class F>
  static void each_part(F&& f) noexcept {
    each_of(std::make_integer_sequence<int, parts>(), f);
  }
  static wide load(const std::int16_t* from) noexcept {
    wide w;
    each_part([&](auto k) {
      w.part[k] = W < 8 ? eight::load_half(from) : eight::load(from + 8 * k);
    });
    return w;
  }
  static wide all(std::int16_t x) noexcept {
    wide w;
    each_part([&](auto k) { w.part[k] = eight::all(x); });
    return w;
  }
  void store(std::int16_t* to) const noexcept {
    each_part([&](auto k) {
      W < 8 ? part[k].store_half(to) : part[k].store(to + 8 * k);
    });
  }
  void add(const wide& b) noexcept {
    each_part([&](auto k) { part[k] = part[k].plus(b.part[k]); });
  }
  // Adds W bytes with signs.
  void add_bytes(const void* row) noexcept {
    const char* p = static_cast<const char*>(row);
    if constexpr (W == 4) {
      part[0] = part[0].plus(eight::four_bytes(p));
    } else if constexpr (W == 8) {
      part[0] = part[0].plus(eight::bytes(p));
    } else {
      each_of(std::make_integer_sequence<int, W / 16>(), [&](auto k) {
        part[2 * k] = part[2 * k].plus(eight::low(p + 16 * k));
        part[2 * k + 1] = part[2 * k + 1].plus(eight::high(p + 16 * k));
      });
    }
  }
  void subtract(eight b) noexcept {
    each_part([&](auto k) { part[k] = part[k].minus(b); });
  }
  void raise(const wide& b) noexcept {
    each_part([&](auto k) { part[k] = part[k].most(b.part[k]); });
  }
  void raise(eight b) noexcept {
    each_part([&](auto k) { part[k] = part[k].most(b); });
  }
  void lower(const wide& b) noexcept {
    each_part([&](auto k) { part[k] = part[k].least(b.part[k]); });
  }
  // What is equal to `old` becomes `fresh`, where `mask` has all bits.
  void replace(const wide& mask, std::int16_t old,
               std::int16_t fresh) noexcept {
    const eight from = eight::all(old), to = eight::all(fresh);
    each_part([&](auto k) {
      part[k] = part[k].with(part[k].equals(from).both(mask.part[k]), to);
    });
  }
  // The greatest, eight times.
  eight most() const noexcept {
    eight all_parts = W < 8 ? part[0].doubled() : part[0];
    each_part([&](auto k) {
      if constexpr (k > 0) all_parts = all_parts.most(part[k]);
    });
    return all_parts.top();
  }
  // Moved `by` places up (down, if it is less than 0), with `fill` where there
  // is nothing to move.
  template <int by>
  wide moved(std::int16_t fill) const noexcept {
    const eight none = eight::all(fill);
    wide to;
    each_part([&](auto k) {
      if constexpr (by == 0) {
        to.part[k] = part[k];
      } else if constexpr (by > 0) {
        if constexpr (k == 0) {
          to.part[k] = part[k].template up<by>(none);
        } else {
          to.part[k] = part[k].template up<by>(part[k - 1]);
        }
      } else if constexpr (k + 1 == parts) {
        to.part[k] = part[k].template down<-by>(none);
      } else {
        to.part[k] = part[k].template down<-by>(part[k + 1]);
      }
    });
    return to;
  }
  // A bit for each number above x.
  std::uint64_t above(std::int16_t x) const noexcept {
    std::uint64_t out = 0;
    const eight b = eight::all(x);
    each_part([&](auto k) {
      out |= std::uint64_t{part[k].above(b).bits()} << (8 * k);
    });
    return W < 8 ? out & 15 : out;
  }
  // The first lane that has the number that b has there. Requires one.
  int find(eight b) const noexcept {
    std::uint64_t same = 0;
    each_part([&](auto k) {
      same |= std::uint64_t{part[k].equals(b).bits()} << (8 * k);
    });
    return static_cast<int>(lowest(same));
  }
};

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_WIDE_HPP_
