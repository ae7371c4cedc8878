// SPDX-License-Identifier: Apache-2.0
// random_text.hpp - strings that hit what text rooms must get right, made
// from a seed: the same on every machine.
#ifndef COPYDESK_TESTS_UNIT_RANDOM_TEXT_HPP_
#define COPYDESK_TESTS_UNIT_RANDOM_TEXT_HPP_

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace copydesk_test {

// How many random strings a test tries: a million if the environment variable
// COPYDESK_LONG_TESTS is set, else what keeps the run short.
inline int string_count() {
  if (std::getenv("COPYDESK_LONG_TESTS") != nullptr) return 1000000;
#if defined(NDEBUG)
  return 100000;
#else
  return 20000;
#endif
}

// splitmix64 (Steele, Lea, Flood 2014).
class randoms {
 public:
  explicit randoms(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  // In [0, n).
  std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>((next() >> 32) * n >> 32);
  }

 private:
  std::uint64_t state_;
};

// Any scalar value; half of them from blocks where normalization is busy.
inline char32_t random_code(randoms& r) {
  switch (r.below(8)) {
    case 0:
      return 0x20 + r.below(0x5F);
    case 1:
      return 0xA0 + r.below(0x260);
    case 2:
      return 0x300 + r.below(0x70);
    case 3: {
      constexpr char32_t starts[] = {0x370,  0x590,  0x900,  0xB80,  0xD00,
                                     0xE00,  0x1100, 0x1160, 0x11A8, 0x1E00,
                                     0x1F00, 0x2000, 0x2100, 0x3040, 0xAC00,
                                     0xF900, 0xFB00, 0xFF00, 0x110B0};
      return starts[r.below(sizeof starts / sizeof *starts)] + r.below(0x60);
    }
    case 4:
      return "aeiouAEIOUnscz "[r.below(15)];
    default: {
      const char32_t code = r.below(0x110000 - 0x800);
      return code < 0xD800 ? code : code + 0x800;
    }
  }
}

// A piece of text of up to about 12 bytes: characters, damage, bad bytes.
inline std::string_view random_piece(randoms& r) {
  using namespace std::string_view_literals;
  static constexpr std::string_view pieces[] = {
      "a"sv,
      " "sv,
      "\n"sv,
      "said "sv,
      "\r\n"sv,
      "\r"sv,
      "&amp;"sv,
      "&quot;"sv,
      "&#8217;"sv,
      "&eacute"sv,
      "&amp;amp;"sv,
      "\xC2\xAD"sv,
      "\xE2\x80\x8B"sv,
      "\xE2\x80\x8F"sv,
      "\xEF\xBB\xBF"sv,
      "\xEF\xAC\x83"sv,
      "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2"sv,
      "\xC3\x83\xC2\xA9"sv,
      "\xC3\xA9"sv,
      "e\xCC\x81"sv,
      "o\xCC\xA3\xCC\x82"sv,
      "\xE2\x80\x9C"sv,
      "\xE2\x80\x9D"sv,
      "\xE2\x80\xA6"sv,
      "\xF0\x9F\x98\x80"sv,
      "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8"sv,
      "\xEA\xB0\x80\xE1\x86\xA8"sv,
      "\x80"sv,
      "\xC3"sv,
      "\xE2\x82"sv,
      "\xF0\x9F"sv,
      "\xED\xA0\x80"sv,
      "\xC0\xAF"sv,
      "\xFF"sv,
      "\0"sv,
      "\x1B"sv,
      "\x7F"sv,
      "\xC2\x85"sv,
      "\xD0\x9C\xD0\xBE"sv,
      "\xE4\xB8\xAD"sv,
      "\xEF\xBC\xA1"sv,
      "\xCD\x84"sv,
      "\xE2\x84\xAB"sv,
      "\xD9\xA3"sv,
      "\xCD\x85"sv};
  return pieces[r.below(sizeof pieces / sizeof *pieces)];
}

inline std::string random_bytes(randoms& r, std::uint32_t most_pieces) {
  std::string out;
  for (std::uint32_t n = r.below(most_pieces + 1); n != 0; --n) {
    out += random_piece(r);
  }
  return out;
}

}  // namespace copydesk_test

#endif  // COPYDESK_TESTS_UNIT_RANDOM_TEXT_HPP_
