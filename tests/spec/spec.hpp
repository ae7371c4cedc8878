// SPDX-License-Identifier: Apache-2.0
// spec.hpp - texts that are manual and test at once.
//
// A file tests/spec/NAME.txt is prose (UTF-8). Between the prose stand
// examples:
//
//     ```` verb arguments...
//     input, any number of lines
//     .
//     what is expected
//     ````
//
// In input and expectation, \xNN is a byte, \u{N...} a code point, \\ a
// backslash; the last line break before "." and before "````" is not part of
// them. A verb is a function from (arguments, input) to a readable rendering;
// each room registers its own in spec/verbs_ROOM.cpp.
#ifndef COPYDESK_TESTS_SPEC_SPEC_HPP_
#define COPYDESK_TESTS_SPEC_SPEC_HPP_

#include <string>

namespace copydesk_spec {

using verb_function = std::string (*)(const std::string& arguments,
                                      const std::string& input);

// Registers a verb; use one static `verb` a verb, at namespace scope.
struct verb {
  verb(const char* name, verb_function run);
};

}  // namespace copydesk_spec

#endif  // COPYDESK_TESTS_SPEC_SPEC_HPP_
