// SPDX-License-Identifier: Apache-2.0
// bench_quotes.cpp - the steps inside the room quotes. The room as a whole is
// in bench_analyze.cpp.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "corpus.hpp"
#include "entities/entities.hpp"
#include "model/model_data.hpp"
#include "quotes/attribution.hpp"
#include "quotes/marks.hpp"
#include "quotes/reading.hpp"
#include "quotes/words.hpp"
#include "text/laid_text.hpp"

namespace {

using namespace copydesk;

// A part of the corpus, laid out once; names are left out.
struct prepared {
  model m = model::built_in().value();
  text::laid_text laid;
  entities::entities names;
  quotes::word_list words;
  quotes::marks marks;
};

const prepared& ready() {
  static const prepared* const made = [] {
    auto* p = new prepared;
    const std::string_view whole = copydesk_bench::text().whole;
    std::size_t end = whole.find("\n\n", std::size_t{1} << 20);
    if (end == whole.npos) end = whole.size();
    p->laid = text::lay_out(whole.substr(0, end), text::language::en);
    p->names = entities::find(p->laid, p->m, 0);
    p->names.mentions.clear();
    p->names.titles.clear();
    p->words = quotes::look_up_all(p->laid, p->names.spelled);
    p->marks = quotes::pair_marks(p->laid, p->words);
    return p;
  }();
  return *made;
}

void count(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(ready().laid.clean.size()));
}

void quotes_words(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(quotes::look_up_all(ready().laid));
  }
  count(state);
}
BENCHMARK(quotes_words)->Unit(benchmark::kMillisecond);

void quotes_marks(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(quotes::pair_marks(ready().laid, ready().words));
  }
  count(state);
}
BENCHMARK(quotes_marks)->Unit(benchmark::kMillisecond);

void quotes_attribution(benchmark::State& state) {
  const prepared& p = ready();
  const quotes::reading r = quotes::read(p.laid, p.words, p.marks, p.names);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        quotes::attribute(r, p.m, quotes::style::own, false));
  }
  count(state);
}
BENCHMARK(quotes_attribution)->Unit(benchmark::kMillisecond);

}  // namespace
