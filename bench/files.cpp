// SPDX-License-Identifier: Apache-2.0
// files.cpp - see the header. Both are timed in turn, so that what else the
// machine does meets both; a time is that of some calls in a row, so that the
// clock's own steps do not count.
#include "files.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "copydesk/normalize.hpp"
#include "icu_rival.hpp"

namespace copydesk_bench {

#ifdef COPYDESK_ICU

namespace {

constexpr int calls = 8;  // in a row

template <class F>
double microseconds(F&& once) {
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < calls; ++i) once();
  const std::chrono::duration<double, std::micro> taken =
      std::chrono::steady_clock::now() - begin;
  return taken.count() / calls;
}

struct timed {
  std::string name, bytes;
  double ours = 1e9, icu = 1e9;
};

std::vector<timed> read_folder(const char* folder) {
  std::vector<timed> out;
  std::error_code failed;
  for (const auto& entry :
       std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    timed one;
    one.name = entry.path().stem().string();
    one.bytes.assign(std::istreambuf_iterator<char>(file), {});
    if (!one.bytes.empty()) out.push_back(std::move(one));
  }
  std::sort(out.begin(), out.end(),
            [](const timed& a, const timed& b) { return a.name < b.name; });
  return out;
}

void print(const char* name, std::size_t bytes, double ours, double icu) {
  std::printf("%s\t%zu\t%.1f\t%.1f\t%.2f\n", name, bytes, ours, icu,
              icu / ours);
}

}  // namespace

int compare_files(const char* folder, int rounds) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::vector<timed> files = read_folder(folder);
  if (nfc == nullptr || files.empty()) {
    std::fprintf(stderr, "no text files in %s\n", folder);
    return 2;
  }
  for (int round = 0; round < rounds; ++round) {
    for (timed& one : files) {
      one.ours =
          std::min(one.ours, microseconds([&] {
                     benchmark::DoNotOptimize(copydesk::normalize(one.bytes));
                   }));
      one.icu =
          std::min(one.icu, microseconds([&] { by_icu(*nfc, one.bytes); }));
    }
  }
  std::puts("file\tbytes\tours\ticu\ticu/ours");
  double ours = 0, icu = 0, logs = 0;
  std::size_t bytes = 0, slower = 0;
  for (const timed& one : files) {
    print(one.name.c_str(), one.bytes.size(), one.ours, one.icu);
    bytes += one.bytes.size();
    ours += one.ours;
    icu += one.icu;
    logs += std::log(one.icu / one.ours);
    slower += one.icu < one.ours;
  }
  print("sum", bytes, ours, icu);
  std::printf("files\t%zu\nbelow 1\t%zu\ngeometric mean\t%.2f\n", files.size(),
              slower, std::exp(logs / static_cast<double>(files.size())));
  return 0;
}

#else

int compare_files(const char*, int) {
  std::fputs("this build has no ICU to compare with\n", stderr);
  return 2;
}

#endif

}  // namespace copydesk_bench
