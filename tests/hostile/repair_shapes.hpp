// SPDX-License-Identifier: Apache-2.0
// repair_shapes.hpp - texts that try to make repair slow, or go on for ever.
#ifndef COPYDESK_TESTS_HOSTILE_REPAIR_SHAPES_HPP_
#define COPYDESK_TESTS_HOSTILE_REPAIR_SHAPES_HPP_

#include <cstddef>
#include <string>

#include "unit/unicode/repair_cases.hpp"

namespace copydesk_test {

// A text is `head`, then `unit` over and over.
struct hostile_shape {
  const char* name;
  const char* head;
  std::string unit;
};

// "e" with acute, misread `times` times in windows-1252.
inline std::string nested(int times) {
  std::string out = "\xC3\xA9";
  for (; times > 0; --times) {
    out = misread(out, unicode::misread_charset::windows_1252);
  }
  return out;
}

inline const hostile_shape* hostile_shapes(std::size_t& count) {
  static const hostile_shape all[] = {
      {"plain words", "", "nothing is wrong "},
      {"one mojibake, then plain lines", "caf\xC3\x83\xC2\xA9\n",
       "The council met again on Monday.\n"},
      {"mojibake now and then, no line feed", "",
       "caf\xC3\x83\xC2\xA9 " + std::string(2000, 'x') + " "},
      {"first bytes of two", "", "\xC3\x83"},
      {"first bytes of three", "", "\xC3\xA2"},
      {"first bytes of four", "", "\xC3\xB0"},
      {"whole sequences", "", "\xC3\x83\xC2\xA9"},
      {"whole sequences in words", "", "caf\xC3\x83\xC2\xA9 "},
      {"sequences of three", "", "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2"},
      {"two of three", "", "\xC3\xA2\xE2\x82\xAC"},
      {"sequences of four", "", "\xC3\xB0\xC5\xB8\xCB\x9C\xE2\x82\xAC"},
      {"sequences that mean nothing", "", "\xC3\xAB\xE2\x80\xA6\xE2\x80\x9D"},
      {"half a pair of surrogates", "", "\xC3\xAD\xC2\xA0\xC2\xBD"},
      {"lost bytes", "", "\xC3\x83?"},
      {"bytes that became spaces", "", "\xC3\x83 "},
      {"lost bytes in a row", "", "\xC3\x83\xEF\xBF\xBD"},
      {"Cyrillic as windows-1251", "", "\xD0\xA0\xC2\xB0"},
      {"Cyrillic as CP866", "", "\xD1\x82\xD0\x90\xD0\xA9"},
      {"Cyrillic capitals", "", "\xD0\x92\xD0\x86"},
      {"Greek as MacRoman", "", "\xC5\x92\xC2\xB1"},
      {"boxes", "", "\xE2\x94\x9C\xE2\x94\xA4"},
      {"mojibake of ten layers", "", nested(10)},
      {"mojibake of seven layers in words", "", "x" + nested(7) + "y "},
      {"decomposed first bytes", "", "A\xCC\x83"},
      {"marks", "", "\xCC\x83"},
      {"a space and a mark", "", " \xCC\x88"},
      {"ampersands", "", "&"},
      {"escaped once", "", "&amp;"},
      {"escaped without end", "&", "amp;"},
      {"escaped by number without end", "&", "#38;"},
      {"an endless number", "&#", "0"},
      {"an endless name", "&", "a"},
      {"open numbers", "", "&#"},
      {"names without semicolon", "", "&eacute"},
      {"names in an address", "?a", "&copy"},
      {"halves of pairs", "", "&#xD83D;"},
      {"less than", "", "<"},
      {"open tags", "</p>", "<a &amp;"},
      {"an endless tag", "<p ", "x=&amp; "},
      {"carriage returns", "\n", "\r"},
      {"carriage returns before a break", "", "\r\r\r\n"},
      {"direction marks", "", "\xE2\x80\x8E"},
      {"direction marks, then Hebrew", "\xD7\x90", "\xE2\x80\x8E"},
      {"joiners", "", "\xE2\x80\x8D"},
      {"soft hyphens", "", "\xC2\xAD"},
      {"ligatures", "", "\xEF\xAC\x83"},
      {"escapes", "", "\x1B["},
      {"long escapes", "", "\x1B[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;"},
      {"controls", "", "\x01"},
      {"C1 controls", "", "\xC2\x92"},
      {"C1 controls in words", "de en de ", "tur\xC2\x92stico "},
      {"pictures joined", "", "\xF0\x9F\x91\xA9\xE2\x80\x8D"},
  };
  count = sizeof all / sizeof *all;
  return all;
}

inline std::string make(const hostile_shape& shape, std::size_t bytes) {
  std::string out = shape.head;
  while (out.size() < bytes) out += shape.unit;
  return out;
}

}  // namespace copydesk_test

#endif  // COPYDESK_TESTS_HOSTILE_REPAIR_SHAPES_HPP_
