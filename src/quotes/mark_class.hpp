// SPDX-License-Identifier: Apache-2.0
// mark_class.hpp - what one quotation mark can do where it stands.
//
// Idea: a mark has a family (what it pairs with), a shape (+1 if its form
// opens, -1 if it closes, 0 if it does either) and surroundings (white space
// and punctuation on both sides), which may contradict the shape. All three
// are told here, mark by mark, without looking at any other pair; which mark
// closes which is decided in marks.cpp.
//
// How a document uses its marks is read once: German closes with the mark
// that English opens with, guillemets may point inwards, and Swedish opens
// with the closing mark. The shapes of class_of() are already turned.
//
// In order of use: make one reader for the text; ask class_of() for each mark
// of a paragraph; drop those that is_apostrophe(); of the single marks that
// are left, one that is_weak_close() closes only where no better one follows.
// twin() gives the text of a mark that must be put in or turned.
//
// Positions are tokens of the text, ranges are half-open. A reader keeps a
// reference to the text and owns nothing; it never changes once it is made.
// Marks are compared as they stand in the clean text, in UTF-8.
#ifndef COPYDESK_SRC_QUOTES_MARK_CLASS_HPP_
#define COPYDESK_SRC_QUOTES_MARK_CLASS_HPP_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "text/laid_text.hpp"

namespace copydesk::quotes {

// Marks pair within their family only.
enum family : std::uint8_t {
  // U+0022, U+201C to U+201F, U+301D to U+301F, U+FF02, `` and two of ', as
  // they are or made curly (U+2018, U+2019).
  double_marks,
  // The apostrophe too: U+0027, U+0060, U+00B4, U+2018 to U+201B.
  single_marks,
  // U+00AB and U+00BB.
  guillemets,
  // U+2039 and U+203A.
  single_guillemets,
  // U+300C and U+300D.
  corners,
  // U+300E and U+300F.
  white_corners,
  // Not a quotation mark.
  no_family
};

// A mark, classed. Where it can neither open nor close by its surroundings,
// or shape and surroundings disagree, what stands open must decide. Between
// dashes (-"-) both sides would do; there the shape has already decided, and
// a mark without one gets neither.
struct mark {
  std::uint32_t token = 0;
  std::uint8_t kin = no_family;
  std::int8_t shape = 0;  // +1 opens, -1 closes, 0 either
  bool opens = false;     // by its surroundings
  bool closes = false;    // by its surroundings
};

// Whether s is one of the strings in `of`, byte by byte. O(of.size()).
bool one_of(std::string_view s, std::initializer_list<std::string_view> of);
// Whether `s` ends in `end` and is longer.
inline bool ends_in(std::string_view s, std::string_view end) noexcept {
  return s.size() > end.size() && s.substr(s.size() - end.size()) == end;
}

class mark_reader {
 public:
  // Reads the habits of the whole text. `laid` must outlive the reader.
  // O(tokens).
  explicit mark_reader(const text::laid_text& laid);

  // The class of token t in the paragraph [begin, end); what stands outside
  // the paragraph counts as white space. The family is no_family, and all
  // else unset, if t is no quotation mark.
  //
  // A mark can open if white space or a leading sign (a bracket, a dash, a
  // colon) stands before it and none after it; it can close the other way
  // round. Marks that touch are taken together: the white space at the ends
  // of their run counts for each. At most four on each side are looked
  // through, so O(1).
  mark class_of(std::uint32_t t, std::uint32_t begin, std::uint32_t end) const;

  // A single mark that is an apostrophe or a prime whatever stands open:
  // '90s, 'twas, don't. m must be a single mark of [begin, end). O(1).
  bool is_apostrophe(const mark& m, std::uint32_t begin,
                     std::uint32_t end) const;

  // A single mark that may end a possessive (the unions' plan): an s before
  // it, white space and a word or number after it. m is not the first token
  // of the text; `end` is the end of its paragraph. O(1).
  bool is_weak_close(const mark& m, std::uint32_t end) const;

  // The opening or closing mark of m's family, in the shape of `m`: straight
  // marks stay straight, and the document's habits are followed. m must have
  // a family. The bytes are static or m's own in the text.
  std::string_view twin(const mark& m, bool opening) const;

  // Whether the document opens with U+201D, so that a repair is not due.
  bool right_opens() const { return right_opens_; }

  // The bytes of token t; they live as long as the text.
  std::string_view text_of(std::uint32_t t) const;

 private:
  bool is_elision(std::uint32_t t, std::uint32_t begin) const;
  // Fills m.opens and m.closes.
  void look_around(mark& m, std::uint32_t begin, std::uint32_t end) const;

  const text::laid_text& laid_;
  bool ticks_ = false;        // `` opens, so that two of ' close only
  bool left_closes_ = false;  // U+201C closes
  bool right_opens_ = false;  // U+201D opens
  bool inward_ = false;       // guillemets point inwards
};

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_MARK_CLASS_HPP_
