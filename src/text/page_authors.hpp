// SPDX-License-Identifier: Apache-2.0
// page_authors.hpp - the names that a page has where authors stand.
//
// In author lines, alone on a line, before "is the paper's editor". A line
// with a name of an author line elsewhere on the page is likely to be one, too:
// "Ruth Abara covers courts." Cost: O(most) a name.
#ifndef COPYDESK_SRC_TEXT_PAGE_AUTHORS_HPP_
#define COPYDESK_SRC_TEXT_PAGE_AUTHORS_HPP_

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "text/line_features.hpp"
#include "text/line_score.hpp"

namespace copydesk::text {

// Names of two words, at most `most`.
class page_authors {
 public:
  // Bits of what in() gives: where a name of the line was seen.
  enum source : std::uint8_t { credited = 1, alone = 2, told = 4 };
  // Bits besides: the line begins with the name; is nothing else.
  static constexpr std::uint8_t begins = 8, whole = 16;

  bool full() const { return count_ == most; }

  // `line` is of the tokens from `first` on.
  void add(const laid_text& laid, std::uint32_t first, const line_symbols& line,
           std::uint32_t paragraph, source from) {
    const auto word = [&](std::uint32_t at) {
      return laid.tokens[first + at].where().of(laid.clean);
    };
    each_pair(line, [&](std::uint32_t at, std::uint32_t name) {
      // What follows a comma is an office, as a rule.
      const bool heads = at == 0 || line.at(at - 1).word != line_hash(",");
      if (heads && !full())
        names_[count_++] = {name, {word(at), word(at + 1)}, paragraph, from};
    });
  }

  // What line_place::author is of a line: where the name was seen, in other
  // lines, and whether this one begins with it or is nothing else.
  std::uint8_t in(const line_symbols& line, std::uint32_t paragraph) const {
    std::uint8_t out = 0;
    if (count_ == 0) return out;
    each_pair(line, [&](std::uint32_t at, std::uint32_t name) {
      for (std::uint32_t i = 0; i < count_; ++i) {
        const seen_name& n = names_[i];
        if (n.name != name || n.paragraph == paragraph) continue;
        out = static_cast<std::uint8_t>(out | n.from);
        if (at != 0) continue;
        const unsigned bits = line.size() <= 3 ? begins | whole : begins;
        out = static_cast<std::uint8_t>(out | bits);
      }
    });
    return out;
  }

  // Whether the line begins with a word of a credited name, and goes on with
  // a word in small letters: "Abara covers courts."
  bool begins_with_word(const laid_text& laid, std::uint32_t first,
                        const line_symbols& line,
                        std::uint32_t paragraph) const {
    if (line.size() < 3 || line.at(1).shape < 'a' || line.at(1).shape > 'm')
      return false;
    const std::string_view word = laid.tokens[first].where().of(laid.clean);
    return any_credited(paragraph, [&](std::string_view w) {
      return w.size() == word.size() && holds(word, w);
    });
  }

  // Whether an address or a handle holds a word of a credited name.
  bool is_address_of(std::string_view address, std::uint32_t paragraph) const {
    constexpr std::size_t longest = 80, least = 4;
    address = address.substr(0, longest);
    return any_credited(paragraph, [&](std::string_view w) {
      return w.size() >= least && holds(address, w);
    });
  }

 private:
  static constexpr std::uint32_t most = 12;
  struct seen_name {
    std::uint32_t name;
    std::array<std::string_view, 2> words;
    std::uint32_t paragraph;
    source from;
  };

  template <class Test>
  bool any_credited(std::uint32_t paragraph, Test test) const {
    for (std::uint32_t i = 0; i < count_; ++i) {
      const seen_name& n = names_[i];
      if (n.from == credited && n.paragraph != paragraph &&
          (test(n.words[0]) || test(n.words[1])))
        return true;
    }
    return false;
  }

  // Whether `word` is in `text`, in whatever ASCII letters.
  static bool holds(std::string_view text, std::string_view word) {
    const auto small = [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    };
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [&](char a, char b) { return small(a) == small(b); }) !=
           text.end();
  }

  // Calls use(place, hash) for the first two of words with capitals in a row.
  template <class Use>
  static void each_pair(const line_symbols& line, Use use) {
    const auto capital = [&](std::uint32_t i) {
      const line_symbols::symbol& s = line.at(i);
      return s.shape >= 'A' && s.shape <= 'Z' && s.word != line_hash("by");
    };
    for (std::uint32_t i = 0; i + 1 < line.size(); ++i) {
      if (!capital(i) || !capital(i + 1)) continue;
      use(i, line_feature::joined(line.at(i).word, line.at(i + 1).word));
      while (i + 1 < line.size() && capital(i + 1)) ++i;
    }
  }

  std::array<seen_name, most> names_{};
  std::uint32_t count_ = 0;
};

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_PAGE_AUTHORS_HPP_
