// SPDX-License-Identifier: Apache-2.0
// cancel_test.cpp - a call that runs is stopped from another thread, long
// before it would have been done, at whatever moment the request comes.
//   copydesk_cancel_test ARTICLE...
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "copydesk.h"

namespace {

using clock_type = std::chrono::steady_clock;

double seconds_since(clock_type::time_point start) {
  return std::chrono::duration<double>(clock_type::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  std::string text;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    text += std::string(std::istreambuf_iterator<char>(file), {}) + "\n\n";
  }
  if (text.size() < 100) return 2;
  const std::string piece = text;
  while (text.size() < 1500000) text += piece;
  copydesk_analyzer* analyzer = nullptr;
  copydesk_cancel* cancel = nullptr;
  if (copydesk_analyzer_new(nullptr, &analyzer, nullptr) != COPYDESK_OK ||
      copydesk_cancel_new(&cancel, nullptr) != COPYDESK_OK) {
    return 2;
  }
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  options.cancel = cancel;
  copydesk_document* document = nullptr;
  const auto whole = clock_type::now();
  int failures = copydesk_analyze(analyzer, text.data(), text.size(), &options,
                                  &document, nullptr) != COPYDESK_OK;
  copydesk_document_free(document);
  const double all = seconds_since(whole);
  double latest = 0;
  int stopped = 0;
  for (int tenth = 0; tenth < 9; ++tenth) {
    copydesk_cancel_reset(cancel);
    const auto start = clock_type::now();
    clock_type::time_point asked = start;
    std::thread other([&] {
      std::this_thread::sleep_for(
          std::chrono::duration<double>(all * tenth / 10));
      asked = clock_type::now();
      copydesk_cancel_request(cancel);
    });
    const copydesk_status status = copydesk_analyze(
        analyzer, text.data(), text.size(), &options, &document, nullptr);
    const auto end = clock_type::now();
    other.join();
    copydesk_document_free(document);
    if (status == COPYDESK_ECANCELLED) {
      ++stopped;
      if (document != nullptr) ++failures;
      latest =
          std::max(latest, std::chrono::duration<double>(end - asked).count());
    } else if (status != COPYDESK_OK) {
      ++failures;
    }
  }
  copydesk_cancel_free(cancel);
  copydesk_analyzer_free(analyzer);
  // The machine may be busy: most requests come in time, not each.
  if (stopped < 4) ++failures;
  std::printf(
      "whole call %.3f s; %d of 9 stopped, at the latest %.3f s after "
      "the request; %d failures\n",
      all, stopped, latest, failures);
  return failures == 0 ? 0 : 1;
}
