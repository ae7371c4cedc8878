// SPDX-License-Identifier: Apache-2.0
// jobs.hpp - runs jobs on several threads, gives their results in order.
#ifndef COPYDESK_SRC_CLI_JOBS_HPP_
#define COPYDESK_SRC_CLI_JOBS_HPP_

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace copydesk_cli {

// Calls run(i) for each i in [0, count), on up to `threads` threads; returns
// when all have returned. run must be safe to call from many threads.
template <class F>
void for_each_parallel(std::size_t count, unsigned threads, F&& run) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) run(i);
  };
  std::vector<std::thread> others;
  for (std::size_t t = 1; t < threads && t < count; ++t) {
    others.emplace_back(work);
  }
  work();
  for (std::thread& t : others) t.join();
}

}  // namespace copydesk_cli

#endif  // COPYDESK_SRC_CLI_JOBS_HPP_
