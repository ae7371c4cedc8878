// SPDX-License-Identifier: Apache-2.0
// main.cpp - reads the corpus, then runs the benchmarks; or compares the files
// of a folder one by one.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "corpus.hpp"
#include "files.hpp"

namespace copydesk_bench {
namespace {

constexpr std::size_t article = 2500;  // bytes; the median of news sites

corpus& mutable_text() {
  static corpus all;
  return all;
}

bool read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  corpus& all = mutable_text();
  all.whole.assign(std::istreambuf_iterator<char>(file), {});
  const std::string_view whole = all.whole;
  std::size_t begin = 0;
  while (begin < whole.size()) {
    std::size_t end = whole.find("\n\n", begin + article);
    end = end == std::string_view::npos ? whole.size() : end + 2;
    if (end - begin > 4 * article) {
      // No article ends here: then where a line does.
      end = whole.find('\n', begin + article);
      end = end == std::string_view::npos ? whole.size() : end + 1;
    }
    all.documents.push_back(whole.substr(begin, end - begin));
    begin = end;
  }
  return !all.documents.empty();
}

}  // namespace

const corpus& text() { return mutable_text(); }

}  // namespace copydesk_bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "--files" && (argc == 3 || argc == 4)) {
    const int rounds = argc == 4 ? std::atoi(argv[3]) : 7;
    return copydesk_bench::compare_files(argv[2], std::max(rounds, 1));
  }
  if (argc != 2 || !copydesk_bench::read(argv[1])) {
    std::fputs(
        "usage: copydesk_bench FILE [--benchmark_...]\n"
        "       copydesk_bench --files DIR [ROUNDS]\n",
        stderr);
    return 2;
  }
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
