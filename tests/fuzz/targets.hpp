// SPDX-License-Identifier: Apache-2.0
// targets.hpp - what the fuzzers call, and what the ordinary tests replay.
//
// Each takes any bytes and returns null, or which promise is broken.
#ifndef COPYDESK_TESTS_FUZZ_TARGETS_HPP_
#define COPYDESK_TESTS_FUZZ_TARGETS_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace copydesk_fuzz {

using target = const char* (*)(std::string_view bytes);

// The first byte picks a charset label, the rest is decoded.
const char* decode(std::string_view bytes);
// The first byte picks options, the rest is put into a form, twice.
const char* normalize(std::string_view bytes);
// The first two bytes pick options and a label; the rest goes all the way, and
// every promise of the way back is checked (unit/way_back.hpp).
const char* map(std::string_view bytes);
// The first two bytes pick options and a language; the rest is analyzed, and
// every promise of a document is checked (unit/document_promises.hpp).
const char* analyze(std::string_view bytes);
// Bytes as the lines of a caller's gazetteer, which must load or fail with the
// offset of a line; what loads is looked for in the bytes themselves.
const char* gazetteer(std::string_view bytes);

// What a fuzzer calls: 0, or says which promise `t` found broken and aborts.
int run(target t, const std::uint8_t* data, std::size_t size);

}  // namespace copydesk_fuzz

#endif  // COPYDESK_TESTS_FUZZ_TARGETS_HPP_
