// SPDX-License-Identifier: Apache-2.0
// detect.cpp - a guess by how likely the bytes are as text of a language.
//
// Idea: for each charset and language that is written in it, the sample costs
// the sum of the costs of its letter pairs, in sixths of a nat
// (detect_data.inc, generated); the cheapest wins, the first among equals.
// East Asian charsets (detect_cjk.cpp) cost by how common their characters
// are, in the same unit.
// Invariant: all candidates are judged on the same bytes. Cost: O(sample).
// Source: the composite approach of Li and Momoi, "A composite approach to
// language/encoding detection" (2001), with likelihoods in place of ratios.
#include "unicode/detect.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "limits.hpp"
#include "unicode/detect_cjk.hpp"
#include "unicode/scan.hpp"

namespace copydesk::unicode {
namespace {

enum class script { western, central, turkish, cyrillic };

struct language_model {
  const char* name;
  script group;
  const char16_t* letters;  // beyond ASCII, lower case, sorted
  int letter_count;
  const char* costs;  // size * size, one character each
  int size;           // symbols
};

#include "unicode/detect_data.inc"

// Symbols. Keep in step with make_detect_data.py.
enum symbol : unsigned char {
  space,
  digit,
  stop,
  ascii,
  double_mark,
  single_mark,
  dash,
  dots,
  good,
  bad,
  west,
  other,
  none,
  latin
};

char16_t lower(char16_t c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
    return c + 32;
  }
  if (c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149) return c;
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
  if (c == 0x178) return 0xFF;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
    return c + (c & 1);
  }
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c == 0x490 ? 0x491 : c;
}

bool is_special(char16_t c) {
  return (c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7) ||
         (c >= 0x400 && c <= 0x491);
}

bool is_latin(char16_t low) { return low >= 'a' && low <= 'z'; }

unsigned char ascii_symbol(char16_t c, bool by_letter) {
  const char16_t low = lower(c);
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return space;
  if (c >= '0' && c <= '9') return digit;
  if (is_latin(low)) {
    return static_cast<unsigned char>(by_letter ? latin + (low - 'a') : latin);
  }
  if (c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?') {
    return stop;
  }
  return c >= 0x20 ? ascii : none;
}

unsigned char mark_symbol(char16_t c) {
  switch (c) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
      return double_mark;
    case 0x2018:
    case 0x2019:
    case 0x201A:
      return single_mark;
    case 0x2013:
    case 0x2014:
      return dash;
    case 0x2026:
      return dots;
    case 0x20AC:
    case 0xA3:
    case 0xA7:
    case 0xB0:
    case 0xA0:
    case 0xA9:
    case 0xAE:
    case 0x2122:
    case 0x2022:
    case 0x2116:
    case 0xA1:
    case 0xBF:
    case 0xB2:
    case 0xB3:
    case 0xBA:
    case 0xAA:
      return good;
    default:
      return c < 0xA0 ? none : bad;
  }
}

unsigned char symbol_of(char16_t c, const language_model& m) {
  const bool by_letter = m.group != script::cyrillic;
  if (c < 0x80) return ascii_symbol(c, by_letter);
  if (!is_special(c)) return mark_symbol(c);
  const char16_t low = lower(c);
  const char16_t* const end = m.letters + m.letter_count;
  const char16_t* const at = std::lower_bound(m.letters, end, low);
  if (at != end && *at == low) {
    return static_cast<unsigned char>((by_letter ? latin + 26 : latin + 1) +
                                      (at - m.letters));
  }
  return c < 0x100 || c == 0x152 || c == 0x153 ? west : other;
}

// 0 no letter, 1 lower case, 2 upper case.
unsigned char case_of(char16_t c) {
  const char16_t low = lower(c);
  if (!is_special(c) && !is_latin(low)) return 0;
  return low != c || c == 0x130 ? 2 : 1;
}

int pair_cost(const language_model& m, unsigned a, unsigned b) {
  return m.costs[a * static_cast<unsigned>(m.size) + b] - 35;
}

// The sample, and which bytes are in it.
struct sampled {
  std::string text;
  std::string distinct;

