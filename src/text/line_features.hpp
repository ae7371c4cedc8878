// SPDX-License-Identifier: Apache-2.0
// line_features.hpp - what the weights of lines see of a paragraph.
//
// The words it is made of, how they are written, and where it stands: what is
// before and after it, how far text is, what the phrases of page_lines.tsv
// say. The library and the trainer read the same features here.
#ifndef COPYDESK_SRC_TEXT_LINE_FEATURES_HPP_
#define COPYDESK_SRC_TEXT_LINE_FEATURES_HPP_

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/laid_text.hpp"

namespace copydesk::text {

// A line as the weights see it.
class line_symbols {
 public:
  static constexpr std::uint32_t most = 48;

  struct symbol {
    std::uint32_t word = 0;  // hash of the word in small letters
    char shape = 'p';        // what stands for the word if it is unknown
  };

  line_symbols() = default;
  // Reads the tokens [first, end), at most `most` of them.
  line_symbols(const laid_text& laid, std::uint32_t first, std::uint32_t end);

  std::uint32_t size() const { return count_; }
  const symbol& at(std::uint32_t i) const { return symbols_[i]; }

 private:
  std::array<symbol, most> symbols_;
  std::uint32_t count_ = 0;
};

// What a paragraph looks like from another.
enum class line_look : std::uint8_t {
  edge,     // there is none
  text,     // long, and ends like a sentence
  stop,     // short, and ends like a sentence
  word,     // up to three words
  line,     // longer
  name,     // two to four words, all with capitals: maybe a person
  kind = 8  // + the kind by its phrases, if that is not body
};

// Where a paragraph stands.
struct line_place {
  line_look itself = line_look::line;
  std::array<line_look, 2> before{}, after{};  // the nearest first
  std::uint8_t zone = 0;  // 0 before, 1 between, 2 after the text
  std::uint8_t text_before = 0, text_after = 0;  // paragraphs to text, <= 5
  paragraph_kind ruled = paragraph_kind::body;   // by phrases
  bool caseless = false;    // the text has small letters alone, or capitals
  std::uint32_t rule = 0;   // hash of the reason
  std::uint8_t author = 0;  // how an author of the page is in the line
};

// Kinds in the order of paragraph_kind.
inline constexpr std::size_t line_kinds = 6;

namespace line_feature {

constexpr std::uint32_t mixer = 0x9E3779B1U;

constexpr std::uint32_t joined(std::uint32_t a, std::uint32_t b) {
  return ((a ^ (a >> 15)) * mixer) ^ b;
}
// Features that are no words: a letter and a number.
constexpr std::uint32_t plain(char what, std::uint32_t n) {
  return joined(joined(1, static_cast<unsigned char>(what)), n);
}
constexpr std::uint32_t plain(char what, line_look a, line_look b) {
  return plain(
      what, static_cast<std::uint32_t>(a) * 16 + static_cast<std::uint32_t>(b));
}
constexpr std::uint32_t bucket(std::uint32_t n) {
  return n < 6 ? n : n < 30 ? 6 + (n - 6) / 4 : 12;
}
constexpr bool is_letters(char shape) {
  return (shape > 'a' && shape <= 'm') || (shape >= 'A' && shape <= 'Z');
}

// The words with capitals that the line begins with, and what follows them:
// "Ruth Abara covers ...".
template <class Add>
void of_head(const line_symbols& line, const line_place& place,
             const std::array<std::uint32_t, line_symbols::most>& seen,
             Add add) {
  std::uint32_t run = 0;
  const auto capital = [&](std::uint32_t i) {
    const char c = line.at(i).shape;
    return (c >= 'A' && c <= 'Z') || (c == 'p' && i > 0 && run == i);
  };
  while (run < line.size() && run < 6 && capital(run)) ++run;
  if (run < 2 || run == line.size()) return;
  const std::uint32_t last = place.text_after >= 5;
  const std::uint32_t verb = seen[run];
  add(joined(plain('V', last), verb));
  if (run + 1 < line.size())
    add(joined(joined(plain('v', last), verb), seen[run + 1]));
  add(plain('K', last * 8 + run));
}

// Where the line stands: few, and the same for all its words.
template <class Add>
void of_place(const line_place& p, Add add) {
  const auto own = static_cast<std::uint32_t>(p.itself);
  const std::uint32_t zone = p.zone * 16U + own;
  add(plain('Z', zone));
  add(plain('B', p.before[0], p.itself));
  add(plain('A', p.after[0], p.itself));
  add(joined(plain('N', p.before[0], p.after[0]), zone));
  add(plain('b', p.before[0], p.before[1]));
  add(plain('a', p.after[0], p.after[1]));
  add(joined(plain('d', p.text_before), own));
  add(joined(plain('e', p.text_after), own));
  std::uint32_t names = 0;  // of the four lines around, if this is one, too
  for (const line_look l : {p.before[0], p.before[1], p.after[0], p.after[1]})
    names += l == line_look::name;
  if (p.itself == line_look::name) add(plain('m', names));
  if (p.author != 0) {
    add(plain('W', p.author));
    add(joined(plain('w', p.author & 7U), own));
    add(joined(plain('X', p.author >> 3), zone));
  }
  if (p.ruled != paragraph_kind::body) {
    add(plain('r', static_cast<std::uint32_t>(p.ruled) * 4 + p.zone));
    add(joined(plain('R', 0), p.rule));
  }
}

// The words of the line, alone: `known` says whether a word stands for itself.
// Leaves in `seen` what stands for each.
template <class Known, class Add>
void of_words(const line_symbols& line, Known known,
              std::array<std::uint32_t, line_symbols::most>& seen, Add add) {
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    const line_symbols::symbol& s = line.at(i);
    const bool kept = known(s.word);
    seen[i] = kept ? s.word : plain('?', static_cast<unsigned char>(s.shape));
    add(seen[i]);
  }
}

// Neighbours among the words, and the make-up of the line. `seen` as left by
// of_words.
template <class Add>
void of_line(const line_symbols& line, const line_place& place,
             const std::array<std::uint32_t, line_symbols::most>& seen,
             Add add) {
  std::uint32_t before = plain('^', 0), last = plain('^', 1);
  std::uint32_t small = 0, large = 0, letters = 0, capital = 0, numbers = 0;
  std::uint32_t pattern = plain('P', 0);
  for (std::uint32_t i = 0; i <= line.size(); ++i) {
    const std::uint32_t now = i < line.size() ? seen[i] : plain('$', 0);
    add(joined(last, now));
    add(joined(joined(before, last), now));
    if (i > 0) add(joined(joined(before, plain('_', 0)), now));
    before = last;
    last = now;
    if (i == line.size()) break;
    const char shape = line.at(i).shape;
    pattern = joined(pattern, static_cast<unsigned char>(shape));
    numbers += shape >= '0' && shape <= '9';
    if (!is_letters(shape)) continue;
    const bool title = shape <= 'Z';
    ++letters;
    capital += title;
    if (seen[i] != line.at(i).word) ++(title ? large : small);
  }
  const std::uint32_t size = bucket(line.size());
  add(plain('s', bucket(small)));
  add(plain('c', bucket(large)));
  add(plain('n', size));
  add(plain('0', std::min(numbers, 6U) * 16 + size));
  add(joined(plain('z', place.zone), size));
  if (line.size() <= 8) {
    add(pattern);
    add(joined(pattern, place.zone));
  }
  std::uint32_t written = 0;
  if (letters > 1 && capital == letters) written = 1;
  if (letters > 2 && capital < letters && capital * 5 >= letters * 3)
    written = 2;
  if (letters > 2 && capital <= 1) written = 3;
  add(plain('C', written));
  add(joined(plain('C', written + 4), plain('z', place.zone)));
  add(joined(plain('C', written + 8), size));
  if (line.size() == 0) return;
  of_head(line, place, seen, add);
  add(joined(plain('f', place.zone), seen[0]));
  add(joined(plain('l', static_cast<std::uint32_t>(place.itself)), seen[0]));
  add(joined(joined(plain('F', 0), seen[0]),
             last == plain('$', 0) ? before : last));
}

}  // namespace line_feature

// Sums of the weights of a line, by kind; body has none.
using line_scores = std::array<std::int32_t, line_kinds>;

// What a line weighs by itself.
struct line_sum {
  line_scores scores{};
  std::int32_t evidence = 0;  // see kind_of_scores
  paragraph_kind kind = paragraph_kind::body;
  bool text = false;  // its words alone say that it is text
};

// How much more than all others a kind must have to win.
struct line_margins {
  std::int32_t boilerplate = 0, byline = 0;
  std::int32_t sentence = 0;  // boilerplate that ends like a sentence
  std::int32_t evidence = 0;  // what one word of boilerplate must weigh
  std::int32_t credited = 0;  // byline, with a name of another author line

  // Those of the first look, which asks for less.
  constexpr line_margins halved() const {
    return {boilerplate / 2, byline / 2, sentence / 2, evidence, credited};
  }
};

// `evidence` is the most that a word of the line weighs for boilerplate: where
// capitals do not tell names from other words, there must be some.
paragraph_kind kind_of_scores(const line_scores& scores, std::int32_t evidence,
                              const line_place& place,
                              const line_margins& margins);

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_LINE_FEATURES_HPP_
