// SPDX-License-Identifier: Apache-2.0
// detect_cjk.cpp - East Asian charsets, judged without converting.
//
// Idea: the code charts are sorted by how common characters are, so the lead
// byte tells a class; the commonest hanzi and syllables are listed
// (detect_cjk_data.inc, generated). A class costs the logarithm of its size
// over its share of text. Cost: O(sample log list).
// Source: the charts of GB 2312, Big5, JIS X 0208 and KS X 1001.
#include "unicode/detect_cjk.hpp"

#include <algorithm>
#include <iterator>

namespace copydesk::unicode {
namespace {

#include "unicode/detect_cjk_data.inc"

// Costs in sixths of a nat: -6 ln(share / size).
constexpr int cost_invalid = 150;
constexpr int cost_beside_letter = 24;  // of ASCII, without a space
constexpr int cost_beside_other = 12;   // space, digit, mark

struct piece {
  int cost;
  int length;
};

struct reader {
  std::string_view text;
  unsigned at(std::size_t i) const {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  }
};

bool between(unsigned b, unsigned low, unsigned high) {
  return b >= low && b <= high;
}

template <std::size_t N>
bool listed(const std::uint16_t (&list)[N], unsigned code) {
  return std::binary_search(std::begin(list), std::end(list), code);
}

piece gb18030(reader r, std::size_t i) {
  const unsigned a = r.at(i), b = r.at(i + 1);
  if (!between(a, 0x81, 0xFE)) return {cost_invalid, 1};
  if (between(b, 0x30, 0x39)) {
    const bool four =
        between(r.at(i + 2), 0x81, 0xFE) && between(r.at(i + 3), 0x30, 0x39);
    return four ? piece{110, 4} : piece{cost_invalid, 1};
  }
  if (!between(b, 0x40, 0xFE) || b == 0x7F) return {cost_invalid, 1};
  const unsigned code = a << 8 | b;
  if (a < 0xA1 || b < 0xA1) return {100, 2};
  if (a == 0xA1 || a == 0xA3) return {33, 2};
  if (a < 0xB0) return {80, 2};
  if (listed(gb_first, code)) return {38, 2};
  if (listed(gb_second, code)) return {49, 2};
  if (a <= 0xD7) return {63, 2};
  return {a <= 0xF7 ? 80 : 110, 2};
}

piece big5(reader r, std::size_t i) {
  const unsigned a = r.at(i), b = r.at(i + 1);
  const bool trail = between(b, 0x40, 0x7E) || between(b, 0xA1, 0xFE);
  if (!between(a, 0x87, 0xFE) || !trail) return {cost_invalid, 1};
  const unsigned code = a << 8 | b;
  if (a < 0xA1) return {110, 2};
  if (a == 0xA1) return {33, 2};
  if (a <= 0xA3) return {60, 2};
  if (listed(big5_first, code)) return {38, 2};
  if (listed(big5_second, code)) return {49, 2};
  if (a <= 0xC6 && code <= 0xC67E) return {64, 2};
  return {between(a, 0xC9, 0xF9) ? 82 : 110, 2};
}

piece euc_kr(reader r, std::size_t i) {
  const unsigned a = r.at(i), b = r.at(i + 1);
  if (!between(a, 0x81, 0xFE)) return {cost_invalid, 1};
  const unsigned code = a << 8 | b;
  if (a < 0xA1 || b < 0xA1) {
    const bool more =
        a <= 0xC6 && (between(b, 0x41, 0x5A) || between(b, 0x61, 0x7A) ||
                      between(b, 0x81, 0xFE));
    return more ? piece{85, 2} : piece{cost_invalid, 1};
  }
  if (b > 0xFE) return {cost_invalid, 1};
  if (listed(ksc_first, code)) return {36, 2};
  if (between(a, 0xB0, 0xC8)) return {54, 2};
  if (a == 0xA1) return {45, 2};
  if (a < 0xB0) return {75, 2};
  return {between(a, 0xCA, 0xFD) ? 80 : 110, 2};
}

// A row and cell of JIS X 0208, both from 1.
int jis(unsigned row, unsigned cell) {
  if (row == 1)
    return between(cell, 2, 3) || cell == 28 || cell == 54 || cell == 55 ||
                   cell == 6
               ? 27
               : 45;
  if (row == 4) return cell <= 83 ? 30 : 110;
  if (row == 5) return cell <= 86 ? 40 : 110;
  if (row == 3) return 50;
  if (row < 16) return row <= 8 ? 75 : 90;
  if (row <= 47) return 56;
  return row <= 84 ? 80 : 100;
}

piece euc_jp(reader r, std::size_t i) {
  const unsigned a = r.at(i), b = r.at(i + 1);
  if (a == 0x8E && between(b, 0xA1, 0xDF)) return {75, 2};
  if (a == 0x8F && between(b, 0xA1, 0xFE) && between(r.at(i + 2), 0xA1, 0xFE)) {
    return {105, 3};
  }
  if (!between(a, 0xA1, 0xFE) || !between(b, 0xA1, 0xFE)) {
    return {cost_invalid, 1};
  }
  return {jis(a - 0xA0, b - 0xA0), 2};
}

piece shift_jis(reader r, std::size_t i) {
  const unsigned a = r.at(i), b = r.at(i + 1);
  if (between(a, 0xA1, 0xDF)) return {60, 1};
  const bool lead = between(a, 0x81, 0x9F) || between(a, 0xE0, 0xFC);
  if (!lead || !between(b, 0x40, 0xFC) || b == 0x7F) {
    return {cost_invalid, 1};
  }
  const unsigned lane = (a <= 0x9F ? a - 0x81 : a - 0xC1) * 2;
  const unsigned cell = b - (b < 0x7F ? 0x3F : 0x40);
  return {cell <= 94 ? jis(lane + 1, cell) : jis(lane + 2, cell - 94), 2};
}

int beside(unsigned b) {
  const unsigned low = b | 0x20;
  return between(low, 'a', 'z') ? cost_beside_letter : cost_beside_other;
}

template <piece (*Judge)(reader, std::size_t)>
std::uint32_t cost_of(std::string_view sample) {
  const reader r{sample};
  int sum = 0;
  bool after_ascii = false;
  for (std::size_t i = 0; i < sample.size();) {
    const bool is_ascii = r.at(i) < 0x80;
    if (is_ascii != after_ascii && i != 0) {
      sum += beside(r.at(is_ascii ? i : i - 1));
    }
    after_ascii = is_ascii;
    const piece p = is_ascii ? piece{0, 1} : Judge(r, i);
    sum += p.cost;
    i += static_cast<std::size_t>(p.length);
  }
  return static_cast<std::uint32_t>(sum);
}

}  // namespace

cjk_guess cheapest_cjk(std::string_view sample) {
  const cjk_guess all[] = {{"gb18030", cost_of<gb18030>(sample)},
                           {"big5", cost_of<big5>(sample)},
                           {"euc-kr", cost_of<euc_kr>(sample)},
                           {"shift_jis", cost_of<shift_jis>(sample)},
                           {"euc-jp", cost_of<euc_jp>(sample)}};
  return *std::min_element(
      std::begin(all), std::end(all),
      [](const cjk_guess& a, const cjk_guess& b) { return a.cost < b.cost; });
}

}  // namespace copydesk::unicode