  explicit sampled(std::string bytes) : text(std::move(bytes)) {
    bool seen[256] = {};
    for (char c : text + '\n') {
      bool& known = seen[static_cast<unsigned char>(c)];
      if (!known) distinct += c;
      known = true;
    }
  }
};

// The sample as text of one language in one charset.
std::uint32_t cost_of(const sampled& sample, const language_model& m,
                      const char16_t* high) {
  unsigned char symbols[256], cases[256];
  for (char byte : sample.distinct) {
    const auto b = static_cast<unsigned char>(byte);
    // An undefined byte is U+0000, which is a control.
    const char16_t c = b < 0x80 ? b : high[b - 0x80];
    symbols[b] = symbol_of(c, m);
    cases[b] = case_of(c);
  }
  std::uint32_t sum = 0;
  unsigned before = '\n';
  for (char byte : sample.text) {
    const auto b = static_cast<unsigned char>(byte);
    sum += pair_cost(m, symbols[before], symbols[b]);
    if ((before | b) >= 0x80) sum += case_costs[cases[before]][cases[b]];
    if (symbols[b] == none) sum += 60;
    before = b;
  }
  return sum;
}

// What the ASCII of the sample costs in the language that it suits best: East
// Asian text may hold Latin words, too.
std::uint32_t cheapest_ascii(std::string_view sample) {
  std::uint32_t best = ~std::uint32_t{0};
  for (const language_model& m : models) {
    if (m.group != script::western) continue;
    std::uint32_t sum = 0;
    unsigned before = '\n';
    for (char byte : sample) {
      const auto b = static_cast<unsigned char>(byte);
      if ((before | b) < 0x80) {
        sum += pair_cost(m, ascii_symbol(static_cast<char16_t>(before), true),
                         ascii_symbol(b, true));
      }
      before = b;
    }
    best = std::min(best, sum);
  }
  return best;
}

// Lines around the bytes that are not ASCII, up to the limit. Stretches begin
// after a space, which no multi-byte character holds.
std::string sample_of(std::string_view bytes) {
  std::string out;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_length(bytes, i);
    if (i == bytes.size() || out.size() >= limits::detect_sample) break;
    std::size_t begin = i - std::min(i - taken, limits::detect_context);
    for (std::size_t k = begin; begin != taken && k < i; ++k) {
      if (static_cast<unsigned char>(bytes[k]) <= ' ') begin = k + 1;
      if (begin != k) break;
    }
    std::size_t end = i;
    while (end < bytes.size() &&
           end - begin + out.size() < limits::detect_sample) {
      const std::size_t plain = ascii_length(bytes, end);
      end += std::min(plain, limits::detect_context);
      if (plain > limits::detect_context || end == bytes.size()) break;
      ++end;
    }
    if (!out.empty()) out += '\n';
    out.append(bytes, begin, end - begin);
    taken = i = end;
  }
  return out;
}

struct candidate {
  script group;
  const char* label;
};

// In order of preference among equals.
constexpr candidate candidates[] = {
    {script::western, "windows-1252"},  {script::western, "iso-8859-15"},
    {script::western, "macintosh"},     {script::central, "windows-1250"},
    {script::central, "iso-8859-2"},    {script::turkish, "windows-1254"},
    {script::cyrillic, "windows-1251"}, {script::cyrillic, "koi8-r"},
    {script::cyrillic, "koi8-u"},       {script::cyrillic, "iso-8859-5"}};

}  // namespace

charset detect(std::string_view bytes) {
  const sampled sample(sample_of(bytes));
  std::uint32_t best = ~std::uint32_t{0};
  const char* label = "windows-1252";
  for (const candidate& c : candidates) {
    const charset what = find_charset(c.label);
    for (const language_model& m : models) {
      if (m.group != c.group) continue;
      const std::uint32_t cost = cost_of(sample, m, what.high);
      if (cost >= best) continue;
      best = cost;
      label = c.label;
    }
  }
  const cjk_guess cjk = cheapest_cjk(sample.text);
  return find_charset(cjk.cost + cheapest_ascii(sample.text) < best ? cjk.label
                                                                    : label);
}

}  // namespace copydesk::unicode
