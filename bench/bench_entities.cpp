// SPDX-License-Identifier: Apache-2.0
// bench_entities.cpp - where the time of the entities room goes: words,
// names, titles, values; and what it takes to have a model ready.
#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "corpus.hpp"
#include "entities/entities.hpp"
#include "entities/tagger.hpp"
#include "entities/titles.hpp"
#include "entities/values.hpp"
#include "entities/words.hpp"
#include "model/embedded.hpp"
#include "model/model_data.hpp"
#include "text/laid_text.hpp"

namespace {

using namespace copydesk;

const model& learned_model() {
  static const model m = model::built_in().value();
  return m;
}

const std::vector<text::laid_text>& all() {
  static const auto made = [] {
    std::vector<text::laid_text> out;
    for (const std::string_view d : copydesk_bench::text().documents) {
      out.push_back(text::lay_out(d, text::language::en));
    }
    return out;
  }();
  return made;
}

struct sections {
  const learned::table* lists =
      learned_model().get().find_table(learned::tag("GAZE"));
  const learned::table* clusters =
      learned_model().get().find_table(learned::tag("CLUS"));
  const learned::crf* names =
      learned_model().get().find_crf(learned::tag("ENTY"));
  const learned::crf* titles =
      learned_model().get().find_crf(learned::tag("TITL"));
};

void count_tokens(benchmark::State& state) {
  std::size_t tokens = 0;
  for (const text::laid_text& laid : all()) tokens += laid.tokens.size();
  state.counters["tokens"] = benchmark::Counter(
      static_cast<double>(tokens) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate);
}

void entities_words(benchmark::State& state) {
  const sections s;
  for (auto _ : state) {
    for (const text::laid_text& laid : all()) {
      const entities::words w(laid, s.lists, s.clusters);
      benchmark::DoNotOptimize(w.types().size());
    }
  }
  count_tokens(state);
}
BENCHMARK(entities_words)->Unit(benchmark::kMillisecond);

// The tagger: words and names.
void entities_names(benchmark::State& state) {
  const sections s;
  for (auto _ : state) {
    for (const text::laid_text& laid : all()) {
      const entities::words w(laid, s.lists, s.clusters);
      std::vector<entities::mention> out;
      entities::tag(w, *s.names, {}, out);
      benchmark::DoNotOptimize(out.data());
    }
  }
  count_tokens(state);
}
BENCHMARK(entities_names)->Unit(benchmark::kMillisecond);

void entities_values(benchmark::State& state) {
  for (auto _ : state) {
    for (const text::laid_text& laid : all()) {
      benchmark::DoNotOptimize(entities::find_values(laid).size());
    }
  }
  count_tokens(state);
}
BENCHMARK(entities_values)->Unit(benchmark::kMillisecond);

void model_built_in(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(model::built_in().has_value());
  }
}
BENCHMARK(model_built_in)->Unit(benchmark::kMillisecond);

void model_load(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        model::load(learned::embedded_model()).has_value());
  }
}
BENCHMARK(model_load)->Unit(benchmark::kMillisecond);

}  // namespace
