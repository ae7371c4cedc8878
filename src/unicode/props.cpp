// SPDX-License-Identifier: Apache-2.0
// props.cpp - the look-up in the generated tables.
//
// Idea: few combinations of values occur, so a code point has the one-byte
// number of a combination; equal blocks of 128 are stored once.
// Source: Unicode Character Database 15.0 by make_props.py.
#include "unicode/props.hpp"

namespace copydesk::unicode {
namespace {

#include "unicode/props_tables.inc"

constexpr char32_t limit = 0x110000;

}  // namespace

const properties& properties_of(char32_t c) noexcept {
  if (c >= limit) c = limit - 1;
  return records[record_of[blocks[c >> 7]][c & 127]];
}

}  // namespace copydesk::unicode
