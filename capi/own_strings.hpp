// SPDX-License-Identifier: Apache-2.0
// own_strings.hpp - is included in front of every source of the library when
// it gets an operator new of its own (see memory_hook.cpp).
//
// Idea: libstdc++.so holds the functions of std::string ready made, and those
// ask the program's operator new. -1 is libstdc++'s own word for "make them
// here" (bits/c++config.h), as its assertions need it. Where a
// libstdc++ does not heed it, src/cmake/requirements.cmake finds out, and
// there is no allocator.
#ifndef COPYDESK_CAPI_OWN_STRINGS_HPP_
#define COPYDESK_CAPI_OWN_STRINGS_HPP_

#include <cstddef>

#undef _GLIBCXX_EXTERN_TEMPLATE
#define _GLIBCXX_EXTERN_TEMPLATE -1

#endif  // COPYDESK_CAPI_OWN_STRINGS_HPP_
