// SPDX-License-Identifier: Apache-2.0
// bench_unicode.cpp - from bytes to clean text with its map, beside ICU's
// normalizeUTF8 with Edits on the same documents in the same run.
//
// Run it on news of one language, and on a text of many scripts: both matter.
// ICU gives NFC and an edit list of well-formed text; ours also decodes,
// validates, looks for damage and gives positions in the caller's bytes.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "copydesk/normalize.hpp"
#include "corpus.hpp"
#include "icu_rival.hpp"
#include "text/clean.hpp"
#include "unicode/detect.hpp"
#include "unicode/normalize.hpp"
#include "unicode/repair.hpp"
#include "unicode/scan.hpp"

namespace {

using namespace copydesk;

template <class F>
void run(benchmark::State& state, F&& each) {
  for (auto _ : state) {
    for (const std::string_view bytes : copydesk_bench::text().documents) {
      each(bytes);
    }
  }
  state.SetBytesProcessed(
      state.iterations() *
      static_cast<std::int64_t>(copydesk_bench::text().whole.size()));
}

// Those documents in which nothing is damaged.
const std::vector<std::string_view>& undamaged() {
  static const auto all = [] {
    std::vector<std::string_view> out;
    for (const std::string_view bytes : copydesk_bench::text().documents) {
      const auto made = normalize(bytes);
      if (made && made.value().repairs().empty()) out.push_back(bytes);
    }
    return out;
  }();
  return all;
}

template <class F>
void run_undamaged(benchmark::State& state, F&& each) {
  std::size_t size = 0;
  for (const std::string_view bytes : undamaged()) size += bytes.size();
  for (auto _ : state) {
    for (const std::string_view bytes : undamaged()) each(bytes);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

void unicode_memcpy(benchmark::State& state) {
  run(state, [](std::string_view bytes) {
    std::string copy(bytes);
    benchmark::DoNotOptimize(copy.data());
  });
}
BENCHMARK(unicode_memcpy)->Unit(benchmark::kMicrosecond);

void unicode_scan(benchmark::State& state) {
  run(state, [](std::string_view bytes) {
    benchmark::DoNotOptimize(unicode::scan(bytes));
  });
}
BENCHMARK(unicode_scan)->Unit(benchmark::kMicrosecond);

void unicode_repair(benchmark::State& state) {
  run(state, [](std::string_view bytes) {
    unicode::repaired out;
    benchmark::DoNotOptimize(unicode::repair(bytes, out));
  });
}
BENCHMARK(unicode_repair)->Unit(benchmark::kMicrosecond);

void unicode_clean(benchmark::State& state) {
  run(state, [](std::string_view bytes) {
    benchmark::DoNotOptimize(text::clean(bytes, {}));
  });
}
BENCHMARK(unicode_clean)->Unit(benchmark::kMicrosecond);

void unicode_normalize(benchmark::State& state) {
  run(state, [](std::string_view bytes) {
    benchmark::DoNotOptimize(normalize(bytes));
  });
}
BENCHMARK(unicode_normalize)->Unit(benchmark::kMicrosecond);

void unicode_normalize_undamaged(benchmark::State& state) {
  run_undamaged(state, [](std::string_view bytes) {
    benchmark::DoNotOptimize(normalize(bytes));
  });
}
BENCHMARK(unicode_normalize_undamaged)->Unit(benchmark::kMicrosecond);

void unicode_normalize_nfkc_folded(benchmark::State& state) {
  normalize_options how;
  how.nfkc = how.fold_case = true;
  run(state, [&](std::string_view bytes) {
    benchmark::DoNotOptimize(normalize(bytes, how));
  });
}
BENCHMARK(unicode_normalize_nfkc_folded)->Unit(benchmark::kMicrosecond);

// The sample of a document without a label: one guess a document.
void unicode_detect(benchmark::State& state) {
  run(state, [](std::string_view bytes) {
    benchmark::DoNotOptimize(unicode::detect(bytes));
  });
}
BENCHMARK(unicode_detect)->Unit(benchmark::kMicrosecond);

#ifdef COPYDESK_ICU

void icu_nfc_with_edits(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  run(state,
      [&](std::string_view bytes) { copydesk_bench::by_icu(*nfc, bytes); });
}
BENCHMARK(icu_nfc_with_edits)->Unit(benchmark::kMicrosecond);

void icu_nfc_with_edits_undamaged(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  run_undamaged(state, [&](std::string_view bytes) {
    copydesk_bench::by_icu(*nfc, bytes);
  });
}
BENCHMARK(icu_nfc_with_edits_undamaged)->Unit(benchmark::kMicrosecond);

void icu_nfkc_casefold_with_edits(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  run(state,
      [&](std::string_view bytes) { copydesk_bench::by_icu(*form, bytes); });
}
BENCHMARK(icu_nfkc_casefold_with_edits)->Unit(benchmark::kMicrosecond);

#endif  // COPYDESK_ICU

}  // namespace
