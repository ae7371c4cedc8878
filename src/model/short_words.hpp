// SPDX-License-Identifier: Apache-2.0
// short_words.hpp - words of up to sixteen bytes as two numbers.
//
// Idea: a list of short words is a constexpr table of such pairs, found by a
// hash of them, so that a look-up has no loop over letters. Cost: O(1).
#ifndef COPYDESK_SRC_MODEL_SHORT_WORDS_HPP_
#define COPYDESK_SRC_MODEL_SHORT_WORDS_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/bytes.hpp"

namespace copydesk::learned {

inline constexpr std::size_t longest_short_word = 16;

// Bytes 0 to 7 and 8 to 15, the first one lowest; zeros behind the word.
struct short_word {
  std::uint64_t low = 0, high = 0;
};
constexpr bool operator==(short_word a, short_word b) noexcept {
  return a.low == b.low && a.high == b.high;
}

// Requires w.size() <= longest_short_word, as does the next one.
constexpr short_word packed(std::string_view w) noexcept {
  short_word out;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const std::uint64_t b = static_cast<unsigned char>(w[i]);
    (i < 8 ? out.low : out.high) |= b << (8 * (i % 8));
  }
  return out;
}

// The same by whole loads, at run time.
inline short_word loaded(std::string_view w) noexcept {
  const auto* p = reinterpret_cast<const byte*>(w.data());
  const std::size_t n = w.size();
  const auto letter = [p](std::size_t i) {
    return std::uint64_t{p[i]} << (8 * i);
  };
  if (n < 4) return {n == 0 ? 0 : letter(0) | letter(n / 2) | letter(n - 1), 0};
  if (n < 8) {
    const std::uint64_t last = load32(p + n - 4);
    return {load32(p) | last << (8 * (n - 4)), 0};
  }
  if (n == 8) return {load64(p), 0};
  return {load64(p), load64(p + n - 8) >> (8 * (16 - n))};
}

// Writes all sixteen bytes.
inline void store(short_word w, char* to) noexcept {
  for (std::size_t i = 0; i < 8; ++i) {
    to[i] = static_cast<char>(w.low >> (8 * i));
    to[i + 8] = static_cast<char>(w.high >> (8 * i));
  }
}

inline constexpr std::uint64_t each_byte = 0x0101010101010101ULL;

// Whether one of the bytes is 0x80 or above.
constexpr bool beyond_ascii(short_word w) noexcept {
  return ((w.low | w.high) & (0x80 * each_byte)) != 0;
}

// Whether one of the bytes is `c`. Requires ASCII.
constexpr bool has_byte(short_word w, char c) noexcept {
  const std::uint64_t all = each_byte * static_cast<unsigned char>(c);
  const std::uint64_t a = w.low ^ all, b = w.high ^ all;
  return (((a - each_byte) | (b - each_byte)) & (0x80 * each_byte)) != 0;
}

// Eight bytes of ASCII in small letters.
constexpr std::uint64_t in_small_letters(std::uint64_t x) noexcept {
  const std::uint64_t from_a = x + (0x80 - 'A') * each_byte;
  const std::uint64_t past_z = x + (0x7f - 'Z') * each_byte;
  return x | ((from_a & ~past_z & (0x80 * each_byte)) >> 2);
}
constexpr short_word in_small_letters(short_word w) noexcept {
  return {in_small_letters(w.low), in_small_letters(w.high)};
}

// From each word of a list to its place in it. `slots` is a power of two, at
// most 65,536, and above twice the size of the list.
template <std::size_t size, std::size_t slots>
class short_words {
 public:
  // text(i) is word i.
  template <class Text>
  constexpr explicit short_words(Text text) {
    static_assert((slots & (slots - 1)) == 0 && slots > 2 * size, "room");
    for (std::size_t i = 0; i < size; ++i) {
      words_[i] = packed(text(i));
      std::size_t at = slot_of(words_[i]);
      while (slots_[at] != 0) at = (at + 1) % slots;
      slots_[at] = static_cast<std::uint16_t>(i + 1);
    }
  }
  // The place of the word, or `size`.
  constexpr std::size_t find(short_word w) const noexcept {
    for (std::size_t at = slot_of(w); slots_[at] != 0; at = (at + 1) % slots) {
      const std::size_t i = slots_[at] - std::size_t{1};
      if (words_[i] == w) return i;
    }
    return size;
  }

 private:
  static constexpr std::size_t slot_of(short_word w) noexcept {
    const std::uint64_t h =
        (w.low ^ w.high * 0x9e3779b97f4a7c15ULL) * 0xd6e8feb86659fd93ULL;
    return static_cast<std::size_t>(h >> 48) % slots;
  }

  short_word words_[size] = {};
  std::uint16_t slots_[slots] = {};
};

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_SHORT_WORDS_HPP_
