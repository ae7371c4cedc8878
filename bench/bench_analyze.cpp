// SPDX-License-Identifier: Apache-2.0
// bench_analyze.cpp - the whole way and each of its rooms, beside ICU's word
// segmentation of the same text in the same run.
//
// Each room is measured on what the room before it gave, made outside of the
// measured loop. Compare ratios: the machine's speed drifts.
#include <benchmark/benchmark.h>

#include <vector>

#include "copydesk/copydesk.hpp"
#include "corpus.hpp"
#include "entities/entities.hpp"
#include "people/people.hpp"
#include "quotes/quotes.hpp"
#include "text/clean.hpp"
#include "text/laid_text.hpp"

#ifdef COPYDESK_ICU
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#endif

namespace {

using namespace copydesk;

// What every room gave for one document; laid borrows from clean.
struct made {
  text::clean_text clean;
  text::laid_text laid;
  entities::entities found;
  quotes::quotes said;
};

const model& learned() {
  static const model m = model::built_in().value();
  return m;
}

const std::vector<std::unique_ptr<made>>& all() {
  static const auto made_once = [] {
    std::vector<std::unique_ptr<made>> out;
    for (const std::string_view bytes : copydesk_bench::text().documents) {
      auto m = std::make_unique<made>();
      m->clean = text::clean(bytes, {}).value();
      m->laid = text::lay_out(m->clean.text, text::language::en);
      m->found = entities::find(m->laid, learned(), 0);
      m->said = quotes::find(m->laid, m->found, learned());
      out.push_back(std::move(m));
    }
    return out;
  }();
  return made_once;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(
      state.iterations() *
      static_cast<std::int64_t>(copydesk_bench::text().whole.size()));
}

// Runs `each` on every document of the corpus, once an iteration.
template <class F>
void run_room(benchmark::State& state, F&& each) {
  const auto& documents = all();
  std::size_t tokens = 0;
  for (const auto& m : documents) tokens += m->laid.tokens.size();
  for (auto _ : state) {
    for (const auto& m : documents) each(*m);
  }
  count_bytes(state);
  state.counters["tokens"] = benchmark::Counter(
      static_cast<double>(tokens) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate);
}

void analyze_whole(benchmark::State& state) {
  const analyzer a = analyzer::create().value();
  for (auto _ : state) {
    for (const std::string_view bytes : copydesk_bench::text().documents) {
      benchmark::DoNotOptimize(a.analyze(bytes));
    }
  }
  count_bytes(state);
}
BENCHMARK(analyze_whole)->Unit(benchmark::kMillisecond);

void room_clean(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string_view bytes : copydesk_bench::text().documents) {
      benchmark::DoNotOptimize(text::clean(bytes, {}));
    }
  }
  count_bytes(state);
}
BENCHMARK(room_clean)->Unit(benchmark::kMillisecond);

void room_guess_language(benchmark::State& state) {
  run_room(state, [](const made& m) {
    benchmark::DoNotOptimize(text::guess_language(m.clean.text));
  });
}
BENCHMARK(room_guess_language)->Unit(benchmark::kMillisecond);

void room_lay_out(benchmark::State& state) {
  run_room(state, [](const made& m) {
    benchmark::DoNotOptimize(text::lay_out(m.clean.text, text::language::en));
  });
}
BENCHMARK(room_lay_out)->Unit(benchmark::kMillisecond);

void room_entities(benchmark::State& state) {
  run_room(state, [](const made& m) {
    benchmark::DoNotOptimize(entities::find(m.laid, learned(), 0));
  });
}
BENCHMARK(room_entities)->Unit(benchmark::kMillisecond);

void room_quotes(benchmark::State& state) {
  run_room(state, [](const made& m) {
    benchmark::DoNotOptimize(quotes::find(m.laid, m.found, learned()));
  });
}
BENCHMARK(room_quotes)->Unit(benchmark::kMillisecond);

void room_people(benchmark::State& state) {
  run_room(state, [](const made& m) {
    benchmark::DoNotOptimize(
        people::resolve(m.laid, m.found, m.said, learned()));
  });
}
BENCHMARK(room_people)->Unit(benchmark::kMillisecond);

#ifdef COPYDESK_ICU
// The yardstick: ICU's rule-based word boundaries over UTF-8, per document.
void icu_words(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(),
                                             status));
  UText* view = nullptr;
  for (auto _ : state) {
    std::int64_t boundaries = 0;
    for (const std::string_view bytes : copydesk_bench::text().documents) {
      view = utext_openUTF8(view, bytes.data(),
                            static_cast<std::int64_t>(bytes.size()), &status);
      words->setText(view, status);
      while (words->next() != icu::BreakIterator::DONE) ++boundaries;
    }
    benchmark::DoNotOptimize(boundaries);
  }
  utext_close(view);
  if (U_FAILURE(status)) state.SkipWithError("ICU failed");
  count_bytes(state);
}
BENCHMARK(icu_words)->Unit(benchmark::kMillisecond);
#endif

}  // namespace
