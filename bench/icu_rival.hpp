// SPDX-License-Identifier: Apache-2.0
// icu_rival.hpp - what clean text with its map is measured against.
#ifndef COPYDESK_BENCH_ICU_RIVAL_HPP_
#define COPYDESK_BENCH_ICU_RIVAL_HPP_

#ifdef COPYDESK_ICU

#include <benchmark/benchmark.h>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk_bench {

// ICU's normalizeUTF8 with Edits, to a string of its own.
inline void by_icu(const icu::Normalizer2& form, std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(
      &out, static_cast<std::int32_t>(bytes.size()));
  icu::Edits edits;
  form.normalizeUTF8(
      0,
      icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())),
      sink, &edits, status);
  benchmark::DoNotOptimize(out.data());
  benchmark::DoNotOptimize(edits);
}

}  // namespace copydesk_bench

#endif  // COPYDESK_ICU

#endif  // COPYDESK_BENCH_ICU_RIVAL_HPP_
