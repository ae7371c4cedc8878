// SPDX-License-Identifier: Apache-2.0
// corpus.hpp - the text that the benchmarks run on.
//
// The first argument of copydesk_bench names a file of UTF-8 news text,
// articles one after another. It is cut at empty lines, or where those are far
// apart at ends of lines, into documents of about an article's size, so that
// costs per call count as they do in use.
#ifndef COPYDESK_BENCH_CORPUS_HPP_
#define COPYDESK_BENCH_CORPUS_HPP_

#include <string>
#include <string_view>
#include <vector>

namespace copydesk_bench {

struct corpus {
  std::string whole;
  std::vector<std::string_view> documents;  // of whole
};

// The corpus named on the command line. Set before any benchmark runs.
const corpus& text();

}  // namespace copydesk_bench

#endif  // COPYDESK_BENCH_CORPUS_HPP_
