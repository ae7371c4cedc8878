// SPDX-License-Identifier: Apache-2.0
// Laying text out beside ICU's word and sentence segmentation, on the same
// text in the same run.
#include <benchmark/benchmark.h>

#include <vector>

#include "corpus.hpp"
#include "text/laid_text.hpp"
#include "text/layout.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#if defined(COPYDESK_ICU)
#include <unicode/brkiter.h>
#include <unicode/utext.h>
#endif

namespace {

namespace text = copydesk::text;

const std::string& corpus() { return copydesk_bench::text().whole; }

// Tokens and sentences of every paragraph; the paragraphs are known.
void tokens_and_sentences(benchmark::State& state) {
  const std::string& clean = corpus();
  const auto paragraphs = text::find_paragraphs(clean);
  for (auto _ : state) {
    text::laid_text laid;
    laid.clean = clean;
    laid.tokens.reserve(clean.size() / 5);
    for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
      const auto first = static_cast<std::uint32_t>(laid.tokens.size());
      text::add_tokens(clean, paragraphs[i].where, text::language::en,
                       laid.tokens);
      text::add_sentences(laid, first,
                          static_cast<std::uint32_t>(laid.tokens.size()), i,
                          false);
    }
    benchmark::DoNotOptimize(laid.sentences.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(clean.size()) *
                          state.iterations());
}
BENCHMARK(tokens_and_sentences);

void tokens_alone(benchmark::State& state) {
  const std::string& clean = corpus();
  const auto paragraphs = text::find_paragraphs(clean);
  for (auto _ : state) {
    std::vector<text::token> tokens;
    tokens.reserve(clean.size() / 5);
    for (const auto& p : paragraphs)
      text::add_tokens(clean, p.where, text::language::en, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(clean.size()) *
                          state.iterations());
}
BENCHMARK(tokens_alone);

void paragraphs_alone(benchmark::State& state) {
  const std::string& clean = corpus();
  for (auto _ : state) {
    benchmark::DoNotOptimize(text::find_paragraphs(clean).data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(clean.size()) *
                          state.iterations());
}
BENCHMARK(paragraphs_alone);

void lay_out_all(benchmark::State& state) {
  const std::string& clean = corpus();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        text::lay_out(clean, text::language::en).tokens.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(clean.size()) *
                          state.iterations());
}
BENCHMARK(lay_out_all);

#if defined(COPYDESK_ICU)
void walk_icu(benchmark::State& state, icu::BreakIterator* iterator) {
  const std::string& clean = corpus();
  UErrorCode status = U_ZERO_ERROR;
  UText* view = utext_openUTF8(
      nullptr, clean.data(), static_cast<std::int64_t>(clean.size()), &status);
  for (auto _ : state) {
    iterator->setText(view, status);
    std::int64_t boundaries = 0;
    while (iterator->next() != icu::BreakIterator::DONE) ++boundaries;
    benchmark::DoNotOptimize(boundaries);
  }
  utext_close(view);
  state.SetBytesProcessed(static_cast<std::int64_t>(clean.size()) *
                          state.iterations());
}

void icu_words(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  icu::BreakIterator* words =
      icu::BreakIterator::createWordInstance(icu::Locale("en"), status);
  walk_icu(state, words);
  delete words;
}
BENCHMARK(icu_words);

void icu_sentences(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  icu::BreakIterator* sentences =
      icu::BreakIterator::createSentenceInstance(icu::Locale("en"), status);
  walk_icu(state, sentences);
  delete sentences;
}
BENCHMARK(icu_sentences);
#endif

}  // namespace
